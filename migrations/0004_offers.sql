-- owner: offers. What people have bought and may still use: monthly plans, passes of units, and every unit taken or given back.
--
-- What was agreed is copied where it was agreed: a lot keeps the numbers of the day it was bought, a contract its price.
-- Units are only ever moved by rows of pass_debit; `remaining` repeats their sum so that the last unit is taken once.

-- One row for each person who holds or held something here: locking it makes the acts on one person's passes and contracts
-- wait for one another, even when they hold no lot yet.
create table holder (
    place_id bigint not null,
    person_id bigint not null,
    constraint holder_pk primary key (place_id, person_id),
    constraint holder_person foreign key (place_id, person_id) references person (place_id, id)
);

-- A plan `beside` another one (a locker, a registered office) gives no desk: it says nothing of the holder's audience.
create table plan (
    place_id bigint not null,
    id bigint not null,
    name text not null,
    product_id bigint not null,
    audience text not null,
    beside bigint not null,
    active bigint not null,
    constraint plan_pk primary key (place_id, id),
    constraint plan_name_once unique (place_id, name),
    constraint plan_product foreign key (place_id, product_id) references product (place_id, id),
    constraint plan_audience check (audience in ('staff', 'resident', 'nomad', 'external')),
    constraint plan_beside check (beside in (0, 1)),
    constraint plan_active check (active in (0, 1))
);

-- `charged_from` is the first day that this program charges: later than `from_day` when the contract came from elsewhere.
-- A contract entered by mistake ends on the day before it starts: it never holds.
create table plan_contract (
    place_id bigint not null,
    id bigint not null,
    person_id bigint not null,
    customer_id bigint not null,
    plan_id bigint not null,
    from_day text not null,
    until_day text,
    charged_from text not null,
    price_cents bigint not null,
    basis text not null,
    created_at bigint not null,
    created_by bigint,
    external_ref text,
    constraint plan_contract_pk primary key (place_id, id),
    constraint plan_contract_person foreign key (place_id, person_id) references person (place_id, id),
    constraint plan_contract_customer foreign key (place_id, customer_id) references customer (place_id, id),
    constraint plan_contract_plan foreign key (place_id, plan_id) references plan (place_id, id),
    constraint plan_contract_price check (price_cents >= 0),
    constraint plan_contract_basis check (basis in ('net', 'gross')),
    constraint plan_contract_charged_after_start check (charged_from >= from_day)
);
create index plan_contract_of_person on plan_contract (place_id, person_id, from_day);
create index plan_contract_by_day on plan_contract (place_id, charged_from);
create unique index plan_contract_external on plan_contract (place_id, external_ref) where external_ref is not null;

-- Which days of a contract were charged by which charge; a correction cancels the row and writes the next revision.
create table plan_charge (
    place_id bigint not null,
    contract_id bigint not null,
    month text not null,
    revision bigint not null,
    charge_id bigint not null,
    from_day text not null,
    until_day text not null,
    amount_cents bigint not null,
    cancelled_at bigint,
    constraint plan_charge_pk primary key (place_id, contract_id, month, revision),
    constraint plan_charge_charge_once unique (place_id, charge_id),
    constraint plan_charge_contract foreign key (place_id, contract_id) references plan_contract (place_id, id),
    constraint plan_charge_charge foreign key (place_id, charge_id) references charge (place_id, id),
    constraint plan_charge_in_order check (until_day >= from_day)
);
create unique index plan_charge_once_a_month on plan_charge (place_id, contract_id, month) where cancelled_at is null;

create table pass_offer (
    place_id bigint not null,
    id bigint not null,
    name text not null,
    product_id bigint not null,
    units bigint not null,
    day_units bigint not null,
    half_day_units bigint not null,
    validity_months bigint,
    active bigint not null,
    constraint pass_offer_pk primary key (place_id, id),
    constraint pass_offer_name_once unique (place_id, name),
    constraint pass_offer_product foreign key (place_id, product_id) references product (place_id, id),
    constraint pass_offer_units check (units between day_units and 10000),
    constraint pass_offer_day check (day_units between half_day_units and 1000),
    constraint pass_offer_half_day check (half_day_units > 0),
    constraint pass_offer_validity check (validity_months between 1 and 120),
    constraint pass_offer_active check (active in (0, 1))
);

