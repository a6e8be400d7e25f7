-- owner: guests. What somebody from outside says of themselves when they book a space, until their address is proven.
--
-- The secret of the link that proves the address is kept as its hash. What is never proven is forgotten after three days: the
-- booking stays, without a name.

create table guest_booking (
    place_id bigint not null,
    booking_id bigint not null,
    given_name text not null,
    family_name text not null,
    email text,
    phone text,
    language text not null,
    organisation_name text,
    siren text,
    rules_id bigint,
    privacy_id bigint,
    secret_hash text not null,
    asked_at bigint not null,
    proven_at bigint,
    person_id bigint,
    constraint guest_booking_pk primary key (place_id, booking_id),
    constraint guest_booking_booking_fk foreign key (place_id, booking_id) references booking (place_id, id),
    constraint guest_booking_rules_fk foreign key (place_id, rules_id) references house_text (place_id, id),
    constraint guest_booking_privacy_fk foreign key (place_id, privacy_id) references house_text (place_id, id),
    constraint guest_booking_person_fk foreign key (place_id, person_id) references person (place_id, id)
);

create unique index guest_booking_by_secret on guest_booking (place_id, secret_hash);
create index guest_booking_by_time on guest_booking (place_id, asked_at);
