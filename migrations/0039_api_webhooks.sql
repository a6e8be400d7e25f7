-- owner: api. Who is told when something happens, and what they answered: one row for each event and listener, sent until it is taken.

create table webhook (
    place_id bigint not null,
    id bigint not null,
    name text not null,
    url text not null,
    -- Codes separated by a space.
    events text not null,
    -- The signature needs it as it is.
    secret text not null,
    created_at bigint not null,
    created_by bigint not null,
    -- Since when nothing was taken any more.
    failing_since bigint,
    disabled_at bigint,
    ended_at bigint,
    constraint webhook_pk primary key (place_id, id),
    constraint webhook_place_fk foreign key (place_id) references place (place_id),
    constraint webhook_created_by_fk foreign key (place_id, created_by) references person (place_id, id)
);

create table webhook_delivery (
    place_id bigint not null,
    id bigint not null,
    webhook_id bigint not null,
    -- The line of the activity log that it tells; none for a trial.
    activity_id bigint,
    event text not null,
    body text not null,
    state text not null constraint webhook_delivery_state_known check (state in ('waiting', 'taken', 'failed')),
    attempts bigint not null,
    not_before bigint not null,
    created_at bigint not null,
    answered_at bigint,
    status bigint,
    answer text not null,
    constraint webhook_delivery_pk primary key (place_id, id),
    constraint webhook_delivery_webhook_fk foreign key (place_id, webhook_id) references webhook (place_id, id)
);
create unique index webhook_delivery_once on webhook_delivery (place_id, webhook_id, activity_id) where activity_id is not null;
create index webhook_delivery_due on webhook_delivery (place_id, not_before) where state = 'waiting';
create index webhook_delivery_by_webhook on webhook_delivery (place_id, webhook_id, created_at);
create index webhook_delivery_by_age on webhook_delivery (place_id, created_at);

-- How far the activity log was read for webhooks.
create table webhook_reading (
    place_id bigint not null,
    activity_id bigint not null,
    constraint webhook_reading_pk primary key (place_id),
    constraint webhook_reading_place_fk foreign key (place_id) references place (place_id)
);
