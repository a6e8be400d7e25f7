//! Booking: what, when, and the price before the last word.

use super::calendar::civil;
use super::fields::{field_of, fill_hours, hours, number, told};
use super::gaps::{an_hour_of, free_hours, gaps};
use super::wishes::{Wishes, counts, is_extra, wishes};
use super::{extras, repeat, series_form, waiting, words};
use crate::actions::book::{NewBooking, Quote, book};
use crate::actions::plan::Holder;
use crate::documents::booking_mail::Notice;
use crate::letters::notify;
use crate::permissions::{BOOK_FOR_OTHERS, OVERRIDE};
use crate::rules::booking::BookingState;
use crate::rules::refusal::BookingRefusal;
use crate::rules::resource::{Resource, ResourceId};
use crate::rules::waiting::may_come_free;
use crate::store::resources;
use askama::Template;
use kernel::{Id, IdRefused, Money, Period, PersonId};
use platform::web::{Answer, Flash, Form, Query, Shell, StatusCode, Visit};
use platform::{Failure, Fault};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The form of a booking.
#[derive(Template)]
#[template(path = "booking_form.html")]
pub(super) struct BookingFormPage {
    shell: Shell,
    form: Form,
    options: Vec<(String, String)>,
    /// For whom, when it is for somebody else.
    person_name: Option<String>,
    for_others: bool,
    may_override: bool,
    repeats: Vec<(String, String)>,
    weekdays: Vec<(String, String)>,
    wishes: Wishes,
    quote: QuoteView,
}

impl BookingFormPage {
    fn book_for(&self, name: &str) -> String {
        self.shell.t1("spaces-book-for", "name", name)
    }
}

/// The price and the last word, or why not and when else.
#[derive(Template)]
#[template(path = "booking_quote.html")]
pub(super) struct QuotePart {
    shell: Shell,
    form: Form,
    wishes: Wishes,
    quote: QuoteView,
}

/// What would happen.
#[derive(Default)]
pub(super) struct QuoteView {
    offer: Option<Offer>,
    refusal: Option<String>,
    gaps: Vec<(String, String)>,
    /// Many dates are asked for: they have a page of their own.
    repeats: bool,
    /// The hours may come free.
    may_wait: bool,
}

struct Offer {
    when: String,
    space: String,
    price: String,
    /// What the room and each extra cost, when there are extras.
    lines: Vec<(String, String)>,
    /// What makes it cheaper.
    relief: Vec<String>,
    /// What a price of nothing means: a desk is counted on a pass or held by a plan.
    desk: bool,
    cents: i64,
    length: String,
    needs_approval: bool,
    crowded: Option<String>,
}

/// The fields that decide what a booking would be.
const FIELDS: [&str; 14] = [
    "resource",
    "day",
    "start",
    "end",
    "end_day",
    "person",
    "house",
    "attendance",
    "title",
    "overriding",
    "repeat",
    "layout",
    "note",
    "coupon",
];

/// Whether a field decides what a booking would be.
pub(super) fn is_field(name: &str) -> bool {
    FIELDS.contains(&name) || is_extra(name)
}

/// Where a form begins.
#[derive(Debug, Default, Deserialize)]
pub(super) struct BookingQuery {
    resource: Option<String>,
    start: Option<String>,
    end: Option<String>,
    day: Option<String>,
    person: Option<String>,
}

pub(super) async fn new(visit: Visit, Query(query): Query<BookingQuery>) -> Answer {
    let mut form = Form::blank(&visit).with("day", query.day.unwrap_or(visit.today().to_string()));
    form.set("every", 1);
    form.set("resource", query.resource.unwrap_or_default());
    form.set("person", query.person.unwrap_or_default());
    fill_hours(&mut form, query.start.as_deref(), query.end.as_deref());
    if form.value("start").is_empty() {
        propose(&visit, &mut form).await?;
    }
    shown(&visit, form, StatusCode::OK).await
}

