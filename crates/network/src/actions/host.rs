//! What the host of a visitor does: asks the home, and keeps what it answered.

use crate::permissions::RECEIVE;
use crate::rules::agreement::{Partner, Standing};
use crate::rules::code::VisitingCode;
use crate::rules::visit::{PartnerVisit, Reason, Side, VisitId, VisitRefused, VisitState};
use crate::store::{partners, visits};
use crate::wire::VisitAnswer;
use kernel::{Actor, Money};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound, place};
use serde_json::json;
use spaces::Part;

type Refused = Failure<VisitRefused>;

/// Notes that somebody stands here with a code, before their home is asked: what is not answered can be asked again.
///
/// # Errors
/// [`VisitRefused::Unreadable`], [`VisitRefused::NoPartner`]; [`Fault::Forbidden`].
pub fn ask(tx: &mut Tx<'_>, actor: &Actor, code: &str, part: Part) -> Result<VisitId, Refused> {
    actor.require(RECEIVE)?;
    let code = VisitingCode::parse(code).ok_or(Failure::Refused(VisitRefused::Unreadable))?;
    let zone = place::get(tx, actor.place)?.zone;
    let (now, today) = (tx.now(), tx.today(&zone));
    let fits = |one: &Partner| {
        one.standing(now) == Standing::Open
            && one.rates.hold_on(today)
            && VisitingCode::belongs_to(&code, &one.agreement)
    };
    let partner = partners::all(tx, actor.place)?.into_iter().find(fits);
    let partner = partner.ok_or(Failure::Refused(VisitRefused::NoPartner))?;
    let id: VisitId = tx.new_id();
    let visit = PartnerVisit {
        id,
        partner: partner.id,
        side: Side::Host,
        reference: id.to_string(),
        person: None,
        visitor: String::new(),
        code,
        day: today,
        part,
        state: VisitState::Asked,
        units: 0,
        units_left: 0,
        amount: Money::ZERO,
        asked_at: now,
        undone_at: None,
        charge: None,
    };
    visits::insert(tx, actor.place, &visit, actor.account)?;
    Ok(id)
}

/// A visit that waits for its answer, with whom to ask; nothing when it was answered.
///
/// # Errors
/// [`Fault::NotFound`], [`Fault::Forbidden`].
pub(crate) fn waiting(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: VisitId,
) -> Result<Option<(PartnerVisit, Partner)>, Fault> {
    let (visit, partner) = hosted(tx, actor, id)?;
    Ok((visit.state == VisitState::Asked).then_some((visit, partner)))
}

/// A visit to us and the home of who came.
///
/// # Errors
/// [`Fault::NotFound`], [`Fault::Forbidden`].
pub(crate) fn hosted(tx: &mut Tx<'_>, actor: &Actor, id: VisitId) -> Result<(PartnerVisit, Partner), Fault> {
    actor.require(RECEIVE)?;
    let visit = visits::lock_hosted(tx, actor.place, id)?.or_not_found()?;
    let partner = partners::find(tx, actor.place, visit.partner)?.or_not_found()?;
    Ok((visit, partner))
}

/// Keeps what the home answered. An answer that comes after the visit was settled changes nothing.
///
/// # Errors
/// [`Fault::NotFound`], [`Fault::Forbidden`].
pub fn note_answer(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: VisitId,
    answer: &Result<VisitAnswer, Reason>,
) -> Result<(), Fault> {
    let (mut visit, partner) = hosted(tx, actor, id)?;
    if visit.state != VisitState::Asked {
        return Ok(());
    }
    visit.code.clear();
    match answer {
        Ok(told) => {
            visit.visitor = told
                .name
                .chars()
                .filter(|sign| !sign.is_control())
                .take(120)
                .collect();
            (visit.units, visit.units_left) = (told.units, told.units_left);
            visit.amount = Money::from_cents(told.cents);
            visit.state = VisitState::Made;
        }
        Err(_) => visit.state = VisitState::Refused,
    }
    visits::update(tx, actor.place, &visit)?;
    if visit.counts() {
        record(tx, actor, "network.visitor_received", &partner)?;
    }
    Ok(())
}

/// A visit of today that may be taken back, and the home to ask.
///
/// # Errors
/// [`VisitRefused::Settled`], [`VisitRefused::NotToday`]; [`Fault::NotFound`], [`Fault::Forbidden`].
pub(crate) fn to_take_back(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: VisitId,
) -> Result<(PartnerVisit, Partner), Refused> {
    let (visit, partner) = hosted(tx, actor, id)?;
    if !matches!(visit.state, VisitState::Made | VisitState::Asked) || visit.charge.is_some() {
        return Err(Failure::Refused(VisitRefused::Settled));
    }
    let zone = place::get(tx, actor.place)?.zone;
    if visit.day != tx.today(&zone) {
        return Err(Failure::Refused(VisitRefused::NotToday));
    }
    Ok((visit, partner))
}

/// Notes that a visit was taken back at home.
///
/// # Errors
/// [`Fault::NotFound`], [`Fault::Forbidden`].
pub(crate) fn note_taken_back(tx: &mut Tx<'_>, actor: &Actor, id: VisitId) -> Result<(), Fault> {
    let (mut visit, partner) = hosted(tx, actor, id)?;
    if visit.state == VisitState::Undone {
        return Ok(());
    }
    visit.code.clear();
    (visit.state, visit.undone_at) = (VisitState::Undone, Some(tx.now()));
    visits::update(tx, actor.place, &visit)?;
    record(tx, actor, "network.visitor_undone", &partner)
}

fn record(tx: &mut Tx<'_>, actor: &Actor, verb: &str, partner: &Partner) -> Result<(), Fault> {
    let subject = Subject::new("partner", partner.id);
    activity::record(tx, actor, verb, subject, json!({ "name": partner.name }))?;
    Ok(())
}
