//! Organisations whose address is the place.

use kernel::{Day, Id, OrganisationId};

kernel::refusals! {
    /// Why a domiciliation is not kept.
    pub enum DomiciliationRefused {
        /// No such organisation in the place.
        NoOrganisation = "stewardship-refused-no-organisation",
        /// The organisation is domiciled already on one of these days.
        Overlaps = "stewardship-refused-domiciled",
        /// It would end before it begins.
        Reversed = "stewardship-refused-reversed",
        /// Its last day is known already.
        Ended = "stewardship-refused-domiciliation-ended",
    }
}

/// An organisation domiciled from a day to a day, both included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Domiciliation {
    /// Which one.
    pub id: Id<Domiciliation>,
    /// Whose.
    pub organisation: OrganisationId,
    /// Its first day.
    pub from: Day,
    /// Its last day, when it is known.
    pub until: Option<Day>,
    /// What the team wrote down: the contract, the file of proofs.
    pub note: String,
}

impl Domiciliation {
    /// Whether it holds on a day.
    #[must_use]
    pub fn holds_on(&self, day: Day) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }

    /// Whether it shares a day with the days from `from` to `until`.
    #[must_use]
    pub fn meets(&self, from: Day, until: Option<Day>) -> bool {
        self.until.is_none_or(|last| from <= last) && until.is_none_or(|last| self.from <= last)
    }
}
