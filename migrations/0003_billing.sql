-- owner: billing. What is sold and at what price, what is owed, what was invoiced, what was paid.
--
-- Prices, rates and the seller's own facts are rows with the day from which they hold: what was agreed last year stays
-- readable. What was issued is only ever inserted: no statement of the program updates or deletes a row of invoice,
-- invoice_line, invoice_vat, payment or payment_allocation, and each of them is covered by a register of the hash chain.
-- Cents, basis points and thousandths are whole numbers; quantities are thousandths of their unit.

create table seller (
    place_id bigint not null,
    from_day text not null,
    legal_name text not null,
    legal_form text not null,
    capital_cents bigint not null,
    siren text not null,
    vat_number text,
    rcs text not null,
    street text not null,
    postal_code text not null,
    city text not null,
    country text not null,
    email text not null,
    phone text,
    iban text,
    bic text,
    payment_days bigint not null,
    penalty_rate_bp bigint not null,
    indemnity_cents bigint not null,
    discount_text text not null,
    vat_on_debits bigint not null,
    footer text not null,
    constraint seller_pk primary key (place_id, from_day),
    constraint seller_capital check (capital_cents >= 0),
    constraint seller_payment_days check (payment_days between 0 and 60),
    constraint seller_penalty_rate check (penalty_rate_bp >= 0),
    constraint seller_indemnity check (indemnity_cents >= 0),
    constraint seller_vat_on_debits check (vat_on_debits in (0, 1))
);

create table vat_rate (
    place_id bigint not null,
    vat_category text not null,
    from_day text not null,
    rate_bp bigint not null,
    exemption text not null,
    constraint vat_rate_pk primary key (place_id, vat_category, from_day),
    constraint vat_rate_bounds check (rate_bp between 0 and 10000),
    -- A rate of nothing must say by which article of law.
    constraint vat_rate_exemption check ((rate_bp = 0) = (exemption <> ''))
);

create table product (
    place_id bigint not null,
    id bigint not null,
    code text not null,
    name text not null,
    family text not null,
    vat_category text not null,
    basis text not null,
    account_code text not null,
    active bigint not null,
    constraint product_pk primary key (place_id, id),
    constraint product_code unique (place_id, code),
    constraint product_family check (family in ('room', 'plan', 'pass', 'desk', 'other')),
    constraint product_basis check (basis in ('net', 'gross')),
    constraint product_active check (active in (0, 1))
);

-- An empty audience is everybody; a price for one audience goes before it.
create table price (
    place_id bigint not null,
    id bigint not null,
    product_id bigint not null,
    audience text not null,
    unit text not null,
    cents bigint not null,
    from_day text not null,
    constraint price_pk primary key (place_id, id),
    constraint price_of_a_day unique (place_id, product_id, audience, unit, from_day),
    constraint price_product foreign key (place_id, product_id) references product (place_id, id),
    constraint price_unit check (unit in ('hour', 'half_day', 'day', 'month', 'piece')),
    constraint price_not_negative check (cents >= 0)
);

create table customer (
    place_id bigint not null,
    id bigint not null,
    person_id bigint,
    organisation_id bigint,
    constraint customer_pk primary key (place_id, id),
    constraint customer_person_once unique (place_id, person_id),
    constraint customer_organisation_once unique (place_id, organisation_id),
    constraint customer_person foreign key (place_id, person_id) references person (place_id, id),
    constraint customer_organisation foreign key (place_id, organisation_id) references organisation (place_id, id),
    constraint customer_is_one check ((person_id is null) <> (organisation_id is null))
);

-- The months that take no new entry: every month up to the latest row.
create table closed_month (
    place_id bigint not null,
    month text not null,
    closed_at bigint not null,
    closed_by bigint,
    constraint closed_month_pk primary key (place_id, month)
);

create table billing_run (
    place_id bigint not null,
    id bigint not null,
    month text not null,
    state text not null,
    job_id bigint,
    created_at bigint not null,
    created_by bigint,
    constraint billing_run_pk primary key (place_id, id),
    constraint billing_run_state check (state in ('draft', 'issuing', 'done'))
);

