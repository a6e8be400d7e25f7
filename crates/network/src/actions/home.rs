//! What the home of a member does: codes, visits told by the host, and taking them back.

use crate::permissions::OWN;
use crate::rules::agreement::{Partner, PartnerId, PartnerRefused};
use crate::rules::code::VisitingCode;
use crate::rules::visit::{Facts, PartnerVisit, Reason, Side, VisitState, admit, day_use, take_back};
use crate::store::{codes, partners, visits};
use kernel::{Actor, Day, Days, Id, Money, PersonId};
use offers::PassOffer;
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound, place};
use serde_json::json;
use spaces::Part;

/// A code for one visit to one place, for the member themself: ten minutes, once. The one before is good for nothing.
///
/// # Errors
/// [`PartnerRefused::Standing`] when our members may not go there today, or one is no member; [`Fault::NotFound`].
pub fn make_code(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: PartnerId,
    random: [u8; 5],
) -> Result<VisitingCode, Failure<PartnerRefused>> {
    actor.require(OWN)?;
    let person = actor.person.ok_or(Fault::Forbidden)?;
    let zone = place::get(tx, actor.place)?.zone;
    let (now, today) = (tx.now(), tx.today(&zone));
    let partner = partners::find(tx, actor.place, id)?.or_not_found()?;
    let member = people::is_member_on(tx, actor.place, person, today)?;
    if !member || !partner.may_be_visited(now, today) {
        return Err(Failure::Refused(PartnerRefused::Standing));
    }
    let code = VisitingCode::new(&partner.agreement, random, now);
    codes::keep(tx, actor.place, (id, person), &code)?;
    Ok(code)
}

/// What the host of a visit says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// What both sides call the visit.
    pub reference: String,
    /// What the visitor showed.
    pub code: String,
    /// Today at the host.
    pub day: Day,
    /// For which part of it.
    pub part: Part,
}

/// Lets a member in elsewhere: checks who it is, takes the units, and says the name. The same reference again moves nothing.
///
/// # Errors
/// The [`Reason`].
pub fn receive_visit(
    tx: &mut Tx<'_>,
    actor: &Actor,
    partner: &Partner,
    told: &Told,
) -> Result<(PartnerVisit, String), Failure<Reason>> {
    let place = actor.place;
    // One call of this place after the other: the same reference twice at once is told once.
    let partner = partners::lock(tx, place, partner.id)?.or_not_found()?;
    let side = (partner.id, Side::Home);
    if let Some(known) = visits::by_reference(tx, place, side, &told.reference)? {
        if !known.counts() {
            return Err(Failure::Refused(Reason::Undone));
        }
        let name = name_of(tx, actor, known.person)?;
        return Ok((known, name));
    }
    let holder = codes::holder(tx, place, partner.id, &told.code)?;
    let person = holder.ok_or(Failure::Refused(Reason::Code))?;
    offers::hold_units(tx, place, person)?;
    let amount = admitted(tx, actor, &partner, (person, told))?;
    if !codes::use_up(tx, place, (partner.id, person), &told.code)? {
        return Err(Failure::Refused(Reason::Code));
    }
    let mut visit = PartnerVisit {
        id: tx.new_id(),
        partner: partner.id,
        side: Side::Home,
        reference: told.reference.clone(),
        person: Some(person),
        visitor: String::new(),
        code: String::new(),
        day: told.day,
        part: told.part,
        state: VisitState::Made,
        units: 0,
        units_left: 0,
        amount,
        asked_at: tx.now(),
        undone_at: None,
        charge: None,
    };
    visits::insert(tx, place, &visit, None)?;
    let accepted: Vec<Id<PassOffer>> = partner.terms.accepted.iter().copied().collect();
    let used = bring(tx, actor, (person, told.day), &accepted)?;
    (visit.units, visit.units_left) = (used.debited, used.left.units);
    visits::update(tx, place, &visit)?;
    record(tx, actor, "network.visit_made", &partner, &visit)?;
    Ok((visit, name_of(tx, actor, Some(person))?))
}

