//! Accepting the invitation of another place.

use super::agreement_form::field_of;
use crate::actions::agreements::{NewPartner, join};
use crate::calls::{CallFailed, Correspondent, call, plain};
use crate::rules::agreement::{HomeTerms, PartnerRefused, Rates, address};
use crate::rules::code::Invitation;
use crate::wire::{ACCEPTANCES, AcceptanceAnswer, AcceptanceCall};
use askama::Template;
use kernel::{Day, Money};
use platform::web::{Answer, Flash, Form, RateLimit, Shell, StatusCode, Visit, allow};
use platform::{Failure, Fault};
use std::collections::BTreeSet;

/// Days of one person elsewhere in a month, until the place decides.
const USUAL_CAP: i64 = 5;
/// Invitations that may be tried in an hour: each is a call to an address that somebody typed.
const TRIES: RateLimit = RateLimit {
    tries: 20,
    seconds: 3_600,
};

/// The form that accepts an invitation.
#[derive(Template)]
#[template(path = "acceptance.html")]
struct AcceptancePage {
    shell: Shell,
    form: Form,
}

fn shown(visit: &Visit, form: Form, status: StatusCode) -> Answer {
    let shell = visit.shell("network-accept");
    visit.page_with_status(status, &AcceptancePage { shell, form })
}

fn refused(visit: &Visit, mut form: Form, refusal: &PartnerRefused) -> Answer {
    form.refuse(field_of(refusal), refusal);
    shown(visit, form, StatusCode::UNPROCESSABLE_ENTITY)
}

pub(super) async fn new(visit: Visit) -> Answer {
    std::future::ready(shown(&visit, Form::blank(&visit), StatusCode::OK)).await
}

/// `POST /office/network/acceptance`: asks the other place, then keeps what it answered. Our half of the key is the same for the same
/// invitation, so that a lost answer can be asked for again.
pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let url = form.parse("url", |text| address(text, plain(&visit)));
    let invitation = form.parse("invitation", |text| {
        Invitation::parse(text).ok_or(PartnerRefused::Invitation)
    });
    let (Some(url), Some(invitation)) = (url, invitation) else {
        return shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let tried = visit
        .write(|tx, actor| allow(tx, actor.place, "network:acceptance", TRIES))
        .await
        .map_err(Fault::from)?;
    if tried.is_some() {
        return refused(&visit, form, &PartnerRefused::Unreachable);
    }
    let drawn = format!("{} {}", visit.place.id, invitation.agreement);
    let nonce = visit.app.seal.digest("network", &drawn);
    let to = Correspondent::inviting(&url, &invitation.agreement, invitation.key());
    let said = AcceptanceCall { nonce: nonce.clone() };
    let answer: Result<AcceptanceAnswer, CallFailed> =
        call(&visit, &to, (ACCEPTANCES, &invitation.agreement), &said).await?;
    let told = match answer {
        Ok(told) => told,
        Err(CallFailed::Unreachable) => return refused(&visit, form, &PartnerRefused::Unreachable),
        Err(CallFailed::NotKnown | CallFailed::Said(_)) => {
            return refused(&visit, form, &PartnerRefused::NotTaken);
        }
    };
    let new = match agreed(&visit, url, &told) {
        Ok(new) => new,
        Err(refusal) => return refused(&visit, form, &refusal),
    };
    let plain = plain(&visit);
    let done = visit
        .submit(&form, move |tx, actor| {
            let id = join(tx, actor, &new, (&invitation, &nonce), plain)?;
            Ok(format!("/office/network/{id}/terms"))
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("network-joined")),
        Err(Failure::Refused(refusal)) => refused(&visit, form, &refusal),
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

fn agreed(visit: &Visit, url: String, told: &AcceptanceAnswer) -> Result<NewPartner, PartnerRefused> {
    if told.currency != visit.place.currency.to_string() {
        return Err(PartnerRefused::Currency);
    }
    let until = told.until.as_deref().map(Day::parse).transpose();
    Ok(NewPartner {
        name: told.name.clone(),
        town: told.town.clone(),
        url,
        rates: Rates {
            half_day: Money::from_cents(told.half_day_cents),
            day: Money::from_cents(told.day_cents),
            from: told.from,
            until: until.map_err(|_| PartnerRefused::Dates)?,
        },
        terms: HomeTerms {
            accepted: BTreeSet::new(),
            cap_days: USUAL_CAP,
            organisation: None,
            product: None,
        },
    })
}
