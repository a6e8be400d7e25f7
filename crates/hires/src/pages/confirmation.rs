//! The link that proves an address: one button, since mail scanners follow links.

use super::fields::slow_down;
use crate::actions::ask::confirm;
use crate::rules::hire::{Hire, HireState};
use crate::store::hires;
use askama::Template;
use people::TokenHash;
use platform::web::{Answer, Form, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault};

/// What is about to be asked, was asked, or cannot be any more.
#[derive(Template)]
#[template(path = "hire_confirmation.html")]
pub(super) struct ConfirmationPage {
    shell: Shell,
    secret: String,
    hire: Option<Hire>,
}

impl ConfirmationPage {
    fn days(&self, hire: &Hire) -> String {
        let days = hire.wanted.days;
        self.shell.words().days(days.first(), days.last())
    }

    fn waits(&self) -> bool {
        self.hire
            .as_ref()
            .is_some_and(|hire| hire.state == HireState::Unproven)
    }
}

pub(super) async fn show(visit: Visit, Path(secret): Path<String>) -> Answer {
    slow_down(&visit).await?;
    let hash = TokenHash::of(&secret);
    let hire = visit
        .read(move |tx, actor| match &hash {
            Some(hash) => hires::by_secret(tx, actor.place, hash),
            None => Ok(None),
        })
        .await?;
    let status = if hire.is_some() {
        StatusCode::OK
    } else {
        StatusCode::GONE
    };
    let page = ConfirmationPage {
        shell: visit.shell("hires-confirm-title"),
        secret,
        hire,
    };
    visit.page_with_status(status, &page)
}

pub(super) async fn create(visit: Visit, Path(secret): Path<String>, _: Form) -> Answer {
    slow_down(&visit).await?;
    let to = format!("/exclusive-hire-confirmations/{secret}");
    let Some(hash) = TokenHash::of(&secret) else {
        return visit.redirect(&to);
    };
    let done = visit.write(move |tx, actor| confirm(tx, actor, &hash)).await;
    match done {
        Ok(_) | Err(Failure::Refused(_) | Failure::Fault(Fault::NotFound)) => visit.redirect(&to),
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}
