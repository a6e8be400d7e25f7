//! Which keys, badges and lockers there are.

use super::today;
use crate::permissions::MANAGE;
use crate::rules::item::{Item, ItemKind, ItemRefused, check_amount};
use crate::store::{items, loans};
use billing::Product;
use kernel::{Actor, Id, Money, PlaceId};
use platform::activity::{self, Subject};
use platform::database::{DatabaseError, Tx};
use platform::{Failure, Fault, OrNotFound, OrRefused, place};
use serde_json::json;

/// The setting that says under which product a lost or broken item is invoiced.
const PRODUCT_SETTING: &str = "stewardship.item_product";

/// A key, a badge or a locker to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewItem {
    /// What it is.
    pub kind: ItemKind,
    /// What is written on it.
    pub number: String,
    /// What it opens, or where it stands; may be empty.
    pub opens: String,
    /// The deposit usually asked for it.
    pub deposit: Money,
}

/// Keeps a new item.
///
/// # Errors
/// [`ItemRefused`].
pub fn create_item(tx: &mut Tx<'_>, actor: &Actor, new: NewItem) -> Result<Id<Item>, Failure<ItemRefused>> {
    actor.require(MANAGE)?;
    let item = Item {
        id: tx.new_id(),
        kind: new.kind,
        number: new.number,
        opens: new.opens,
        deposit: check_amount(new.deposit).map_err(Failure::Refused)?,
        retired_on: None,
    };
    tx.attempt(|tx| items::insert(tx, actor.place, &item))
        .or_refused(items::ONE_NUMBER, ItemRefused::NumberTaken)?;
    record(tx, actor, "item.created", item.id)?;
    Ok(item.id)
}

/// Changes what an item opens and the deposit asked for it from now on.
///
/// # Errors
/// [`ItemRefused::Amount`]; [`Fault::NotFound`] when there is none.
pub fn change_item(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<Item>,
    opens: String,
    deposit: Money,
) -> Result<(), Failure<ItemRefused>> {
    actor.require(MANAGE)?;
    let item = items::lock(tx, actor.place, id)?.or_not_found()?;
    let deposit = check_amount(deposit).map_err(Failure::Refused)?;
    items::change(
        tx,
        actor.place,
        &Item {
            opens,
            deposit,
            ..item
        },
    )?;
    record(tx, actor, "item.changed", id)?;
    Ok(())
}

/// Takes an item out of use.
///
/// # Errors
/// [`ItemRefused::Held`], [`ItemRefused::Retired`]; [`Fault::NotFound`] when there is none.
pub fn retire_item(tx: &mut Tx<'_>, actor: &Actor, id: Id<Item>) -> Result<(), Failure<ItemRefused>> {
    actor.require(MANAGE)?;
    let today = today(tx, actor)?;
    let item = items::lock(tx, actor.place, id)?.or_not_found()?;
    if item.retired_on.is_some() {
        return Err(Failure::Refused(ItemRefused::Retired));
    }
    let holders = loans::of_item(tx, actor.place, id)?;
    if holders.iter().any(|loan| loan.ended.is_none()) {
        return Err(Failure::Refused(ItemRefused::Held));
    }
    retire(tx, actor, item, Some(today))?;
    record(tx, actor, "item.retired", id)?;
    Ok(())
}

/// Takes an item into use again: a lost key was found.
///
/// # Errors
/// [`Fault::NotFound`] when there is none.
pub fn restore_item(tx: &mut Tx<'_>, actor: &Actor, id: Id<Item>) -> Result<(), Fault> {
    actor.require(MANAGE)?;
    let item = items::lock(tx, actor.place, id)?.or_not_found()?;
    if item.retired_on.is_some() {
        retire(tx, actor, item, None)?;
        record(tx, actor, "item.restored", id)?;
    }
    Ok(())
}

/// Notes that an item is no longer lent, or lent again.
pub(super) fn retire(
    tx: &mut Tx<'_>,
    actor: &Actor,
    item: Item,
    on: Option<kernel::Day>,
) -> Result<(), DatabaseError> {
    let item = Item {
        retired_on: on,
        ..item
    };
    items::change(tx, actor.place, &item)
}

/// Says under which product a lost or broken item is invoiced.
///
/// # Errors
/// [`Fault::NotFound`] when there is no such product.
pub fn set_item_product(tx: &mut Tx<'_>, actor: &Actor, product: Id<Product>) -> Result<(), Fault> {
    actor.require(MANAGE)?;
    let product = billing::product(tx, actor.place, product)?;
    place::set_setting(tx, actor.place, PRODUCT_SETTING, &product.id.to_string())?;
    activity::record(
        tx,
        actor,
        "items.product_set",
        Subject::new("place", actor.place),
        json!({ "product": product.name }),
    )?;
    Ok(())
}

/// The product under which a lost or broken item is invoiced, when the office has chosen one that is still there.
pub(crate) fn item_product(tx: &mut Tx<'_>, place: PlaceId) -> Result<Option<Product>, Fault> {
    let set = place::setting(tx, place, PRODUCT_SETTING)?;
    let Some(id) = set.and_then(|text| Id::parse(&text).ok()) else {
        return Ok(None);
    };
    let all = billing::products(tx, place)?;
    Ok(all.into_iter().find(|product| product.id == id))
}

fn record(tx: &mut Tx<'_>, actor: &Actor, verb: &str, id: Id<Item>) -> Result<(), DatabaseError> {
    activity::record(tx, actor, verb, Subject::new("item", id), json!({}))
}
