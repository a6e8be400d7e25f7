//! The SQL of the directory: rows in, domain types out.

pub(crate) mod cards;
pub(crate) mod introductions;
pub(crate) mod notices;
pub(crate) mod portraits;

use crate::rules::card::Visibility;
use crate::rules::notice::{NoticeKind, Outcome};
use platform::database::text_value;

text_value!(Visibility, NoticeKind, Outcome);

/// Entries as a column holds them: one a line.
fn lines(entries: &[String]) -> String {
    entries.join("\n")
}

fn entries(lines: &str) -> Vec<String> {
    lines.lines().map(str::to_owned).collect()
}
