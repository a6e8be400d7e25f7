use super::*;

fn faults(path: &str, text: &str) -> Vec<String> {
    check(&Tree::sample(&[(path, text)]))
        .into_iter()
        .map(|fault| fault.says)
        .collect()
}

#[test]
fn a_rule_that_reads_the_database_or_the_clock_is_refused() {
    let rule = "crates/spaces/src/rules/availability.rs";
    assert_eq!(
        faults(
            rule,
            "use platform::database::Tx;\nfn now() { let _ = SystemTime::now(); }\n"
        ),
        [
            "a rule may not know `platform::database`",
            "a rule may not know `SystemTime`"
        ]
    );
    assert_eq!(faults(rule, "pub async fn free() {}").len(), 1);
    assert_eq!(faults("crates/spaces/src/rules.rs", "use axum::Json;").len(), 1);
    assert_eq!(faults("crates/kernel/src/day.rs", "use std::env;").len(), 1);
}

#[test]
fn words_in_comments_texts_and_tests_do_not_count() {
    let rule = "crates/spaces/src/rules/availability.rs";
    let text = "// not axum\nconst A: &str = \"axum\";\nuse relax::umber;\nstruct axums;\n\
                #[cfg(test)]\nmod tests { use std::fs; }\n";
    assert!(faults(rule, text).is_empty());
    assert!(faults("crates/spaces/src/rules/tests.rs", "use std::fs;").is_empty());
}

#[test]
fn an_action_that_knows_the_web_is_refused() {
    assert_eq!(
        faults("crates/spaces/src/actions/book.rs", "use axum::Form;").len(),
        1
    );
    assert_eq!(faults("crates/spaces/src/store/bookings.rs", "x.await").len(), 1);
    assert!(faults("crates/spaces/src/actions/book.rs", "use platform::database::Tx;").is_empty());
    assert!(faults("crates/spaces/src/pages/booking.rs", "use axum::Form;").is_empty());
}
