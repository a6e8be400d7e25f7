//! Giving up or moving many bookings of a series: each date with its consequence, then the last word.

use super::series::{SeriesFacts, read};
use super::{booking_form, words};
use crate::actions::cancel::Cancellation;
use crate::actions::change_series::{
    DayMove, Reach, SeriesMove, cancel_series, cancellation_fees, move_series, quote_series_move, reached,
};
use crate::documents::series_mail::SeriesNotice;
use crate::rules::booking::{Booking, BookingId};
use crate::rules::series::{DailyHours, Scope, SeriesId, SeriesRefused};
use crate::series_letters::notify_series;
use crate::store::resources;
use askama::Template;
use billing::Basis;
use kernel::{Day, Id, MinuteOfDay, Money};
use platform::web::{Answer, Flash, Form, Path, Query, Shell, StatusCode, Visit};
use platform::{Failure, Fault};
use serde::Deserialize;
use std::collections::BTreeSet;

/// Bookings of a series about to be given up.
#[derive(Template)]
#[template(path = "series_cancellation.html")]
pub(super) struct SeriesCancellationPage {
    shell: Shell,
    form: Form,
    facts: SeriesFacts,
    from: Option<BookingId>,
    /// Each with what giving it up costs.
    lines: Vec<(String, String)>,
    total: Money,
    basis: Option<Basis>,
}

impl SeriesCancellationPage {
    fn space(&self) -> &str {
        self.facts.space(self.facts.series.resource)
    }

    fn consequence(&self) -> String {
        let fee = self
            .basis
            .map(|basis| words::amount(&self.shell, self.total, basis));
        let count = self.lines.len();
        if self.total.is_zero() {
            return self.shell.t1("spaces-series-cancel-free", "count", count);
        }
        let fee = fee.unwrap_or_default();
        self.shell
            .t2("spaces-series-cancel-fee", "count", count, "fee", fee)
    }
}

/// Bookings of a series about to be moved.
#[derive(Template)]
#[template(path = "series_move.html")]
pub(super) struct SeriesMovePage {
    shell: Shell,
    form: Form,
    facts: SeriesFacts,
    from: Option<BookingId>,
    options: Vec<(String, String)>,
    lines: Vec<MoveLine>,
    /// How many would move, and how many cannot.
    moved: usize,
    refused: usize,
    before: Money,
    after: Money,
    basis: Option<Basis>,
}

struct MoveLine {
    day: Day,
    before: String,
    after: Option<String>,
    refusal: Option<String>,
    left: bool,
}

impl SeriesMovePage {
    fn space(&self) -> &str {
        self.facts.space(self.facts.series.resource)
    }

    fn all_go(&self) -> bool {
        self.refused == 0 && self.moved > 0
    }

    fn consequence(&self) -> String {
        let amount = |money| match self.basis {
            Some(basis) => words::amount(&self.shell, money, basis),
            None => self.shell.money(&money),
        };
        let change = if self.before == self.after {
            self.shell
                .t1("spaces-series-move-same", "price", amount(self.after))
        } else {
            let (before, after) = (amount(self.before), amount(self.after));
            self.shell
                .t2("spaces-series-move-price", "before", before, "after", after)
        };
        let count = self.shell.t1("spaces-series-move-count", "count", self.moved);
        format!("{count} {change}")
    }
}

/// From which booking on; all that are left when it does not say.
#[derive(Debug, Default, Deserialize)]
pub(super) struct ReachQuery {
    from: Option<String>,
}

fn reach(series: SeriesId, from: Option<BookingId>) -> Reach {
    Reach {
        series,
        scope: if from.is_some() {
            Scope::Following
        } else {
            Scope::All
        },
        from,
    }
}

fn from_of(text: Option<&str>) -> Option<BookingId> {
    text.and_then(|text| Id::parse(text).ok())
}

pub(super) async fn cancellation(
    visit: Visit,
    Path(id): Path<SeriesId>,
    Query(query): Query<ReachQuery>,
) -> Answer {
    let from = from_of(query.from.as_deref());
    cancellation_shown(&visit, id, from, Form::blank(&visit), StatusCode::OK).await
}

