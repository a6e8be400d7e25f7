//! Times that are blocked, and the bookings that stand in their way.

use super::words;
use crate::actions::close::{NewClosure, block, reopen};
use crate::rules::booking::Booking;
use crate::rules::links::Bonds;
use crate::rules::resource::ResourceId;
use crate::rules::schedule::{Closure, ClosureId, ClosureRefused};
use crate::store::{links, lists, resources, schedule};
use askama::Template;
use kernel::{Day, Id, Instant, MinuteOfDay, Period, PersonId};
use platform::web::{Answer, Flash, Form, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault};
use std::collections::BTreeMap;

/// What stands for 24:00, which a field for a time cannot say.
const LAST_MINUTE: &str = "23:59";

/// What is blocked from now on, and a form to block more.
#[derive(Template)]
#[template(path = "closures.html")]
pub(super) struct ClosuresPage {
    shell: Shell,
    form: Form,
    closures: Vec<Closure>,
    /// Bookings to come that touch a closure.
    disturbed: Vec<Booking>,
    bonds: Bonds,
    names: BTreeMap<PersonId, String>,
    spaces: BTreeMap<ResourceId, String>,
    options: Vec<(String, String)>,
}

impl ClosuresPage {
    fn space(&self, closure: &Closure) -> String {
        let name = closure
            .resource
            .and_then(|resource| self.spaces.get(&resource).cloned());
        name.unwrap_or_else(|| self.shell.t("spaces-whole-place"))
    }

    fn in_the_way<'a>(&'a self, closure: &'a Closure) -> Vec<&'a Booking> {
        let touches = |booking: &&Booking| {
            closure
                .resource
                .is_none_or(|of| of == booking.resource || self.bonds.share(of, booking.resource))
                && booking.period().overlaps(closure.period)
        };
        self.disturbed.iter().filter(touches).collect()
    }

    fn told(&self, booking: &Booking) -> String {
        let space = self.spaces.get(&booking.resource).map_or("", String::as_str);
        let holder = words::holder(&self.shell, booking, &self.names);
        format!("{space}, {} · {holder}", self.shell.period(&booking.period()))
    }
}

pub(super) async fn index(visit: Visit) -> Answer {
    let today = visit.today();
    let form = Form::blank(&visit)
        .with("from_day", today)
        .with("from_time", MinuteOfDay::MIDNIGHT)
        .with("until_day", today)
        .with("until_time", LAST_MINUTE);
    shown(&visit, form, StatusCode::OK).await
}

pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let resource: Option<Option<ResourceId>> = form.parse_optional("resource", Id::parse);
    let (from, until) = (
        moment(&visit, &mut form, "from"),
        moment(&visit, &mut form, "until"),
    );
    let reason = form.required("reason");
    let period = from
        .zip(until)
        .and_then(|(from, until)| match Period::new(from, until) {
            Ok(period) => Some(period),
            Err(refused) => {
                form.refuse("until_day", &refused);
                None
            }
        });
    let (Some(resource), Some(period), Some(reason)) = (resource, period, reason) else {
        return shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let new = NewClosure {
        resource,
        period,
        reason,
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            let closed = block(tx, actor, &new)?;
            let now = tx.now();
            Ok(
                if closed.disturbed.iter().any(|booking| booking.is_open_at(now)) {
                    format!("/office/spaces/closures/{}", closed.id)
                } else {
                    format!("/office/spaces/closures#closure-{}", closed.id)
                },
            )
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("spaces-closure-kept")),
        Err(Failure::Refused(refusal)) => {
            let field = if refusal == ClosureRefused::Reason {
                "reason"
            } else {
                "until_day"
            };
            form.refuse(field, &refusal);
            shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

pub(super) async fn withdraw(visit: Visit, Path(id): Path<ClosureId>, form: Form) -> Answer {
    let done: Result<String, Failure<std::convert::Infallible>> = visit
        .submit(&form, move |tx, actor| {
            reopen(tx, actor, id)?;
            Ok("/office/spaces/closures".to_owned())
        })
        .await;
    visit.redirect_with(
        &done.map_err(Failure::no_refusal)?,
        &Flash::success("spaces-closure-withdrawn"),
    )
}

/// The day and the time of one end of the closure.
fn moment(visit: &Visit, form: &mut Form, end: &str) -> Option<Instant> {
    let day = form.parse(&format!("{end}_day"), Day::parse);
    let time = form.parse(&format!("{end}_time"), MinuteOfDay::parse);
    let (day, mut time) = (day?, time?);
    if end == "until" && form.value("until_time") == LAST_MINUTE {
        time = MinuteOfDay::END;
    }
    Some(visit.place.zone.instant(day, time))
}

async fn shown(visit: &Visit, form: Form, status: StatusCode) -> Answer {
    const YEARS: i64 = 4 * 366 * 1_440;
    let span = Period::new(visit.now, visit.now.plus_minutes(YEARS))
        .map_err(|error| platform::web::WebError::internal(error.to_string()))?;
    let (closures, disturbed, bonds, names, spaces) = visit
        .read(move |tx, actor| {
            let closures = schedule::closures(tx, actor.place, span)?;
            let widest = closures
                .iter()
                .map(|closure| closure.period)
                .reduce(|one, other| {
                    Period::new(one.start().min(other.start()), one.end().max(other.end())).unwrap_or(one)
                });
            let disturbed = match widest {
                Some(widest) => lists::touching(tx, actor.place, None, widest)?,
                None => Vec::new(),
            };
            let persons: Vec<PersonId> = disturbed.iter().filter_map(|booking| booking.person).collect();
            let names = people::names_of(tx, actor.place, &persons)?;
            let bonds = links::bonds(tx, actor.place)?;
            let spaces = resources::list(tx, actor.place)?;
            Ok::<_, Fault>((closures, disturbed, bonds, names, spaces))
        })
        .await?;
    let shell = visit.shell("spaces-closures-title");
    let whole = (String::new(), shell.t("spaces-whole-place"));
    let choices = spaces
        .iter()
        .map(|space| (space.id.to_string(), space.facts.name.to_string()));
    let page = ClosuresPage {
        options: std::iter::once(whole).chain(choices).collect(),
        shell,
        form,
        closures,
        disturbed,
        bonds,
        names,
        spaces: spaces
            .into_iter()
            .map(|space| (space.id, space.facts.name.to_string()))
            .collect(),
    };
    visit.page_with_status(status, &page)
}
