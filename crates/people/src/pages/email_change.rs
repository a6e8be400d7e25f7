//! Changing the address one signs in with: asked for with the password, done by a link sent to the new address.

use super::{door, profile};
use crate::actions::{self, ProvenEmail};
use crate::letters::Letter;
use crate::rules::token::TokenHash;
use askama::Template;
use kernel::{AccountId, Email, Instant};
use platform::web::{Answer, Flash, Form, Path, Shell, Visit};
use platform::{Failure, Fault};
use serde::{Deserialize, Serialize};

/// What the seal is for.
const PURPOSE: &str = "people-email-change";
/// How long the link is good, in seconds.
const GOOD_SECONDS: i64 = 24 * 60 * 60;
/// Where another link is asked for.
const AGAIN: &str = "/me/profile";

/// The page the link leads to: one button.
#[derive(Template)]
#[template(path = "email_change.html")]
pub(super) struct EmailChangePage {
    shell: Shell,
    form: Form,
    sealed: String,
    email: String,
}

/// What was asked, as the link carries it.
#[derive(Debug, Serialize, Deserialize)]
struct Asked {
    account: AccountId,
    former: Email,
    email: Email,
    good_until: Instant,
}

/// `POST /me/profile/email`.
pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let email = form.parse("email", Email::parse);
    let hash = profile::proven(&visit, &mut form, "email_password").await?;
    let (Some(email), Some(Some(_))) = (email, hash) else {
        return profile::refused(&visit, form).await;
    };
    door::limit_mails(&visit, email.as_str()).await?;
    let (person, account) = profile::own(&visit).await?;
    let asked = Asked {
        account: account.id,
        former: account.email,
        email: email.clone(),
        good_until: visit.now.plus_seconds(GOOD_SECONDS),
    };
    let text = serde_json::to_string(&asked).map_err(Fault::internal)?;
    let letter = Letter::EmailChange {
        person: person.id,
        email: email.clone(),
        sealed: visit.app.seal.write(PURPOSE, &text),
    };
    visit
        .write(move |tx, actor| actions::ask_letter(tx, actor.place, &letter))
        .await?;
    let flash = Flash::success("people-email-asked").with("email", email);
    visit.redirect_with(AGAIN, &flash)
}

/// `GET /me/profile/email/{sealed}`.
pub(super) async fn show(visit: Visit, Path(sealed): Path<String>) -> Answer {
    let Some(proven) = opened(&visit, &sealed) else {
        return door::spent(&visit, AGAIN);
    };
    visit.page(&page(&visit, Form::blank(&visit), sealed, &proven))
}

/// `POST /me/profile/email/{sealed}`.
pub(super) async fn confirm(visit: Visit, Path(sealed): Path<String>, mut form: Form) -> Answer {
    let Some(proven) = opened(&visit, &sealed) else {
        return door::spent(&visit, AGAIN);
    };
    let (change, kept) = (proven.clone(), TokenHash::of(visit.session_token()));
    let changed = visit
        .write(move |tx, actor| actions::change_own_email(tx, actor, &change, kept.as_ref()))
        .await;
    match changed {
        Ok(()) => visit.redirect_with(AGAIN, &Flash::success("people-email-kept")),
        Err(Failure::Refused(refusal)) => {
            form.refuse("email", &refusal);
            visit.refused(&page(&visit, form, sealed, &proven))
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

fn page(visit: &Visit, form: Form, sealed: String, proven: &ProvenEmail) -> EmailChangePage {
    EmailChangePage {
        shell: visit.shell("people-email-confirm-title"),
        form,
        sealed,
        email: proven.email.to_string(),
    }
}

/// What a link carries while it is good, for the account it was asked for; nothing otherwise.
fn opened(visit: &Visit, sealed: &str) -> Option<ProvenEmail> {
    let asked: Asked = serde_json::from_str(&visit.app.seal.read(PURPOSE, sealed)?).ok()?;
    let good = visit.now < asked.good_until && visit.actor.account == Some(asked.account);
    good.then_some(ProvenEmail {
        account: asked.account,
        former: asked.former,
        email: asked.email,
    })
}
