//! Proposing an event, and what the council answers (T34).

use super::council::{councillors, require_programming};
use super::programme::{self, NewEvent};
use super::proposal_behind;
use crate::permissions::OWN;
use crate::proposal_letters::{self as letters, Notice};
use crate::rules::event::{EventId, EventRefused};
use crate::rules::proposal::{
    Idea, Proposal, ProposalId, ProposalRefused, ProposalState, Remark, RemarkKind,
};
use crate::rules::registration::Attendee;
use crate::store::proposals;
use kernel::{Actor, Email, Locale, Name, Refusal};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound, place};
use serde_json::json;

/// Why a proposal is not taken, or not a matter of rules.
type Refused = Failure<ProposalRefused>;

/// Why a proposal does not become an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AcceptanceRefused {
    /// Because of the proposal.
    Proposal(ProposalRefused),
    /// Because of the event.
    Event(EventRefused),
}

impl Refusal for AcceptanceRefused {
    fn key(&self) -> &'static str {
        match self {
            Self::Proposal(refused) => refused.key(),
            Self::Event(refused) => refused.key(),
        }
    }

    fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Proposal(refused) => refused.arguments(),
            Self::Event(refused) => refused.arguments(),
        }
    }
}

/// Proposes an event, as somebody with an account.
///
/// # Errors
/// [`Fault::Forbidden`].
pub fn propose(tx: &mut Tx<'_>, actor: &Actor, idea: &Idea) -> Result<Proposal, Fault> {
    actor.require(OWN)?;
    let person = actor.person.ok_or(Fault::Forbidden)?;
    let known = people::person(tx, actor.place, person)?.or_not_found()?;
    let usual = place::get(tx, actor.place)?.language;
    let proposer = Attendee::known(person, known.language.unwrap_or(usual));
    let one = blank(tx, proposer, idea, ProposalState::Open);
    proposals::insert(tx, actor.place, &one)?;
    arrived(tx, actor, &one)?;
    Ok(one)
}

/// Proposes an event from outside, where the place allows it: a letter proves the address first.
///
/// # Errors
/// [`ProposalRefused::MembersOnly`].
pub fn propose_from_outside(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (name, email, language): (&Name, &Email, Locale),
    idea: &Idea,
) -> Result<(), Refused> {
    if !super::settings(tx, actor.place)?.outside_proposals {
        return Err(Failure::Refused(ProposalRefused::MembersOnly));
    }
    let proposer = Attendee {
        person: None,
        name: name.to_string(),
        email: Some(email.clone()),
        language,
    };
    let one = blank(tx, proposer, idea, ProposalState::Unconfirmed);
    proposals::insert(tx, actor.place, &one)?;
    letters::ask(tx, actor, Notice::Confirm, one.id, None)?;
    Ok(())
}

/// The address is proven: the council sees the proposal. Said twice, the second changes nothing.
///
/// # Errors
/// [`Fault::NotFound`] for an unknown secret.
pub fn confirm_proposal(tx: &mut Tx<'_>, actor: &Actor, key: &str) -> Result<(), Refused> {
    let mut one = held_behind(tx, actor, key)?;
    if one.state != ProposalState::Unconfirmed {
        return Ok(());
    }
    if let Some(email) = &one.proposer.email
        && let Some(known) = people::person_by_email(tx, actor.place, email)?
    {
        one.proposer = Attendee::known(known.id, one.proposer.language);
    }
    one.state = ProposalState::Open;
    proposals::update(tx, actor.place, &one, None)?;
    arrived(tx, actor, &one)?;
    Ok(())
}

/// Says something of a proposal among the council, or asks who proposed, who gets a letter.
///
/// # Errors
/// [`ProposalRefused::Answered`] for a question once it is; [`Fault::Forbidden`] for who does not programme.
pub fn remark(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: ProposalId,
    (asks, body): (bool, &str),
) -> Result<(), Refused> {
    require_programming(tx, actor)?;
    let mut one = visible(proposals::lock(tx, actor.place, id)?)?;
    if !asks {
        say(tx, actor, id, RemarkKind::Comment, body)?;
        return Ok(());
    }
    if !one.state.is_open() {
        return Err(Failure::Refused(ProposalRefused::Answered));
    }
    say(tx, actor, id, RemarkKind::Question, body)?;
    one.state = ProposalState::Asked;
    proposals::update(tx, actor.place, &one, None)?;
    record(tx, actor, "event_proposal.asked", &one)?;
    letters::ask(tx, actor, Notice::Question, id, None)?;
    Ok(())
}

/// Answers what the council asked, by who proposed.
///
/// # Errors
/// [`ProposalRefused::NothingAsked`].
pub fn answer_question(tx: &mut Tx<'_>, actor: &Actor, key: &str, body: &str) -> Result<(), Refused> {
    let mut one = held_behind(tx, actor, key)?;
    if one.state != ProposalState::Asked {
        return Err(Failure::Refused(ProposalRefused::NothingAsked));
    }
    let said = Remark {
        person: one.proposer.person,
        kind: RemarkKind::Answer,
        body: body.to_owned(),
        said_at: tx.now(),
    };
    proposals::say(tx, actor.place, one.id, &said)?;
    one.state = ProposalState::Open;
    proposals::update(tx, actor.place, &one, None)?;
    tell_council(tx, actor, Notice::Answered, &one)?;
    Ok(())
}

