//! What somebody who joins may take: a plan by the month, or a pass.

use billing::Basis;
use kernel::{Id, IdRefused, Money};
use offers::{PassOffer, Plan};

kernel::codes! {
    /// The kind of an offer.
    pub enum OfferKind {
        /// By the month.
        Plan = "plan",
        /// By units.
        Pass = "pass",
    }
}

/// An offer by its name in forms: `plan:…` or `pass:…`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Offer {
    /// By the month.
    Plan(Id<Plan>),
    /// By units.
    Pass(Id<PassOffer>),
}

impl Offer {
    /// Reads what [`Offer::code`] writes.
    ///
    /// # Errors
    /// [`IdRefused`] when it names nothing.
    pub fn parse(text: &str) -> Result<Self, IdRefused> {
        match text.split_once(':') {
            Some(("plan", id)) => Ok(Self::Plan(Id::parse(id)?)),
            Some(("pass", id)) => Ok(Self::Pass(Id::parse(id)?)),
            _ => Err(IdRefused::Malformed),
        }
    }

    /// As forms carry it.
    #[must_use]
    pub fn code(self) -> String {
        match self {
            Self::Plan(id) => format!("plan:{id}"),
            Self::Pass(id) => format!("pass:{id}"),
        }
    }

    /// Its kind and its number, as stored.
    pub(crate) fn stored(self) -> (OfferKind, i64) {
        match self {
            Self::Plan(id) => (OfferKind::Plan, id.as_i64()),
            Self::Pass(id) => (OfferKind::Pass, id.as_i64()),
        }
    }

    /// Reads what [`Offer::stored`] wrote.
    pub(crate) fn of(kind: OfferKind, id: i64) -> Self {
        match kind {
            OfferKind::Plan => Self::Plan(Id::from_i64(id)),
            OfferKind::Pass => Self::Pass(Id::from_i64(id)),
        }
    }
}

/// An offer with the price in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposed {
    /// Which one.
    pub offer: Offer,
    /// What people call it.
    pub name: String,
    /// What a month, or the whole pass, costs.
    pub price: Money,
    /// Whether that includes VAT.
    pub basis: Basis,
    /// Whether everybody sees it, or the team alone.
    pub shown: bool,
}
