//! Who uses the place (T65): by offer, by audience, by month, for whoever funds it.

use super::occupancy_file::{OccupancyQuery, address, written, year_to};
use crate::rules::check_in::CheckInKind;
use crate::rules::figures::{Offer, Use, Uses, uses};
use crate::store::figures;
use askama::Template;
use kernel::{Audience, Days, Month};
use platform::Fault;
use platform::web::{Answer, Form, Query, Shell, Visit};

/// The figures of some days.
#[derive(Template)]
#[template(path = "occupancy_people.html")]
pub(super) struct PeoplePage {
    shell: Shell,
    form: Form,
    days: Days,
    uses: Uses,
    months: Vec<MonthFigures>,
}

/// One month: people who came, half-days they spent here, organisations that were charged something.
pub(super) struct MonthFigures {
    month: Month,
    people: i64,
    half_days: i64,
    organisations: i64,
}

impl PeoplePage {
    fn offer(&self, offer: &Offer) -> String {
        match offer {
            Offer::Plan(name) => name.clone(),
            Offer::Grounds(kind) => self.grounds(*kind),
        }
    }

    fn grounds(&self, kind: CheckInKind) -> String {
        self.shell.t1("spaces-figures-grounds", "kind", kind.code())
    }

    fn audience(&self, audience: &Audience) -> String {
        self.shell.t(audience.message())
    }

    fn hours(&self, one: &Use) -> String {
        let hours = one.minutes.saturating_add(30).div_euclid(60);
        self.shell.t1("spaces-occupancy-hours", "count", hours)
    }

    fn month(&self, month: &Month) -> String {
        format!("{} {}", self.shell.t(month.message()), month.year())
    }

    /// The height of a bar, in hundredths of the highest.
    fn height(&self, people: &i64) -> i64 {
        let most = self.months.iter().map(|month| month.people).max().unwrap_or(0);
        people.saturating_mul(100).checked_div(most).unwrap_or(0)
    }

    fn top(&self, people: &i64) -> i64 {
        100_i64.saturating_sub(self.height(people))
    }

    /// Where the bar of a month begins.
    fn left(at: &usize) -> usize {
        at.saturating_mul(50)
    }

    fn file(&self, table: &str) -> String {
        address("/office/occupancy/people", self.days, table)
    }

    fn organisations(&self) -> i64 {
        let last = self.days.last().month_of();
        let of = self.months.iter().find(|month| month.month == last);
        of.map_or(0, |month| month.organisations)
    }

    fn table(&self, table: &str) -> (Vec<&'static str>, Vec<Vec<String>>) {
        match table {
            "audiences" => {
                let line = |(audience, one): (&Audience, &Use)| {
                    vec![
                        self.audience(audience),
                        one.people.len().to_string(),
                        one.half_days.to_string(),
                        one.bookings.to_string(),
                        one.minutes.to_string(),
                    ]
                };
                let heads = vec![
                    "spaces-figures-audience",
                    "spaces-figures-people",
                    "spaces-occupancy-half-days-head",
                    "spaces-occupancy-bookings",
                    "spaces-occupancy-minutes-used",
                ];
                (heads, self.uses.audiences.iter().map(line).collect())
            }
            "months" => {
                let line = |month: &MonthFigures| {
                    vec![
                        month.month.to_string(),
                        month.people.to_string(),
                        month.half_days.to_string(),
                        month.organisations.to_string(),
                    ]
                };
                let heads = vec![
                    "spaces-occupancy-month",
                    "spaces-figures-people",
                    "spaces-occupancy-half-days-head",
                    "spaces-figures-organisations",
                ];
                (heads, self.months.iter().map(line).collect())
            }
            _ => {
                let line = |(offer, one): (&Offer, &Use)| {
                    vec![
                        self.offer(offer),
                        one.people.len().to_string(),
                        one.half_days.to_string(),
                    ]
                };
                let heads = vec![
                    "spaces-figures-offer",
                    "spaces-figures-people",
                    "spaces-occupancy-half-days-head",
                ];
                (heads, self.uses.offers.iter().map(line).collect())
            }
        }
    }
}

pub(super) async fn index(visit: Visit, Query(query): Query<OccupancyQuery>) -> Answer {
    let days = query.days(visit.today());
    let (span, year) = (visit.place.zone.bounds(days), year_to(days.last()));
    let (visits, booked, held, months, organisations) = visit
        .read(move |tx, actor| {
            let place = actor.place;
            let months = (year.first().month_of(), year.last().month_of());
            Ok::<_, Fault>((
                figures::visits(tx, place, days)?,
                figures::booked(tx, place, span)?,
                offers::plans_held(tx, place, days)?,
                figures::months(tx, place, year)?,
                billing::organisations_charged(tx, place, months)?,
            ))
        })
        .await?;
    let first = year.first().month_of();
    let line = |month: Month| {
        let of = months.iter().find(|(one, ..)| *one == month);
        let charged = organisations.iter().find(|(one, _)| *one == month);
        MonthFigures {
            month,
            people: of.map_or(0, |(_, people, _)| *people),
            half_days: of.map_or(0, |(.., half_days)| *half_days),
            organisations: charged.map_or(0, |(_, count)| *count),
        }
    };
    let page = PeoplePage {
        shell: visit.shell("spaces-figures-people-title"),
        form: Form::blank(&visit)
            .with("from", days.first())
            .with("until", days.last()),
        days,
        uses: uses(&visits, &booked, &held),
        months: (0..12).map(|at| line(first.plus(at))).collect(),
    };
    if query.is_file() {
        let (heads, rows) = page.table(query.table());
        written(&visit, query.table(), &heads, &rows)
    } else {
        visit.page(&page)
    }
}
