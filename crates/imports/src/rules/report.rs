//! What an import did, or would do.

use super::line::Issue;
use serde::{Deserialize, Serialize};

/// The most lines told one by one; more are only counted.
const MOST_TOLD: usize = 2_000;

kernel::refusals! {
    /// What is worth knowing about a line that is taken.
    pub enum Notice {
        /// It was imported before and says something else now: what is here is left as it is.
        DiffersFromBefore = "imports-notice-differs",
    }
}

/// What an import did, or would do.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportReport {
    /// Lines that add something.
    pub created: usize,
    /// Lines whose thing is there already: they change nothing.
    pub known: usize,
    /// Lines cancelled in the other program: they change nothing.
    pub passed_over: usize,
    /// Organisations added because the line of a person names them.
    pub organisations: usize,
    /// Lines that cannot be taken. While there is one, nothing is imported.
    pub refused: usize,
    /// Why, line by line; the first two thousand.
    pub issues: Vec<Issue>,
    /// What is worth knowing about lines that are taken.
    pub notices: Vec<Issue>,
    /// How many of these there are.
    pub differing: usize,
    /// Whether it was done, or only tried.
    pub applied: bool,
}

impl ImportReport {
    /// Whether every line can be taken.
    #[must_use]
    pub const fn is_clean(&self) -> bool {
        self.refused == 0
    }

    /// How many lines were read.
    #[must_use]
    pub const fn lines(&self) -> usize {
        self.created + self.known + self.passed_over + self.refused
    }

    /// A line that cannot be taken, with everything that is wrong with it.
    pub(crate) fn refuse(&mut self, issues: Vec<Issue>) {
        self.refused += 1;
        let room = MOST_TOLD.saturating_sub(self.issues.len());
        self.issues.extend(issues.into_iter().take(room));
    }

    /// A line that is taken, and something to know about it.
    pub(crate) fn notice(&mut self, notice: Issue) {
        self.differing += 1;
        if self.notices.len() < MOST_TOLD {
            self.notices.push(notice);
        }
    }
}
