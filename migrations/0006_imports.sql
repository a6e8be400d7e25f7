-- owner: imports. Which files were brought in from other programs, by whom, and which of their lines are here already.

-- `mapping` and `report` are JSON. The file itself waits in `upload` until the import is done or forgotten.
create table import (
    -- rows are large
    place_id bigint not null,
    id bigint not null,
    kind text not null,
    filename text not null,
    state text not null constraint import_state_known check (state in ('open', 'applied')),
    upload_id bigint,
    mapping text not null,
    report text,
    lines bigint not null constraint import_lines_not_negative check (lines >= 0),
    created_at bigint not null,
    created_by bigint,
    applied_at bigint,
    applied_by bigint,
    constraint import_pk primary key (place_id, id),
    constraint import_place_fk foreign key (place_id) references place (place_id),
    constraint import_kind_known
        check (kind in ('people', 'organisations', 'plans', 'passes', 'bookings', 'check_ins')),
    constraint import_applied_whole check ((state = 'applied') = (applied_at is not null))
);
create index import_by_upload on import (place_id, upload_id);

-- One row for each line that added something: `reference` names the line (its identifier, or its content), `fingerprint` changes
-- with what it says.
create table import_line (
    place_id bigint not null,
    kind text not null,
    reference text not null,
    fingerprint text not null,
    import_id bigint not null,
    subject_id bigint not null,
    constraint import_line_pk primary key (place_id, kind, reference),
    constraint import_line_import_fk foreign key (place_id, import_id) references import (place_id, id)
);
create index import_line_by_import on import_line (place_id, import_id);
