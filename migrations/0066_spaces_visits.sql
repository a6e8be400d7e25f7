-- owner: spaces. Who came on which days is counted from the index of check-ins alone.

drop index check_in_by_day;
create index check_in_by_day on check_in (place_id, day, arrived_at, person_id, half, kind, cancelled_at);
