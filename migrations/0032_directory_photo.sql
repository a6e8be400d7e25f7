-- owner: directory. Who sees the photograph of a card; without a row nobody does.

create table card_photo (
    place_id bigint not null,
    person_id bigint not null,
    photo_for text not null,
    constraint card_photo_pk primary key (place_id, person_id),
    constraint card_photo_person_fk foreign key (place_id, person_id) references person (place_id, id),
    constraint card_photo_seen_by check (photo_for in ('nobody', 'members', 'public'))
);
