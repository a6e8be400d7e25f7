//! Many desks at once.

use super::world::World;
use harness::{both_engines, together};
use platform::Failure;
use spaces::{CheckInRefusal, Part};

const DESKS: usize = 32;

#[test]
fn of_many_simultaneous_check_ins_of_a_person_one_is_written() {
    both_engines(|db| {
        let world = World::new(db);
        let (team, camille) = (world.team(), world.nomad("Camille Durand", 30));
        let answers = together(DESKS, |_| world.check_in(&team, camille, Part::Morning));
        assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1);
        for refused in answers.into_iter().filter_map(Result::err) {
            assert!(
                matches!(refused, Failure::Refused(CheckInRefusal::AlreadyHere { .. })),
                "{refused:?}"
            );
        }
        assert_eq!(world.units(camille), (28, 0));
        assert_eq!(world.faults(), Vec::<String>::new());
    });
}

#[test]
fn the_last_units_are_taken_once_and_never_below_nothing() {
    both_engines(|db| {
        let world = World::new(db);
        let (team, camille) = (world.team(), world.nomad("Camille Durand", 2));
        let answers = together(DESKS, |_| world.check_in(&team, camille, Part::Afternoon));
        assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1);
        assert_eq!(world.units(camille), (0, 0));
        assert_eq!(world.faults(), Vec::<String>::new());
    });
}

#[test]
fn both_halves_and_the_day_asked_at_once_come_to_a_day() {
    both_engines(|db| {
        let world = World::new(db);
        let (team, camille) = (world.team(), world.nomad("Camille Durand", 30));
        together(DESKS, |number| {
            drop(world.check_in(&team, camille, Part::ALL[number % 3]))
        });
        assert_eq!(world.units(camille), (27, 0));
        assert_eq!(world.faults(), Vec::<String>::new());
    });
}
