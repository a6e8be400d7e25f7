//! After a hire: the spaces are looked at, and the deposit of guarantee goes back, whole or less what a damage costs.

use super::{SOURCE, at, known, record, today, zone_of};
use crate::letters::{self, Letter};
use crate::permissions::CHECK;
use crate::rules::check::{Check, Condition, Deposit, Settlement, Shares, settle};
use crate::rules::hire::{At, Hire, HireRefused, HireSlot, HireState};
use crate::store::{checks, slots};
use billing::{
    Allocation, Basis, Charge, Exemption, Method, NewCharge, NewPayment, Product, Quantity, Source, Unit,
};
use kernel::{Actor, CustomerId, Day, Days, Id, Money, Rate};
use people::Party;
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound};
use serde_json::json;

/// How one space was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// At which hours it was hired.
    pub slot: Id<HireSlot>,
    /// How it was found.
    pub condition: Condition,
    /// What is to be said; needed when something is wrong.
    pub note: String,
}

/// A damage to be paid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// What it costs; nothing, and the whole deposit goes back.
    pub cost: Money,
    /// Why, for the customer.
    pub reason: String,
    /// What the invoice calls it.
    pub label: String,
    /// Under which product it is charged; what the place declared when nothing is said.
    pub product: Option<Id<Product>>,
}

/// An accepted request, held.
fn accepted(tx: &mut Tx<'_>, actor: &Actor, id: Id<Hire>) -> Result<Hire, Failure<At>> {
    let hire = known(tx, actor.place, id)?;
    match hire.state {
        HireState::Accepted => Ok(hire),
        _ => Err(at("state", HireRefused::NotNow)),
    }
}

/// Notes a deposit of guarantee as received: it is the customer's until a part of it is kept.
///
/// # Errors
/// [`At`]: nothing was received, or one is noted already.
pub fn receive_deposit(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<Hire>,
    (amount, method, received_on): (Money, Method, Day),
) -> Result<(), Failure<At>> {
    actor.require(CHECK)?;
    let hire = accepted(tx, actor, id)?;
    if !(1..=10_000_000).contains(&amount.cents()) {
        return Err(at("amount", HireRefused::Amount));
    }
    if received_on > today(tx, actor.place)? {
        return Err(at("received_on", HireRefused::ToCome));
    }
    if received_on < zone_of(tx, actor.place)?.day_of(hire.asked_at) {
        return Err(at("received_on", HireRefused::TooEarly));
    }
    if checks::deposit(tx, actor.place, id)?.is_some() {
        return Err(at("amount", HireRefused::DepositKnown));
    }
    let deposit = Deposit {
        amount,
        method,
        received_on,
        received_by: actor.person,
        settled: None,
    };
    checks::receive(tx, actor.place, id, &deposit)?;
    let told = json!({ "amount": amount.cents() });
    record(tx, actor, "hire.deposit_received", id, told).map_err(Failure::Fault)
}

/// Notes how the spaces were found, once the hire has ended. It may be noted again until the deposit is settled.
///
/// # Errors
/// [`At`]: a hire that is not over, or something wrong without a word.
pub fn check(tx: &mut Tx<'_>, actor: &Actor, id: Id<Hire>, found: &[Finding]) -> Result<(), Failure<At>> {
    actor.require(CHECK)?;
    accepted(tx, actor, id)?;
    let deposit = checks::deposit(tx, actor.place, id)?;
    if deposit.is_some_and(|deposit| deposit.settled.is_some()) {
        return Err(at("condition", HireRefused::Settled));
    }
    let now = tx.now();
    let all = slots::of_hire(tx, actor.place, id)?;
    for finding in found {
        let slot = all.iter().find(|slot| slot.id == finding.slot).or_not_found()?;
        if slot.period.start() > now {
            return Err(at("condition", HireRefused::NotOver));
        }
        let note = finding.note.trim();
        if note.chars().count() > 2_000 || (finding.condition != Condition::Good && note.is_empty()) {
            return Err(at("note", HireRefused::Text));
        }
        let check = Check {
            slot: slot.id,
            condition: finding.condition,
            note: note.to_owned(),
            at: now,
            by: actor.person,
        };
        checks::keep(tx, actor.place, id, &check)?;
    }
    let wrong = found
        .iter()
        .filter(|one| one.condition != Condition::Good)
        .count();
    record(tx, actor, "hire.checked", id, json!({ "wrong": wrong })).map_err(Failure::Fault)
}

