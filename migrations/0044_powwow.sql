-- owner: events. The regular meeting of everybody: its points, who wants to speak, proposals that others second, what was decided.

-- A proposal made before everybody. Seconded by enough (`needed`, as the place wanted it when it was made), it is put on the next meeting.
create table powwow_proposal (
    place_id bigint not null,
    id bigint not null,
    person_id bigint not null,
    title text not null,
    body text not null,
    needed bigint not null constraint powwow_proposal_needed_known check (needed between 1 and 100),
    state text not null constraint powwow_proposal_state_known
        check (state in ('open', 'ready', 'scheduled', 'withdrawn')),
    made_at bigint not null,
    constraint powwow_proposal_pk primary key (place_id, id),
    constraint powwow_proposal_person_fk foreign key (place_id, person_id) references person (place_id, id)
);
create index powwow_proposal_by_state on powwow_proposal (place_id, state, made_at);

-- Who seconds it: one person once.
create table powwow_second (
    place_id bigint not null,
    proposal_id bigint not null,
    person_id bigint not null,
    seconded_at bigint not null,
    constraint powwow_second_pk primary key (place_id, proposal_id, person_id),
    constraint powwow_second_proposal_fk foreign key (place_id, proposal_id) references powwow_proposal (place_id, id),
    constraint powwow_second_person_fk foreign key (place_id, person_id) references person (place_id, id)
);

-- What a meeting talks about, in the order of `position`; `search` is title, text and notes as search compares them.
create table powwow_point (
    place_id bigint not null,
    id bigint not null,
    event_id bigint not null,
    person_id bigint,
    proposal_id bigint,
    title text not null,
    body text not null,
    minutes bigint not null constraint powwow_point_minutes_known check (minutes between 1 and 240),
    position bigint not null,
    notes text not null,
    search text not null,
    added_at bigint not null,
    withdrawn_at bigint,
    constraint powwow_point_pk primary key (place_id, id),
    constraint powwow_point_event_fk foreign key (place_id, event_id) references event (place_id, id),
    constraint powwow_point_person_fk foreign key (place_id, person_id) references person (place_id, id),
    constraint powwow_point_proposal_fk foreign key (place_id, proposal_id) references powwow_proposal (place_id, id)
);
create index powwow_point_by_event on powwow_point (place_id, event_id, position);
create unique index powwow_point_proposal_once on powwow_point (place_id, proposal_id)
    where proposal_id is not null and withdrawn_at is null;

-- "I want to speak", in the order in which they said so.
create table powwow_speaker (
    place_id bigint not null,
    point_id bigint not null,
    person_id bigint not null,
    asked_at bigint not null,
    constraint powwow_speaker_pk primary key (place_id, point_id, person_id),
    constraint powwow_speaker_point_fk foreign key (place_id, point_id) references powwow_point (place_id, id),
    constraint powwow_speaker_person_fk foreign key (place_id, person_id) references person (place_id, id)
);

-- What was decided on a point, and who does what by when.
create table powwow_decision (
    place_id bigint not null,
    id bigint not null,
    point_id bigint not null,
    body text not null,
    owner text not null,
    due_on text,
    done_on text,
    search text not null,
    noted_at bigint not null,
    noted_by bigint,
    constraint powwow_decision_pk primary key (place_id, id),
    constraint powwow_decision_point_fk foreign key (place_id, point_id) references powwow_point (place_id, id)
);
create index powwow_decision_by_point on powwow_decision (place_id, point_id, noted_at);
create index powwow_decision_open on powwow_decision (place_id, due_on) where done_on is null;
