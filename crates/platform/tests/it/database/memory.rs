//! What a reader remembers is never older than the last commit, whoever made it.

use super::{ADD_COUNTER, COUNTERS, Fresh, on_both, options, with_place};
use platform::database::{Database, DatabaseError, DatabaseUrl, Engine, params};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

/// Counts the counters, through the memory, and notes how often they were really read.
fn counted(database: &Database, name: &str, reads: &Arc<AtomicU32>) -> usize {
    let (name, reads) = (name.to_owned(), Arc::clone(reads));
    let view = database.read_blocking(move |tx| {
        tx.remembered(name.clone(), |tx| {
            reads.fetch_add(1, Ordering::Relaxed);
            Ok::<_, DatabaseError>(tx.all(&COUNTERS, &params![1_i64])?.len())
        })
    });
    *view.unwrap()
}

fn add(database: &Database, name: &'static str) {
    let added = database.write_blocking(move |tx| tx.run(&ADD_COUNTER, &params![1_i64, name, 1_i64]));
    assert_eq!(added, Ok(1));
}

fn second_process(fresh: &Fresh) -> Database {
    Database::open(&DatabaseUrl::parse(&fresh.url().to_string()).unwrap(), options()).unwrap()
}

#[test]
fn every_commit_is_seen_at_once_whichever_process_made_it() {
    on_both(|engine| {
        let fresh = with_place(engine);
        let other = second_process(&fresh);
        let reads = Arc::new(AtomicU32::new(0));
        for (number, name) in ["a", "b", "c", "d", "e", "f"].into_iter().enumerate() {
            let writer = if number % 2 == 0 { &fresh.database } else { &other };
            assert_eq!(counted(&fresh.database, "counters", &reads), number);
            add(writer, name);
            for _ in 0..10 {
                assert_eq!(counted(&fresh.database, "counters", &reads), number + 1);
            }
        }
        other.close();
    });
}

#[test]
fn what_nobody_has_changed_is_read_once_by_each_reader_of_sqlite_and_each_time_on_postgresql() {
    on_both(|engine| {
        let fresh = with_place(engine);
        let reads = Arc::new(AtomicU32::new(0));
        for _ in 0..50 {
            counted(&fresh.database, "counters", &reads);
        }
        let times = reads.load(Ordering::Relaxed);
        match engine {
            Engine::Sqlite => assert!(times < 25, "read {times} times"),
            Engine::Postgres => assert_eq!(times, 50),
        }
    });
}

#[test]
fn views_of_other_names_are_other_views_and_a_failed_one_is_not_kept() {
    on_both(|engine| {
        let fresh = with_place(engine);
        let reads = Arc::new(AtomicU32::new(0));
        for number in 0..40 {
            counted(&fresh.database, &format!("view {number}"), &reads);
        }
        assert_eq!(reads.load(Ordering::Relaxed), 40);
        let failed = fresh.database.read_blocking(|tx| {
            tx.remembered("refused".to_owned(), |_| Err::<i64, _>(DatabaseError::NotFound))
        });
        assert_eq!(failed, Err(DatabaseError::NotFound));
        let kept = fresh
            .database
            .read_blocking(|tx| tx.remembered("refused".to_owned(), |_| Ok::<_, DatabaseError>(7_i64)));
        assert_eq!(kept.map(|kept| *kept), Ok(7));
    });
}

#[test]
fn a_writer_remembers_nothing() {
    on_both(|engine| {
        let fresh = with_place(engine);
        let seen = fresh.database.write_blocking(|tx| {
            let count = |tx: &mut platform::database::Tx<'_>| {
                Ok::<_, DatabaseError>(tx.all(&COUNTERS, &params![1_i64])?.len())
            };
            let before = *tx.remembered("counters".to_owned(), count)?;
            tx.run(&ADD_COUNTER, &params![1_i64, "invoice", 1_i64])?;
            let after = *tx.remembered("counters".to_owned(), count)?;
            Ok::<_, DatabaseError>((before, after))
        });
        assert_eq!(seen, Ok((0, 1)));
    });
}
