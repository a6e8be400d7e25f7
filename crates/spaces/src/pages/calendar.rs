//! The week of the spaces, or one day of it: a page that reads without a script. `calendar_content` is the calendar over it.

use super::month;
use super::wanted::{Choice, Wanted};
use super::week::{self, Seen, Stretch, Week, What};
use crate::permissions::{BOOK, BOOK_FOR_OTHERS};
use crate::rules::booking::BookingId;
use crate::rules::resource::Resource;
use askama::Template;
use askama::filters::Safe;
use kernel::{Day, Days, Instant, Period, Zone};
use platform::web::{Answer, Query, Shell, Visit};
use serde::Deserialize;
use std::fmt::Write;

/// The calendar of some days.
#[derive(Template)]
#[template(path = "calendar.html")]
pub(super) struct CalendarPage<'a> {
    shell: &'a Shell,
    days: Days,
    today: Day,
    by_day: bool,
    columns: Vec<Column<'a>>,
    may_book: bool,
    content: Safe<String>,
    /// The day asked for.
    day: Day,
    kinds: Vec<Choice>,
    levels: Vec<Choice>,
    wanted: &'a Wanted,
}

/// A day with every space.
pub(super) struct Column<'a> {
    day: Day,
    past: bool,
    lanes: Vec<Lane<'a>>,
}

/// A space on one day.
pub(super) struct Lane<'a> {
    id: &'a str,
    name: &'a str,
    closed: bool,
    lines: Vec<Line<'a>>,
}

/// Hours of a space, free or taken.
pub(super) struct Line<'a> {
    hours: String,
    /// `free`, `mine`, `requested` or `confirmed`.
    state: &'static str,
    text: &'a str,
    opens: Opens,
}

/// What a line of the list opens.
enum Opens {
    Nothing,
    /// The page of a booking.
    Booking(BookingId),
    /// The form to book these hours.
    Form {
        start: String,
        end: String,
    },
}

impl Opens {
    const fn somewhere(&self) -> bool {
        !matches!(self, Self::Nothing)
    }
}

/// The words that stand for many bookings, looked up once.
pub(super) struct Said {
    free: String,
    mine: String,
    taken: String,
}

impl Said {
    pub(super) fn new(shell: &Shell) -> Self {
        Self {
            free: shell.t("spaces-free-hours"),
            mine: shell.t("spaces-mine"),
            taken: shell.t("spaces-taken"),
        }
    }

    /// What is said of a booking: its own title as far as this person may know it.
    pub(super) fn of<'a>(&'a self, seen: Seen<'a>) -> &'a str {
        let unnamed = if seen.look.state == "mine" {
            &self.mine
        } else {
            &self.taken
        };
        seen.look.title.as_ref().unwrap_or(unnamed)
    }
}

impl CalendarPage<'_> {
    fn first(&self) -> Day {
        self.days.first()
    }

    fn last(&self) -> Day {
        self.days.last()
    }

    fn title(&self) -> String {
        let (first, last) = (self.first(), self.last());
        if self.by_day {
            self.shell.day_long(&first)
        } else {
            self.shell.words().days(first, last)
        }
    }

    fn address(&self, days: i64) -> String {
        let step = if self.by_day { days } else { days * 7 };
        let view = if self.by_day { "&view=day" } else { "" };
        let wanted = self.wanted.query();
        format!("/calendar?day={}{view}{wanted}", self.first().plus_days(step))
    }

    fn other_view(&self) -> String {
        let day = if self.days.contains(self.today) {
            self.today
        } else {
            self.first()
        };
        let view = if self.by_day { "" } else { "&view=day" };
        format!("/calendar?day={day}{view}{}", self.wanted.query())
    }

    const fn view(&self) -> &'static str {
        if self.by_day { "day" } else { "week" }
    }

    fn month_view(&self) -> String {
        format!("/calendar?day={}&view=month{}", self.day, self.wanted.query())
    }

    fn is_empty(&self) -> bool {
        self.columns.iter().all(|column| column.lanes.is_empty())
    }

    fn column_head(&self, day: &Day) -> String {
        self.shell.words().day_column(*day)
    }
}

/// Which days are asked for.
#[derive(Debug, Default, Deserialize)]
pub(super) struct CalendarQuery {
    day: Option<String>,
    view: Option<String>,
    kind: Option<String>,
    level: Option<String>,
}