/// Takes a proposal back, by who made it. Said twice, the second changes nothing.
///
/// # Errors
/// [`ProposalRefused::Answered`] once the council answered.
pub fn withdraw_proposal(tx: &mut Tx<'_>, actor: &Actor, key: &str) -> Result<(), Refused> {
    let mut one = held_behind(tx, actor, key)?;
    match one.state {
        ProposalState::Withdrawn => return Ok(()),
        state if state.is_open() || state == ProposalState::Unconfirmed => {}
        _ => return Err(Failure::Refused(ProposalRefused::Answered)),
    }
    one.state = ProposalState::Withdrawn;
    proposals::update(tx, actor.place, &one, actor.account)?;
    record(tx, actor, "event_proposal.withdrawn", &one)?;
    Ok(())
}

/// Accepts a proposal: it becomes a draft, with its room, and who proposed gets a letter.
///
/// # Errors
/// [`AcceptanceRefused`], and then nothing changed; [`Fault::Forbidden`] for who does not programme.
pub fn accept_proposal(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: ProposalId,
    new: &NewEvent,
) -> Result<EventId, Failure<AcceptanceRefused>> {
    require_programming(tx, actor)?;
    let mut one = visible(proposals::lock(tx, actor.place, id)?)?;
    if !one.state.is_open() {
        let answered = AcceptanceRefused::Proposal(ProposalRefused::Answered);
        return Err(Failure::Refused(answered));
    }
    if new.facts.period.start() <= tx.now() {
        return Err(Failure::Refused(AcceptanceRefused::Event(EventRefused::Past)));
    }
    let event =
        programme::write_down(tx, actor, new).map_err(|failure| failure.map(AcceptanceRefused::Event))?;
    one.state = ProposalState::Accepted;
    one.event = Some(event);
    proposals::update(tx, actor.place, &one, actor.account)?;
    record(tx, actor, "event_proposal.accepted", &one)?;
    letters::ask(tx, actor, Notice::Accepted, id, None)?;
    Ok(event)
}

/// Refuses a proposal for a reason that who proposed reads.
///
/// # Errors
/// [`ProposalRefused`]; [`Fault::Forbidden`] for who does not programme.
pub fn refuse_proposal(tx: &mut Tx<'_>, actor: &Actor, id: ProposalId, reason: &str) -> Result<(), Refused> {
    require_programming(tx, actor)?;
    let mut one = visible(proposals::lock(tx, actor.place, id)?)?;
    if !one.state.is_open() {
        return Err(Failure::Refused(ProposalRefused::Answered));
    }
    if reason.is_empty() {
        return Err(Failure::Refused(ProposalRefused::ReasonMissing));
    }
    one.state = ProposalState::Refused;
    reason.clone_into(&mut one.reason);
    proposals::update(tx, actor.place, &one, actor.account)?;
    record(tx, actor, "event_proposal.refused", &one)?;
    letters::ask(tx, actor, Notice::Refused, id, None)?;
    Ok(())
}

/// What the council sees: not what nobody proved.
pub(crate) fn visible(found: Option<Proposal>) -> Result<Proposal, Fault> {
    found
        .filter(|one| one.state != ProposalState::Unconfirmed)
        .or_not_found()
}

fn blank(tx: &mut Tx<'_>, proposer: Attendee, idea: &Idea, state: ProposalState) -> Proposal {
    Proposal {
        id: tx.new_id(),
        proposer,
        idea: idea.clone(),
        state,
        reason: String::new(),
        event: None,
        made_at: tx.now(),
    }
}

fn held_behind(tx: &mut Tx<'_>, actor: &Actor, key: &str) -> Result<Proposal, Fault> {
    let found = proposal_behind(tx, actor, key)?;
    proposals::lock(tx, actor.place, found.id)?.or_not_found()
}

fn arrived(tx: &mut Tx<'_>, actor: &Actor, one: &Proposal) -> Result<(), Fault> {
    record(tx, actor, "event_proposal.made", one)?;
    tell_council(tx, actor, Notice::Arrived, one)
}

fn tell_council(tx: &mut Tx<'_>, actor: &Actor, notice: Notice, one: &Proposal) -> Result<(), Fault> {
    for person in councillors(tx, actor)? {
        letters::ask(tx, actor, notice, one.id, Some(person))?;
    }
    Ok(())
}

fn say(tx: &mut Tx<'_>, actor: &Actor, id: ProposalId, kind: RemarkKind, body: &str) -> Result<(), Fault> {
    let said = Remark {
        person: actor.person,
        kind,
        body: body.to_owned(),
        said_at: tx.now(),
    };
    proposals::say(tx, actor.place, id, &said)?;
    Ok(())
}

fn record(tx: &mut Tx<'_>, actor: &Actor, verb: &str, one: &Proposal) -> Result<(), Fault> {
    let detail = json!({ "title": one.idea.title });
    activity::record(tx, actor, verb, Subject::new("event_proposal", one.id), detail)?;
    Ok(())
}
