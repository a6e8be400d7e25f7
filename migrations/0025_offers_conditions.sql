-- owner: offers. What a plan asks for and gives: commitment, notice, fee to join, day of billing, hours, discounts and units; pauses of a plan.

-- What holds for contracts agreed from now on. The fee to join is charged once, under its label, as the product of the plan.
alter table plan add column commitment_months bigint not null default 0
    constraint plan_commitment_known check (commitment_months between 0 and 60);
alter table plan add column notice_months bigint not null default 0
    constraint plan_notice_known check (notice_months between 0 and 12);
alter table plan add column notice_to_end bigint not null default 0
    constraint plan_notice_to_end_known check (notice_to_end in (0, 1));
alter table plan add column anniversary bigint not null default 0
    constraint plan_anniversary_known check (anniversary in (0, 1));
alter table plan add column setup_label text not null default '';
alter table plan add column setup_cents bigint not null default 0
    constraint plan_setup_not_negative check (setup_cents >= 0);
alter table plan add column keys text not null default '';

-- The same, as it was agreed. `anchor` is the day from which monthly anniversaries count; none means calendar months. A contract
-- `replaces` the one that it took over from.
alter table plan_contract add column anchor text;
alter table plan_contract add column committed_until text;
alter table plan_contract add column notice_months bigint not null default 0
    constraint plan_contract_notice_known check (notice_months between 0 and 12);
alter table plan_contract add column notice_to_end bigint not null default 0
    constraint plan_contract_notice_to_end_known check (notice_to_end in (0, 1));
alter table plan_contract add column replaces_id bigint;

-- What a plan gives each period for spaces of a kind: minutes without charge, and a discount on what is beyond them. What a kind is, the
-- capability that lets spaces says.
create table plan_benefit (
    place_id bigint not null,
    plan_id bigint not null,
    kind text not null,
    minutes bigint not null,
    discount_bp bigint not null,
    constraint plan_benefit_pk primary key (place_id, plan_id, kind),
    constraint plan_benefit_plan_fk foreign key (place_id, plan_id) references plan (place_id, id),
    constraint plan_benefit_minutes_known check (minutes between 0 and 60000),
    constraint plan_benefit_discount_known check (discount_bp between 0 and 10000)
);

-- Units of a pass that a plan gives each period; they lapse at its end.
create table plan_units (
    place_id bigint not null,
    plan_id bigint not null,
    pass_offer_id bigint not null,
    units bigint not null,
    constraint plan_units_pk primary key (place_id, plan_id),
    constraint plan_units_plan_fk foreign key (place_id, plan_id) references plan (place_id, id),
    constraint plan_units_offer_fk foreign key (place_id, pass_offer_id) references pass_offer (place_id, id),
    constraint plan_units_known check (units between 1 and 10000)
);

-- Days on which a contract is paused, both ends included, and the part of its price that is due meanwhile. The reason is for who asked
-- and for who manages offers. A pause that never began is cancelled; one that ends early has an earlier last day.
create table plan_pause (
    place_id bigint not null,
    id bigint not null,
    contract_id bigint not null,
    person_id bigint not null,
    from_day text not null,
    until_day text not null,
    due_bp bigint not null,
    reason text not null,
    asked_at bigint not null,
    asked_by bigint,
    cancelled_at bigint,
    constraint plan_pause_pk primary key (place_id, id),
    constraint plan_pause_contract_fk foreign key (place_id, contract_id) references plan_contract (place_id, id),
    constraint plan_pause_person_fk foreign key (place_id, person_id) references person (place_id, id),
    constraint plan_pause_in_order check (until_day >= from_day),
    constraint plan_pause_due_known check (due_bp between 0 and 10000)
);
create index plan_pause_of_person on plan_pause (place_id, person_id, from_day);
create index plan_pause_by_day on plan_pause (place_id, until_day);
