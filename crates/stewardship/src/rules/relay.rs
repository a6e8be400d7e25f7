//! What passes from one person on duty to the next: notes, and what is looked at when the place opens and closes.

use kernel::{Id, Instant, PersonId};

kernel::codes! {
    /// When a line of a checklist is looked at.
    pub enum Moment {
        /// When the place opens.
        Opening = "opening",
        /// When it closes.
        Closing = "closing",
    }
}

impl Moment {
    /// The key of the message that names it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Opening => "stewardship-opening",
            Self::Closing => "stewardship-closing",
        }
    }
}

kernel::refusals! {
    /// Why a note is not marked, or a line not ticked.
    pub enum RelayRefused {
        /// Somebody read it already.
        Read = "stewardship-refused-note-read",
        /// The line is no longer looked at.
        Retired = "stewardship-refused-line-retired",
    }
}

/// A note for whoever comes next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Which one.
    pub id: Id<Note>,
    /// Who wrote it.
    pub author: PersonId,
    /// When.
    pub written_at: Instant,
    /// What it says.
    pub body: String,
    /// When somebody read it, and who.
    pub read: Option<(Instant, Option<PersonId>)>,
}

/// A line of a checklist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChecklistLine {
    /// Which one.
    pub id: Id<ChecklistLine>,
    /// When it is looked at.
    pub moment: Moment,
    /// What is looked at.
    pub body: String,
}

/// Somebody ticked a line on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tick {
    /// Which line.
    pub line: Id<ChecklistLine>,
    /// When.
    pub at: Instant,
    /// Who.
    pub person: Option<PersonId>,
}
