//! Movements told, and units given back by hand.

use crate::world::{World, day};
use harness::both_engines;
use kernel::{PersonId, Role};
use offers::{DayUse, DebitId, GiveBackRefused, MovementKind, NewGiveBack};
use platform::{Failure, Fault};

#[test]
fn every_movement_is_told_the_latest_day_first() {
    both_engines(|db| {
        let world = World::on(&db);
        let camille = world.member("Camille");
        world.used(camille, "2026-06-01", DayUse::Day);
        world.sell(camille, "2026-06-02");
        world.used(camille, "2026-06-03", DayUse::Day);
        world.used(camille, "2026-06-03", DayUse::HalfDay);
        let back = give_back(
            camille,
            visit(&world, camille, "2026-06-03"),
            1,
            "Chauffage en panne",
        );
        world.write(move |tx, system| offers::give_back(tx, system, &back).unwrap());
        let (told, total) =
            world.write(move |tx, system| offers::movements(tx, system.place, camille, 10, 0).unwrap());
        let told: Vec<(String, i64, bool, MovementKind)> = told
            .into_iter()
            .map(|one| (one.day.to_string(), one.units, one.gives, one.kind))
            .collect();
        let expected = [
            (
                "2026-06-03",
                1,
                true,
                MovementKind::GivenBack("Chauffage en panne".to_owned()),
            ),
            ("2026-06-03", 1, true, MovementKind::Returned),
            ("2026-06-03", 3, false, MovementKind::Used),
            ("2026-06-01", 3, false, MovementKind::Settled),
        ];
        assert_eq!(
            told,
            expected.map(|(day, units, gives, kind)| (day.to_owned(), units, gives, kind))
        );
        assert_eq!(total, 4);
    });
}

fn give_back(person: PersonId, debit: DebitId, units: i64, reason: &str) -> NewGiveBack {
    NewGiveBack {
        person,
        debit,
        units,
        reason: reason.to_owned(),
    }
}

/// The first debit of a day.
fn visit(world: &World, person: PersonId, on: &str) -> DebitId {
    let (told, _) =
        world.write(move |tx, system| offers::movements(tx, system.place, person, 100, 0).unwrap());
    let mut of_day = told.into_iter().filter(|one| one.day == day(on) && !one.gives);
    of_day.next_back().unwrap().id
}

#[test]
fn units_given_back_by_hand_need_a_reason_and_never_exceed_those_taken() {
    both_engines(|db| {
        let world = World::on(&db);
        let camille = world.member("Camille");
        world.sell(camille, "2026-06-01");
        world.used(camille, "2026-06-02", DayUse::Day);
        let debit = visit(&world, camille, "2026-06-02");
        let facilitator = world.actor(world.person("Noa"), &[Role::Facilitator]);
        let not_taken = GiveBackRefused::NotTaken { taken: 3 };
        let long = "x".repeat(301);
        let refusals = [
            (0, "Panne", not_taken.clone()),
            (-3, "Panne", not_taken.clone()),
            (4, "Panne", not_taken.clone()),
            (i64::MAX, "Panne", not_taken),
            (1, "  ", GiveBackRefused::ReasonRefused),
            (1, "a\nb", GiveBackRefused::ReasonRefused),
            (1, &long, GiveBackRefused::ReasonRefused),
        ];
        for (units, reason, expected) in refusals {
            let new = give_back(camille, debit, units, reason);
            let refused = world.act(&facilitator, move |tx, actor| offers::give_back(tx, actor, &new));
            assert_eq!(refused, Err(Failure::Refused(expected)), "{units} {reason}");
        }
        let new = give_back(camille, debit, 3, "Panne");
        assert!(
            world
                .act(&facilitator, move |tx, actor| offers::give_back(tx, actor, &new))
                .is_ok()
        );
        assert_eq!(world.lots(camille), [30]);
        world.used(camille, "2026-06-02", DayUse::Day);
        assert_eq!(
            world.lots(camille),
            [30],
            "told again, the visit does not take them a second time"
        );
        assert_eq!(
            world.used(camille, "2026-06-02", DayUse::Nothing).returned,
            0,
            "nor does it give them twice"
        );
        let foreign = give_back(world.member("Sasha"), debit, 1, "Panne");
        let refused = world.act(&facilitator, move |tx, actor| {
            offers::give_back(tx, actor, &foreign)
        });
        assert_eq!(refused, Err(Failure::Fault(Fault::NotFound)));
        let member = world.actor(camille, &[Role::Member]);
        let own = give_back(camille, debit, 1, "Panne");
        let refused = world.act(&member, move |tx, actor| offers::give_back(tx, actor, &own));
        assert_eq!(refused, Err(Failure::Fault(Fault::Forbidden)));
        world.assert_sound();
    });
}
