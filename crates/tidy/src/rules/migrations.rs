//! The head and the tables of each migration.

use std::collections::BTreeMap;

use crate::statement::{Word, words};
use crate::tree::{Fault, File, Tree};

/// What follows `--` on the first line, before the capability's name.
const OWNER: &str = "-- owner: ";

/// Each migration names an owner that exists and gives its reason; each table begins with the place; each constraint
/// has a name; each number serves once.
pub fn check(tree: &Tree) -> Vec<Fault> {
    let rooms = tree.crates();
    let mut numbers = BTreeMap::new();
    let mut faults = Vec::new();
    for file in files(tree) {
        faults.extend(check_name(file, &mut numbers));
        match head(file) {
            Some((owner, reason)) if rooms.contains(&owner) && reason.split_whitespace().count() >= 3 => {}
            _ => {
                let says =
                    "begin with `-- owner: CAPABILITY. Why this is needed.`, the capability being a crate";
                faults.push(Fault::new(file, 1, says));
            }
        }
        faults.extend(check_tables(file));
    }
    faults
}

/// Which capability owns each table.
pub(crate) fn owners(tree: &Tree) -> BTreeMap<String, String> {
    let mut owners = BTreeMap::new();
    for file in files(tree) {
        let Some((owner, _)) = head(file) else { continue };
        for table in created(&words(&file.text)) {
            owners.insert(table.name, owner.to_owned());
        }
    }
    owners
}

fn files(tree: &Tree) -> impl Iterator<Item = &File> {
    tree.with_extension("sql")
        .filter(|file| file.path.starts_with("migrations/"))
}

fn head(file: &File) -> Option<(&str, &str)> {
    file.text.lines().next()?.strip_prefix(OWNER)?.split_once('.')
}

fn check_name(file: &File, numbers: &mut BTreeMap<String, String>) -> Option<Fault> {
    let number = file.name().split('_').next().unwrap_or_default();
    if number.len() != 4 || !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(Fault::new(
            file,
            0,
            "name it by its number and its subject: 0007_events.sql",
        ));
    }
    let earlier = numbers.insert(number.to_owned(), file.path.clone())?;
    Some(Fault::new(file, 0, format!("its number is taken by {earlier}")))
}

struct Table {
    name: String,
    line: usize,
    body: Vec<Word>,
}

fn check_tables(file: &File) -> Vec<Fault> {
    let mut faults = Vec::new();
    for table in created(&words(&file.text)) {
        let first = table
            .body
            .first()
            .map(|word| word.text.as_str())
            .unwrap_or_default();
        if first != "place_id" {
            let says = format!("`{}` must begin with `place_id`", table.name);
            faults.push(Fault::new(file, table.line, says));
        }
        for word in unnamed_constraints(&table.body) {
            let says = format!(
                "name the constraint `{}` of `{}`: its name becomes a message",
                word.text, table.name
            );
            faults.push(Fault::new(file, word.line, says));
        }
    }
    faults
}

/// The tables that a migration creates, with the words between their parentheses.
fn created(words: &[Word]) -> Vec<Table> {
    let mut tables = Vec::new();
    for (at, pair) in words.windows(2).enumerate() {
        let [create, table] = pair else { continue };
        if create.text != "create" || table.text != "table" {
            continue;
        }
        let mut rest = words
            .iter()
            .skip(at + 2)
            .skip_while(|word| matches!(word.text.as_str(), "if" | "not" | "exists"));
        let Some(name) = rest.next() else { continue };
        let mut depth = 0_i32;
        let body = rest.take_while(|word| {
            depth += match word.text.as_str() {
                "(" => 1,
                ")" => -1,
                _ => 0,
            };
            depth > 0
        });
        let body = body.skip(1).cloned().collect();
        tables.push(Table {
            name: name.text.clone(),
            line: name.line,
            body,
        });
    }
    tables
}

/// Words that begin a constraint without `constraint NAME` before them.
fn unnamed_constraints(body: &[Word]) -> Vec<&Word> {
    let text = |at: Option<usize>| {
        at.and_then(|at| body.get(at))
            .map_or("", |word| word.text.as_str())
    };
    let mut found = Vec::new();
    let mut after_foreign = false;
    for (at, word) in body.iter().enumerate() {
        let named = text(at.checked_sub(2)) == "constraint";
        match word.text.as_str() {
            "foreign" => {
                after_foreign = true;
                if !named {
                    found.push(word);
                }
            }
            // The second half of a foreign key, already named.
            "references" if after_foreign => after_foreign = false,
            "primary" | "unique" | "check" | "references" if !named => found.push(word),
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests;
