//! Check-ins: who came, for which part of a civil day, and on what grounds.
//!
//! A person's day holds at most one check-in that counts for each half. Coming for the morning and again for the afternoon makes
//! two check-ins; turning a morning into a day changes the one there is and remembers what it was, so that undoing gives the
//! morning back. Whatever the path, what is counted is what the day ends up being: see [`day_use`].

use kernel::{AccountId, Day, Id, Instant, MinuteOfDay, PersonId};
use offers::DayUse;

/// The identifier of a check-in.
pub type CheckInId = Id<CheckIn>;

kernel::codes! {
    /// The part of a civil day that somebody came for.
    pub enum Part {
        /// Until midday.
        Morning = "morning",
        /// From midday on.
        Afternoon = "afternoon",
        /// Both halves.
        Day = "day",
    }
}

kernel::codes! {
    /// On what grounds somebody is here.
    pub enum CheckInKind {
        /// Units of a pass pay for it, or are owed for it.
        Pass = "pass",
        /// A monthly plan covers it.
        Plan = "plan",
        /// The place offers it, to be tried.
        Trial = "trial",
        /// Nothing covers it yet: its units are owed.
        Debt = "debt",
        /// Somebody of the team.
        Staff = "staff",
    }
}

kernel::codes! {
    /// How the team receives somebody who holds no offer.
    pub enum Welcome {
        /// The visit is offered.
        Trial = "trial",
        /// The visit is owed, until a pass pays for it.
        Debt = "debt",
    }
}

kernel::refusals! {
    /// Why somebody is not checked in, or a check-in not changed.
    pub enum CheckInRefusal {
        /// They are here already.
        AlreadyHere {
            /// Since when.
            since: Instant,
            /// For which part of the day.
            part: Part
        } = "spaces-refused-already-here",
        /// They hold no plan and no pass: the team says whether the visit is a trial or owed.
        NothingHeld = "spaces-refused-nothing-held",
        /// The place has never offered a pass: nothing says what a visit costs.
        NothingOffered = "spaces-refused-nothing-offered",
        /// The check-in was undone before.
        AlreadyUndone = "spaces-refused-already-undone",
        /// They are here for the whole day already.
        WholeDayAlready = "spaces-refused-whole-day-already",
        /// They have left already.
        AlreadyLeft {
            /// When.
            at: Instant
        } = "spaces-refused-already-left",
        /// They have not left.
        NotLeft = "spaces-refused-not-left",
        /// Nobody is checked in before they come.
        NotYet = "spaces-refused-not-yet",
    }
}

/// Somebody came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckIn {
    /// Which one.
    pub id: CheckInId,
    /// Who came.
    pub person: PersonId,
    /// The civil day of the place.
    pub day: Day,
    /// For which part of it.
    pub part: Part,
    /// What it was before it was turned into a day.
    pub widened_from: Option<Part>,
    /// On what grounds.
    pub kind: CheckInKind,
    /// When they came.
    pub arrived_at: Instant,
    /// When they left.
    pub left_at: Option<Instant>,
    /// When the check-in was undone; it counts no more.
    pub cancelled_at: Option<Instant>,
    /// Who wrote it down.
    pub created_by: Option<AccountId>,
}

/// What checking somebody in comes to, given what their day holds already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrival {
    /// A new check-in.
    New,
    /// They had left and are back: nothing more is counted.
    Back(CheckInId),
    /// The half they came for becomes a day.
    Wider(CheckInId),
    /// They are here already.
    Here {
        /// Since when.
        since: Instant,
        /// For which part.
        part: Part,
    },
}

/// What a person holds that may cover a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Standing {
    /// They belong to the team.
    pub staff: bool,
    /// A plan holds on that day.
    pub plan: bool,
    /// They hold or held a pass: an empty one keeps nobody out.
    pub pass: bool,
}

/// How much longer than midday a morning may last before the desk is told, in minutes.
const LINGER: u16 = 60;

/// When a check-in stands on the board.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// In the house.
    Here,
    /// The morning they came for is over, and nobody said that they left.
    HalfOver,
    /// Gone.
    Left,
}

impl Part {
    /// Whether who came for this part came for the other one too.
    #[must_use]
    pub fn covers(self, other: Self) -> bool {
        self == other || self == Self::Day
    }
}

impl CheckInKind {
    /// Whether units of a pass are counted for it.
    #[must_use]
    pub fn counts_units(self) -> bool {
        matches!(self, Self::Pass | Self::Debt)
    }
}

impl CheckIn {
    /// Whether it still counts.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.cancelled_at.is_none()
    }

    /// Where the person is, for a board that shows `today` at this time of the clock.
    #[must_use]
    pub fn presence(&self, now: MinuteOfDay, midday: MinuteOfDay) -> Presence {
        let over = midday.minutes().saturating_add(LINGER);
        match (self.left_at, self.part) {
            (Some(_), _) => Presence::Left,
            (None, Part::Morning) if now.minutes() >= over => Presence::HalfOver,
            (None, _) => Presence::Here,
        }
    }
}

/// The part that an arrival at this time of the clock is for, unless somebody says otherwise: the morning before midday.
#[must_use]
pub fn usual_part(now: MinuteOfDay, midday: MinuteOfDay) -> Part {
    if now < midday {
        Part::Morning
    } else {
        Part::Afternoon
    }
}

/// What checking somebody in for `wanted` comes to; `open` are the check-ins of their day that count, in order of arrival.
#[must_use]
pub fn arrival(open: &[CheckIn], wanted: Part) -> Arrival {
    let covering = open.iter().find(|one| one.part.covers(wanted));
    let known = match (covering, wanted, open) {
        (Some(one), _, _) => one,
        (None, Part::Day, [one]) => return Arrival::Wider(one.id),
        (None, Part::Day, [.., last]) => last,
        _ => return Arrival::New,
    };
    match known.left_at {
        Some(_) => Arrival::Back(known.id),
        None => Arrival::Here {
            since: known.arrived_at,
            part: known.part,
        },
    }
}

/// On what grounds a visit is written down: the team's and the plans' cost nothing, then a pass, then what the team chose.
///
/// # Errors
/// [`CheckInRefusal::NothingHeld`] when the person holds nothing and nothing was chosen.
pub fn grounds(standing: Standing, chosen: Option<Welcome>) -> Result<CheckInKind, CheckInRefusal> {
    match (standing, chosen) {
        (Standing { staff: true, .. }, _) => Ok(CheckInKind::Staff),
        (Standing { plan: true, .. }, _) => Ok(CheckInKind::Plan),
        (Standing { pass: true, .. }, _) => Ok(CheckInKind::Pass),
        (_, Some(Welcome::Trial)) => Ok(CheckInKind::Trial),
        (_, Some(Welcome::Debt)) => Ok(CheckInKind::Debt),
        (_, None) => Err(CheckInRefusal::NothingHeld),
    }
}

/// What the check-ins of one person's day use of their passes: those that count units, whatever the order in which they came.
#[must_use]
pub fn day_use<'a>(of_day: impl IntoIterator<Item = &'a CheckIn>) -> DayUse {
    let counted = of_day
        .into_iter()
        .filter(|one| one.is_open() && one.kind.counts_units());
    counted.fold(DayUse::Nothing, |used, one| match (used, one.part) {
        (_, Part::Day) | (DayUse::Day, _) => DayUse::Day,
        (DayUse::Nothing, _) => DayUse::HalfDay,
        (DayUse::HalfDay | DayUse::TwoHalfDays, _) => DayUse::TwoHalfDays,
    })
}
