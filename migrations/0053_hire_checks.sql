-- owner: hires. After a hire: how each space was found, and what became of the deposit of guarantee.
--
-- A deposit is its customer's until a part of it is kept: it is no payment and no income, and enters no book before that (decision 43).

create table hire_check (
    place_id bigint not null,
    slot_id bigint not null,
    hire_id bigint not null,
    condition text not null,
    note text not null,
    checked_at bigint not null,
    checked_by bigint,
    constraint hire_check_pk primary key (place_id, slot_id),
    constraint hire_check_condition_known check (condition in ('good', 'to_clean', 'damaged')),
    constraint hire_check_slot_fk foreign key (place_id, slot_id) references exclusive_hire_slot (place_id, id),
    constraint hire_check_hire_fk foreign key (place_id, hire_id) references exclusive_hire (place_id, id),
    constraint hire_check_by_fk foreign key (place_id, checked_by) references person (place_id, id)
);

create table security_deposit (
    place_id bigint not null,
    hire_id bigint not null,
    amount_cents bigint not null,
    method text not null,
    received_on text not null,
    received_by bigint,
    settled_at bigint,
    settled_by bigint,
    cost_cents bigint,
    kept_cents bigint,
    reason text not null,
    charge_id bigint,
    constraint security_deposit_pk primary key (place_id, hire_id),
    constraint security_deposit_amount_sane check (amount_cents >= 0),
    constraint security_deposit_kept_sane check (kept_cents is null or kept_cents between 0 and amount_cents),
    constraint security_deposit_settled_whole check ((settled_at is null) = (kept_cents is null)),
    constraint security_deposit_hire_fk foreign key (place_id, hire_id) references exclusive_hire (place_id, id),
    constraint security_deposit_charge_fk foreign key (place_id, charge_id) references charge (place_id, id),
    constraint security_deposit_received_by_fk foreign key (place_id, received_by) references person (place_id, id),
    constraint security_deposit_settled_by_fk foreign key (place_id, settled_by) references person (place_id, id)
);
