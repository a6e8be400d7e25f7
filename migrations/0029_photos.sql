-- owner: platform. Photographs of things: rooms, people, what is broken. Held here so that a backup holds them.
--
-- A photograph is kept only as the sizes made of it, without what the camera wrote into it. Who may see it is for the capability
-- of its subject to say.

create table photo (
    place_id bigint not null,
    id bigint not null,
    subject_kind text not null,
    subject_id bigint not null,
    position bigint not null,
    alternative text not null,
    created_at bigint not null,
    created_by bigint,
    constraint photo_pk primary key (place_id, id),
    constraint photo_place_fk foreign key (place_id) references place (place_id)
);

create index photo_by_subject on photo (place_id, subject_kind, subject_id, position);

create table photo_size (
    place_id bigint not null,
    photo_id bigint not null,
    width bigint not null,
    height bigint not null,
    hash text not null,
    content bytea not null,
    constraint photo_size_pk primary key (place_id, photo_id, width),
    constraint photo_size_photo_fk foreign key (place_id, photo_id) references photo (place_id, id),
    constraint photo_size_positive check (width > 0 and height > 0)
);
