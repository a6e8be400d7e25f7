-- owner: joining. How somebody becomes a member, and how they leave: texts accepted, applications, first visits, tours, departures.

-- What everybody agrees to: a new version is a new row, and nobody changes an old one.
create table house_text (
    place_id bigint not null,
    id bigint not null,
    kind text not null constraint house_text_kind_known check (kind in ('house_rules', 'privacy_notice')),
    version bigint not null,
    body text not null,
    published_at bigint not null,
    published_by bigint,
    constraint house_text_pk primary key (place_id, id),
    constraint house_text_place_fk foreign key (place_id) references place (place_id)
);
create unique index house_text_version_unique on house_text (place_id, kind, version);

create table text_acceptance (
    place_id bigint not null,
    text_id bigint not null,
    person_id bigint not null,
    accepted_at bigint not null,
    constraint text_acceptance_pk primary key (place_id, text_id, person_id),
    constraint text_acceptance_text_fk foreign key (place_id, text_id) references house_text (place_id, id),
    constraint text_acceptance_person_fk foreign key (place_id, person_id) references person (place_id, id)
);
create index text_acceptance_by_person on text_acceptance (place_id, person_id);

-- Somebody comes to look at the place at an hour that the place proposes.
create table tour_hours (
    place_id bigint not null,
    id bigint not null,
    weekday bigint not null constraint tour_hours_weekday_known check (weekday between 1 and 7),
    starts bigint not null constraint tour_hours_starts_known check (starts between 0 and 1439),
    seats bigint not null constraint tour_hours_seats_known check (seats between 1 and 50),
    constraint tour_hours_pk primary key (place_id, id),
    constraint tour_hours_place_fk foreign key (place_id) references place (place_id)
);
create unique index tour_hours_unique on tour_hours (place_id, weekday, starts);

create table tour (
    place_id bigint not null,
    id bigint not null,
    name text not null,
    email text,
    phone text,
    language text not null,
    wish text not null,
    starts_at bigint not null,
    state text not null constraint tour_state_known check (state in ('booked', 'cancelled', 'came', 'absent')),
    interested bigint constraint tour_interested_known check (interested in (0, 1)),
    trial_day text,
    note text not null,
    person_id bigint,
    joined_on text,
    booked_at bigint not null,
    booked_by bigint,
    noted_by bigint,
    constraint tour_pk primary key (place_id, id),
    constraint tour_place_fk foreign key (place_id) references place (place_id),
    constraint tour_person_fk foreign key (place_id, person_id) references person (place_id, id)
);
create index tour_by_start on tour (place_id, starts_at);
create index tour_by_person on tour (place_id, person_id);

-- Somebody asks to become a member. The address is proven by a link; until then nobody of the team sees it.
create table application (
    place_id bigint not null,
    id bigint not null,
    given_name text not null,
    family_name text not null,
    email text,
    phone text,
    language text not null,
    organisation_name text,
    siren text,
    wish text not null,
    offer_kind text constraint application_offer_kind_known check (offer_kind in ('plan', 'pass')),
    offer_id bigint,
    price_cents bigint,
    rules_id bigint,
    privacy_id bigint,
    tour_id bigint,
    state text not null constraint application_state_known
        check (state in ('unproven', 'waiting', 'accepted', 'refused', 'replaced')),
    asked_at bigint not null,
    answered_at bigint,
    answered_by bigint,
    letter text not null,
    person_id bigint,
    constraint application_pk primary key (place_id, id),
    constraint application_place_fk foreign key (place_id) references place (place_id),
    constraint application_rules_fk foreign key (place_id, rules_id) references house_text (place_id, id),
    constraint application_privacy_fk foreign key (place_id, privacy_id) references house_text (place_id, id),
    constraint application_tour_fk foreign key (place_id, tour_id) references tour (place_id, id),
    constraint application_person_fk foreign key (place_id, person_id) references person (place_id, id),
    constraint application_offer_whole check ((offer_kind is null) = (offer_id is null))
);
create index application_by_state on application (place_id, state, asked_at);
create index application_by_person on application (place_id, person_id);
-- Who asks again takes the place of what they asked before.
create unique index application_waiting_unique on application (place_id, email) where state = 'waiting' and email is not null;

-- Offers that the page for everybody does not propose.
create table offer_withheld (
    place_id bigint not null,
    offer_kind text not null constraint offer_withheld_kind_known check (offer_kind in ('plan', 'pass')),
    offer_id bigint not null,
    constraint offer_withheld_pk primary key (place_id, offer_kind, offer_id),
    constraint offer_withheld_place_fk foreign key (place_id) references place (place_id)
);

-- What the team shows or gives a new member at the first visit, as the list stood when they were accepted; `done_by` is a person.
create table welcome_step (
    place_id bigint not null,
    id bigint not null,
    person_id bigint not null,
    position bigint not null,
    label text not null,
    done_at bigint,
    done_by bigint,
    constraint welcome_step_pk primary key (place_id, id),
    constraint welcome_step_person_fk foreign key (place_id, person_id) references person (place_id, id)
);
create unique index welcome_step_unique on welcome_step (place_id, person_id, position);
create index welcome_step_open on welcome_step (place_id, person_id) where done_at is null;

-- Notice given by a member, or by the office for them.
create table departure (
    place_id bigint not null,
    id bigint not null,
    person_id bigint not null,
    given_on text not null,
    last_day text not null,
    reason text not null,
    recorded_at bigint not null,
    recorded_by bigint,
    constraint departure_pk primary key (place_id, id),
    constraint departure_person_fk foreign key (place_id, person_id) references person (place_id, id),
    constraint departure_days_ordered check (given_on <= last_day)
);
create index departure_by_person on departure (place_id, person_id, recorded_at);
create index departure_by_last_day on departure (place_id, last_day);
