//! Plans: taken, charged month by month, ended.

mod changed;
mod charged;
mod conditions;
mod ended;
mod imported;
mod own;
mod paused;
mod switched;
mod taken;

use crate::world::{World, day, today};
use kernel::{Audience, Id, Month, PersonId};
use offers::{ContractRefused, NewSubscription, PlanContract};
use platform::Failure;

fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}

fn charge(world: &World, of: &str) -> usize {
    let of = month(of);
    world.write(move |tx, system| offers::charge_plans(tx, system, of).unwrap())
}

fn end(world: &World, contract: Id<PlanContract>, until: &str) -> Result<(), Failure<ContractRefused>> {
    let until = day(until);
    let system = world.system();
    world.act(&system, move |tx, actor| {
        offers::end_contract(tx, actor, contract, until)
    })
}

fn new(world: &World, person: PersonId, from: &str) -> NewSubscription {
    NewSubscription {
        person,
        plan: world.plan,
        from: day(from),
        on: today(),
        seen: None,
    }
}

fn subscribing(world: &World, new: NewSubscription) -> Result<Id<PlanContract>, Failure<ContractRefused>> {
    let system = world.system();
    world.act(&system, move |tx, actor| offers::subscribe_plan(tx, actor, new))
}

fn audience(world: &World, person: PersonId, on: &str) -> Audience {
    let on = day(on);
    world.write(move |tx, system| offers::audience_of(tx, system.place, person, on).unwrap())
}
