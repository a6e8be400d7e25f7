//! Find a room: how many, when, with what; the best first, booked with one more touch, and what is nearest when nothing fits.

use super::calendar::civil;
use super::found::{Found, Offers, read};
use super::words;
use crate::actions::check_in::midday;
use crate::permissions::BOOK_FOR_OTHERS;
use crate::rules::finding::Wish;
use crate::rules::resource::ResourceKind;
use askama::Template;
use kernel::{Day, Days, Id, MinuteOfDay, Period, PersonId, Zone};
use platform::Fault;
use platform::web::{Answer, Form, Query, Shell, StatusCode, Visit};
use serde::Deserialize;

kernel::codes! {
    /// Which part of the day.
    enum Part {
        /// Until midday.
        Morning = "morning",
        /// From midday to six.
        Afternoon = "afternoon",
        /// From six on.
        Evening = "evening",
        /// All of it.
        Day = "day",
        /// Exactly the hours given.
        Hours = "hours",
    }
}

impl Part {
    const fn message(self) -> &'static str {
        match self {
            Self::Morning => "spaces-find-morning",
            Self::Afternoon => "spaces-find-afternoon",
            Self::Evening => "spaces-find-evening",
            Self::Day => "spaces-find-day",
            Self::Hours => "spaces-find-hours",
        }
    }
}

/// When the evening begins.
const EVENING: u16 = 18 * 60;
/// How many days after the one asked for are looked at when nothing fits.
const DAYS_AFTER: i64 = 14;
/// Lengths to choose from, in minutes.
const LENGTHS: [i64; 7] = [30, 60, 90, 120, 180, 240, 480];
/// The most alternatives of one sort.
const NEAREST: usize = 4;

