-- owner: spaces. Requests that wait, and bookings that time may have overtaken, are found without walking through every booking there ever was.

create index booking_asked on booking (place_id, request_expires_at) where state = 'requested';
create index booking_standing on booking (place_id, ends_at) where state in ('confirmed', 'checked_in');

-- Who came, counted by day, half and grounds over a year without looking at each check-in.
create index check_in_counted on check_in (place_id, day, half, kind) where cancelled_at is null;
