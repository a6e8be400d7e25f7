-- owner: events. The links in letters about registrations and proposals open by keys of which only the digest is kept.

-- Each letter carries a key of its own. `token` of both tables held such a key in clear: it becomes a row here while the house runs, and
-- then holds the identifier.
create table event_key (
    place_id bigint not null,
    key_hash text not null,
    registration_id bigint,
    proposal_id bigint,
    made_at bigint not null,
    constraint event_key_pk primary key (place_id, key_hash),
    constraint event_key_place_fk foreign key (place_id) references place (place_id)
);
create index event_key_by_registration on event_key (place_id, registration_id) where registration_id is not null;
create index event_key_by_proposal on event_key (place_id, proposal_id) where proposal_id is not null;
