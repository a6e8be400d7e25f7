-- owner: people. Who the place knows and how they come in: persons, organisations, members, accounts, roles, sessions.

-- `search` holds the folded spelling of everything a person may be found by; see `people::rules::search`.
create table organisation (
    place_id bigint not null,
    id bigint not null,
    name text not null constraint organisation_name_filled check (name <> ''),
    siren text,
    vat_number text,
    email text,
    phone text,
    street text not null,
    postal_code text not null,
    city text not null,
    country text not null constraint organisation_country_code check (length(country) = 2),
    search text not null,
    created_at bigint not null,
    external_ref text,
    constraint organisation_pk primary key (place_id, id),
    constraint organisation_place_fk foreign key (place_id) references place (place_id)
);
create unique index organisation_siren_unique on organisation (place_id, siren) where siren is not null;
create unique index organisation_external_ref_unique on organisation (place_id, external_ref) where external_ref is not null;
create index organisation_by_search on organisation (place_id, search);

-- `organisation_id` is the organisation that pays for the person.
create table person (
    place_id bigint not null,
    id bigint not null,
    given_name text not null,
    family_name text not null,
    email text,
    phone text,
    street text not null,
    postal_code text not null,
    city text not null,
    country text not null constraint person_country_code check (length(country) = 2),
    organisation_id bigint,
    note text not null,
    search text not null,
    sort_name text not null,
    language text,
    created_at bigint not null,
    external_ref text,
    constraint person_pk primary key (place_id, id),
    constraint person_place_fk foreign key (place_id) references place (place_id),
    constraint person_organisation_fk foreign key (place_id, organisation_id) references organisation (place_id, id),
    constraint person_named check (given_name <> '' or family_name <> '')
);
create unique index person_email_unique on person (place_id, email) where email is not null;
create unique index person_external_ref_unique on person (place_id, external_ref) where external_ref is not null;
-- Both hold all that a search reads before it knows whom it shows.
create index person_by_search on person (place_id, search);
create index person_by_sort_name on person (place_id, sort_name, id);
create index person_by_organisation on person (place_id, organisation_id);

-- The time somebody is a member, both days included.
create table member (
    place_id bigint not null,
    id bigint not null,
    person_id bigint not null,
    joined_on text not null,
    left_on text,
    constraint member_pk primary key (place_id, id),
    constraint member_person_fk foreign key (place_id, person_id) references person (place_id, id),
    constraint member_days_ordered check (left_on is null or left_on >= joined_on)
);
create unique index member_open_unique on member (place_id, person_id) where left_on is null;
create index member_by_person on member (place_id, person_id, joined_on);

-- The way a person signs in; `email` is the person's own, kept equal in the same transaction.
create table account (
    place_id bigint not null,
    id bigint not null,
    person_id bigint not null,
    email text not null,
    password_hash text,
    created_at bigint not null,
    disabled_at bigint,
    constraint account_pk primary key (place_id, id),
    constraint account_person_fk foreign key (place_id, person_id) references person (place_id, id)
);
create unique index account_email_unique on account (place_id, email);
create unique index account_person_unique on account (place_id, person_id);

-- What a person may do here, from a day to a day, both included.
create table role_grant (
    place_id bigint not null,
    id bigint not null,
    person_id bigint not null,
    role text not null constraint role_grant_role_known
        check (role in ('member', 'facilitator', 'managing_director', 'accountant', 'administrator')),
    from_day text not null,
    until_day text,
    granted_by bigint,
    constraint role_grant_pk primary key (place_id, id),
    constraint role_grant_person_fk foreign key (place_id, person_id) references person (place_id, id)
);
create unique index role_grant_open_unique on role_grant (place_id, person_id, role) where until_day is null;
create index role_grant_by_person on role_grant (place_id, person_id, from_day);

-- A browser that came in. Only the SHA-256 of its token is kept, in hexadecimal: who reads the table cannot come in.
-- `expires_at` moves on with each use noted, never beyond `ends_at`.
create table session (
    place_id bigint not null,
    token_hash text not null constraint session_token_hash_whole check (length(token_hash) = 64),
    account_id bigint not null,
    hat text not null constraint session_hat_known check (hat in ('member', 'front_desk', 'office')),
    created_at bigint not null,
    seen_at bigint not null,
    expires_at bigint not null,
    ends_at bigint not null,
    revoked_at bigint,
    address text not null,
    agent text not null,
    constraint session_pk primary key (place_id, token_hash),
    constraint session_account_fk foreign key (place_id, account_id) references account (place_id, id),
    constraint session_ends_in_time check (expires_at <= ends_at)
);
create index session_by_account on session (place_id, account_id, created_at);
create index session_by_end on session (place_id, ends_at);

-- A link sent by mail that proves who reads the mail: good once, for a while, for one purpose.
create table access_link (
    place_id bigint not null,
    token_hash text not null constraint access_link_token_hash_whole check (length(token_hash) = 64),
    purpose text not null constraint access_link_purpose_known check (purpose in ('sign_in', 'invitation', 'reset')),
    account_id bigint not null,
    created_at bigint not null,
    expires_at bigint not null,
    used_at bigint,
    constraint access_link_pk primary key (place_id, token_hash),
    constraint access_link_account_fk foreign key (place_id, account_id) references account (place_id, id)
);
create index access_link_by_account on access_link (place_id, account_id, purpose);
create index access_link_by_end on access_link (place_id, expires_at);
