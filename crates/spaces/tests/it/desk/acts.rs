//! Checking in, widening, undoing, leaving: each act, each refusal, on both engines.

use super::world::{World, monday, received};
use harness::both_engines;
use kernel::{Day, Instant, Role};
use people::{NewPerson, PersonName};
use platform::{Failure, Fault};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use spaces::{
    CheckInImported, CheckInKind, CheckInRefusal, ImportedCheckIn, NewCheckIn, Part, WalkInRefusal, Welcome,
};

#[test]
fn a_morning_takes_a_half_day_and_widening_the_rest_of_a_day() {
    both_engines(|db| {
        let world = World::new(db);
        let (team, camille) = (world.team(), world.nomad("Camille Durand", 30));
        let done = world.check_in(&team, camille, Part::Morning).unwrap();
        assert_eq!(done.kind, CheckInKind::Pass);
        assert_eq!(world.units(camille), (28, 0));
        world.widen(&team, done.check_in).unwrap();
        assert_eq!(world.units(camille), (27, 0));
        world.undo(&team, done.check_in).unwrap();
        assert_eq!(
            world.units(camille),
            (28, 0),
            "a day made of a morning is a morning again"
        );
        world.undo(&team, done.check_in).unwrap();
        assert_eq!(world.units(camille), (30, 0));
        let told = [
            "check_in.made",
            "check_in.widened",
            "check_in.narrowed",
            "check_in.undone",
        ];
        assert_eq!(world.history(camille), told);
        assert_eq!(world.faults(), Vec::<String>::new());
    });
}

/// T3: the cheaper combination is kept.
#[test]
fn a_morning_then_an_afternoon_cost_a_day() {
    both_engines(|db| {
        let world = World::new(db);
        let (team, camille) = (world.team(), world.nomad("Camille Durand", 30));
        world.check_in(&team, camille, Part::Morning).unwrap();
        world.at(monday(), "14:00");
        let afternoon = world.check_in(&team, camille, Part::Afternoon).unwrap();
        assert_eq!(world.units(camille), (27, 0));
        world.undo(&team, afternoon.check_in).unwrap();
        assert_eq!(world.units(camille), (28, 0));
        assert_eq!(world.faults(), Vec::<String>::new());
    });
}

#[test]
fn checked_in_twice_is_once_and_said_since_when() {
    both_engines(|db| {
        let world = World::new(db);
        let (team, camille) = (world.team(), world.nomad("Camille Durand", 30));
        let since = world.at(monday(), "9:02");
        world.check_in(&team, camille, Part::Morning).unwrap();
        world.at(monday(), "9:05");
        let again = world.check_in(&team, camille, Part::Morning).unwrap_err();
        assert_eq!(
            again,
            Failure::Refused(CheckInRefusal::AlreadyHere {
                since,
                part: Part::Morning
            })
        );
        assert_eq!(world.units(camille), (28, 0));
    });
}

/// T4.
#[test]
fn an_empty_pass_lets_its_holder_in_with_a_debt() {
    both_engines(|db| {
        let world = World::new(db);
        let (team, camille) = (world.team(), world.nomad("Camille Durand", 1));
        let done = world.check_in(&team, camille, Part::Day).unwrap();
        assert_eq!((done.kind, world.units(camille)), (CheckInKind::Pass, (0, 2)));
        world.undo(&team, done.check_in).unwrap();
        assert_eq!(world.units(camille), (1, 0));
        assert_eq!(world.faults(), Vec::<String>::new());
    });
}

#[test]
fn a_plan_and_the_team_come_without_units() {
    both_engines(|db| {
        let world = World::new(db);
        let team = world.team();
        let system = world.system();
        let rose = world.resident("Rose Meunier");
        assert_eq!(
            world.check_in(&team, rose, Part::Day).unwrap().kind,
            CheckInKind::Plan
        );
        let colleague = world.nomad("Sacha Petit", 30);
        let granted = world.db.write_blocking(move |tx| {
            people::create_account(tx, &system, colleague, None).ok();
            people::grant_role(
                tx,
                &system,
                colleague,
                Role::Facilitator,
                Day::new(2026, 1, 1).unwrap(),
            )
        });
        granted.unwrap();
        assert_eq!(
            world.check_in(&team, colleague, Part::Day).unwrap().kind,
            CheckInKind::Staff
        );
        assert_eq!(world.units(colleague), (30, 0));
    });
}

