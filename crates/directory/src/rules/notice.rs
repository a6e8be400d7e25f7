//! The board: what somebody needs, what somebody offers.

use kernel::{Day, Id, Instant, PersonId};

kernel::codes! {
    /// What a notice is.
    pub enum NoticeKind {
        /// Somebody needs something.
        Need = "need",
        /// Somebody offers something.
        Offer = "offer",
    }
}

impl NoticeKind {
    /// The key of the message that names it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Need => "directory-need",
            Self::Offer => "directory-offer",
        }
    }

    /// The key of the message that names all of them.
    pub(crate) const fn plural(self) -> &'static str {
        match self {
            Self::Need => "directory-need-plural",
            Self::Offer => "directory-offer-plural",
        }
    }

    /// The key of the message over those whose skills match.
    pub(crate) const fn matches(self) -> &'static str {
        match self {
            Self::Need => "directory-need-matches",
            Self::Offer => "directory-offer-matches",
        }
    }

    /// The badge it wears.
    pub(crate) const fn badge(self) -> &'static str {
        match self {
            Self::Need => "info",
            Self::Offer => "success",
        }
    }
}

kernel::codes! {
    /// How a notice ended.
    pub enum Outcome {
        /// It found its answer.
        Met = "met",
        /// It was taken down.
        Withdrawn = "withdrawn",
    }
}

kernel::refusals! {
    /// Why a notice is not posted or closed.
    pub enum NoticeRefused {
        /// The last day is over, or too far away.
        Until {
            /// The first day accepted.
            from: Day,
            /// The last day accepted.
            to: Day
        } = "directory-refused-until",
        /// It is closed already.
        Closed = "directory-refused-closed",
        /// More notices are open than one person may have.
        TooMany {
            /// The most.
            maximum: usize
        } = "directory-refused-too-many-notices",
        /// The two were brought together already.
        Introduced = "directory-refused-introduced",
        /// That person does not match the need, or is not to be written to.
        NoHelper = "directory-refused-no-helper",
        /// Only a member of the day posts.
        NotMember = "directory-refused-not-member",
    }
}

/// How many days a notice stays when its author does not say.
pub const USUAL_DAYS: i64 = 60;
/// The most days a notice stays.
pub const MOST_DAYS: i64 = 180;
/// The most notices that one person has open.
pub const MOST_OPEN: usize = 10;
/// The most characters of a title.
pub const LONGEST_TITLE: usize = 120;

/// A need or an offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Which one.
    pub id: Id<Notice>,
    /// Whose.
    pub author: PersonId,
    /// Need or offer.
    pub kind: NoticeKind,
    /// In one line.
    pub title: String,
    /// In full.
    pub body: String,
    /// The skills it is about.
    pub skills: Vec<String>,
    /// Since when.
    pub posted_at: Instant,
    /// The last day it stands on the board.
    pub until: Day,
    /// When it was closed, and how it ended.
    pub closed: Option<(Instant, Outcome)>,
}

impl Notice {
    /// Whether it stands on the board on a day.
    pub fn is_open_on(&self, today: Day) -> bool {
        self.closed.is_none() && today <= self.until
    }
}

/// The days between which the last day of a notice posted today may lie.
///
/// # Errors
/// [`NoticeRefused::Until`].
pub fn check_until(today: Day, until: Day) -> Result<(), NoticeRefused> {
    let to = today.plus_days(MOST_DAYS);
    if today <= until && until <= to {
        Ok(())
    } else {
        Err(NoticeRefused::Until { from: today, to })
    }
}
