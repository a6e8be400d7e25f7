//! What is on sale, and what somebody holds.

use crate::endpoint::{Call, Endpoint, create, get};
use crate::endpoints::booking_wanted::given;
use crate::read::{One, Sent};
use crate::rules::scope::Scope;
use crate::trouble::Trouble;
use crate::wire::{Amount, Listed, Wire};
use billing::Basis;
use kernel::{Audience, Day, Id, Money, PersonId, mark};
use offers::{NewPassSale, PassLot, PassOffer, Plan, PlanContract};
use platform::web::Access;
use platform::{Fault, OrNotFound as _};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub(super) fn endpoints() -> Vec<Endpoint> {
    let look = (Scope::OffersRead, Access::Any(&[offers::OWN, offers::READ]));
    let sell = (Scope::OffersWrite, Access::Any(&[offers::OWN, offers::SELL]));
    vec![
        get("/api/v1/plans", "list_plans", look, plans),
        get("/api/v1/pass-offers", "list_pass_offers", look, pass_offers),
        get("/api/v1/people/{id}/holdings", "show_holdings", look, holdings),
        create("/api/v1/people/{id}/passes", "sell_pass", sell, sell_pass),
    ]
}

/// A plan by the month.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Plan")]
struct PlanOut {
    id: Wire<Id<Plan>>,
    name: String,
    audience: Wire<Audience>,
    /// Whether it is still offered.
    active: bool,
}

fn plans(call: &mut Call<'_, '_>, (): ()) -> Result<Listed<PlanOut>, Trouble> {
    let shown = |plan: Plan| PlanOut {
        id: Wire(plan.id),
        name: plan.name.as_str().to_owned(),
        audience: Wire(plan.audience),
        active: plan.active,
    };
    let all = offers::plans(call.tx, call.caller.place.id)?;
    Ok(Listed::whole(all.into_iter().map(shown).collect()))
}

/// A pass on sale.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "PassOffer")]
struct PassOfferOut {
    id: Wire<Id<PassOffer>>,
    name: String,
    units: i64,
    units_of_a_day: i64,
    units_of_a_half_day: i64,
    /// How many months it is good for; for ever when there is none.
    validity_months: Option<i64>,
    active: bool,
}

fn pass_offers(call: &mut Call<'_, '_>, (): ()) -> Result<Listed<PassOfferOut>, Trouble> {
    let shown = |offer: PassOffer| PassOfferOut {
        id: Wire(offer.id),
        name: offer.name.as_str().to_owned(),
        units: offer.units,
        units_of_a_day: offer.costs.day(),
        units_of_a_half_day: offer.costs.half_day(),
        validity_months: offer.validity_months,
        active: offer.active,
    };
    let all = offers::pass_offers(call.tx, call.caller.place.id)?;
    Ok(Listed::whole(all.into_iter().map(shown).collect()))
}

/// What somebody holds.
#[derive(Serialize, JsonSchema)]
struct Holdings {
    /// Units that may be used today.
    units: i64,
    /// Units owed for visits that no pass could pay.
    debt: i64,
    passes: Vec<Pass>,
    contracts: Vec<Contract>,
}

/// Units bought at one time.
#[derive(Serialize, JsonSchema)]
struct Pass {
    id: Wire<Id<PassLot>>,
    name: String,
    units: i64,
    remaining: i64,
    bought_on: Wire<Day>,
    /// The last day on which it may be used.
    expires_on: Option<Wire<Day>>,
}

/// A plan held.
#[derive(Serialize, JsonSchema)]
pub(super) struct Contract {
    id: Wire<Id<PlanContract>>,
    plan: Wire<Id<Plan>>,
    name: String,
    from: Wire<Day>,
    /// The last day, once it is known.
    until: Option<Wire<Day>>,
    price: Amount,
    basis: Wire<Basis>,
    /// The code of the coupon that comes off its first period, when it was begun with one.
    coupon: Option<String>,
}

fn holdings(call: &mut Call<'_, '_>, One(person): One<mark::Person>) -> Result<Holdings, Trouble> {
    own_or(call, person, offers::READ)?;
    let (place, today) = (call.caller.place.id, call.tx.today(&call.caller.place.zone));
    let balance = offers::remaining(call.tx, place, person, today)?;
    let lots = offers::lots_of(call.tx, place, person)?;
    let contracts = offers::contracts_of(call.tx, place, person)?;
    Ok(Holdings {
        units: balance.units,
        debt: balance.debt,
        passes: lots.into_iter().map(pass).collect(),
        contracts: contracts.into_iter().map(|one| contract(call, one)).collect(),
    })
}

/// A contract as it is told.
pub(super) fn contract(call: &Call<'_, '_>, one: PlanContract) -> Contract {
    Contract {
        id: Wire(one.id),
        plan: Wire(one.plan),
        from: Wire(one.from),
        until: one.until.map(Wire),
        price: call.amount(one.price),
        basis: Wire(one.basis),
        coupon: one.coupon.map(|with| with.code),
        name: one.plan_name,
    }
}

fn pass(lot: PassLot) -> Pass {
    Pass {
        id: Wire(lot.id),
        name: lot.name,
        units: lot.units,
        remaining: lot.remaining,
        bought_on: Wire(lot.bought_on),
        expires_on: lot.expires_on.map(Wire),
    }
}

/// Goes on when the person is the caller, or the caller holds the permission. To whom may not the person does not exist.
pub(super) fn own_or(
    call: &mut Call<'_, '_>,
    person: PersonId,
    permission: kernel::Permission,
) -> Result<(), Trouble> {
    let actor = &call.caller.actor;
    if !actor.is(person) && !actor.may(permission) {
        return Err(Fault::NotFound.into());
    }
    people::person(call.tx, actor.place, person)?.or_not_found()?;
    Ok(())
}

/// A pass to be sold, today.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct PassIn {
    offer: Wire<Id<PassOffer>>,
    /// The price that the buyer was shown, with the coupon, in cents: another price is refused.
    price_shown: Option<i64>,
    /// The code of a coupon that comes off the price.
    #[schemars(length(max = 80))]
    coupon: Option<String>,
}

/// A pass that was sold.
#[derive(Serialize, JsonSchema)]
struct PassSold {
    pass: Wire<Id<PassLot>>,
    price: Amount,
    /// Units that paid debts at once.
    settled: i64,
    /// The last day on which it may be used.
    expires_on: Option<Wire<Day>>,
}

fn sell_pass(
    call: &mut Call<'_, '_>,
    (One(person), Sent(sent)): (One<mark::Person>, Sent<PassIn>),
) -> Result<PassSold, Trouble> {
    own_or(call, person, offers::SELL)?;
    let sale = NewPassSale {
        person,
        offer: sent.offer.0,
        on: call.tx.today(&call.caller.place.zone),
        seen: sent.price_shown.map(Money::from_cents),
    };
    let coupon = given(sent.coupon);
    let sold = offers::sell_pass_with(call.tx, &call.caller.actor, sale, coupon.as_deref())?;
    Ok(PassSold {
        pass: Wire(sold.lot),
        price: call.amount(sold.price),
        settled: sold.settled,
        expires_on: sold.expires_on.map(Wire),
    })
}
