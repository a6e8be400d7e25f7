//! Bringing what was taken for a person's day to the cost of what they used (RULES 14 to 16).

use super::require_for;
use super::settle_debts::settle_debts;
use crate::holdings;
use crate::rules::balance::PassBalance;
use crate::rules::cost::{DayUse, UnitCosts};
use crate::rules::day_plan::{DayPlan, Missing, plan_day};
use crate::rules::lot::{PassLot, drawing_order};
use crate::rules::pass_offer::PassOffer;
use crate::rules::settlement::OpenDebt;
use crate::store::days::{self, UsedDay};
use crate::store::{debits, debts, holder, lots, pass_offers};
use kernel::{Actor, Day, Id, PersonId, PlaceId};
use platform::database::Tx;
use platform::{Failure, Fault};

kernel::refusals! {
    /// Why a day elsewhere is not paid.
    pub enum ElsewhereRefused {
        /// The lots that are accepted there have not units enough.
        NoUnits = "offers-refused-no-units-elsewhere",
    }
}

kernel::refusals! {
    /// Why a day cannot be counted.
    pub enum DayUseRefused {
        /// The place has never sold a pass: nothing says what a day costs.
        NothingOffered = "offers-refused-nothing-offered",
    }
}

/// What telling the use of a day did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayUseOutcome {
    /// Units taken now.
    pub debited: i64,
    /// Units given back now.
    pub returned: i64,
    /// What the person may still use on that day, and what they owe in all.
    pub left: PassBalance,
    /// Units that this day still owes.
    pub debt: i64,
}

/// Says what a person used of a day, whatever was said before: units are taken or given back so that exactly the cheapest
/// cost of that use is paid. Said twice, it changes nothing. What no lot can pay is recorded as a debt: an empty pass keeps
/// nobody out.
///
/// The lots of the person are locked until the transaction ends: of several simultaneous acts, one takes the last unit.
/// The caller writes the line of the activity log, which is about its check-in or booking.
///
/// # Errors
/// [`DayUseRefused`] when the place offers no pass; [`Fault::Forbidden`] unless the actor sells passes or is that person;
/// [`Fault::NotFound`] when there is no such person.
pub fn use_day(
    tx: &mut Tx<'_>,
    actor: &Actor,
    person: PersonId,
    day: Day,
    used: DayUse,
) -> Result<DayUseOutcome, Failure<DayUseRefused>> {
    require_for(actor, person)?;
    holder::lock(tx, actor.place, person)?;
    let told = days::one(tx, actor.place, person, day)?;
    Ok(bring(tx, actor.place, UsedDay { used, ..told }, |_| true)?.0)
}

/// As [`use_day`], for what a person used of a day in other places of the network. Home and elsewhere together cost what the whole
/// day costs. Units come from lots of these offers only, and nothing is owed for a visit elsewhere: what the lots do not have is refused.
///
/// # Errors
/// [`ElsewhereRefused`]; [`Fault::Forbidden`] unless the actor sells passes or is that person.
pub fn use_elsewhere(
    tx: &mut Tx<'_>,
    actor: &Actor,
    person: PersonId,
    (day, elsewhere): (Day, DayUse),
    accepted: &[Id<PassOffer>],
) -> Result<DayUseOutcome, Failure<ElsewhereRefused>> {
    require_for(actor, person)?;
    holder::lock(tx, actor.place, person)?;
    let told = days::one(tx, actor.place, person, day)?;
    let more = told.used.with(elsewhere) != told.whole();
    let accepts = |lot: &PassLot| accepted.contains(&lot.offer);
    let brought = bring(tx, actor.place, UsedDay { elsewhere, ..told }, accepts);
    let (outcome, owed) = brought.map_err(|failure| failure.map(|_| ElsewhereRefused::NoUnits))?;
    if more && outcome.debt > owed {
        return Err(Failure::Refused(ElsewhereRefused::NoUnits));
    }
    Ok(outcome)
}

/// Makes other acts on the units of this person wait until the transaction ends, for who counts something before [`use_elsewhere`].
///
/// # Errors
/// As the database says.
pub fn hold_units(tx: &mut Tx<'_>, place: PlaceId, person: PersonId) -> Result<(), Fault> {
    holder::lock(tx, place, person)
}

/// Brings the units of a day to its use; answers also what the day owed before.
fn bring(
    tx: &mut Tx<'_>,
    place: PlaceId,
    told: UsedDay,
    accepts: impl Fn(&PassLot) -> bool,
) -> Result<(DayUseOutcome, i64), Failure<DayUseRefused>> {
    let (person, day, used) = (told.person_id, told.day, told.whole());
    // What colleagues share may pay what older days lack.
    settle_debts(tx, place, person)?;
    let mut held = lots::usable_by(tx, place, person)?;
    let taken = debits::taken(tx, place, person, day)?;
    let standard = match standard_costs(tx, place, &held)? {
        Some(costs) => costs,
        None if used == DayUse::Nothing => return Ok((nothing_moved(tx, place, person, day)?, 0)),
        None => return Err(Failure::Refused(DayUseRefused::NothingOffered)),
    };
    held.retain(accepts);
    let plan = plan_day(used, &taken, &drawing_order(&held, day), standard);
    days::set(tx, place, told)?;
    let owed = apply(tx, place, person, day, &plan)?;
    if !plan.returns.is_empty() {
        settle_debts(tx, place, person)?;
    }
    let outcome = DayUseOutcome {
        debited: plan.draws.iter().map(|draw| draw.units).sum(),
        returned: plan.returns.iter().map(|back| back.units).sum(),
        debt: plan.debt.map_or(0, |missing| missing.units),
        left: holdings::remaining(tx, place, person, day)?,
    };
    Ok((outcome, owed))
}

/// What counts the units of somebody who has none: the lot bought last, else the first pass that the place offered.
fn standard_costs(tx: &mut Tx<'_>, place: PlaceId, held: &[PassLot]) -> Result<Option<UnitCosts>, Fault> {
    if let Some(latest) = held.first() {
        return Ok(Some(latest.costs));
    }
    let offered = pass_offers::all(tx, place)?;
    Ok(offered.first().map(|offer| offer.costs))
}

/// Writes a plan; answers what the day owed before it.
fn apply(tx: &mut Tx<'_>, place: PlaceId, person: PersonId, day: Day, plan: &DayPlan) -> Result<i64, Fault> {
    let open = debts::open(tx, place, person)?;
    let of_day: Vec<OpenDebt> = open.into_iter().filter(|debt| debt.day == day).collect();
    let owed: Vec<Missing> = of_day.iter().map(|debt| debt.missing).collect();
    let before = owed.iter().map(|missing| missing.units).sum();
    if owed != Vec::from_iter(plan.debt) {
        for debt in of_day {
            debts::cancel(tx, place, debt.id)?;
        }
        if let Some(missing) = plan.debt {
            debts::owe(tx, place, person, day, missing)?;
        }
    }
    for back in &plan.returns {
        debits::give_back(tx, place, person, day, *back)?;
    }
    for draw in &plan.draws {
        debits::draw(tx, place, person, day, *draw)?;
    }
    Ok(before)
}

fn nothing_moved(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    day: Day,
) -> Result<DayUseOutcome, Fault> {
    Ok(DayUseOutcome {
        debited: 0,
        returned: 0,
        left: holdings::remaining(tx, place, person, day)?,
        debt: 0,
    })
}
