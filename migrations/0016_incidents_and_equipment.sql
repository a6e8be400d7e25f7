-- owner: stewardship. What breaks and who mends it, and what the place owns.

-- A thing that the place bought. It loses its value in a straight line over so many months; disposed of, it has none.
create table equipment (
    place_id bigint not null,
    id bigint not null,
    name text not null,
    serial text not null,
    supplier text not null,
    bought_on text not null,
    price_cents bigint not null constraint equipment_price_not_negative check (price_cents >= 0),
    life_months bigint not null constraint equipment_life_positive check (life_months > 0),
    stands text not null,
    warranty_until text,
    note text not null,
    disposed_on text,
    disposal text constraint equipment_disposal_known check (disposal in ('sold', 'given', 'scrapped')),
    disposal_cents bigint not null,
    constraint equipment_pk primary key (place_id, id),
    constraint equipment_disposed_with_way check ((disposed_on is null) = (disposal is null))
);
create index equipment_by_day on equipment (place_id, bought_on);

-- Something broken, of a room or of a thing or of neither, from its report to its end.
create table incident (
    place_id bigint not null,
    id bigint not null,
    reporter_id bigint not null,
    resource_id bigint,
    equipment_id bigint,
    title text not null,
    detail text not null,
    urgency text not null constraint incident_urgency_known check (urgency in ('low', 'normal', 'high')),
    state text not null constraint incident_state_known check (state in ('reported', 'in_hand', 'waiting', 'solved', 'declined')),
    owner_id bigint,
    cost_cents bigint not null constraint incident_cost_not_negative check (cost_cents >= 0),
    reported_at bigint not null,
    changed_at bigint not null,
    constraint incident_pk primary key (place_id, id),
    constraint incident_reporter_fk foreign key (place_id, reporter_id) references person (place_id, id),
    constraint incident_resource_fk foreign key (place_id, resource_id) references resource (place_id, id),
    constraint incident_equipment_fk foreign key (place_id, equipment_id) references equipment (place_id, id),
    constraint incident_owner_fk foreign key (place_id, owner_id) references person (place_id, id)
);
create index incident_open on incident (place_id, reported_at) where state in ('reported', 'in_hand', 'waiting');
create index incident_by_time on incident (place_id, changed_at);
create index incident_by_reporter on incident (place_id, reporter_id, reported_at);
create index incident_by_equipment on incident (place_id, equipment_id, reported_at) where equipment_id is not null;

-- What was said and done about it; `state` when it changed then.
create table incident_step (
    place_id bigint not null,
    id bigint not null,
    incident_id bigint not null,
    person_id bigint,
    made_at bigint not null,
    state text,
    body text not null,
    constraint incident_step_pk primary key (place_id, id),
    constraint incident_step_incident_fk foreign key (place_id, incident_id) references incident (place_id, id)
);
create index incident_step_by_incident on incident_step (place_id, incident_id, made_at);
