//! What somebody asks for themselves.

use super::{subject, text, today};
use crate::documents::copy::{COPY_JOB, CopyAsked};
use crate::letters::{self, Letter};
use crate::permissions::OWN;
use crate::rules::request::{PrivacyRefused, Request, RequestKind, RequestState, due_on};
use crate::store::{copies, requests};
use kernel::{Actor, Id, Locale};
use platform::database::Tx;
use platform::jobs::{self, JobId};
use platform::{Failure, Fault, activity};
use serde_json::json;

/// Seconds for which a copy can be fetched: a week.
const COPY_SECONDS: i64 = 7 * 86_400;
/// How many copies somebody has at a time.
const MOST_COPIES: usize = 5;

/// Asks for a copy of everything about the actor, and gives the work that makes it.
///
/// # Errors
/// [`PrivacyRefused::EnoughCopies`]; [`Fault::Forbidden`] for who is nobody.
pub fn ask_copy(tx: &mut Tx<'_>, actor: &Actor, locale: Locale) -> Result<JobId, Failure<PrivacyRefused>> {
    actor.require(OWN)?;
    let person = actor.person.ok_or(Fault::Forbidden)?;
    if copies::living(tx, actor.place, person)?.len() >= MOST_COPIES {
        return Err(Failure::Refused(PrivacyRefused::EnoughCopies));
    }
    let expires_at = tx.now().plus_seconds(COPY_SECONDS);
    let copy = copies::ask(tx, actor.place, person, expires_at)?;
    let asked = CopyAsked { copy, person, locale };
    let payload = serde_json::to_value(asked).map_err(Fault::internal)?;
    let job = jobs::enqueue(tx, actor, COPY_JOB, &payload, None)?;
    activity::record(tx, actor, "person.copy_asked", subject(person), json!({}))?;
    Ok(job)
}

/// Asks that the actor be erased. The office answers within a month.
///
/// # Errors
/// [`PrivacyRefused::AskedAlready`], [`PrivacyRefused::TooLong`].
pub fn ask_erasure(
    tx: &mut Tx<'_>,
    actor: &Actor,
    note: &str,
) -> Result<Id<Request>, Failure<PrivacyRefused>> {
    actor.require(OWN)?;
    let person = actor.person.ok_or(Fault::Forbidden)?;
    let asked_on = today(tx, actor.place)?;
    let request = Request {
        id: tx.new_id(),
        person,
        kind: RequestKind::Erasure,
        asked_on,
        due_on: due_on(asked_on),
        note: text(note).map_err(Failure::Refused)?,
        state: RequestState::Open,
        answered_at: None,
        answer: String::new(),
    };
    keep(tx, actor, &request)?;
    Ok(request.id)
}

/// Keeps a request, unless the same person asked to be erased already, and writes that it came in.
pub(super) fn keep(tx: &mut Tx<'_>, actor: &Actor, request: &Request) -> Result<(), Failure<PrivacyRefused>> {
    let known = requests::of_person(tx, actor.place, request.person)?;
    let open = known
        .iter()
        .any(|other| other.state == RequestState::Open && other.kind == RequestKind::Erasure);
    if open && request.kind == RequestKind::Erasure {
        return Err(Failure::Refused(PrivacyRefused::AskedAlready));
    }
    requests::insert(tx, actor.place, request, actor.account)?;
    let detail = json!({ "kind": request.kind.code() });
    activity::record(tx, actor, "person.data_asked", subject(request.person), detail)?;
    letters::ask(tx, actor, &Letter::Received { request: request.id })?;
    Ok(())
}
