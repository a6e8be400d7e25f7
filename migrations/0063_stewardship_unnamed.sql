-- owner: stewardship. A fault told at a door by somebody who does not say their number is in nobody's name.

-- `reporter_id` is then who keeps the tablet, and did not say it.
alter table incident add column unnamed bigint not null default 0 constraint incident_unnamed_known check (unnamed in (0, 1));
