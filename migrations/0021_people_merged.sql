-- owner: people. Two records of one person or organisation become one; somebody who asked for it is erased.
-- `merged_into` is the record that stays: the other one is empty and leads there.
alter table person add column merged_into bigint;
alter table person add column erased_at bigint;
alter table organisation add column merged_into bigint;
create index person_by_merged on person (place_id, merged_into) where merged_into is not null;
create index organisation_by_merged on organisation (place_id, merged_into) where merged_into is not null;
