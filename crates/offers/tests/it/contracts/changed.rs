//! A member changes their own plan and takes the change back (T38).

use super::charge;
use crate::world::{World, day, euros, net, plan_terms, today};
use harness::both_engines;
use kernel::{Actor, Id, PersonId, Role};
use offers::{
    ChangeWhen, ContractRefused, OfferSettings, Plan, PlanBenefits, PlanConditions, PlanContract, PlanSwitch,
};
use platform::{Failure, Fault};

fn plan(world: &World, name: &'static str, price: i64) -> Id<Plan> {
    world.write(move |tx, system| {
        offers::create_plan(tx, system, plan_terms(name), net(euros(price))).unwrap()
    })
}

fn allow(world: &World, change_when: ChangeWhen) {
    world.write(move |tx, system| {
        let known = offers::settings(tx, system.place).unwrap();
        offers::keep_settings(tx, system, OfferSettings { change_when, ..known }).unwrap();
    });
}

fn member(world: &World, person: PersonId) -> Actor {
    world.actor(person, &[Role::Member])
}

type Switched = Result<Id<PlanContract>, Failure<ContractRefused>>;

fn switch(world: &World, actor: &Actor, contract: Id<PlanContract>, plan: Id<Plan>, from: &str) -> Switched {
    let switch = PlanSwitch {
        person: actor.person.unwrap(),
        contract,
        plan,
        from: day(from),
        on: today(),
        seen: None,
    };
    world.act(actor, move |tx, actor| offers::switch_own_plan(tx, actor, switch))
}

fn take_back(
    world: &World,
    actor: &Actor,
    person: PersonId,
    contract: Id<PlanContract>,
) -> Result<(), Failure<ContractRefused>> {
    world.act(actor, move |tx, actor| {
        offers::take_back_switch(tx, actor, person, contract, today())
    })
}

#[test]
fn a_change_begins_when_the_place_says_and_is_taken_back_until_it_begins() {
    both_engines(|db| {
        let world = World::on(&db);
        let nomad = plan(&world, "Nomade", 120);
        let camille = world.member("Camille");
        let actor = member(&world, camille);
        let contract = world.subscribe(camille, "2026-06-01");
        charge(&world, "2026-07");
        let early = switch(&world, &actor, contract, nomad, "2026-06-20");
        assert_eq!(early, Err(Failure::Refused(ContractRefused::StartOutOfReach)));
        let next = switch(&world, &actor, contract, nomad, "2026-07-01").unwrap();
        assert_eq!(
            world.charges(camille),
            [25_000],
            "July is taken back: it was not invoiced"
        );
        let again = switch(&world, &actor, contract, nomad, "2026-07-01");
        let followed = ContractRefused::FollowedAlready {
            plan: "Nomade".to_owned(),
            from: day("2026-07-01"),
        };
        assert_eq!(again, Err(Failure::Refused(followed)));
        let sasha = world.member("Sasha");
        let hers = take_back(&world, &member(&world, sasha), sasha, next);
        assert_eq!(hers, Err(Failure::Fault(Fault::NotFound)), "another one's");
        let hers = take_back(&world, &member(&world, sasha), camille, next);
        assert_eq!(hers, Err(Failure::Fault(Fault::Forbidden)));
        take_back(&world, &actor, camille, next).unwrap();
        let gone = take_back(&world, &actor, camille, next);
        assert_eq!(gone, Err(Failure::Fault(Fault::NotFound)), "it is no more");
        charge(&world, "2026-08");
        assert_eq!(
            world.charges(camille),
            [25_000, 25_000, 25_000],
            "the plan held before goes on"
        );
        allow(&world, ChangeWhen::Now);
        let now = switch(&world, &actor, contract, nomad, "2026-06-15").unwrap();
        let begun = take_back(&world, &actor, camille, now);
        assert_eq!(begun, Err(Failure::Refused(ContractRefused::BegunAlready)));
        world.assert_sound();
    });
}

#[test]
fn a_commitment_is_told_with_its_day_and_a_dearer_plan_is_always_possible() {
    both_engines(|db| {
        let world = World::on(&db);
        let (cheap, dear) = (plan(&world, "Nomade", 120), plan(&world, "Bureau", 400));
        let held = world.plan;
        world.write(move |tx, system| {
            let conditions = PlanConditions {
                commitment_months: 12,
                ..PlanConditions::default()
            };
            offers::set_plan_conditions(tx, system, held, &conditions, &PlanBenefits::default()).unwrap();
        });
        let camille = world.member("Camille");
        let actor = member(&world, camille);
        let contract = world.subscribe(camille, "2026-06-01");
        let refused = switch(&world, &actor, contract, cheap, "2026-07-01");
        let until = day("2027-05-31");
        assert_eq!(
            refused,
            Err(Failure::Refused(ContractRefused::Committed { until }))
        );
        let next = switch(&world, &actor, contract, dear, "2026-07-01").unwrap();
        let contracts =
            world.write(move |tx, system| offers::contracts_of(tx, system.place, camille).unwrap());
        let next = contracts.into_iter().find(|held| held.id == next).unwrap();
        assert_eq!(
            next.committed_until,
            Some(until),
            "whoever committed themselves stays so"
        );
        world.assert_sound();
    });
}

#[test]
fn only_the_holder_changes_as_a_member() {
    both_engines(|db| {
        let world = World::on(&db);
        let nomad = plan(&world, "Nomade", 120);
        let (camille, sasha) = (world.member("Camille"), world.member("Sasha"));
        let contract = world.subscribe(camille, "2026-06-01");
        let hers = switch(&world, &member(&world, sasha), contract, nomad, "2026-07-01");
        assert_eq!(hers, Err(Failure::Fault(Fault::NotFound)));
        let forged = PlanSwitch {
            person: camille,
            contract,
            plan: nomad,
            from: day("2026-07-01"),
            on: today(),
            seen: None,
        };
        let forged = world.act(&member(&world, sasha), move |tx, actor| {
            offers::switch_own_plan(tx, actor, forged)
        });
        assert_eq!(forged, Err(Failure::Fault(Fault::Forbidden)));
    });
}