/// Fills the first free hour of the day in, so that a price is there to begin with.
async fn propose(visit: &Visit, form: &mut Form) -> Result<(), platform::web::WebError> {
    if form.value("resource").is_empty() {
        let first = visit
            .read(|tx, actor| {
                let mut spaces = resources::list(tx, actor.place)?.into_iter();
                Ok::<_, Fault>(spaces.find(|space| space.active))
            })
            .await?;
        form.set(
            "resource",
            first.map(|space| space.id.to_string()).unwrap_or_default(),
        );
    }
    if let Some(free) = free_hours(visit, form).await?.first() {
        let zone = &visit.place.zone;
        let (start, end) = (civil(zone, free.start()), civil(zone, an_hour_of(*free)));
        fill_hours(form, Some(&start), Some(&end));
    }
    Ok(())
}

/// The part of the form that says the price, for each change of its fields.
pub(super) async fn quote(visit: Visit, Query(pairs): Query<Vec<(String, String)>>) -> Answer {
    let mut form = Form::blank(&visit);
    for (name, value) in known(pairs) {
        form.set(&name, value);
    }
    let wishes = wishes(&visit, &mut form).await?;
    let quote = quote_of(&visit, &form).await?;
    visit.page(&QuotePart {
        shell: visit.shell("spaces-book"),
        form,
        wishes,
        quote,
    })
}

/// What the form itself sends, once each: an address may hold thousands of other names.
fn known(pairs: Vec<(String, String)>) -> BTreeMap<String, String> {
    pairs
        .into_iter()
        .filter(|(name, value)| is_field(name) && value.len() <= 400)
        .collect()
}

pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    if form.value("step") == "wait" {
        return waiting::create(visit, form).await;
    }
    if !form.value("repeat").is_empty() {
        return series_form::create(visit, form).await;
    }
    if form.value("step") != "confirm" {
        let status = match asked(&visit, &mut form) {
            Some(_) => StatusCode::OK,
            None => StatusCode::UNPROCESSABLE_ENTITY,
        };
        return shown(&visit, form, status).await;
    }
    let price = form.parse("price", |text| {
        text.parse()
            .map(Money::from_cents)
            .map_err(|_| IdRefused::Malformed)
    });
    let (Some(new), Some(price)) = (asked(&visit, &mut form), price) else {
        return shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let new = NewBooking {
        price_shown: Some(price),
        ..new
    };
    offers::limit_codes(&visit, form.value("coupon")).await?;
    let base_url = visit.app.settings.base_url.clone();
    let done = visit
        .submit(&form, move |tx, actor| {
            let booking = book(tx, actor, &new)?;
            let asks = booking.state == BookingState::Requested;
            let notice = if asks {
                Notice::Requested
            } else {
                Notice::Confirmed
            };
            notify(tx, actor, booking.id, notice, Money::ZERO, &base_url)?;
            let mark = if asks { "?asked=yes" } else { "" };
            Ok(format!("/bookings/{}{mark}", booking.id))
        })
        .await;
    match done {
        Ok(to) if to.ends_with("?asked=yes") => {
            let to = to.trim_end_matches("?asked=yes");
            visit.redirect_with(to, &Flash::success("spaces-requested"))
        }
        Ok(to) => visit.redirect_with(&to, &Flash::success("spaces-booked")),
        Err(Failure::Refused(refusal)) => {
            form.refuse(field_of(&refusal), &refusal);
            shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

/// The form as it stands, with what it would be.
pub(super) async fn shown(visit: &Visit, mut form: Form, status: StatusCode) -> Answer {
    let person = Id::parse(form.value("person")).ok();
    let (spaces, person_name) = visit
        .read(move |tx, actor| {
            let spaces = resources::list(tx, actor.place)?;
            let name = match person.filter(|_| actor.may(BOOK_FOR_OTHERS)) {
                Some(person) => people::names_of(tx, actor.place, &[person])?.remove(&person),
                None => None,
            };
            Ok::<_, Fault>((spaces, name))
        })
        .await?;
    let wishes = wishes(visit, &mut form).await?;
    let quote = quote_of(visit, &form).await?;
    let shell = visit.shell("spaces-book");
    let (repeats, weekdays) = (repeat::choices(&shell), repeat::weekdays(&shell));
    let page = BookingFormPage {
        options: options(&shell, &spaces),
        shell,
        form,
        person_name,
        for_others: visit.actor.may(BOOK_FOR_OTHERS),
        may_override: visit.actor.may(OVERRIDE),
        repeats,
        weekdays,
        wishes,
        quote,
    };
    visit.page_with_status(status, &page)
}

/// Spaces to choose from.
pub(super) fn options(shell: &Shell, spaces: &[Resource]) -> Vec<(String, String)> {
    let told = |space: &Resource| (space.id.to_string(), words::named(shell, &space.facts));
    spaces.iter().filter(|space| space.active).map(told).collect()
}

/// What the fields ask for, with what is wrong noted at them.
pub(super) fn asked(visit: &Visit, form: &mut Form) -> Option<NewBooking> {
    let resource: Option<ResourceId> = form.parse("resource", Id::parse);
    let period = hours(form, &visit.place.zone);
    let holder = holder(visit, form);
    let attendance = number(form, "attendance");
    let layout = form.parse_optional("layout", Id::parse);
    let extras = counts(form);
    let new = NewBooking::plain(resource?, period?, holder?);
    Some(NewBooking {
        title: form.value("title").to_owned(),
        attendance: attendance?,
        visible: form.checked("visible", "yes"),
        overriding: form.checked("overriding", "yes"),
        layout: layout?,
        note: form.value("note").to_owned(),
        coupon: Some(form.value("coupon").trim().to_owned()).filter(|code| !code.is_empty()),
        extras: extras?,
        ..new
    })
}

fn holder(visit: &Visit, form: &mut Form) -> Option<Holder> {
    if form.checked("house", "yes") {
        return Some(Holder::House);
    }
    let person: Option<PersonId> = form.parse_optional("person", Id::parse)?;
    match person.or(visit.actor.person) {
        Some(person) => Some(Holder::Person(person)),
        None => {
            form.refuse_with("person", "spaces-refused-nobody");
            None
        }
    }
}

async fn quote_of(visit: &Visit, form: &Form) -> Result<QuoteView, platform::web::WebError> {
    if !form.value("repeat").is_empty() {
        return Ok(QuoteView {
            repeats: true,
            ..QuoteView::default()
        });
    }
    offers::limit_codes(visit, form.value("coupon")).await?;
    let mut scratch = form.clone();
    let Some(new) = asked(visit, &mut scratch) else {
        // Hours not written yet are no mistake; hours that cannot be are one.
        let written = ["start", "end"].iter().all(|name| !form.value(name).is_empty());
        let refusal = scratch.errors().next().map(|(_, text)| text.to_owned());
        return Ok(QuoteView {
            refusal: refusal.filter(|_| written),
            gaps: gaps(visit, form).await?,
            ..QuoteView::default()
        });
    };
    let found = visit
        .read(move |tx, actor| {
            told(crate::actions::book::quote(tx, actor, &new).map(|quote| (quote, new.period)))
        })
        .await?;
    let shell = visit.shell("spaces-book");
    match found {
        Ok((quote, period)) => Ok(QuoteView {
            offer: Some(offer(&shell, &quote, period)),
            ..QuoteView::default()
        }),
        Err(refusal) => Ok(QuoteView {
            refusal: Some(said(visit, &refusal)),
            may_wait: may_come_free(&refusal) && !form.checked("house", "yes"),
            gaps: gaps(visit, form).await?,
            ..QuoteView::default()
        }),
    }
}

fn said(visit: &Visit, refusal: &BookingRefusal) -> String {
    visit.explain(refusal)
}

fn offer(shell: &Shell, quote: &Quote, period: Period) -> Offer {
    let total = quote.total();
    Offer {
        when: shell.period(&period),
        space: quote.resource.facts.name.to_string(),
        price: words::price(shell, &total),
        lines: lines_of(shell, quote),
        relief: words::relief(shell, quote.plan.relief.as_ref()),
        desk: quote.resource.facts.kind.is_desk() && total.amount.is_zero(),
        cents: total.amount.cents(),
        length: words::length(period.minutes()),
        needs_approval: quote.plan.needs_approval,
        crowded: quote
            .crowded
            .then(|| shell.t1("spaces-crowded", "count", quote.resource.facts.capacity)),
    }
}

/// What the room and each extra cost; nothing when there are none.
fn lines_of(shell: &Shell, quote: &Quote) -> Vec<(String, String)> {
    let extras = extras::lines(shell, &quote.extras);
    if extras.is_empty() {
        return extras;
    }
    let room = (
        quote.resource.facts.name.to_string(),
        words::price(shell, &quote.plan.price),
    );
    std::iter::once(room).chain(extras).collect()
}

#[cfg(test)]
mod tests;
