//! What must hold in the tables of offers, recomputed from the rows themselves for `tribu verify`.

use crate::rules::contract::{Plan, PlanContract};
use crate::rules::cost::DayUse;
use crate::store::debits::LedgerRow;
use crate::store::{contracts, days, debits, debts, lots, plan_charges};
use kernel::{Day, Id, Money, Month, PersonId, PlaceId};
use platform::Fault;
use platform::database::Tx;
use platform::verify::Report;
use std::collections::{BTreeMap, HashMap};

const LOTS: &str = "offers-verify-lots";
const RETURNS: &str = "offers-verify-returns";
const DEBTS: &str = "offers-verify-debts";
const DAYS: &str = "offers-verify-days";
const CONTRACTS: &str = "offers-verify-contracts";
const CHARGES: &str = "offers-verify-charges";

/// Recounts lots, returns, debts, days, contracts and the charges of contracts.
///
/// # Errors
/// A fault when the tables cannot be read; what does not hold goes to the report.
pub fn check(tx: &mut Tx<'_>, place: PlaceId, report: &mut Report) -> Result<(), Fault> {
    let ledger = debits::all(tx, place)?;
    check_lots(tx, place, &ledger, report)?;
    check_returns(&ledger, report);
    check_debts(tx, place, &ledger, report)?;
    check_days(tx, place, &ledger, report)?;
    check_contracts(tx, place, report)?;
    check_charges(tx, place, report)
}

fn check_lots(
    tx: &mut Tx<'_>,
    place: PlaceId,
    ledger: &[LedgerRow],
    report: &mut Report,
) -> Result<(), Fault> {
    let lots = lots::all(tx, place)?;
    let mut moved: HashMap<_, i64> = HashMap::new();
    for row in ledger {
        *moved.entry(row.lot_id).or_default() += row.units;
    }
    let owners: HashMap<_, (PersonId, bool)> = lots
        .iter()
        .map(|lot| (lot.id, (lot.person, lot.shared_by.is_some())))
        .collect();
    report.checked(LOTS, lots.len());
    for lot in &lots {
        let left = lot.units - lot.used_before - moved.get(&lot.id).copied().unwrap_or(0);
        if left != lot.remaining || left < 0 {
            let told = format!(
                "lot {}: {left} units by its ledger, {} by its row",
                lot.id, lot.remaining
            );
            report.fault(LOTS, told);
        }
    }
    let is_drawn_by = |row: &&LedgerRow| {
        let owner = owners.get(&row.lot_id);
        owner.is_some_and(|(person, shared)| *shared || *person == row.person_id)
    };
    for row in ledger.iter().filter(|row| !is_drawn_by(row)) {
        report.fault(
            LOTS,
            format!("debit {}: its lot belongs to somebody else", row.id),
        );
    }
    Ok(())
}

fn check_returns(ledger: &[LedgerRow], report: &mut Report) {
    let by_id: HashMap<_, &LedgerRow> = ledger.iter().map(|row| (row.id, row)).collect();
    let mut returned: HashMap<_, i64> = HashMap::new();
    for row in ledger {
        let Some(id) = row.returns_id else { continue };
        *returned.entry(id).or_default() -= row.units;
        let matches = by_id.get(&id).is_some_and(|debit| {
            (debit.lot_id, debit.person_id, debit.day) == (row.lot_id, row.person_id, row.day)
        });
        if !matches {
            report.fault(
                RETURNS,
                format!("return {}: its debit is of another lot or day", row.id),
            );
        }
    }
    report.checked(RETURNS, returned.len());
    for (id, units) in returned {
        let taken = by_id.get(&id).map_or(0, |debit| debit.units);
        if units > taken {
            report.fault(RETURNS, format!("debit {id}: {units} units returned of {taken}"));
        }
    }
}

fn check_debts(
    tx: &mut Tx<'_>,
    place: PlaceId,
    ledger: &[LedgerRow],
    report: &mut Report,
) -> Result<(), Fault> {
    let debts = debts::all(tx, place)?;
    let payments = ledger.iter().filter_map(|row| Some((row.settles_id?, row)));
    let mut payments: HashMap<_, &LedgerRow> = payments.collect();
    report.checked(DEBTS, debts.len());
    for debt in &debts {
        let paid = payments.remove(&debt.id);
        let matches = match (debt.settled_lot_id, paid) {
            (None, None) => true,
            (Some(lot), Some(row)) => (lot, debt.person_id, debt.day) == (row.lot_id, row.person_id, row.day),
            _ => false,
        };
        if !matches {
            report.fault(
                DEBTS,
                format!("debt {}: what settled it is not what its row says", debt.id),
            );
        }
    }
    for (id, row) in payments {
        report.fault(
            DEBTS,
            format!("debit {}: it settles the debt {id}, which is not there", row.id),
        );
    }
    Ok(())
}

