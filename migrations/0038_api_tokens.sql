-- owner: api. Keys that people make for programs: the secret is shown once, and only its hash is kept.

create table api_token (
    place_id bigint not null,
    id bigint not null,
    person_id bigint not null,
    name text not null,
    hash text not null,
    -- The last letters of the secret, so that its maker knows which one it is.
    ending text not null,
    -- Codes separated by a space, in the order of the list.
    scopes text not null,
    created_at bigint not null,
    expires_at bigint not null,
    last_used_at bigint,
    revoked_at bigint,
    revoked_by bigint,
    constraint api_token_pk primary key (place_id, id),
    constraint api_token_place_fk foreign key (place_id) references place (place_id),
    constraint api_token_person_fk foreign key (place_id, person_id) references person (place_id, id)
);
create unique index api_token_hash_unique on api_token (place_id, hash);
create index api_token_by_person on api_token (place_id, person_id);
