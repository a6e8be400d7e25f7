//! Paying what visits owe, as soon as there are units (RULES 15).

use crate::rules::day_plan::Draw;
use crate::rules::settlement::{Settlement, plan_settlements};
use crate::store::{debits, debts, lots};
use kernel::{PersonId, PlaceId};
use platform::Fault;
use platform::database::Tx;

/// Pays as many debts of a person as their lots can, the oldest day first; answers the units taken. The caller holds the lock.
pub(super) fn settle_debts(tx: &mut Tx<'_>, place: PlaceId, person: PersonId) -> Result<i64, Fault> {
    lots::lock_shared(tx, place, person)?;
    let open = debts::open(tx, place, person)?;
    if open.is_empty() {
        return Ok(0);
    }
    let held = lots::usable_by(tx, place, person)?;
    let mut taken = 0;
    for settlement in plan_settlements(&open, &held) {
        taken += settlement
            .payments
            .iter()
            .map(|payment| payment.units)
            .sum::<i64>();
        apply(tx, place, person, &settlement)?;
    }
    Ok(taken)
}

fn apply(tx: &mut Tx<'_>, place: PlaceId, person: PersonId, settlement: &Settlement) -> Result<(), Fault> {
    let debt = settlement.debt;
    if let ([payment], None) = (settlement.payments.as_slice(), settlement.rest) {
        debts::settle(tx, place, debt.id, payment.lot)?;
        let draw = Draw {
            lot: payment.lot,
            units: payment.units,
        };
        return debits::settle(tx, place, person, debt.day, draw, debt.id);
    }
    // Each lot pays a debt of its own, so that a settled debt always has one lot and one debit.
    debts::cancel(tx, place, debt.id)?;
    for payment in &settlement.payments {
        let part = debts::paid(tx, place, person, debt.day, payment.pays, payment.lot)?;
        let draw = Draw {
            lot: payment.lot,
            units: payment.units,
        };
        debits::settle(tx, place, person, debt.day, draw, part)?;
    }
    if let Some(rest) = settlement.rest {
        debts::owe(tx, place, person, debt.day, rest)?;
    }
    Ok(())
}
