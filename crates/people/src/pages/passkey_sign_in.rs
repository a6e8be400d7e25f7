//! Coming in with a passkey: alone, or as the second step after a password.

use super::passkeys::{party, request, told, told_refused};
use super::{code, door, sign_in};
use crate::actions::Opened;
use crate::actions::passkeys as acts;
use crate::rules::token::TokenHash;
use crate::rules::webauthn::{AssertionAnswer, Challenge, ChallengePurpose, PasskeyRefused, RelyingParty};
use crate::store::sessions;
use platform::web::{Answer, Form, StatusCode, Visit, WebError};
use platform::{Failure, Fault};

/// What the browser of a stranger is known by: the token of its forms, which no other browser has.
fn browser(visit: &Visit) -> TokenHash {
    TokenHash::of_code(visit.csrf().as_str())
}

/// Asks whoever is there: no name is typed, no credential is listed, so nothing tells who has one.
pub(super) async fn ask(visit: Visit, _: Form) -> Answer {
    let Some(party) = party(&visit) else {
        return told_refused(&visit, &PasskeyRefused::NoSite);
    };
    door::limit_passkeys(&visit).await?;
    let (place, browser) = (visit.place.id, browser(&visit));
    let challenge = visit
        .write(move |tx, _| acts::ask(tx, place, ChallengePurpose::SignIn, &browser))
        .await?;
    let said = request(&party, &challenge.text(), &[], "required");
    told(StatusCode::OK, said)
}

pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    door::limit_passkeys(&visit).await?;
    let browser = browser(&visit);
    let asked = taken(&visit, ChallengePurpose::SignIn, browser).await?;
    let (place, from) = (visit.place.id, door::of(&visit));
    let opened = match (asked, read(&form)) {
        (Some((party, challenge)), Some(answer)) => {
            let sent = answer.clone();
            let opened = visit
                .write(move |tx, _| acts::sign_in_by_passkey(tx, place, (&party, &challenge), &sent, &from))
                .await;
            noting_copies(&visit, opened, answer).await?
        }
        _ => Err(PasskeyRefused::Wrong),
    };
    match opened {
        Ok(opened) => door::enter(&visit, &opened, &sign_in::wanted(form.value("next"))).await,
        Err(why) => {
            form.refuse("passkey", &why);
            let page = sign_in::page(&visit, door::without_secrets(form)).await?;
            visit.refused(&page)
        }
    }
}

/// Asks whoever's session waits, and lists what they have: they typed their password.
pub(super) async fn ask_waiting(visit: Visit, form: Form) -> Answer {
    let Some(party) = party(&visit) else {
        return told_refused(&visit, &PasskeyRefused::NoSite);
    };
    door::limit_passkeys(&visit).await?;
    let Some(waiting) = TokenHash::of(form.value("waiting")) else {
        return told_refused(&visit, &PasskeyRefused::Late);
    };
    let place = visit.place.id;
    let asked = visit
        .write(move |tx, _| acts::ask_waiting(tx, place, &waiting))
        .await;
    match asked {
        Ok((challenge, known)) => {
            let said = request(&party, &challenge.text(), &known, "preferred");
            told(StatusCode::OK, said)
        }
        Err(Failure::Refused(why)) => told_refused(&visit, &why),
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

pub(super) async fn prove(visit: Visit, mut form: Form) -> Answer {
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
    let asked = taken(&visit, ChallengePurpose::SecondFactor, waiting.clone()).await?;
    let opened = match (asked, read(&form)) {
        (Some((party, challenge)), Some(answer)) => {
            let sent = answer.clone();
            let opened = visit
                .write(move |tx, _| acts::prove_by_passkey(tx, place, &waiting, (&party, &challenge), &sent))
                .await;
            noting_copies(&visit, opened, answer).await?
        }
        _ => Err(PasskeyRefused::Wrong),
    };
    match opened {
        Ok(opened) => door::enter(&visit, &opened, form.value("next")).await,
        Err(why) => {
            form.refuse("passkey", &why);
            code::page(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

fn read(form: &Form) -> Option<AssertionAnswer> {
    serde_json::from_str(form.value("answer")).ok()
}

/// What this browser was asked to sign, which is used up; with the site it was asked on.
async fn taken(
    visit: &Visit,
    purpose: ChallengePurpose,
    bound_to: TokenHash,
) -> Result<Option<(RelyingParty, Challenge)>, WebError> {
    let place = visit.place.id;
    let challenge = visit
        .write(move |tx, _| acts::take_challenge(tx, place, purpose, &bound_to))
        .await?;
    Ok(party(visit).zip(challenge))
}

/// Somebody comes in, or learns why not; a passkey whose counter went back leaves a line in the history of its holder.
async fn noting_copies(
    visit: &Visit,
    opened: Result<Opened, Failure<PasskeyRefused>>,
    answer: AssertionAnswer,
) -> Result<Result<Opened, PasskeyRefused>, WebError> {
    match opened {
        Ok(opened) => Ok(Ok(opened)),
        Err(Failure::Fault(fault)) => Err(fault.into()),
        Err(Failure::Refused(why)) => {
            let place = visit.place.id;
            if let (PasskeyRefused::Copied, Some(credential)) = (&why, answer.credential()) {
                visit
                    .write(move |tx, _| acts::note_copied(tx, place, &credential))
                    .await?;
            }
            Ok(Err(why))
        }
    }
}
