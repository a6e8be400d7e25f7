//! Letters written in the background: whoever asks for one waits no longer when there is somebody to write to.

use crate::actions::issue_link;
use crate::documents::access_mail::{AccessMail, Kind};
use crate::rules::access::{Account, LinkPurpose};
use crate::store::{accounts, links, persons, sessions};
use kernel::{Email, Instant, Locale, PlaceId};
use platform::database::Tx;
use platform::mail::{self, Mail};
use platform::{Catalogue, Fault, JobContext, JobReport, OrNotFound, place};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The job that writes one letter.
pub(crate) const KIND: &str = "people.letter";
/// The job that forgets sessions and links long over.
pub(crate) const TIDY_KIND: &str = "people.tidy";

/// Days for which sessions and links are kept after their end, for whoever asks what happened.
const KEPT_SECONDS: i64 = 30 * 86_400;

/// A letter asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "letter", rename_all = "snake_case")]
pub enum Letter {
    /// A link for the holder of an account, if the address has one.
    Access {
        /// What the link is good for: the code of a purpose.
        purpose: String,
        /// The address as it was typed, checked.
        email: String,
        /// What the link begins with.
        base_url: String,
    },
    /// A link that proves the address of somebody who wants to join; who has an account gets a link to come in instead.
    Join {
        /// The address.
        email: String,
        /// How they are called.
        name: String,
        /// What they asked, sealed: the end of the link.
        sealed: String,
        /// The language of the page on which they asked.
        language: String,
        /// What the link begins with.
        base_url: String,
    },
}

/// Writes a letter; when there is nobody to write to, nothing is written and nobody is told.
pub(crate) fn write(context: &JobContext<'_>) -> Result<JobReport, Fault> {
    let letter: Letter = serde_json::from_value(context.payload.clone()).map_err(Fault::internal)?;
    let messages = context.extras.get::<Arc<Catalogue>>()?.clone();
    let place = context.place;
    let done = context
        .db
        .write_blocking(move |tx| write_one(tx, place, &letter, &messages))?;
    Ok(JobReport {
        done: i64::from(done),
        ..JobReport::default()
    })
}

fn write_one(tx: &mut Tx<'_>, place: PlaceId, letter: &Letter, messages: &Catalogue) -> Result<bool, Fault> {
    match letter {
        Letter::Access {
            purpose,
            email,
            base_url,
        } => {
            let purpose = LinkPurpose::parse(purpose).map_err(Fault::internal)?;
            write_access(tx, place, purpose, &address(email)?, base_url, messages)
        }
        Letter::Join {
            email,
            name,
            sealed,
            language,
            base_url,
        } => {
            let email = address(email)?;
            if accounts::find_by_email(tx, place, &email)?.is_some() {
                return write_access(tx, place, LinkPurpose::SignIn, &email, base_url, messages);
            }
            let locale = Locale::parse(language).map_err(Fault::internal)?;
            let link = format!("{base_url}/join/{sealed}");
            let mail = AccessMail {
                kind: Kind::Join,
                name,
                link: &link,
            };
            send(tx, place, (None, email), locale, &mail, messages)?;
            Ok(true)
        }
    }
}

fn write_access(
    tx: &mut Tx<'_>,
    place: PlaceId,
    purpose: LinkPurpose,
    email: &Email,
    base_url: &str,
    messages: &Catalogue,
) -> Result<bool, Fault> {
    let open = |account: &Account| account.disabled_at.is_none();
    let Some(account) = accounts::find_by_email(tx, place, email)?.filter(open) else {
        return Ok(false);
    };
    let person = persons::find(tx, place, account.person)?.or_not_found()?;
    let token = issue_link(tx, place, account.id, purpose)?;
    let (kind, path) = match purpose {
        LinkPurpose::SignIn => (Kind::SignIn, "sign-in/link"),
        LinkPurpose::Invitation => (Kind::Invitation, "invitation"),
        LinkPurpose::Reset => (Kind::Reset, "password-reset"),
    };
    let link = format!("{base_url}/{path}/{}", token.as_str());
    let name = person.name.full();
    let locale = match person.language {
        Some(locale) => locale,
        None => place::get(tx, place)?.language,
    };
    let mail = AccessMail {
        kind,
        name: &name,
        link: &link,
    };
    send(
        tx,
        place,
        (Some(person.id), email.clone()),
        locale,
        &mail,
        messages,
    )?;
    Ok(true)
}

fn send(
    tx: &mut Tx<'_>,
    place: PlaceId,
    (person, to): (Option<kernel::PersonId>, Email),
    locale: Locale,
    mail: &AccessMail<'_>,
    messages: &Catalogue,
) -> Result<(), Fault> {
    let place = place::get(tx, place)?;
    let written = mail.write(&place, locale, messages)?;
    let name = mail.name.to_owned();
    let (subject, text, html) = (written.subject, written.text, written.html);
    mail::enqueue(
        tx,
        Mail {
            place: place.id,
            person,
            to,
            name,
            subject,
            text,
            html,
            attachment: None,
        },
    )?;
    Ok(())
}

fn address(text: &str) -> Result<Email, Fault> {
    Email::parse(text).map_err(Fault::internal)
}

/// Forgets sessions and links that ended a month ago.
pub(crate) fn tidy(context: &JobContext<'_>) -> Result<JobReport, Fault> {
    let done = context.db.write_blocking(|tx| {
        let before: Instant = tx.now().minus_seconds(KEPT_SECONDS);
        let forgotten = sessions::purge(tx, before)?.saturating_add(links::purge(tx, before)?);
        Ok::<_, Fault>(forgotten)
    })?;
    Ok(JobReport {
        done: i64::try_from(done).unwrap_or(i64::MAX),
        ..JobReport::default()
    })
}
