//! Who is at the desk when: shifts of the week, and who takes them.

use kernel::{Day, Days, Id, MinuteOfDay, PersonId, Weekday};
use std::collections::BTreeMap;

kernel::codes! {
    /// What became of a shift that somebody took.
    pub enum DutyState {
        /// They will come.
        Taken = "taken",
        /// They said that they will not.
        GivenUp = "given_up",
        /// They came.
        Done = "done",
        /// They did not.
        Missed = "missed",
    }
}

impl DutyState {
    /// The key of the message that says it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Taken => "stewardship-duty-taken",
            Self::GivenUp => "stewardship-duty-given-up",
            Self::Done => "stewardship-duty-done",
            Self::Missed => "stewardship-duty-missed",
        }
    }

    /// The badge it wears.
    pub(crate) const fn badge(self) -> &'static str {
        match self {
            Self::Taken => "info",
            Self::GivenUp => "neutral",
            Self::Done => "success",
            Self::Missed => "warning",
        }
    }
}

kernel::refusals! {
    /// Why a shift is not kept, taken, given up or settled.
    pub enum DutyRefused {
        /// It would end before it begins.
        Hours = "stewardship-refused-shift-hours",
        /// Not between one and the most.
        Wanted {
            /// The most people at once.
            maximum: i64
        } = "stewardship-refused-shift-wanted",
        /// Not between none and the most.
        Units {
            /// The most units for one shift.
            maximum: i64
        } = "stewardship-refused-shift-units",
        /// Its last day is known already, or comes before the first.
        ShiftEnded = "stewardship-refused-shift-ended",
        /// There is no such shift on that day.
        NotThatDay = "stewardship-refused-duty-day",
        /// The day is over.
        Past = "stewardship-refused-duty-past",
        /// Too far ahead.
        TooFar {
            /// The last day that may be taken.
            until: Day
        } = "stewardship-refused-duty-far",
        /// Nobody more is wanted.
        Full = "stewardship-refused-duty-full",
        /// They have it already.
        Twice = "stewardship-refused-duty-twice",
        /// Only members of that day and the team are on duty.
        NotOfTheHouse = "stewardship-refused-duty-stranger",
        /// It is too late to give it up alone: the desk does it.
        TooLate {
            /// Hours of notice.
            hours: i64
        } = "stewardship-refused-duty-late",
        /// It was given up or settled already.
        Settled = "stewardship-refused-duty-settled",
        /// It has not begun.
        NotYet = "stewardship-refused-duty-not-yet",
        /// The units cannot be granted: the office has chosen no pass, or one that is gone.
        NoOffer = "stewardship-refused-duty-offer",
    }
}

/// The most people wanted at once.
pub const MOST_WANTED: i64 = 20;
/// The most units that one shift gives.
pub const MOST_UNITS: i64 = 100;
/// How many days ahead a shift may be taken.
pub const DAYS_AHEAD: i64 = 60;
/// How many hours before its beginning a shift may still be given up by who took it.
pub const NOTICE_HOURS: i64 = 24;

/// Hours at which somebody is wanted, each week on that weekday, from a day to a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shift {
    /// Which one.
    pub id: Id<Shift>,
    /// On which weekday.
    pub weekday: Weekday,
    /// When it begins.
    pub from: MinuteOfDay,
    /// When it ends.
    pub until: MinuteOfDay,
    /// How many people are wanted.
    pub wanted: i64,
    /// What it is called: "Ouverture".
    pub label: String,
    /// The units of a pass that it gives to who did it.
    pub units: i64,
    /// Its first day.
    pub from_day: Day,
    /// Its last day, when it is known.
    pub until_day: Option<Day>,
}

impl Shift {
    /// Whether it takes place on a day.
    #[must_use]
    pub fn is_on(&self, day: Day) -> bool {
        day.weekday() == self.weekday
            && self.from_day <= day
            && self.until_day.is_none_or(|until| day <= until)
    }

