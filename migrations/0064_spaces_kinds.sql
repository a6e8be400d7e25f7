-- owner: spaces. More kinds of what can be booked: a desk of its own, an office, a whole floor, the building, and things such as a van.

alter table resource drop constraint resource_kind_known;
alter table resource add constraint resource_kind_known check (kind in (
    'room', 'hall', 'private_office', 'desk_pool', 'desk', 'garden', 'floor', 'building', 'equipment'));
