//! Every SQL text of the program, prepared on both engines against the migrated schema.

use harness::both_engines;
use platform::database::{check_all_statements, statements};

#[test]
fn every_statement_prepares_on_both_engines_with_the_columns_its_row_expects() {
    // The capabilities are linked in because the program names them.
    assert!(app::composition::capabilities().len() > 4);
    assert!(
        statements().len() > 100,
        "only {} statements were linked in",
        statements().len()
    );
    both_engines(|db| {
        let mismatches = check_all_statements(&db).expect("the schema is there");
        assert!(mismatches.is_empty(), "{mismatches:#?}");
    });
}
