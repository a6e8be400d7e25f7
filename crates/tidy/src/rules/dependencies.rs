//! Who may depend on whom, read off the manifests.

use crate::tree::{Fault, File, Tree};

/// Rooms that each crate of ours may use, lowest first (`docs/architecture.md`). A news room is added here first.
const MAY_USE: &[(&str, &[&str])] = &[
    ("kernel", &[]),
    ("platform", &["kernel"]),
    ("press", &["kernel"]),
    ("people", &["kernel", "platform"]),
    ("billing", &["kernel", "platform", "people", "press"]),
    ("offers", &["kernel", "platform", "people", "billing"]),
    ("directory", &["kernel", "platform", "people"]),
    (
        "spaces",
        &["kernel", "platform", "people", "billing", "offers", "directory"],
    ),
    (
        "stewardship",
        &["kernel", "platform", "people", "billing", "offers", "spaces"],
    ),
    (
        "joining",
        &["kernel", "platform", "people", "billing", "offers", "spaces"],
    ),
    (
        "teams",
        &["kernel", "platform", "people", "billing", "offers", "spaces"],
    ),
    ("floors", &["kernel", "platform", "people", "offers", "spaces"]),
    (
        "guests",
        &[
            "kernel", "platform", "people", "billing", "offers", "spaces", "joining", "press",
        ],
    ),
    (
        "hires",
        &[
            "kernel", "platform", "people", "billing", "offers", "spaces", "joining", "guests", "press",
        ],
    ),
    (
        "events",
        &["kernel", "platform", "people", "billing", "offers", "spaces"],
    ),
    (
        "doors",
        &[
            "kernel",
            "platform",
            "people",
            "billing",
            "offers",
            "spaces",
            "stewardship",
        ],
    ),
    (
        "imports",
        &["kernel", "platform", "people", "billing", "offers", "spaces"],
    ),
    ("privacy", &["kernel", "platform", "people"]),
    (
        "api",
        &[
            "kernel",
            "platform",
            "people",
            "billing",
            "offers",
            "spaces",
            "directory",
            "stewardship",
            "events",
            "floors",
            "teams",
            "hires",
        ],
    ),
    (
        "network",
        &[
            "kernel", "platform", "people", "billing", "offers", "spaces", "doors", "api",
        ],
    ),
    (
        "app",
        &[
            "kernel",
            "platform",
            "press",
            "people",
            "billing",
            "offers",
            "spaces",
            "directory",
            "stewardship",
            "hires",
            "joining",
            "guests",
            "teams",
            "floors",
            "events",
            "doors",
            "imports",
            "privacy",
            "api",
            "network",
        ],
    ),
    (
        "bench",
        &[
            "kernel", "platform", "people", "billing", "offers", "spaces", "harness",
        ],
    ),
    ("harness", &["kernel", "platform"]),
    ("tidy", &[]),
];

/// Libraries that only some rooms may use, by the beginning of their name.
const RESERVED: &[(&str, &[&str], &str)] = &[
    (
        "rusqlite",
        &["platform", "harness"],
        "both engines stand behind `platform::database`",
    ),
    (
        "postgres",
        &["platform", "harness"],
        "both engines stand behind `platform::database`",
    ),
    (
        "typst",
        &["press"],
        "typesetting is heavy to build and stays in one room",
    ),
    (
        "lettre",
        &["platform"],
        "letters leave through the outbox, `platform::mail`",
    ),
    ("getrandom", &["platform"], "randomness is handed in"),
    ("clap", &["app"], "only the program has a command line"),
    (
        "tracing-subscriber",
        &["app"],
        "only the program decides where its log goes",
    ),
];

/// The manifest of a crate may only name what the tables allow, with the version of the workspace.
pub fn check(tree: &Tree) -> Vec<Fault> {
    let rooms = tree.crates();
    let manifests = tree
        .files
        .iter()
        .filter(|file| file.room().is_some() && file.name() == "Cargo.toml");
    manifests
        .flat_map(|manifest| check_manifest(manifest, &rooms))
        .collect()
}

fn check_manifest(manifest: &File, rooms: &[&str]) -> Vec<Fault> {
    let room = manifest.room().unwrap_or_default();
    let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| *name == room) else {
        let says = format!("`{room}` has no line in the table of who may depend on whom (crates/tidy)");
        return vec![Fault::new(manifest, 0, says)];
    };
    let mut faults = Vec::new();
    for used in dependencies(&manifest.text) {
        let is_ours = rooms.contains(&used.name);
        let for_tests = used.for_tests && used.name == "harness" && room != "tidy";
        if is_ours && !for_tests && !allowed.contains(&used.name) {
            let says = format!("`{room}` may not use `{}`: arrows go one way", used.name);
            faults.push(Fault::new(manifest, used.line, says));
        }
        if let Some((_, _, reason)) = reserved(used.name).filter(|(_, holders, _)| !holders.contains(&room)) {
            let says = format!("`{room}` may not use `{}`: {reason}", used.name);
            faults.push(Fault::new(manifest, used.line, says));
        }
        if !used.is_of_workspace {
            let says = format!(
                "write the version of `{}` once, in the root Cargo.toml",
                used.name
            );
            faults.push(Fault::new(manifest, used.line, says));
        }
    }
    faults
}

fn reserved(name: &str) -> Option<&'static (&'static str, &'static [&'static str], &'static str)> {
    RESERVED
        .iter()
        .find(|(start, _, _)| name == *start || name.starts_with(&format!("{start}-")))
}

struct Used<'text> {
    line: usize,
    name: &'text str,
    for_tests: bool,
    is_of_workspace: bool,
}

/// What the `dependencies` sections name, in `name.workspace = true`, `name = { … }` and `[dependencies.name]` form.
fn dependencies(manifest: &str) -> Vec<Used<'_>> {
    let mut found = Vec::new();
    let mut section = "";
    for (before, line) in manifest.lines().enumerate() {
        let line = line.split('#').next().unwrap_or_default().trim();
        if let Some(header) = line.strip_prefix('[') {
            section = header.trim_end_matches(']');
            continue;
        }
        let Some((key, value)) = line.split_once('=') else {
            continue;
        };
        let (name, of_workspace) = match section.rsplit_once("dependencies.") {
            Some((_, name)) => (name, key.trim() == "workspace"),
            None if section.ends_with("dependencies") => (
                key.split('.').next().unwrap_or_default().trim(),
                line.contains("workspace = true"),
            ),
            None => continue,
        };
        let is_of_workspace = of_workspace || value.contains("workspace");
        let for_tests = section.contains("dev-dependencies");
        found.push(Used {
            line: before + 1,
            name,
            for_tests,
            is_of_workspace,
        });
    }
    found
}

#[cfg(test)]
mod tests;
