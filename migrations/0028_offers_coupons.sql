-- owner: offers. Coupons for passes: a code, what it takes off, from when to when and how often, and every use of it.

create table coupon (
    place_id bigint not null,
    id bigint not null,
    code text not null,
    rate_bp bigint not null,
    amount_cents bigint not null,
    pass_offer_id bigint,
    from_day text not null,
    until_day text not null,
    most_uses bigint,
    most_each bigint,
    active bigint not null,
    constraint coupon_pk primary key (place_id, id),
    constraint coupon_code_once unique (place_id, code),
    constraint coupon_offer_fk foreign key (place_id, pass_offer_id) references pass_offer (place_id, id),
    constraint coupon_rate_known check (rate_bp between 0 and 10000),
    constraint coupon_amount_not_negative check (amount_cents >= 0),
    constraint coupon_one_cut check ((rate_bp = 0) <> (amount_cents = 0)),
    constraint coupon_in_order check (until_day >= from_day),
    constraint coupon_most_uses_positive check (most_uses > 0),
    constraint coupon_most_each_positive check (most_each > 0),
    constraint coupon_active_known check (active in (0, 1))
);

-- A use is undone when the pass is taken back: it may then be used again.
create table coupon_use (
    place_id bigint not null,
    id bigint not null,
    coupon_id bigint not null,
    person_id bigint not null,
    pass_lot_id bigint not null,
    cut_cents bigint not null,
    at bigint not null,
    undone_at bigint,
    constraint coupon_use_pk primary key (place_id, id),
    constraint coupon_use_coupon_fk foreign key (place_id, coupon_id) references coupon (place_id, id),
    constraint coupon_use_person_fk foreign key (place_id, person_id) references person (place_id, id),
    constraint coupon_use_once_a_lot unique (place_id, pass_lot_id)
);
create index coupon_use_of_coupon on coupon_use (place_id, coupon_id);
