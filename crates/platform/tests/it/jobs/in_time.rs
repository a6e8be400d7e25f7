use super::{HANDLERS, count, enqueue, find, world};
use crate::world::{actor, named_place};
use harness::{both_engines, on_both_engines};
use kernel::Actor;
use platform::failure::Fault;
use platform::jobs::{self, Extras, JobState, Recurring, Runner};

#[test]
fn recurring_work_is_done_once_a_slot_in_each_place_by_whichever_process() {
    on_both_engines(|fresh| {
        let (db, other, world) = (fresh.database(), fresh.open_again(), world());
        let here = actor(db);
        let there = Actor::system(named_place(db, "Le Moulin", Some("moulin.example.org")).id);
        let recurring = vec![Recurring {
            kind: "test.tell",
            every_minutes: 15,
        }];
        for slots in 1..=2 {
            let runners = [db, &other].map(|db| {
                Runner::start(
                    db.clone(),
                    HANDLERS.to_vec(),
                    recurring.clone(),
                    world.extras.clone(),
                    1,
                )
            });
            world.hear();
            world.hear();
            for runner in runners {
                runner.stop();
            }
            assert_eq!(world.heard.try_iter().count(), 0);
            assert_eq!((count(db, &here), count(db, &there)), (slots, slots));
            let next = harness::MONDAY_MORNING.plus_minutes(15);
            db.clock().set(next);
            other.clock().set(next);
        }
        other.close();
    });
}

#[test]
fn jobs_that_ended_long_ago_are_forgotten_and_failures_kept() {
    both_engines(|db| {
        let (actor, world) = (actor(&db), world());
        enqueue(&db, &actor, "test.tell", 1);
        world.one(&db);
        let failed = enqueue(&db, &actor, "test.fail", 2);
        let later = harness::MONDAY_MORNING.plus_minutes(1);
        let gone = db.write_blocking(move |tx| jobs::purge(tx, later));
        assert_eq!(gone, Ok(1));
        assert_eq!(count(&db, &actor), 1);
        assert_eq!(find(&db, &actor, failed).state, JobState::Waiting);
    });
}

#[test]
fn a_tool_that_was_not_handed_in_is_a_fault() {
    let extras = Extras::new().with(7_i64);
    assert_eq!(extras.get::<i64>(), Ok(&7));
    assert!(matches!(extras.get::<String>(), Err(Fault::Internal(_))));
}
