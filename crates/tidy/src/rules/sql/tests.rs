use super::*;

const MIGRATIONS: [(&str, &str); 2] = [
    (
        "migrations/0002_people.sql",
        "-- owner: people. Who.\ncreate table person (place_id bigint not null);\n",
    ),
    (
        "migrations/0005_spaces.sql",
        "-- owner: spaces. Where.\ncreate table booking (place_id bigint not null);\n",
    ),
];

fn faults(path: &str, statement: &str) -> Vec<String> {
    let text = format!("const A: &str = \"{statement}\";\n");
    let tree = Tree::sample(&[MIGRATIONS[0], MIGRATIONS[1], (path, &text)]);
    check(&tree).into_iter().map(|fault| fault.says).collect()
}

const GOOD: &str = "select id from booking where place_id = $1";
const STORE: &str = "crates/spaces/src/store/bookings.rs";

#[test]
fn a_statement_in_the_store_about_its_own_table_is_welcome() {
    assert_eq!(faults(STORE, GOOD), [""; 0]);
    assert_eq!(faults("crates/spaces/src/store.rs", GOOD), [""; 0]);
    assert_eq!(faults("crates/spaces/tests/it/cancellation.rs", GOOD), [""; 0]);
}

#[test]
fn a_statement_elsewhere_is_refused() {
    assert_eq!(
        faults("crates/spaces/src/pages/calendar.rs", GOOD),
        ["SQL stands in `store/` only"]
    );
    assert_eq!(faults("crates/spaces/src/actions/book.rs", GOOD).len(), 1);
}

#[test]
fn a_table_of_another_capability_is_refused() {
    let join = "select b.id from booking b\n join person p on p.id = b.person_id where b.place_id = $1";
    assert_eq!(
        faults(STORE, join),
        ["`person` belongs to `people`: call its face"]
    );
    assert_eq!(
        faults(STORE, "select id from bookings where place_id = $1"),
        ["no migration makes `bookings`"]
    );
}

#[test]
fn a_statement_without_the_place_or_without_columns_is_refused() {
    assert_eq!(
        faults(STORE, "select id from booking where id = $1"),
        ["every query carries `place_id`"]
    );
    assert_eq!(
        faults(STORE, concat!("select", " * from booking where place_id = $1")),
        ["list the columns"]
    );
    assert_eq!(
        faults(STORE, "select b.* from booking b where b.place_id = $1"),
        ["list the columns"]
    );
    assert!(faults(STORE, "select count(*) from booking where place_id = $1").is_empty());
}

#[test]
fn a_statement_put_together_at_run_time_is_refused_outside_the_door_to_the_engines() {
    assert_eq!(
        faults(
            STORE,
            "select id from booking where place_id = $1 order by {order}"
        )
        .len(),
        1
    );
    let copy = "select count(*) from {table}";
    assert_eq!(faults("crates/platform/src/database/copy.rs", copy), [""; 0]);
    assert_eq!(faults("crates/platform/src/jobs.rs", copy).len(), 1);
}
