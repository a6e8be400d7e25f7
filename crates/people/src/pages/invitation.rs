//! Accepting an invitation: coming in for the first time, with a password or without.

use super::{door, password_reset, sign_in_link};
use crate::rules::access::LinkPurpose;
use askama::Template;
use platform::web::{Answer, Form, Path, Shell, Visit};

const AGAIN: &str = "/sign-in/link";

/// The page an invitation leads to.
#[derive(Template)]
#[template(path = "invitation.html")]
pub(super) struct InvitationPage {
    shell: Shell,
    form: Form,
    token: String,
}

impl InvitationPage {
    fn new(visit: &Visit, form: Form, token: String) -> Self {
        Self {
            shell: visit.shell("people-invitation-title"),
            form,
            token,
        }
    }
}

pub(super) async fn show(visit: Visit, Path(token): Path<String>) -> Answer {
    if !sign_in_link::is_open(&visit, &token, LinkPurpose::Invitation).await? {
        return door::spent(&visit, AGAIN);
    }
    let form = Form::blank(&visit);
    visit.page(&InvitationPage::new(&visit, form, token))
}

pub(super) async fn accept(visit: Visit, Path(token): Path<String>, mut form: Form) -> Answer {
    door::limit_tries(&visit, &token).await?;
    if !sign_in_link::is_open(&visit, &token, LinkPurpose::Invitation).await? {
        return door::spent(&visit, AGAIN);
    }
    // A password is welcome, not needed: links by mail are another way in.
    if door::secret(&form, "password").is_empty() {
        return password_reset::choose(&visit, &token, LinkPurpose::Invitation, None, AGAIN).await;
    }
    let Some(hash) = door::new_password(&visit, &mut form).await? else {
        return visit.refused(&InvitationPage::new(&visit, door::without_secrets(form), token));
    };
    password_reset::choose(&visit, &token, LinkPurpose::Invitation, Some(hash), AGAIN).await
}
