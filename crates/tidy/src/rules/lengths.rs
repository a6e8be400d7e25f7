//! What fits the eye: files of 400 lines, functions of 60, templates of 99; and a ratchet for what does not.

use crate::tree::{Fault, File, Tree};

const FILE: usize = 400;
const FUNCTION: usize = 60;
const TEMPLATE: usize = 99;

/// Where the exceptions stand: `path length` for a file, `path name length` for a function. They may only shrink.
pub const EXCEPTIONS: &str = "crates/tidy/exceptions.txt";

struct Measure<'tree> {
    file: &'tree File,
    /// Name of the function, empty for a whole file.
    name: String,
    line: usize,
    length: usize,
    limit: usize,
}

struct Exception<'tree> {
    line: usize,
    path: &'tree str,
    name: &'tree str,
    length: usize,
}

/// Files, functions and templates within their limits, but for the listed exceptions, each exactly as long as listed.
pub fn check(tree: &Tree) -> Vec<Fault> {
    let list = tree.files.iter().find(|file| file.path == EXCEPTIONS);
    let exceptions: Vec<Exception<'_>> = list.map(|file| read(&file.text)).unwrap_or_default();
    let measures: Vec<Measure<'_>> = tree
        .files
        .iter()
        .filter(|file| !file.is_vendored())
        .flat_map(measure)
        .collect();
    let mut faults: Vec<Fault> = measures
        .iter()
        .filter_map(|one| judge(one, &exceptions))
        .collect();
    if let Some(file) = list {
        let idle = exceptions
            .iter()
            .filter(|exception| !measures.iter().any(|one| exception.is_needed_by(one)));
        faults.extend(
            idle.map(|exception| Fault::new(file, exception.line, "no longer needed: remove this line")),
        );
    }
    faults
}

fn judge(one: &Measure<'_>, exceptions: &[Exception<'_>]) -> Option<Fault> {
    if one.length <= one.limit {
        return None;
    }
    let what = if one.name.is_empty() {
        "this file".to_owned()
    } else {
        format!("`{}`", one.name)
    };
    let says = match exceptions.iter().find(|exception| exception.is_about(one)) {
        None => format!(
            "{what} has {} lines, more than {}: cut it where it changes subject",
            one.length, one.limit
        ),
        Some(exception) if one.length > exception.length => {
            format!(
                "{what} has grown from {} to {} lines: an exception may only shrink",
                exception.length, one.length
            )
        }
        Some(exception) if one.length < exception.length => {
            format!(
                "{what} has shrunk to {} lines: write that number in {EXCEPTIONS}",
                one.length
            )
        }
        Some(_) => return None,
    };
    Some(Fault::new(one.file, one.line, says))
}

impl Exception<'_> {
    fn is_about(&self, one: &Measure<'_>) -> bool {
        self.path == one.file.path && self.name == one.name
    }

    fn is_needed_by(&self, one: &Measure<'_>) -> bool {
        self.is_about(one) && one.length > one.limit
    }
}

fn read(list: &str) -> Vec<Exception<'_>> {
    let lines = list
        .lines()
        .enumerate()
        .filter(|(_, text)| !text.starts_with('#'));
    lines
        .filter_map(|(before, text)| exception(before + 1, text))
        .collect()
}

fn exception(line: usize, text: &str) -> Option<Exception<'_>> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let (path, name, length) = match words.as_slice() {
        [path, length] => (*path, "", *length),
        [path, name, length] => (*path, *name, *length),
        _ => return None,
    };
    Some(Exception {
        line,
        path,
        name,
        length: length.parse().ok()?,
    })
}

fn measure(file: &File) -> Vec<Measure<'_>> {
    let limit = match file.extension() {
        "rs" | "css" | "js" => FILE,
        // A file of macros is a library, not a page.
        "html" if file.text.contains("{% macro ") || file.text.contains("{%- macro ") => FILE,
        "html" => TEMPLATE,
        _ => return Vec::new(),
    };
    let length = file.text.lines().count();
    let mut found = vec![Measure {
        file,
        name: String::new(),
        line: 0,
        length,
        limit,
    }];
    if file.extension() == "rs" {
        let functions = file.rust().functions().into_iter().map(|function| Measure {
            file,
            name: function.name,
            line: function.line,
            length: function.lines,
            limit: FUNCTION,
        });
        found.extend(functions);
    }
    found
}

#[cfg(test)]
mod tests;
