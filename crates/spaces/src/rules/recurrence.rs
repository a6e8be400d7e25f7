//! On which days something repeats: the part of RFC 5545 that people book by, read, written and expanded.
//!
//! A rule is about civil days. The hours are added on each day in the zone of the place, so that 09:00 stays 09:00 when the clocks
//! change (RULES 5). Monthly on the 31st skips short months, the fifth Wednesday skips months without one; the last one is always there.

use kernel::{Day, Month, Weekday};
use std::fmt;

/// No series has more days.
pub const MOST_DAYS: usize = 200;
/// No rule is followed further than this many days after its first.
const FURTHEST: i64 = 40 * 366;

/// A rule: how often, and until when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recurrence {
    /// What repeats.
    pub pattern: Pattern,
    /// Every so many days, weeks or months.
    pub every: u16,
    /// When it ends.
    pub ending: Ending,
}

/// What repeats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// Days.
    Daily,
    /// These days of the week, in order, once each.
    Weekly(Vec<Weekday>),
    /// This number of the month.
    MonthlyOn(u8),
    /// The first to fifth such day of the week of the month; -1 for the last.
    MonthlyNth(i8, Weekday),
}

/// When it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// After so many days that the rule gives.
    Count(u16),
    /// After this day.
    Until(Day),
}

kernel::refusals! {
    /// Why a rule is not one.
    pub enum RecurrenceRefused {
        /// The text is not of the part of RFC 5545 that is read.
        Malformed = "spaces-refused-rule-malformed",
        /// It is not every 1 to 99.
        Every = "spaces-refused-rule-every",
        /// No day of the week is chosen.
        NoWeekday = "spaces-refused-rule-no-weekday",
        /// The number of days is not between one and two hundred.
        Count = "spaces-refused-rule-count",
        /// It ends before it begins.
        EndsBefore = "spaces-refused-rule-ends-before",
    }
}

impl Recurrence {
    /// The rule, if it makes sense; days of the week in order, once each.
    ///
    /// # Errors
    /// [`RecurrenceRefused`] names what does not.
    pub fn checked(mut self) -> Result<Self, RecurrenceRefused> {
        if !(1..=99).contains(&self.every) {
            return Err(RecurrenceRefused::Every);
        }
        match &mut self.pattern {
            Pattern::Daily => {}
            Pattern::Weekly(days) => {
                days.sort_unstable();
                days.dedup();
                if days.is_empty() {
                    return Err(RecurrenceRefused::NoWeekday);
                }
            }
            Pattern::MonthlyOn(number) if (1..=31).contains(number) => {}
            Pattern::MonthlyNth(-1 | 1..=5, _) => {}
            _ => return Err(RecurrenceRefused::Malformed),
        }
        match self.ending {
            Ending::Count(count) if usize::from(count) > MOST_DAYS || count == 0 => {
                Err(RecurrenceRefused::Count)
            }
            _ => Ok(self),
        }
    }

    /// The days from `first` on, in order; one more than [`MOST_DAYS`] when there are more.
    #[must_use]
    pub fn days(&self, first: Day) -> Vec<Day> {
        let (most, until) = match self.ending {
            Ending::Count(count) => (usize::from(count).min(MOST_DAYS + 1), first.plus_days(FURTHEST)),
            Ending::Until(until) => (MOST_DAYS + 1, until.min(first.plus_days(FURTHEST))),
        };
        let every = i64::from(self.every.max(1));
        (0..=FURTHEST)
            .map(|number| self.turn(first, number * every))
            .take_while(|turn| turn.begins <= until)
            .flat_map(|turn| turn.days)
            .filter(|day| (first..=until).contains(day))
            .take(most)
            .collect()
    }

    /// The day, week or month that comes so many after that of `first`.
    fn turn(&self, first: Day, number: i64) -> Turn {
        match &self.pattern {
            Pattern::Daily => {
                let day = first.plus_days(number);
                Turn {
                    begins: day,
                    days: vec![day],
                }
            }
            Pattern::Weekly(weekdays) => {
                let begins = first.monday_of_week().plus_days(7 * number);
                let day = |weekday: &Weekday| begins.plus_days(i64::from(weekday.number()) - 1);
                Turn {
                    begins,
                    days: weekdays.iter().map(day).collect(),
                }
            }
            Pattern::MonthlyOn(wanted) => {
                let month = first.month_of().plus(number);
                let day = Day::new(month.year(), month.number(), *wanted);
                Turn {
                    begins: beginning(month),
                    days: day.into_iter().collect(),
                }
            }
            Pattern::MonthlyNth(nth, weekday) => {
                let month = first.month_of().plus(number);
                Turn {
                    begins: beginning(month),
                    days: nth_of(month, *nth, *weekday).into_iter().collect(),
                }
            }
        }
    }
}

/// One day, week or month of a rule.
struct Turn {
    begins: Day,
    days: Vec<Day>,
}

fn beginning(month: Month) -> Day {
    month.day_clamped(1)
}

/// The first to fifth such day of a month, if it has so many; -1 for the last.
fn nth_of(month: Month, nth: i8, weekday: Weekday) -> Option<Day> {
    let distance =
        |from: Day, to: Weekday| (i64::from(to.number()) - i64::from(from.weekday().number())).rem_euclid(7);
    if nth < 0 {
        let last = month.last();
        return Some(
            last.plus_days(-(i64::from(last.weekday().number()) - i64::from(weekday.number())).rem_euclid(7)),
        );
    }
    let first = beginning(month);
    let day = first.plus_days(distance(first, weekday) + 7 * (i64::from(nth) - 1));
    (day.month_of() == month).then_some(day)
}

