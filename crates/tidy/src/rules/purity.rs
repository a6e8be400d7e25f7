//! What each part of a capability may not know.

use crate::tree::{Fault, File, Tree};

/// The world outside: what decides from it cannot be tested by a table of cases.
const WORLD: &[&str] = &[
    "platform::database",
    "platform::web",
    "rusqlite",
    "postgres",
    "axum",
    "askama",
    "tokio",
    "Tx<",
    "SystemTime",
    "Instant::now",
    "Timestamp::now",
    "getrandom",
    "rand_chacha",
    "std::fs",
    "std::env",
    "std::net",
    "async fn",
    ".await",
];

/// The web: what is below the pages does not know that there are any.
const WEB: &[&str] = &["platform::web", "axum", "askama", "tokio", "async fn", ".await"];

/// Checks `rules`, `store` and `actions` of every capability, and the kernel, which is all rules.
pub fn check(tree: &Tree) -> Vec<Fault> {
    let files = tree.with_extension("rs").filter(|file| !file.is_test());
    files
        .flat_map(|file| {
            forbidden(file)
                .into_iter()
                .flat_map(|(part, words)| find(file, part, words))
        })
        .collect()
}

fn forbidden(file: &File) -> Option<(&'static str, &'static [&'static str])> {
    let room = file.room()?;
    if matches!(room, "platform" | "tidy" | "app" | "press") {
        return None;
    }
    if room == "kernel" {
        return file.path.contains("/src/").then_some(("the kernel", WORLD));
    }
    let part = |name| file.is_in(name);
    match () {
        () if part("rules") => Some(("a rule", WORLD)),
        () if part("store") => Some(("a store", WEB)),
        () if part("actions") => Some(("an action", WEB)),
        () => None,
    }
}

fn find(file: &File, part: &str, words: &[&str]) -> Vec<Fault> {
    let rust = file.rust();
    let tests = rust.test_lines();
    let mut faults = Vec::new();
    for (before, code) in rust.code.lines().enumerate() {
        let line = before + 1;
        if tests.iter().any(|(first, last)| (*first..=*last).contains(&line)) {
            continue;
        }
        let found = words.iter().filter(|word| contains_word(code, word));
        faults.extend(found.map(|word| Fault::new(file, line, format!("{part} may not know `{word}`"))));
    }
    faults
}

/// Whether the code names it, and not as a part of a longer name.
fn contains_word(code: &str, word: &str) -> bool {
    let is_letter = |each: char| each.is_alphanumeric() || each == '_';
    code.match_indices(word).any(|(at, _)| {
        let (before, from) = code.split_at(at);
        let after = from.split_at(word.len()).1;
        !(word.starts_with(is_letter) && before.ends_with(is_letter)
            || word.ends_with(is_letter) && after.starts_with(is_letter))
    })
}

#[cfg(test)]
mod tests;
