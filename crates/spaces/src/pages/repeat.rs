//! How often a booking repeats, out of the fields of its form.

use crate::actions::book::NewBooking;
use crate::actions::book_series::{Adjusted, NewSeries};
use crate::rules::recurrence::{Ending, Pattern, Recurrence, RecurrenceRefused, place_in_month};
use crate::rules::resource::ResourceId;
use crate::rules::series::DailyHours;
use kernel::{Day, Id, MinuteOfDay, Weekday};
use platform::web::{Form, Shell};
use std::collections::BTreeMap;

kernel::codes! {
    /// What repeats, as the form offers it.
    pub(super) enum Repeat {
        /// Every day.
        Daily = "daily",
        /// On days of the week.
        Weekly = "weekly",
        /// On the same number of the month.
        MonthlyOn = "monthly_on",
        /// On the same day of the same week of the month.
        MonthlyNth = "monthly_nth",
        /// On the last such day of the week of the month.
        MonthlyLast = "monthly_last",
    }
}

impl Repeat {
    const fn message(self) -> &'static str {
        match self {
            Self::Daily => "spaces-repeat-daily",
            Self::Weekly => "spaces-repeat-weekly",
            Self::MonthlyOn => "spaces-repeat-monthly-on",
            Self::MonthlyNth => "spaces-repeat-monthly-nth",
            Self::MonthlyLast => "spaces-repeat-monthly-last",
        }
    }
}

/// What to choose from; not at all comes first.
pub(super) fn choices(shell: &Shell) -> Vec<(String, String)> {
    let never = (String::new(), shell.t("spaces-repeat-never"));
    let told = |repeat: &Repeat| (repeat.code().to_owned(), shell.t(repeat.message()));
    std::iter::once(never)
        .chain(Repeat::ALL.iter().map(told))
        .collect()
}

/// The days of the week with their numbers.
pub(super) fn weekdays(shell: &Shell) -> Vec<(String, String)> {
    let told = |day: &Weekday| (day.number().to_string(), shell.t(day.message()));
    Weekday::ALL.iter().map(told).collect()
}

/// The fields that say how often.
pub(super) const FIELDS: [&str; 5] = ["repeat", "every", "weekday", "until", "count"];

/// The series that the fields ask for, each day like `booking`; what is wrong is noted at the fields.
pub(super) fn asked(form: &mut Form, booking: NewBooking) -> Option<NewSeries> {
    let first = form.parse("day", Day::parse)?;
    let hours = hours(form)?;
    let rule = rule(form, first)?;
    let adjusted = adjusted(form, &booking, hours)?;
    let total = form.value("total").parse().ok().map(kernel::Money::from_cents);
    Some(NewSeries {
        booking,
        rule,
        first,
        hours,
        adjusted,
        total_shown: total,
    })
}

fn rule(form: &mut Form, first: Day) -> Option<Recurrence> {
    let repeat = form.parse("repeat", Repeat::parse)?;
    if form.value("every").is_empty() {
        form.set("every", 1);
    }
    let every = form.number("every")?;
    let pattern = match repeat {
        Repeat::Daily => Pattern::Daily,
        Repeat::Weekly => Pattern::Weekly(chosen(form, first)),
        Repeat::MonthlyOn => Pattern::MonthlyOn(first.day()),
        Repeat::MonthlyNth => Pattern::MonthlyNth(place_in_month(first).0, first.weekday()),
        Repeat::MonthlyLast => Pattern::MonthlyNth(-1, first.weekday()),
    };
    let ending = ending(form, first)?;
    let rule = Recurrence {
        pattern,
        every: u16::try_from(every).unwrap_or(0),
        ending,
    };
    match rule.checked() {
        Ok(rule) => Some(rule),
        Err(refused) => {
            let field = match refused {
                RecurrenceRefused::Count => "count",
                _ => "every",
            };
            form.refuse(field, &refused);
            None
        }
    }
}

/// The days of the week that are ticked; none means that of the first day.
fn chosen(form: &Form, first: Day) -> Vec<Weekday> {
    let ticked = form.values("weekday").filter_map(|text| text.parse().ok());
    let days: Vec<Weekday> = ticked.filter_map(Weekday::from_number).collect();
    if days.is_empty() {
        vec![first.weekday()]
    } else {
        days
    }
}

fn ending(form: &mut Form, first: Day) -> Option<Ending> {
    if !form.value("count").is_empty() {
        let count = form.number("count")?;
        return Some(Ending::Count(u16::try_from(count).unwrap_or(0)));
    }
    let until = form.parse("until", Day::parse)?;
    if until < first {
        form.refuse("until", &RecurrenceRefused::EndsBefore);
        return None;
    }
    Some(Ending::Until(until))
}

/// When on each day, as the clock on the wall says it.
fn hours(form: &mut Form) -> Option<DailyHours> {
    let (start, end) = (
        form.parse("start", MinuteOfDay::parse)?,
        form.parse("end", MinuteOfDay::parse)?,
    );
    let day = form.parse("day", Day::parse)?;
    let last = form.parse_optional("end_day", Day::parse)?.unwrap_or(day);
    between(form, "end", (start, end), day.days_until(last))
}

fn between(
    form: &mut Form,
    field: &str,
    (start, end): (MinuteOfDay, MinuteOfDay),
    days: i64,
) -> Option<DailyHours> {
    let end = if end == MinuteOfDay::MIDNIGHT {
        MinuteOfDay::END
    } else {
        end
    };
    let hours = DailyHours::between(start, end, days);
    if hours.is_none() {
        form.refuse(field, &kernel::EmptyPeriod::Empty);
    }
    hours
}

/// The days for which something else is chosen.
fn adjusted(form: &mut Form, booking: &NewBooking, usual: DailyHours) -> Option<BTreeMap<Day, Adjusted>> {
    let days: Vec<(Day, bool)> = form
        .pairs()
        .iter()
        .filter_map(|(name, value)| {
            let (what, day) = name.split_once('-')?;
            let skipped = what == "skip" && value == "yes";
            (skipped || what == "resource").then(|| Day::parse(day).ok().map(|day| (day, skipped)))?
        })
        .take(2 * crate::rules::recurrence::MOST_DAYS)
        .collect();
    let mut found = BTreeMap::new();
    for (day, skipped) in days {
        if skipped {
            found.insert(day, Adjusted::Skipped);
            continue;
        }
        let resource: ResourceId = form.parse(&format!("resource-{day}"), Id::parse)?;
        let start = form.parse(&format!("start-{day}"), MinuteOfDay::parse)?;
        let end_field = format!("end-{day}");
        let end = form.parse(&end_field, MinuteOfDay::parse)?;
        let hours = between(form, &end_field, (start, end), 0)?;
        if (resource, hours) != (booking.resource, usual) {
            found.entry(day).or_insert(Adjusted::At(resource, hours));
        }
    }
    Some(found)
}
