-- owner: directory. What members tell of themselves, and what they need of one another.

-- `skills` and `links` hold one a line. Each `…_for` says who may see a part: nobody, members, or everybody; the card as a whole comes first.
create table card (
    place_id bigint not null,
    person_id bigint not null,
    trade text not null,
    skills text not null,
    links text not null,
    offers text not null,
    needs text not null,
    card_for text not null,
    skills_for text not null,
    links_for text not null,
    offers_for text not null,
    needs_for text not null,
    letters bigint not null constraint card_letters_known check (letters in (0, 1)),
    kept_at bigint not null,
    constraint card_pk primary key (place_id, person_id),
    constraint card_person_fk foreign key (place_id, person_id) references person (place_id, id),
    constraint card_seen_by check (card_for in ('nobody', 'members', 'public')),
    constraint card_skills_seen_by check (skills_for in ('nobody', 'members', 'public')),
    constraint card_links_seen_by check (links_for in ('nobody', 'members', 'public')),
    constraint card_offers_seen_by check (offers_for in ('nobody', 'members', 'public')),
    constraint card_needs_seen_by check (needs_for in ('nobody', 'members', 'public'))
);

-- A need or an offer on the board: open until it is closed, or until the day after `until_day`.
create table notice (
    place_id bigint not null,
    id bigint not null,
    person_id bigint not null,
    kind text not null constraint notice_kind_known check (kind in ('need', 'offer')),
    title text not null,
    body text not null,
    skills text not null,
    posted_at bigint not null,
    until_day text not null,
    closed_at bigint,
    outcome text constraint notice_outcome_known check (outcome in ('met', 'withdrawn')),
    constraint notice_pk primary key (place_id, id),
    constraint notice_person_fk foreign key (place_id, person_id) references person (place_id, id),
    constraint notice_closed_with_outcome check ((closed_at is null) = (outcome is null))
);
create index notice_by_posting on notice (place_id, posted_at);
create index notice_by_person on notice (place_id, person_id, posted_at);

-- Two members whom somebody of the team brought together over a notice; once is enough.
create table introduction (
    place_id bigint not null,
    notice_id bigint not null,
    person_id bigint not null,
    made_at bigint not null,
    made_by bigint,
    constraint introduction_pk primary key (place_id, notice_id, person_id),
    constraint introduction_notice_fk foreign key (place_id, notice_id) references notice (place_id, id),
    constraint introduction_person_fk foreign key (place_id, person_id) references person (place_id, id)
);
