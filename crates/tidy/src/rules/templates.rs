//! What a template may not hold: the content security policy forbids it, and so does good taste.

use std::collections::BTreeSet;

use crate::tree::{Fault, File, Tree};

/// Templates of letters are read by mail programs, which know no style sheet.
const LETTERS: &str = "mail";

/// No inline style, script or handler, nothing from another site, nothing that goes round escaping, and no template
/// that nothing renders.
pub fn check(tree: &Tree) -> Vec<Fault> {
    let pages: Vec<&File> = tree
        .with_extension("html")
        .filter(|file| is_template(file))
        .collect();
    let mut faults: Vec<Fault> = pages.iter().flat_map(|file| check_file(file)).collect();
    faults.extend(orphans(tree, &pages));
    faults
}

fn is_template(file: &File) -> bool {
    file.room().is_some() && !file.is_test() && !file.is_vendored()
}

/// Templates that no struct and no other template names.
fn orphans(tree: &Tree, pages: &[&File]) -> Vec<Fault> {
    let literals = tree
        .with_extension("rs")
        .flat_map(|file| file.rust().literals)
        .map(|literal| literal.text);
    let quoted = pages
        .iter()
        .flat_map(|file| file.text.split('"').map(str::to_owned));
    let named: BTreeSet<String> = literals
        .chain(quoted)
        .filter(|text| text.ends_with(".html"))
        .collect();
    let name = |file: &File| {
        file.path
            .split_once("/templates/")
            .map(|(_, name)| name.to_owned())
    };
    let lost = pages
        .iter()
        .filter(|file| name(file).is_some_and(|name| !named.contains(&name)));
    lost.map(|file| Fault::new(file, 0, "nothing renders it: remove it, or render it"))
        .collect()
}

fn check_file(file: &File) -> Vec<Fault> {
    let is_letter = file.path.contains(LETTERS);
    let text = without_comments(&file.text);
    let mut faults = Vec::new();
    for (before, line) in text.lines().enumerate() {
        let mut refuse = |says: &str| faults.push(Fault::new(file, before + 1, says));
        if !is_letter && (has_attribute(line, "style") || line.contains("<style")) {
            refuse("no inline style: use a class");
        }
        if has_handler(line) || line.contains("javascript:") {
            refuse("no inline handler: use a data attribute");
        }
        // A data block is no script, and the content policy lets it be.
        let data =
            |script: &str| script.contains("application/json") || script.contains("application/ld+json");
        if scripts(line).any(|script| !script.contains("src=") && !data(script)) {
            refuse("no inline script");
        }
        if line.contains("src=\"http")
            || line.contains("src=\"//")
            || (line.contains("<link") && line.contains("href=\"http"))
        {
            refuse("nothing from another site");
        }
        if pipes_to_safe(line) {
            refuse("`safe` lets through what a person typed: keep it escaped");
        }
    }
    faults
}

/// Line for line, without `{# … #}` and `<!-- … -->`.
pub(crate) fn without_comments(text: &str) -> String {
    let cut = |text: &str, open: &str, close: &str| {
        let mut kept = String::new();
        for (part, piece) in text.split(open).enumerate() {
            let (comment, after) = if part == 0 {
                ("", piece)
            } else {
                piece.split_once(close).unwrap_or((piece, ""))
            };
            kept.extend(comment.chars().filter(|each| *each == '\n'));
            kept.push_str(after);
        }
        kept
    };
    cut(&cut(text, "{#", "#}"), "<!--", "-->")
}

fn has_attribute(line: &str, name: &str) -> bool {
    let wanted = format!("{name}=");
    line.match_indices(&wanted)
        .any(|(at, _)| line.split_at(at).0.ends_with(char::is_whitespace))
}

/// `onclick=` and its like.
fn has_handler(line: &str) -> bool {
    let mut words = line.split(|each: char| each.is_whitespace() || each == '<' || each == '>');
    words.any(|word| {
        let name = word
            .split_once("=\"")
            .or_else(|| word.split_once("='"))
            .map(|(name, _)| name);
        let event = name.and_then(|name| name.strip_prefix("on"));
        event.is_some_and(|event| event.len() > 2 && event.chars().all(|each| each.is_ascii_lowercase()))
    })
}

/// The opening tags of scripts on a line.
fn scripts(line: &str) -> impl Iterator<Item = &str> {
    line.split("<script")
        .skip(1)
        .map(|rest| rest.split('>').next().unwrap_or_default())
}

fn pipes_to_safe(line: &str) -> bool {
    let mut filters = line.split('|').skip(1);
    filters.any(|rest| {
        let name = rest.trim_start();
        name.strip_prefix("safe")
            .is_some_and(|after| !after.starts_with(|next: char| next.is_alphanumeric() || next == '_'))
    })
}

#[cfg(test)]
mod tests;
