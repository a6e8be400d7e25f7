-- owner: privacy. People with whom nothing has happened for as long as the place decided: announced a month before they are erased.
create table inactive_person (
    place_id bigint not null,
    person_id bigint not null,
    noted_at bigint not null,
    -- The day on which they are erased, unless something happens before.
    due_on text not null,
    -- The place decided to keep them: asked again once that is as old as the rule says.
    kept_on text,
    kept_by bigint,
    constraint inactive_person_pk primary key (place_id, person_id),
    constraint inactive_person_person_fk foreign key (place_id, person_id) references person (place_id, id)
);
create index inactive_person_by_day on inactive_person (place_id, due_on);
