-- owner: platform. What every capability leans on: places, settings, the trace of acts, jobs, mail, documents, chains.

create table place (
    place_id bigint not null constraint place_pk primary key,
    name text not null constraint place_name_filled check (name <> ''),
    zone text not null,
    language text not null,
    currency text not null,
    brand_colour text,
    host text constraint place_host_unique unique,
    demonstration bigint not null constraint place_demonstration_known check (demonstration in (0, 1)),
    created_at bigint not null
);

-- The installation itself keeps its settings and secrets under place 0, which is no place: hence no reference.
create table setting (
    place_id bigint not null,
    name text not null,
    value text not null,
    constraint setting_pk primary key (place_id, name)
);

-- Who did what, on whose behalf, to which thing: written in the transaction of the act, never changed.
create table activity (
    place_id bigint not null,
    id bigint not null,
    at bigint not null,
    account_id bigint,
    person_id bigint,
    actor_kind text not null,
    verb text not null,
    subject_kind text not null,
    subject_id bigint not null,
    detail text not null,
    constraint activity_pk primary key (place_id, id),
    constraint activity_place_fk foreign key (place_id) references place (place_id)
);
create index activity_by_subject on activity (place_id, subject_kind, subject_id, id);
create index activity_by_person on activity (place_id, person_id, id);

-- Work to do outside the request, taken with a lease so that it is done once.
create table job (
    -- rows are large
    place_id bigint not null,
    id bigint not null,
    kind text not null,
    payload text not null,
    state text not null
        constraint job_state_known check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
    run_at bigint not null,
    lease_until bigint,
    lease_holder text,
    attempts bigint not null,
    max_attempts bigint not null constraint job_max_attempts_positive check (max_attempts > 0),
    progress_done bigint not null,
    progress_total bigint not null,
    report text,
    unique_key text,
    created_by bigint,
    created_at bigint not null,
    finished_at bigint,
    constraint job_pk primary key (place_id, id)
);
create unique index job_unique_key on job (place_id, unique_key);
create index job_by_state on job (state, run_at);

-- Letters that wait for the post, and those that left.
create table mail (
    -- rows are large
    place_id bigint not null,
    id bigint not null,
    recipient text not null,
    recipient_name text not null,
    subject text not null,
    text_body text not null,
    html_body text not null,
    attachment_document_id bigint,
    attachment_name text,
    state text not null constraint mail_state_known check (state in ('waiting', 'sent', 'failed', 'cancelled')),
    attempts bigint not null,
    not_before bigint not null,
    sent_at bigint,
    error text,
    person_id bigint,
    created_at bigint not null,
    constraint mail_pk primary key (place_id, id),
    constraint mail_place_fk foreign key (place_id) references place (place_id)
);
create index mail_by_state on mail (state, not_before);
create index mail_by_person on mail (place_id, person_id, id);

-- Files that left the house or came in and must stay byte for byte.
create table document (
    place_id bigint not null,
    id bigint not null,
    kind text not null,
    filename text not null,
    media_type text not null,
    sha256 text not null constraint document_sha256_whole check (length(sha256) = 64),
    content bytea not null,
    subject_kind text not null,
    subject_id bigint not null,
    created_at bigint not null,
    constraint document_pk primary key (place_id, id),
    constraint document_place_fk foreign key (place_id) references place (place_id)
);
create index document_by_subject on document (place_id, subject_kind, subject_id, id);

-- What was answered to a form or a call, so that sent twice it happens once and answers the same.
create table idempotency (
    -- rows are large
    place_id bigint not null,
    key text not null,
    actor_account bigint,
    fingerprint text not null,
    answer text not null,
    at bigint not null,
    constraint idempotency_pk primary key (place_id, key)
);
create index idempotency_by_age on idempotency (at);

-- Registers where each row holds the hash of its content and of the row before it.
create table chain_link (
    place_id bigint not null,
    register text not null,
    position bigint not null constraint chain_link_position_positive check (position > 0),
    subject_id bigint not null,
    content_hash text not null,
    previous_hash text not null,
    hash text not null,
    at bigint not null,
    constraint chain_link_pk primary key (place_id, register, position),
    constraint chain_link_place_fk foreign key (place_id) references place (place_id)
);
create index chain_link_by_subject on chain_link (place_id, register, subject_id);

-- The last link of each register: locking its row makes the next writer wait.
create table chain_head (
    place_id bigint not null,
    register text not null,
    position bigint not null,
    hash text not null,
    constraint chain_head_pk primary key (place_id, register),
    constraint chain_head_place_fk foreign key (place_id) references place (place_id)
);

-- Series of numbers without gaps: taken in the transaction that uses them.
create table counter (
    place_id bigint not null,
    name text not null,
    value bigint not null,
    constraint counter_pk primary key (place_id, name),
    constraint counter_place_fk foreign key (place_id) references place (place_id)
);

-- Files handed in for an import, kept until it is done.
create table upload (
    place_id bigint not null,
    id bigint not null,
    account_id bigint not null,
    filename text not null,
    content bytea not null,
    created_at bigint not null,
    constraint upload_pk primary key (place_id, id)
);
create index upload_by_age on upload (created_at);

-- How often something was tried in a window of time, shared by all processes.
create table rate (
    place_id bigint not null,
    bucket text not null,
    window_start bigint not null,
    count bigint not null,
    constraint rate_pk primary key (place_id, bucket, window_start)
);
create index rate_by_age on rate (window_start);
