//! Every message exists in French and in English, every key that the program names exists, and no French sign begins a line.

use std::collections::{BTreeMap, BTreeSet};

use crate::rules::templates::without_comments;
use crate::tree::{Fault, File, Tree};

/// Beginnings of keys beside the names of the crates.
const SHARED: &[&str] = &["shell", "refused", "activity", "permission", "role"];

/// One message of a file: where it stands and the values it shows.
struct Message {
    line: usize,
    values: BTreeSet<String>,
}

type Messages = BTreeMap<String, Message>;

/// Both languages complete and with the same values; each key named in code, templates, acts and permissions known.
pub fn check(tree: &Tree) -> Vec<Fault> {
    let mut known = BTreeSet::new();
    let mut faults = Vec::new();
    for french in tree
        .with_extension("ftl")
        .filter(|file| file.name() == "fr.ftl" || file.name().ends_with(".fr.ftl"))
    {
        let path = french.path.replace("fr.ftl", "en.ftl");
        let Some(english) = tree.files.iter().find(|file| file.path == path) else {
            faults.push(Fault::new(french, 0, "its English half is missing"));
            continue;
        };
        faults.extend(compare(french, english));
        faults.extend(compare(english, french));
        faults.extend(repeated(french).into_iter().chain(repeated(english)));
        faults.extend(breakable(french));
        known.extend(read(&french.text).into_keys());
    }
    let rooms = tree.crates();
    let starts: Vec<&str> = rooms.into_iter().chain(SHARED.iter().copied()).collect();
    for file in tree
        .files
        .iter()
        .filter(|file| file.room().is_some() && !file.is_test())
    {
        for (line, key) in named_keys(file, &starts) {
            if !known.contains(&key) {
                faults.push(Fault::new(file, line, format!("no message is called `{key}`")));
            }
        }
    }
    faults
}

fn compare(file: &File, other: &File) -> Vec<Fault> {
    let theirs = read(&other.text);
    let own = read(&file.text);
    let missing = own.iter().filter_map(|(key, message)| match theirs.get(key) {
        None => Some((message.line, format!("`{key}` is missing in {}", other.path))),
        Some(their) if their.values != message.values => Some((
            message.line,
            format!("`{key}` does not show the same values in {}", other.path),
        )),
        Some(_) => None,
    });
    missing.map(|(line, says)| Fault::new(file, line, says)).collect()
}

fn repeated(file: &File) -> Vec<Fault> {
    let mut seen = BTreeSet::new();
    let keys = file
        .text
        .lines()
        .enumerate()
        .filter_map(|(before, line)| Some((before + 1, key(line)?)));
    let again = keys.filter(|(_, key)| !seen.insert(*key));
    again
        .map(|(line, key)| Fault::new(file, line, format!("`{key}` stands twice")))
        .collect()
}

/// French signs that stand off their word, parted from it by a space at which a line may break.
fn breakable(french: &File) -> Vec<Fault> {
    let breaks = |line: &str| {
        line.contains("« ")
            || [" :", " ;", " !", " ?", " »"]
                .iter()
                .any(|sign| line.contains(sign))
    };
    let lines = french.text.lines().enumerate();
    lines
        .filter(|(_, line)| !line.starts_with('#') && breaks(line))
        .map(|(before, _)| {
            Fault::new(
                french,
                before + 1,
                "a no-break space (U+00A0) stands before : ; ! ? », and after «",
            )
        })
        .collect()
}

fn read(text: &str) -> Messages {
    let mut messages = Messages::new();
    let mut current = String::new();
    for (before, line) in text.lines().enumerate() {
        if let Some(key) = key(line) {
            key.clone_into(&mut current);
            let message = Message {
                line: before + 1,
                values: BTreeSet::new(),
            };
            messages.insert(key.to_owned(), message);
        } else if line.starts_with('#') {
            continue;
        }
        if let Some(message) = messages.get_mut(&current) {
            message.values.extend(values(line));
        }
    }
    messages
}

