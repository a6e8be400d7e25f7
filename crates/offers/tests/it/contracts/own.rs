//! A member takes a plan and ends one by themselves (T38).

use super::charge;
use crate::world::{World, day, euros, net, plan_terms, today};
use harness::{both_engines, together};
use kernel::{Day, Id, PersonId, Role};
use offers::{
    ContractRefused, NewSubscription, OfferRefused, PlanBenefits, PlanConditions, PlanContract, PlanNotice,
};
use platform::{Failure, Fault};

fn takes(world: &World, person: PersonId, from: &str) -> Result<Id<PlanContract>, Failure<ContractRefused>> {
    let new = NewSubscription {
        person,
        plan: world.plan,
        from: day(from),
        on: today(),
        seen: None,
    };
    let actor = world.actor(person, &[Role::Member]);
    world.act(&actor, move |tx, actor| {
        offers::take_own_plan(tx, actor, new, None)
    })
}

fn ends(
    world: &World,
    person: PersonId,
    contract: Id<PlanContract>,
    until: Day,
) -> Result<(), Failure<ContractRefused>> {
    let actor = world.actor(person, &[Role::Member]);
    world.act(&actor, move |tx, actor| {
        offers::end_own_plan(tx, actor, contract, until)
    })
}

fn refused(result: Result<(), Failure<ContractRefused>>, why: &ContractRefused) -> bool {
    matches!(result, Err(Failure::Refused(refusal)) if refusal == *why)
}

fn asks(world: &World, months: i64, notice: i64) {
    let plan = world.plan;
    world.write(move |tx, system| {
        let asked = PlanConditions {
            commitment_months: months,
            notice: PlanNotice {
                months: notice,
                to_the_end: false,
            },
            setup: Some(("Frais de dossier".to_owned(), euros(50))),
            ..PlanConditions::default()
        };
        offers::set_plan_conditions(tx, system, plan, &asked, &PlanBenefits::default()).unwrap();
    });
}

fn until(world: &World, person: PersonId) -> Option<Day> {
    world.write(move |tx, system| offers::contracts_of(tx, system.place, person).unwrap()[0].until)
}

#[test]
fn t38_a_member_takes_a_plan_and_is_charged_the_fee_and_the_days_of_the_first_month() {
    both_engines(|db| {
        let world = World::on(&db);
        asks(&world, 0, 0);
        let camille = world.member("Camille");
        takes(&world, camille, "2026-06-16").unwrap();
        charge(&world, "2026-06");
        assert_eq!(
            world.charges(camille),
            [5_000, 12_500],
            "the fee, and 15 days of 30"
        );
        let again = takes(&world, camille, "2026-06-20");
        assert!(
            matches!(again, Err(Failure::Refused(ContractRefused::HeldAlready { .. }))),
            "{again:?}"
        );
        world.assert_sound();
    });
}

#[test]
fn nobody_takes_a_plan_for_another_nor_without_a_membership_that_lasts() {
    both_engines(|db| {
        let world = World::on(&db);
        let (camille, sasha) = (world.member("Camille"), world.person("Sasha"));
        let not_a_member = |result| {
            matches!(
                result,
                Err::<Id<PlanContract>, _>(Failure::Refused(ContractRefused::NotAMember))
            )
        };
        assert!(not_a_member(takes(&world, sasha, "2026-06-16")));
        let actor = world.actor(sasha, &[Role::Member]);
        let new = NewSubscription {
            person: camille,
            plan: world.plan,
            from: today(),
            on: today(),
            seen: None,
        };
        let other = world.act(&actor, move |tx, actor| {
            offers::take_own_plan(tx, actor, new, None)
        });
        assert!(
            matches!(other, Err(Failure::Fault(Fault::Forbidden))),
            "{other:?}"
        );
        world.write(move |tx, system| {
            people::end_membership(tx, system, camille, today().plus_days(40)).unwrap();
        });
        assert!(
            not_a_member(takes(&world, camille, "2026-06-16")),
            "who leaves takes none"
        );
        let max = world.member("Max");
        for from in ["2026-06-14", "2026-09-16"] {
            let refused = takes(&world, max, from);
            assert!(
                matches!(refused, Err(Failure::Refused(ContractRefused::OwnStart { .. }))),
                "{from}: {refused:?}"
            );
        }
        takes(&world, max, "2026-09-15").unwrap();
    });
}

#[test]
fn t38_a_member_ends_a_plan_with_its_notice_and_stays_a_member() {
    both_engines(|db| {
        let world = World::on(&db);
        asks(&world, 0, 1);
        let camille = world.member("Camille");
        let contract = takes(&world, camille, "2026-06-15").unwrap();
        let early = ends(&world, camille, contract, day("2026-07-13"));
        let runs = ContractRefused::NoticeRuns {
            until: day("2026-07-14"),
        };
        assert!(refused(early, &runs));
        ends(&world, camille, contract, day("2026-07-14")).unwrap();
        assert_eq!(until(&world, camille), Some(day("2026-07-14")));
        charge(&world, "2026-06");
        charge(&world, "2026-07");
        assert_eq!(world.charges(camille), [5_000, 13_333, 11_290], "14 days of 31");
        let member = world.write(move |tx, system| {
            people::is_member_on(tx, system.place, camille, day("2027-01-01")).unwrap()
        });
        assert!(member);
        let sasha = world.member("Sasha");
        let foreign = ends(&world, sasha, contract, day("2026-07-14"));
        assert!(
            matches!(foreign, Err(Failure::Fault(Fault::NotFound))),
            "{foreign:?}"
        );
        world.assert_sound();
    });
}

#[test]
fn a_commitment_is_kept_even_by_a_change_that_never_begins() {
    both_engines(|db| {
        let world = World::on(&db);
        asks(&world, 6, 0);
        let camille = world.member("Camille");
        let contract = takes(&world, camille, "2026-06-15").unwrap();
        let last = day("2026-12-14");
        let early = ends(&world, camille, contract, day("2026-12-13"));
        let runs = ContractRefused::NoticeRuns { until: last };
        assert!(refused(early, &runs));
        let dearer = world.write(|tx, system| {
            let made: Result<_, Failure<OfferRefused>> =
                offers::create_plan(tx, system, plan_terms("Bureau"), net(euros(400)));
            made.unwrap()
        });
        let actor = world.actor(camille, &[Role::Member]);
        let switch = offers::PlanSwitch {
            person: camille,
            contract,
            plan: dearer,
            from: day("2026-07-01"),
            on: today(),
            seen: None,
        };
        let next = world
            .act(&actor, move |tx, actor| {
                offers::switch_own_plan(tx, actor, switch)
            })
            .unwrap();
        let followed = ends(&world, camille, contract, last);
        assert!(
            matches!(
                followed,
                Err(Failure::Refused(ContractRefused::FollowedAlready { .. }))
            ),
            "{followed:?}"
        );
        let undone = ends(&world, camille, next, day("2026-06-30"));
        let runs = ContractRefused::NoticeRuns { until: last };
        assert!(refused(undone, &runs));
        ends(&world, camille, next, last).unwrap();
    });
}

#[test]
fn of_eight_who_take_a_plan_for_the_same_member_at_once_one_does() {
    both_engines(|db| {
        let world = World::on(&db);
        let camille = world.member("Camille");
        let answers = together(8, |_| takes(&world, camille, "2026-06-16"));
        assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1);
        world.assert_sound();
    });
}
