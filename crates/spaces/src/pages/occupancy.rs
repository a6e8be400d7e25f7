//! How much of the place is used (T65): by space, by half-day, by grounds, over a year.

use super::occupancy_file::{self, OccupancyQuery, year_to};
use crate::rules::check_in::CheckInKind;
use crate::rules::letting::Letting;
use crate::rules::occupancy::{
    Half, Presence, Share, counts, net, on_a, open_days, per_square_metre, within,
};
use crate::rules::resource::{Resource, area_text};
use crate::rules::schedule::Schedule;
use crate::store::occupancy::{self, Used};
use crate::store::{lettings, resources, schedule};
use askama::Template;
use kernel::{Audience, Day, Days, Money, Month, Period, Weekday, Zone};
use platform::Fault;
use platform::web::{Answer, Form, Query, Shell, Visit};

/// The figures of some days.
#[derive(Template)]
#[template(path = "occupancy.html")]
pub(super) struct OccupancyPage {
    shell: Shell,
    form: Form,
    days: Days,
    pub(super) spaces: Vec<SpaceFigures>,
    pub(super) weekdays: Vec<(Weekday, [Share; 2])>,
    /// Desks of the place, for the share of them that is taken.
    desks: i64,
    pub(super) kinds: Vec<(CheckInKind, i64)>,
    /// Half-days spent here in each of twelve months, the last one with the last of the days.
    pub(super) months: Vec<(Month, i64)>,
    people_days: i64,
}

/// The figures of one space.
pub(super) struct SpaceFigures {
    pub(super) name: String,
    /// Whether its hours count among those of rooms: a thing is none, and a whole floor is counted in its rooms.
    is_room: bool,
    pub(super) bookings: i64,
    pub(super) share: Share,
    pub(super) net: Money,
    /// Whether it was let by the month on one of the days.
    let_out: bool,
    /// In hundredths of a square metre.
    pub(super) area: Option<i64>,
}

impl SpaceFigures {
    pub(super) fn per_square_metre(&self) -> Option<Money> {
        per_square_metre(self.net, self.area?)
    }
}

impl OccupancyPage {
    fn percent(&self, share: &Share) -> String {
        share.percent().map_or_else(
            || "–".to_owned(),
            |percent| self.shell.t1("spaces-occupancy-percent", "count", percent),
        )
    }

    fn hours(&self, minutes: &i64) -> String {
        let hours = Share {
            used: *minutes,
            of: 60 * 100,
        };
        self.shell
            .t1("spaces-occupancy-hours", "count", hours.percent().unwrap_or(0))
    }

    /// People present on such a half-day, to one decimal.
    pub(super) fn average(&self, share: &Share) -> String {
        let tenths = Share {
            used: share.used.saturating_mul(10),
            of: share.of.saturating_mul(100),
        };
        let Some(tenths) = tenths.percent() else {
            return "–".to_owned();
        };
        let (whole, rest) = (tenths.div_euclid(10), tenths.rem_euclid(10));
        let comma = self.shell.t("spaces-decimal-comma");
        format!("{whole}{comma}{rest}")
    }

    /// How dark the half-day is, 0 to 5: of the desks, or of the busiest half-day when there are none.
    fn warmth(&self, share: &Share) -> i64 {
        let all = self.weekdays.iter().flat_map(|(_, halves)| halves);
        let most = all
            .filter_map(|share| share.used.checked_div(share.of))
            .max()
            .unwrap_or(0);
        let full = if self.desks > 0 { self.desks } else { most.max(1) };
        let of_full = Share {
            used: share.used,
            of: share.of.saturating_mul(full),
        };
        of_full
            .percent()
            .map_or(0, |percent| percent.div_euclid(17).clamp(0, 5))
    }

    /// The height of a bar, in hundredths of the highest.
    fn height(&self, half_days: &i64) -> i64 {
        let most = self.months.iter().map(|(_, count)| *count).max().unwrap_or(0);
        let share = Share {
            used: *half_days,
            of: most,
        };
        share.percent().unwrap_or(0)
    }

    fn top(&self, half_days: &i64) -> i64 {
        100_i64.saturating_sub(self.height(half_days))
    }

    /// Where the bar of a month begins.
    fn left(at: &usize) -> usize {
        at.saturating_mul(50)
    }

    fn month(&self, month: &Month) -> String {
        format!("{} {}", self.shell.t(month.message()), month.year())
    }

    pub(super) fn kind(&self, kind: &CheckInKind) -> String {
        self.shell.t1("spaces-desk-kind", "kind", kind.code())
    }

    /// Square metres, or a dash.
    fn area(&self, space: &SpaceFigures) -> String {
        let sign = self.shell.t("spaces-decimal-comma");
        space.area.map_or_else(
            || "–".to_owned(),
            |area| {
                self.shell
                    .t1("spaces-square-metres", "area", area_text(area, &sign))
            },
        )
    }

    /// What a square metre brought in, or a dash.
    fn yielded(&self, space: &SpaceFigures) -> String {
        let amount = space.per_square_metre();
        amount.map_or_else(|| "–".to_owned(), |amount| self.shell.money(&amount))
    }

    fn total(&self) -> Money {
        self.spaces.iter().map(|space| space.net).sum()
    }

    fn rooms(&self) -> Share {
        let rooms = self.spaces.iter().filter(|space| space.is_room);
        rooms.fold(Share::default(), |all, space| Share {
            used: all.used.saturating_add(space.share.used),
            of: all.of.saturating_add(space.share.of),
        })
    }

    fn file(&self, table: &str) -> String {
        occupancy_file::address("/office/occupancy", self.days, table)
    }
}