-- Two people who close the same month at the same time work on the same run.
create unique index billing_run_unfinished on billing_run (place_id, month) where state <> 'done';

create table billing_run_item (
    place_id bigint not null,
    run_id bigint not null,
    customer_id bigint not null,
    basis text not null,
    position bigint not null,
    fingerprint text not null,
    state text not null,
    reason text,
    invoice_id bigint,
    constraint billing_run_item_pk primary key (place_id, run_id, customer_id, basis),
    constraint billing_run_item_run foreign key (place_id, run_id) references billing_run (place_id, id),
    constraint billing_run_item_customer foreign key (place_id, customer_id) references customer (place_id, id),
    constraint billing_run_item_state check (state in ('pending', 'issued', 'skipped', 'failed')),
    constraint billing_run_item_basis check (basis in ('net', 'gross')),
    constraint billing_run_item_invoice check ((state = 'issued') = (invoice_id is not null))
);

-- The day after which a series may not go back; its row is the lock that keeps numbers in the order of days.
create table invoice_series (
    place_id bigint not null,
    series text not null,
    last_issued_on text not null,
    constraint invoice_series_pk primary key (place_id, series)
);

-- rows are large: each carries the seller and the buyer as they were.
create table invoice (
    place_id bigint not null,
    id bigint not null,
    kind text not null,
    series text not null,
    year bigint not null,
    number bigint not null,
    customer_id bigint not null,
    buyer_name text not null,
    issued_on text not null,
    due_on text not null,
    supply_from text not null,
    supply_until text not null,
    basis text not null,
    net_cents bigint not null,
    vat_cents bigint not null,
    gross_cents bigint not null,
    currency text not null,
    language text not null,
    seller text not null,
    buyer text not null,
    mentions text not null,
    corrects_id bigint,
    run_id bigint,
    issued_at bigint not null,
    search text not null,
    constraint invoice_pk primary key (place_id, id),
    constraint invoice_number unique (place_id, series, year, number),
    constraint invoice_customer foreign key (place_id, customer_id) references customer (place_id, id),
    constraint invoice_corrects foreign key (place_id, corrects_id) references invoice (place_id, id),
    constraint invoice_run foreign key (place_id, run_id) references billing_run (place_id, id),
    constraint invoice_kind check (kind in ('invoice', 'credit_note')),
    constraint invoice_basis check (basis in ('net', 'gross')),
    constraint invoice_number_positive check (number > 0),
    constraint invoice_adds_up check (gross_cents = net_cents + vat_cents),
    constraint invoice_due_after_issue check (due_on >= issued_on),
    constraint invoice_supply_in_order check (supply_until >= supply_from)
);

create index invoice_of_customer on invoice (place_id, customer_id, issued_on);
create index invoice_of_run on invoice (place_id, run_id);

create table invoice_line (
    place_id bigint not null,
    invoice_id bigint not null,
    position bigint not null,
    charge_id bigint,
    section text not null,
    label text not null,
    detail text not null,
    quantity bigint not null,
    unit text not null,
    unit_cents bigint not null,
    amount_cents bigint not null,
    rate_bp bigint not null,
    exemption text not null,
    constraint invoice_line_pk primary key (place_id, invoice_id, position),
    constraint invoice_line_charge_once unique (place_id, charge_id),
    constraint invoice_line_invoice foreign key (place_id, invoice_id) references invoice (place_id, id)
);

create table invoice_vat (
    place_id bigint not null,
    invoice_id bigint not null,
    rate_bp bigint not null,
    exemption text not null,
    base_cents bigint not null,
    vat_cents bigint not null,
    constraint invoice_vat_pk primary key (place_id, invoice_id, rate_bp, exemption),
    constraint invoice_vat_invoice foreign key (place_id, invoice_id) references invoice (place_id, id)
);

