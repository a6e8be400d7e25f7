-- owner: network. Agreements with other places, the codes that members show there, and every visit, from the side of the home as well as
-- of the host: what one place claims is what the other one owes, line by line.

-- The key signs every call between the two; it is made of the invitation and of what the other side drew, so it is kept as it is.
create table partner (
    place_id bigint not null,
    id bigint not null,
    name text not null,
    town text not null,
    url text not null,
    agreement text not null,
    inviter bigint not null,
    invitation text not null,
    invited_until bigint not null,
    key text not null,
    half_day_cents bigint not null,
    day_cents bigint not null,
    from_day text not null,
    until_day text,
    cap_days bigint not null,
    organisation_id bigint,
    product_id bigint,
    made_at bigint not null,
    made_by bigint,
    joined_at bigint,
    suspended_at bigint,
    ended_at bigint,
    constraint partner_pk primary key (place_id, id),
    constraint partner_agreement_once unique (place_id, agreement),
    constraint partner_place_fk foreign key (place_id) references place (place_id),
    constraint partner_organisation_fk foreign key (place_id, organisation_id) references organisation (place_id, id),
    constraint partner_product_fk foreign key (place_id, product_id) references product (place_id, id),
    constraint partner_inviter_known check (inviter in (0, 1)),
    constraint partner_half_day_known check (half_day_cents between 0 and 100000),
    constraint partner_day_known check (day_cents between half_day_cents and 100000),
    constraint partner_cap_known check (cap_days between 1 and 31),
    constraint partner_in_order check (until_day is null or until_day >= from_day)
);

-- Which passes our members may use there.
create table partner_pass (
    place_id bigint not null,
    partner_id bigint not null,
    pass_offer_id bigint not null,
    constraint partner_pass_pk primary key (place_id, partner_id, pass_offer_id),
    constraint partner_pass_partner_fk foreign key (place_id, partner_id) references partner (place_id, id),
    constraint partner_pass_offer_fk foreign key (place_id, pass_offer_id) references pass_offer (place_id, id)
);

-- What a member shows at the desk of the other place: ten minutes, once.
create table visiting_code (
    place_id bigint not null,
    partner_id bigint not null,
    person_id bigint not null,
    code text not null,
    made_at bigint not null,
    expires_at bigint not null,
    constraint visiting_code_pk primary key (place_id, partner_id, person_id),
    constraint visiting_code_once unique (place_id, code),
    constraint visiting_code_partner_fk foreign key (place_id, partner_id) references partner (place_id, id),
    constraint visiting_code_person_fk foreign key (place_id, person_id) references person (place_id, id)
);

-- A visit to a place, as each side keeps it. `side` says which we are; `reference` is what both call it, drawn by the host. A host that
-- asked and was not answered keeps the code until it is, so that the same question can be asked again.
create table partner_visit (
    place_id bigint not null,
    id bigint not null,
    partner_id bigint not null,
    side text not null,
    reference text not null,
    person_id bigint,
    visitor text not null,
    code text not null,
    day text not null,
    part text not null,
    state text not null,
    units bigint not null,
    units_left bigint not null,
    amount_cents bigint not null,
    asked_at bigint not null,
    undone_at bigint,
    made_by bigint,
    charge_id bigint,
    constraint partner_visit_pk primary key (place_id, id),
    constraint partner_visit_once unique (place_id, partner_id, side, reference),
    constraint partner_visit_partner_fk foreign key (place_id, partner_id) references partner (place_id, id),
    constraint partner_visit_person_fk foreign key (place_id, person_id) references person (place_id, id),
    constraint partner_visit_charge_fk foreign key (place_id, charge_id) references charge (place_id, id),
    constraint partner_visit_side_known check (side in ('home', 'host')),
    constraint partner_visit_part_known check (part in ('morning', 'afternoon', 'day')),
    constraint partner_visit_state_known check (state in ('asked', 'made', 'refused', 'undone')),
    constraint partner_visit_amount_known check (amount_cents >= 0)
);
create index partner_visit_by_day on partner_visit (place_id, partner_id, side, day);
create index partner_visit_of_day on partner_visit (place_id, side, day);
create index partner_visit_of_person on partner_visit (place_id, person_id, day);
