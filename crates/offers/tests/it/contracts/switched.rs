//! A plan changed for another inside a month.

use super::{charge, end, month};
use crate::world::{World, day, euros, net, plan_terms, today};
use harness::both_engines;
use kernel::{Id, PersonId, Role};
use offers::{ContractRefused, Plan, PlanContract, PlanSwitch};
use platform::{Failure, Fault};

fn cheaper(world: &World) -> Id<Plan> {
    world.write(|tx, system| offers::create_plan(tx, system, plan_terms("Nomade"), net(euros(120))).unwrap())
}

type Switched = Result<Id<PlanContract>, Failure<ContractRefused>>;

fn switch(
    world: &World,
    person: PersonId,
    contract: Id<PlanContract>,
    plan: Id<Plan>,
    from: &str,
) -> Switched {
    let switch = PlanSwitch {
        person,
        contract,
        plan,
        from: day(from),
        on: today(),
        seen: None,
    };
    let system = world.system();
    world.act(&system, move |tx, actor| offers::switch_plan(tx, actor, switch))
}

#[test]
fn each_plan_is_paid_for_its_days_whether_or_not_the_month_was_charged_before() {
    both_engines(|db| {
        let world = World::on(&db);
        let nomad = cheaper(&world);
        let (camille, sasha) = (world.member("Camille"), world.member("Sasha"));
        let (one, two) = (
            world.subscribe(camille, "2026-06-01"),
            world.subscribe(sasha, "2026-06-01"),
        );
        switch(&world, camille, one, nomad, "2026-06-11").unwrap();
        charge(&world, "2026-07");
        switch(&world, sasha, two, nomad, "2026-06-11").unwrap();
        charge(&world, "2026-07");
        for person in [camille, sasha] {
            let mut charges = world.charges(person);
            charges.sort_unstable();
            assert_eq!(
                charges,
                [8_000, 8_333, 12_000],
                "80.00 and 83.33 for June, 120.00 for July"
            );
        }
        world.assert_sound();
    });
}

#[test]
fn changed_and_changed_back_in_a_month_three_parts_are_paid() {
    both_engines(|db| {
        let world = World::on(&db);
        let nomad = cheaper(&world);
        let camille = world.member("Camille");
        let first = world.subscribe(camille, "2026-06-01");
        let second = switch(&world, camille, first, nomad, "2026-06-10").unwrap();
        charge(&world, "2026-06");
        switch(&world, camille, second, world.plan, "2026-06-20").unwrap();
        charge(&world, "2026-06");
        let mut charges = world.charges(camille);
        charges.sort_unstable();
        assert_eq!(charges, [4_000, 7_500, 9_167]);
        world.assert_sound();
    });
}

#[test]
fn from_the_first_day_on_the_old_plan_never_held_and_an_end_announced_stays() {
    both_engines(|db| {
        let world = World::on(&db);
        let nomad = cheaper(&world);
        let camille = world.member("Camille");
        let contract = world.subscribe(camille, "2026-06-01");
        charge(&world, "2026-06");
        end(&world, contract, "2026-06-15").unwrap();
        switch(&world, camille, contract, nomad, "2026-06-01").unwrap();
        charge(&world, "2026-08");
        assert_eq!(world.charges(camille), [6_000], "15 days of 30");
        world.assert_sound();
    });
}

#[test]
fn a_change_that_cannot_be_is_refused_and_changes_nothing() {
    both_engines(|db| {
        let world = World::on(&db);
        let nomad = cheaper(&world);
        let camille = world.member("Camille");
        let contract = world.subscribe(camille, "2026-06-10");
        let locker = world.write(|tx, system| {
            offers::create_side_plan(tx, system, plan_terms("Casier"), net(euros(12))).unwrap()
        });
        let from = day("2026-06-10");
        let table = [
            (world.plan, "2026-06-15", ContractRefused::SamePlan),
            (locker, "2026-06-15", ContractRefused::NotAlike),
            (nomad, "2026-06-09", ContractRefused::EndsBeforeStart { from }),
            (nomad, "2027-06-17", ContractRefused::StartOutOfReach),
        ];
        for (plan, from, expected) in table {
            assert_eq!(
                switch(&world, camille, contract, plan, from),
                Err(Failure::Refused(expected))
            );
        }
        end(&world, contract, "2026-06-20").unwrap();
        let until = day("2026-06-20");
        let late = switch(&world, camille, contract, nomad, "2026-06-21");
        assert_eq!(
            late,
            Err(Failure::Refused(ContractRefused::EndedAlready { until }))
        );
        let sasha = world.member("Sasha");
        let hers = switch(&world, sasha, contract, nomad, "2026-06-15");
        assert_eq!(hers, Err(Failure::Fault(Fault::NotFound)));
        let facilitator = world.actor(camille, &[Role::Facilitator]);
        let wanted = PlanSwitch {
            person: camille,
            contract,
            plan: nomad,
            from: until,
            on: today(),
            seen: None,
        };
        let refused = world.act(&facilitator, move |tx, actor| {
            offers::switch_plan(tx, actor, wanted)
        });
        assert_eq!(refused, Err(Failure::Fault(Fault::Forbidden)));
        charge(&world, &month("2026-06").to_string());
        assert_eq!(world.charges(camille), [9_167], "11 days of 30 of the plan held");
    });
}
