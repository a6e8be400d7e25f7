//! A month of the spaces: each day with what is booked, and the way to it.

use super::calendar::Said;
use super::wanted::{Choice, Wanted};
use super::week::{self, Week};
use askama::Template;
use kernel::{Day, Days, Instant, Month, Period};
use platform::web::{Answer, Shell, Visit};

/// The month of a day.
#[derive(Template)]
#[template(path = "calendar_month.html")]
struct MonthPage {
    shell: Shell,
    month: Month,
    day: Day,
    days: Vec<MonthDay>,
    kinds: Vec<Choice>,
    levels: Vec<Choice>,
    wanted: Wanted,
}

/// One day of it.
struct MonthDay {
    day: Day,
    head: String,
    /// Whether it belongs to the month before or after.
    outside: bool,
    today: bool,
    lines: Vec<String>,
    /// How many more there are than lines.
    more: usize,
    count: usize,
}

/// How many bookings a day shows before it only counts them.
const SHOWN: usize = 4;

impl MonthPage {
    fn view(&self) -> &'static str {
        "month"
    }

    fn title(&self) -> String {
        self.shell.month(&self.month)
    }

    fn address(&self, month: Month) -> String {
        format!(
            "/calendar?view=month&day={}{}",
            month.first(),
            self.wanted.query()
        )
    }

    fn day_address(&self, day: &Day) -> String {
        format!("/calendar?view=day&day={day}{}", self.wanted.query())
    }

    fn week_address(&self) -> String {
        format!("/calendar?day={}{}", self.day, self.wanted.query())
    }
}

/// The month that holds a day.
pub(super) async fn show(visit: Visit, day: Day, wanted: Wanted) -> Answer {
    let month = day.month_of();
    let last = month.last().monday_of_week().plus_days(6);
    let days = Days::spanning(month.first().monday_of_week(), last);
    let zone = visit.place.zone.clone();
    let week = visit
        .read(move |tx, actor| week::read(tx, actor, &zone, days))
        .await?;
    let shell = visit.shell("spaces-calendar-title");
    let said = Said::new(&shell);
    let told = days.iter().map(|one| {
        let bounds = visit.place.zone.day_bounds(one);
        let mut lines = lines(&shell, &said, &week, &wanted, bounds);
        let count = lines.len();
        lines.truncate(SHOWN);
        MonthDay {
            day: one,
            head: shell.words().day_column(one),
            outside: one.month_of() != month,
            today: one == visit.today(),
            more: count.saturating_sub(SHOWN),
            lines,
            count,
        }
    });
    let days = told.collect();
    visit.page(&MonthPage {
        kinds: wanted.kinds(&shell, week.resources()),
        levels: wanted.levels(week.resources()),
        shell,
        month,
        day,
        days,
        wanted,
    })
}

/// What is booked on a day, as far as the person may know it, the earliest first.
fn lines(shell: &Shell, said: &Said, week: &Week, wanted: &Wanted, day: Period) -> Vec<String> {
    let mut found: Vec<(Instant, String)> = Vec::new();
    for space in week.resources().iter().filter(|space| wanted.takes(space)) {
        for seen in week.of(space) {
            let hours = seen.slot.occupation.hours();
            if let Some(part) = hours.intersection(day) {
                let (words, name, text) = (shell.words().hours(part), &space.facts.name, said.of(seen));
                found.push((hours.start(), format!("{words} {name} · {text}")));
            }
        }
    }
    found.sort();
    found.into_iter().map(|(_, line)| line).collect()
}
