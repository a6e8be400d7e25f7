-- owner: events. Collective moments of the place: what is announced, who registers and who waits, who came.

-- A moment as it is announced. Without a capacity there is no limit; `walk_ins` counts who came without having registered.
create table event (
    place_id bigint not null,
    id bigint not null,
    kind text not null constraint event_kind_known
        check (kind in ('lunch', 'powwow', 'workshop', 'concert', 'talk', 'party', 'other')),
    title text not null,
    body text not null,
    starts_at bigint not null,
    ends_at bigint not null,
    venue text not null,
    host text not null,
    audience text not null constraint event_audience_known check (audience in ('public', 'members')),
    registers bigint not null constraint event_registers_known check (registers in (0, 1)),
    capacity bigint constraint event_capacity_known check (capacity between 1 and 100000),
    guests bigint not null constraint event_guests_known check (guests between 0 and 20),
    product_id bigint,
    price_cents bigint,
    state text not null constraint event_state_known check (state in ('draft', 'published', 'cancelled')),
    reason text not null,
    walk_ins bigint not null constraint event_walk_ins_known check (walk_ins between 0 and 100000),
    version bigint not null,
    reminded_at bigint,
    created_at bigint not null,
    created_by bigint,
    constraint event_pk primary key (place_id, id),
    constraint event_place_fk foreign key (place_id) references place (place_id),
    constraint event_product_fk foreign key (place_id, product_id) references product (place_id, id),
    constraint event_ordered check (starts_at < ends_at),
    constraint event_price_whole check (price_cents is null or product_id is not null)
);
create index event_by_start on event (place_id, starts_at);

-- The bookings that keep its rooms: where and when a room is kept is what the booking says.
create table event_room (
    place_id bigint not null,
    event_id bigint not null,
    booking_id bigint not null,
    constraint event_room_pk primary key (place_id, event_id, booking_id),
    constraint event_room_event_fk foreign key (place_id, event_id) references event (place_id, id),
    constraint event_room_booking_fk foreign key (place_id, booking_id) references booking (place_id, id)
);
create unique index event_room_booking_unique on event_room (place_id, booking_id);

-- Somebody who registers, with guests. Until an address from outside is proven, the registration is `unconfirmed` and takes no seat.
-- Who waits is served in the order of `asked_at`. `came` is how many of them came. The price is frozen with the seat.
create table event_registration (
    place_id bigint not null,
    id bigint not null,
    event_id bigint not null,
    person_id bigint,
    name text not null,
    email text,
    language text not null,
    guests bigint not null constraint event_registration_guests_known check (guests between 0 and 20),
    state text not null constraint event_registration_state_known
        check (state in ('unconfirmed', 'registered', 'waiting', 'offered', 'cancelled', 'lapsed')),
    token text not null,
    asked_at bigint not null,
    offered_until bigint,
    cancelled_at bigint,
    came bigint,
    audience text not null,
    product_id bigint,
    price_cents bigint not null,
    basis text not null,
    rate_bp bigint not null,
    exemption text,
    customer_id bigint,
    charge_id bigint,
    fee_cents bigint,
    fee_charge_id bigint,
    constraint event_registration_pk primary key (place_id, id),
    constraint event_registration_event_fk foreign key (place_id, event_id) references event (place_id, id),
    constraint event_registration_person_fk foreign key (place_id, person_id) references person (place_id, id),
    constraint event_registration_charge_fk foreign key (place_id, charge_id) references charge (place_id, id),
    constraint event_registration_fee_fk foreign key (place_id, fee_charge_id) references charge (place_id, id)
);
create unique index event_registration_token_unique on event_registration (place_id, token);
create index event_registration_by_event on event_registration (place_id, event_id, asked_at);
create index event_registration_by_person on event_registration (place_id, person_id, asked_at);
-- One seat or one wait per person and moment.
create unique index event_registration_once on event_registration (place_id, event_id, person_id)
    where person_id is not null and state in ('registered', 'waiting', 'offered');
create index event_registration_by_state on event_registration (place_id, state, asked_at);

-- Calendars of a member followed from outside; only the digest of the secret in their address is kept.
create table event_feed (
    place_id bigint not null,
    person_id bigint not null,
    secret_hash text not null,
    made_at bigint not null,
    constraint event_feed_pk primary key (place_id, person_id),
    constraint event_feed_person_fk foreign key (place_id, person_id) references person (place_id, id)
);
create unique index event_feed_secret_unique on event_feed (place_id, secret_hash);
