-- owner: spaces. What is had with a room: coffee, a screen, a late opening; and what was asked for with each booking.
--
-- `price_cents` is the price of one, on the basis of the product, which says the VAT; `preparation` is what the desk does for it. Without lines in `extra_space` it is had with every space.
create table extra (
    place_id bigint not null,
    id bigint not null,
    name text not null,
    unit text not null,
    price_cents bigint not null,
    product_id bigint not null,
    notice_hours bigint not null,
    preparation text not null,
    active bigint not null,
    created_at bigint not null,
    constraint extra_pk primary key (place_id, id),
    constraint extra_product_fk foreign key (place_id, product_id) references product (place_id, id),
    constraint extra_unit_known check (unit in ('booking', 'person', 'hour')),
    constraint extra_price_not_negative check (price_cents >= 0),
    constraint extra_notice_within_a_year check (notice_hours between 0 and 8784),
    constraint extra_active_flag check (active in (0, 1))
);

create unique index extra_name_unique on extra (place_id, name);

create table extra_space (
    place_id bigint not null,
    extra_id bigint not null,
    resource_id bigint not null,
    constraint extra_space_pk primary key (place_id, extra_id, resource_id),
    constraint extra_space_extra_fk foreign key (place_id, extra_id) references extra (place_id, id),
    constraint extra_space_resource_fk foreign key (place_id, resource_id) references resource (place_id, id)
);

-- One line for each extra of a booking, at the price agreed; a count of nothing means it was given up, and `amount_cents` is what that cost.
create table booking_extra (
    place_id bigint not null,
    id bigint not null,
    booking_id bigint not null,
    extra_id bigint not null,
    name text not null,
    unit text not null,
    count bigint not null,
    unit_cents bigint not null,
    product_id bigint,
    amount_cents bigint not null,
    basis text not null,
    rate_bp bigint not null,
    exemption text,
    charge_id bigint,
    fee_cents bigint,
    fee_charge_id bigint,
    fee_floor_cents bigint not null,
    done_at bigint,
    done_by bigint,
    constraint booking_extra_pk primary key (place_id, id),
    constraint booking_extra_booking_fk foreign key (place_id, booking_id) references booking (place_id, id),
    constraint booking_extra_extra_fk foreign key (place_id, extra_id) references extra (place_id, id),
    constraint booking_extra_product_fk foreign key (place_id, product_id) references product (place_id, id),
    constraint booking_extra_charge_fk foreign key (place_id, charge_id) references charge (place_id, id),
    constraint booking_extra_fee_charge_fk foreign key (place_id, fee_charge_id) references charge (place_id, id),
    constraint booking_extra_unit_known check (unit in ('booking', 'person', 'hour')),
    constraint booking_extra_basis_known check (basis in ('net', 'gross')),
    constraint booking_extra_counted check (count between 0 and 1000),
    constraint booking_extra_amount_not_negative check (amount_cents >= 0 and unit_cents >= 0),
    constraint booking_extra_fee_within_amount check (fee_cents between 0 and amount_cents)
);

create unique index booking_extra_unique on booking_extra (place_id, booking_id, extra_id);
