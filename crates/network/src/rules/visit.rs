//! A visit to another place: whether it may be, and what is claimed for it.

use super::agreement::{Partner, PartnerId, Rates, Standing};
use billing::Charge;
use kernel::{Day, Id, Instant, Money, PersonId};
use offers::DayUse;
use spaces::Part;

/// What identifiers of visits are identifiers of.
#[derive(Debug)]
pub enum VisitMark {}

/// The identifier of a visit.
pub type VisitId = Id<VisitMark>;

kernel::codes! {
    /// Which of the two places we are.
    pub enum Side {
        /// Our member went there.
        Home = "home",
        /// Their member came here.
        Host = "host",
    }
}

kernel::codes! {
    /// What became of a visit.
    pub enum VisitState {
        /// The host asked, and does not know the answer.
        Asked = "asked",
        /// It counts.
        Made = "made",
        /// The home said no.
        Refused = "refused",
        /// It was taken back.
        Undone = "undone",
    }
}

/// A visit, as one of the two sides keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartnerVisit {
    /// Which one, here.
    pub id: VisitId,
    /// With which place.
    pub partner: PartnerId,
    /// Which of the two we are.
    pub side: Side,
    /// What both call it.
    pub reference: String,
    /// Who, at home.
    pub person: Option<PersonId>,
    /// Who, as the host was told.
    pub visitor: String,
    /// The code, while the host waits for the answer.
    pub code: String,
    /// On which day.
    pub day: Day,
    /// For which part of it.
    pub part: Part,
    /// What became of it.
    pub state: VisitState,
    /// Units that moved at home.
    pub units: i64,
    /// Units left when it was made.
    pub units_left: i64,
    /// What the host claims.
    pub amount: Money,
    /// When the host asked.
    pub asked_at: Instant,
    /// When it was taken back.
    pub undone_at: Option<Instant>,
    /// What it was charged with.
    pub charge: Option<Id<Charge>>,
}

impl PartnerVisit {
    /// Whether it counts.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.state == VisitState::Made
    }
}

kernel::codes! {
    /// Why a home does not let its member in elsewhere: what the two programs say to each other.
    pub enum Reason {
        /// The agreement is suspended, over, or not of that day.
        Closed = "closed",
        /// Nobody has this code, or not any more.
        Code = "code",
        /// More codes were tried than a desk needs.
        TooMany = "too_many",
        /// They are not members any more.
        Member = "member",
        /// They are there already.
        Already = "already",
        /// They were there as often as agreed this month.
        Cap = "cap",
        /// Their passes have not units enough.
        Units = "units",
        /// The clocks of the two places name different days.
        Day = "day",
        /// It was taken back before.
        Undone = "undone",
        /// A later visit of that day stands on it.
        Later = "later",
    }
}

impl Reason {
    /// The message that says it at the desk.
    #[must_use]
    pub fn message(self) -> String {
        format!("network-reason-{}", self.code().replace('_', "-"))
    }
}

/// What is known of a person when they stand at the desk of another place.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'facts> {
    /// The agreement.
    pub partner: &'facts Partner,
    /// Now.
    pub now: Instant,
    /// Today at home.
    pub today: Day,
    /// The day of the visit, as the host says it.
    pub day: Day,
    /// For which part of it.
    pub part: Part,
    /// Whether they are a member on that day.
    pub member: bool,
    /// What counts of them at that host, in the month of the visit.
    pub month: &'facts [PartnerVisit],
}

/// Whether a member may be let in, and what the host may claim. Units are asked for afterwards.
///
/// # Errors
/// The [`Reason`].
pub fn admit(facts: &Facts<'_>) -> Result<Money, Reason> {
    let partner = facts.partner;
    if partner.standing(facts.now) != Standing::Open || !partner.rates.hold_on(facts.day) {
        return Err(Reason::Closed);
    }
    // Midnight does not come everywhere at once, and clocks differ a little.
    if facts.today.days_until(facts.day).abs() > 1 {
        return Err(Reason::Day);
    }
    if !facts.member {
        return Err(Reason::Member);
    }
    let same_day: Vec<&PartnerVisit> = facts.month.iter().filter(|one| one.day == facts.day).collect();
    let overlaps =
        |one: &&PartnerVisit| one.part == facts.part || one.part == Part::Day || facts.part == Part::Day;
    if same_day.iter().any(overlaps) {
        return Err(Reason::Already);
    }
    let used: i64 = facts.month.iter().map(|one| halves(one.part)).sum();
    if used.saturating_add(halves(facts.part)) > partner.terms.cap_days.saturating_mul(2) {
        return Err(Reason::Cap);
    }
    let before: Vec<Part> = same_day.iter().map(|one| one.part).collect();
    let claimed: Money = same_day.iter().map(|one| one.amount).sum();
    Ok(claim(&partner.rates, &before, facts.part, claimed))
}

/// What is claimed for one more part of a day: two half-days never cost more than the day.
#[must_use]
pub fn claim(rates: &Rates, before: &[Part], part: Part, claimed: Money) -> Money {
    let parts = before.iter().copied().chain([part]);
    let whole = match day_use(parts) {
        DayUse::Nothing => Money::ZERO,
        DayUse::HalfDay => rates.half_day,
        DayUse::TwoHalfDays | DayUse::Day => rates.day.min(rates.half_day + rates.half_day),
    };
    (whole - claimed).max(Money::ZERO)
}

/// What parts of a day come to.
#[must_use]
pub fn day_use(parts: impl Iterator<Item = Part>) -> DayUse {
    parts.fold(DayUse::Nothing, |all, part| {
        all.with(match part {
            Part::Day => DayUse::Day,
            Part::Morning | Part::Afternoon => DayUse::HalfDay,
        })
    })
}

/// In half-days.
#[must_use]
pub const fn halves(part: Part) -> i64 {
    match part {
        Part::Day => 2,
        Part::Morning | Part::Afternoon => 1,
    }
}

/// Whether a visit may be taken back: on its day, and none that came after it stands on it.
///
/// # Errors
/// The [`Reason`].
pub fn take_back(visit: &PartnerVisit, of_day: &[PartnerVisit], today: Day) -> Result<(), Reason> {
    if today.days_until(visit.day).abs() > 1 {
        return Err(Reason::Day);
    }
    let later = |one: &PartnerVisit| one.counts() && (one.asked_at, one.id) > (visit.asked_at, visit.id);
    if of_day.iter().any(later) {
        return Err(Reason::Later);
    }
    Ok(())
}

kernel::refusals! {
    /// Why nothing is done at the desk, or a claim is not charged.
    pub enum VisitRefused {
        /// What was typed is no visiting code.
        Unreadable = "network-refused-code",
        /// A code of a place with which there is no agreement, or not now.
        NoPartner = "network-refused-no-partner",
        /// Twenty codes in ten minutes are enough.
        TooMany = "network-refused-too-many",
        /// It was answered, or taken back, before.
        Settled = "network-refused-settled",
        /// Visits are taken back on their day.
        NotToday = "network-refused-not-today",
        /// The other place does not answer.
        Unreachable = "network-refused-no-answer",
        /// The other place does not know this agreement any more.
        NotKnown = "network-refused-not-known",
        /// The other place says no.
        Said {
            /// Why, as its code.
            reason: Reason
        } = "network-refused-said",
        /// The month is not over.
        MonthOpen = "network-refused-month-open",
        /// There is nothing to charge.
        NothingDue = "network-refused-nothing-due",
        /// Nobody was named to be charged, or nothing to charge it as.
        NoCustomer = "network-refused-no-customer",
        /// Billing does not take it.
        NotBilled = "network-refused-not-billed",
    }
}