fn admitted(
    tx: &mut Tx<'_>,
    actor: &Actor,
    partner: &Partner,
    (person, told): (PersonId, &Told),
) -> Result<Money, Failure<Reason>> {
    let zone = place::get(tx, actor.place)?.zone;
    let month = told.day.month_of().days();
    let mut known = visits::of_person(tx, actor.place, person, month)?;
    known.retain(|visit| visit.partner == partner.id);
    let facts = Facts {
        partner,
        now: tx.now(),
        today: tx.today(&zone),
        day: told.day,
        part: told.part,
        member: people::is_member_on(tx, actor.place, person, told.day)?,
        month: &known,
    };
    admit(&facts).map_err(Failure::Refused)
}

/// Brings the units of a day to all visits of that day, wherever they were.
fn bring(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (person, day): (PersonId, Day),
    accepted: &[Id<PassOffer>],
) -> Result<offers::DayUseOutcome, Failure<Reason>> {
    let of_day = visits::of_person(tx, actor.place, person, Days::one(day))?;
    let used = day_use(of_day.iter().map(|visit| visit.part));
    let outcome = offers::use_elsewhere(tx, actor, person, (day, used), accepted);
    outcome.map_err(|failure| failure.map(|_| Reason::Units))
}

/// Takes a visit back: the units go back to the lots they came from. A visit that we never heard of is noted, so that it does not
/// arrive afterwards.
///
/// # Errors
/// The [`Reason`].
pub fn receive_cancellation(
    tx: &mut Tx<'_>,
    actor: &Actor,
    partner: &Partner,
    (reference, day, part): (&str, Day, Part),
) -> Result<(), Failure<Reason>> {
    let place = actor.place;
    let partner = partners::lock(tx, place, partner.id)?.or_not_found()?;
    let side = (partner.id, Side::Home);
    let now = tx.now();
    let Some(mut visit) = visits::by_reference(tx, place, side, reference)? else {
        let never = PartnerVisit {
            id: tx.new_id(),
            partner: partner.id,
            side: Side::Home,
            reference: reference.to_owned(),
            person: None,
            visitor: String::new(),
            code: String::new(),
            day,
            part,
            state: VisitState::Undone,
            units: 0,
            units_left: 0,
            amount: Money::ZERO,
            asked_at: now,
            undone_at: Some(now),
            charge: None,
        };
        return Ok(visits::insert(tx, place, &never, None)?);
    };
    if !visit.counts() {
        return Ok(());
    }
    let person = visit.person.or_not_found()?;
    offers::hold_units(tx, place, person)?;
    let zone = place::get(tx, place)?.zone;
    let mut of_day = visits::of_person(tx, place, person, Days::one(visit.day))?;
    of_day.retain(|one| one.partner == partner.id);
    take_back(&visit, &of_day, tx.today(&zone)).map_err(Failure::Refused)?;
    (visit.state, visit.undone_at) = (VisitState::Undone, Some(now));
    visits::update(tx, place, &visit)?;
    bring(tx, actor, (person, visit.day), &[])?;
    record(tx, actor, "network.visit_undone", &partner, &visit).map_err(Failure::Fault)
}

fn name_of(tx: &mut Tx<'_>, actor: &Actor, person: Option<PersonId>) -> Result<String, Fault> {
    let Some(person) = person else {
        return Ok(String::new());
    };
    let names = people::names_of(tx, actor.place, &[person])?;
    Ok(names.into_values().next().unwrap_or_default())
}

fn record(
    tx: &mut Tx<'_>,
    actor: &Actor,
    verb: &str,
    partner: &Partner,
    visit: &PartnerVisit,
) -> Result<(), Fault> {
    let person = visit.person.or_not_found()?;
    let detail = json!({ "name": partner.name, "day": visit.day.to_string(), "units": visit.units });
    activity::record(tx, actor, verb, Subject::new("person", person), detail)?;
    Ok(())
}
