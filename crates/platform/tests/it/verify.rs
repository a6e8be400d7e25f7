use harness::{FreshDatabase, both_engines};
use platform::database::{Database, Engine};
use platform::failure::Fault;
use platform::verify::{self, Report};

fn installation(db: &Database) -> Report {
    let checked = db.read_blocking(|tx| {
        let mut report = Report::new();
        verify::check_installation(tx, &mut report)?;
        Ok::<_, Fault>(report)
    });
    checked.unwrap()
}

#[test]
fn references_hold_in_a_database_that_nobody_touched() {
    both_engines(|db| {
        crate::world::place(&db);
        assert!(installation(&db).is_clean());
    });
}

#[test]
fn a_reference_broken_behind_the_program_is_found() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let path = fresh.database().url().path().unwrap();
    let behind = rusqlite::Connection::open(path).unwrap();
    behind
        .execute_batch(
            "pragma foreign_keys = off; insert into counter (place_id, name, value) values (7, 'x', 1);",
        )
        .unwrap();
    let report = installation(fresh.database());
    assert_eq!(report.faults().len(), 1);
    let fault = &report.faults()[0];
    assert_eq!(fault.what, "verify-references");
    assert!(
        fault.detail.starts_with("counter ") && fault.detail.ends_with(" → place"),
        "{fault:?}"
    );
}

#[test]
fn checks_of_one_kind_add_up_and_keep_their_order() {
    let mut report = Report::new();
    report.checked("verify-overlaps", 3);
    report.checked("verify-totals", 10);
    report.checked("verify-overlaps", 4);
    let counts: Vec<_> = report
        .checks()
        .iter()
        .map(|check| (check.what, check.count))
        .collect();
    assert_eq!(counts, [("verify-overlaps", 7), ("verify-totals", 10)]);
    assert!(report.is_clean());
}

#[test]
fn one_fault_is_enough_for_a_report_not_to_be_clean() {
    let mut report = Report::new();
    report.checked("verify-totals", 10);
    report.fault("verify-totals", "2026-000012: 12000 ≠ 12001");
    assert!(!report.is_clean());
    assert_eq!(report.faults()[0].detail, "2026-000012: 12000 ≠ 12001");
}