/// Which of its weekday in its month a day is, from one to five, and whether it is the last.
#[must_use]
pub fn place_in_month(day: Day) -> (i8, bool) {
    let nth = i8::try_from((day.day().saturating_sub(1)) / 7 + 1).unwrap_or(1);
    (nth, day.plus_days(7).month_of() != day.month_of())
}

const CODES: [(&str, Weekday); 7] = [
    ("MO", Weekday::Monday),
    ("TU", Weekday::Tuesday),
    ("WE", Weekday::Wednesday),
    ("TH", Weekday::Thursday),
    ("FR", Weekday::Friday),
    ("SA", Weekday::Saturday),
    ("SU", Weekday::Sunday),
];

fn code(weekday: Weekday) -> &'static str {
    let known = CODES.iter().find(|(_, known)| *known == weekday);
    known.map_or("", |(code, _)| code)
}

fn weekday(text: &str) -> Result<Weekday, RecurrenceRefused> {
    let known = CODES.iter().find(|(code, _)| *code == text);
    known
        .map(|(_, weekday)| *weekday)
        .ok_or(RecurrenceRefused::Malformed)
}

impl fmt::Display for Recurrence {
    /// As RFC 5545 writes it: `FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;COUNT=10`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let frequency = match self.pattern {
            Pattern::Daily => "DAILY",
            Pattern::Weekly(_) => "WEEKLY",
            Pattern::MonthlyOn(_) | Pattern::MonthlyNth(..) => "MONTHLY",
        };
        write!(f, "FREQ={frequency}")?;
        if self.every != 1 {
            write!(f, ";INTERVAL={}", self.every)?;
        }
        match &self.pattern {
            Pattern::Daily => {}
            Pattern::Weekly(days) => {
                let days: Vec<&str> = days.iter().map(|day| code(*day)).collect();
                write!(f, ";BYDAY={}", days.join(","))?;
            }
            Pattern::MonthlyOn(number) => write!(f, ";BYMONTHDAY={number}")?,
            Pattern::MonthlyNth(nth, weekday) => write!(f, ";BYDAY={nth}{}", code(*weekday))?,
        }
        match self.ending {
            Ending::Count(count) => write!(f, ";COUNT={count}"),
            Ending::Until(day) => write!(f, ";UNTIL={}", day.to_string().replace('-', "")),
        }
    }
}

impl Recurrence {
    /// Reads a rule as [`Display`](fmt::Display) writes it, its parts in any order.
    ///
    /// # Errors
    /// [`RecurrenceRefused`].
    pub fn parse(text: &str) -> Result<Self, RecurrenceRefused> {
        let mut parts = Parts::default();
        for part in text.split(';') {
            let (name, value) = part.split_once('=').ok_or(RecurrenceRefused::Malformed)?;
            parts.take(name, value)?;
        }
        parts.whole()?.checked()
    }
}

#[derive(Default)]
struct Parts<'a> {
    frequency: Option<&'a str>,
    every: Option<u16>,
    by_day: Option<&'a str>,
    by_month_day: Option<u8>,
    ending: Option<Ending>,
}

impl<'a> Parts<'a> {
    fn take(&mut self, name: &str, value: &'a str) -> Result<(), RecurrenceRefused> {
        let again = match name {
            "FREQ" => self.frequency.replace(value).is_some(),
            "INTERVAL" => self.every.replace(number(value)?).is_some(),
            "BYDAY" => self.by_day.replace(value).is_some(),
            "BYMONTHDAY" => self.by_month_day.replace(number(value)?).is_some(),
            "COUNT" => self.ending.replace(Ending::Count(number(value)?)).is_some(),
            "UNTIL" => self.ending.replace(Ending::Until(until(value)?)).is_some(),
            _ => true,
        };
        if again {
            Err(RecurrenceRefused::Malformed)
        } else {
            Ok(())
        }
    }

    fn whole(self) -> Result<Recurrence, RecurrenceRefused> {
        let pattern = match (self.frequency, self.by_day, self.by_month_day) {
            (Some("DAILY"), None, None) => Pattern::Daily,
            (Some("WEEKLY"), Some(days), None) => {
                Pattern::Weekly(days.split(',').map(weekday).collect::<Result<_, _>>()?)
            }
            (Some("MONTHLY"), None, Some(number)) => Pattern::MonthlyOn(number),
            (Some("MONTHLY"), Some(day), None) => {
                let at = day.len().checked_sub(2).filter(|at| day.is_char_boundary(*at));
                let (nth, code) = at
                    .map(|at| day.split_at(at))
                    .ok_or(RecurrenceRefused::Malformed)?;
                Pattern::MonthlyNth(
                    nth.parse().map_err(|_| RecurrenceRefused::Malformed)?,
                    weekday(code)?,
                )
            }
            _ => return Err(RecurrenceRefused::Malformed),
        };
        Ok(Recurrence {
            pattern,
            every: self.every.unwrap_or(1),
            ending: self.ending.ok_or(RecurrenceRefused::Malformed)?,
        })
    }
}

fn number<T: std::str::FromStr>(text: &str) -> Result<T, RecurrenceRefused> {
    text.parse().map_err(|_| RecurrenceRefused::Malformed)
}

/// `20261231`.
fn until(text: &str) -> Result<Day, RecurrenceRefused> {
    let parts = (text.get(..4), text.get(4..6), text.get(6..));
    let (Some(year), Some(month), Some(day)) = parts else {
        return Err(RecurrenceRefused::Malformed);
    };
    Day::parse(&format!("{year}-{month}-{day}")).map_err(|_| RecurrenceRefused::Malformed)
}
