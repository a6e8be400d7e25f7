//! What fits the eye: files of 400 lines, functions of 60, templates of 99.

use crate::tree::{Fault, File, Tree};

const FILE: usize = 400;
const FUNCTION: usize = 60;
const TEMPLATE: usize = 99;

struct Measure<'tree> {
    file: &'tree File,
    /// Name of the function, empty for a whole file.
    name: String,
    line: usize,
    length: usize,
    limit: usize,
}

/// Files, functions and templates within their limits.
pub fn check(tree: &Tree) -> Vec<Fault> {
    tree.files
        .iter()
        .filter(|file| !file.is_vendored())
        .flat_map(measure)
        .filter_map(|one| judge(&one))
        .collect()
}

fn judge(one: &Measure<'_>) -> Option<Fault> {
    if one.length <= one.limit {
        return None;
    }
    let what = if one.name.is_empty() {
        "this file".to_owned()
    } else {
        format!("`{}`", one.name)
    };
    let says = format!(
        "{what} has {} lines, more than {}: cut it where it changes subject",
        one.length, one.limit
    );
    Some(Fault::new(one.file, one.line, says))
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
