//! One's own number: shown large, as digits and as a code that a desk can scan.

use crate::qr::drawing;
use askama::Template;
use askama::filters::Safe;
use platform::web::{Answer, Flash, Form, Shell, Visit, WebError};
use platform::{Failure, Fault};
use spaces::store::door_numbers;
use std::convert::Infallible;

/// One's own number.
#[derive(Template)]
#[template(path = "door_number.html")]
struct NumberPage {
    shell: Shell,
    number: Option<(String, Safe<String>)>,
}

/// `GET /me/number`.
pub(super) async fn show(visit: Visit) -> Answer {
    let person = visit.actor.person.ok_or(WebError::Forbidden)?;
    let number = visit
        .read(move |tx, actor| door_numbers::of_person(tx, actor.place, person).map_err(Fault::from))
        .await?;
    let label = visit.text("doors-number-qr");
    visit.page(&NumberPage {
        shell: visit.shell("doors-number-title"),
        number: number.map(|number| (number.grouped(), drawing(number.as_str(), &label))),
    })
}

/// `POST /me/number`: the first one, or another one when the old one is known to somebody.
pub(super) async fn make(visit: Visit, form: Form) -> Answer {
    let anew = form.checked("anew", "yes");
    let done = visit
        .submit(&form, move |tx, actor| {
            spaces::own_door_number(tx, actor, anew)?;
            Ok::<_, Failure<Infallible>>("/me/number".to_owned())
        })
        .await
        .map_err(Fault::from)?;
    visit.redirect_with(&done, &Flash::success("doors-number-made"))
}
