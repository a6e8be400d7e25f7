//! A member takes a plan, and ends one, by themselves.

use super::end_contract::end_held;
use super::setup;
use super::subscribe::{NewSubscription, PlanQuote, quote_plan, subscribe_held};
use super::switch_plan::refuse_followed;
use super::use_coupon::plan_coupon;
use crate::OWN;
use crate::holdings::first_end;
use crate::rules::contract::{ContractRefused, Plan, PlanContract};
use crate::rules::coupon::CouponCut;
use crate::rules::own_start::{FirstDue, Taken, check_own_start, first_due};
use crate::store::{contracts, holder, plans};
use kernel::{Actor, Day, Id, Money, PersonId, PlaceId};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound, place};
use serde_json::json;

/// What a plan would cost to begin with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OwnQuote {
    /// The plan, at its price.
    pub(crate) plan: PlanQuote,
    /// Its first day.
    pub(crate) from: Day,
    /// What is due first.
    pub(crate) first: FirstDue,
    /// The last day of the commitment, when there is one.
    pub(crate) committed_until: Option<Day>,
    /// The code of the coupon that is in it.
    pub(crate) code: Option<String>,
}

/// What a plan would cost somebody to begin with, taken today from a day on; it changes nothing.
///
/// # Errors
/// [`ContractRefused`] when they may not take it then, or the coupon is not for it.
pub(crate) fn quote_own_plan(
    tx: &mut Tx<'_>,
    place: PlaceId,
    (person, plan): (PersonId, Id<Plan>),
    (from, today): (Day, Day),
    code: Option<&str>,
) -> Result<OwnQuote, Failure<ContractRefused>> {
    check_own_start(from, today).map_err(Failure::Refused)?;
    require_membership(tx, place, person, from)?;
    let quote = quote_plan(tx, place, plan, today)?;
    super::subscribe::refuse_second(tx, place, person, &quote.plan, (from, None), None)?;
    let conditions = plans::conditions(tx, place, plan)?;
    let (off_fee, cut, code): (Money, Option<CouponCut>, Option<String>) = match code {
        Some(code) => {
            let with = plan_coupon(tx, place, (Some(person), plan), today, code)?;
            (with.off_fee, with.first, Some(with.code))
        }
        None => (Money::ZERO, None, None),
    };
    let fee = match &conditions.setup {
        Some((_, fee)) if setup::paid(tx, place, (person, plan))?.is_none() => *fee - off_fee,
        _ => Money::ZERO,
    };
    let taken = Taken {
        price: quote.price,
        fee,
        anniversary: conditions.anniversary,
        cut,
    };
    Ok(OwnQuote {
        first: first_due(taken, from).or_not_found()?,
        committed_until: conditions.committed_until(from),
        plan: quote,
        from,
        code,
    })
}

/// A member takes a plan, as [`subscribe_plan_with`](crate::subscribe_plan_with) does; whoever pays for them pays it.
///
/// # Errors
/// [`ContractRefused`] as there, and when they are no member or the day is too far; [`Fault::Forbidden`] when it is not for themselves.
pub fn take_own_plan(
    tx: &mut Tx<'_>,
    actor: &Actor,
    new: NewSubscription,
    code: Option<&str>,
) -> Result<Id<PlanContract>, Failure<ContractRefused>> {
    actor.require(OWN)?;
    if !actor.is(new.person) {
        return Err(Fault::Forbidden.into());
    }
    check_own_start(new.from, new.on).map_err(Failure::Refused)?;
    require_membership(tx, actor.place, new.person, new.from)?;
    subscribe_held(tx, actor, new, code)
}

/// Only a member, who has not announced that they leave, takes a plan: what they hold ends with the membership.
fn require_membership(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    from: Day,
) -> Result<(), Failure<ContractRefused>> {
    let known = people::memberships_of(tx, place, person)?;
    if known
        .iter()
        .any(|one| one.left_on.is_none() && one.holds_on(from))
    {
        Ok(())
    } else {
        Err(Failure::Refused(ContractRefused::NotAMember))
    }
}

/// A member ends a plan of theirs on a day, the last one on which it holds, as [`end_contract`](crate::end_contract) does: not before
/// their notice and their commitment are over. They stay a member.
///
/// # Errors
/// [`ContractRefused::NoticeRuns`], or as there; [`Fault::NotFound`] when they hold no such contract.
pub fn end_own_plan(
    tx: &mut Tx<'_>,
    actor: &Actor,
    contract: Id<PlanContract>,
    until: Day,
) -> Result<(), Failure<ContractRefused>> {
    actor.require(OWN)?;
    let place = actor.place;
    let person = actor.person.ok_or(Fault::Forbidden)?;
    holder::lock(tx, place, person)?;
    let found = contracts::find(tx, place, contract)?;
    found
        .filter(|found| found.person == person && !found.is_void())
        .or_not_found()?;
    contracts::lock(tx, place, contract)?;
    let mut held = contracts::find(tx, place, contract)?.or_not_found()?;
    let zone = place::get(tx, place)?.zone;
    let today = tx.today(&zone);
    refuse_followed(tx, place, &held)?;
    held.check_end(until).map_err(Failure::Refused)?;
    let first = first_end(tx, place, &held, today)?;
    if until < first {
        return Err(Failure::Refused(ContractRefused::NoticeRuns { until: first }));
    }
    end_held(tx, actor, &mut held, until)?;
    let detail = json!({ "plan": held.plan_name, "day": until.to_string() });
    activity::record(
        tx,
        actor,
        "contract.ended",
        Subject::new("person", person),
        detail,
    )?;
    Ok(())
}
