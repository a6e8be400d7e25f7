//! Somebody comes to look at the place.

use kernel::{Day, Email, Id, Instant, Locale, MinuteOfDay, Name, PersonId, Phone, Weekday, Zone};

/// An hour of the week at which the place is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TourHours {
    /// Which one.
    pub id: Id<TourHours>,
    /// On which day.
    pub weekday: Weekday,
    /// At what time.
    pub starts: MinuteOfDay,
    /// To how many visitors at once.
    pub seats: i64,
}

kernel::codes! {
    /// How far a tour is.
    pub enum TourState {
        /// To come, or nobody noted yet how it went.
        Booked = "booked",
        /// Given up.
        Cancelled = "cancelled",
        /// They came.
        Came = "came",
        /// They did not.
        Absent = "absent",
    }
}

impl TourState {
    /// Message key of its name.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Booked => "joining-tour-booked",
            Self::Cancelled => "joining-tour-cancelled",
            Self::Came => "joining-tour-came",
            Self::Absent => "joining-tour-absent",
        }
    }

    /// The colour of its badge.
    #[must_use]
    pub const fn badge(self) -> &'static str {
        match self {
            Self::Booked => "info",
            Self::Cancelled => "neutral",
            Self::Came => "success",
            Self::Absent => "warning",
        }
    }
}

/// Who comes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prospect {
    /// How they are called.
    pub name: Name,
    /// Where mail reaches them.
    pub email: Option<Email>,
    /// Where a call reaches them.
    pub phone: Option<Phone>,
    /// The language they read.
    pub language: Locale,
    /// What they look for, in their words.
    pub wish: String,
}

/// A tour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tour {
    /// Which one.
    pub id: Id<Tour>,
    /// Who comes.
    pub prospect: Prospect,
    /// When.
    pub starts_at: Instant,
    /// How far it is.
    pub state: TourState,
    /// Whether they would like to join.
    pub interested: Option<bool>,
    /// The day they were offered to try the place.
    pub trial_day: Option<Day>,
    /// What the team noted.
    pub note: String,
    /// Who they are, once the place knows them.
    pub person: Option<PersonId>,
    /// Their first day as a member, when they joined since.
    pub joined_on: Option<Day>,
    /// When it was booked.
    pub booked_at: Instant,
    /// When the address of who comes was proven, or the team booked it.
    pub proven_at: Option<Instant>,
}

impl Tour {
    /// Whether its seat is still theirs at a moment: it is proven, or was booked less than an hour ago.
    #[must_use]
    pub fn holds_its_seat(&self, now: Instant) -> bool {
        self.proven_at.is_some() || self.booked_at > now.minus_minutes(HELD_MINUTES)
    }
}

kernel::refusals! {
    /// Why a tour is not booked, or not changed so.
    pub enum TourRefused {
        /// The place is not shown at that hour.
        NoSuchHour = "joining-refused-no-such-hour",
        /// Enough people come then.
        Full = "joining-refused-full",
        /// It was given up, or is over.
        Over = "joining-refused-tour-over",
        /// Nobody can say yet how it went.
        NotYet = "joining-refused-not-yet",
        /// No trial day is offered today.
        NoTrialToday = "joining-refused-no-trial-today",
        /// They hold an offer: the visit would not be a trial.
        HoldsAnOffer = "joining-refused-holds-an-offer",
        /// They are here already.
        HereAlready = "joining-refused-here-already",
        /// Neither a mail nor a telephone number.
        Unreachable = "joining-refused-unreachable",
    }
}

/// How many minutes a seat is held for who has not proven their address.
pub(crate) const HELD_MINUTES: i64 = 60;

/// How many days ahead tours are proposed.
pub(crate) const AHEAD_DAYS: i64 = 21;

/// An hour to come at which the place is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// When.
    pub starts_at: Instant,
    /// Its hours of the week.
    pub hours: Id<TourHours>,
    /// How many may still come.
    pub left: i64,
}

/// The hours to come in the three weeks after today, the nearest first, with the seats that `taken` leaves. `closed` says on which
/// moments the place is closed.
pub(crate) fn slots(
    hours: &[TourHours],
    zone: &Zone,
    now: Instant,
    taken: impl Fn(Instant) -> i64,
    closed: impl Fn(Instant) -> bool,
) -> Vec<Slot> {
    let today = zone.day_of(now);
    let days = (0..=AHEAD_DAYS).map(|ahead| today.plus_days(ahead));
    let mut slots: Vec<Slot> = days
        .flat_map(|day| {
            hours
                .iter()
                .filter(move |one| one.weekday == day.weekday())
                .map(move |one| (day, one))
        })
        .map(|(day, one)| {
            let starts_at = zone.instant(day, one.starts);
            Slot {
                starts_at,
                hours: one.id,
                left: one.seats.saturating_sub(taken(starts_at)).max(0),
            }
        })
        .filter(|slot| slot.starts_at > now && !closed(slot.starts_at))
        .collect();
    slots.sort_by_key(|slot| slot.starts_at);
    slots
}

/// What became of the tours of a year, or of a month of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TourCount {
    /// Booked, whatever became of them.
    pub booked: i64,
    /// Given up.
    pub cancelled: i64,
    /// Came.
    pub came: i64,
    /// Did not come.
    pub absent: i64,
    /// Would like to join.
    pub interested: i64,
    /// Were offered a trial day.
    pub trials: i64,
    /// Are members since.
    pub members: i64,
}

impl TourCount {
    /// Counts a tour.
    pub(crate) fn with(mut self, tour: &Tour) -> Self {
        let one = |told: bool| i64::from(told);
        self.booked += 1;
        self.cancelled += one(tour.state == TourState::Cancelled);
        self.came += one(tour.state == TourState::Came);
        self.absent += one(tour.state == TourState::Absent);
        self.interested += one(tour.interested == Some(true));
        self.trials += one(tour.trial_day.is_some());
        self.members += one(tour.joined_on.is_some());
        self
    }
}

impl TourCount {
    /// Both together.
    pub(crate) const fn and(self, other: Self) -> Self {
        Self {
            booked: self.booked.saturating_add(other.booked),
            cancelled: self.cancelled.saturating_add(other.cancelled),
            came: self.came.saturating_add(other.came),
            absent: self.absent.saturating_add(other.absent),
            interested: self.interested.saturating_add(other.interested),
            trials: self.trials.saturating_add(other.trials),
            members: self.members.saturating_add(other.members),
        }
    }
}
