//! What several pages of imports say.

use crate::command::why;
use crate::rules::line::Issue;
use crate::rules::report::ImportReport;
use crate::store::imports::{Import, ImportState};
use kernel::{Instant, PersonId};
use platform::Argument;
use platform::web::Visit;
use std::collections::BTreeMap;

/// The most characters kept of a file's name.
const LONGEST_NAME: usize = 120;

/// The name of a file without its folders and without what does not print.
pub(super) fn filename(given: &str) -> String {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = last
        .chars()
        .filter(|letter| !letter.is_control())
        .take(LONGEST_NAME)
        .collect();
    if kept.trim().is_empty() {
        "import".to_owned()
    } else {
        kept
    }
}

/// Something wrong with a line, in words.
pub(super) struct IssueLine {
    pub(super) line: usize,
    pub(super) column: String,
    pub(super) value: String,
    pub(super) why: String,
}

impl IssueLine {
    pub(super) fn of(visit: &Visit, issue: &Issue) -> Self {
        Self {
            line: issue.line,
            column: issue.column.clone(),
            value: issue.value.clone(),
            why: why(issue, &visit.app.messages, visit.locale),
        }
    }
}

/// One import of the list.
pub(super) struct PastLine {
    pub(super) href: String,
    pub(super) filename: String,
    pub(super) kind: String,
    pub(super) at: Instant,
    pub(super) who: String,
    pub(super) applied: bool,
    pub(super) said: String,
}

impl PastLine {
    pub(super) fn new(visit: &Visit, import: &Import, names: &BTreeMap<PersonId, String>) -> Self {
        let person = import
            .applied_by
            .or(import.created_by)
            .and_then(|person| names.get(&person).cloned());
        let applied = import.state == ImportState::Applied;
        Self {
            href: format!("/office/imports/{}", import.id),
            filename: import.filename.clone(),
            kind: visit.text(import.kind.message()),
            at: import.applied_at.unwrap_or(import.created_at),
            who: person.unwrap_or_else(|| visit.text("imports-by-command")),
            said: said(visit, import.report.as_ref().filter(|_| applied), import.lines),
            applied,
        }
    }
}

/// How much an import brought in; of one that waits, how many lines it has.
fn said(visit: &Visit, report: Option<&ImportReport>, lines: i64) -> String {
    match report {
        Some(report) => visit.text_with(
            "imports-said-applied",
            &[
                ("created", Argument::from(report.created)),
                ("known", Argument::from(report.known)),
            ],
        ),
        None => visit.text_with("imports-said-lines", &[("count", Argument::from(lines))]),
    }
}
