//! Offices let by the month.

use super::resource::ResourceId;
use kernel::{Day, Days, Id, Instant, Money, Period, PersonId};
use offers::{ContractRefused, PlanContract};

/// What identifiers of lettings are identifiers of.
#[derive(Debug)]
pub enum LettingMark {}

/// The identifier of a letting.
pub type LettingId = Id<LettingMark>;

/// A space that is somebody's by the month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letting {
    /// Which one.
    pub id: LettingId,
    /// What is let.
    pub resource: ResourceId,
    /// To whom.
    pub person: PersonId,
    /// By which contract it is paid.
    pub contract: Id<PlanContract>,
    /// The rent of a month, net of VAT, as agreed.
    pub rent: Money,
    /// Its first day.
    pub from: Day,
    /// Its last day; none means until further notice.
    pub until: Option<Day>,
    /// When the first day begins.
    pub starts_at: Instant,
    /// When the last day ends.
    pub ends_at: Option<Instant>,
}

impl Letting {
    /// The part of a span of time in which it holds.
    #[must_use]
    pub fn within(&self, span: Period) -> Option<Period> {
        let end = self.ends_at.unwrap_or(span.end());
        Period::new(self.starts_at, end).ok()?.intersection(span)
    }

    /// The days of some days on which it holds.
    #[must_use]
    pub fn days_in(&self, days: Days) -> Option<Days> {
        let until = self.until.unwrap_or(days.last());
        Days::new(self.from, until).ok()?.intersection(days)
    }

    /// The rent of some days, each month by its days and rounded once.
    ///
    /// Worked: 300.00 a month from 16 June are 150.00 in June; from 1 June until 10 July, 300.00 and 96.77.
    #[must_use]
    pub fn rent_within(&self, days: Days) -> Money {
        let Some(held) = self.days_in(days) else {
            return Money::ZERO;
        };
        let (first, last) = (held.first().month_of(), held.last().month_of());
        let months = (0..=first.months_until(last)).map(|number| first.plus(number));
        months
            .filter_map(|month| offers::due(self.rent, held.first(), Some(held.last()), month))
            .map(|due| due.amount)
            .sum()
    }
}

kernel::refusals! {
    /// Why a space is not let, or a letting not ended.
    pub enum LettingRefused {
        /// It is let already on one of these days, or a space that shares a part with it is.
        LetAlready {
            /// From which day.
            from: Day
        } = "spaces-refused-let-already",
        /// Bookings of these days would lose their space.
        Booked {
            /// How many.
            count: i64
        } = "spaces-refused-let-booked",
        /// Only a room is let to somebody: a pool of desks is not.
        NotARoom = "spaces-refused-let-pool",
        /// It has ended on that day or before.
        Ended = "spaces-refused-letting-ended",
    }
}

/// Why a letting is refused, its contract included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LettingRefusal {
    /// By the space.
    Space(LettingRefused),
    /// By the contract.
    Contract(ContractRefused),
}

impl kernel::Refusal for LettingRefusal {
    fn key(&self) -> &'static str {
        match self {
            Self::Space(refused) => refused.key(),
            Self::Contract(refused) => refused.key(),
        }
    }

    fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Space(refused) => refused.arguments(),
            Self::Contract(refused) => refused.arguments(),
        }
    }
}
