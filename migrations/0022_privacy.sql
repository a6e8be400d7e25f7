-- owner: privacy. What people ask about their data, who was erased, what is kept for how long, which records became one.
-- A copy of everything about somebody, for their eyes alone, for a while.
create table personal_copy (
    -- rows are large
    place_id bigint not null,
    id bigint not null,
    person_id bigint not null,
    asked_at bigint not null,
    expires_at bigint not null,
    content bytea,
    constraint personal_copy_pk primary key (place_id, id),
    constraint personal_copy_person_fk foreign key (place_id, person_id) references person (place_id, id)
);
create index personal_copy_by_person on personal_copy (place_id, person_id, asked_at);
create index personal_copy_by_end on personal_copy (place_id, expires_at);

-- What somebody asks, or the office for them, to be answered within a month (GDPR, article 12.3).
create table personal_request (
    place_id bigint not null,
    id bigint not null,
    person_id bigint not null,
    kind text not null constraint personal_request_kind_known
        check (kind in ('access', 'rectification', 'erasure', 'objection')),
    asked_on text not null,
    due_on text not null,
    recorded_at bigint not null,
    recorded_by bigint,
    note text not null,
    state text not null constraint personal_request_state_known
        check (state in ('open', 'granted', 'declined', 'withdrawn')),
    answered_at bigint,
    answered_by bigint,
    answer text not null,
    constraint personal_request_pk primary key (place_id, id),
    constraint personal_request_person_fk foreign key (place_id, person_id) references person (place_id, id),
    constraint personal_request_answered check ((state = 'open') = (answered_at is null))
);
create index personal_request_by_state on personal_request (place_id, state, due_on);
create index personal_request_by_person on personal_request (place_id, person_id, recorded_at);
create unique index personal_request_one_erasure on personal_request (place_id, person_id) where state = 'open' and kind = 'erasure';

-- Identifiers and nothing else: what must be erased again when an older copy of the database is brought back.
create table erasure (
    place_id bigint not null,
    person_id bigint not null,
    erased_at bigint not null,
    -- The last letter to them, forgotten once it left.
    letter_id bigint,
    constraint erasure_pk primary key (place_id, person_id),
    constraint erasure_place_fk foreign key (place_id) references place (place_id)
);

-- For how many months a kind of data is kept, from a day on; without a row, as its capability says.
create table retention_rule (
    place_id bigint not null,
    kind text not null,
    from_day text not null,
    months bigint not null constraint retention_rule_months_positive check (months > 0),
    set_by bigint,
    set_at bigint not null,
    constraint retention_rule_pk primary key (place_id, kind, from_day),
    constraint retention_rule_place_fk foreign key (place_id) references place (place_id)
);

-- What the rules removed, night after night.
create table retention_run (
    place_id bigint not null,
    kind text not null,
    ran_at bigint not null,
    removed bigint not null constraint retention_run_removed_not_negative check (removed >= 0),
    constraint retention_run_pk primary key (place_id, kind, ran_at),
    constraint retention_run_place_fk foreign key (place_id) references place (place_id)
);

-- Two records that look alike and are two: they are no longer proposed.
create table not_the_same (
    place_id bigint not null,
    one_id bigint not null,
    other_id bigint not null,
    said_at bigint not null,
    said_by bigint,
    constraint not_the_same_pk primary key (place_id, one_id, other_id),
    constraint not_the_same_place_fk foreign key (place_id) references place (place_id)
);
