use super::*;

fn faults(path: &str, sql: &str) -> Vec<String> {
    let tree = Tree::sample(&[("crates/spaces/src/lib.rs", ""), (path, sql)]);
    check(&tree).iter().map(|fault| fault.says.clone()).collect()
}

const GOOD: &str = "-- owner: spaces. Rooms and who booked them.
-- More prose (with a check of words).
create table booking (
    -- what comes first
    place_id bigint not null,
    id bigint not null,
    code text not null constraint booking_code_unique unique,
    room_id bigint not null constraint booking_room_fk references room (id),
    state text not null constraint booking_state_known check (state in ('done', 'not unique')),
    constraint booking_pk primary key (place_id, id),
    constraint booking_place_fk foreign key (place_id) references place (place_id)
);
create unique index booking_by_code on booking (place_id, code);
";

#[test]
fn a_migration_of_the_house_is_welcome() {
    assert_eq!(faults("migrations/0005_spaces.sql", GOOD), [""; 0]);
}

#[test]
fn a_migration_without_an_owner_that_exists_and_a_reason_is_refused() {
    for head in [
        "",
        "-- spaces",
        "-- owner: spaces.",
        "-- owner: rooms. Why this is so.",
    ] {
        let sql = GOOD.replacen("-- owner: spaces. Rooms and who booked them.", head, 1);
        assert_eq!(faults("migrations/0005_spaces.sql", &sql).len(), 1, "{head}");
    }
}

#[test]
fn a_table_that_does_not_begin_with_the_place_is_refused() {
    let sql = GOOD.replacen("    place_id bigint not null,\n", "", 1);
    assert_eq!(
        faults("migrations/0005_spaces.sql", &sql),
        ["`booking` must begin with `place_id`"]
    );
}

#[test]
fn a_constraint_without_a_name_is_refused() {
    for name in [
        "booking_code_unique",
        "booking_room_fk",
        "booking_state_known",
        "booking_pk",
        "booking_place_fk",
    ] {
        let sql = GOOD.replacen(&format!("constraint {name} "), "", 1);
        assert_eq!(faults("migrations/0005_spaces.sql", &sql).len(), 1, "{name}");
    }
}

#[test]
fn a_number_serves_once() {
    let tree = Tree::sample(&[
        ("crates/spaces/src/lib.rs", ""),
        ("migrations/0005_other.sql", GOOD),
        ("migrations/0005_spaces.sql", GOOD),
    ]);
    assert_eq!(check(&tree).len(), 1);
    assert_eq!(faults("migrations/spaces.sql", GOOD).len(), 1);
}

#[test]
fn the_owner_of_each_table_is_known() {
    let tree = Tree::sample(&[("migrations/0005_spaces.sql", GOOD)]);
    assert_eq!(owners(&tree).get("booking").map(String::as_str), Some("spaces"));
}
