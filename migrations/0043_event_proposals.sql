-- owner: events. Who programmes the moments of the place, what people propose to them, and what became of it.

-- The council that programmes: people, from a day to a day, both included.
create table programming_council_seat (
    place_id bigint not null,
    id bigint not null,
    person_id bigint not null,
    first_day text not null,
    last_day text,
    named_at bigint not null,
    named_by bigint,
    constraint programming_council_seat_pk primary key (place_id, id),
    constraint programming_council_seat_person_fk foreign key (place_id, person_id) references person (place_id, id),
    constraint programming_council_seat_ordered check (last_day is null or first_day <= last_day)
);
create index programming_council_seat_by_person on programming_council_seat (place_id, person_id);

-- Somebody's idea of an event. Until an address from outside is proven, the proposal is `unconfirmed` and nobody of the council sees it.
create table event_proposal (
    place_id bigint not null,
    id bigint not null,
    person_id bigint,
    name text not null,
    email text,
    language text not null,
    title text not null,
    body text not null,
    wish text not null,
    state text not null constraint event_proposal_state_known
        check (state in ('unconfirmed', 'open', 'asked', 'accepted', 'refused', 'withdrawn')),
    reason text not null,
    event_id bigint,
    token text not null,
    made_at bigint not null,
    answered_at bigint,
    answered_by bigint,
    constraint event_proposal_pk primary key (place_id, id),
    constraint event_proposal_place_fk foreign key (place_id) references place (place_id),
    constraint event_proposal_person_fk foreign key (place_id, person_id) references person (place_id, id),
    constraint event_proposal_event_fk foreign key (place_id, event_id) references event (place_id, id)
);
create unique index event_proposal_token_unique on event_proposal (place_id, token);
create index event_proposal_by_state on event_proposal (place_id, state, made_at);
create index event_proposal_by_person on event_proposal (place_id, person_id);

-- What is said of a proposal: `comment` among the council, `question` to who proposed, `answer` by them.
create table event_proposal_remark (
    place_id bigint not null,
    id bigint not null,
    proposal_id bigint not null,
    person_id bigint,
    kind text not null constraint event_proposal_remark_kind_known check (kind in ('comment', 'question', 'answer')),
    body text not null,
    said_at bigint not null,
    constraint event_proposal_remark_pk primary key (place_id, id),
    constraint event_proposal_remark_proposal_fk foreign key (place_id, proposal_id)
        references event_proposal (place_id, id),
    constraint event_proposal_remark_person_fk foreign key (place_id, person_id) references person (place_id, id)
);
create index event_proposal_remark_by_proposal on event_proposal_remark (place_id, proposal_id, said_at);
