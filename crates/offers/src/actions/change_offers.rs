//! What the place offers: passes and plans, created and changed by those who manage it.

use crate::MANAGE;
use crate::rules::contract::Plan;
use crate::rules::cost::UnitCosts;
use crate::rules::pass_offer::{PassOffer, PassOfferRefused, ProductId, check_pass};
use crate::store::{pass_offers, plans};
use billing::{Basis, CatalogueRefusal, Family, NewProduct, PriceFor, Unit, VatCategory};
use kernel::{Actor, Audience, Day, Id, Money, Name};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, OrNotFound, OrRefused};
use serde_json::json;

kernel::refusals! {
    /// Why an offer is not kept.
    pub enum OfferRefused {
        /// Another offer of the same kind has this name.
        NameTaken = "offers-refused-name-taken",
        /// The pass would not pay for one day, or holds too many units.
        UnitsOutOfBounds {
            /// The fewest units.
            minimum: i64,
            /// The most units.
            maximum: i64
        } = "offers-refused-units-out-of-bounds",
        /// No such number of months.
        ValidityOutOfBounds {
            /// The most months.
            maximum: i64
        } = "offers-refused-validity-out-of-bounds",
        /// The price is below nothing, or its month is billed already.
        PriceRefused = "offers-refused-price",
        /// Billing does not take the product.
        ProductRefused = "offers-refused-product",
        /// What the plan asks for or gives cannot be.
        ConditionsRefused = "offers-refused-conditions",
    }
}

impl From<PassOfferRefused> for OfferRefused {
    fn from(refused: PassOfferRefused) -> Self {
        match refused {
            PassOfferRefused::UnitsOutOfBounds { minimum, maximum } => {
                Self::UnitsOutOfBounds { minimum, maximum }
            }
            PassOfferRefused::ValidityOutOfBounds { maximum } => Self::ValidityOutOfBounds { maximum },
        }
    }
}

/// The money side of a new offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OfferPrice {
    /// How much, on `basis`.
    pub amount: Money,
    /// Whether it includes VAT.
    pub basis: Basis,
    /// Which VAT applies.
    pub vat: VatCategory,
    /// The first day on which it holds.
    pub from: Day,
}

/// What is said of a pass.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassTerms {
    /// What people call it.
    pub name: Name,
    /// Units in it.
    pub units: i64,
    /// What a day and a half-day cost.
    pub costs: UnitCosts,
    /// For how many months it is good; none means for ever.
    pub validity_months: Option<i64>,
    /// Whether it is sold.
    pub active: bool,
}

/// What is said of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanTerms {
    /// What people call it.
    pub name: Name,
    /// The group that its holders belong to.
    pub audience: Audience,
    /// Whether it is offered.
    pub active: bool,
}

/// Puts a pass on offer, with the product that bills it and its first price.
///
/// # Errors
/// [`OfferRefused`].
pub fn create_pass_offer(
    tx: &mut Tx<'_>,
    actor: &Actor,
    terms: PassTerms,
    price: OfferPrice,
) -> Result<Id<PassOffer>, Failure<OfferRefused>> {
    actor.require(MANAGE)?;
    check_pass(terms.units, terms.costs, terms.validity_months)
        .map_err(|refused| Failure::Refused(refused.into()))?;
    let id: Id<PassOffer> = tx.new_id();
    let code = format!("pass-{id}");
    let product = create_product(tx, actor, &terms.name, code, Family::Pass, Unit::Piece, price)?;
    let offer = PassOffer {
        id,
        name: terms.name,
        product,
        units: terms.units,
        costs: terms.costs,
        validity_months: terms.validity_months,
        shared: false,
        active: terms.active,
    };
    pass_offers::insert(tx, actor.place, &offer)
        .or_refused("pass_offer_name_once", OfferRefused::NameTaken)?;
    let detail = json!({ "name": offer.name.as_str(), "units": offer.units });
    activity::record(
        tx,
        actor,
        "pass_offer.created",
        Subject::new("pass_offer", id),
        detail,
    )?;
    Ok(id)
}

/// Changes what is offered from now on; passes already sold keep their numbers.
///
/// # Errors
/// [`OfferRefused`]; [`platform::Fault::NotFound`] when there is no such pass.
pub fn change_pass_offer(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<PassOffer>,
    terms: PassTerms,
) -> Result<(), Failure<OfferRefused>> {
    actor.require(MANAGE)?;
    check_pass(terms.units, terms.costs, terms.validity_months)
        .map_err(|refused| Failure::Refused(refused.into()))?;
    let found = pass_offers::find(tx, actor.place, id)?.or_not_found()?;
    let offer = PassOffer {
        name: terms.name,
        units: terms.units,
        costs: terms.costs,
        validity_months: terms.validity_months,
        active: terms.active,
        ..found
    };
    pass_offers::update(tx, actor.place, &offer)
        .or_refused("pass_offer_name_once", OfferRefused::NameTaken)?;
    let detail = json!({ "name": offer.name.as_str(), "units": offer.units });
    activity::record(
        tx,
        actor,
        "pass_offer.changed",
        Subject::new("pass_offer", id),
        detail,
    )?;
    Ok(())
}

/// Says whether all people of the payer draw on a pass; passes sold already stay as they were.
///
/// # Errors
/// [`platform::Fault::NotFound`] when there is no such pass.
pub fn share_pass_offer(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<PassOffer>,
    shared: bool,
) -> Result<(), Failure<OfferRefused>> {
    actor.require(MANAGE)?;
    let known = pass_offers::find(tx, actor.place, id)?.or_not_found()?;
    if known.shared != shared {
        pass_offers::share(tx, actor.place, id, shared)?;
        let detail = json!({ "name": known.name.as_str() });
        let subject = Subject::new("pass_offer", id);
        activity::record(tx, actor, "pass_offer.sharing_set", subject, detail)?;
    }
    Ok(())
}