pub(super) async fn index(visit: Visit, Query(query): Query<OccupancyQuery>) -> Answer {
    let days = query.days(visit.today());
    let span = visit.place.zone.bounds(days);
    let year = year_to(days.last());
    let (spaces, schedule, used, present, lettings) = visit
        .read(move |tx, actor| {
            let place = actor.place;
            let longest = Days::spanning(year.first().min(days.first()), days.last());
            Ok::<_, Fault>((
                resources::list(tx, place)?,
                schedule::schedule(tx, place, span)?.without_lettings(),
                occupancy::used(tx, place, span)?,
                occupancy::present(tx, place, longest)?,
                lettings::during(tx, place, span)?,
            ))
        })
        .await?;
    let read = Read {
        spaces,
        lettings,
        schedule,
        used,
        present,
    };
    let page = page(&visit, days, &read);
    if query.is_file() {
        occupancy_file::answer(&visit, &page, query.table())
    } else {
        visit.page(&page)
    }
}

/// What the figures are counted from.
struct Read {
    spaces: Vec<Resource>,
    lettings: Vec<Letting>,
    schedule: Schedule,
    used: Vec<Used>,
    /// Of the days asked for and of the twelve months.
    present: Vec<Presence>,
}

fn page(visit: &Visit, days: Days, read: &Read) -> OccupancyPage {
    let zone = &visit.place.zone;
    let open: Vec<Period> = read
        .spaces
        .iter()
        .flat_map(|space| open_hours(space, &read.schedule, zone, days))
        .collect();
    let open = open_days(days, &open, zone);
    let now: Vec<Presence> = read
        .present
        .iter()
        .copied()
        .filter(|one| days.contains(one.day))
        .collect();
    OccupancyPage {
        shell: visit.shell("spaces-occupancy-title"),
        form: Form::blank(visit)
            .with("from", days.first())
            .with("until", days.last()),
        days,
        spaces: of_spaces(read, zone, days),
        weekdays: of_weekdays(&now, &open),
        desks: desks(&read.spaces),
        kinds: of_kinds(&now),
        months: of_months(year_to(days.last()), &read.present),
        people_days: now.iter().map(|one| one.people).sum(),
    }
}

fn of_spaces(read: &Read, zone: &Zone, days: Days) -> Vec<SpaceFigures> {
    let rooms = read.spaces.iter().filter(|space| !space.facts.kind.is_desk());
    rooms
        .map(|space| of_space(space, read, zone, days))
        .filter(|figures| figures.bookings > 0 || figures.share.of > 0)
        .collect()
}

fn of_weekdays(now: &[Presence], open: &[Day]) -> Vec<(Weekday, [Share; 2])> {
    Weekday::ALL
        .iter()
        .map(|weekday| {
            let of = |half| on_a(*weekday, half, now, open);
            (*weekday, [of(Half::Morning), of(Half::Afternoon)])
        })
        .filter(|(_, halves)| halves.iter().any(|share| share.of > 0 || share.used > 0))
        .collect()
}

fn desks(spaces: &[Resource]) -> i64 {
    let pools = spaces
        .iter()
        .filter(|space| space.active && space.facts.kind.is_desk());
    pools.map(|space| space.facts.units).sum()
}

fn of_kinds(now: &[Presence]) -> Vec<(CheckInKind, i64)> {
    CheckInKind::ALL
        .iter()
        .map(|kind| {
            let of = now.iter().filter(|one| one.kind == *kind);
            (*kind, of.map(Presence::half_days).sum())
        })
        .filter(|(_, count)| *count > 0)
        .collect()
}

fn of_months(year: Days, present: &[Presence]) -> Vec<(Month, i64)> {
    let first = year.first().month_of();
    (0..12)
        .map(|at| {
            let month = first.plus(at);
            let of = present.iter().filter(|one| one.day.month_of() == month);
            (month, of.map(Presence::half_days).sum())
        })
        .collect()
}

/// The hours in which nomads or guests may use a space. Residents and the team have keys: their hours would make every space look empty.
fn open_hours(space: &Resource, schedule: &Schedule, zone: &Zone, days: Days) -> Vec<Period> {
    let of = |audience| schedule.open(space.id, audience, zone, days);
    Period::merge(
        [Audience::Nomad, Audience::External]
            .into_iter()
            .flat_map(of)
            .collect(),
    )
}

fn of_space(space: &Resource, read: &Read, zone: &Zone, days: Days) -> SpaceFigures {
    let span = zone.bounds(days);
    let own: Vec<&Used> = read.used.iter().filter(|one| one.resource == space.id).collect();
    let lettings: Vec<&Letting> = read
        .lettings
        .iter()
        .filter(|one| one.resource == space.id)
        .collect();
    let booked: Vec<Period> = own
        .iter()
        .filter(|one| counts(one.state))
        .filter_map(|one| one.period.intersection(span))
        .collect();
    // Whoever has the office uses all of it.
    let let_out = lettings.iter().filter_map(|letting| letting.within(span));
    let taken: Vec<Period> = booked.iter().copied().chain(let_out).collect();
    let rent: Money = lettings.iter().map(|letting| letting.rent_within(days)).sum();
    let begun = own.iter().filter(|one| span.contains(one.period.start()));
    SpaceFigures {
        area: space.facts.area,
        is_room: !space.facts.kind.is_equipment() && !space.facts.kind.is_whole(),
        name: space.facts.name.to_string(),
        bookings: i64::try_from(booked.len()).unwrap_or(i64::MAX),
        share: within(
            &open_hours(space, &read.schedule, zone, days),
            space.facts.units,
            &taken,
        ),
        net: begun
            .map(|one| net(one.state, &one.price, one.fee))
            .sum::<Money>()
            + rent,
        let_out: !lettings.is_empty(),
    }
}
