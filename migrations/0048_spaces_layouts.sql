-- owner: spaces. How a room is laid out, and what the desk prepares for a booking.
--
-- A layout has a capacity and the minutes it takes to set up and to take down, which stand in for the buffers of the room.
create table room_layout (
    place_id bigint not null,
    id bigint not null,
    resource_id bigint not null,
    name text not null,
    capacity bigint not null,
    setup_minutes bigint not null,
    takedown_minutes bigint not null,
    active bigint not null,
    created_at bigint not null,
    constraint room_layout_pk primary key (place_id, id),
    constraint room_layout_resource_fk foreign key (place_id, resource_id) references resource (place_id, id),
    constraint room_layout_capacity_positive check (capacity between 1 and 100000),
    constraint room_layout_minutes_within_a_day check (setup_minutes between 0 and 1440 and takedown_minutes between 0 and 1440),
    constraint room_layout_active_flag check (active in (0, 1))
);

create unique index room_layout_name_unique on room_layout (place_id, resource_id, name);

-- What is to be prepared for a booking: a layout, words for the desk; and who said that it is done, when.
create table booking_setup (
    place_id bigint not null,
    booking_id bigint not null,
    layout_id bigint,
    note text not null,
    done_at bigint,
    done_by bigint,
    constraint booking_setup_pk primary key (place_id, booking_id),
    constraint booking_setup_booking_fk foreign key (place_id, booking_id) references booking (place_id, id),
    constraint booking_setup_layout_fk foreign key (place_id, layout_id) references room_layout (place_id, id)
);
