//! Changing hats, and leaving.

use crate::actions;
use crate::rules::token::TokenHash;
use kernel::Hat;
use platform::web::{Answer, Flash, Form, Visit, WebError};

pub(super) async fn wear(visit: Visit, form: Form) -> Answer {
    let hat = Hat::parse(form.value("hat")).map_err(|_| WebError::Malformed)?;
    let token = TokenHash::of(visit.session_token()).ok_or(WebError::SignInFirst)?;
    let opened = visit
        .write(move |tx, actor| actions::wear_hat(tx, actor, &token, hat))
        .await?;
    let mut response = visit.redirect(opened.home())?;
    visit.set_session(&mut response, Some(opened.token.as_str()), opened.seconds);
    Ok(response)
}

pub(super) async fn sign_out(visit: Visit) -> Answer {
    if let Some(token) = TokenHash::of(visit.session_token()) {
        visit
            .write(move |tx, actor| actions::sign_out(tx, actor, &token))
            .await?;
    }
    let mut response = visit.redirect_with("/", &Flash::success("people-signed-out"))?;
    visit.set_session(&mut response, None, 0);
    Ok(response)
}
