-- owner: doors. Tablets left open at the door of a room.
--
-- A tablet opens an address with a secret, of which only the hash is kept. It may do what somebody standing before that door may do, and
-- nothing about another room.

create table door_tablet (
    place_id bigint not null,
    id bigint not null,
    resource_id bigint not null,
    name text not null,
    secret_hash text not null,
    made_at bigint not null,
    made_by bigint,
    ended_at bigint,
    constraint door_tablet_pk primary key (place_id, id),
    constraint door_tablet_resource_fk foreign key (place_id, resource_id) references resource (place_id, id),
    constraint door_tablet_person_fk foreign key (place_id, made_by) references person (place_id, id)
);
create unique index door_tablet_by_secret on door_tablet (place_id, secret_hash);
