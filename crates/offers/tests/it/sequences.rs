//! Long stories told at random: whatever happens, the books hold.

use crate::world::{World, day, euros, net, pass_terms};
use harness::both_engines;
use kernel::{Id, PersonId};
use offers::{DayUse, NewGiveBack, NewPassSale, PassOffer};

/// A small generator of its own, so that a failure can be told again.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> i64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        i64::try_from((self.0 >> 33) % sides).unwrap()
    }
}

fn one_act(world: &World, dice: &mut Dice, people: &[PersonId], passes: &[Id<PassOffer>]) {
    let person = people[usize::try_from(dice.roll(3)).unwrap()];
    let on = day("2026-06-01").plus_days(dice.roll(20));
    match dice.roll(10) {
        0 => {
            let offer = passes[usize::try_from(dice.roll(3)).unwrap()];
            let sale = NewPassSale {
                person,
                offer,
                on,
                seen: None,
            };
            world.write(move |tx, system| offers::sell_pass(tx, system, sale).unwrap());
        }
        1 => {
            let (told, _) =
                world.write(move |tx, system| offers::movements(tx, system.place, person, 50, 0).unwrap());
            let system = world.system();
            if let Some(debit) = told.into_iter().find(|one| !one.gives) {
                let new = NewGiveBack {
                    person,
                    debit: debit.id,
                    units: 1 + dice.roll(2),
                    reason: "Geste".to_owned(),
                };
                // A visit already given back refuses: that is an answer too.
                let _ = world.act(&system, move |tx, actor| offers::give_back(tx, actor, &new));
            }
        }
        _ => {
            let used = DayUse::ALL[usize::try_from(dice.roll(4)).unwrap()];
            let outcome = world.used(person, &on.to_string(), used);
            assert!(
                outcome.debited == 0 || outcome.returned == 0,
                "never both ways at once"
            );
        }
    }
}

#[test]
fn after_any_story_the_units_left_are_those_bought_less_those_taken() {
    both_engines(|db| {
        let world = World::on(&db);
        let people = [
            world.member("Camille"),
            world.member("Sasha"),
            world.member("Noa"),
        ];
        let others = world.write(|tx, system| {
            let mut short = pass_terms("Semaine", 9, (3, 2));
            short.validity_months = Some(1);
            let single = pass_terms("Dix jours", 10, (1, 1));
            [short, single].map(|terms| offers::create_pass_offer(tx, system, terms, net(euros(60))).unwrap())
        });
        let passes = [world.pass, others[0], others[1]];
        let mut dice = Dice(2026);
        for act in 0..150 {
            one_act(&world, &mut dice, &people, &passes);
            if act % 25 == 0 {
                world.assert_sound();
            }
        }
        world.assert_sound();
        // Everything undone, only gestures remain: nobody owes anything any more.
        for person in people {
            for number in 0..20 {
                world.used(
                    person,
                    &day("2026-06-01").plus_days(number).to_string(),
                    DayUse::Nothing,
                );
            }
            assert_eq!(world.left(person, "2026-06-20").debt, 0);
        }
        world.assert_sound();
    });
}
