-- owner: joining. A tour that somebody books from outside keeps its seat for an hour, and for good once the address is proven.

alter table tour add column proven_at bigint;
update tour set proven_at = booked_at;
