//! Choosing another password.

use super::{door, sign_in_link};
use crate::actions;
use crate::rules::access::LinkPurpose;
use crate::rules::token::TokenHash;
use askama::Template;
use kernel::Email;
use platform::Failure;
use platform::web::{Answer, Form, Path, Shell, Visit};

const AGAIN: &str = "/password-reset";

/// The page that asks where to send the link.
#[derive(Template)]
#[template(path = "password_reset.html")]
pub(super) struct PasswordResetPage {
    shell: Shell,
    form: Form,
}

/// The page the link leads to.
#[derive(Template)]
#[template(path = "new_password.html")]
pub(super) struct NewPasswordPage {
    shell: Shell,
    form: Form,
    token: String,
}

pub(super) async fn new(visit: Visit) -> Answer {
    let form = Form::blank(&visit);
    visit.page(&PasswordResetPage {
        shell: visit.shell("people-reset-title"),
        form,
    })
}

pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let Some(email) = form.parse("email", Email::parse) else {
        return visit.refused(&PasswordResetPage {
            shell: visit.shell("people-reset-title"),
            form,
        });
    };
    sign_in_link::ask(&visit, LinkPurpose::Reset, email, "people-reset-sent").await
}

pub(super) async fn edit(visit: Visit, Path(token): Path<String>) -> Answer {
    if !sign_in_link::is_open(&visit, &token, LinkPurpose::Reset).await? {
        return door::spent(&visit, AGAIN);
    }
    let form = Form::blank(&visit);
    visit.page(&NewPasswordPage {
        shell: visit.shell("people-new-password-title"),
        form,
        token,
    })
}

pub(super) async fn update(visit: Visit, Path(token): Path<String>, mut form: Form) -> Answer {
    door::limit_tries(&visit, &token).await?;
    if !sign_in_link::is_open(&visit, &token, LinkPurpose::Reset).await? {
        return door::spent(&visit, AGAIN);
    }
    let Some(hash) = door::new_password(&visit, &mut form).await? else {
        let form = door::without_secrets(form);
        return visit.refused(&NewPasswordPage {
            shell: visit.shell("people-new-password-title"),
            form,
            token,
        });
    };
    choose(&visit, &token, LinkPurpose::Reset, Some(hash), AGAIN).await
}

/// Uses a link up, with or without a password, and lets its holder in.
pub(super) async fn choose(
    visit: &Visit,
    token: &str,
    purpose: LinkPurpose,
    hash: Option<String>,
    again: &'static str,
) -> Answer {
    let Some(link) = TokenHash::of(token) else {
        return door::spent(visit, again);
    };
    let (place, door) = (visit.place.id, door::of(visit));
    let opened = visit
        .write(move |tx, _| actions::choose_password(tx, place, &link, purpose, hash.as_deref(), &door))
        .await;
    match opened {
        Ok(opened) => door::enter(visit, &opened, "").await,
        Err(Failure::Refused(_)) => door::spent(visit, again),
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}
