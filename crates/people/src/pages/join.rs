//! Becoming a member by oneself: a short form, then a link that proves the address. Nothing is kept before that.

use super::door::{self, MailSentPage};
use crate::actions::{self, Joining};
use crate::letters::Letter;
use crate::rules::name::PersonName;
use askama::Template;
use kernel::{Email, Instant, Locale, PlaceId};
use platform::web::{Answer, Form, Path, Shell, Visit};
use platform::{Failure, Fault};
use serde::{Deserialize, Serialize};

/// What the seal is for.
const PURPOSE: &str = "people-join";
/// How long the link is good, in seconds.
const GOOD_SECONDS: i64 = 24 * 60 * 60;

/// The form to join.
#[derive(Template)]
#[template(path = "join.html")]
pub(super) struct JoinPage {
    shell: Shell,
    form: Form,
}

/// The page the link leads to: one button.
#[derive(Template)]
#[template(path = "join_confirmation.html")]
pub(super) struct JoinConfirmationPage {
    shell: Shell,
    sealed: String,
    name: String,
    email: String,
}

/// What was asked, as the link carries it.
#[derive(Debug, Serialize, Deserialize)]
struct Asked {
    given_name: String,
    family_name: String,
    email: Email,
    language: Locale,
    good_until: Instant,
    /// The place that was asked: one installation may serve several.
    place: PlaceId,
}

pub(super) async fn new(visit: Visit) -> Answer {
    let form = Form::blank(&visit);
    visit.page(&JoinPage {
        shell: visit.shell("people-join-title"),
        form,
    })
}

pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let name = match PersonName::parse(form.value("given_name"), form.value("family_name")) {
        Ok(name) => Some(name),
        Err(refused) => {
            form.refuse("given_name", &refused);
            None
        }
    };
    let email = form.parse("email", Email::parse);
    if !form.checked("accept", "yes") {
        form.refuse_with("accept", "people-join-accept-missing");
    }
    let (Some(name), Some(email), true) = (name, email, form.is_valid()) else {
        return visit.refused(&JoinPage {
            shell: visit.shell("people-join-title"),
            form,
        });
    };
    door::limit_mails(&visit, email.as_str()).await?;
    let letter = letter(&visit, &name, &email)?;
    visit
        .write(move |tx, actor| actions::ask_letter(tx, actor.place, &letter))
        .await?;
    let shell = visit.shell("people-mail-sent-title");
    visit.page(&MailSentPage {
        shell,
        email: email.to_string(),
        text_key: "people-join-sent",
    })
}

fn letter(visit: &Visit, name: &PersonName, email: &Email) -> Result<Letter, Fault> {
    let asked = Asked {
        given_name: name.given().to_owned(),
        family_name: name.family().to_owned(),
        email: email.clone(),
        language: visit.locale,
        good_until: visit.now.plus_seconds(GOOD_SECONDS),
        place: visit.place.id,
    };
    let text = serde_json::to_string(&asked).map_err(Fault::internal)?;
    Ok(Letter::Join {
        email: email.clone(),
        name: name.full(),
        sealed: visit.app.seal.write(PURPOSE, &text),
        language: visit.locale,
    })
}

/// What a link carries while it is good; nothing when it was changed or is too old.
fn opened(visit: &Visit, sealed: &str) -> Option<Joining> {
    let text = visit.app.seal.read(PURPOSE, sealed)?;
    let asked: Asked = serde_json::from_str(&text).ok()?;
    let name = PersonName::parse(&asked.given_name, &asked.family_name).ok()?;
    (visit.now < asked.good_until && visit.place.id == asked.place).then_some(Joining {
        name,
        email: asked.email,
        language: asked.language,
    })
}

pub(super) async fn show(visit: Visit, Path(sealed): Path<String>) -> Answer {
    let Some(joining) = opened(&visit, &sealed) else {
        return door::spent(&visit, "/join");
    };
    let shell = visit.shell("people-join-confirm-title");
    let (name, email) = (joining.name.full(), joining.email.to_string());
    visit.page(&JoinConfirmationPage {
        shell,
        sealed,
        name,
        email,
    })
}

pub(super) async fn confirm(visit: Visit, Path(sealed): Path<String>) -> Answer {
    door::limit_tries(&visit, &sealed).await?;
    let Some(joining) = opened(&visit, &sealed) else {
        return door::spent(&visit, "/join");
    };
    let (place, door) = (visit.place.id, door::of(&visit));
    let opened = visit
        .write(move |tx, _| actions::join(tx, place, &joining, &door))
        .await;
    match opened {
        Ok(opened) => door::enter(&visit, &opened, "/me").await,
        // The link was used: whoever holds it signs in like everybody.
        Err(Failure::Refused(_)) => door::spent(&visit, "/sign-in/link"),
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}
