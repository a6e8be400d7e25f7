-- owner: spaces. Calendars that a program outside follows.

-- The address carries a secret, of which only the hash is kept. A person has one live address for each scope.
create table calendar_feed (
    place_id bigint not null,
    id bigint not null,
    person_id bigint not null,
    scope text not null constraint calendar_feed_scope_known check (scope in ('own', 'house')),
    secret_hash text not null,
    made_at bigint not null,
    ended_at bigint,
    constraint calendar_feed_pk primary key (place_id, id),
    constraint calendar_feed_person_fk foreign key (place_id, person_id) references person (place_id, id)
);
create unique index calendar_feed_by_secret on calendar_feed (place_id, secret_hash);
create unique index calendar_feed_live on calendar_feed (place_id, person_id, scope) where ended_at is null;
