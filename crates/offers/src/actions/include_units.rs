//! Units that a plan gives each period (RULES 15, 17, 20): a lot that lapses at the end of the period, in proportion to the days on
//! which the plan gives.

use super::settle_debts::settle_debts;
use crate::rules::contract::PlanContract;
use crate::store::{benefits, contracts, holder, lots, pass_offers};
use kernel::{Actor, Day, Id, Month};
use platform::database::Tx;
use platform::{Fault, JobContext, JobReport, OrNotFound, place};

/// The job that gives what plans give for a period that began.
pub(crate) const KIND: &str = "offers.period";

/// Gives what is due for every period that began and was not given yet.
pub(crate) fn run(context: &JobContext<'_>) -> Result<JobReport, Fault> {
    let place = context.place;
    let held = context.db.read_blocking(move |tx| {
        let zone = place::get(tx, place)?.zone;
        let today = tx.today(&zone);
        let held = contracts::on(tx, place, today)?;
        let held = held.into_iter().map(|contract| contract.id);
        Ok::<_, Fault>(held.collect::<Vec<_>>())
    })?;
    let mut done = 0;
    for id in held {
        let actor = context.actor.clone();
        let given = context.db.write_blocking(move |tx| give(tx, &actor, id))?;
        done += i64::from(given);
    }
    Ok(JobReport {
        done,
        ..JobReport::default()
    })
}

/// Gives the units of the current period of a contract, unless they were given.
fn give(tx: &mut Tx<'_>, actor: &Actor, id: Id<PlanContract>) -> Result<bool, Fault> {
    let place = actor.place;
    let contract = contracts::find(tx, place, id)?.or_not_found()?;
    let zone = place::get(tx, place)?.zone;
    let today = tx.today(&zone);
    let month = contract.month_of(today);
    let units = benefits::of_plan(tx, place, contract.plan)?.units;
    if units.is_none() || lots::by_external(tx, place, &key(&contract, month))?.is_some() {
        return Ok(false);
    }
    holder::lock(tx, place, contract.person)?;
    include(tx, actor, &contract, month)
}

/// Gives what a contract that begins on a day gives for its first period, if that began.
pub(super) fn include_begun(
    tx: &mut Tx<'_>,
    actor: &Actor,
    contract: &PlanContract,
    from: Day,
) -> Result<(), Fault> {
    let zone = place::get(tx, actor.place)?.zone;
    let today = tx.today(&zone);
    if contract.period_of(from).first() <= today {
        include(tx, actor, contract, contract.month_of(from))?;
    }
    Ok(())
}

/// Brings what was given for the periods from the one that holds `from` on to what is due now. Units used stay used.
pub(super) fn include_again(
    tx: &mut Tx<'_>,
    actor: &Actor,
    contract: &PlanContract,
    from: Day,
) -> Result<(), Fault> {
    let place = actor.place;
    let Some((_, units)) = benefits::of_plan(tx, place, contract.plan)?.units else {
        return Ok(());
    };
    let zone = place::get(tx, place)?.zone;
    let last = contract.month_of(tx.today(&zone));
    let mut month = contract.month_of(from.max(contract.from));
    while month <= last {
        if let Some(lot) = lots::by_external(tx, place, &key(contract, month))? {
            lots::resize(tx, place, lot, contract.share_in(units, month))?;
        }
        month = month.next();
    }
    Ok(())
}

/// Opens the lot of a period, unless there is one or nothing is due; pays open debts with it.
fn include(tx: &mut Tx<'_>, actor: &Actor, contract: &PlanContract, month: Month) -> Result<bool, Fault> {
    let place = actor.place;
    let Some((offer, units)) = benefits::of_plan(tx, place, contract.plan)?.units else {
        return Ok(false);
    };
    let (units, key) = (contract.share_in(units, month), key(contract, month));
    if units == 0 || lots::by_external(tx, place, &key)?.is_some() {
        return Ok(false);
    }
    let offer = pass_offers::find(tx, place, offer)?.or_not_found()?;
    let period = crate::rules::billing_period::period_in(contract.anchor, month);
    let id = tx.new_id();
    lots::insert(
        tx,
        place,
        &lots::NewLot {
            id,
            person: contract.person,
            offer: &offer,
            units,
            used_before: 0,
            bought_on: period.first().max(contract.from),
            expires_on: Some(period.last()),
            charge: None,
            external_ref: Some(&key),
            shared_by: None,
        },
    )?;
    settle_debts(tx, place, contract.person)?;
    Ok(true)
}

/// Names the lot of a period for ever.
fn key(contract: &PlanContract, month: Month) -> String {
    format!("included:{}:{month}", contract.id)
}
