-- owner: teams. Who belongs to which organisation beside the one that pays for them today, who runs its team, who is invited.

-- A person may belong to several organisations and chooses which one pays: see `person.organisation_id`.
create table affiliation (
    place_id bigint not null,
    id bigint not null,
    organisation_id bigint not null,
    person_id bigint not null,
    from_day text not null,
    until_day text,
    added_by bigint,
    constraint affiliation_pk primary key (place_id, id),
    constraint affiliation_organisation_fk foreign key (place_id, organisation_id) references organisation (place_id, id),
    constraint affiliation_person_fk foreign key (place_id, person_id) references person (place_id, id)
);
create unique index affiliation_open_unique on affiliation (place_id, organisation_id, person_id) where until_day is null;
create index affiliation_by_person on affiliation (place_id, person_id);

create table team_manager (
    place_id bigint not null,
    id bigint not null,
    organisation_id bigint not null,
    person_id bigint not null,
    from_day text not null,
    until_day text,
    granted_by bigint,
    constraint team_manager_pk primary key (place_id, id),
    constraint team_manager_organisation_fk foreign key (place_id, organisation_id) references organisation (place_id, id),
    constraint team_manager_person_fk foreign key (place_id, person_id) references person (place_id, id)
);
create unique index team_manager_open_unique on team_manager (place_id, organisation_id, person_id) where until_day is null;
create index team_manager_by_person on team_manager (place_id, person_id);

create table team_invitation (
    place_id bigint not null,
    id bigint not null,
    organisation_id bigint not null,
    given_name text not null,
    family_name text not null,
    email text not null,
    language text not null,
    state text not null constraint team_invitation_state_known check (state in ('sent', 'accepted', 'withdrawn')),
    sent_at bigint not null,
    sent_by bigint,
    person_id bigint,
    constraint team_invitation_pk primary key (place_id, id),
    constraint team_invitation_organisation_fk foreign key (place_id, organisation_id) references organisation (place_id, id),
    constraint team_invitation_person_fk foreign key (place_id, person_id) references person (place_id, id)
);
create unique index team_invitation_open_unique on team_invitation (place_id, organisation_id, email) where state = 'sent';
create index team_invitation_by_person on team_invitation (place_id, person_id);
