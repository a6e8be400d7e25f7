-- owner: spaces. What can be booked, when and by whom, what is booked, and who came.
--
-- Instants are microseconds UTC; hours of the week are minutes of the civil day. A booking never lasts over 31 days: reading a
-- week looks no further. `units_from` is the moment since which a resource has its number of units: what overlapped before
-- was allowed by another number.

create table resource (
    place_id bigint not null,
    id bigint not null,
    kind text not null,
    name text not null,
    level text not null,
    units bigint not null,
    units_from bigint not null,
    capacity bigint not null,
    product_id bigint,
    buffer_before bigint not null,
    buffer_after bigint not null,
    description text not null,
    equipment text not null,
    position bigint not null,
    active bigint not null,
    external_ref text,
    created_at bigint not null,
    constraint resource_pk primary key (place_id, id),
    constraint resource_place_fk foreign key (place_id) references place (place_id),
    constraint resource_product_fk foreign key (place_id, product_id) references product (place_id, id),
    constraint resource_kind_known check (kind in ('room', 'hall', 'desk_pool', 'garden')),
    constraint resource_units_positive check (units between 1 and 10000),
    constraint resource_capacity_positive check (capacity between 1 and 100000),
    constraint resource_buffers_within_a_day check (buffer_before between 0 and 1440 and buffer_after between 0 and 1440),
    constraint resource_active_flag check (active in (0, 1))
);

create unique index resource_name_unique on resource (place_id, name);
create unique index resource_external_unique on resource (place_id, external_ref) where external_ref is not null;

create table weekly_hours (
    place_id bigint not null,
    id bigint not null,
    resource_id bigint,
    audience text not null,
    weekday bigint not null,
    opens bigint not null,
    closes bigint not null,
    constraint weekly_hours_pk primary key (place_id, id),
    constraint weekly_hours_resource_fk foreign key (place_id, resource_id) references resource (place_id, id),
    constraint weekly_hours_audience_known check (audience in ('staff', 'resident', 'nomad', 'external')),
    constraint weekly_hours_weekday_known check (weekday between 1 and 7),
    constraint weekly_hours_in_order check (opens >= 0 and opens < closes and closes <= 1440)
);

create index weekly_hours_by_audience on weekly_hours (place_id, audience);

create table closure (
    place_id bigint not null,
    id bigint not null,
    resource_id bigint,
    starts_at bigint not null,
    ends_at bigint not null,
    reason text not null,
    created_at bigint not null,
    created_by bigint,
    withdrawn_at bigint,
    constraint closure_pk primary key (place_id, id),
    constraint closure_resource_fk foreign key (place_id, resource_id) references resource (place_id, id),
    constraint closure_in_order check (starts_at < ends_at)
);

create index closure_by_end on closure (place_id, ends_at);

create table booking_window (
    place_id bigint not null,
    id bigint not null,
    resource_id bigint,
    audience text not null,
    minimum_notice bigint not null,
    maximum_horizon_days bigint not null,
    minimum_minutes bigint not null,
    maximum_minutes bigint not null,
    step_minutes bigint not null,
    needs_approval bigint not null,
    constraint booking_window_pk primary key (place_id, id),
    constraint booking_window_resource_fk foreign key (place_id, resource_id) references resource (place_id, id),
    constraint booking_window_audience_known check (audience in ('staff', 'resident', 'nomad', 'external')),
    constraint booking_window_step_positive check (step_minutes > 0),
    constraint booking_window_lengths_in_order check (minimum_minutes > 0 and minimum_minutes <= maximum_minutes),
    constraint booking_window_not_negative check (minimum_notice >= 0 and maximum_horizon_days >= 0),
    constraint booking_window_approval_flag check (needs_approval in (0, 1))
);

create index booking_window_by_audience on booking_window (place_id, audience);

create table cancellation_term (
    place_id bigint not null,
    id bigint not null,
    audience text not null,
    notice_minutes bigint not null,
    fee_bp bigint not null,
    constraint cancellation_term_pk primary key (place_id, id),
    constraint cancellation_term_audience_known check (audience in ('staff', 'resident', 'nomad', 'external')),
    constraint cancellation_term_fee_in_range check (fee_bp between 0 and 10000 and notice_minutes >= 0)
);

create unique index cancellation_term_unique on cancellation_term (place_id, audience, notice_minutes);

