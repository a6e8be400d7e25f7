//! Works: the bookings that a closure hits, each with where it could go, decided in one act with everybody warned.

use super::words;
use crate::actions::rehouse::{Decision, Fate, Hit, Way, propose, rehouse};
use crate::documents::booking_mail::Notice;
use crate::letters::notify_why;
use crate::rules::booking::{Booking, BookingState, Price};
use crate::rules::resource::{Resource, ResourceId};
use crate::rules::schedule::{Closure, ClosureId};
use crate::store::resources;
use askama::Template;
use kernel::{Id, PersonId};
use platform::web::{Answer, Flash, Form, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault};
use std::collections::BTreeMap;

/// What is chosen for a booking that stays where it is, and for one that is given up.
const STAYS: &str = "stays";
const CANCELLED: &str = "cancelled";

/// A closure and what it hits.
#[derive(Template)]
#[template(path = "rehousing.html")]
pub(super) struct RehousingPage {
    shell: Shell,
    form: Form,
    closure: Closure,
    hits: Vec<Hit>,
    spaces: BTreeMap<ResourceId, Resource>,
    people: BTreeMap<PersonId, Reached>,
}

/// Somebody to be warned.
struct Reached {
    name: String,
    /// Whether a letter finds them.
    by_letter: bool,
    phone: Option<String>,
}

impl RehousingPage {
    fn closed(&self) -> String {
        let of = self.closure.resource.and_then(|id| self.spaces.get(&id));
        of.map_or_else(
            || self.shell.t("spaces-whole-place"),
            |space| space.facts.name.to_string(),
        )
    }

    fn space(&self, booking: &Booking) -> &str {
        self.spaces
            .get(&booking.resource)
            .map_or("", |space| space.facts.name.as_str())
    }

    fn holder(&self, booking: &Booking) -> String {
        let names = self
            .people
            .iter()
            .map(|(id, reached)| (*id, reached.name.clone()));
        words::holder(&self.shell, booking, &names.collect())
    }

    /// For whom no letter finds, their telephone number, empty when it is not known; nothing for others and for the house itself.
    fn by_voice<'a>(&'a self, booking: &Booking) -> Option<&'a str> {
        let Some(person) = booking.person else {
            return (!booking.caller_name.is_empty()).then_some("");
        };
        let reached = self.people.get(&person)?;
        (!reached.by_letter).then(|| reached.phone.as_deref().unwrap_or_default())
    }

    fn price(&self, price: &Price) -> String {
        let amount = self.shell.money(&price.amount);
        if price.amount.is_zero() {
            return amount;
        }
        format!("{amount} {}", self.shell.t(price.basis.message()))
    }

    fn people_of(&self, booking: &Booking) -> Option<String> {
        let count = booking.attendance?;
        Some(self.shell.t1("spaces-people-count", "count", count))
    }

    fn field(hit: &Hit) -> String {
        format!("fate_{}", hit.booking.id)
    }

    fn options(&self, hit: &Hit) -> Vec<(String, String)> {
        let said = |way: &Way| {
            let name = way.resource.facts.name.as_str();
            let price = self.price(&way.plan.price);
            let Some(seats) = way.resource.facts.seats() else {
                return format!("{name}, {price}");
            };
            let facts = [
                ("space", name.into()),
                ("count", seats.into()),
                ("price", price.into()),
            ];
            self.shell.words().text("spaces-rehousing-way", &facts)
        };
        let ways = hit
            .ways
            .iter()
            .map(|way| (way.resource.id.to_string(), said(way)));
        ways.chain([
            (CANCELLED.to_owned(), self.shell.t("spaces-rehousing-cancel")),
            (STAYS.to_owned(), self.shell.t("spaces-rehousing-stay")),
        ])
        .collect()
    }
}

pub(super) async fn new(visit: Visit, Path(id): Path<ClosureId>) -> Answer {
    let (closure, hits) = visit.read(move |tx, actor| propose(tx, actor, id)).await?;
    let mut form = Form::blank(&visit);
    for hit in &hits {
        let proposed = hit.proposed.map_or(STAYS.to_owned(), |to| to.to_string());
        form = form
            .with(&RehousingPage::field(hit), proposed)
            .with(&format!("version_{}", hit.booking.id), hit.booking.version);
    }
    shown(&visit, form, closure, hits, StatusCode::OK).await
}

pub(super) async fn create(visit: Visit, Path(id): Path<ClosureId>, mut form: Form) -> Answer {
    let (closure, hits) = visit.read(move |tx, actor| propose(tx, actor, id)).await?;
    let decisions: Vec<Decision> = hits.iter().filter_map(|hit| decided(&mut form, hit)).collect();
    if form.errors().next().is_some() {
        return shown(&visit, form, closure, hits, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let (reason, base_url) = (closure.reason.clone(), visit.app.settings.base_url.clone());
    let done = visit
        .submit(&form, move |tx, actor| {
            let done = rehouse(tx, actor, id, &decisions)?;
            for booking in &done {
                let notice = if booking.state == BookingState::Cancelled {
                    Notice::Displaced
                } else {
                    Notice::Rehoused
                };
                notify_why(tx, actor, booking.id, (notice, &reason), &base_url)?;
            }
            Ok("/office/spaces/closures".to_owned())
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("spaces-rehoused")),
        Err(Failure::Refused(refusal)) => {
            form.refuse(&format!("fate_{}", refusal.booking()), &refusal);
            let (closure, hits) = visit.read(move |tx, actor| propose(tx, actor, id)).await?;
            shown(&visit, form, closure, hits, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

/// What was chosen for a booking; nothing when it stays.
fn decided(form: &mut Form, hit: &Hit) -> Option<Decision> {
    let field = RehousingPage::field(hit);
    let fate = match form.value(&field) {
        STAYS | "" => return None,
        CANCELLED => Fate::Cancelled,
        _ => Fate::Moves(form.parse(&field, Id::parse)?),
    };
    let version = form
        .value(&format!("version_{}", hit.booking.id))
        .parse()
        .unwrap_or(-1);
    Some(Decision {
        booking: hit.booking.id,
        version,
        fate,
    })
}

async fn shown(visit: &Visit, form: Form, closure: Closure, hits: Vec<Hit>, status: StatusCode) -> Answer {
    let persons: Vec<PersonId> = hits.iter().filter_map(|hit| hit.booking.person).collect();
    let (spaces, people) = visit
        .read(move |tx, actor| {
            let mut people = BTreeMap::new();
            for id in persons.iter().copied() {
                if let Some(person) = people::person(tx, actor.place, id)? {
                    let reached = Reached {
                        name: person.name.full(),
                        by_letter: person.email.is_some(),
                        phone: person.phone.as_ref().map(ToString::to_string),
                    };
                    people.insert(id, reached);
                }
            }
            Ok::<_, Fault>((resources::list(tx, actor.place)?, people))
        })
        .await?;
    let page = RehousingPage {
        shell: visit.shell("spaces-rehousing-title"),
        form,
        closure,
        hits,
        spaces: spaces.into_iter().map(|space| (space.id, space)).collect(),
        people,
    };
    visit.page_with_status(status, &page)
}
