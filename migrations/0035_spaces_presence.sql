-- owner: spaces. How large a space is, after how many minutes it is given back when nobody came, and by what number a person is known at a door.

alter table resource add column area_dm2 bigint
    constraint resource_area_positive check (area_dm2 between 1 and 100000000);
alter table resource add column release_minutes bigint
    constraint resource_release_in_range check (release_minutes between 5 and 240);

-- One reminder for each booking that would be given back.
create table booking_reminder (
    place_id bigint not null,
    booking_id bigint not null,
    sent_at bigint not null,
    constraint booking_reminder_pk primary key (place_id, booking_id),
    constraint booking_reminder_booking_fk foreign key (place_id, booking_id) references booking (place_id, id)
);

-- Eight digits that a person types or shows at a door and at the desk: as the number of a library card, to be read again and renewed.
create table door_number (
    place_id bigint not null,
    person_id bigint not null,
    number text not null,
    made_at bigint not null,
    constraint door_number_pk primary key (place_id, person_id),
    constraint door_number_person_fk foreign key (place_id, person_id) references person (place_id, id)
);
create unique index door_number_unique on door_number (place_id, number);
