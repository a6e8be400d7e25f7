-- owner: billing. Quotes: what is offered at which price and until when, and the yes that makes it owed.
--
-- A quote is written as a draft without a number. Sent, it has a number of its own series and is chained (RULES 23): nothing of it
-- changes any more but where it stands and which options are chosen. Accepting is chained as well: who said yes, when, to which
-- options and conditions. The secrets that show it to a customer without an account are kept as hashes, a new one with each letter.

create table quote_conditions (
    place_id bigint not null,
    id bigint not null,
    version bigint not null,
    body text not null,
    published_at bigint not null,
    published_by bigint,
    constraint quote_conditions_pk primary key (place_id, id),
    constraint quote_conditions_version unique (place_id, version)
);

create table quote (
    place_id bigint not null,
    id bigint not null,
    source_kind text not null,
    source_id bigint not null,
    year bigint,
    number bigint,
    state text not null,
    language text not null,
    currency text not null,
    subject text not null,
    introduction text not null,
    buyer text not null,
    buyer_name text not null,
    contact_name text not null,
    email text not null,
    seller text,
    discount_bp bigint not null,
    guarantee_cents bigint not null,
    service_from text not null,
    service_until text not null,
    valid_until text not null,
    conditions_id bigint,
    issued_on text,
    sent_at bigint,
    reminded_at bigint,
    answered_at bigint,
    accepted_name text not null,
    accepted_from text not null,
    reason text not null,
    document_id bigint,
    created_at bigint not null,
    created_by bigint,
    search text not null,
    constraint quote_pk primary key (place_id, id),
    constraint quote_number_unique unique (place_id, year, number),
    constraint quote_state_known check (state in ('draft', 'sent', 'accepted', 'declined', 'withdrawn', 'expired')),
    constraint quote_numbered check ((state = 'draft') = (number is null)),
    constraint quote_discount_sane check (discount_bp between 0 and 10000),
    constraint quote_guarantee_sane check (guarantee_cents >= 0),
    constraint quote_conditions_fk foreign key (place_id, conditions_id) references quote_conditions (place_id, id),
    constraint quote_document_fk foreign key (place_id, document_id) references document (place_id, id)
);

create index quote_by_source on quote (place_id, source_kind, source_id);
create index quote_by_state on quote (place_id, state, valid_until);

create table quote_line (
    place_id bigint not null,
    quote_id bigint not null,
    position bigint not null,
    optional bigint not null,
    chosen bigint not null,
    label text not null,
    detail text not null,
    quantity bigint not null,
    unit text not null,
    unit_cents bigint not null,
    rate_bp bigint not null,
    exemption text not null,
    product_id bigint not null,
    source_kind text not null,
    source_id bigint,
    constraint quote_line_pk primary key (place_id, quote_id, position),
    constraint quote_line_optional_known check (optional in (0, 1)),
    constraint quote_line_chosen_known check (chosen in (0, 1)),
    constraint quote_line_quote_fk foreign key (place_id, quote_id) references quote (place_id, id),
    constraint quote_line_product_fk foreign key (place_id, product_id) references product (place_id, id)
);

create table quote_key (
    place_id bigint not null,
    secret_hash text not null,
    quote_id bigint not null,
    made_at bigint not null,
    constraint quote_key_pk primary key (place_id, secret_hash),
    constraint quote_key_quote_fk foreign key (place_id, quote_id) references quote (place_id, id)
);