#[test]
fn who_holds_nothing_is_received_as_the_team_says() {
    both_engines(|db| {
        let world = World::new(db);
        let (team, guest) = (world.team(), world.person("Noa Blanc"));
        let refused = world.check_in(&team, guest, Part::Morning).unwrap_err();
        assert_eq!(refused, Failure::Refused(CheckInRefusal::NothingHeld));
        let trial = world
            .check_in_as(&team, received(guest, Part::Morning, Welcome::Trial))
            .unwrap();
        assert_eq!((trial.kind, world.units(guest)), (CheckInKind::Trial, (0, 0)));
        let owed = world
            .check_in_as(&team, received(guest, Part::Afternoon, Welcome::Debt))
            .unwrap();
        assert_eq!((owed.kind, world.units(guest)), (CheckInKind::Debt, (0, 2)));
        assert_eq!(world.faults(), Vec::<String>::new());
    });
}

#[test]
fn leaving_and_coming_back_count_nothing_more() {
    both_engines(|db| {
        let world = World::new(db);
        let (team, camille) = (world.team(), world.nomad("Camille Durand", 30));
        let done = world.check_in(&team, camille, Part::Morning).unwrap();
        let at = world.at(monday(), "10:00");
        let (actor, id) = (team.clone(), done.check_in);
        let leave = move |tx: &mut platform::database::Tx<'_>| spaces::leave(tx, &actor, id);
        world.db.write_blocking(leave.clone()).unwrap();
        assert_eq!(
            world.db.write_blocking(leave).unwrap_err(),
            Failure::Refused(CheckInRefusal::AlreadyLeft { at })
        );
        let back = world.check_in(&team, camille, Part::Morning).unwrap();
        assert_eq!((back.check_in, world.units(camille)), (done.check_in, (28, 0)));
        let actor = team.clone();
        let again = world
            .db
            .write_blocking(move |tx| spaces::come_back(tx, &actor, id))
            .unwrap_err();
        assert_eq!(again, Failure::Refused(CheckInRefusal::NotLeft));
        assert_eq!(
            world.history(camille),
            ["check_in.made", "check_in.left", "check_in.resumed"]
        );
    });
}

#[test]
fn what_is_undone_or_whole_is_not_changed_again() {
    both_engines(|db| {
        let world = World::new(db);
        let (team, camille) = (world.team(), world.nomad("Camille Durand", 30));
        let day = world.check_in(&team, camille, Part::Day).unwrap().check_in;
        assert_eq!(
            world.widen(&team, day).unwrap_err(),
            Failure::Refused(CheckInRefusal::WholeDayAlready)
        );
        world.undo(&team, day).unwrap();
        for refused in [
            world.undo(&team, day).unwrap_err(),
            world.widen(&team, day).unwrap_err(),
        ] {
            assert_eq!(refused, Failure::Refused(CheckInRefusal::AlreadyUndone));
        }
    });
}

#[test]
fn members_do_not_keep_the_door_and_nobody_reaches_another_place() {
    both_engines(|db| {
        let world = World::new(db.clone());
        let (team, camille) = (world.team(), world.nomad("Camille Durand", 30));
        let member = world.actor(camille, &[Role::Member]);
        let refused = world.check_in(&member, camille, Part::Morning).unwrap_err();
        assert_eq!(refused, Failure::Fault(Fault::Forbidden));
        let done = world.check_in(&team, camille, Part::Morning).unwrap();
        let mut elsewhere = team.clone();
        elsewhere.place = kernel::PlaceId::from_i64(world.place.id.as_i64() + 1);
        for refused in [
            world
                .check_in(&elsewhere, camille, Part::Day)
                .map(|_| ())
                .unwrap_err(),
            world.undo(&elsewhere, done.check_in).unwrap_err(),
            world.widen(&elsewhere, done.check_in).unwrap_err(),
        ] {
            assert_eq!(refused, Failure::Fault(Fault::NotFound));
        }
    });
}

#[test]
fn a_walk_in_needs_a_name_and_keeps_nothing_when_refused() {
    both_engines(|db| {
        let world = World::new(db);
        let team = world.team();
        let new = NewPerson::named(PersonName::parse("Noa", "").unwrap());
        let (actor, person) = (team.clone(), new.clone());
        let walk = move |tx: &mut platform::database::Tx<'_>| {
            spaces::walk_in(tx, &actor, person.clone(), Part::Morning, Welcome::Trial)
        };
        assert_eq!(world.db.write_blocking(walk).unwrap().kind, CheckInKind::Trial);
        let mail = kernel::Email::parse("noa@example.org").unwrap();
        let person = NewPerson {
            email: Some(mail),
            ..new
        };
        let actor = team.clone();
        let walk = move |tx: &mut platform::database::Tx<'_>| {
            spaces::walk_in(tx, &actor, person.clone(), Part::Morning, Welcome::Debt)
        };
        world.db.write_blocking(walk.clone()).unwrap();
        let refused = world.db.write_blocking(walk).unwrap_err();
        assert!(
            matches!(refused, Failure::Refused(WalkInRefusal::Person(_))),
            "{refused:?}"
        );
    });
}

