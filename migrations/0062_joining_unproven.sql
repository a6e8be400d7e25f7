-- owner: joining. What somebody unknown sets going counts little until it is proven: a tour keeps its seat for an hour, a fault told at a
-- door without a number is in nobody's name.

alter table tour add column proven_at bigint;
update tour set proven_at = booked_at;

-- Of `stewardship`: `reporter_id` is then who keeps the tablet, and did not say it.
alter table incident add column unnamed bigint not null default 0 constraint incident_unnamed_known check (unnamed in (0, 1));