/// A day used costs something, paid or owed, even when somebody gave it back by hand; a day not used costs nothing.
fn check_days(
    tx: &mut Tx<'_>,
    place: PlaceId,
    ledger: &[LedgerRow],
    report: &mut Report,
) -> Result<(), Fault> {
    // Units held or owed, and units given back by hand.
    let mut cost: HashMap<(PersonId, Day), (i64, i64)> = HashMap::new();
    for row in ledger {
        let (held, given) = cost.entry((row.person_id, row.day)).or_default();
        *held += row.units;
        *given -= if row.reason.is_some() { row.units } else { 0 };
    }
    let open = debts::all(tx, place)?;
    for debt in open
        .iter()
        .filter(|debt| debt.settled_at.is_none() && debt.cancelled_at.is_none())
    {
        cost.entry((debt.person_id, debt.day)).or_default().0 += debt.units;
    }
    let days = days::all(tx, place)?;
    report.checked(DAYS, days.len());
    for day in &days {
        let (units, given) = cost.remove(&(day.person_id, day.day)).unwrap_or_default();
        let holds = match day.whole() {
            DayUse::Nothing => units == 0,
            _ => units + given > 0,
        };
        if !holds {
            let told = format!(
                "{} of person {}: {} costs {units} units",
                day.day,
                day.person_id,
                day.whole()
            );
            report.fault(DAYS, told);
        }
    }
    for ((person, day), (units, _)) in cost.into_iter().filter(|(_, (units, _))| *units != 0) {
        report.fault(
            DAYS,
            format!("{day} of person {person}: {units} units for no use"),
        );
    }
    Ok(())
}

fn check_contracts(tx: &mut Tx<'_>, place: PlaceId, report: &mut Report) -> Result<(), Fault> {
    let contracts = contracts::all(tx, place)?;
    report.checked(CONTRACTS, contracts.len());
    // A desk is held once, whatever its plan; what comes beside it, once each.
    let mut held: BTreeMap<(PersonId, Option<Id<Plan>>), Vec<&PlanContract>> = BTreeMap::new();
    for contract in contracts.iter().filter(|contract| !contract.is_void()) {
        let beside = contract.beside.then_some(contract.plan);
        held.entry((contract.person, beside)).or_default().push(contract);
    }
    for ((person, _), mut alike) in held {
        alike.sort_by_key(|contract| contract.from);
        for (one, next) in alike.iter().zip(alike.iter().skip(1)) {
            if one.until.is_none_or(|last| last >= next.from) {
                let told = format!(
                    "person {person}: contracts {} and {} at the same time",
                    one.id, next.id
                );
                report.fault(CONTRACTS, told);
            }
        }
    }
    Ok(())
}

/// The standing charge of a month bills the days on which its contract holds, at its price.
fn check_charges(tx: &mut Tx<'_>, place: PlaceId, report: &mut Report) -> Result<(), Fault> {
    let contracts = contracts::all(tx, place)?;
    let by_id: HashMap<Id<PlanContract>, &PlanContract> =
        contracts.iter().map(|contract| (contract.id, contract)).collect();
    let charges = plan_charges::all(tx, place)?;
    report.checked(CHARGES, charges.len());
    for charge in charges.iter().filter(|charge| charge.cancelled_at.is_none()) {
        let due = by_id
            .get(&charge.contract_id)
            .and_then(|contract| contract.due_in(charge.month));
        let expected = due.map(|due| (due.days.first(), due.days.last(), due.amount));
        let found: (Day, Day, Money) = (charge.from_day, charge.until_day, charge.amount_cents);
        if expected != Some(found) {
            let month: Month = charge.month;
            let told = format!(
                "contract {}, {month}: the charge is not what is due",
                charge.contract_id
            );
            report.fault(CHARGES, told);
        }
    }
    Ok(())
}
