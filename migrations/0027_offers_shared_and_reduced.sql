-- owner: offers. Passes that a team shares, reminders about passes, and reduced tariffs asked for with a proof.

-- A pass on offer that is shared opens lots on which all people of the payer draw.
alter table pass_offer add column shared bigint not null default 0 constraint pass_offer_shared_known check (shared in (0, 1));
alter table pass_lot add column organisation_id bigint;
create index pass_lot_of_organisation on pass_lot (place_id, organisation_id) where organisation_id is not null;

-- Each lot is written about once before it lapses, and once when it is nearly empty.
alter table pass_lot add column expiry_told_at bigint;
alter table pass_lot add column low_told_at bigint;

-- A tariff for those who show that they have a right to it: so much off plans, passes or bookings, as the place decides.
create table reduced_tariff (
    place_id bigint not null,
    id bigint not null,
    name text not null,
    rate_bp bigint not null,
    proof text not null,
    months bigint not null,
    on_plans bigint not null,
    on_passes bigint not null,
    on_bookings bigint not null,
    active bigint not null,
    constraint reduced_tariff_pk primary key (place_id, id),
    constraint reduced_tariff_name_once unique (place_id, name),
    constraint reduced_tariff_rate_known check (rate_bp between 1 and 10000),
    constraint reduced_tariff_months_known check (months between 1 and 60),
    constraint reduced_tariff_plans_known check (on_plans in (0, 1)),
    constraint reduced_tariff_passes_known check (on_passes in (0, 1)),
    constraint reduced_tariff_bookings_known check (on_bookings in (0, 1)),
    constraint reduced_tariff_active_known check (active in (0, 1))
);

-- Who asks for it: a person for themself, or for the organisation that pays for them. Granted, it holds from a day to a day; the rate is
-- the one of the day it was granted.
create table reduction (
    place_id bigint not null,
    id bigint not null,
    tariff_id bigint not null,
    person_id bigint not null,
    customer_id bigint,
    organisation_id bigint,
    words text not null,
    state text not null,
    asked_at bigint not null,
    rate_bp bigint not null,
    from_day text,
    until_day text,
    answer text not null,
    decided_at bigint,
    decided_by bigint,
    constraint reduction_pk primary key (place_id, id),
    constraint reduction_tariff_fk foreign key (place_id, tariff_id) references reduced_tariff (place_id, id),
    constraint reduction_person_fk foreign key (place_id, person_id) references person (place_id, id),
    constraint reduction_customer_fk foreign key (place_id, customer_id) references customer (place_id, id),
    constraint reduction_state_known check (state in ('asked', 'granted', 'refused', 'withdrawn')),
    constraint reduction_days_when_granted check ((state = 'granted') = (from_day is not null and until_day is not null)),
    constraint reduction_in_order check (until_day is null or until_day >= from_day)
);
create index reduction_of_person on reduction (place_id, person_id);
create index reduction_by_state on reduction (place_id, state);

-- The proof, kept until thirty days after the answer.
create table reduction_proof (
    place_id bigint not null,
    reduction_id bigint not null,
    filename text not null,
    media_type text not null,
    content bytea not null,
    constraint reduction_proof_pk primary key (place_id, reduction_id),
    constraint reduction_proof_reduction_fk foreign key (place_id, reduction_id) references reduction (place_id, id)
);
