//! Signing in by a link sent by mail.

use super::door::{self, MailSentPage};
use crate::actions;
use crate::letters::Letter;
use crate::rules::access::LinkPurpose;
use crate::rules::token::TokenHash;
use crate::store::links;
use askama::Template;
use kernel::Email;
use platform::web::{Answer, Form, Path, Shell, Visit, WebError};
use platform::{Failure, Fault};

/// The page that asks where to send a link.
#[derive(Template)]
#[template(path = "sign_in_link.html")]
pub(super) struct SignInLinkPage {
    shell: Shell,
    form: Form,
}

/// The page a link leads to: one button, which uses it up.
#[derive(Template)]
#[template(path = "step_in.html")]
pub(super) struct StepInPage {
    shell: Shell,
    token: String,
}

pub(super) async fn new(visit: Visit) -> Answer {
    let form = Form::blank(&visit);
    visit.page(&SignInLinkPage {
        shell: visit.shell("people-sign-in-link-title"),
        form,
    })
}

pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let Some(email) = form.parse("email", Email::parse) else {
        let shell = visit.shell("people-sign-in-link-title");
        return visit.refused(&SignInLinkPage { shell, form });
    };
    ask(&visit, LinkPurpose::SignIn, email, "people-sign-in-link-sent").await
}

/// Asks for a letter and says so, whether there is somebody to write to or not.
pub(super) async fn ask(visit: &Visit, purpose: LinkPurpose, email: Email, text_key: &'static str) -> Answer {
    door::limit_mails(visit, email.as_str()).await?;
    let letter = Letter::Access {
        purpose,
        email: email.clone(),
    };
    visit
        .write(move |tx, actor| actions::ask_letter(tx, actor.place, &letter))
        .await?;
    let shell = visit.shell("people-mail-sent-title");
    visit.page(&MailSentPage {
        shell,
        email: email.to_string(),
        text_key,
    })
}

pub(super) async fn show(visit: Visit, Path(token): Path<String>) -> Answer {
    if !is_open(&visit, &token, LinkPurpose::SignIn).await? {
        return door::spent(&visit, "/sign-in/link");
    }
    visit.page(&StepInPage {
        shell: visit.shell("people-step-in-title"),
        token,
    })
}

pub(super) async fn spend(visit: Visit, Path(token): Path<String>) -> Answer {
    door::limit_tries(&visit, &token).await?;
    let Some(hash) = TokenHash::of(&token) else {
        return door::spent(&visit, "/sign-in/link");
    };
    let (place, door) = (visit.place.id, door::of(&visit));
    let opened = visit
        .write(move |tx, _| actions::sign_in_by_link(tx, place, &hash, &door))
        .await;
    match opened {
        Ok(opened) => door::enter(&visit, &opened, "").await,
        Err(Failure::Refused(_)) => door::spent(&visit, "/sign-in/link"),
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

/// Whether a link may still be used; looking does not use it up.
pub(super) async fn is_open(visit: &Visit, token: &str, purpose: LinkPurpose) -> Result<bool, WebError> {
    let Some(hash) = TokenHash::of(token) else {
        return Ok(false);
    };
    let found = visit
        .read(move |tx, actor| links::find_open(tx, actor.place, &hash, purpose))
        .await;
    Ok(found.map_err(Fault::from)?.is_some())
}