/// The key at the head of a message; a line that goes on or an attribute has none.
fn key(line: &str) -> Option<&str> {
    let (key, _) = line.split_once('=')?;
    let key = key.trim_end();
    let is_key = key.starts_with(|first: char| first.is_ascii_alphabetic())
        && key
            .chars()
            .all(|each| each.is_ascii_alphanumeric() || matches!(each, '-' | '_'));
    is_key.then_some(key)
}

fn values(line: &str) -> impl Iterator<Item = String> {
    let name = |rest: &str| {
        rest.chars()
            .take_while(|each| each.is_alphanumeric() || matches!(each, '_' | '-'))
            .collect()
    };
    line.split('$').skip(1).map(name)
}

/// The keys that a file names, with their lines.
fn named_keys(file: &File, starts: &[&str]) -> Vec<(usize, String)> {
    let is_key = |text: &str| {
        looks_like_key(text)
            && text
                .split('-')
                .next()
                .is_some_and(|start| starts.contains(&start))
    };
    match file.extension() {
        "rs" if file.path.contains("/src/") && file.room() != Some("tidy") => {
            let rust = file.rust();
            let literals = rust.working_literals().into_iter();
            let keys = literals
                .filter(|literal| is_key(&literal.text))
                .map(|literal| (literal.line, literal.text.clone()));
            keys.chain(acts(file)).chain(permissions(file)).collect()
        }
        "html" => texts_in_braces(&without_comments(&file.text))
            .into_iter()
            .filter(|(_, text)| is_key(text))
            .collect(),
        _ => Vec::new(),
    }
}

fn looks_like_key(text: &str) -> bool {
    text.contains('-')
        && text.split('-').all(|part| {
            !part.is_empty()
                && part
                    .chars()
                    .all(|each| each.is_ascii_lowercase() || each.is_ascii_digit())
        })
}

/// `record(tx, actor, "booking.cancelled", …)` is told on pages as `activity-booking-cancelled`.
fn acts(file: &File) -> Vec<(usize, String)> {
    first_texts(file, "record(")
        .into_iter()
        .filter(|(_, verb)| verb.contains('.'))
        .map(|(line, verb)| (line, format!("activity-{}", dashes(&verb))))
        .collect()
}

/// `Permission::new("spaces.book")` is told on pages as `permission-spaces-book`.
fn permissions(file: &File) -> Vec<(usize, String)> {
    first_texts(file, "Permission::new(")
        .into_iter()
        .map(|(line, name)| (line, format!("permission-{}", dashes(&name))))
        .collect()
}

fn dashes(name: &str) -> String {
    name.replace(['.', '_'], "-")
}

/// The first text after each such call, within the call's own parentheses.
fn first_texts(file: &File, call: &str) -> Vec<(usize, String)> {
    let rust = file.rust();
    let literals = rust.working_literals();
    let calls = rust.code.match_indices(call).filter_map(|(at, _)| {
        let (before, from) = rust.code.split_at(at + call.len());
        let arguments = from.split(')').next().unwrap_or_default();
        let quote = arguments.find('"')?;
        let line = before.matches('\n').count() + 1 + arguments.split_at(quote).0.matches('\n').count();
        let found = literals
            .iter()
            .find(|literal| literal.line == line && !literal.text.contains(' '))?;
        Some((line, found.text.clone()))
    });
    calls.collect()
}

/// The quoted texts in `{{ … }}` and `{% … %}`.
fn texts_in_braces(html: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut inside = false;
    for (before, line) in html.lines().enumerate() {
        for (odd, part) in line
            .replace("{%", "{{")
            .replace("%}", "}}")
            .split("{{")
            .enumerate()
        {
            inside |= odd > 0;
            let (code, _) = part.split_once("}}").unwrap_or((part, ""));
            if inside {
                found.extend(
                    code.split('"')
                        .skip(1)
                        .step_by(2)
                        .map(|text| (before + 1, text.to_owned())),
                );
            }
            inside &= !part.contains("}}");
        }
    }
    found
}

#[cfg(test)]
mod tests;