/// What was looked for and what was found.
#[derive(Template)]
#[template(path = "find.html")]
pub(super) struct FindPage {
    shell: Shell,
    form: Form,
    parts: Vec<(String, String)>,
    lengths: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
    things: Vec<String>,
    /// The headings and what stands under them.
    shelves: Vec<(&'static str, Vec<FoundLine>)>,
    asked: bool,
}

/// Hours on a space, with the form that books them.
pub(super) struct FoundLine {
    found: Found,
    when: String,
    price: String,
    fields: [(&'static str, String); 7],
}

impl FindPage {
    fn seats(&self, line: &FoundLine) -> String {
        line.found
            .seats
            .map(|seats| self.shell.t1("spaces-seats", "count", seats))
            .unwrap_or_default()
    }

    fn fits(&self) -> bool {
        self.shelves.iter().any(|(key, _)| *key == BEST)
    }
}

const BEST: &str = "spaces-find-best";

/// What is looked for.
#[derive(Debug, Default, Deserialize)]
pub(super) struct FindQuery {
    people: Option<String>,
    day: Option<String>,
    part: Option<String>,
    length: Option<String>,
    start: Option<String>,
    end: Option<String>,
    things: Option<String>,
    kind: Option<String>,
    person: Option<String>,
}

/// A wish with its hours.
struct Search {
    wish: Wish,
    day: Day,
    part: Part,
    /// The hours of exactly those given.
    hours: Option<(MinuteOfDay, MinuteOfDay)>,
    person: Option<PersonId>,
}

pub(super) async fn show(visit: Visit, Query(query): Query<FindQuery>) -> Answer {
    let asked = query.people.is_some();
    let mut form = filled(&visit, query);
    let search = if asked { searched(&visit, &mut form) } else { None };
    let zone = visit.place.zone.clone();
    let today = visit.today();
    let (shelves, things) = visit
        .read(move |tx, actor| {
            let Some(search) = &search else {
                let offers = read(tx, actor, None, &zone, Days::one(today))?;
                return Ok::<_, Fault>((Vec::new(), offers.things()));
            };
            let person = search.person.filter(|_| actor.may(BOOK_FOR_OTHERS));
            let midday = midday(tx, actor.place)?;
            let offers = read(tx, actor, person, &zone, Days::one(search.day))?;
            let best = offers.found(&search.wish, search.within(&zone, search.day, midday), false);
            if !best.is_empty() {
                return Ok((vec![(BEST, best)], offers.things()));
            }
            let days = Days::spanning(search.day, search.day.plus_days(DAYS_AFTER));
            let ahead = read(tx, actor, person, &zone, days)?;
            Ok((search.nearest(&zone, &ahead, midday), ahead.things()))
        })
        .await?;
    let shell = visit.shell("spaces-find");
    let status = if form.is_valid() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let lines = |found: Vec<Found>| {
        found
            .into_iter()
            .map(|one| line(&visit, &shell, &form, one))
            .collect()
    };
    let page = FindPage {
        parts: choices(&shell, Part::ALL, |part| (part.code(), part.message())),
        lengths: LENGTHS
            .iter()
            .map(|minutes| (minutes.to_string(), words::length(*minutes)))
            .collect(),
        kinds: std::iter::once((String::new(), shell.t("spaces-find-any-kind")))
            .chain(choices(&shell, ResourceKind::ALL, |kind| {
                (kind.code(), kind.message())
            }))
            .collect(),
        things,
        shelves: shelves
            .into_iter()
            .map(|(key, found)| (key, lines(found)))
            .collect(),
        asked: asked && form.is_valid(),
        shell: visit.shell("spaces-find"),
        form: form.clone(),
    };
    visit.page_with_status(status, &page)
}

fn choices<T: Copy>(
    shell: &Shell,
    all: &[T],
    of: fn(T) -> (&'static str, &'static str),
) -> Vec<(String, String)> {
    all.iter()
        .map(|one| of(*one))
        .map(|(code, key)| (code.to_owned(), shell.t(key)))
        .collect()
}

fn filled(visit: &Visit, query: FindQuery) -> Form {
    let or = |given: Option<String>, usual: &str| given.unwrap_or_else(|| usual.to_owned());
    let tomorrow = visit.today().next().to_string();
    Form::blank(visit)
        .with("people", or(query.people, "4"))
        .with("day", or(query.day, &tomorrow))
        .with("part", or(query.part, Part::Afternoon.code()))
        .with("length", or(query.length, "120"))
        .with("start", or(query.start, ""))
        .with("end", or(query.end, ""))
        .with("things", or(query.things, ""))
        .with("kind", or(query.kind, ""))
        .with("person", or(query.person, ""))
}

fn searched(visit: &Visit, form: &mut Form) -> Option<Search> {
    let people = form
        .number("people")
        .filter(|people| (1..=100_000).contains(people));
    if people.is_none() && form.is_valid() {
        form.refuse_with("people", "spaces-refused-attendance");
    }
    let day = form.parse("day", Day::parse);
    // Who says from when until when means just that.
    if !form.value("start").is_empty() && !form.value("end").is_empty() {
        form.set("part", Part::Hours.code());
    }
    let part = form.parse("part", Part::parse);
    let kind = form.parse_optional("kind", ResourceKind::parse);
    let person = Id::parse(form.value("person")).ok();
    let things = form.value("things").split([',', ';', '\n']).map(str::trim);
    let things = things
        .filter(|thing| !thing.is_empty())
        .take(10)
        .map(str::to_owned)
        .collect();
    let (people, day, part, kind) = (people?, day?, part?, kind?);
    let today = visit.today();
    // Further away nothing can be booked.
    let day = day.clamp(today, today.plus_days(1_100));
    let (minutes, hours) = if part == Part::Hours {
        let (start, end) = (
            form.parse("start", MinuteOfDay::parse),
            form.parse("end", MinuteOfDay::parse),
        );
        let (start, end) = (start?, end?);
        let minutes = i64::from(end.minutes()) - i64::from(start.minutes());
        if minutes <= 0 {
            form.refuse("end", &kernel::EmptyPeriod::Empty);
            return None;
        }
        (minutes, Some((start, end)))
    } else {
        (form.number("length")?.clamp(5, 1_440), None)
    };
    Some(Search {
        wish: Wish {
            people,
            kind,
            things,
            minutes,
        },
        day,
        part,
        hours,
        person,
    })
}

impl Search {
    /// The hours of a day inside which to look.
    fn within(&self, zone: &Zone, day: Day, midday: MinuteOfDay) -> Period {
        let whole = zone.day_bounds(day);
        let at = |minute| zone.instant(day, minute);
        let evening = MinuteOfDay::from_minutes(EVENING).map_or(whole.end(), at);
        let bounds = match (self.part, self.hours) {
            (Part::Hours, Some((start, end))) => (at(start), at(end)),
            (Part::Morning, _) => (whole.start(), at(midday)),
            (Part::Afternoon, _) => (at(midday), evening),
            (Part::Evening, _) => (evening, whole.end()),
            (Part::Day | Part::Hours, _) => (whole.start(), whole.end()),
        };
        Period::new(bounds.0, bounds.1).unwrap_or(whole)
    }

    /// What comes nearest when nothing fits: the same hours without some things, other hours of that day, the next days.
    fn nearest(&self, zone: &Zone, offers: &Offers, midday: MinuteOfDay) -> Vec<(&'static str, Vec<Found>)> {
        let first = |mut found: Vec<Found>| {
            found.truncate(NEAREST);
            found
        };
        let hours = self.within(zone, self.day, midday);
        let without = first(offers.found(&self.wish, hours, true));
        let that_day = first(offers.found(&self.wish, zone.day_bounds(self.day), false));
        let later = (1..=DAYS_AFTER)
            .filter_map(|days| {
                let within = self.within(zone, self.day.plus_days(days), midday);
                offers.found(&self.wish, within, false).into_iter().next()
            })
            .take(NEAREST)
            .collect();
        let shelves = [
            ("spaces-find-that-day", that_day),
            ("spaces-find-next-days", later),
            ("spaces-find-without", without),
        ];
        shelves
            .into_iter()
            .filter(|(_, found)| !found.is_empty())
            .collect()
    }
}

fn line(visit: &Visit, shell: &Shell, form: &Form, found: Found) -> FoundLine {
    let zone = &visit.place.zone;
    let time = |text: String| {
        text.split_once('T')
            .map(|(_, time)| time.to_owned())
            .unwrap_or_default()
    };
    let (start, end) = (civil(zone, found.period.start()), civil(zone, found.period.end()));
    FoundLine {
        when: shell.period(&found.period),
        price: words::amount(shell, found.price, found.basis),
        fields: [
            ("resource", found.space.to_string()),
            ("day", zone.day_of(found.period.start()).to_string()),
            ("start", time(start)),
            ("end", time(end)),
            ("attendance", form.value("people").to_owned()),
            ("person", form.value("person").to_owned()),
            ("price", found.price.cents().to_string()),
        ],
        found,
    }
}
