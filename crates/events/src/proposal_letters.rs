//! Letters about proposals: to who proposed, and to the council.

use crate::letters::{Draft, compose};
use crate::rules::proposal::{Proposal, ProposalId, RemarkKind};
use crate::store::keys::{self, Opens};
use crate::store::proposals;
use kernel::{Actor, Email, Locale, PersonId};
use platform::database::Tx;
use platform::mail::{self, Mail};
use platform::place::{self, Place};
use platform::web::WebSettings;
use platform::{Argument, Catalogue, Fault, JobContext, JobReport, OrNotFound, jobs};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The job that writes one letter.
pub(crate) const KIND: &str = "events.proposal_letter";

kernel::codes! {
    /// What a letter tells.
    pub(crate) enum Notice {
        /// Somebody from outside proposes: the link proves the address.
        Confirm = "confirm",
        /// To the council: something was proposed.
        Arrived = "arrived",
        /// The council asks.
        Question = "question",
        /// To the council: the question was answered.
        Answered = "answered",
        /// It is going to be.
        Accepted = "accepted",
        /// It is not.
        Refused = "refused",
    }
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Letter {
    notice: String,
    proposal: ProposalId,
    /// Who of the council reads it; none for who proposed.
    reader: Option<PersonId>,
}

/// Asks for a letter to somebody of the council, or to who proposed.
pub(crate) fn ask(
    tx: &mut Tx<'_>,
    actor: &Actor,
    notice: Notice,
    proposal: ProposalId,
    reader: Option<PersonId>,
) -> Result<(), Fault> {
    let letter = Letter {
        notice: notice.code().to_owned(),
        proposal,
        reader,
    };
    let payload = serde_json::to_value(letter).map_err(Fault::internal)?;
    jobs::enqueue(tx, actor, KIND, &payload, None)?;
    Ok(())
}

/// Writes a letter; when its reader has no address, nothing is written.
pub(crate) fn write(context: &JobContext<'_>) -> Result<JobReport, Fault> {
    let letter: Letter = serde_json::from_value(context.payload.clone()).map_err(Fault::internal)?;
    let notice = Notice::parse(&letter.notice).map_err(Fault::internal)?;
    let messages = context.extras.get::<Arc<Catalogue>>()?.clone();
    let base_url = context.extras.get::<WebSettings>()?.base_url.clone();
    let place = context.place;
    let written = context.db.write_blocking(move |tx| {
        let Some(one) = proposals::find(tx, place, letter.proposal)? else {
            return Ok(false);
        };
        let place = place::get(tx, place)?;
        send(tx, &place, (&messages, &base_url), (notice, &one, letter.reader))
    })?;
    Ok(JobReport {
        done: i64::from(written),
        ..JobReport::default()
    })
}

/// Whom a letter is for.
struct Reader {
    person: Option<PersonId>,
    name: String,
    email: Option<Email>,
    language: Locale,
}

fn send(
    tx: &mut Tx<'_>,
    place: &Place,
    (messages, base_url): (&Arc<Catalogue>, &str),
    (notice, one, reader): (Notice, &Proposal, Option<PersonId>),
) -> Result<bool, Fault> {
    let to = read_by(tx, place, one, reader)?;
    let Some(address) = to.email.clone() else {
        return Ok(false);
    };
    let quoted = match notice {
        Notice::Refused => one.reason.clone(),
        Notice::Question => last_said(tx, place, one, RemarkKind::Question)?,
        Notice::Answered => last_said(tx, place, one, RemarkKind::Answer)?,
        _ => String::new(),
    };
    let path = match reader {
        Some(_) => format!("programming-council/{}", one.id),
        None => {
            let key = keys::make(tx, place.id, Opens::Proposal(one.id))?;
            format!("proposals/{}", key.as_str())
        }
    };
    let draft = Draft {
        stem: format!("events-mail-proposal-{}", notice.code()),
        arguments: vec![
            ("place", Argument::from(place.name.as_str())),
            ("name", Argument::from(to.name.as_str())),
            ("title", Argument::from(one.idea.title.as_str())),
        ],
        quoted,
        address: format!("{base_url}/{path}"),
    };
    let (subject, text, html) = compose(place, messages, to.language, &draft)?;
    mail::enqueue(
        tx,
        Mail {
            place: place.id,
            person: to.person,
            to: address,
            name: to.name,
            subject,
            text,
            html,
            attachment: None,
            secret: reader.is_none(),
        },
    )?;
    Ok(true)
}

fn read_by(
    tx: &mut Tx<'_>,
    place: &Place,
    one: &Proposal,
    councillor: Option<PersonId>,
) -> Result<Reader, Fault> {
    let Some(person) = councillor.or(one.proposer.person) else {
        return Ok(Reader {
            person: None,
            name: one.proposer.name.clone(),
            email: one.proposer.email.clone(),
            language: one.proposer.language,
        });
    };
    let known = people::person(tx, place.id, person)?.or_not_found()?;
    Ok(Reader {
        person: Some(person),
        name: known.name.full(),
        email: known.email,
        language: known.language.unwrap_or(place.language),
    })
}

fn last_said(tx: &mut Tx<'_>, place: &Place, one: &Proposal, kind: RemarkKind) -> Result<String, Fault> {
    let said = proposals::remarks(tx, place.id, one.id)?;
    let last = said.into_iter().rev().find(|remark| remark.kind == kind);
    Ok(last.map(|remark| remark.body).unwrap_or_default())
}