    /// Whether what it says can be meant.
    ///
    /// # Errors
    /// [`DutyRefused`].
    pub fn check(&self) -> Result<(), DutyRefused> {
        if self.until <= self.from {
            return Err(DutyRefused::Hours);
        }
        if !(1..=MOST_WANTED).contains(&self.wanted) {
            return Err(DutyRefused::Wanted { maximum: MOST_WANTED });
        }
        if !(0..=MOST_UNITS).contains(&self.units) {
            return Err(DutyRefused::Units { maximum: MOST_UNITS });
        }
        if self.until_day.is_some_and(|until| until < self.from_day) {
            return Err(DutyRefused::ShiftEnded);
        }
        Ok(())
    }
}

/// Somebody has a shift on a day. What the shift was that day is copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duty {
    /// Which one.
    pub id: Id<Duty>,
    /// Which shift.
    pub shift: Id<Shift>,
    /// On which day.
    pub day: Day,
    /// Who.
    pub person: PersonId,
    /// When it begins.
    pub from: MinuteOfDay,
    /// When it ends.
    pub until: MinuteOfDay,
    /// The units that it gives.
    pub units: i64,
    /// What became of it.
    pub state: DutyState,
}

impl Duty {
    /// How long it lasts.
    #[must_use]
    pub fn minutes(&self) -> i64 {
        i64::from(self.until.minutes()) - i64::from(self.from.minutes())
    }

    /// Whether somebody is counted on, or came.
    #[must_use]
    pub const fn counts(&self) -> bool {
        matches!(self.state, DutyState::Taken | DutyState::Done)
    }
}

/// A shift on a day, and who has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// The day.
    pub day: Day,
    /// The shift.
    pub shift: Shift,
    /// Who has it, those who gave it up left out.
    pub duties: Vec<Duty>,
}

impl Slot {
    /// How many are still wanted.
    #[must_use]
    pub fn missing(&self) -> i64 {
        let there = self.duties.iter().filter(|duty| duty.counts()).count();
        (self.shift.wanted - i64::try_from(there).unwrap_or(i64::MAX)).max(0)
    }
}

/// The shifts of some days, by day and hour, with who has them. A shift that is no longer held on a day stands there while somebody
/// has it.
#[must_use]
pub fn sheet(days: Days, shifts: &[Shift], duties: &[Duty]) -> Vec<Slot> {
    let mut slots: Vec<Slot> = Vec::new();
    for day in days.iter() {
        for shift in shifts {
            let of_slot =
                |duty: &&Duty| duty.day == day && duty.shift == shift.id && duty.state != DutyState::GivenUp;
            let duties: Vec<Duty> = duties.iter().filter(of_slot).cloned().collect();
            if shift.is_on(day) || !duties.is_empty() {
                slots.push(Slot {
                    day,
                    shift: shift.clone(),
                    duties,
                });
            }
        }
    }
    slots.sort_by_key(|slot| (slot.day, slot.shift.from, slot.shift.until, slot.shift.id));
    slots
}

/// The minutes that each person was on duty: shifts done, and no others.
#[must_use]
pub fn minutes_by_person(duties: &[Duty]) -> BTreeMap<PersonId, i64> {
    let mut all = BTreeMap::new();
    for duty in duties.iter().filter(|duty| duty.state == DutyState::Done) {
        let minutes: &mut i64 = all.entry(duty.person).or_default();
        *minutes = minutes.saturating_add(duty.minutes());
    }
    all
}

/// A day on which a shift may still be taken.
///
/// # Errors
/// [`DutyRefused`].
pub fn check_day(shift: &Shift, day: Day, today: Day) -> Result<(), DutyRefused> {
    let until = today.plus_days(DAYS_AHEAD);
    if day < today {
        Err(DutyRefused::Past)
    } else if until < day {
        Err(DutyRefused::TooFar { until })
    } else if !shift.is_on(day) {
        Err(DutyRefused::NotThatDay)
    } else {
        Ok(())
    }
}

/// Whether who has a shift that begins in so many minutes may still give it up alone.
///
/// # Errors
/// [`DutyRefused::TooLate`].
pub fn check_notice(minutes_before: i64) -> Result<(), DutyRefused> {
    if minutes_before >= NOTICE_HOURS * 60 {
        Ok(())
    } else {
        Err(DutyRefused::TooLate { hours: NOTICE_HOURS })
    }
}
