-- owner: stewardship. The daily running of the house: what arrives, what is handed over, who is on duty.

-- An organisation whose address is that of the place, from a day to a day, both included.
create table domiciliation (
    place_id bigint not null,
    id bigint not null,
    organisation_id bigint not null,
    from_day text not null,
    until_day text,
    note text not null,
    constraint domiciliation_pk primary key (place_id, id),
    constraint domiciliation_organisation_fk foreign key (place_id, organisation_id) references organisation (place_id, id),
    constraint domiciliation_days check (until_day is null or until_day >= from_day)
);
create unique index domiciliation_open_unique on domiciliation (place_id, organisation_id) where until_day is null;
create index domiciliation_by_organisation on domiciliation (place_id, organisation_id, from_day);

-- A letter or a parcel for a person or an organisation: it waits until it is handed over, sent back, or found to be a mistake.
-- `told_at` is the last time the addressee was written to; `reminders` counts the letters after the first.
create table delivery (
    place_id bigint not null,
    id bigint not null,
    person_id bigint,
    organisation_id bigint,
    kind text not null constraint delivery_kind_known check (kind in ('letter', 'registered', 'parcel')),
    quantity bigint not null constraint delivery_quantity_positive check (quantity > 0),
    sender text not null,
    kept_at text not null,
    arrived_at bigint not null,
    received_by bigint,
    told_at bigint,
    reminders bigint not null,
    ended_at bigint,
    ending text constraint delivery_ending_known check (ending in ('handed_over', 'returned', 'mistaken')),
    ended_by bigint,
    taken_by text not null,
    constraint delivery_pk primary key (place_id, id),
    constraint delivery_person_fk foreign key (place_id, person_id) references person (place_id, id),
    constraint delivery_organisation_fk foreign key (place_id, organisation_id) references organisation (place_id, id),
    constraint delivery_one_addressee check ((person_id is null) <> (organisation_id is null)),
    constraint delivery_ended_with_ending check ((ended_at is null) = (ending is null))
);
create index delivery_waiting on delivery (place_id, arrived_at) where ended_at is null;
create index delivery_by_person on delivery (place_id, person_id, arrived_at);
create index delivery_by_organisation on delivery (place_id, organisation_id, arrived_at);
create index delivery_by_ending on delivery (place_id, ended_at);

-- A key, a badge, a locker: one thing with a number, lent against a deposit.
create table item (
    place_id bigint not null,
    id bigint not null,
    kind text not null constraint item_kind_known check (kind in ('key', 'badge', 'locker')),
    number text not null,
    opens text not null,
    deposit_cents bigint not null constraint item_deposit_not_negative check (deposit_cents >= 0),
    retired_on text,
    constraint item_pk primary key (place_id, id),
    constraint item_number_unique unique (place_id, kind, number)
);

-- Somebody holds an item, or held it. The deposit comes in when the item goes out; at the end it goes back, or a part of it is kept.
create table item_loan (
    place_id bigint not null,
    id bigint not null,
    item_id bigint not null,
    person_id bigint not null,
    handed_at bigint not null,
    handed_by bigint,
    due_on text,
    deposit_cents bigint not null,
    deposit_method text,
    ended_at bigint,
    ended_by bigint,
    outcome text constraint item_loan_outcome_known check (outcome in ('returned', 'damaged', 'lost')),
    kept_cents bigint not null,
    charge_id bigint,
    note text not null,
    constraint item_loan_pk primary key (place_id, id),
    constraint item_loan_item_fk foreign key (place_id, item_id) references item (place_id, id),
    constraint item_loan_person_fk foreign key (place_id, person_id) references person (place_id, id),
    constraint item_loan_charge_fk foreign key (place_id, charge_id) references charge (place_id, id),
    constraint item_loan_deposit_not_negative check (deposit_cents >= 0 and kept_cents >= 0),
    constraint item_loan_ended_with_outcome check ((ended_at is null) = (outcome is null))
);
create unique index item_loan_one_holder on item_loan (place_id, item_id) where ended_at is null;
create index item_loan_by_person on item_loan (place_id, person_id, handed_at);
create index item_loan_by_item on item_loan (place_id, item_id, handed_at);

-- Hours at which somebody is wanted at the desk: each week on that weekday (1 is Monday), from a day to a day. `units` of a pass go to
-- whoever did the shift.
create table shift (
    place_id bigint not null,
    id bigint not null,
    weekday bigint not null constraint shift_weekday_known check (weekday between 1 and 7),
    from_minute bigint not null,
    until_minute bigint not null,
    wanted bigint not null constraint shift_wanted_positive check (wanted > 0),
    label text not null,
    units bigint not null constraint shift_units_not_negative check (units >= 0),
    from_day text not null,
    until_day text,
    constraint shift_pk primary key (place_id, id),
    constraint shift_hours check (from_minute >= 0 and from_minute < until_minute and until_minute <= 1440)
);

-- Somebody has a shift on a day: taken, given up, done or missed. What the shift was that day is copied.
create table duty (
    place_id bigint not null,
    id bigint not null,
    shift_id bigint not null,
    day text not null,
    person_id bigint not null,
    from_minute bigint not null,
    until_minute bigint not null,
    units bigint not null,
    state text not null constraint duty_state_known check (state in ('taken', 'given_up', 'done', 'missed')),
    taken_at bigint not null,
    taken_by bigint,
    settled_at bigint,
    settled_by bigint,
    granted_lot bigint,
    constraint duty_pk primary key (place_id, id),
    constraint duty_shift_fk foreign key (place_id, shift_id) references shift (place_id, id),
    constraint duty_person_fk foreign key (place_id, person_id) references person (place_id, id)
);
create unique index duty_once on duty (place_id, shift_id, day, person_id) where state <> 'given_up';
create index duty_by_day on duty (place_id, day);
create index duty_by_person on duty (place_id, person_id, day);

-- What who leaves the desk has to say to who comes next.
create table handover_note (
    place_id bigint not null,
    id bigint not null,
    person_id bigint not null,
    written_at bigint not null,
    body text not null,
    read_at bigint,
    read_by bigint,
    constraint handover_note_pk primary key (place_id, id),
    constraint handover_note_person_fk foreign key (place_id, person_id) references person (place_id, id)
);
create index handover_note_unread on handover_note (place_id, written_at) where read_at is null;
create index handover_note_by_time on handover_note (place_id, written_at);

-- What is looked at when the place opens and when it closes, and what was ticked on which day.
create table checklist_line (
    place_id bigint not null,
    id bigint not null,
    moment text not null constraint checklist_line_moment_known check (moment in ('opening', 'closing')),
    rank bigint not null,
    body text not null,
    retired_on text,
    constraint checklist_line_pk primary key (place_id, id)
);

create table checklist_tick (
    place_id bigint not null,
    line_id bigint not null,
    day text not null,
    ticked_at bigint not null,
    person_id bigint,
    constraint checklist_tick_pk primary key (place_id, line_id, day),
    constraint checklist_tick_line_fk foreign key (place_id, line_id) references checklist_line (place_id, id)
);
create index checklist_tick_by_day on checklist_tick (place_id, day);
