//! A booking as somebody without an account sees it, by the secret of a letter: what it is, the file for a calendar, giving it up.

use super::cancellation::consequence;
use super::extras::lines as told_lines;
use super::words;
use crate::actions::cancel::cancellation_fee;
use crate::actions::extras::due_for;
use crate::actions::hold_slot::cancel_as_guest;
use crate::documents::booking_mail::Notice;
use crate::documents::calendar_file;
use crate::letters::notify;
use crate::rules::booking::{Booking, BookingState, Price};
use crate::rules::extras::{ExtraLine, due, sum};
use crate::rules::resource::{Resource, ResourceNotes};
use crate::store::{bookings, extras, keys, notes, resources};
use askama::Template;
use kernel::{Actor, IdRefused, Instant, Money};
use people::TokenHash;
use platform::database::Tx;
use platform::web::{Answer, Flash, Form, Path, Shell, StatusCode, Visit, WebError};
use platform::{Failure, Fault, OrNotFound};

/// A guest's booking.
#[derive(Template)]
#[template(path = "guest_booking.html")]
pub(super) struct KeyedPage {
    shell: Shell,
    form: Form,
    secret: String,
    booking: Booking,
    resource: Resource,
    lines: Vec<ExtraLine>,
    fee: Money,
    now: Instant,
    notes: ResourceNotes,
}

impl KeyedPage {
    fn when(&self) -> String {
        self.shell.period(&self.booking.period())
    }

    fn state(&self) -> BookingState {
        self.booking.state_at(self.now)
    }

    fn is_open(&self) -> bool {
        self.booking.is_open_at(self.now)
    }

    fn price(&self) -> String {
        words::price(&self.shell, &self.booking.price)
    }

    /// What is had with it, and what each costs.
    fn extras(&self) -> Vec<(String, String)> {
        told_lines(&self.shell, &self.lines)
    }

    fn total(&self) -> Price {
        let price = self.booking.price;
        Price {
            amount: price.amount + sum(&price, &self.lines),
            ..price
        }
    }

    fn total_told(&self) -> String {
        words::price(&self.shell, &self.total())
    }

    fn fee_paid(&self) -> Option<String> {
        self.booking.fee?;
        let fee = due(&self.booking, &self.lines);
        Some(words::amount(&self.shell, fee, self.booking.price.basis))
    }

    fn consequence(&self) -> String {
        consequence(&self.shell, self.total(), self.fee)
    }

    /// What to do inside: for who has booked it.
    fn instructions(&self) -> Option<&str> {
        let said = self.notes.instructions.as_str();
        let booked = matches!(self.state(), BookingState::Confirmed | BookingState::CheckedIn);
        (booked && !said.is_empty()).then_some(said)
    }

    fn until(&self) -> Option<String> {
        let waits = self.state() == BookingState::Requested;
        let until = self.booking.request_expires_at.filter(|_| waits)?;
        Some(
            self.shell
                .t1("spaces-guest-requested", "until", self.shell.when(&until)),
        )
    }
}

/// The booking that a secret opens; to whom has another it does not exist.
fn opened(tx: &mut Tx<'_>, actor: &Actor, secret: &str) -> Result<Booking, Fault> {
    let hash = TokenHash::of(secret).ok_or(Fault::NotFound)?;
    let id = keys::opened(tx, actor.place, &hash)?.or_not_found()?;
    bookings::find(tx, actor.place, id)?.or_not_found()
}

pub(super) async fn show(visit: Visit, Path(secret): Path<String>) -> Answer {
    let form = Form::blank(&visit);
    shown(&visit, secret, form, StatusCode::OK).await
}

async fn shown(visit: &Visit, secret: String, form: Form, status: StatusCode) -> Answer {
    let asked = secret.clone();
    let (booking, resource, fee, notes, lines) = visit
        .read(move |tx, actor| {
            let booking = opened(tx, actor, &asked)?;
            let resource = resources::find(tx, actor.place, booking.resource)?.or_not_found()?;
            let fee = cancellation_fee(tx, &booking, actor)?;
            let notes = notes::of(tx, actor.place, resource.id)?;
            let lines = extras::of_booking(tx, actor.place, booking.id)?;
            Ok::<_, Fault>((booking, resource, fee, notes, lines))
        })
        .await?;
    let page = KeyedPage {
        shell: visit.shell_titled(resource.facts.name.as_str()),
        form,
        secret,
        booking,
        resource,
        lines,
        fee,
        now: visit.now,
        notes,
    };
    visit.page_with_status(status, &page)
}

pub(super) async fn cancel(visit: Visit, Path(secret): Path<String>, mut form: Form) -> Answer {
    let fee = form.parse("fee", |text| {
        text.parse()
            .map(Money::from_cents)
            .map_err(|_| IdRefused::Malformed)
    });
    let Some(fee) = fee else {
        return shown(&visit, secret, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (asked, base_url) = (secret.clone(), visit.app.settings.base_url.clone());
    let done = visit
        .submit(&form, move |tx, actor| {
            let id = opened(tx, actor, &asked)?.id;
            let booking = cancel_as_guest(tx, actor, id, fee)?;
            let due = due_for(tx, actor.place, &booking)?;
            notify(tx, actor, id, Notice::Cancelled, due, &base_url)?;
            Ok(format!("/guest-bookings/{asked}"))
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("spaces-cancelled")),
        Err(Failure::Refused(refusal)) => {
            form.refuse("fee", &refusal);
            shown(&visit, secret, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

/// The booking as a file that calendars understand.
pub(super) async fn calendar(visit: Visit, Path(secret): Path<String>) -> Answer {
    let (booking, resource) = visit
        .read(move |tx, actor| {
            let booking = opened(tx, actor, &secret)?;
            let resource = resources::find(tx, actor.place, booking.resource)?.or_not_found()?;
            Ok::<_, WebError>((booking, resource))
        })
        .await?;
    let base_url = &visit.app.settings.base_url;
    let file = calendar_file::calendar(&visit.place, &resource, &booking, base_url);
    visit.download(
        calendar_file::FILENAME,
        calendar_file::MEDIA_TYPE,
        file.into_bytes(),
    )
}
