//! What somebody wants the place for: days, hours, people, occasion and wishes.

use kernel::{Day, Days, Instant, MinuteOfDay, Period, Zone};

kernel::codes! {
    /// What one comes together for.
    pub enum Occasion {
        /// A seminar or a working day.
        Seminar = "seminar",
        /// A training course.
        Training = "training",
        /// A talk or a conference.
        Conference = "conference",
        /// A general assembly.
        Assembly = "assembly",
        /// A reception, a birthday, a leaving party.
        Reception = "reception",
        /// An exhibition or a sale.
        Exhibition = "exhibition",
        /// Anything else.
        Other = "other",
    }
}

impl Occasion {
    /// The key of the message that names it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Seminar => "hires-occasion-seminar",
            Self::Training => "hires-occasion-training",
            Self::Conference => "hires-occasion-conference",
            Self::Assembly => "hires-occasion-assembly",
            Self::Reception => "hires-occasion-reception",
            Self::Exhibition => "hires-occasion-exhibition",
            Self::Other => "hires-occasion-other",
        }
    }
}

kernel::codes! {
    /// What one would like beside the space.
    pub enum Wish {
        /// Coffee and tea.
        Coffee = "coffee",
        /// A lunch.
        Lunch = "lunch",
        /// Drinks in the evening.
        Drinks = "drinks",
        /// A screen or a projector.
        Screen = "screen",
        /// A microphone and loudspeakers.
        Sound = "sound",
        /// To stay after closing time.
        LateOpening = "late_opening",
    }
}

impl Wish {
    /// The key of the message that names it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Coffee => "hires-wish-coffee",
            Self::Lunch => "hires-wish-lunch",
            Self::Drinks => "hires-wish-drinks",
            Self::Screen => "hires-wish-screen",
            Self::Sound => "hires-wish-sound",
            Self::LateOpening => "hires-wish-late-opening",
        }
    }
}

kernel::refusals! {
    /// Why a wish cannot be taken down.
    pub enum WantedRefused {
        /// The first day is past.
        Past = "hires-refused-past",
        /// Too far away for anybody to promise.
        TooFar = "hires-refused-too-far",
        /// The last day is before the first.
        Reversed = "hires-refused-reversed",
        /// More than two weeks.
        TooLong = "hires-refused-too-long",
        /// Nobody, or a crowd that fits nowhere.
        People = "hires-refused-people",
        /// A text is too long or cannot be printed.
        Text = "hires-refused-text",
        /// No space was named, and no advice was asked for.
        NoSpace = "hires-refused-no-space",
    }
}

/// What is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The days, each at the same hours.
    pub days: Days,
    /// From when, on the clock.
    pub starts: MinuteOfDay,
    /// Until when; at or before the beginning, it is of the next day.
    pub ends: MinuteOfDay,
    /// How many come.
    pub people: i64,
    /// What for.
    pub occasion: Occasion,
    /// What else.
    pub wishes: Vec<Wish>,
    /// Whether the place is asked which spaces would do.
    pub advise: bool,
    /// In their own words; may be empty.
    pub message: String,
}

/// The most days of one request.
pub const MOST_DAYS: i64 = 14;
/// How far ahead one may ask, in days.
pub const FURTHEST_DAYS: i64 = 1_000;

impl Wanted {
    /// Says what cannot be asked.
    ///
    /// # Errors
    /// The field, and [`WantedRefused`].
    pub fn check(&self, today: Day) -> Result<(), (&'static str, WantedRefused)> {
        if self.days.first() < today {
            return Err(("first_day", WantedRefused::Past));
        }
        if self.days.first() > today.plus_days(FURTHEST_DAYS) {
            return Err(("first_day", WantedRefused::TooFar));
        }
        if self.days.len() > MOST_DAYS {
            return Err(("last_day", WantedRefused::TooLong));
        }
        if !(1..=100_000).contains(&self.people) {
            return Err(("people", WantedRefused::People));
        }
        let unprintable = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
        if self.message.chars().count() > 2_000 || self.message.chars().any(unprintable) {
            return Err(("message", WantedRefused::Text));
        }
        Ok(())
    }

    /// The hours of each day.
    #[must_use]
    pub fn periods(&self, zone: &Zone) -> Vec<Period> {
        self.days
            .iter()
            .filter_map(|day| hours_of(zone, day, (self.starts, self.ends)))
            .collect()
    }
}

/// Whether hours may be put on a request: they end after now, and begin no further away than one may ask.
#[must_use]
pub fn may_be_held(hours: Period, now: Instant, zone: &Zone) -> bool {
    hours.end() > now && zone.day_of(hours.start()) <= zone.day_of(now).plus_days(FURTHEST_DAYS)
}

/// The hours of a day on the clock; an end at or before the beginning is of the next day, midnight is that of the night.
#[must_use]
pub fn hours_of(zone: &Zone, day: Day, (starts, ends): (MinuteOfDay, MinuteOfDay)) -> Option<Period> {
    let last = if ends <= starts { day.next() } else { day };
    let (start, end): (Instant, Instant) = (zone.instant(day, starts), zone.instant(last, ends));
    Period::new(start, end).ok()
}
