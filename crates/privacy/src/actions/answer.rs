//! Requests noted and answered by the office, or taken back by who asked.

use super::{ask, subject, text, today};
use crate::letters::{self, Letter};
use crate::permissions::{OWN, WRITE};
use crate::rules::request::{PrivacyRefused, Request, RequestKind, RequestState, due_on};
use crate::store::requests;
use kernel::{Actor, Day, Id, PersonId};
use platform::database::Tx;
use platform::{Failure, OrNotFound, activity};
use serde_json::json;

/// Notes what somebody asked by letter, by voice or by mail, on a day. The month runs from that day.
///
/// # Errors
/// [`PrivacyRefused::NotYet`], [`PrivacyRefused::AskedAlready`], [`PrivacyRefused::Erased`], [`PrivacyRefused::TooLong`].
pub fn record_request(
    tx: &mut Tx<'_>,
    actor: &Actor,
    person: PersonId,
    (kind, asked_on): (RequestKind, Day),
    note: &str,
) -> Result<Id<Request>, Failure<PrivacyRefused>> {
    actor.require(WRITE)?;
    people::person(tx, actor.place, person)?.or_not_found()?;
    if people::is_erased(tx, actor.place, person)? {
        return Err(Failure::Refused(PrivacyRefused::Erased));
    }
    if asked_on > today(tx, actor.place)? {
        return Err(Failure::Refused(PrivacyRefused::NotYet));
    }
    let request = Request {
        id: tx.new_id(),
        person,
        kind,
        asked_on,
        due_on: due_on(asked_on),
        note: text(note).map_err(Failure::Refused)?,
        state: RequestState::Open,
        answered_at: None,
        answer: String::new(),
    };
    ask::keep(tx, actor, &request)?;
    Ok(request.id)
}

/// Answers a request: done, or declined with the reason, of which the person gets a letter. An erasure is granted by erasing.
///
/// # Errors
/// [`PrivacyRefused::Answered`], [`PrivacyRefused::ReasonNeeded`], [`PrivacyRefused::TooLong`].
pub fn answer(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<Request>,
    granted: bool,
    words: &str,
) -> Result<(), Failure<PrivacyRefused>> {
    actor.require(WRITE)?;
    let request = open(tx, actor, id)?;
    let words = text(words).map_err(Failure::Refused)?;
    let granted = granted && request.kind != RequestKind::Erasure;
    if !granted && words.is_empty() {
        return Err(Failure::Refused(PrivacyRefused::ReasonNeeded));
    }
    let state = if granted {
        RequestState::Granted
    } else {
        RequestState::Declined
    };
    requests::answer(tx, actor.place, id, (state, &words), actor.account)?;
    let detail = json!({ "kind": request.kind.code() });
    activity::record(tx, actor, "person.data_answered", subject(request.person), detail)?;
    letters::ask(tx, actor, &Letter::Answered { request: id })?;
    Ok(())
}

/// Takes back what the actor asked.
///
/// # Errors
/// [`Fault::NotFound`](platform::Fault::NotFound) for a request of somebody else, [`PrivacyRefused::Answered`].
pub fn withdraw(tx: &mut Tx<'_>, actor: &Actor, id: Id<Request>) -> Result<(), Failure<PrivacyRefused>> {
    actor.require(OWN)?;
    let request = requests::find(tx, actor.place, id)?.or_not_found()?;
    actor.is(request.person).then_some(()).or_not_found()?;
    let request = open(tx, actor, id)?;
    requests::answer(tx, actor.place, id, (RequestState::Withdrawn, ""), actor.account)?;
    let detail = json!({ "kind": request.kind.code() });
    activity::record(
        tx,
        actor,
        "person.data_withdrawn",
        subject(request.person),
        detail,
    )?;
    Ok(())
}

/// A request that waits.
pub(super) fn open(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<Request>,
) -> Result<Request, Failure<PrivacyRefused>> {
    let request = requests::lock(tx, actor.place, id)?.or_not_found()?;
    match request.state {
        RequestState::Open => Ok(request),
        _ => Err(Failure::Refused(PrivacyRefused::Answered)),
    }
}
