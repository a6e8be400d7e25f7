//! Moving a booking: where to, the difference in price, then the last word.

use super::booking::{BookingFacts, read};
use super::booking_form::options;
use super::fields::{field_of, fill_hours, hours, told};
use super::words;
use crate::actions::move_booking::{Move, MoveQuote, move_booking, quote_move};
use crate::documents::booking_mail::Notice;
use crate::letters::notify;
use crate::permissions::OVERRIDE;
use crate::rules::booking::BookingId;
use crate::rules::resource::Resource;
use crate::store::resources;
use askama::Template;
use kernel::{Id, IdRefused, Money};
use platform::web::{Answer, Flash, Form, Path, Query, Shell, StatusCode, Visit};
use platform::{Failure, Fault};
use serde::Deserialize;

/// A booking about to be moved.
#[derive(Template)]
#[template(path = "booking_move.html")]
pub(super) struct MovePage {
    shell: Shell,
    form: Form,
    facts: BookingFacts,
    options: Vec<(String, String)>,
    quote: Option<Result<MoveQuote, String>>,
    may_override: bool,
}

impl MovePage {
    fn id(&self) -> BookingId {
        self.facts.booking.id
    }

    fn now_where(&self) -> String {
        format!(
            "{}, {}",
            self.facts.resource.facts.name,
            self.shell.period(&self.facts.booking.period())
        )
    }

    fn price_now(&self) -> String {
        words::price(&self.shell, &self.facts.total())
    }

    fn offer(&self) -> Option<&MoveQuote> {
        self.quote.as_ref()?.as_ref().ok()
    }

    fn refusal(&self) -> Option<&String> {
        self.quote.as_ref()?.as_ref().err()
    }

    fn there(&self, quote: &MoveQuote) -> String {
        let period = quote.plan.occupation.hours();
        format!("{}, {}", quote.resource.facts.name, self.shell.period(&period))
    }

    /// What moving late keeps due, when it does.
    fn kept_due(&self, quote: &MoveQuote) -> Option<String> {
        let basis = quote.plan.price.basis;
        let amount = |money| words::amount(&self.shell, money, basis);
        if quote.kept.is_positive() {
            let (kept, fee) = (amount(quote.kept), amount(quote.floor));
            Some(self.shell.t2("spaces-move-kept", "kept", kept, "fee", fee))
        } else if quote.floor.is_positive() {
            Some(self.shell.t1("spaces-move-floor", "fee", amount(quote.floor)))
        } else {
            None
        }
    }

    /// The layout that goes missing, in words.
    fn layout_lost(&self, quote: &MoveQuote) -> Option<String> {
        let lost = quote.layout_lost.as_ref()?;
        Some(self.shell.t1("spaces-layout-lost", "layout", lost.as_str()))
    }

    fn may_waive(&self, quote: &MoveQuote) -> bool {
        self.may_override && (quote.floor.is_positive() || self.form.checked("waived", "yes"))
    }

    fn cents(&self, quote: &MoveQuote) -> i64 {
        quote.price.after.cents()
    }

    /// What happens to the price.
    fn consequence(&self, quote: &MoveQuote) -> String {
        let basis = quote.plan.price.basis;
        let after = words::amount(&self.shell, quote.price.after, basis);
        let difference = quote.price.difference();
        let amount = words::amount(&self.shell, difference.abs(), basis);
        if difference.is_zero() {
            self.shell.t1("spaces-move-same-price", "price", after)
        } else if difference.is_positive() {
            self.shell
                .t2("spaces-move-dearer", "price", after, "difference", amount)
        } else {
            self.shell
                .t2("spaces-move-cheaper", "price", after, "difference", amount)
        }
    }
}

/// Where it should go, as the calendar says.
#[derive(Debug, Default, Deserialize)]
pub(super) struct MoveQuery {
    resource: Option<String>,
    start: Option<String>,
    end: Option<String>,
}

pub(super) async fn new(visit: Visit, Path(id): Path<BookingId>, Query(query): Query<MoveQuery>) -> Answer {
    let mut form = Form::blank(&visit);
    form.set("resource", query.resource.unwrap_or_default());
    fill_hours(&mut form, query.start.as_deref(), query.end.as_deref());
    shown(&visit, id, form, StatusCode::OK).await
}

pub(super) async fn create(visit: Visit, Path(id): Path<BookingId>, mut form: Form) -> Answer {
    // The price on show is for the box as it was: ticked or not since, it wants another look before the last word.
    let box_turned = form.value("waived") != form.value("waived_shown");
    if form.value("step") != "confirm" || box_turned {
        return shown(&visit, id, form, StatusCode::OK).await;
    }
    let price = form.parse("price", |text| {
        text.parse()
            .map(Money::from_cents)
            .map_err(|_| IdRefused::Malformed)
    });
    let (Some(to), Some(price)) = (asked(&visit, &mut form), price) else {
        return shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let to = Move {
        price_shown: Some(price),
        ..to
    };
    let base_url = visit.app.settings.base_url.clone();
    let done = visit
        .submit(&form, move |tx, actor| {
            move_booking(tx, actor, id, &to)?;
            notify(tx, actor, id, Notice::Moved, Money::ZERO, &base_url)?;
            Ok(format!("/bookings/{id}"))
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("spaces-moved")),
        Err(Failure::Refused(refusal)) => {
            form.refuse(field_of(&refusal), &refusal);
            shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

fn asked(visit: &Visit, form: &mut Form) -> Option<Move> {
    let resource = form.parse("resource", Id::parse);
    let period = hours(form, &visit.place.zone);
    Some(Move {
        resource: resource?,
        period: period?,
        overriding: form.checked("overriding", "yes"),
        waived: form.checked("waived", "yes"),
        price_shown: None,
    })
}

async fn shown(visit: &Visit, id: BookingId, mut form: Form, status: StatusCode) -> Answer {
    let (facts, spaces) = visit
        .read(move |tx, actor| {
            let facts = read(tx, actor, id)?;
            crate::actions::may_change(actor, &facts.booking).map_err(|_| Fault::NotFound)?;
            let spaces: Vec<Resource> = resources::list(tx, actor.place)?;
            Ok::<_, Fault>((facts, spaces))
        })
        .await?;
    fill_from(visit, &mut form, &facts);
    let to = asked(visit, &mut form.clone());
    let unchanged =
        to.is_some_and(|to| to.resource == facts.booking.resource && to.period == facts.booking.period());
    let quote = match to.filter(|_| !unchanged) {
        Some(to) => {
            let quoted = visit
                .read(move |tx, actor| told(quote_move(tx, actor, id, &to)))
                .await?;
            Some(quoted.map_err(|refusal| visit.explain(&refusal)))
        }
        None => None,
    };
    let shell = visit.shell("spaces-move");
    let page = MovePage {
        options: options(&shell, &spaces),
        shell,
        form,
        facts,
        quote,
        may_override: visit.actor.may(OVERRIDE),
    };
    visit.page_with_status(status, &page)
}

/// What the address does not say stays as it is.
fn fill_from(visit: &Visit, form: &mut Form, facts: &BookingFacts) {
    let zone = &visit.place.zone;
    let period = facts.booking.period();
    if form.value("resource").is_empty() {
        form.set("resource", facts.booking.resource);
    }
    if form.value("day").is_empty() {
        let (start, end) = (
            super::calendar::civil(zone, period.start()),
            super::calendar::civil(zone, period.end()),
        );
        fill_hours(form, Some(&start), Some(&end));
    }
}
