//! Letters written in the background: whoever asks for one waits no longer when there is somebody to write to.

use crate::actions::issue_link;
use crate::documents::access_mail::{AccessMail, Kind, Written};
use crate::rules::access::{Account, LinkPurpose};
use crate::store::{accounts, persons};
use kernel::{Email, Locale, PersonId};
use platform::database::Tx;
use platform::mail::{self, Mail};
use platform::place::{self, Place};
use platform::web::WebSettings;
use platform::{Catalogue, Fault, JobContext, JobReport, OrNotFound};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The job that writes one letter.
pub(crate) const KIND: &str = "people.letter";

/// A letter asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "letter", rename_all = "snake_case")]
pub(crate) enum Letter {
    /// A link for the holder of an account, if the address has one.
    Access {
        /// What the link is good for.
        purpose: LinkPurpose,
        /// The address as it was typed.
        email: Email,
    },
    /// A link that proves the new address of somebody with an account.
    EmailChange {
        /// Whose.
        person: PersonId,
        /// The new address.
        email: Email,
        /// What they asked, sealed: the end of the link.
        sealed: String,
    },
    /// Word that a passkey came or went.
    Passkey {
        /// Whose.
        person: PersonId,
        /// Whether it came.
        added: bool,
    },
    /// Word to the address that somebody no longer signs in with.
    EmailChanged {
        /// Whose.
        person: PersonId,
        /// The former address.
        email: Email,
    },
}

/// What every letter of a place needs.
struct Desk {
    place: Place,
    messages: Arc<Catalogue>,
    /// What every link begins with.
    base_url: String,
}

/// Writes a letter; when there is nobody to write to, nothing is written and nobody is told.
pub(crate) fn write(context: &JobContext<'_>) -> Result<JobReport, Fault> {
    let letter: Letter = serde_json::from_value(context.payload.clone()).map_err(Fault::internal)?;
    let messages = context.extras.get::<Arc<Catalogue>>()?.clone();
    let base_url = context.extras.get::<WebSettings>()?.base_url.clone();
    let place = context.place;
    let written = context.db.write_blocking(move |tx| {
        let place = place::get(tx, place)?;
        let desk = Desk {
            place,
            messages: messages.clone(),
            base_url: base_url.clone(),
        };
        desk.write(tx, &letter)
    })?;
    Ok(JobReport {
        done: i64::from(written),
        ..JobReport::default()
    })
}

impl Desk {
    /// Writes a letter; says whether there was somebody to write to.
    fn write(&self, tx: &mut Tx<'_>, letter: &Letter) -> Result<bool, Fault> {
        match letter {
            Letter::Access { purpose, email } => self.write_access(tx, *purpose, email),
            Letter::EmailChange {
                person,
                email,
                sealed,
            } => self.write_own(
                tx,
                Kind::EmailChange,
                *person,
                email,
                &format!("me/profile/email/{sealed}"),
            ),
            Letter::Passkey { person, added } => {
                let Some(account) = accounts::find_by_person(tx, self.place.id, *person)? else {
                    return Ok(false);
                };
                let kind = if *added {
                    Kind::PasskeyAdded
                } else {
                    Kind::PasskeyRemoved
                };
                self.write_own(tx, kind, *person, &account.email, "me/second-factor")
            }
            Letter::EmailChanged { person, email } => {
                self.write_own(tx, Kind::EmailChanged, *person, email, "")
            }
        }
    }

    /// Writes to somebody known, at an address that need not be the one they are known by.
    fn write_own(
        &self,
        tx: &mut Tx<'_>,
        kind: Kind,
        person: PersonId,
        email: &Email,
        path: &str,
    ) -> Result<bool, Fault> {
        let person = persons::find(tx, self.place.id, person)?.or_not_found()?;
        let mail = AccessMail {
            kind,
            name: &person.name.full(),
            link: &format!("{}/{path}", self.base_url),
        };
        let locale = person.language.unwrap_or(self.place.language);
        self.send(tx, Some(person.id), email, locale, &mail)?;
        Ok(true)
    }

    fn write_access(&self, tx: &mut Tx<'_>, purpose: LinkPurpose, email: &Email) -> Result<bool, Fault> {
        let place = self.place.id;
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
        let link = format!("{}/{path}/{}", self.base_url, token.as_str());
        let mail = AccessMail {
            kind,
            name: &person.name.full(),
            link: &link,
        };
        let locale = person.language.unwrap_or(self.place.language);
        self.send(tx, Some(person.id), email, locale, &mail)?;
        Ok(true)
    }

    fn send(
        &self,
        tx: &mut Tx<'_>,
        person: Option<PersonId>,
        to: &Email,
        locale: Locale,
        mail: &AccessMail<'_>,
    ) -> Result<(), Fault> {
        let Written { subject, text, html } = mail.write(&self.place, locale, &self.messages)?;
        let (to, name) = (to.clone(), mail.name.to_owned());
        mail::enqueue(
            tx,
            Mail {
                place: self.place.id,
                person,
                to,
                name,
                subject,
                text,
                html,
                attachment: None,
                secret: true,
            },
        )?;
        Ok(())
    }
}
