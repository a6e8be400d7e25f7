//! Days counted against passes.

use crate::world::{World, day, pass_terms, today};
use harness::both_engines;
use offers::DayUse;
use platform::Failure;
use platform::place::{self, NewPlace};

#[test]
fn a_morning_then_an_afternoon_cost_a_day_and_an_undone_visit_nothing() {
    both_engines(|db| {
        let world = World::on(&db);
        let camille = world.member("Camille");
        world.sell(camille, "2026-06-01");
        // (what is told, units taken now, units given back now, units left)
        let told = [
            (DayUse::HalfDay, 2, 0, 28),
            (DayUse::TwoHalfDays, 1, 0, 27),
            (DayUse::Day, 0, 0, 27),
            (DayUse::Day, 0, 0, 27),
            (DayUse::HalfDay, 0, 1, 28),
            (DayUse::Nothing, 0, 2, 30),
            (DayUse::Day, 3, 0, 27),
        ];
        for (used, debited, returned, left) in told {
            let outcome = world.used(camille, "2026-06-15", used);
            assert_eq!(
                (outcome.debited, outcome.returned, outcome.left.units),
                (debited, returned, left),
                "{used}"
            );
            assert_eq!(outcome.debt, 0);
            world.assert_sound();
        }
    });
}

#[test]
fn the_older_pass_is_used_first_and_a_day_may_draw_on_two() {
    both_engines(|db| {
        let world = World::on(&db);
        let camille = world.member("Camille");
        world.sell(camille, "2026-01-05");
        for number in 1..=9 {
            world.used(camille, &format!("2026-06-{number:02}"), DayUse::Day);
        }
        world.used(camille, "2026-06-10", DayUse::HalfDay);
        world.sell(camille, "2026-06-11");
        assert_eq!(world.lots(camille), [30, 1]);
        let outcome = world.used(camille, "2026-06-12", DayUse::Day);
        assert_eq!((outcome.debited, world.lots(camille)), (3, vec![28, 0]));
        world.used(camille, "2026-06-12", DayUse::HalfDay);
        assert_eq!(world.lots(camille), [29, 0], "the latest debit is undone first");
        world.assert_sound();
    });
}

#[test]
fn units_go_back_to_their_lot_even_when_it_has_expired_and_its_expiry_stays() {
    both_engines(|db| {
        let world = World::on(&db);
        let camille = world.member("Camille");
        let pass = world.pass;
        world.write(move |tx, system| {
            let mut terms = pass_terms("Carnet", 30, (3, 2));
            terms.validity_months = Some(1);
            offers::change_pass_offer(tx, system, pass, terms).unwrap();
        });
        let sold = world.sell(camille, "2026-01-31");
        assert_eq!(sold.expires_on, Some(day("2026-02-28")));
        world.used(camille, "2026-02-28", DayUse::Day);
        let outcome = world.used(camille, "2026-02-28", DayUse::Nothing);
        assert_eq!((outcome.returned, outcome.left.units), (3, 30));
        let lots = world.write(move |tx, system| offers::lots_of(tx, system.place, camille).unwrap());
        assert_eq!(
            (lots[0].remaining, lots[0].expires_on),
            (30, Some(day("2026-02-28")))
        );
        let after = world.used(camille, "2026-03-01", DayUse::Day);
        assert_eq!(
            (after.debited, after.debt, after.left.units),
            (0, 3, 0),
            "lapsed units pay nothing"
        );
        world.assert_sound();
    });
}

#[test]
fn what_a_day_costs_is_what_it_cost_when_the_pass_was_sold() {
    both_engines(|db| {
        let world = World::on(&db);
        let camille = world.member("Camille");
        world.sell(camille, "2026-06-01");
        let pass = world.pass;
        world.write(move |tx, system| {
            offers::change_pass_offer(tx, system, pass, pass_terms("Carnet", 10, (1, 1))).unwrap();
        });
        assert_eq!(world.used(camille, "2026-06-15", DayUse::Day).debited, 3);
    });
}

#[test]
fn where_no_pass_was_ever_offered_a_day_cannot_be_counted() {
    both_engines(|db| {
        let bare = {
            let world = World::on(&db);
            let camille = world.member("Camille");
            (world, camille)
        };
        // A second place, which offers nothing.
        let empty = db.write_blocking(|tx| {
            let new = NewPlace {
                host: Some("halte.example.org".to_owned()),
                ..harness::new_place()
            };
            place::create(tx, new)
        });
        let world = World {
            place: empty.unwrap().id,
            ..bare.0
        };
        let sasha = world.member("Sasha");
        let system = world.system();
        let refused = world.act(&system, move |tx, actor| {
            offers::use_day(tx, actor, sasha, today(), DayUse::Day)
        });
        assert_eq!(
            refused,
            Err(Failure::Refused(offers::DayUseRefused::NothingOffered))
        );
        assert_eq!(world.used(sasha, "2026-06-15", DayUse::Nothing).debited, 0);
    });
}
