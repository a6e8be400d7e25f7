-- owner: offers. Hours without charge or at a reduced price: agreements with organisations, and every hour drawn for a booking.

-- An agreement with an organisation, from a day to a day: so many minutes each period for spaces of some kinds, of which the part
-- `due_bp` of the price is due. Its row is held by whoever draws on it, so that the last hour is drawn once.
create table agreement (
    place_id bigint not null,
    id bigint not null,
    organisation_id bigint not null,
    name text not null,
    minutes bigint not null,
    span text not null,
    due_bp bigint not null,
    from_day text not null,
    until_day text not null,
    note text not null,
    created_at bigint not null,
    created_by bigint,
    version bigint not null,
    constraint agreement_pk primary key (place_id, id),
    constraint agreement_organisation_fk foreign key (place_id, organisation_id) references organisation (place_id, id),
    constraint agreement_minutes_known check (minutes between 1 and 600000),
    constraint agreement_span_known check (span in ('month', 'quarter', 'year')),
    constraint agreement_due_known check (due_bp between 0 and 9999),
    constraint agreement_in_order check (until_day >= from_day)
);
create index agreement_of_organisation on agreement (place_id, organisation_id);

create table agreement_kind (
    place_id bigint not null,
    agreement_id bigint not null,
    kind text not null,
    constraint agreement_kind_pk primary key (place_id, agreement_id, kind),
    constraint agreement_kind_agreement_fk foreign key (place_id, agreement_id) references agreement (place_id, id)
);

-- Minutes drawn for a booking, on the period in which it takes place. What is given back is noted beside; `floor_minutes` are not given
-- back by a later cancellation, since the booking was moved late.
create table hours_drawn (
    place_id bigint not null,
    id bigint not null,
    source text not null,
    source_id bigint not null,
    name text not null,
    kind text not null,
    period_from text not null,
    due_bp bigint not null,
    booking_id bigint not null,
    person_id bigint not null,
    day text not null,
    minutes bigint not null,
    floor_minutes bigint not null,
    returned_minutes bigint not null,
    drawn_at bigint not null,
    returned_at bigint,
    constraint hours_drawn_pk primary key (place_id, id),
    constraint hours_drawn_person_fk foreign key (place_id, person_id) references person (place_id, id),
    constraint hours_drawn_source_known check (source in ('plan', 'agreement')),
    constraint hours_drawn_minutes_known check (minutes > 0),
    constraint hours_drawn_floor_known check (floor_minutes between 0 and minutes),
    constraint hours_drawn_returned_known check (returned_minutes between 0 and minutes)
);
create index hours_drawn_of_source on hours_drawn (place_id, source, source_id, period_from);
create index hours_drawn_of_booking on hours_drawn (place_id, booking_id);

-- What made a booking cheaper besides hours, as its invoice says it: a discount of a plan, a reduced tariff.
create table price_cut (
    place_id bigint not null,
    id bigint not null,
    booking_id bigint not null,
    name text not null,
    rate_bp bigint not null,
    at bigint not null,
    ended_at bigint,
    constraint price_cut_pk primary key (place_id, id),
    constraint price_cut_rate_known check (rate_bp between 1 and 10000)
);
create index price_cut_of_booking on price_cut (place_id, booking_id);
