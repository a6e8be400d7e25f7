-- owner: spaces. Who is invited to a booking by mail, what they were told, and what they answered.
--
-- `person_id` when they were picked by name: their address is not shown then. `told`: what the latest letter said; none while
-- there is nothing to take back. `sequence`: how many letters they had, which is the number of the event in their calendar.
-- `secret_hash`: that of the link in the latest letter. `invited_by`: a person.
create table booking_participant (
    place_id bigint not null,
    id bigint not null,
    booking_id bigint not null,
    person_id bigint,
    email text not null,
    answer text not null,
    told text,
    sequence bigint not null,
    secret_hash text,
    invited_at bigint not null,
    invited_by bigint,
    answered_at bigint,
    removed_at bigint,
    constraint booking_participant_pk primary key (place_id, id),
    constraint booking_participant_booking_fk foreign key (place_id, booking_id) references booking (place_id, id),
    constraint booking_participant_person_fk foreign key (place_id, person_id) references person (place_id, id),
    constraint booking_participant_answer_known check (answer in ('waiting', 'yes', 'no', 'maybe')),
    constraint booking_participant_answered check ((answer = 'waiting') = (answered_at is null))
);

create unique index booking_participant_unique on booking_participant (place_id, booking_id, email);
create index booking_participant_secret on booking_participant (place_id, secret_hash) where secret_hash is not null;
create index booking_participant_person on booking_participant (place_id, person_id) where person_id is not null;