create table booking (
    place_id bigint not null,
    id bigint not null,
    resource_id bigint not null,
    person_id bigint,
    customer_id bigint,
    caller_name text not null,
    audience text not null,
    title text not null,
    starts_at bigint not null,
    ends_at bigint not null,
    occupied_from bigint not null,
    occupied_until bigint not null,
    state text not null,
    visible bigint not null,
    attendance bigint,
    product_id bigint,
    price_cents bigint not null,
    basis text not null,
    rate_bp bigint not null,
    charge_id bigint,
    fee_cents bigint,
    fee_charge_id bigint,
    created_at bigint not null,
    created_by bigint,
    overridden bigint not null,
    overridden_by bigint,
    request_expires_at bigint,
    cancelled_at bigint,
    ended_at bigint,
    version bigint not null,
    external_ref text,
    constraint booking_pk primary key (place_id, id),
    constraint booking_resource_fk foreign key (place_id, resource_id) references resource (place_id, id),
    constraint booking_person_fk foreign key (place_id, person_id) references person (place_id, id),
    constraint booking_product_fk foreign key (place_id, product_id) references product (place_id, id),
    constraint booking_customer_fk foreign key (place_id, customer_id) references customer (place_id, id),
    constraint booking_charge_fk foreign key (place_id, charge_id) references charge (place_id, id),
    constraint booking_fee_charge_fk foreign key (place_id, fee_charge_id) references charge (place_id, id),
    constraint booking_in_order check (starts_at < ends_at),
    constraint booking_occupied_around check (occupied_from <= starts_at and occupied_until >= ends_at),
    constraint booking_state_known check (state in ('requested', 'confirmed', 'checked_in', 'done', 'cancelled', 'refused', 'expired', 'no_show')),
    constraint booking_audience_known check (audience in ('staff', 'resident', 'nomad', 'external')),
    constraint booking_basis_known check (basis in ('net', 'gross')),
    constraint booking_overridden_flag check (overridden in (0, 1)),
    constraint booking_visible_flag check (visible in (0, 1)),
    constraint booking_price_not_negative check (price_cents >= 0),
    constraint booking_fee_within_price check (fee_cents between 0 and price_cents),
    constraint booking_attendance_positive check (attendance > 0)
);

create index booking_by_resource on booking (place_id, resource_id, occupied_until);
create index booking_by_end on booking (place_id, ends_at);
create index booking_by_person on booking (place_id, person_id, starts_at);
create unique index booking_external_unique on booking (place_id, external_ref) where external_ref is not null;

-- One row for each day on which somebody came, or nearly: locking it makes the acts on that day of theirs wait for one another.
create table check_in_day (
    place_id bigint not null,
    person_id bigint not null,
    day text not null,
    constraint check_in_day_pk primary key (place_id, person_id, day),
    constraint check_in_day_person_fk foreign key (place_id, person_id) references person (place_id, id)
);

-- `widened_from` is what a day was before it became one: undoing gives it back. What is undone stays, with the moment it was.
create table check_in (
    place_id bigint not null,
    id bigint not null,
    person_id bigint not null,
    day text not null,
    half text not null,
    widened_from text,
    kind text not null,
    arrived_at bigint not null,
    left_at bigint,
    cancelled_at bigint,
    created_at bigint not null,
    created_by bigint,
    external_ref text,
    constraint check_in_pk primary key (place_id, id),
    constraint check_in_day_fk foreign key (place_id, person_id, day) references check_in_day (place_id, person_id, day),
    constraint check_in_half_known check (half in ('morning', 'afternoon', 'day')),
    constraint check_in_widened_to_day check (widened_from is null or half = 'day' and widened_from in ('morning', 'afternoon')),
    constraint check_in_kind_known check (kind in ('pass', 'plan', 'trial', 'debt', 'staff'))
);

create index check_in_by_day on check_in (place_id, day, arrived_at);
create index check_in_by_person on check_in (place_id, person_id, day);
-- At most one that counts for each half; the columns stand in two orders so that both engines tell the two apart.
create unique index check_in_morning_once on check_in (place_id, person_id, day)
    where cancelled_at is null and half <> 'afternoon';
create unique index check_in_afternoon_once on check_in (place_id, day, person_id)
    where cancelled_at is null and half <> 'morning';
create unique index check_in_external_unique on check_in (place_id, external_ref) where external_ref is not null;