pub(super) async fn cancel(visit: Visit, Path(id): Path<SeriesId>, mut form: Form) -> Answer {
    let from = from_of(Some(form.value("from")));
    let Some(fee) = form.number("fee").map(Money::from_cents) else {
        return cancellation_shown(&visit, id, from, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let wanted = Cancellation {
        fee_shown: Some(fee),
        waived: false,
    };
    let base_url = visit.app.settings.base_url.clone();
    let done = visit
        .submit(&form, move |tx, actor| {
            let given_up = cancel_series(tx, actor, reach(id, from), wanted)?;
            notify_series(tx, actor, id, &given_up, SeriesNotice::Cancelled, &base_url)?;
            Ok(format!("/series/{id}"))
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("spaces-series-cancelled")),
        Err(Failure::Refused(refusal)) => {
            form.refuse("fee", &refusal);
            cancellation_shown(&visit, id, from, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

async fn cancellation_shown(
    visit: &Visit,
    id: SeriesId,
    from: Option<BookingId>,
    form: Form,
    status: StatusCode,
) -> Answer {
    let (facts, bookings, fees) = visit
        .read(move |tx, actor| {
            let (_, bookings) = reached(tx, actor, reach(id, from))?;
            let fees = cancellation_fees(tx, actor, &bookings)?;
            Ok::<_, Fault>((read(tx, actor, id)?, bookings, fees))
        })
        .await?;
    let shell = visit.shell("spaces-series-cancel");
    let told = |(booking, fee): (&Booking, &Money)| {
        let fee = if fee.is_zero() {
            shell.t("spaces-series-no-fee")
        } else {
            words::amount(&shell, *fee, booking.price.basis)
        };
        (shell.period(&booking.period()), fee)
    };
    let page = SeriesCancellationPage {
        lines: bookings.iter().zip(&fees).map(told).collect(),
        total: fees.iter().copied().sum(),
        basis: bookings.first().map(|booking| booking.price.basis),
        shell,
        form,
        facts,
        from,
    };
    visit.page_with_status(status, &page)
}

pub(super) async fn moving(
    visit: Visit,
    Path(id): Path<SeriesId>,
    Query(query): Query<ReachQuery>,
) -> Answer {
    let from = from_of(query.from.as_deref());
    move_shown(&visit, id, from, Form::blank(&visit), StatusCode::OK).await
}

pub(super) async fn relocate(visit: Visit, Path(id): Path<SeriesId>, mut form: Form) -> Answer {
    let from = from_of(Some(form.value("from")));
    if form.value("step") != "confirm" {
        return move_shown(&visit, id, from, form, StatusCode::OK).await;
    }
    let total = form.number("total").map(Money::from_cents);
    let (Some(to), Some(total)) = (goal(&mut form), total) else {
        return move_shown(&visit, id, from, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let to = SeriesMove {
        total_shown: Some(total),
        ..to
    };
    let base_url = visit.app.settings.base_url.clone();
    let done = visit
        .submit(&form, move |tx, actor| {
            let moved = move_series(tx, actor, reach(id, from), &to)?;
            notify_series(tx, actor, id, &moved, SeriesNotice::Moved, &base_url)?;
            Ok(format!("/series/{id}"))
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("spaces-series-moved")),
        Err(Failure::Refused(refusal)) => {
            let field = match &refusal {
                SeriesRefused::On { day, .. } => format!("date-{day}"),
                _ => "start".to_owned(),
            };
            form.refuse(&field, &refusal);
            move_shown(&visit, id, from, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

/// Where the form wants them, with what is wrong noted at its fields.
fn goal(form: &mut Form) -> Option<SeriesMove> {
    let resource = form.parse("resource", Id::parse);
    let start = form.parse("start", MinuteOfDay::parse);
    let end = form.parse("end", MinuteOfDay::parse);
    let (start, end) = (start?, end?);
    let end = if end == MinuteOfDay::MIDNIGHT {
        MinuteOfDay::END
    } else {
        end
    };
    let Some(hours) = DailyHours::between(start, end, 0) else {
        form.refuse("end", &kernel::EmptyPeriod::Empty);
        return None;
    };
    let left = form.pairs().iter().filter(|(_, value)| value == "yes");
    let left: BTreeSet<Day> = left
        .filter_map(|(name, _)| Day::parse(name.strip_prefix("left-")?).ok())
        .collect();
    Some(SeriesMove {
        resource: resource?,
        hours,
        left,
        total_shown: None,
    })
}

async fn move_shown(
    visit: &Visit,
    id: SeriesId,
    from: Option<BookingId>,
    mut form: Form,
    status: StatusCode,
) -> Answer {
    let (facts, bookings, spaces) = visit
        .read(move |tx, actor| {
            let (_, bookings) = reached(tx, actor, reach(id, from))?;
            let spaces = resources::list(tx, actor.place)?;
            Ok::<_, Fault>((read(tx, actor, id)?, bookings, spaces))
        })
        .await?;
    if let Some(first) = bookings.first().filter(|_| form.value("start").is_empty()) {
        let (zone, period) = (&visit.place.zone, first.period());
        form.set("resource", first.resource);
        form.set("start", zone.minute_of(period.start()));
        form.set("end", zone.minute_of(period.end()));
    }
    let quoted = match goal(&mut form) {
        Some(to) => {
            visit
                .read(move |tx, actor| {
                    quote_series_move(tx, actor, reach(id, from), &to).map_err(Failure::unexpected)
                })
                .await?
        }
        None => Vec::new(),
    };
    let shell = visit.shell("spaces-series-move");
    let mut page = SeriesMovePage {
        options: booking_form::options(&shell, &spaces),
        lines: Vec::new(),
        moved: 0,
        refused: 0,
        before: Money::ZERO,
        after: Money::ZERO,
        basis: bookings.first().map(|booking| booking.price.basis),
        shell,
        form,
        facts,
        from,
    };
    quoted.iter().for_each(|day| page.add(visit, day));
    visit.page_with_status(status, &page)
}

impl SeriesMovePage {
    fn add(&mut self, visit: &Visit, day: &DayMove) {
        let (mut after, mut refusal) = (None, None);
        match &day.outcome {
            Some(Ok(quote)) => {
                self.moved += 1;
                self.before += quote.price.before;
                self.after += quote.price.after;
                let price = words::amount(&self.shell, quote.price.after, quote.plan.price.basis);
                let there = self.shell.period(&quote.plan.occupation.hours());
                after = Some(format!("{there} · {} · {price}", quote.resource.facts.name));
            }
            Some(Err(refused)) => {
                self.refused += 1;
                refusal = Some(visit.explain(refused));
            }
            None => {}
        }
        let space = self.facts.space(day.booking.resource);
        self.lines.push(MoveLine {
            day: day.day,
            before: format!("{} · {space}", self.shell.period(&day.booking.period())),
            after,
            refusal,
            left: self.form.checked(&format!("left-{}", day.day), "yes"),
        });
    }
}
