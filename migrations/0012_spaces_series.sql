-- owner: spaces. Bookings that repeat, and who waits for hours that are taken.

-- What was agreed once for many bookings. `rule` is an RFC 5545 rule over days, expanded on the place's clock from `first_day`; each
-- day begins at `starts` (minutes of the civil day) and lasts `minutes` of elapsed time.
create table booking_series (
    place_id bigint not null,
    id bigint not null,
    resource_id bigint not null,
    person_id bigint,
    title text not null,
    rule text not null,
    first_day text not null,
    starts bigint not null,
    minutes bigint not null,
    created_at bigint not null,
    created_by bigint,
    constraint booking_series_pk primary key (place_id, id),
    constraint booking_series_resource_fk foreign key (place_id, resource_id) references resource (place_id, id),
    constraint booking_series_person_fk foreign key (place_id, person_id) references person (place_id, id),
    constraint booking_series_starts_on_the_day check (starts between 0 and 1439),
    constraint booking_series_lasts check (minutes > 0)
);

-- Every day that the rule gives, with its booking; without one the day was left out before confirming.
create table booking_occurrence (
    place_id bigint not null,
    series_id bigint not null,
    day text not null,
    booking_id bigint,
    constraint booking_occurrence_pk primary key (place_id, series_id, day),
    constraint booking_occurrence_series_fk foreign key (place_id, series_id) references booking_series (place_id, id),
    constraint booking_occurrence_booking_fk foreign key (place_id, booking_id) references booking (place_id, id)
);

create unique index booking_occurrence_by_booking on booking_occurrence (place_id, booking_id) where booking_id is not null;

-- Who waits for which hours. An offer is a request of that person, which holds the hours until `offer_until`.
create table waiting_entry (
    place_id bigint not null,
    id bigint not null,
    resource_id bigint not null,
    person_id bigint not null,
    starts_at bigint not null,
    ends_at bigint not null,
    title text not null,
    attendance bigint,
    state text not null,
    booking_id bigint,
    offer_until bigint,
    joined_at bigint not null,
    changed_at bigint not null,
    created_by bigint,
    constraint waiting_entry_pk primary key (place_id, id),
    constraint waiting_entry_resource_fk foreign key (place_id, resource_id) references resource (place_id, id),
    constraint waiting_entry_person_fk foreign key (place_id, person_id) references person (place_id, id),
    constraint waiting_entry_booking_fk foreign key (place_id, booking_id) references booking (place_id, id),
    constraint waiting_entry_in_order check (starts_at < ends_at),
    constraint waiting_entry_state_known check (state in ('waiting', 'offered', 'accepted', 'lapsed', 'withdrawn', 'over')),
    constraint waiting_entry_attendance_positive check (attendance > 0),
    constraint waiting_entry_offer_whole check ((state = 'offered') = (offer_until is not null) and (state <> 'offered' or booking_id is not null))
);

create index waiting_entry_by_state on waiting_entry (place_id, state, joined_at);
create index waiting_entry_by_person on waiting_entry (place_id, person_id, starts_at);
create unique index waiting_entry_by_booking on waiting_entry (place_id, booking_id) where booking_id is not null;
