-- owner: spaces. Offices let by the month: whose they are, from when to when, and the contract by which they are paid.
--
-- The month is charged by the plan contract of `offers`; here stands that nobody else may book the space meanwhile. `rent_cents` is the rent of a month without VAT, as agreed:
-- for the figures of the house. `starts_at` and `ends_at` are the days as instants; no end means until further notice.

create table letting (
    place_id bigint not null,
    id bigint not null,
    resource_id bigint not null,
    person_id bigint not null,
    contract_id bigint not null,
    rent_cents bigint not null,
    from_day text not null,
    until_day text,
    starts_at bigint not null,
    ends_at bigint,
    created_at bigint not null,
    created_by bigint,
    constraint letting_pk primary key (place_id, id),
    constraint letting_resource_fk foreign key (place_id, resource_id) references resource (place_id, id),
    constraint letting_person_fk foreign key (place_id, person_id) references person (place_id, id),
    constraint letting_contract_fk foreign key (place_id, contract_id) references plan_contract (place_id, id),
    constraint letting_rent_not_negative check (rent_cents >= 0),
    constraint letting_ends_with_its_day check ((until_day is null) = (ends_at is null))
);
create index letting_by_resource on letting (place_id, resource_id, starts_at);
