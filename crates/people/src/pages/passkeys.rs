//! One's own passkeys: added with a name, shown with their last use, taken away.

use super::second_factor::{self, ADDRESS};
use super::{door, profile, sessions};
use crate::actions::passkeys::{self as acts, Asked, Presence};
use crate::rules::token::TokenHash;
use crate::rules::webauthn::{
    ALGORITHMS, ChallengePurpose, CredentialId, Passkey, PasskeyName, PasskeyRefused, RegistrationAnswer,
    RelyingParty,
};
use crate::store::{accounts, passkeys};
use askama::Template;
use axum::Json;
use axum::response::IntoResponse;
use kernel::{AccountId, Id};
use platform::web::{Answer, Flash, Form, Path, Shell, StatusCode, Visit, WebError};
use platform::{Failure, Fault, OrNotFound};
use serde_json::{Value, json};

/// Milliseconds that a browser lets somebody look for their authenticator.
const PATIENCE: u32 = 300_000;

/// A form that a passkey answers, on a site where browsers know them.
#[derive(Debug, Clone)]
pub(super) struct PasskeyForm {
    /// The one origin where it works: elsewhere it stays hidden.
    pub(super) origin: String,
    /// Where it goes; its challenge comes from `…/challenge`.
    pub(super) action: &'static str,
}

impl PasskeyForm {
    /// None where no passkey can be: see [`RelyingParty::of`].
    pub(super) fn of(visit: &Visit, action: &'static str) -> Option<Self> {
        let origin = party(visit)?.origin().to_owned();
        Some(Self { origin, action })
    }
}

/// The passkeys of somebody, on the page of their second factor.
pub(super) struct OwnPasskeys {
    pub(super) list: Vec<Passkey>,
    /// How another is added.
    pub(super) form: Option<PasskeyForm>,
    /// Whether the password is asked for: the session did not just begin.
    pub(super) asks_password: bool,
    /// Whether one must sign in again first, for want of a password.
    pub(super) asks_again: bool,
    /// What this browser is called, to be the name of a new one.
    pub(super) suggested: String,
}

impl OwnPasskeys {
    pub(super) async fn read(visit: &Visit, account: AccountId) -> Result<Self, Fault> {
        let session = TokenHash::of(visit.session_token());
        let (list, recent, has_password) = visit
            .read(move |tx, actor| {
                let known = accounts::find(tx, actor.place, account)?.or_not_found()?;
                let list = passkeys::of_account(tx, actor.place, account)?;
                let recent = acts::is_recent(tx, actor.place, account, session.as_ref())?;
                Ok::<_, Fault>((list, recent, known.password_hash.is_some()))
            })
            .await?;
        Ok(Self {
            list,
            form: PasskeyForm::of(visit, "/me/second-factor/passkeys"),
            asks_password: !recent && has_password,
            asks_again: !recent && !has_password,
            suggested: sessions::browser(visit, &visit.agent),
        })
    }
}

/// One passkey: its name, and its removal.
#[derive(Template)]
#[template(path = "passkey.html")]
pub(super) struct PasskeyPage {
    shell: Shell,
    form: Form,
    passkey: Passkey,
    /// Whether it is the only thing beside the password.
    asks_password: bool,
    asks_again: bool,
}

/// The site of the place, as browsers know it.
pub(super) fn party(visit: &Visit) -> Option<RelyingParty> {
    RelyingParty::of(&visit.app.settings.base_url, visit.place.host.as_deref())
}

/// What the script is told.
pub(super) fn told(status: StatusCode, said: Value) -> Answer {
    let headers = [("cache-control", "no-store")];
    Ok((status, headers, Json(said)).into_response())
}

/// Why there is nothing to sign, in words.
pub(super) fn told_refused(visit: &Visit, refused: &PasskeyRefused) -> Answer {
    let said = json!({ "problem": visit.explain(refused) });
    told(StatusCode::UNPROCESSABLE_ENTITY, said)
}

/// Credentials as the browser wants them listed.
pub(super) fn listed(known: &[CredentialId]) -> Vec<Value> {
    let one = |id: &CredentialId| json!({ "type": "public-key", "id": id.as_str() });
    known.iter().map(one).collect()
}

