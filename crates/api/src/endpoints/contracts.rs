//! Plans begun, paused and ended.

use crate::endpoint::{Call, Endpoint, create, post};
use crate::endpoints::booking_wanted::given;
use crate::endpoints::offers::{Contract, contract, own_or};
use crate::endpoints::spaces::Done;
use crate::read::{One, Sent};
use crate::rules::scope::Scope;
use crate::trouble::Trouble;
use crate::wire::{Amount, Wire};
use kernel::{Day, Id, Money, PersonId, mark};
use offers::{NewPause, NewSubscription, Pause, Plan, PlanContract};
use platform::OrNotFound as _;
use platform::web::Access;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub(super) fn endpoints() -> Vec<Endpoint> {
    let manage = (Scope::OffersWrite, Access::Needs(offers::MANAGE));
    let own = (Scope::OffersWrite, Access::Any(&[offers::OWN, offers::MANAGE]));
    vec![
        create("/api/v1/people/{id}/contracts", "join_plan", manage, join),
        create("/api/v1/people/{id}/pauses", "pause_plan", own, pause),
        post("/api/v1/people/{id}/resumptions", "resume_plan", own, resume),
        post("/api/v1/contracts/{id}/ending", "end_contract", manage, end),
    ]
}

/// A plan to be held.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ContractIn {
    plan: Wire<Id<Plan>>,
    /// From which day.
    from: Wire<Day>,
    /// The monthly price that was shown, in cents: another one is refused.
    price_shown: Option<i64>,
    /// The code of a coupon that comes off the fee for joining or the first period.
    #[schemars(length(max = 80))]
    coupon: Option<String>,
}

fn join(
    call: &mut Call<'_, '_>,
    (One(person), Sent(sent)): (One<mark::Person>, Sent<ContractIn>),
) -> Result<Contract, Trouble> {
    own_or(call, person, offers::MANAGE)?;
    let new = NewSubscription {
        person,
        plan: sent.plan.0,
        from: sent.from.0,
        on: call.tx.today(&call.caller.place.zone),
        seen: sent.price_shown.map(Money::from_cents),
    };
    let coupon = given(sent.coupon);
    let id = offers::subscribe_plan_with(call.tx, &call.caller.actor, new, coupon.as_deref())?;
    held(call, person, id)
}

fn held(call: &mut Call<'_, '_>, person: PersonId, id: Id<PlanContract>) -> Result<Contract, Trouble> {
    let all = offers::contracts_of(call.tx, call.caller.place.id, person)?;
    let found = all.into_iter().find(|one| one.id == id).or_not_found()?;
    Ok(contract(call, found))
}

/// Days on which a plan gives nothing.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct PauseIn {
    contract: Wire<Id<PlanContract>>,
    /// The first day.
    from: Wire<Day>,
    /// The last day.
    until: Wire<Day>,
    /// Why; kept from everybody but who asks and who manages offers.
    #[serde(default)]
    #[schemars(length(max = 500))]
    reason: String,
}

/// A pause.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Pause")]
struct PauseOut {
    id: Wire<Id<Pause>>,
    contract: Wire<Id<PlanContract>>,
    /// The first day.
    from: Wire<Day>,
    /// The last day.
    until: Wire<Day>,
    /// The price of a month of the plan, of which a part may be due meanwhile.
    price: Amount,
}

fn pause(
    call: &mut Call<'_, '_>,
    (One(person), Sent(sent)): (One<mark::Person>, Sent<PauseIn>),
) -> Result<PauseOut, Trouble> {
    own_or(call, person, offers::MANAGE)?;
    let new = NewPause {
        person,
        contract: sent.contract.0,
        from: sent.from.0,
        until: sent.until.0,
        reason: sent.reason,
        on: call.tx.today(&call.caller.place.zone),
    };
    let id = offers::pause_plan(call.tx, &call.caller.actor, &new)?;
    let contract = offers::contracts_of(call.tx, call.caller.place.id, person)?;
    let contract = contract
        .into_iter()
        .find(|one| one.id == new.contract)
        .or_not_found()?;
    Ok(PauseOut {
        id: Wire(id),
        contract: Wire(new.contract),
        from: Wire(new.from),
        until: Wire(new.until),
        price: call.amount(contract.price),
    })
}

/// The end of a pause.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ResumptionIn {
    contract: Wire<Id<PlanContract>>,
    pause: Wire<Id<Pause>>,
    /// The first day on which the plan gives again.
    from: Wire<Day>,
}

fn resume(
    call: &mut Call<'_, '_>,
    (One(person), Sent(sent)): (One<mark::Person>, Sent<ResumptionIn>),
) -> Result<Done, Trouble> {
    own_or(call, person, offers::MANAGE)?;
    let today = call.tx.today(&call.caller.place.zone);
    let which = (person, sent.contract.0, sent.pause.0);
    offers::resume_plan(call.tx, &call.caller.actor, which, sent.from.0, today)?;
    Ok(Done::DONE)
}

/// The end of a contract.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct EndingIn {
    /// The last day.
    until: Wire<Day>,
}

fn end(
    call: &mut Call<'_, '_>,
    (One(id), Sent(sent)): (One<PlanContract>, Sent<EndingIn>),
) -> Result<Done, Trouble> {
    offers::end_contract(call.tx, &call.caller.actor, id, sent.until.0)?;
    Ok(Done::DONE)
}