pub(super) async fn show(visit: Visit, Query(query): Query<CalendarQuery>) -> Answer {
    let today = visit.today();
    let asked = query
        .day
        .as_deref()
        .and_then(|day| Day::parse(day).ok())
        .unwrap_or(today);
    // Further away nothing can be booked.
    let day = asked.clamp(today.plus_days(-1_100), today.plus_days(1_100));
    let wanted = Wanted::read(query.kind.as_deref(), query.level.as_deref());
    if query.view.as_deref() == Some("month") {
        return month::show(visit, day, wanted).await;
    }
    let by_day = query.view.as_deref() == Some("day");
    let days = if by_day {
        Days::one(day)
    } else {
        week::days_of(day)
    };
    let zone = visit.place.zone.clone();
    let week = visit
        .read(move |tx, actor| week::read(tx, actor, &zone, days))
        .await?;
    let may_book = visit.actor.may(BOOK) || visit.actor.may(BOOK_FOR_OTHERS);
    let shell = visit.shell("spaces-calendar-title");
    let said = Said::new(&shell);
    let ids: Vec<String> = week.resources().iter().map(|one| one.id.to_string()).collect();
    let sheet = Sheet {
        shell: &shell,
        said: &said,
        week: &week,
        ids: &ids,
        wanted: &wanted,
        zone: &visit.place.zone,
        now: visit.now,
        may_book,
    };
    let (columns, content) = (sheet.columns(), sheet.content(by_day)?);
    visit.page(&CalendarPage {
        shell: &shell,
        days,
        today,
        by_day,
        columns,
        may_book,
        content,
        day,
        kinds: wanted.kinds(&shell, week.resources()),
        levels: wanted.levels(week.resources()),
        wanted: &wanted,
    })
}

/// What the list and the content of the calendar are made from.
pub(super) struct Sheet<'a> {
    pub(super) shell: &'a Shell,
    pub(super) said: &'a Said,
    pub(super) week: &'a Week,
    /// The identifiers of the spaces, written out, in their order.
    ids: &'a [String],
    wanted: &'a Wanted,
    pub(super) zone: &'a Zone,
    now: Instant,
    pub(super) may_book: bool,
}

impl<'a> Sheet<'a> {
    pub(super) fn resources(&self) -> impl Iterator<Item = (&'a Resource, &'a str)> {
        self.week
            .resources()
            .iter()
            .zip(self.ids.iter().map(String::as_str))
            .filter(|(resource, _)| self.wanted.takes(resource))
    }

    fn columns(&self) -> Vec<Column<'a>> {
        self.week.days.iter().map(|day| self.column(day)).collect()
    }

    fn column(&self, day: Day) -> Column<'a> {
        let bounds = self.zone.day_bounds(day);
        let lanes = self.resources().map(|(resource, id)| Lane {
            id,
            name: resource.facts.name.as_str(),
            closed: !self
                .week
                .open(resource)
                .iter()
                .any(|period| period.overlaps(bounds)),
            lines: self.lines(resource, bounds),
        });
        Column {
            day,
            past: bounds.end() <= self.now,
            lanes: lanes.collect(),
        }
    }

    fn lines(&self, resource: &Resource, day: Period) -> Vec<Line<'a>> {
        let stretches = self.week.stretches(resource, day).into_iter();
        let line = |stretch: Stretch<'a>| match stretch.what {
            What::Booked(seen) => self.taken(seen, stretch.hours),
            What::Bound(space) => self.bound(space, stretch.hours),
            What::Free => self.free(stretch.hours),
        };
        stretches.map(line).collect()
    }

    fn taken(&self, seen: Seen<'a>, hours: Period) -> Line<'a> {
        Line {
            hours: self.shell.words().hours(hours),
            state: seen.look.state,
            text: self.said.of(seen),
            opens: if seen.look.opens {
                Opens::Booking(seen.slot.id)
            } else {
                self.waits(hours)
            },
        }
    }

    fn bound(&self, space: &'a str, hours: Period) -> Line<'a> {
        Line {
            hours: self.shell.words().hours(hours),
            state: "confirmed",
            text: space,
            opens: self.waits(hours),
        }
    }

    /// Hours that are taken open the form that says so, and offers to wait for them.
    fn waits(&self, hours: Period) -> Opens {
        if !self.may_wait(hours) {
            return Opens::Nothing;
        }
        Opens::Form {
            start: civil(self.zone, hours.start()),
            end: civil(self.zone, hours.end()),
        }
    }

    /// Whether somebody could wait for hours that are taken.
    pub(super) fn may_wait(&self, hours: Period) -> bool {
        self.may_book && hours.start() > self.now
    }

    fn free(&self, hours: Period) -> Line<'a> {
        let start = next_quarter(hours.start());
        let end = start.plus_minutes(60).min(hours.end());
        let long_enough = Period::new(start, end).is_ok();
        let hours = Period::new(start, hours.end()).unwrap_or(hours);
        Line {
            hours: self.shell.words().hours(hours),
            state: "free",
            text: &self.said.free,
            opens: if self.may_book && long_enough {
                Opens::Form {
                    start: civil(self.zone, start),
                    end: civil(self.zone, end),
                }
            } else {
                Opens::Nothing
            },
        }
    }
}

fn next_quarter(instant: Instant) -> Instant {
    const QUARTER: i64 = 900;
    let seconds = instant.plus_seconds(QUARTER).minus_seconds(1).seconds();
    Instant::from_seconds(seconds.div_euclid(QUARTER) * QUARTER)
}

/// `2026-06-15T09:00` on the clock of the place.
pub(super) fn civil(zone: &Zone, instant: Instant) -> String {
    let (day, time) = zone.local(instant);
    let mut text = String::with_capacity(16);
    // A text takes everything.
    let _ = write!(text, "{day}T{time}");
    text
}
