-- owner: offers. Coupons for more than passes: the first month of a plan, the fee for joining one, bookings; and every use of them there.

-- What it is for, in words separated by spaces; `plan_id` says which plan, when not every one.
alter table coupon add column targets text not null default 'passes';
alter table coupon add column plan_id bigint;

-- A use that bought no pass; what was undone can be used again.
create table coupon_taken (
    place_id bigint not null,
    id bigint not null,
    coupon_id bigint not null,
    person_id bigint not null,
    target text not null,
    cut_cents bigint not null,
    at bigint not null,
    undone_at bigint,
    constraint coupon_taken_pk primary key (place_id, id),
    constraint coupon_taken_coupon_fk foreign key (place_id, coupon_id) references coupon (place_id, id),
    constraint coupon_taken_person_fk foreign key (place_id, person_id) references person (place_id, id),
    constraint coupon_taken_target_known check (target in ('plan', 'booking')),
    constraint coupon_taken_cut_known check (cut_cents >= 0)
);
create index coupon_taken_of_coupon on coupon_taken (place_id, coupon_id);

-- What a contract was begun with: what comes off its first period (a part or an amount, or neither), and off the fee for joining.
create table plan_coupon (
    place_id bigint not null,
    contract_id bigint not null,
    coupon_taken_id bigint not null,
    code text not null,
    month text not null,
    rate_bp bigint not null,
    amount_cents bigint not null,
    fee_cents bigint not null,
    constraint plan_coupon_pk primary key (place_id, contract_id),
    constraint plan_coupon_contract_fk foreign key (place_id, contract_id) references plan_contract (place_id, id),
    constraint plan_coupon_taken_fk foreign key (place_id, coupon_taken_id) references coupon_taken (place_id, id),
    constraint plan_coupon_taken_once unique (place_id, coupon_taken_id),
    constraint plan_coupon_rate_known check (rate_bp between 0 and 10000),
    constraint plan_coupon_amounts_known check (amount_cents >= 0 and fee_cents >= 0),
    constraint plan_coupon_one_cut check (rate_bp = 0 or amount_cents = 0)
);

-- What a booking was made with, by the number it has where it is kept: what it takes off, and how much that is of its price now.
create table booking_coupon (
    place_id bigint not null,
    booking_id bigint not null,
    coupon_taken_id bigint not null,
    code text not null,
    rate_bp bigint not null,
    amount_cents bigint not null,
    off_cents bigint not null,
    constraint booking_coupon_pk primary key (place_id, booking_id),
    constraint booking_coupon_taken_fk foreign key (place_id, coupon_taken_id) references coupon_taken (place_id, id),
    constraint booking_coupon_taken_once unique (place_id, coupon_taken_id),
    constraint booking_coupon_rate_known check (rate_bp between 0 and 10000),
    constraint booking_coupon_amounts_known check (amount_cents >= 0 and off_cents >= 0)
);