-- The PDF of an invoice, made after its number is taken: beside the invoice, which never changes.
create table invoice_document (
    place_id bigint not null,
    invoice_id bigint not null,
    document_id bigint not null,
    mailed bigint not null,
    constraint invoice_document_pk primary key (place_id, invoice_id),
    constraint invoice_document_invoice foreign key (place_id, invoice_id) references invoice (place_id, id),
    constraint invoice_document_mailed check (mailed in (0, 1))
);

-- `month` is the month that bills it: that of the first day of service, or the first open one when that is closed.
create table charge (
    place_id bigint not null,
    id bigint not null,
    customer_id bigint not null,
    person_id bigint,
    product_id bigint not null,
    label text not null,
    detail text not null,
    quantity bigint not null,
    unit text not null,
    unit_cents bigint not null,
    amount_cents bigint not null,
    basis text not null,
    rate_bp bigint not null,
    exemption text not null,
    service_from text not null,
    service_until text not null,
    month text not null,
    source_kind text not null,
    source_id bigint not null,
    source_key text not null,
    corrects_id bigint,
    state text not null,
    invoice_id bigint,
    created_at bigint not null,
    constraint charge_pk primary key (place_id, id),
    constraint charge_source_once unique (place_id, source_key),
    constraint charge_corrected_once unique (place_id, corrects_id),
    constraint charge_customer foreign key (place_id, customer_id) references customer (place_id, id),
    constraint charge_person foreign key (place_id, person_id) references person (place_id, id),
    constraint charge_product foreign key (place_id, product_id) references product (place_id, id),
    constraint charge_corrects foreign key (place_id, corrects_id) references charge (place_id, id),
    constraint charge_invoice foreign key (place_id, invoice_id) references invoice (place_id, id),
    constraint charge_state check (state in ('open', 'invoiced', 'cancelled')),
    constraint charge_invoiced check ((state = 'invoiced') = (invoice_id is not null)),
    constraint charge_basis check (basis in ('net', 'gross')),
    constraint charge_unit check (unit in ('hour', 'half_day', 'day', 'month', 'piece')),
    constraint charge_quantity check (quantity <> 0),
    constraint charge_unit_price check (unit_cents >= 0),
    constraint charge_service_in_order check (service_until >= service_from)
);

create index charge_open on charge (place_id, state, month, customer_id);
create index charge_of_customer on charge (place_id, customer_id, service_from);
create index charge_of_person on charge (place_id, person_id, state);
create index charge_of_invoice on charge (place_id, invoice_id);
create index charge_of_source on charge (place_id, source_kind, source_id);

create table payment (
    place_id bigint not null,
    id bigint not null,
    customer_id bigint not null,
    received_on text not null,
    amount_cents bigint not null,
    method text not null,
    reference text not null,
    recorded_at bigint not null,
    recorded_by bigint,
    reverses_id bigint,
    constraint payment_pk primary key (place_id, id),
    constraint payment_reversed_once unique (place_id, reverses_id),
    constraint payment_customer foreign key (place_id, customer_id) references customer (place_id, id),
    constraint payment_reverses foreign key (place_id, reverses_id) references payment (place_id, id),
    constraint payment_method check (method in ('transfer', 'card', 'cheque', 'cash', 'direct_debit', 'other')),
    -- Money comes in; only the reversal of a payment takes it out again.
    constraint payment_sign check ((amount_cents > 0 and reverses_id is null) or (amount_cents < 0 and reverses_id is not null))
);

create index payment_of_customer on payment (place_id, customer_id, received_on);

create table payment_allocation (
    place_id bigint not null,
    id bigint not null,
    payment_id bigint not null,
    invoice_id bigint not null,
    cents bigint not null,
    allocated_at bigint not null,
    constraint payment_allocation_pk primary key (place_id, id),
    constraint payment_allocation_payment foreign key (place_id, payment_id) references payment (place_id, id),
    constraint payment_allocation_invoice foreign key (place_id, invoice_id) references invoice (place_id, id),
    constraint payment_allocation_some check (cents <> 0)
);

create index payment_allocation_of_payment on payment_allocation (place_id, payment_id);
create index payment_allocation_of_invoice on payment_allocation (place_id, invoice_id);
