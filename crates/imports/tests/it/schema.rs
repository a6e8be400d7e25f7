//! The SQL of imports, asked of the engines themselves.

use harness::both_engines;
use platform::database::check_all_statements;

#[test]
fn every_statement_answers_with_the_columns_its_row_reads_on_both_engines() {
    both_engines(|db| {
        let mismatches = check_all_statements(&db).unwrap();
        assert!(mismatches.is_empty(), "{mismatches:?}");
    });
}
