//! Giving a booking up: the exact cost, then the last word.

use super::booking::{BookingFacts, read};
use super::words;
use crate::actions::cancel::{Cancellation, cancel};
use crate::actions::extras::due_for;
use crate::documents::booking_mail::Notice;
use crate::letters::notify;
use crate::permissions::OVERRIDE;
use crate::rules::booking::{BookingId, Price};
use askama::Template;
use kernel::{IdRefused, Money};
use platform::web::{Answer, Flash, Form, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault};

/// A booking about to be given up.
#[derive(Template)]
#[template(path = "cancellation.html")]
pub(super) struct CancellationPage {
    shell: Shell,
    form: Form,
    facts: BookingFacts,
    is_open: bool,
    may_waive: bool,
}

impl CancellationPage {
    fn id(&self) -> BookingId {
        self.facts.booking.id
    }

    fn space(&self) -> &str {
        self.facts.resource.facts.name.as_str()
    }

    fn when(&self) -> String {
        self.shell.period(&self.facts.booking.period())
    }

    fn cents(&self) -> i64 {
        self.facts.fee.cents()
    }

    /// Whether an earlier move is why something is due.
    fn moved_late(&self) -> bool {
        let floor = self.facts.floor();
        floor.is_positive() && floor == self.facts.fee
    }

    /// What happens on the last word.
    fn consequence(&self) -> String {
        consequence(&self.shell, self.facts.total(), self.facts.fee)
    }
}

/// What giving up a booking at that price for that fee means, in words.
pub(super) fn consequence(shell: &Shell, price: Price, fee: Money) -> String {
    if fee.is_zero() {
        let key = if price.amount.is_zero() {
            "spaces-cancel-free"
        } else {
            "spaces-cancel-no-fee"
        };
        return shell.t1(key, "price", words::price(shell, &price));
    }
    shell.t2(
        "spaces-cancel-fee",
        "fee",
        words::amount(shell, fee, price.basis),
        "price",
        words::price(shell, &price),
    )
}

pub(super) async fn new(visit: Visit, Path(id): Path<BookingId>) -> Answer {
    shown(&visit, id, Form::blank(&visit), StatusCode::OK).await
}

pub(super) async fn create(visit: Visit, Path(id): Path<BookingId>, mut form: Form) -> Answer {
    let shown_fee = form.parse("fee", |text| {
        text.parse()
            .map(Money::from_cents)
            .map_err(|_| IdRefused::Malformed)
    });
    let Some(fee) = shown_fee else {
        return shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let wanted = Cancellation {
        fee_shown: Some(fee),
        waived: form.checked("waived", "yes"),
    };
    let base_url = visit.app.settings.base_url.clone();
    let done = visit
        .submit(&form, move |tx, actor| {
            let booking = cancel(tx, actor, id, wanted)?;
            let due = due_for(tx, actor.place, &booking)?;
            notify(tx, actor, id, Notice::Cancelled, due, &base_url)?;
            Ok(format!("/bookings/{id}"))
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("spaces-cancelled")),
        Err(Failure::Refused(refusal)) => {
            form.refuse("fee", &refusal);
            shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

async fn shown(visit: &Visit, id: BookingId, form: Form, status: StatusCode) -> Answer {
    let facts = visit
        .read(move |tx, actor| {
            let facts = read(tx, actor, id)?;
            crate::actions::may_change(actor, &facts.booking).map_err(|_| Fault::NotFound)?;
            Ok::<_, Fault>(facts)
        })
        .await?;
    let page = CancellationPage {
        shell: visit.shell("spaces-cancel"),
        form,
        is_open: facts.booking.is_open_at(visit.now),
        may_waive: visit.actor.may(OVERRIDE) && !facts.fee.is_zero(),
        facts,
    };
    visit.page_with_status(status, &page)
}
