//! What a plan asks for and gives, from the day it is taken (T59).

use super::{charge, end, subscribing};
use crate::world::{World, day, euros};
use harness::both_engines;
use kernel::{Id, Money, Rate};
use offers::{
    ConditionsRefused, DayUse, NewSubscription, PassOffer, PlanBenefits, PlanConditions, PlanNotice,
    SpaceBenefit,
};
use platform::Failure;
use std::collections::BTreeMap;

fn set(
    world: &World,
    conditions: &PlanConditions,
    given: &PlanBenefits,
) -> Result<(), Failure<ConditionsRefused>> {
    let (plan, conditions, given) = (world.plan, conditions.clone(), given.clone());
    let system = world.system();
    world.act(&system, move |tx, actor| {
        offers::set_plan_conditions(tx, actor, plan, &conditions, &given)
    })
}

fn giving(world: &World, units: i64) -> PlanBenefits {
    PlanBenefits {
        units: Some((world.pass, units)),
        spaces: BTreeMap::new(),
    }
}

#[test]
fn the_fee_to_join_is_charged_once_and_taken_back_with_a_contract_that_never_held() {
    both_engines(|db| {
        let world = World::on(&db);
        let conditions = PlanConditions {
            setup: Some(("Frais de dossier".to_owned(), euros(50))),
            ..PlanConditions::default()
        };
        set(&world, &conditions, &PlanBenefits::default()).unwrap();
        let camille = world.member("Camille");
        let first = world.subscribe(camille, "2026-06-20");
        assert_eq!(world.charges(camille), [5_000]);
        end(&world, first, "2026-06-19").unwrap();
        assert_eq!(world.charges(camille), Vec::<i64>::new(), "it never held");
        let second = world.subscribe(camille, "2026-06-20");
        assert_eq!(world.charges(camille), [5_000]);
        end(&world, second, "2026-06-30").unwrap();
        world.subscribe(camille, "2026-07-01");
        assert_eq!(world.charges(camille), [5_000], "paid once for this plan");
        world.assert_sound();
    });
}

#[test]
fn a_contract_keeps_the_commitment_notice_and_day_of_billing_of_the_day_it_was_agreed() {
    both_engines(|db| {
        let world = World::on(&db);
        let notice = PlanNotice {
            months: 1,
            to_the_end: true,
        };
        let conditions = PlanConditions {
            commitment_months: 6,
            notice,
            anniversary: true,
            keys: "1 badge".to_owned(),
            ..PlanConditions::default()
        };
        set(&world, &conditions, &PlanBenefits::default()).unwrap();
        let camille = world.member("Camille");
        let id = world.subscribe(camille, "2026-01-31");
        set(&world, &PlanConditions::default(), &PlanBenefits::default()).unwrap();
        let held = world.write(move |tx, system| offers::contracts_of(tx, system.place, camille).unwrap());
        assert_eq!((held[0].id, held[0].anchor), (id, Some(day("2026-01-31"))));
        assert_eq!(held[0].committed_until, Some(day("2026-07-30")));
        assert_eq!(held[0].notice, notice);
        assert_eq!(
            held[0].earliest_end(day("2026-02-10")),
            day("2026-07-30"),
            "the commitment"
        );
        assert_eq!(
            held[0].earliest_end(day("2026-07-10")),
            day("2026-08-30"),
            "the notice"
        );
        charge(&world, "2026-03");
        assert_eq!(
            world.charges(camille),
            [25_000, 25_000, 25_000],
            "31 January, 28 February and 31 March: whole periods"
        );
        end(&world, id, "2026-03-14").unwrap();
        let mut charges = world.charges(camille);
        charges.sort_unstable();
        assert_eq!(
            charges,
            [12_097, 25_000],
            "15 days of the 31 from 28 February to 30 March"
        );
        world.assert_sound();
    });
}

#[test]
fn units_are_given_for_the_days_of_the_period_and_follow_what_becomes_of_the_contract() {
    both_engines(|db| {
        let world = World::on(&db);
        set(&world, &PlanConditions::default(), &giving(&world, 12)).unwrap();
        let camille = world.member("Camille");
        let contract = world.subscribe(camille, "2026-06-11");
        let left = world.left(camille, "2026-06-15");
        assert_eq!(left.units, 8, "20 days of 30 of 12 units");
        assert_eq!(left.next_expiry, Some(day("2026-06-30")));
        assert_eq!(
            world.left(camille, "2026-07-01").units,
            0,
            "they lapse with the period"
        );
        world.used(camille, "2026-06-12", DayUse::Day);
        end(&world, contract, "2026-06-20").unwrap();
        assert_eq!(
            world.left(camille, "2026-06-15").units,
            1,
            "10 days give 4, of which 3 are used"
        );
        let sasha = world.member("Sasha");
        world.used(sasha, "2026-06-12", DayUse::Day);
        let hers = world.subscribe(sasha, "2026-06-11");
        assert_eq!(
            (
                world.left(sasha, "2026-06-15").units,
                world.left(sasha, "2026-06-15").debt
            ),
            (5, 0)
        );
        end(&world, hers, "2026-06-11").unwrap();
        assert_eq!(
            world.left(sasha, "2026-06-11").units,
            0,
            "what is used stays used"
        );
        world.assert_sound();
    });
}

#[test]
fn what_a_plan_cannot_ask_for_or_give_is_refused() {
    both_engines(|db| {
        let world = World::on(&db);
        let mut given = giving(&world, 10_001);
        let units = Err(Failure::Refused(ConditionsRefused::Units { maximum: 10_000 }));
        assert_eq!(set(&world, &PlanConditions::default(), &given), units);
        given.units = Some((Id::<PassOffer>::from_i64(1), 5));
        assert_eq!(
            set(&world, &PlanConditions::default(), &given),
            units,
            "no such pass"
        );
        let benefit = SpaceBenefit {
            minutes: 60,
            discount: Rate::from_basis_points(10_001),
        };
        given = PlanBenefits {
            units: None,
            spaces: BTreeMap::from([("room".to_owned(), benefit)]),
        };
        let percent = Err(Failure::Refused(ConditionsRefused::Percent));
        assert_eq!(set(&world, &PlanConditions::default(), &given), percent);
        let conditions = PlanConditions {
            setup: Some((String::new(), Money::from_cents(1))),
            ..PlanConditions::default()
        };
        let setup = Err(Failure::Refused(ConditionsRefused::Setup));
        assert_eq!(set(&world, &conditions, &PlanBenefits::default()), setup);
        let camille = world.member("Camille");
        let new = NewSubscription {
            person: camille,
            plan: world.plan,
            from: day("2026-06-15"),
            on: day("2026-06-15"),
            seen: None,
        };
        subscribing(&world, new).unwrap();
        assert!(world.charges(camille).is_empty());
    });
}
