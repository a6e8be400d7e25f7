//! What the capability asks of the database, on both engines.

use harness::both_engines;
use platform::database::check_all_statements;

#[test]
fn every_statement_answers_with_the_columns_of_its_row_on_both_engines() {
    // The capability is linked in, and its statements with it.
    assert_eq!(hires::capability().name, "hires");
    both_engines(|db| {
        let mismatches = check_all_statements(&db).unwrap();
        assert!(mismatches.is_empty(), "{mismatches:#?}");
    });
}
