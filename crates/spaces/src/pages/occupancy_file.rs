//! The days that figures are of, and their tables as files.

use super::occupancy::{OccupancyPage, SpaceFigures};
use crate::rules::check_in::CheckInKind;
use crate::rules::occupancy::Share;
use crate::rules::resource::area_text;
use kernel::{Day, Days, Month, Weekday};
use platform::tables::write_csv;
use platform::web::{Answer, Visit};
use serde::Deserialize;

/// Which days are meant, and in which form.
#[derive(Debug, Default, Deserialize)]
pub(super) struct OccupancyQuery {
    from: Option<String>,
    until: Option<String>,
    format: Option<String>,
    table: Option<String>,
}

impl OccupancyQuery {
    /// Whether a file is asked for rather than the page.
    pub(super) fn is_file(&self) -> bool {
        self.format.as_deref() == Some("csv")
    }

    /// Which table of the page; empty for its first.
    pub(super) fn table(&self) -> &str {
        self.table.as_deref().unwrap_or_default()
    }

    /// The first day asked for, if it is one.
    pub(super) fn from(&self) -> Option<Day> {
        self.from.as_deref().and_then(|text| Day::parse(text).ok())
    }

    /// The last day asked for, if it is one.
    pub(super) fn until(&self) -> Option<Day> {
        self.until.as_deref().and_then(|text| Day::parse(text).ok())
    }

    /// The days asked for, a year at most; the month before this one when nothing is asked.
    pub(super) fn days(&self, today: Day) -> Days {
        let last_month = today.month_of().previous();
        let from = self.from().unwrap_or(last_month.days().first());
        let until = self.until().unwrap_or_else(|| from.month_of().last());
        let until = until.clamp(from, from.plus_days(366).max(from));
        Days::spanning(from, until)
    }
}

/// The twelve months that end with that of a day.
pub(super) fn year_to(day: Day) -> Days {
    let first = day.month_of().plus(-11).days().first();
    Days::spanning(first, day.month_of().last())
}

/// Where a table of the figures of some days is had as a file.
pub(super) fn address(page: &str, days: Days, table: &str) -> String {
    let (from, until) = (days.first(), days.last());
    format!("{page}?from={from}&until={until}&format=csv&table={table}")
}

/// A table of figures as a file, named after it. `heads` are keys of messages.
pub(super) fn written(visit: &Visit, table: &str, heads: &[&str], rows: &[Vec<String>]) -> Answer {
    let known: String = table.chars().filter(char::is_ascii_lowercase).take(20).collect();
    let name = visit.text_with("spaces-figures-file", &[("table", known.into())]);
    let heads: Vec<String> = heads.iter().map(|key| visit.text(key)).collect();
    visit.download(&name, "text/csv; charset=utf-8", write_csv(&heads, rows))
}

/// One table of the figures of spaces.
pub(super) fn answer(visit: &Visit, page: &OccupancyPage, table: &str) -> Answer {
    let half_days = "spaces-occupancy-half-days-head";
    match table {
        "week" => {
            let line = |(weekday, halves): &(Weekday, [Share; 2])| {
                let people = halves.iter().map(|share| page.average(share));
                std::iter::once(visit.text(weekday.message()))
                    .chain(people)
                    .collect()
            };
            let rows: Vec<Vec<String>> = page.weekdays.iter().map(line).collect();
            let heads = [
                "spaces-day",
                "spaces-occupancy-morning",
                "spaces-occupancy-afternoon",
            ];
            written(visit, table, &heads, &rows)
        }
        "grounds" => {
            let line = |(kind, count): &(CheckInKind, i64)| vec![page.kind(kind), count.to_string()];
            let rows: Vec<Vec<String>> = page.kinds.iter().map(line).collect();
            written(visit, table, &["spaces-occupancy-kinds", half_days], &rows)
        }
        "months" => {
            let line = |(month, count): &(Month, i64)| vec![month.to_string(), count.to_string()];
            let rows: Vec<Vec<String>> = page.months.iter().map(line).collect();
            written(visit, table, &["spaces-occupancy-month", half_days], &rows)
        }
        _ => of_spaces(visit, page),
    }
}

fn of_spaces(visit: &Visit, page: &OccupancyPage) -> Answer {
    let heads = [
        "spaces-space",
        "spaces-occupancy-bookings",
        "spaces-occupancy-minutes-used",
        "spaces-occupancy-minutes-open",
        "spaces-occupancy-rate",
        "spaces-occupancy-net",
        "spaces-area-column",
        "spaces-per-square-metre",
    ];
    let sign = visit.text("spaces-decimal-comma");
    let line = |space: &SpaceFigures| {
        let percent = space.share.percent().map(|percent| percent.to_string());
        let area = space.area.map(|area| area_text(area, &sign));
        let yielded = space.per_square_metre();
        vec![
            space.name.clone(),
            space.bookings.to_string(),
            space.share.used.to_string(),
            space.share.of.to_string(),
            percent.unwrap_or_default(),
            space.net.field(visit.locale),
            area.unwrap_or_default(),
            yielded
                .map(|amount| amount.field(visit.locale))
                .unwrap_or_default(),
        ]
    };
    let rows: Vec<Vec<String>> = page.spaces.iter().map(line).collect();
    written(visit, "spaces", &heads, &rows)
}
