//! A plan ended: what is still charged, and what is taken back.

use super::{audience, charge, end, month};
use crate::world::{World, day};
use harness::both_engines;
use kernel::{Audience, Id, Role};
use offers::ContractRefused;
use platform::{Failure, Fault};

#[test]
fn a_contract_that_ends_stops_being_charged() {
    both_engines(|db| {
        let world = World::on(&db);
        let camille = world.member("Camille");
        let contract = world.subscribe(camille, "2026-05-01");
        charge(&world, "2026-05");
        end(&world, contract, "2026-06-15").unwrap();
        charge(&world, "2026-06");
        assert_eq!(charge(&world, "2026-12"), 0);
        assert_eq!(world.charges(camille), [25_000, 12_500]);
        world.assert_sound();
    });
}

#[test]
fn what_was_charged_beyond_the_end_is_taken_back() {
    both_engines(|db| {
        let world = World::on(&db);
        let camille = world.member("Camille");
        let contract = world.subscribe(camille, "2026-05-01");
        charge(&world, "2026-07");
        end(&world, contract, "2026-06-15").unwrap();
        assert_eq!(world.charges(camille), [25_000, 12_500]);
        assert_eq!(charge(&world, "2026-07"), 0);
        end(&world, contract, "2026-06-10").unwrap();
        assert_eq!(world.charges(camille), [25_000, 8_333], "sooner still");
        world.assert_sound();
    });
}

#[test]
fn a_contract_entered_by_mistake_is_undone_by_ending_it_the_day_before() {
    both_engines(|db| {
        let world = World::on(&db);
        let camille = world.member("Camille");
        let contract = world.subscribe(camille, "2026-06-10");
        charge(&world, "2026-06");
        end(&world, contract, "2026-06-09").unwrap();
        assert_eq!(world.charges(camille), Vec::<i64>::new());
        assert_eq!(audience(&world, camille, "2026-06-10"), Audience::Nomad);
        world.subscribe(camille, "2026-06-10");
        world.assert_sound();
    });
}

#[test]
fn a_contract_does_not_end_before_it_starts_nor_again_later() {
    both_engines(|db| {
        let world = World::on(&db);
        let camille = world.member("Camille");
        let contract = world.subscribe(camille, "2026-06-10");
        let before = ContractRefused::EndsBeforeStart {
            from: day("2026-06-10"),
        };
        assert_eq!(end(&world, contract, "2026-06-08"), Err(Failure::Refused(before)));
        end(&world, contract, "2026-06-30").unwrap();
        let already = ContractRefused::EndedAlready {
            until: day("2026-06-30"),
        };
        assert_eq!(
            end(&world, contract, "2026-07-31"),
            Err(Failure::Refused(already))
        );
        assert_eq!(
            end(&world, Id::from_i64(1), "2026-07-31"),
            Err(Failure::Fault(Fault::NotFound))
        );
        let facilitator = world.actor(camille, &[Role::Facilitator]);
        let refused = world.act(&facilitator, move |tx, actor| {
            offers::end_contract(tx, actor, contract, day("2026-06-20"))
        });
        assert_eq!(refused, Err(Failure::Fault(Fault::Forbidden)));
        let refused = world.act(&facilitator, |tx, actor| {
            offers::charge_plans(tx, actor, month("2026-06"))
        });
        assert_eq!(refused, Err(Fault::Forbidden));
    });
}
