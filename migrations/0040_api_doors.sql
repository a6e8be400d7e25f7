-- owner: api. Doors that ask whether a badge opens them, and what they were answered: personal data, kept for a while only.

create table door (
    place_id bigint not null,
    id bigint not null,
    name text not null,
    -- The space behind it; none for the way into the house.
    resource_id bigint,
    -- Whether members come in during the hours of their audience, without a booking.
    members bigint not null constraint door_members_known check (members in (0, 1)),
    -- Minutes before and after a booking during which it opens.
    margin bigint not null constraint door_margin_known check (margin between 0 and 240),
    -- Signs every answer: the controller holds the same.
    secret text not null,
    created_at bigint not null,
    retired_at bigint,
    constraint door_pk primary key (place_id, id),
    constraint door_place_fk foreign key (place_id) references place (place_id),
    constraint door_resource_fk foreign key (place_id, resource_id) references resource (place_id, id)
);

create table door_decision (
    place_id bigint not null,
    id bigint not null,
    door_id bigint not null,
    at bigint not null,
    badge text not null,
    person_id bigint,
    opened bigint not null constraint door_decision_opened_known check (opened in (0, 1)),
    reason text not null,
    constraint door_decision_pk primary key (place_id, id),
    constraint door_decision_door_fk foreign key (place_id, door_id) references door (place_id, id),
    constraint door_decision_person_fk foreign key (place_id, person_id) references person (place_id, id)
);
create index door_decision_by_door on door_decision (place_id, door_id, at);
create index door_decision_by_age on door_decision (place_id, at);
create index door_decision_by_person on door_decision (place_id, person_id);
