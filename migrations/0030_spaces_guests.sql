-- owner: spaces. Guests: hours kept for somebody who has not said yes, and the secrets by which a guest comes back to a booking.
--
-- Hours are kept for a guest whose address is not proven, or a customer who reads a proposal.
-- A held booking is a request that waits for its holder, not for the place: who answers requests does not see it. When the holder
-- says yes the row goes, and the booking is made, or asked for where the place wants to be asked.

create table booking_hold (
    place_id bigint not null,
    booking_id bigint not null,
    purpose text not null,
    constraint booking_hold_pk primary key (place_id, booking_id),
    constraint booking_hold_booking_fk foreign key (place_id, booking_id) references booking (place_id, id),
    constraint booking_hold_purpose_known check (purpose in ('guest', 'proposal'))
);

-- Secrets that let somebody without an account see and give up one booking. A letter carries a new one each time: only its hash is
-- kept, so that an old one cannot be written again.
create table booking_key (
    place_id bigint not null,
    secret_hash text not null,
    booking_id bigint not null,
    made_at bigint not null,
    constraint booking_key_pk primary key (place_id, secret_hash),
    constraint booking_key_booking_fk foreign key (place_id, booking_id) references booking (place_id, id)
);

-- What is said of a space beside what it is: how one gets there, for everybody, and what to do inside, for who has booked it.
create table resource_notes (
    place_id bigint not null,
    resource_id bigint not null,
    access text not null,
    instructions text not null,
    constraint resource_notes_pk primary key (place_id, resource_id),
    constraint resource_notes_resource_fk foreign key (place_id, resource_id) references resource (place_id, id)
);
