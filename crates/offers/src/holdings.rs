//! What a person holds, for the pages and for those who ask from other capabilities.

use crate::rules::balance::{PassBalance, balance};
use crate::rules::contract::{Plan, PlanContract};
use crate::rules::lot::PassLot;
use crate::rules::own_end::first_last_day;
use crate::rules::pass_offer::PassOffer;
use crate::store::{contracts, debts, lots, pass_offers, plans};
use kernel::{Audience, Day, PersonId, PlaceId};
use platform::Fault;
use platform::database::Tx;
use std::collections::BTreeMap;

/// What a person may still use on a day, and what they owe.
///
/// # Errors
/// As the database says.
pub fn remaining(tx: &mut Tx<'_>, place: PlaceId, person: PersonId, on: Day) -> Result<PassBalance, Fault> {
    let lots = lots::usable_by(tx, place, person)?;
    let owed = debts::open(tx, place, person)?;
    let debt = owed.iter().map(|debt| debt.missing.units).sum();
    Ok(balance(&lots, debt, on))
}

/// Every lot on which a person may draw, their own and what their organisation shares, empty and lapsed ones too, the latest bought
/// first.
///
/// # Errors
/// As the database says.
pub fn lots_of(tx: &mut Tx<'_>, place: PlaceId, person: PersonId) -> Result<Vec<PassLot>, Fault> {
    lots::usable_by(tx, place, person)
}

/// The contract by which a person has a desk on a day; what is held beside it (a locker) does not count.
///
/// # Errors
/// As the database says.
pub fn active_contract(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    day: Day,
) -> Result<Option<PlanContract>, Fault> {
    let held = contracts::of_person(tx, place, person)?;
    Ok(held.into_iter().find(|contract| gives_a_desk(contract, day)))
}

/// The first last day that may be announced today for a plan by its holder, or by whoever runs the team of who pays for it.
///
/// # Errors
/// As the database says.
pub fn first_end(tx: &mut Tx<'_>, place: PlaceId, held: &PlanContract, today: Day) -> Result<Day, Fault> {
    let before = match held.replaces {
        Some(before) => contracts::find(tx, place, before)?,
        None => None,
    };
    Ok(first_last_day(held, before.as_ref(), today))
}

/// Whether a person has a desk on a day by this contract.
fn gives_a_desk(contract: &PlanContract, day: Day) -> bool {
    contract.gives_on(day) && !contract.beside
}

/// What a person holds on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holdings {
    /// As [`active_contract`].
    pub contract: Option<PlanContract>,
    /// As [`lots_of`].
    pub lots: Vec<PassLot>,
    /// As [`remaining`].
    pub balance: PassBalance,
}

/// What each of these persons holds on a day, by three statements for each sixty-four of them.
///
/// # Errors
/// As the database says.
pub fn holdings_of(
    tx: &mut Tx<'_>,
    place: PlaceId,
    persons: &[PersonId],
    on: Day,
) -> Result<BTreeMap<PersonId, Holdings>, Fault> {
    let mut active: BTreeMap<PersonId, PlanContract> = BTreeMap::new();
    for contract in contracts::of_persons(tx, place, persons)? {
        if gives_a_desk(&contract, on) {
            active.entry(contract.person).or_insert(contract);
        }
    }
    let mut lots: BTreeMap<PersonId, Vec<PassLot>> = BTreeMap::new();
    for lot in lots::of_persons(tx, place, persons)? {
        lots.entry(lot.person).or_default().push(lot);
    }
    share(tx, place, &mut lots)?;
    let owed: BTreeMap<PersonId, i64> = debts::owed(tx, place, persons)?.into_iter().collect();
    let mut held = BTreeMap::new();
    for person in persons {
        held.entry(*person).or_insert_with(|| {
            let lots = lots.remove(person).unwrap_or_default();
            let debt = owed.get(person).copied().unwrap_or_default();
            Holdings {
                contract: active.remove(person),
                balance: balance(&lots, debt, on),
                lots,
            }
        });
    }
    Ok(held)
}

/// Adds what organisations share to the lots of their people: one statement, and one for each organisation that shares something.
fn share(tx: &mut Tx<'_>, place: PlaceId, lots: &mut BTreeMap<PersonId, Vec<PassLot>>) -> Result<(), Fault> {
    for (organisation, shared) in lots::all_shared(tx, place)? {
        for person in people::persons_of(tx, place, organisation)? {
            let held = lots.entry(person.id).or_default();
            held.extend(shared.iter().filter(|lot| lot.person != person.id).cloned());
            held.sort_by_key(|lot| std::cmp::Reverse((lot.bought_on, lot.id)));
        }
    }
    Ok(())
}

/// The group whose hours, windows, fees and prices apply to a person on a day: that of the plan held, else nomads for a
/// member, else external guests.
///
/// # Errors
/// As the database says.
pub fn audience_of(tx: &mut Tx<'_>, place: PlaceId, person: PersonId, day: Day) -> Result<Audience, Fault> {
    if let Some(contract) = active_contract(tx, place, person, day)? {
        return Ok(contract.audience);
    }
    if people::is_member_on(tx, place, person, day)? {
        return Ok(Audience::Nomad);
    }
    Ok(Audience::External)
}

/// Every contract of a person, the latest first.
///
/// # Errors
/// As the database says.
pub fn contracts_of(tx: &mut Tx<'_>, place: PlaceId, person: PersonId) -> Result<Vec<PlanContract>, Fault> {
    contracts::of_person(tx, place, person)
}

/// The passes of a place, those still sold first.
///
/// # Errors
/// As the database says.
pub fn pass_offers(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<PassOffer>, Fault> {
    pass_offers::all(tx, place)
}

/// The plans of a place, those still offered first.
///
/// # Errors
/// As the database says.
pub fn plans(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Plan>, Fault> {
    plans::all(tx, place)
}
