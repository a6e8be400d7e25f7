//! Every statement fits both engines.

use harness::both_engines;
use platform::database::check_all_statements;

#[test]
fn every_statement_of_this_program_fits_both_engines() {
    both_engines(|db| {
        // Linked in, or nothing would be registered.
        let _ = spaces::capability();
        assert_eq!(check_all_statements(&db).unwrap(), vec![]);
    });
}
