//! Shifts of the week, who takes them, who gives them up, and what they give.

use super::today;
use crate::permissions::{MANAGE, OWN, RUN};
use crate::rules::duty::{Duty, DutyRefused, DutyState, Shift, check_day, check_notice};
use crate::store::duties;
use kernel::{Actor, Day, Days, Id, MinuteOfDay, PersonId, Role, Weekday};
use offers::{NewGrant, PassLot, PassOffer};
use platform::activity::{self, Subject};
use platform::database::{DatabaseError, Tx};
use platform::{Failure, Fault, OrNotFound, OrRefused, place};
use serde_json::json;

/// The setting that says of which pass the units are that a shift gives.
const OFFER_SETTING: &str = "stewardship.duty_offer";

/// Hours at which somebody will be wanted each week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewShift {
    /// On which weekday.
    pub weekday: Weekday,
    /// When it begins.
    pub from: MinuteOfDay,
    /// When it ends.
    pub until: MinuteOfDay,
    /// How many people are wanted.
    pub wanted: i64,
    /// What it is called; may be empty.
    pub label: String,
    /// The units of a pass that it gives.
    pub units: i64,
    /// Its first day.
    pub from_day: Day,
    /// Its last day, when it is known.
    pub until_day: Option<Day>,
}

/// Keeps a new shift.
///
/// # Errors
/// [`DutyRefused`].
pub fn create_shift(
    tx: &mut Tx<'_>,
    actor: &Actor,
    new: NewShift,
) -> Result<Id<Shift>, Failure<DutyRefused>> {
    actor.require(MANAGE)?;
    let shift = Shift {
        id: tx.new_id(),
        weekday: new.weekday,
        from: new.from,
        until: new.until,
        wanted: new.wanted,
        label: new.label,
        units: new.units,
        from_day: new.from_day,
        until_day: new.until_day,
    };
    shift.check().map_err(Failure::Refused)?;
    duties::insert_shift(tx, actor.place, &shift)?;
    let subject = Subject::new("shift", shift.id);
    activity::record(tx, actor, "shift.created", subject, json!({}))?;
    Ok(shift.id)
}

/// Notes the last day of a shift. Whoever has it after that keeps it until they give it up.
///
/// # Errors
/// [`DutyRefused::ShiftEnded`]; [`Fault::NotFound`] when there is none.
pub fn end_shift(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<Shift>,
    until: Day,
) -> Result<(), Failure<DutyRefused>> {
    actor.require(MANAGE)?;
    let shift = duties::lock_shift(tx, actor.place, id)?.or_not_found()?;
    if until < shift.from_day || shift.until_day.is_some_and(|last| last < until) {
        return Err(Failure::Refused(DutyRefused::ShiftEnded));
    }
    duties::end_shift(tx, actor.place, id, until)?;
    let detail = json!({ "day": until.to_string() });
    activity::record(tx, actor, "shift.ended", Subject::new("shift", id), detail)?;
    Ok(())
}

/// Says of which pass the units are that shifts give.
///
/// # Errors
/// [`Fault::NotFound`] when there is no such pass.
pub fn set_duty_offer(tx: &mut Tx<'_>, actor: &Actor, offer: Id<PassOffer>) -> Result<(), Fault> {
    actor.require(MANAGE)?;
    let all = offers::pass_offers(tx, actor.place)?;
    let offer = all.into_iter().find(|known| known.id == offer).or_not_found()?;
    place::set_setting(tx, actor.place, OFFER_SETTING, &offer.id.to_string())?;
    let subject = Subject::new("place", actor.place);
    activity::record(
        tx,
        actor,
        "shifts.offer_set",
        subject,
        json!({ "offer": offer.name.as_str() }),
    )?;
    Ok(())
}

/// The pass whose units shifts give, when the office has chosen one.
pub(crate) fn duty_offer(tx: &mut Tx<'_>, actor: &Actor) -> Result<Option<PassOffer>, Fault> {
    let set = place::setting(tx, actor.place, OFFER_SETTING)?;
    let Some(id) = set.and_then(|text| Id::parse(&text).ok()) else {
        return Ok(None);
    };
    let all = offers::pass_offers(tx, actor.place)?;
    Ok(all.into_iter().find(|offer| offer.id == id))
}