#[test]
fn a_day_is_civil_on_both_clock_changes_and_at_the_new_year() {
    both_engines(|db| {
        let world = World::new(db);
        let (team, camille) = (world.team(), world.nomad("Camille Durand", 30));
        for (day, clock) in [
            ((2026, 3, 29), "23:59"),
            ((2026, 3, 30), "0:00"),
            ((2026, 10, 25), "2:30"),
            ((2026, 10, 25), "23:59"),
            ((2026, 12, 31), "23:59"),
            ((2027, 1, 1), "0:00"),
        ] {
            let day = Day::new(day.0, day.1, day.2).unwrap();
            world.at(day, clock);
            let part = if clock == "23:59" {
                Part::Afternoon
            } else {
                Part::Morning
            };
            world.check_in(&team, camille, part).unwrap();
        }
        // Four days of a half each, and the night of October with both: 4 × 2 + 3.
        assert_eq!(world.units(camille), (30 - 11, 0));
        assert_eq!(world.faults(), Vec::<String>::new());
    });
}

#[test]
fn an_imported_line_changes_nothing_the_second_time() {
    both_engines(|db| {
        let world = World::new(db);
        let camille = world.nomad("Camille Durand", 30);
        let line = |day, part, name: &str| ImportedCheckIn {
            person: camille,
            day,
            part,
            arrived_at: None,
            welcome: Welcome::Debt,
            external_ref: name.to_owned(),
        };
        let bring = |line: ImportedCheckIn| {
            let system = world.system();
            world
                .db
                .write_blocking(move |tx| spaces::import_check_in(tx, &system, &line))
        };
        let last_week = monday().plus_days(-7);
        let first = bring(line(last_week, Part::Morning, "1")).unwrap();
        let CheckInImported::Created(id) = first else {
            panic!("{first:?}")
        };
        assert_eq!(
            bring(line(last_week, Part::Morning, "1")).unwrap(),
            CheckInImported::Known(id)
        );
        let overlap = bring(line(last_week, Part::Day, "2")).unwrap_err();
        assert!(
            matches!(overlap, Failure::Refused(CheckInRefusal::AlreadyHere { .. })),
            "{overlap:?}"
        );
        let coming = bring(line(monday().next(), Part::Day, "3")).unwrap_err();
        assert_eq!(coming, Failure::Refused(CheckInRefusal::NotYet));
        assert_eq!(world.units(camille), (28, 0));
    });
}

#[test]
fn an_arrival_is_told_afterwards_but_never_before() {
    both_engines(|db| {
        let world = World::new(db);
        let (team, camille) = (world.team(), world.nomad("Camille Durand", 30));
        let new = NewCheckIn {
            person: camille,
            part: Part::Day,
            welcome: None,
        };
        let tell = |at: Instant| {
            let actor = team.clone();
            world
                .db
                .write_blocking(move |tx| spaces::check_in_at(tx, &actor, new, at))
        };
        let now = world.db.clock().now();
        tell(now.minus_minutes(24 * 60)).unwrap();
        assert_eq!(
            tell(now.plus_seconds(1)).unwrap_err(),
            Failure::Refused(CheckInRefusal::NotYet)
        );
        assert_eq!(world.units(camille), (27, 0));
    });
}

/// One keystroke at the desk: 0–2 check in, 3 widens, 4 undoes what was done last.
#[test]
fn any_sequence_of_acts_ends_at_the_units_of_the_final_day() {
    both_engines(|db| {
        let world = World::new(db);
        let team = world.team();
        let number = std::cell::Cell::new(0);
        let mut runner = TestRunner::new(Config {
            cases: 12,
            failure_persistence: None,
            ..Config::default()
        });
        let outcome = runner.run(&prop::collection::vec(0..5_usize, 1..9), |keys| {
            number.set(number.get() + 1);
            let camille = world.nomad(&format!("Camille {}", number.get()), 30);
            let mut made = Vec::new();
            for key in keys {
                match (key, made.last().copied()) {
                    (3, Some(id)) => drop(world.widen(&team, id)),
                    (4, Some(id)) => {
                        drop(world.undo(&team, id));
                    }
                    (0..=2, _) => {
                        if let Ok(done) = world.check_in(&team, camille, Part::ALL[key]) {
                            made.push(done.check_in);
                        }
                    }
                    _ => {}
                }
            }
            let (left, owed) = world.units(camille);
            prop_assert!(
                matches!(left, 27 | 28 | 30) && owed == 0,
                "{left} left, {owed} owed"
            );
            Ok(())
        });
        outcome.unwrap();
        assert_eq!(world.faults(), Vec::<String>::new());
    });
}
