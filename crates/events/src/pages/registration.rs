//! The page of a registration, known to who has a key to it or is signed in as its person: confirm, take the seat that came free, give it up.

use crate::actions::{self, kept_rooms};
use crate::rules::event::Event;
use crate::rules::registration::{Registration, RegistrationRefused, RegistrationState};
use crate::store::events;
use askama::Template;
use kernel::{Instant, Money};
use platform::web::{Answer, Flash, Form, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound};

/// A registration.
#[derive(Template)]
#[template(path = "registration.html")]
pub(super) struct RegistrationPage {
    shell: Shell,
    form: Form,
    /// The end of its own address.
    key: String,
    event: Event,
    location: String,
    one: Registration,
    /// What giving it up would cost now.
    fee: Money,
    now: Instant,
}

impl RegistrationPage {
    fn state(&self) -> RegistrationState {
        self.one.state_at(self.now)
    }

    fn is(&self, code: &str) -> bool {
        self.state().code() == code
    }

    fn open(&self) -> bool {
        self.event.takes_registrations(self.now)
    }

    fn confirm_text(&self) -> &'static str {
        if self.event.is_paid() {
            "events-confirm-paid"
        } else {
            "events-confirm-text"
        }
    }

    fn may_leave(&self) -> bool {
        self.state().is_open() && !self.event.has_begun(self.now)
    }

    fn told(&self, amount: &Money) -> String {
        format!(
            "{} {}",
            self.shell.money(amount),
            self.shell.t(self.one.price.basis.message())
        )
    }

    fn consequence(&self) -> String {
        if self.fee.is_zero() {
            self.shell.t("events-leave-free")
        } else {
            let fee = self.told(&self.fee);
            self.shell.t1("events-leave-fee", "amount", fee)
        }
    }
}

pub(super) async fn show(visit: Visit, Path(token): Path<String>) -> Answer {
    let form = Form::blank(&visit);
    shown(&visit, token, form, StatusCode::OK).await
}

async fn shown(visit: &Visit, token: String, form: Form, status: StatusCode) -> Answer {
    let key = token.clone();
    let (event, location, one, fee) = visit
        .read(move |tx, actor| {
            let one = actions::registration_behind(tx, actor, &token)?;
            let event = events::find(tx, actor.place, one.event)?.or_not_found()?;
            let rooms = kept_rooms(tx, actor.place, event.id, event.facts.period)?;
            let names: Vec<&str> = rooms.iter().map(|room| room.name.as_str()).collect();
            let location = crate::letters::where_it_is(&names, &event.facts.venue);
            let fee = actions::cancellation_fee(tx, actor, &one)?;
            Ok::<_, Fault>((event, location, one, fee))
        })
        .await?;
    let page = RegistrationPage {
        shell: visit.shell_titled(event.facts.title.clone()),
        now: visit.now,
        form,
        key,
        event,
        location,
        one,
        fee,
    };
    visit.page_with_status(status, &page)
}

pub(super) async fn confirm(visit: Visit, Path(token): Path<String>, form: Form) -> Answer {
    let secret = token.clone();
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::confirm_seat(tx, actor, &secret)?;
            Ok(format!("/registrations/{secret}"))
        })
        .await;
    answered(&visit, token, form, done, "events-confirmed").await
}

pub(super) async fn accept(visit: Visit, Path(token): Path<String>, form: Form) -> Answer {
    let secret = token.clone();
    let shown_price = form.value("price").parse().ok().map(Money::from_cents);
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::accept_seat(tx, actor, &secret, shown_price)?;
            Ok(format!("/registrations/{secret}"))
        })
        .await;
    answered(&visit, token, form, done, "events-seat-taken").await
}

pub(super) async fn cancel(visit: Visit, Path(token): Path<String>, form: Form) -> Answer {
    let secret = token.clone();
    let fee = form.value("fee").parse().ok().map(Money::from_cents);
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::cancel_registration(tx, actor, &secret, (fee, false))?;
            Ok(format!("/registrations/{secret}"))
        })
        .await;
    answered(&visit, token, form, done, "events-left").await
}

async fn answered(
    visit: &Visit,
    token: String,
    mut form: Form,
    done: Result<String, Failure<RegistrationRefused>>,
    flash: &'static str,
) -> Answer {
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success(flash)),
        Err(Failure::Refused(refusal)) => {
            form.refuse("seat", &refusal);
            shown(visit, token, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}
