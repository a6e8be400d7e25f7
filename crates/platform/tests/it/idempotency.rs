use crate::world::{actor, place};
use harness::{both_engines, on_both_engines, together};
use kernel::{AccountId, Actor, PersonId};
use platform::counter;
use platform::database::Database;
use platform::failure::Fault;
use platform::idempotency::{self, Outcome};
use std::collections::BTreeSet;

/// Takes a number under a key; the answer is the number.
fn take(db: &Database, actor: &Actor, key: &'static str, fingerprint: &'static str) -> Outcome {
    let actor = actor.clone();
    let outcome: Result<Outcome, Fault> = db.write_blocking(move |tx| {
        idempotency::once(tx, &actor, key, fingerprint, |tx| {
            Ok::<_, Fault>(counter::next(tx, actor.place, "ticket")?.to_string())
        })
    });
    outcome.unwrap()
}

#[test]
fn sent_twice_it_happens_once_and_answers_the_same() {
    both_engines(|db| {
        let actor = actor(&db);
        assert_eq!(take(&db, &actor, "key-1", "a"), Outcome::Done("1".to_owned()));
        let again = take(&db, &actor, "key-1", "a");
        assert_eq!(again, Outcome::Replayed("1".to_owned()));
        assert_eq!(again.answer(), Some("1"));
        assert_eq!(take(&db, &actor, "key-2", "a"), Outcome::Done("2".to_owned()));
    });
}

#[test]
fn a_key_used_for_something_else_or_by_somebody_else_does_nothing() {
    both_engines(|db| {
        let home = place(&db).id;
        let member = |account| {
            Actor::person(
                home,
                AccountId::from_i64(account),
                PersonId::from_i64(account),
                vec![],
                BTreeSet::new(),
            )
        };
        assert_eq!(take(&db, &member(1), "key", "a"), Outcome::Done("1".to_owned()));
        assert_eq!(take(&db, &member(1), "key", "b"), Outcome::KeyReused);
        assert_eq!(take(&db, &member(2), "key", "a"), Outcome::KeyReused);
        assert_eq!(Outcome::KeyReused.answer(), None);
        let given = db
            .read_blocking(move |tx| counter::current(tx, home, "ticket"))
            .unwrap();
        assert_eq!(given, 1);
    });
}

#[test]
fn work_that_fails_leaves_its_key_free() {
    both_engines(|db| {
        let actor = actor(&db);
        let same = actor.clone();
        let failed: Result<Outcome, Fault> = db.write_blocking(move |tx| {
            idempotency::once(tx, &same, "key", "a", |tx| {
                counter::next(tx, same.place, "ticket")?;
                Err(Fault::NotFound)
            })
        });
        assert_eq!(failed, Err(Fault::NotFound));
        assert_eq!(take(&db, &actor, "key", "a"), Outcome::Done("1".to_owned()));
    });
}

#[test]
fn of_sixteen_identical_requests_through_two_processes_one_does_the_work() {
    on_both_engines(|fresh| {
        let actor = actor(fresh.database());
        let other = fresh.open_again();
        for key in ["one", "two", "three", "four"] {
            let outcomes = together(16, |number| {
                let db = if number % 2 == 0 { fresh.database() } else { &other };
                take(db, &actor, key, "a")
            });
            let done: Vec<_> = outcomes
                .iter()
                .filter(|outcome| matches!(outcome, Outcome::Done(_)))
                .collect();
            assert_eq!(done.len(), 1, "{outcomes:?}");
            let answer = done[0].answer();
            assert!(
                outcomes.iter().all(|outcome| outcome.answer() == answer),
                "{outcomes:?}"
            );
        }
        other.close();
    });
}

#[test]
fn old_keys_are_forgotten_and_young_ones_kept() {
    both_engines(|db| {
        let actor = actor(&db);
        take(&db, &actor, "old", "a");
        let later = harness::MONDAY_MORNING.plus_minutes(60);
        db.clock().set(later);
        take(&db, &actor, "young", "a");
        let gone = db.write_blocking(move |tx| idempotency::purge(tx, later));
        assert_eq!(gone, Ok(1));
        assert_eq!(take(&db, &actor, "young", "a"), Outcome::Replayed("2".to_owned()));
        assert_eq!(take(&db, &actor, "old", "a"), Outcome::Done("3".to_owned()));
    });
}
