-- owner: hires. Somebody's own requests are shown on their day: found by the person, not by reading every request of the place.
create index exclusive_hire_by_person on exclusive_hire (place_id, person_id) where person_id is not null;
