//! Products and their prices.

use crate::endpoint::{Call, Endpoint, create, get};
use crate::read::{One, Sent};
use crate::rules::scope::Scope;
use crate::trouble::Trouble;
use crate::wire::{Amount, Listed, Wire};
use billing::{Basis, Family, Price, PriceFor, Product, Unit};
use kernel::{Audience, Day, Id, Money};
use platform::OrNotFound as _;
use platform::web::Access;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

pub(super) fn endpoints() -> Vec<Endpoint> {
    let read = (Scope::BillingRead, Access::Needs(billing::READ));
    let write = (Scope::BillingWrite, Access::Needs(billing::WRITE));
    vec![
        get("/api/v1/products", "list_products", read, products),
        create("/api/v1/products/{id}/prices", "set_price", write, set),
    ]
}

/// Something that is sold, with its prices of today.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Product")]
struct ProductOut {
    id: Wire<Id<Product>>,
    code: String,
    name: String,
    family: Wire<Family>,
    basis: Wire<Basis>,
    active: bool,
    prices: Vec<ProductPrice>,
}

/// A price of today.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Price")]
struct ProductPrice {
    /// For whom; for everybody when there is none.
    audience: Option<Wire<Audience>>,
    unit: Wire<Unit>,
    amount: Amount,
    /// Since when.
    from: Wire<Day>,
}

fn products(call: &mut Call<'_, '_>, (): ()) -> Result<Listed<ProductOut>, Trouble> {
    let (place, today) = (call.caller.place.id, call.tx.today(&call.caller.place.zone));
    let mut prices: BTreeMap<Id<Product>, Vec<Price>> = BTreeMap::new();
    for price in billing::prices_on(call.tx, place, today)? {
        prices.entry(price.product).or_default().push(price);
    }
    let all = billing::products(call.tx, place)?;
    let shown = |product: Product| ProductOut {
        prices: prices
            .remove(&product.id)
            .unwrap_or_default()
            .into_iter()
            .map(|price| ProductPrice {
                audience: price.audience.0.map(Wire),
                unit: Wire(price.unit),
                amount: call.amount(price.amount),
                from: Wire(price.from),
            })
            .collect(),
        id: Wire(product.id),
        code: product.code,
        name: product.name,
        family: Wire(product.family),
        basis: Wire(product.basis),
        active: product.active,
    };
    Ok(Listed::whole(all.into_iter().map(shown).collect()))
}

/// A price from a day on. What was agreed before keeps its price.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct PriceIn {
    /// For whom; for everybody when there is none.
    audience: Option<Wire<Audience>>,
    unit: Wire<Unit>,
    /// On the basis of the product.
    #[schemars(range(min = 0, max = 100_000_000))]
    cents: i64,
    /// The first day on which it holds.
    from: Wire<Day>,
}

fn set(
    call: &mut Call<'_, '_>,
    (One(product), Sent(sent)): (One<Product>, Sent<PriceIn>),
) -> Result<ProductPrice, Trouble> {
    let known = billing::products(call.tx, call.caller.place.id)?;
    known.iter().find(|one| one.id == product).or_not_found()?;
    let price = Price {
        product,
        audience: PriceFor(sent.audience.map(|audience| audience.0)),
        unit: sent.unit.0,
        amount: Money::from_cents(sent.cents),
        from: sent.from.0,
    };
    billing::set_price(call.tx, &call.caller.actor, price)?;
    Ok(ProductPrice {
        audience: price.audience.0.map(Wire),
        unit: Wire(price.unit),
        amount: call.amount(price.amount),
        from: Wire(price.from),
    })
}