/// Gives a shift of a day to somebody: to oneself, or by the desk to anybody of the house.
///
/// # Errors
/// [`DutyRefused`]; [`Fault::NotFound`] when there is no such shift, [`Fault::Forbidden`] for who may not.
pub fn take_duty(
    tx: &mut Tx<'_>,
    actor: &Actor,
    shift: Id<Shift>,
    day: Day,
    person: PersonId,
) -> Result<Id<Duty>, Failure<DutyRefused>> {
    actor.require(if actor.is(person) { OWN } else { RUN })?;
    let today = today(tx, actor)?;
    let refused = |why| Err(Failure::Refused(why));
    let shift = duties::lock_shift(tx, actor.place, shift)?.or_not_found()?;
    check_day(&shift, day, today).map_err(Failure::Refused)?;
    if !is_of_the_house(tx, actor, person, day)? {
        return refused(DutyRefused::NotOfTheHouse);
    }
    let others = duties::of_days(tx, actor.place, Days::one(day))?;
    let of_shift: Vec<&Duty> = others
        .iter()
        .filter(|duty| duty.shift == shift.id && duty.counts())
        .collect();
    if of_shift.iter().any(|duty| duty.person == person) {
        return refused(DutyRefused::Twice);
    }
    if i64::try_from(of_shift.len()).map_err(Fault::internal)? >= shift.wanted {
        return refused(DutyRefused::Full);
    }
    let duty = Duty {
        id: tx.new_id(),
        shift: shift.id,
        day,
        person,
        from: shift.from,
        until: shift.until,
        units: shift.units,
        state: DutyState::Taken,
    };
    tx.attempt(|tx| duties::insert(tx, actor.place, &duty, actor.person))
        .or_refused(duties::ONCE, DutyRefused::Twice)?;
    told(tx, actor, "duty.taken", &duty)?;
    Ok(duty.id)
}

/// Gives a shift up: whoever has it a day before at the latest, the desk until it is settled.
///
/// # Errors
/// [`DutyRefused`]; [`Fault::NotFound`] when there is none, or when it is not the actor's.
pub fn give_up_duty(tx: &mut Tx<'_>, actor: &Actor, id: Id<Duty>) -> Result<(), Failure<DutyRefused>> {
    let duty = duties::lock(tx, actor.place, id)?.or_not_found()?;
    let desk = actor.may(RUN);
    if !desk {
        actor.require(OWN)?;
        if !actor.is(duty.person) {
            return Err(Fault::NotFound.into());
        }
    }
    if duty.state != DutyState::Taken {
        return Err(Failure::Refused(DutyRefused::Settled));
    }
    if !desk {
        let zone = place::get(tx, actor.place)?.zone;
        let before = zone.instant(duty.day, duty.from).since(tx.now());
        check_notice(before.minutes()).map_err(Failure::Refused)?;
    }
    duties::settle(tx, actor.place, id, DutyState::GivenUp, actor.person, None)?;
    told(tx, actor, "duty.given_up", &duty)?;
    Ok(())
}

/// Notes that somebody came, and gives them what the shift gives, once; or that they did not come. Who was noted as missing may
/// still be noted as having come.
///
/// `reason` is what the person reads on their pass.
///
/// # Errors
/// [`DutyRefused`]; [`Fault::NotFound`] when there is none.
pub fn settle_duty(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<Duty>,
    came: bool,
    reason: &str,
) -> Result<(), Failure<DutyRefused>> {
    actor.require(RUN)?;
    let duty = duties::lock(tx, actor.place, id)?.or_not_found()?;
    let settled = match duty.state {
        DutyState::Taken => false,
        DutyState::Missed => !came,
        DutyState::Done | DutyState::GivenUp => true,
    };
    if settled {
        return Err(Failure::Refused(DutyRefused::Settled));
    }
    let zone = place::get(tx, actor.place)?.zone;
    if tx.now() < zone.instant(duty.day, duty.from) {
        return Err(Failure::Refused(DutyRefused::NotYet));
    }
    if !came {
        duties::settle(tx, actor.place, id, DutyState::Missed, actor.person, None)?;
        told(tx, actor, "duty.missed", &duty)?;
        return Ok(());
    }
    let lot = match duty.units {
        0 => None,
        _ => Some(grant(tx, actor, &duty, reason)?),
    };
    duties::settle(tx, actor.place, id, DutyState::Done, actor.person, lot)?;
    told(tx, actor, "duty.done", &duty)?;
    Ok(())
}

/// Gives the units of a shift.
fn grant(
    tx: &mut Tx<'_>,
    actor: &Actor,
    duty: &Duty,
    reason: &str,
) -> Result<Id<PassLot>, Failure<DutyRefused>> {
    let offer = duty_offer(tx, actor)?.ok_or(Failure::Refused(DutyRefused::NoOffer))?;
    let new = NewGrant {
        person: duty.person,
        offer: offer.id,
        units: duty.units,
        on: today(tx, actor)?,
        reason: reason.to_owned(),
        key: format!("duty:{}", duty.id),
    };
    offers::grant_units(tx, actor, &new).map_err(|failure| failure.map(|_| DutyRefused::NoOffer))
}

/// Whether somebody is a member on a day, or of the team.
fn is_of_the_house(
    tx: &mut Tx<'_>,
    actor: &Actor,
    person: PersonId,
    day: Day,
) -> Result<bool, DatabaseError> {
    if people::is_member_on(tx, actor.place, person, day)? {
        return Ok(true);
    }
    let roles = people::roles_on(tx, actor.place, person, day)?;
    Ok(roles.into_iter().any(|role| role != Role::Member))
}

fn told(tx: &mut Tx<'_>, actor: &Actor, verb: &str, duty: &Duty) -> Result<(), DatabaseError> {
    let detail = json!({ "day": duty.day.to_string() });
    activity::record(tx, actor, verb, Subject::new("person", duty.person), detail)
}
