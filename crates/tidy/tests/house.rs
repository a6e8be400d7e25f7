//! The house rules, on the house itself.
#![allow(clippy::expect_used, reason = "tests may stop at the first surprise")]

use std::path::Path;

use tidy::{Fault, Tree};

fn house() -> Tree {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let tree = Tree::read(&root).expect("the repository can be read");
    assert!(
        tree.files.len() > 50,
        "only {} files: is this the repository?",
        tree.files.len()
    );
    tree
}

#[track_caller]
fn accept(mut faults: Vec<Fault>) {
    faults.sort();
    let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert!(told.is_empty(), "the house refuses:\n{}\n", told.join("\n"));
}

#[test]
fn arrows_between_crates_go_one_way() {
    accept(tidy::dependencies::check(&house()));
}

#[test]
fn rules_stores_and_actions_do_not_know_what_they_must_not() {
    accept(tidy::purity::check(&house()));
}

#[test]
fn sql_stands_in_stores_and_names_its_own_tables() {
    accept(tidy::sql::check(&house()));
}

#[test]
fn migrations_have_an_owner_a_reason_places_and_names() {
    accept(tidy::migrations::check(&house()));
}

#[test]
fn files_functions_and_templates_fit_the_eye() {
    accept(tidy::lengths::check(&house()));
}

#[test]
fn no_word_is_left_that_the_house_does_not_take() {
    accept(tidy::words::check(&house()));
}

#[test]
fn every_message_exists_in_both_languages() {
    accept(tidy::messages::check(&house()));
}

#[test]
fn templates_hold_neither_style_nor_script() {
    accept(tidy::templates::check(&house()));
}
