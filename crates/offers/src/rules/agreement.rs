//! An agreement with an organisation: a town hall, an association (T97).

use kernel::{Day, Days, Id, Month, Name, OrganisationId, Rate};
use std::collections::BTreeSet;

kernel::codes! {
    /// How long the period of a quota is; it follows the calendar.
    pub enum QuotaSpan {
        /// A month.
        Month = "month",
        /// Three months, the first from January.
        Quarter = "quarter",
        /// A year.
        Year = "year",
    }
}

impl QuotaSpan {
    /// The key of the message that names it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Month => "offers-span-month",
            Self::Quarter => "offers-span-quarter",
            Self::Year => "offers-span-year",
        }
    }

    /// The period that holds a day.
    #[must_use]
    pub fn period_of(self, day: Day) -> Days {
        let month = day.month_of();
        let number = i64::from(month.number()) - 1;
        let (back, length) = match self {
            Self::Month => (0, 1),
            Self::Quarter => (number % 3, 3),
            Self::Year => (number, 12),
        };
        let first: Month = month.plus(-back);
        Days::spanning(first.first(), first.plus(length - 1).last())
    }
}

/// Hours that an organisation has under an agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    /// Which one.
    pub id: Id<Agreement>,
    /// What was agreed.
    pub terms: AgreementTerms,
    /// How often it was changed; a change names the version it saw.
    pub version: i64,
}

/// What is agreed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreementTerms {
    /// With whom.
    pub organisation: OrganisationId,
    /// What people and invoices call it.
    pub name: Name,
    /// Minutes in each period.
    pub minutes: i64,
    /// How long a period is.
    pub span: QuotaSpan,
    /// The part of the price that is due for them; nothing when they are free.
    pub due: Rate,
    /// Its first day and its last.
    pub days: Days,
    /// The kinds of spaces, by their codes; at least one.
    pub kinds: BTreeSet<String>,
    /// What the team wrote down.
    pub note: String,
}

impl AgreementTerms {
    /// Minutes in the period that holds a day, in proportion to the days of it on which the agreement is valid (RULES 20).
    #[must_use]
    pub fn quota_on(&self, day: Day) -> i64 {
        let period = self.span.period_of(day);
        period.intersection(self.days).map_or(0, |valid| {
            kernel::Money::from_cents(self.minutes)
                .share(valid.len(), period.len())
                .cents()
        })
    }

    /// Whether it gives hours of that kind on that day.
    #[must_use]
    pub fn gives(&self, kind: &str, day: Day) -> bool {
        self.days.contains(day) && self.kinds.contains(kind)
    }
}

/// The most minutes of a period: ten thousand hours.
pub(crate) const MOST_MINUTES: i64 = 600_000;
/// The most characters of a note.
pub(crate) const LONGEST_NOTE: usize = 2_000;

kernel::refusals! {
    /// Why an agreement is not kept.
    pub enum AgreementRefused {
        /// No hours, or too many.
        Hours {
            /// The most hours.
            maximum: i64
        } = "offers-refused-agreement-hours",
        /// The whole price is due: it would be no agreement.
        Due = "offers-refused-agreement-due",
        /// No kind of space.
        NoKind = "offers-refused-agreement-no-kind",
        /// The last day is before the first.
        Reversed = "offers-refused-pause-reversed",
        /// The note is too long.
        Note {
            /// The most characters.
            maximum: usize
        } = "offers-refused-note",
        /// Somebody changed it meanwhile.
        Changed = "offers-refused-changed",
    }
}

impl AgreementTerms {
    /// Checks numbers and texts.
    ///
    /// # Errors
    /// [`AgreementRefused`] names the first that cannot be.
    pub(crate) fn check(&self) -> Result<(), AgreementRefused> {
        if !(1..=MOST_MINUTES).contains(&self.minutes) {
            return Err(AgreementRefused::Hours {
                maximum: MOST_MINUTES / 60,
            });
        }
        if self.due >= Rate::HUNDRED {
            return Err(AgreementRefused::Due);
        }
        if self.kinds.is_empty() {
            return Err(AgreementRefused::NoKind);
        }
        if self.note.chars().count() > LONGEST_NOTE {
            return Err(AgreementRefused::Note {
                maximum: LONGEST_NOTE,
            });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
