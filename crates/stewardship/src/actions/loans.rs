//! Handing an item over against a deposit, and taking it back.

use super::items::{item_product, retire};
use super::today;
use crate::permissions::RUN;
use crate::rules::item::{Item, ItemRefused, Loan, LoanEnd, Outcome, Settled, check_amount, settle};
use crate::store::{items, loans};
use billing::{Allocation, Basis, Charge, Method, NewCharge, NewPayment, Quantity, Source, Unit};
use kernel::{Actor, CustomerId, Day, Days, Id, Money, PersonId};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound, OrRefused};
use serde_json::json;

/// An item to be handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewLoan {
    /// What.
    pub item: Id<Item>,
    /// To whom.
    pub person: PersonId,
    /// The day on which it is expected back, if one was agreed.
    pub due_on: Option<Day>,
    /// The deposit received.
    pub deposit: Money,
    /// How it was paid, when there is one.
    pub method: Option<Method>,
}

/// The end of a loan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewLoanEnd {
    /// In what state the item came back, if it did.
    pub outcome: Outcome,
    /// What that costs the holder, VAT included: the deposit pays it as far as it goes, an invoice the rest.
    pub cost: Money,
    /// What the invoice calls it, in the language of the place.
    pub label: String,
    /// What the desk writes down; may be empty.
    pub note: String,
}

/// Hands an item over. It is never with two persons.
///
/// # Errors
/// [`ItemRefused`]; [`Fault::NotFound`] when there is no such item.
pub fn hand_over_item(
    tx: &mut Tx<'_>,
    actor: &Actor,
    new: &NewLoan,
) -> Result<Id<Loan>, Failure<ItemRefused>> {
    actor.require(RUN)?;
    let today = today(tx, actor)?;
    let refused = |why| Err(Failure::Refused(why));
    let item = items::lock(tx, actor.place, new.item)?.or_not_found()?;
    if item.retired_on.is_some() {
        return refused(ItemRefused::Retired);
    }
    if people::person(tx, actor.place, new.person)?.is_none() {
        return refused(ItemRefused::NoHolder);
    }
    if new.due_on.is_some_and(|due| due < today) {
        return refused(ItemRefused::DuePast);
    }
    let deposit = check_amount(new.deposit).map_err(Failure::Refused)?;
    if deposit.is_positive() && new.method.is_none() {
        return refused(ItemRefused::NoMethod);
    }
    let loan = Loan {
        id: tx.new_id(),
        item: new.item,
        person: new.person,
        handed_at: tx.now(),
        handed_by: actor.person,
        due_on: new.due_on,
        deposit,
        method: new.method.filter(|_| deposit.is_positive()),
        ended: None,
    };
    tx.attempt(|tx| loans::insert(tx, actor.place, &loan))
        .or_refused(loans::ONE_HOLDER, ItemRefused::Held)?;
    told(tx, actor, "item.handed_over", &item, new.person)?;
    Ok(loan.id)
}

/// Takes an item back, or gives it up for lost: then it is no longer lent. What it costs is charged to whoever pays for the holder,
/// and the part of the deposit that is kept is recorded as their payment.
///
/// # Errors
/// [`ItemRefused`]; [`Fault::NotFound`] when there is no such loan.
pub fn take_back_item(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<Loan>,
    new: NewLoanEnd,
) -> Result<Settled, Failure<ItemRefused>> {
    actor.require(RUN)?;
    let loan = loans::lock(tx, actor.place, id)?.or_not_found()?;
    if loan.ended.is_some() {
        return Err(Failure::Refused(ItemRefused::Ended));
    }
    let settled = settle(new.outcome, loan.deposit, new.cost).map_err(Failure::Refused)?;
    let item = items::lock(tx, actor.place, loan.item)?.or_not_found()?;
    let charge = match new.cost.is_zero() {
        true => None,
        false => Some(bill(tx, actor, &loan, &new, settled)?),
    };
    let ended = LoanEnd {
        at: tx.now(),
        by: actor.person,
        outcome: new.outcome,
        cost: new.cost,
        charge,
        note: new.note,
    };
    loans::end(tx, actor.place, id, &ended)?;
    match new.outcome {
        Outcome::Returned => told(tx, actor, "item.returned", &item, loan.person)?,
        Outcome::Damaged => told(tx, actor, "item.damaged", &item, loan.person)?,
        Outcome::Lost => {
            told(tx, actor, "item.lost", &item, loan.person)?;
            let today = today(tx, actor)?;
            retire(tx, actor, item, Some(today))?;
        }
    }
    Ok(settled)
}

/// Charges the cost, and records what is kept of the deposit.
fn bill(
    tx: &mut Tx<'_>,
    actor: &Actor,
    loan: &Loan,
    new: &NewLoanEnd,
    settled: Settled,
) -> Result<Id<Charge>, Failure<ItemRefused>> {
    let today = today(tx, actor)?;
    let product = item_product(tx, actor.place)?.ok_or(Failure::Refused(ItemRefused::NoProduct))?;
    let (_, rate) = billing::vat_rate_on(tx, actor.place, product.id, today)?;
    let payer = people::payer(tx, actor.place, loan.person)?;
    let customer = billing::customer_of(tx, actor, payer)?;
    let charge = NewCharge {
        customer,
        person: Some(loan.person),
        product: product.id,
        label: new.label.clone(),
        detail: new.note.clone(),
        quantity: Quantity::ONE,
        unit: Unit::Piece,
        unit_price: new.cost,
        basis: Basis::Gross,
        rate,
        service: Days::one(today),
        source: Source::new("item_loan", loan.id),
        source_key: format!("item-loan:{}", loan.id),
    };
    let charge =
        billing::charge(tx, actor, charge).map_err(|failure| failure.map(|_| ItemRefused::ChargeRefused))?;
    if let (true, Some(method)) = (settled.kept.is_positive(), loan.method) {
        keep(tx, actor, customer, settled.kept, method, &new.label, today)?;
    }
    Ok(charge)
}

/// Records the kept part of a deposit as received today: until then it was the holder's.
fn keep(
    tx: &mut Tx<'_>,
    actor: &Actor,
    customer: CustomerId,
    amount: Money,
    method: Method,
    label: &str,
    today: Day,
) -> Result<(), Failure<ItemRefused>> {
    let payment = NewPayment {
        customer,
        received_on: today,
        amount,
        method,
        reference: label.to_owned(),
        allocation: Allocation::OldestFirst,
    };
    // The desk may keep a deposit without holding the permission to record any payment whatever.
    let house = Actor {
        person: actor.person,
        account: actor.account,
        ..Actor::system(actor.place)
    };
    billing::record_payment(tx, &house, payment)
        .map(drop)
        .map_err(|failure| failure.map(|_| ItemRefused::PaymentRefused))
}

/// A line on the item and one on the person.
fn told(tx: &mut Tx<'_>, actor: &Actor, verb: &str, item: &Item, person: PersonId) -> Result<(), Fault> {
    let name = people::names_of(tx, actor.place, &[person])?.remove(&person);
    let detail = json!({
        "name": name.unwrap_or_default(),
        "kind": item.kind.code(),
        "number": item.number,
    });
    activity::record(tx, actor, verb, Subject::new("item", item.id), detail.clone())?;
    activity::record(tx, actor, verb, Subject::new("person", person), detail)?;
    Ok(())
}