/// Gives the deposit back, less what a damage costs. What is kept is an indemnity, outside the scope of VAT; what the deposit does not
/// cover goes to the next invoice. The customer gets a letter.
///
/// # Errors
/// [`At`]: settled already, no reason for what is kept, no product to charge it under.
pub fn settle_deposit(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<Hire>,
    damage: &Damage,
) -> Result<Shares, Failure<At>> {
    actor.require(CHECK)?;
    let hire = accepted(tx, actor, id)?;
    let all = slots::of_hire(tx, actor.place, id)?;
    let now = tx.now();
    if all
        .iter()
        .any(|slot| slot.booking.is_some() && slot.period.end() > now)
    {
        // It is settled for good: what happens until the last minute counts.
        return Err(at("cost", HireRefused::NotEnded));
    }
    let known = checks::deposit(tx, actor.place, id)?;
    if known.as_ref().is_some_and(|deposit| deposit.settled.is_some()) {
        return Err(at("cost", HireRefused::Settled));
    }
    let deposit = known.unwrap_or_else(|| nothing_received(now, actor, tx));
    let shares = settle(deposit.amount, damage.cost).map_err(|refused| at("cost", refused))?;
    let reason = damage.reason.trim();
    if reason.chars().count() > 250 || reason.chars().any(char::is_control) {
        return Err(at("reason", HireRefused::Text));
    }
    let charge = if damage.cost.is_positive() {
        if reason.is_empty() {
            return Err(at("reason", HireRefused::ReasonMissing));
        }
        Some(bill(tx, actor, &hire, (damage, &deposit, shares))?)
    } else {
        None
    };
    if deposit.amount.is_zero() {
        checks::receive(tx, actor.place, id, &deposit)?;
    }
    let settlement = Settlement {
        at: now,
        by: actor.person,
        cost: damage.cost,
        kept: shares.kept,
        reason: reason.to_owned(),
        charge,
    };
    checks::settle(tx, actor.place, id, &settlement)?;
    let told = json!({ "kept": shares.kept.cents(), "returned": shares.returned.cents() });
    record(tx, actor, "hire.deposit_settled", id, told)?;
    letters::ask(tx, actor, &Letter::Settled { hire: id })?;
    Ok(shares)
}

/// A hire without a deposit: a damage is paid by an invoice alone.
fn nothing_received(now: kernel::Instant, actor: &Actor, tx: &mut Tx<'_>) -> Deposit {
    let day = zone_of(tx, actor.place).map_or(Day::MIN, |zone| zone.day_of(now));
    Deposit {
        amount: Money::ZERO,
        method: Method::Other,
        received_on: day,
        received_by: actor.person,
        settled: None,
    }
}

/// Charges the indemnity, and records what is kept of the deposit as its payment: until then it was the customer's.
fn bill(
    tx: &mut Tx<'_>,
    actor: &Actor,
    hire: &Hire,
    (damage, deposit, shares): (&Damage, &Deposit, Shares),
) -> Result<Id<Charge>, Failure<At>> {
    let product = match damage.product {
        Some(product) => product,
        None => declared(tx, actor)?,
    };
    if !billing::product(tx, actor.place, product)?.active {
        return Err(at("product", HireRefused::Charge));
    }
    let customer = payer_of(tx, actor, hire)?;
    let today = today(tx, actor.place)?;
    let new = NewCharge {
        customer,
        person: hire.person,
        product,
        label: damage.label.clone(),
        detail: damage.reason.trim().to_owned(),
        quantity: Quantity::ONE,
        unit: Unit::Piece,
        unit_price: damage.cost,
        basis: Basis::Net,
        rate: Rate::ZERO,
        service: Days::one(today),
        source: Source::new(SOURCE, hire.id),
        source_key: format!("hire-damage:{}", hire.id),
    };
    let charge = billing::charge_agreed(tx, actor, new, Some(Exemption::OutOfScope))
        .map_err(|failure| failure.map(|refusal| At::new("cost", refusal)))?;
    if shares.kept.is_positive() {
        let payment = NewPayment {
            customer,
            received_on: today,
            amount: shares.kept,
            method: deposit.method,
            reference: damage.label.clone(),
            allocation: Allocation::OldestFirst,
        };
        // The desk may keep a part of a deposit without holding the permission to record any payment whatever (decision 26).
        let house = Actor {
            person: actor.person,
            account: actor.account,
            ..Actor::system(actor.place)
        };
        billing::record_payment(tx, &house, payment)
            .map_err(|failure| failure.map(|refusal| At::new("cost", refusal)))?;
    }
    Ok(charge)
}

/// What the place has declared damages to be charged under.
fn declared(tx: &mut Tx<'_>, actor: &Actor) -> Result<Id<Product>, Failure<At>> {
    let declared = super::settings::settings(tx, actor.place)?.indemnity;
    declared.ok_or_else(|| at("product", HireRefused::Charge))
}

/// Who was charged for the hire.
fn payer_of(tx: &mut Tx<'_>, actor: &Actor, hire: &Hire) -> Result<CustomerId, Fault> {
    for slot in slots::of_hire(tx, actor.place, hire.id)? {
        if let Some(booking) = slot.booking
            && let Some(booking) = spaces::store::bookings::find(tx, actor.place, booking)?
            && let Some(customer) = booking.customer
        {
            return Ok(customer);
        }
    }
    let person = hire.person.or_not_found()?;
    billing::customer_of(tx, actor, Party::Person(person))
}
