-- owner: floors. Where the spaces stand: a drawing for each level, by rectangles on a grid, over a picture or on blank paper.
--
-- Coordinates are whole units of the grid, from the top left corner. Every save writes all the shapes of a level again and raises its
-- version: who saves names the version they began with, so that nobody overwrites what they did not see.

create table floor_plan (
    place_id bigint not null,
    id bigint not null,
    name text not null,
    wide bigint not null,
    high bigint not null,
    position bigint not null,
    version bigint not null,
    created_at bigint not null,
    changed_at bigint not null,
    changed_by bigint,
    retired_at bigint,
    constraint floor_plan_pk primary key (place_id, id),
    constraint floor_plan_place_fk foreign key (place_id) references place (place_id),
    constraint floor_plan_size check (wide between 4 and 80 and high between 4 and 80)
);

create table floor_shape (
    place_id bigint not null,
    plan_id bigint not null,
    number bigint not null,
    resource_id bigint,
    label text not null,
    x bigint not null,
    y bigint not null,
    wide bigint not null,
    high bigint not null,
    constraint floor_shape_pk primary key (place_id, plan_id, number),
    constraint floor_shape_plan_fk foreign key (place_id, plan_id) references floor_plan (place_id, id),
    constraint floor_shape_resource_fk foreign key (place_id, resource_id) references resource (place_id, id),
    constraint floor_shape_inside check (x >= 0 and y >= 0 and wide > 0 and high > 0)
);

-- What is drawn over: kept apart, so that looking at a plan does not read it.
create table floor_picture (
    place_id bigint not null,
    plan_id bigint not null,
    media_type text not null,
    content bytea not null,
    kept_at bigint not null,
    constraint floor_picture_pk primary key (place_id, plan_id),
    constraint floor_picture_plan_fk foreign key (place_id, plan_id) references floor_plan (place_id, id),
    constraint floor_picture_type_known check (media_type in ('image/png', 'image/jpeg'))
);
