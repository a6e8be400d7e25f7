-- owner: spaces. Which spaces cannot be taken at the same time: a floor and its rooms, two rooms that disturb each other.
--
-- `resource_link` is what the office says, one line each. `resource_bond` is what follows from all of them, in both directions: two spaces
-- that share a part, or whose parts exclude each other. It is written again in the transaction that changes a link, so that booking
-- reads one line for each space in the way, however deep they nest. `since` is the moment from which the two exclude each other.

create table resource_link (
    place_id bigint not null,
    resource_id bigint not null,
    other_id bigint not null,
    kind text not null,
    created_at bigint not null,
    constraint resource_link_pk primary key (place_id, resource_id, other_id),
    constraint resource_link_resource_fk foreign key (place_id, resource_id) references resource (place_id, id),
    constraint resource_link_other_fk foreign key (place_id, other_id) references resource (place_id, id),
    constraint resource_link_two check (resource_id <> other_id),
    constraint resource_link_kind_known check (kind in ('contains', 'excludes'))
);

create table resource_bond (
    place_id bigint not null,
    resource_id bigint not null,
    other_id bigint not null,
    shares bigint not null,
    since bigint not null,
    constraint resource_bond_pk primary key (place_id, resource_id, other_id),
    constraint resource_bond_resource_fk foreign key (place_id, resource_id) references resource (place_id, id),
    constraint resource_bond_other_fk foreign key (place_id, other_id) references resource (place_id, id),
    constraint resource_bond_shares_flag check (shares in (0, 1))
);
