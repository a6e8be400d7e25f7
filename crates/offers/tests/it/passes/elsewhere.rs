//! Days spent in another place of the network.

use crate::world::{World, day, pass_terms};
use harness::{both_engines, on_both_engines, rounds};
use kernel::{Day, Id, PersonId};
use offers::{DayUse, DayUseOutcome, ElsewhereRefused, PassOffer};
use platform::Failure;
use std::thread;

fn away(
    world: &World,
    person: PersonId,
    told: (Day, DayUse),
    accepted: &[Id<PassOffer>],
) -> Result<DayUseOutcome, Failure<ElsewhereRefused>> {
    let accepted = accepted.to_vec();
    world.act(&world.system(), move |tx, system| {
        offers::use_elsewhere(tx, system, person, told, &accepted)
    })
}

#[test]
fn a_half_day_here_and_one_elsewhere_cost_a_day_and_either_may_be_undone() {
    both_engines(|db| {
        let world = World::on(&db);
        let camille = world.member("Camille");
        world.sell(camille, "2026-06-01");
        let on = day("2026-06-15");
        let accepted = [world.pass];
        world.used(camille, "2026-06-15", DayUse::HalfDay);
        let outcome = away(&world, camille, (on, DayUse::HalfDay), &accepted).unwrap();
        assert_eq!((outcome.debited, outcome.left.units), (1, 27));
        world.assert_sound();
        // Said twice, nothing moves.
        let again = away(&world, camille, (on, DayUse::HalfDay), &accepted).unwrap();
        assert_eq!((again.debited, again.returned), (0, 0));
        let home = world.used(camille, "2026-06-15", DayUse::Nothing);
        assert_eq!((home.returned, home.left.units), (1, 28));
        let undone = away(&world, camille, (on, DayUse::Nothing), &[]).unwrap();
        assert_eq!((undone.returned, undone.left.units), (2, 30));
        world.assert_sound();
    });
}

#[test]
fn only_accepted_passes_pay_elsewhere_and_nothing_is_owed_there() {
    both_engines(|db| {
        let world = World::on(&db);
        let camille = world.member("Camille");
        world.sell(camille, "2026-06-01");
        let other = world.write(|tx, system| {
            let terms = pass_terms("Carnet du soir", 10, (1, 1));
            let price = crate::world::net(crate::world::euros(50));
            offers::create_pass_offer(tx, system, terms, price).unwrap()
        });
        let on = day("2026-06-15");
        let refused = away(&world, camille, (on, DayUse::Day), &[other]);
        assert_eq!(refused, Err(Failure::Refused(ElsewhereRefused::NoUnits)));
        let poor = world.member("Sacha");
        let refused = away(&world, poor, (on, DayUse::Day), &[world.pass]);
        assert_eq!(refused, Err(Failure::Refused(ElsewhereRefused::NoUnits)));
        assert_eq!(world.left(poor, "2026-06-15").debt, 0);
        assert_eq!(world.left(camille, "2026-06-15").units, 30);
        world.assert_sound();
    });
}

#[test]
fn a_debt_of_the_same_day_at_home_does_not_hide_what_is_missing_elsewhere() {
    both_engines(|db| {
        let world = World::on(&db);
        let poor = world.member("Sacha");
        world.used(poor, "2026-06-15", DayUse::HalfDay);
        let refused = away(&world, poor, (day("2026-06-15"), DayUse::HalfDay), &[world.pass]);
        assert_eq!(refused, Err(Failure::Refused(ElsewhereRefused::NoUnits)));
        assert_eq!(world.left(poor, "2026-06-15").debt, 2);
        world.assert_sound();
    });
}

#[test]
fn the_last_units_are_taken_once_by_a_visit_and_a_check_in_at_the_same_moment() {
    on_both_engines(|fresh| {
        let world = World::on(fresh.database());
        let other = World {
            db: fresh.open_again(),
            ..world.clone()
        };
        for _ in 0..rounds("TRIBU_RACES", 50) {
            let camille = world.member("Camille");
            world.sell(camille, "2026-05-01");
            for number in 1..=9 {
                world.used(camille, &format!("2026-05-{number:02}"), DayUse::Day);
            }
            // 3 units are left, for one day.
            let (visit, home) = thread::scope(|scope| {
                let visit =
                    scope.spawn(|| away(&other, camille, (day("2026-06-01"), DayUse::Day), &[other.pass]));
                let home = scope.spawn(|| world.used(camille, "2026-06-02", DayUse::Day));
                (visit.join().unwrap(), home.join().unwrap())
            });
            match visit {
                Ok(outcome) => assert_eq!((outcome.debited, home.debited, home.debt), (3, 0, 3)),
                Err(refused) => {
                    assert_eq!(refused, Failure::Refused(ElsewhereRefused::NoUnits));
                    assert_eq!((home.debited, home.debt), (3, 0));
                }
            }
            assert_eq!(world.lots(camille), [0]);
        }
        world.assert_sound();
    });
}