/// Puts a plan on offer that gives a desk, with the product that bills it and its first price.
///
/// # Errors
/// [`OfferRefused`].
pub fn create_plan(
    tx: &mut Tx<'_>,
    actor: &Actor,
    terms: PlanTerms,
    price: OfferPrice,
) -> Result<Id<Plan>, Failure<OfferRefused>> {
    create(tx, actor, terms, price, false)
}

/// Puts a plan on offer that is held beside another one: a locker, a registered office.
///
/// # Errors
/// [`OfferRefused`].
pub fn create_side_plan(
    tx: &mut Tx<'_>,
    actor: &Actor,
    terms: PlanTerms,
    price: OfferPrice,
) -> Result<Id<Plan>, Failure<OfferRefused>> {
    create(tx, actor, terms, price, true)
}

fn create(
    tx: &mut Tx<'_>,
    actor: &Actor,
    terms: PlanTerms,
    price: OfferPrice,
    beside: bool,
) -> Result<Id<Plan>, Failure<OfferRefused>> {
    actor.require(MANAGE)?;
    let id: Id<Plan> = tx.new_id();
    let code = format!("plan-{id}");
    let family = if beside { Family::Other } else { Family::Plan };
    let product = create_product(tx, actor, &terms.name, code, family, Unit::Month, price)?;
    let plan = Plan {
        id,
        name: terms.name,
        product,
        audience: terms.audience,
        beside,
        active: terms.active,
    };
    plans::insert(tx, actor.place, &plan).or_refused("plan_name_once", OfferRefused::NameTaken)?;
    let detail = json!({ "name": plan.name.as_str() });
    activity::record(tx, actor, "plan.created", Subject::new("plan", id), detail)?;
    Ok(id)
}

/// Changes a plan: its name and audience count at once for those who hold it, its price for nobody.
///
/// # Errors
/// [`OfferRefused`]; [`platform::Fault::NotFound`] when there is no such plan.
pub fn change_plan(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<Plan>,
    terms: PlanTerms,
) -> Result<(), Failure<OfferRefused>> {
    actor.require(MANAGE)?;
    let found = plans::find(tx, actor.place, id)?.or_not_found()?;
    let plan = Plan {
        name: terms.name,
        audience: terms.audience,
        active: terms.active,
        ..found
    };
    plans::update(tx, actor.place, &plan).or_refused("plan_name_once", OfferRefused::NameTaken)?;
    let detail = json!({ "name": plan.name.as_str() });
    activity::record(tx, actor, "plan.changed", Subject::new("plan", id), detail)?;
    Ok(())
}

/// Sets the price of a pass from a day on.
///
/// # Errors
/// [`OfferRefused::PriceRefused`]; [`platform::Fault::NotFound`] when there is no such pass.
pub fn price_pass_offer(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<PassOffer>,
    amount: Money,
    from: Day,
) -> Result<(), Failure<OfferRefused>> {
    actor.require(MANAGE)?;
    let offer = pass_offers::find(tx, actor.place, id)?.or_not_found()?;
    set_price(tx, actor, offer.product, Unit::Piece, amount, from)?;
    let detail = json!({ "name": offer.name.as_str(), "cents": amount.cents(), "day": from.to_string() });
    activity::record(
        tx,
        actor,
        "pass_offer.priced",
        Subject::new("pass_offer", id),
        detail,
    )?;
    Ok(())
}

/// Sets the price of a plan from a day on, for contracts agreed from that day.
///
/// # Errors
/// [`OfferRefused::PriceRefused`]; [`platform::Fault::NotFound`] when there is no such plan.
pub fn price_plan(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<Plan>,
    amount: Money,
    from: Day,
) -> Result<(), Failure<OfferRefused>> {
    actor.require(MANAGE)?;
    let plan = plans::find(tx, actor.place, id)?.or_not_found()?;
    set_price(tx, actor, plan.product, Unit::Month, amount, from)?;
    let detail = json!({ "name": plan.name.as_str(), "cents": amount.cents(), "day": from.to_string() });
    activity::record(tx, actor, "plan.priced", Subject::new("plan", id), detail)?;
    Ok(())
}

fn create_product(
    tx: &mut Tx<'_>,
    actor: &Actor,
    name: &Name,
    code: String,
    family: Family,
    unit: Unit,
    price: OfferPrice,
) -> Result<ProductId, Failure<OfferRefused>> {
    let new = NewProduct {
        code,
        name: name.to_string(),
        family,
        vat_category: price.vat,
        basis: price.basis,
        account_code: String::new(),
    };
    let product = billing::create_product(tx, actor, new);
    let product = product.map_err(|failure| failure.map(|_| OfferRefused::ProductRefused))?;
    set_price(tx, actor, product, unit, price.amount, price.from)?;
    Ok(product)
}

fn set_price(
    tx: &mut Tx<'_>,
    actor: &Actor,
    product: ProductId,
    unit: Unit,
    amount: Money,
    from: Day,
) -> Result<(), Failure<OfferRefused>> {
    let new = billing::Price {
        product,
        audience: PriceFor(None),
        unit,
        amount,
        from,
    };
    billing::set_price(tx, actor, new)
        .map_err(|failure: Failure<CatalogueRefusal>| failure.map(|_| OfferRefused::PriceRefused))?;
    Ok(())
}
