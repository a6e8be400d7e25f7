//! Signing in with an address and a password.

use super::door;
use super::passkeys::PasskeyForm;
use crate::actions;
use crate::hashing;
use crate::rules::access::Account;
use crate::rules::password::Password;
use crate::store::accounts;
use crate::{DEMONSTRATION_LOGINS_SETTING, identify::home_of};
use askama::Template;
use kernel::{Email, Role};
use platform::web::{Answer, Form, Query, Shell, Visit, WebError};
use platform::{Failure, Fault, place};
use serde::Deserialize;

/// The page to sign in.
#[derive(Template)]
#[template(path = "sign_in.html")]
pub(super) struct SignInPage {
    shell: Shell,
    form: Form,
    /// Where browsers know passkeys.
    passkey: Option<PasskeyForm>,
    /// Who may sign in to a demonstration.
    logins: Vec<Login>,
}

/// One who may sign in to a demonstration.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct Login {
    role: String,
    email: String,
    password: String,
}

impl Login {
    /// Message key of the name of the role.
    fn role_key(&self) -> &'static str {
        Role::parse(&self.role).unwrap_or(Role::Member).message()
    }
}

/// What the address of the page says.
#[derive(Debug, Default, Deserialize)]
pub(super) struct SignInQuery {
    /// The page that was wanted, in base64url.
    next: Option<String>,
}

pub(super) async fn new(visit: Visit, Query(query): Query<SignInQuery>) -> Answer {
    if let Some(who) = &visit.signed_in {
        return visit.redirect(home_of(who));
    }
    let form = Form::blank(&visit).with("next", query.next.unwrap_or_default());
    let page = page(&visit, form).await?;
    visit.page(&page)
}

pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    door::limit_tries(&visit, form.value("email")).await?;
    let account = account(&visit, form.value("email")).await?;
    let hash = account.as_ref().and_then(|account| account.password_hash.clone());
    let typed = Password::typed(door::secret(&form, "password")).ok();
    let right = match typed {
        Some(password) => hashing::verify(password, hash.clone()).await?,
        None => false,
    };
    if let (true, Some(account), Some(hash)) = (right, account, hash) {
        let (place, door) = (visit.place.id, door::of(&visit));
        let opened = visit
            .write(move |tx, _| actions::sign_in_by_password(tx, place, account.id, &hash, &door))
            .await;
        match opened {
            Ok(opened) => return door::enter(&visit, &opened, &wanted(form.value("next"))).await,
            Err(Failure::Fault(fault)) => return Err(fault.into()),
            // Closed this very moment: no more is said than to a stranger.
            Err(Failure::Refused(_)) => {}
        }
    }
    form.refuse_with("password", "people-sign-in-wrong");
    let page = page(&visit, door::without_secrets(form)).await?;
    visit.refused(&page)
}

pub(super) async fn page(visit: &Visit, form: Form) -> Result<SignInPage, WebError> {
    Ok(SignInPage {
        shell: visit.shell("people-sign-in-title"),
        form,
        passkey: PasskeyForm::of(visit, "/sign-in/passkey"),
        logins: logins(visit).await?,
    })
}

async fn account(visit: &Visit, email: &str) -> Result<Option<Account>, Fault> {
    let email = Email::parse(email).ok();
    visit
        .read(move |tx, actor| {
            let Some(email) = &email else { return Ok(None) };
            let found = accounts::find_by_email(tx, actor.place, email)?;
            Ok::<_, Fault>(found.filter(|account| account.disabled_at.is_none()))
        })
        .await
}

/// The logins that a demonstration shows; none in a real place, whatever its settings say.
async fn logins(visit: &Visit) -> Result<Vec<Login>, Fault> {
    if !visit.place.demonstration {
        return Ok(vec![]);
    }
    let setting = visit
        .read(|tx, actor| place::setting(tx, actor.place, DEMONSTRATION_LOGINS_SETTING))
        .await?;
    setting.map_or(Ok(vec![]), |text| {
        serde_json::from_str(&text).map_err(Fault::internal)
    })
}

/// The page wanted, as the shell wrote it in the address; empty when it cannot be read.
pub(super) fn wanted(next: &str) -> String {
    let bytes = data_encoding::BASE64URL_NOPAD
        .decode(next.as_bytes())
        .unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}
