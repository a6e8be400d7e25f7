use std::cell::RefCell;

use platform::database::{DatabaseError, params, row, statement};

use super::*;

row! {
    struct PlaceRow { place_id: i64, name: String }
}

statement! {
    ADD_PLACE = "insert into place (place_id, name, zone, language, currency, demonstration, created_at)
        values ($1, $2, 'Europe/Paris', 'fr', 'EUR', 0, $3)";
    PLACES -> PlaceRow = "select place_id, name from place order by place_id";
}

fn add(database: &Database, id: i64, name: &'static str) -> Result<u64, DatabaseError> {
    database.write_blocking(move |tx| {
        let now = tx.now();
        tx.run(&ADD_PLACE, &params![id, name, now])
    })
}

fn places(database: &Database) -> Vec<(i64, String)> {
    let rows = database.read_blocking(|tx| tx.all::<PlaceRow>(&PLACES, &params![]));
    rows.unwrap()
        .into_iter()
        .map(|row| (row.place_id, row.name))
        .collect()
}

#[test]
fn a_body_runs_once_on_each_engine_on_a_database_of_its_own() {
    let engines = RefCell::new(Vec::new());
    both_engines(|database| {
        engines.borrow_mut().push(database.engine());
        assert_eq!(places(&database), []);
        add(&database, 1, "La Fabrique").unwrap();
        assert_eq!(places(&database), [(1, "La Fabrique".to_owned())]);
    });
    assert_eq!(engines.into_inner(), [Engine::Sqlite, Engine::Postgres]);
}

#[test]
fn a_test_begins_on_monday_15_june_2026_at_nine_in_paris() {
    assert_eq!(Instant::parse("2026-06-15T07:00:00Z").unwrap(), MONDAY_MORNING);
    both_engines(|database| {
        let now = database
            .read_blocking(|tx| Ok::<_, DatabaseError>(tx.now()))
            .unwrap();
        assert_eq!(now, MONDAY_MORNING);
        let later = MONDAY_MORNING.plus_minutes(5);
        database.clock().set(later);
        let now = database
            .read_blocking(|tx| Ok::<_, DatabaseError>(tx.now()))
            .unwrap();
        assert_eq!(now, later);
    });
}

#[test]
fn randomness_repeats_from_test_to_test() {
    let drawn = RefCell::new(Vec::new());
    both_engines(|database| drawn.borrow_mut().push(database.entropy().bytes::<16>()));
    both_engines(|database| drawn.borrow_mut().push(database.entropy().bytes::<16>()));
    let drawn = drawn.into_inner();
    assert!(drawn.iter().all(|bytes| *bytes == drawn[0]), "{drawn:?}");
}

#[test]
fn a_failure_on_the_second_engine_is_a_failure() {
    let failed = catch_unwind(|| {
        both_engines(|database| assert_eq!(database.engine(), Engine::Sqlite));
    });
    assert!(failed.is_err());
}

#[test]
fn a_second_process_sees_what_the_first_wrote_and_draws_otherwise() {
    on_both_engines(|fresh| {
        let other = fresh.open_again();
        add(fresh.database(), 1, "La Fabrique").unwrap();
        assert_eq!(places(&other), places(fresh.database()));
        assert_ne!(
            other.entropy().bytes::<16>(),
            fresh.database().entropy().bytes::<16>()
        );
        other.close();
    });
}

#[test]
fn nothing_is_left_of_a_fresh_database() {
    let file = {
        let fresh = FreshDatabase::on(Engine::Sqlite);
        fresh.database().url().path().unwrap().to_owned()
    };
    assert!(!file.parent().unwrap().exists());
}
