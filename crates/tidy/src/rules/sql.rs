//! Where SQL text may stand and which tables it may name.

use std::collections::BTreeMap;

use crate::rules::migrations;
use crate::rust::Literal;
use crate::statement::{Word, is_sql, tables, words};
use crate::tree::{Fault, File, Tree};

/// The one place that speaks to the engines about any table: copying, checking, migrating.
const DOOR: &str = "crates/platform/src/database/";

/// SQL stands in `store/` (or in `platform`, which serves all); it names its own tables, carries the place, lists its
/// columns and is never put together at run time.
pub fn check(tree: &Tree) -> Vec<Fault> {
    let owners = migrations::owners(tree);
    let files = tree.with_extension("rs").filter(|file| {
        !file.is_test() && file.room().is_some_and(|room| room != "tidy") && file.path.contains("/src/")
    });
    files.flat_map(|file| check_file(file, &owners)).collect()
}

fn check_file(file: &File, owners: &BTreeMap<String, String>) -> Vec<Fault> {
    let rust = file.rust();
    let mut faults = Vec::new();
    for literal in rust.working_literals() {
        if is_sql(&literal.text) {
            faults.extend(check_statement(file, literal, owners));
        }
    }
    faults
}

fn check_statement(file: &File, literal: &Literal, owners: &BTreeMap<String, String>) -> Vec<Fault> {
    let room = file.room().unwrap_or_default();
    let words = words(&literal.text);
    let mut faults = Vec::new();
    let mut refuse = |line: usize, says: String| faults.push(Fault::new(file, line, says));
    if room != "platform" && !file.is_in("store") {
        refuse(literal.line, "SQL stands in `store/` only".to_owned());
    }
    if all_columns(&words) {
        refuse(literal.line, "list the columns".to_owned());
    }
    if literal.text.contains('{') && !file.path.starts_with(DOOR) {
        refuse(
            literal.line,
            "a statement is never put together at run time".to_owned(),
        );
    }
    let named = tables(&words);
    if room != "platform" && !named.is_empty() && !words.iter().any(|word| names_place(&word.text)) {
        refuse(literal.line, "every query carries `place_id`".to_owned());
    }
    for table in named {
        let line = literal.line + table.line - 1;
        match owners.get(&table.text) {
            Some(owner) if owner == room => {}
            Some(owner) => refuse(
                line,
                format!("`{}` belongs to `{owner}`: call its face", table.text),
            ),
            None if room == "platform" => {}
            None => refuse(line, format!("no migration makes `{}`", table.text)),
        }
    }
    faults
}

fn names_place(word: &str) -> bool {
    word == "place_id" || word.ends_with(".place_id")
}

fn all_columns(words: &[Word]) -> bool {
    words.windows(2).any(|pair| match pair {
        [first, star] => star.text == "*" && (first.text == "select" || first.text.ends_with('.')),
        _ => false,
    })
}

#[cfg(test)]
mod tests;