-- `used_before` counts what an imported pass had lost before it came here. A pass sold by mistake is cancelled while it is whole.
create table pass_lot (
    place_id bigint not null,
    id bigint not null,
    person_id bigint not null,
    pass_offer_id bigint not null,
    units bigint not null,
    used_before bigint not null,
    remaining bigint not null,
    day_units bigint not null,
    half_day_units bigint not null,
    bought_on text not null,
    expires_on text,
    charge_id bigint,
    created_at bigint not null,
    cancelled_at bigint,
    external_ref text,
    constraint pass_lot_pk primary key (place_id, id),
    constraint pass_lot_charge_once unique (place_id, charge_id),
    constraint pass_lot_person foreign key (place_id, person_id) references person (place_id, id),
    constraint pass_lot_offer foreign key (place_id, pass_offer_id) references pass_offer (place_id, id),
    constraint pass_lot_charge foreign key (place_id, charge_id) references charge (place_id, id),
    constraint pass_lot_remaining_never_negative check (remaining >= 0),
    constraint pass_lot_used_before check (used_before between 0 and units),
    constraint pass_lot_remaining_within_units check (remaining + used_before <= units),
    constraint pass_lot_day check (day_units between half_day_units and 1000),
    constraint pass_lot_half_day check (half_day_units > 0),
    constraint pass_lot_cancelled_whole check (cancelled_at is null or remaining = units),
    constraint pass_lot_expiry check (expires_on is null or expires_on >= bought_on)
);
create index pass_lot_of_person on pass_lot (place_id, person_id, bought_on);
create unique index pass_lot_external on pass_lot (place_id, external_ref) where external_ref is not null;

-- What a person used on a day, as last told: the debits and debts of that day pay for it.
create table pass_day (
    place_id bigint not null,
    person_id bigint not null,
    day text not null,
    used text not null,
    constraint pass_day_pk primary key (place_id, person_id, day),
    constraint pass_day_person foreign key (place_id, person_id) references person (place_id, id),
    constraint pass_day_used check (used in ('nothing', 'half_day', 'two_half_days', 'day'))
);

-- What a visit lacked. It stays open until units settle it or the visit is undone; a part of it is settled by replacing it.
create table pass_debt (
    place_id bigint not null,
    id bigint not null,
    person_id bigint not null,
    day text not null,
    units bigint not null,
    day_units bigint not null,
    half_day_units bigint not null,
    at bigint not null,
    settled_at bigint,
    settled_lot_id bigint,
    cancelled_at bigint,
    constraint pass_debt_pk primary key (place_id, id),
    constraint pass_debt_person foreign key (place_id, person_id) references person (place_id, id),
    constraint pass_debt_lot foreign key (place_id, settled_lot_id) references pass_lot (place_id, id),
    constraint pass_debt_units check (units > 0),
    constraint pass_debt_settled_by_a_lot check ((settled_at is null) = (settled_lot_id is null)),
    constraint pass_debt_settled_or_cancelled check (settled_at is null or cancelled_at is null)
);
create index pass_debt_of_person on pass_debt (place_id, person_id, day);

-- Only ever inserted. Negative units go back to the debit they name: because the visit was shortened or undone, or by hand, for
-- a reason; what was given back by hand still pays for its visit.
create table pass_debit (
    place_id bigint not null,
    id bigint not null,
    lot_id bigint not null,
    person_id bigint not null,
    day text not null,
    units bigint not null,
    at bigint not null,
    returns_id bigint,
    settles_id bigint,
    reason text,
    constraint pass_debit_pk primary key (place_id, id),
    constraint pass_debit_settles_once unique (place_id, settles_id),
    constraint pass_debit_lot foreign key (place_id, lot_id) references pass_lot (place_id, id),
    constraint pass_debit_person foreign key (place_id, person_id) references person (place_id, id),
    constraint pass_debit_returns foreign key (place_id, returns_id) references pass_debit (place_id, id),
    constraint pass_debit_settles foreign key (place_id, settles_id) references pass_debt (place_id, id),
    constraint pass_debit_some check (units <> 0),
    constraint pass_debit_direction check ((units < 0) = (returns_id is not null)),
    constraint pass_debit_reason_of_a_return check (reason is null or returns_id is not null),
    constraint pass_debit_settles_by_taking check (settles_id is null or units > 0)
);
create index pass_debit_of_lot on pass_debit (place_id, lot_id);
create index pass_debit_of_day on pass_debit (place_id, person_id, day);
create index pass_debit_of_return on pass_debit (place_id, returns_id);
