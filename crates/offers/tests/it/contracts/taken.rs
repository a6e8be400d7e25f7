//! A plan taken: whose desk it gives, and when it is refused.

use super::{audience, charge, end, new, subscribing};
use crate::world::{World, day, euros, plan_terms, today};
use harness::both_engines;
use kernel::{Audience, Role};
use offers::{ContractRefused, NewSubscription};
use platform::{Failure, Fault};

#[test]
fn the_plan_held_on_a_day_decides_the_audience_then_membership_does() {
    both_engines(|db| {
        let world = World::on(&db);
        let camille = world.member("Camille");
        let contract = world.subscribe(camille, "2026-06-10");
        end(&world, contract, "2026-08-31").unwrap();
        let table = [
            ("2026-06-09", Audience::Nomad),
            ("2026-06-10", Audience::Resident),
            ("2026-08-31", Audience::Resident),
            ("2026-09-01", Audience::Nomad),
            ("2024-12-31", Audience::External),
        ];
        for (on, expected) in table {
            assert_eq!(audience(&world, camille, on), expected, "{on}");
        }
        let held = world.write(move |tx, system| {
            offers::active_contract(tx, system.place, camille, day("2026-07-14"))
                .unwrap()
                .unwrap()
        });
        assert_eq!((held.plan_name.as_str(), held.price), ("Résident", euros(250)));
    });
}

#[test]
fn a_plan_is_refused_when_one_is_held_or_it_is_not_for_sale() {
    both_engines(|db| {
        let world = World::on(&db);
        let camille = world.member("Camille");
        world.subscribe(camille, "2026-06-10");
        for from in ["2026-06-10", "2026-01-01", "2027-01-01"] {
            let held = ContractRefused::HeldAlready {
                plan: "Résident".to_owned(),
                from: day("2026-06-10"),
            };
            let refused = subscribing(&world, new(&world, camille, from));
            assert_eq!(refused, Err(Failure::Refused(held)), "{from}");
        }
        let sasha = world.member("Sasha");
        for from in ["2025-06-13", "2027-06-17", "0001-01-01", "9999-12-31"] {
            let refused = subscribing(&world, new(&world, sasha, from));
            assert_eq!(
                refused,
                Err(Failure::Refused(ContractRefused::StartOutOfReach)),
                "{from}"
            );
        }
        let dearer = NewSubscription {
            seen: Some(euros(249)),
            ..new(&world, sasha, "2026-06-15")
        };
        assert_eq!(
            subscribing(&world, dearer),
            Err(Failure::Refused(ContractRefused::PriceChanged))
        );
        let unpriced = NewSubscription {
            on: day("2023-12-31"),
            ..new(&world, sasha, "2023-12-31")
        };
        assert_eq!(
            subscribing(&world, unpriced),
            Err(Failure::Refused(ContractRefused::NoPrice))
        );
        let facilitator = world.actor(camille, &[Role::Facilitator, Role::Member]);
        let wanted = new(&world, sasha, "2026-06-15");
        let refused = world.act(&facilitator, move |tx, actor| {
            offers::subscribe_plan(tx, actor, wanted)
        });
        assert_eq!(refused, Err(Failure::Fault(Fault::Forbidden)));
        let plan = world.plan;
        world.write(move |tx, system| {
            let mut terms = plan_terms("Résident");
            terms.active = false;
            offers::change_plan(tx, system, plan, terms).unwrap();
        });
        let refused = subscribing(&world, new(&world, sasha, "2026-06-15"));
        assert_eq!(refused, Err(Failure::Refused(ContractRefused::NotOffered)));
        assert_eq!(
            audience(&world, camille, "2026-06-15"),
            Audience::Resident,
            "what is held goes on"
        );
        world.assert_sound();
    });
}

#[test]
fn a_locker_is_held_beside_a_desk_but_not_twice_and_gives_no_desk() {
    both_engines(|db| {
        let world = World::on(&db);
        let camille = world.member("Camille");
        let locker = world.write(|tx, system| {
            let mut terms = plan_terms("Casier");
            terms.audience = Audience::External;
            offers::create_side_plan(tx, system, terms, crate::world::net(euros(12))).unwrap()
        });
        let wanted = NewSubscription {
            plan: locker,
            ..new(&world, camille, "2026-06-01")
        };
        subscribing(&world, wanted).unwrap();
        assert_eq!(audience(&world, camille, "2026-06-15"), Audience::Nomad);
        let desk = world
            .write(move |tx, system| offers::active_contract(tx, system.place, camille, today()).unwrap());
        assert_eq!(desk, None);
        let twice = subscribing(&world, wanted);
        assert!(
            matches!(twice, Err(Failure::Refused(ContractRefused::HeldAlready { .. }))),
            "{twice:?}"
        );
        world.subscribe(camille, "2026-06-01");
        assert_eq!(audience(&world, camille, "2026-06-15"), Audience::Resident);
        charge(&world, "2026-06");
        assert_eq!(world.charges(camille), [1_200, 25_000]);
        let other_desk = world.write(|tx, system| {
            offers::create_plan(
                tx,
                system,
                plan_terms("Résident plus"),
                crate::world::net(euros(300)),
            )
            .unwrap()
        });
        let second = NewSubscription {
            plan: other_desk,
            ..new(&world, camille, "2026-06-15")
        };
        let refused = subscribing(&world, second);
        assert!(
            matches!(
                refused,
                Err(Failure::Refused(ContractRefused::HeldAlready { .. }))
            ),
            "{refused:?}"
        );
        world.assert_sound();
    });
}
