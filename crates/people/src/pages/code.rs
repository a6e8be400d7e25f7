//! The second step of signing in: the code of the application, or a recovery code.

use super::door;
use super::passkeys::PasskeyForm;
use crate::actions;
use crate::rules::token::TokenHash;
use crate::store::{factors, passkeys, sessions};
use askama::Template;
use platform::web::{Answer, Form, Shell, StatusCode, Visit};
use platform::{Failure, Fault};

/// The page that asks for the code. It travels with the token of the session that waits, in its form alone.
#[derive(Template)]
#[template(path = "code.html")]
pub(super) struct CodePage {
    shell: Shell,
    form: Form,
    /// For who has a passkey.
    passkey: Option<PasskeyForm>,
    /// Whether an application makes codes for them.
    has_application: bool,
}

/// Asks for the code.
pub(super) async fn ask(visit: &Visit, waiting: &str, wanted: &str) -> Answer {
    let form = Form::blank(visit).with("waiting", waiting).with("next", wanted);
    page(visit, form, StatusCode::OK).await
}

/// The page for the session that waits, with what its holder may answer by.
pub(super) async fn page(visit: &Visit, form: Form, status: StatusCode) -> Answer {
    let Some(waiting) = TokenHash::of(form.value("waiting")) else {
        return visit.redirect("/sign-in");
    };
    let place = visit.place.id;
    let known = visit
        .write(move |tx, _| {
            let Some(session) = sessions::lock_waiting(tx, place, &waiting)? else {
                return Ok(None);
            };
            let factor = factors::find(tx, place, session.account)?;
            let passkeys = passkeys::of_account(tx, place, session.account)?;
            Ok::<_, Fault>(Some((factor.is_some(), !passkeys.is_empty())))
        })
        .await?;
    let Some((has_application, has_passkeys)) = known else {
        return visit.redirect("/sign-in");
    };
    let passkey = PasskeyForm::of(visit, "/sign-in/code/passkey").filter(|_| has_passkeys);
    let shell = visit.shell("people-code-title");
    visit.page_with_status(
        status,
        &CodePage {
            shell,
            form,
            passkey,
            has_application,
        },
    )
}

pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let Some(waiting) = TokenHash::of(form.value("waiting")) else {
        return visit.redirect("/sign-in");
    };
    let (place, token) = (visit.place.id, waiting.clone());
    let session = visit
        .write(move |tx, _| sessions::lock_waiting(tx, place, &token))
        .await
        .map_err(Fault::from)?;
    let Some(session) = session else {
        return visit.redirect("/sign-in");
    };
    door::limit_codes(&visit, &session.account.to_string()).await?;
    let typed = form.value("code").to_owned();
    let opened = visit
        .write(move |tx, _| actions::prove(tx, place, &waiting, &typed))
        .await;
    match opened {
        Ok(opened) => door::enter(&visit, &opened, form.value("next")).await,
        Err(Failure::Refused(why)) => {
            form.refuse("code", &why);
            form.set("code", "");
            page(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}