/// Asks for a new passkey: the name and the password are looked at before anything is made.
pub(super) async fn ask(visit: Visit, mut form: Form) -> Answer {
    let Some(party) = party(&visit) else {
        return told_refused(&visit, &PasskeyRefused::NoSite);
    };
    door::limit_passkeys(&visit).await?;
    form.parse("name", PasskeyName::parse);
    let Some(shown) = presence(&visit, &mut form).await? else {
        return told_problems(&form);
    };
    if form.error("name").is_some() {
        return told_problems(&form);
    }
    let begun = visit
        .write(move |tx, actor| acts::begin_passkey(tx, actor, &shown))
        .await;
    match begun {
        Ok(asked) => told(StatusCode::OK, creation(&visit, &party, &asked)),
        Err(Failure::Refused(why)) => told_refused(&visit, &why),
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

fn told_problems(form: &Form) -> Answer {
    let problems: Vec<&str> = form.errors().map(|(_, text)| text).collect();
    told(
        StatusCode::UNPROCESSABLE_ENTITY,
        json!({ "problem": problems.join(" ") }),
    )
}

/// `PublicKeyCredentialCreationOptions` (section 5.4): a passkey that is found without a name typed, and that makes sure who
/// touches it; no attestation.
fn creation(visit: &Visit, party: &RelyingParty, asked: &Asked) -> Value {
    let kinds = ALGORITHMS.map(|kind| json!({ "type": "public-key", "alg": kind }));
    json!({
        "rp": { "id": party.id(), "name": visit.place.name },
        "user": { "id": asked.handle, "name": asked.email, "displayName": asked.name },
        "challenge": asked.challenge.text(),
        "pubKeyCredParams": kinds,
        "timeout": PATIENCE,
        "excludeCredentials": listed(&asked.known),
        "authenticatorSelection": {
            "residentKey": "required", "requireResidentKey": true, "userVerification": "required",
        },
        "attestation": "none",
    })
}

/// `PublicKeyCredentialRequestOptions` (section 5.5).
pub(super) fn request(
    party: &RelyingParty,
    challenge: &str,
    known: &[CredentialId],
    verification: &str,
) -> Value {
    json!({
        "challenge": challenge,
        "rpId": party.id(),
        "timeout": PATIENCE,
        "allowCredentials": listed(known),
        "userVerification": verification,
    })
}

/// What shows that the holder is there: the session, and the password where one was typed; none once a message stands at it.
async fn presence(visit: &Visit, form: &mut Form) -> Result<Option<Presence>, WebError> {
    let session = TokenHash::of(visit.session_token());
    let verified_hash = if door::secret(form, "present_password").is_empty() {
        None
    } else {
        match profile::proven(visit, form, "present_password").await? {
            Some(hash) => hash,
            None => return Ok(None),
        }
    };
    Ok(Some(Presence {
        session,
        verified_hash,
    }))
}

pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let session = TokenHash::of(visit.session_token()).ok_or(WebError::SignInFirst)?;
    let taken = visit
        .write(move |tx, actor| acts::take_challenge(tx, actor.place, ChallengePurpose::Register, &session))
        .await?;
    let answer: Option<RegistrationAnswer> = serde_json::from_str(form.value("answer")).ok();
    let name = form.parse("name", PasskeyName::parse);
    let Some(name) = name else {
        return refused(&visit, form).await;
    };
    let (Some(party), Some(challenge), Some(answer)) = (party(&visit), taken, answer) else {
        form.refuse("name", &PasskeyRefused::Wrong);
        return refused(&visit, form).await;
    };
    let added = visit
        .write(move |tx, actor| acts::add_passkey(tx, actor, (&party, &challenge), &name, &answer))
        .await;
    match added {
        Ok(codes) if codes.is_empty() => {
            visit.redirect_with(ADDRESS, &Flash::success("people-passkey-added"))
        }
        Ok(codes) => second_factor::show_codes(&visit, &codes),
        Err(Failure::Refused(why)) => {
            form.refuse("name", &why);
            refused(&visit, form).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

async fn refused(visit: &Visit, form: Form) -> Answer {
    let form = door::without_secrets(form);
    second_factor::shown(visit, form, StatusCode::UNPROCESSABLE_ENTITY).await
}

pub(super) async fn show(visit: Visit, Path(id): Path<Id<Passkey>>) -> Answer {
    let form = Form::blank(&visit);
    page(&visit, id, form, StatusCode::OK).await
}

async fn page(visit: &Visit, id: Id<Passkey>, mut form: Form, status: StatusCode) -> Answer {
    let account = visit.actor.account.ok_or(WebError::SignInFirst)?;
    let own = OwnPasskeys::read(visit, account).await?;
    let passkey = own.list.into_iter().find(|passkey| passkey.id == id);
    let passkey = passkey.ok_or(WebError::NotFound)?;
    if form.value("name").is_empty() {
        form.set("name", passkey.name.as_str());
    }
    let page = PasskeyPage {
        shell: visit.shell_titled(passkey.name.as_str()),
        form,
        passkey,
        asks_password: own.asks_password,
        asks_again: own.asks_again,
    };
    visit.page_with_status(status, &page)
}

pub(super) async fn rename(visit: Visit, Path(id): Path<Id<Passkey>>, mut form: Form) -> Answer {
    let Some(name) = form.parse("name", PasskeyName::parse) else {
        return page(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    visit
        .write(move |tx, actor| acts::rename_passkey(tx, actor, id, &name))
        .await?;
    visit.redirect_with(ADDRESS, &Flash::success("people-passkey-renamed"))
}

pub(super) async fn remove(visit: Visit, Path(id): Path<Id<Passkey>>, mut form: Form) -> Answer {
    let Some(shown) = presence(&visit, &mut form).await? else {
        let form = door::without_secrets(form);
        return page(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let removed = visit
        .write(move |tx, actor| acts::remove_passkey(tx, actor, id, &shown))
        .await;
    match removed {
        Ok(()) => visit.redirect_with(ADDRESS, &Flash::success("people-passkey-removed")),
        Err(Failure::Refused(why)) => {
            form.refuse("present_password", &why);
            let form = door::without_secrets(form);
            page(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}
