//! Words and names that the house does not take.

use crate::tree::{Fault, File, Tree};

/// Put together here so that this file does not hold what it forbids.
const FORBIDDEN: &[(&str, &str)] = &[
    (concat!("TO", "DO"), "finish it, or write it in the issue"),
    (concat!("FIX", "ME"), "mend it, or write it in the issue"),
    (concat!("XX", "X"), "say what is meant"),
    (concat!("select", " *"), "list the columns"),
    (concat!("/wo", "rk/"), "a path of one machine"),
    (concat!("/fa", "rm/"), "a path of one machine"),
    (concat!("/ro", "ot/"), "a path of one machine"),
    (concat!("/ho", "me/"), "a path of one machine"),
    (concat!("../", "shared"), "the project stands on its own"),
];

/// Names of drawers that everything falls into.
const DRAWERS: &[&str] = &[
    "helper", "helpers", "util", "utils", "manager", "managers", "service", "services", "common", "misc",
    "models", "info",
];

/// Ends of type names that say nothing.
const HOLLOW_ENDS: &[&str] = &[
    "Helper", "Util", "Utils", "Manager", "Service", "Model", "Info", "Data",
];

const TEXT: &[&str] = &[
    "rs", "html", "css", "js", "md", "sql", "toml", "ftl", "sh", "txt", "yml", "",
];

/// Texts without forbidden words, files and types with names that say what they hold, comments without banners.
pub fn check(tree: &Tree) -> Vec<Fault> {
    let files = tree.files.iter().filter(|file| !file.is_vendored());
    files
        .filter(|file| TEXT.contains(&file.extension()))
        .flat_map(|file| {
            let mut faults = forbidden(file);
            faults.extend(drawer(file));
            if file.extension() == "rs" {
                faults.extend(hollow_types(file));
                faults.extend(banners(file));
            }
            faults
        })
        .collect()
}

fn forbidden(file: &File) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (before, line) in file.text.lines().enumerate() {
        let found = FORBIDDEN.iter().filter(|(word, _)| stands_alone(line, word));
        faults.extend(found.map(|(word, why)| Fault::new(file, before + 1, format!("`{word}`: {why}"))));
    }
    faults
}

/// Whether the line has the word, not as a part of a longer one (for a path: not inside a longer path).
fn stands_alone(line: &str, word: &str) -> bool {
    let is_letter = |each: char| each.is_alphanumeric() || each == '_';
    let starts_as_path = word.starts_with('/');
    line.match_indices(word).any(|(at, _)| {
        let (before, from) = line.split_at(at);
        let after = from.split_at(word.len()).1;
        let longer_before = before
            .ends_with(|each| is_letter(each) || (starts_as_path && matches!(each, '/' | '.' | '}' | '-')));
        !(longer_before || word.ends_with(is_letter) && after.starts_with(is_letter))
    })
}

fn drawer(file: &File) -> Option<Fault> {
    // A guide is named after those who read it.
    if file.path.starts_with("docs/guide/") {
        return None;
    }
    let stem = file.name().split('.').next().unwrap_or_default();
    let named = stem.split(['_', '-']).find(|part| DRAWERS.contains(part))?;
    Some(Fault::new(
        file,
        0,
        format!("`{named}` says nothing: name the file after what it holds"),
    ))
}

fn hollow_types(file: &File) -> Vec<Fault> {
    let rust = file.rust();
    let mut faults = Vec::new();
    for (before, line) in rust.code.lines().enumerate() {
        let mut words = line
            .split(|each: char| !each.is_alphanumeric() && each != '_')
            .filter(|word| !word.is_empty());
        let declares = words.any(|word| matches!(word, "struct" | "enum" | "trait" | "type"));
        let name = words.next().filter(|_| declares).unwrap_or_default();
        if let Some(end) = HOLLOW_ENDS.iter().find(|end| name.ends_with(**end)) {
            let says = format!("`{name}`: `{end}` says nothing, name the thing itself");
            faults.push(Fault::new(file, before + 1, says));
        }
    }
    faults
}

/// A comment that is a line of signs.
fn banners(file: &File) -> Vec<Fault> {
    let is_banner = |text: &str| {
        ["=====", "-----", "*****", "#####"]
            .iter()
            .any(|signs| text.contains(signs))
    };
    let comments = file.rust().comments;
    let loud = comments
        .iter()
        .filter(|comment| is_banner(&comment.text) && !comment.text.contains('|'));
    loud.map(|comment| Fault::new(file, comment.line, "no banners: cut the file instead"))
        .collect()
}

#[cfg(test)]
mod tests;
