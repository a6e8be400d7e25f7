-- owner: events. Paid workshops that a member holds: what was agreed, and what was paid out.

-- The agreement: either a part of what comes in stays with the house (`house_share_bp`), or a fee for the room (`room_fee_cents`), without VAT.
-- Once paid out, the figures of that day stand and do not move any more.
create table member_workshop (
    place_id bigint not null,
    event_id bigint not null,
    person_id bigint not null,
    terms text not null constraint member_workshop_terms_known check (terms in ('share', 'room_fee')),
    house_share_bp bigint constraint member_workshop_share_known check (house_share_bp between 0 and 10000),
    room_fee_cents bigint constraint member_workshop_fee_known check (room_fee_cents between 0 and 1000000),
    agreed_at bigint not null,
    agreed_by bigint,
    paid_on text,
    paid_income_cents bigint,
    paid_member_cents bigint,
    paid_at bigint,
    paid_by bigint,
    constraint member_workshop_pk primary key (place_id, event_id),
    constraint member_workshop_event_fk foreign key (place_id, event_id) references event (place_id, id),
    constraint member_workshop_person_fk foreign key (place_id, person_id) references person (place_id, id),
    constraint member_workshop_terms_whole check (
        (terms = 'share' and house_share_bp is not null and room_fee_cents is null)
        or (terms = 'room_fee' and room_fee_cents is not null and house_share_bp is null)),
    constraint member_workshop_paid_whole check (
        (paid_on is null) = (paid_member_cents is null) and (paid_on is null) = (paid_income_cents is null))
);
create index member_workshop_by_person on member_workshop (place_id, person_id);
