-- owner: spaces. Who is invited to a booking by mail, and what they answered.
--
-- `secret_hash` is that of the link in the latest letter; none until it is written. `removed_at`: to be told that it is off, then forgotten.
create table booking_participant (
    place_id bigint not null,
    id bigint not null,
    booking_id bigint not null,
    email text not null,
    answer text not null,
    secret_hash text,
    invited_at bigint not null,
    invited_by bigint,
    answered_at bigint,
    removed_at bigint,
    constraint booking_participant_pk primary key (place_id, id),
    constraint booking_participant_booking_fk foreign key (place_id, booking_id) references booking (place_id, id),
    constraint booking_participant_answer_known check (answer in ('waiting', 'yes', 'no', 'maybe')),
    constraint booking_participant_answered check ((answer = 'waiting') = (answered_at is null))
);

create unique index booking_participant_unique on booking_participant (place_id, booking_id, email);
create unique index booking_participant_secret on booking_participant (place_id, secret_hash) where secret_hash is not null;
