-- owner: hires. Requests to have the place, or a part of it, to oneself, and the hours kept for them.
--
-- A request stands until the place answers it with a quote. Who asks from outside proves their address by a link first; what is
-- never proven is forgotten after three days. A slot is a space at some hours: free to ask for, or kept by a booking.

create table exclusive_hire (
    place_id bigint not null,
    id bigint not null,
    given_name text not null,
    family_name text not null,
    email text not null,
    phone text,
    language text not null,
    organisation_name text,
    siren text,
    person_id bigint,
    rules_id bigint,
    privacy_id bigint,
    first_day text not null,
    last_day text not null,
    starts bigint not null,
    ends bigint not null,
    people bigint not null,
    occasion text not null,
    wishes text not null,
    advise bigint not null,
    message text not null,
    state text not null,
    reason text not null,
    secret_hash text,
    asked_at bigint not null,
    proven_at bigint,
    answered_at bigint,
    constraint exclusive_hire_pk primary key (place_id, id),
    constraint exclusive_hire_state_known
        check (state in ('unproven', 'open', 'answered', 'accepted', 'refused', 'lost')),
    constraint exclusive_hire_days_ordered check (first_day <= last_day),
    constraint exclusive_hire_people_sane check (people between 1 and 100000),
    constraint exclusive_hire_advise_known check (advise in (0, 1)),
    constraint exclusive_hire_person_fk foreign key (place_id, person_id) references person (place_id, id),
    constraint exclusive_hire_rules_fk foreign key (place_id, rules_id) references house_text (place_id, id),
    constraint exclusive_hire_privacy_fk foreign key (place_id, privacy_id) references house_text (place_id, id)
);

create unique index exclusive_hire_by_secret on exclusive_hire (place_id, secret_hash);
create index exclusive_hire_by_state on exclusive_hire (place_id, state, asked_at);

create table exclusive_hire_slot (
    place_id bigint not null,
    id bigint not null,
    hire_id bigint not null,
    resource_id bigint not null,
    starts_at bigint not null,
    ends_at bigint not null,
    booking_id bigint,
    constraint exclusive_hire_slot_pk primary key (place_id, id),
    constraint exclusive_hire_slot_hire_fk foreign key (place_id, hire_id) references exclusive_hire (place_id, id),
    constraint exclusive_hire_slot_resource_fk foreign key (place_id, resource_id) references resource (place_id, id),
    constraint exclusive_hire_slot_booking_fk foreign key (place_id, booking_id) references booking (place_id, id)
);

create index exclusive_hire_slot_by_hire on exclusive_hire_slot (place_id, hire_id);

-- What the customer asks and what the place answers, between the request and the yes.
create table exclusive_hire_message (
    place_id bigint not null,
    id bigint not null,
    hire_id bigint not null,
    from_customer bigint not null,
    body text not null,
    written_at bigint not null,
    written_by bigint,
    constraint exclusive_hire_message_pk primary key (place_id, id),
    constraint exclusive_hire_message_from_known check (from_customer in (0, 1)),
    constraint exclusive_hire_message_hire_fk foreign key (place_id, hire_id) references exclusive_hire (place_id, id),
    constraint exclusive_hire_message_by_fk foreign key (place_id, written_by) references person (place_id, id)
);

create index exclusive_hire_message_by_hire on exclusive_hire_message (place_id, hire_id);
