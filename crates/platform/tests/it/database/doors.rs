//! Transactions: what is kept, what is undone, what is refused.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use kernel::Id;
use platform::database::{DatabaseError, Engine, params};

use super::{
    ADD_COUNTER, ADD_PLACE, COUNTERS, LOCK_COUNTER, MORNING, SET_COUNTER, counters, fresh, on_both,
    with_place,
};

#[derive(Debug, PartialEq)]
enum Failed {
    Refused,
    Database(DatabaseError),
}

impl From<DatabaseError> for Failed {
    fn from(error: DatabaseError) -> Self {
        Self::Database(error)
    }
}

#[test]
fn what_is_written_is_read_back() {
    on_both(|engine| {
        let fresh = with_place(engine);
        let database = &fresh.database;
        assert_eq!(database.engine(), engine);
        let written = database.write_blocking(move |tx| {
            assert_eq!(tx.engine(), engine);
            tx.run(&ADD_COUNTER, &params![1_i64, "invoice", 12_i64])
        });
        assert_eq!(written, Ok(1));
        assert_eq!(counters(database), [("invoice".to_owned(), 12)]);
    });
}

#[test]
fn an_error_undoes_everything_the_work_did() {
    on_both(|engine| {
        let fresh = with_place(engine);
        let answer = fresh.database.write_blocking(|tx| {
            tx.run(&ADD_COUNTER, &params![1_i64, "invoice", 1_i64])?;
            Err::<(), _>(Failed::Refused)
        });
        assert_eq!(answer, Err(Failed::Refused));
        assert_eq!(counters(&fresh.database), []);
    });
}

#[test]
fn a_panic_undoes_the_work_and_leaves_the_database_alive() {
    on_both(|engine| {
        let fresh = with_place(engine);
        let answer = fresh.database.write_blocking(|tx| -> Result<(), DatabaseError> {
            tx.run(&ADD_COUNTER, &params![1_i64, "invoice", 1_i64])?;
            panic!("the roof fell");
        });
        assert_eq!(answer, Err(DatabaseError::Panicked("the roof fell".to_owned())));
        assert_eq!(counters(&fresh.database), []);
        let after = fresh
            .database
            .write_blocking(|tx| tx.run(&ADD_COUNTER, &params![1_i64, "invoice", 2_i64]));
        assert_eq!(after, Ok(1));
        assert_eq!(counters(&fresh.database), [("invoice".to_owned(), 2)]);
    });
}

#[test]
fn a_failure_that_the_work_swallows_still_undoes_it() {
    on_both(|engine| {
        let fresh = with_place(engine);
        let answer = fresh.database.write_blocking(|tx| -> Result<(), DatabaseError> {
            tx.run(&ADD_COUNTER, &params![1_i64, "invoice", 1_i64])?;
            let _ = tx.run(&ADD_COUNTER, &params![1_i64, "invoice", 2_i64]);
            Ok(())
        });
        assert_eq!(
            answer,
            Err(DatabaseError::Constraint {
                name: "counter_pk".to_owned()
            })
        );
        assert_eq!(counters(&fresh.database), []);
    });
}

#[test]
fn an_attempt_that_fails_undoes_itself_alone() {
    on_both(|engine| {
        let fresh = with_place(engine);
        let answer = fresh
            .database
            .write_blocking(|tx| -> Result<bool, DatabaseError> {
                tx.run(&ADD_COUNTER, &params![1_i64, "invoice", 1_i64])?;
                let tried = tx.attempt(|tx| {
                    tx.run(&ADD_COUNTER, &params![1_i64, "credit", 5_i64])?;
                    tx.run(&ADD_COUNTER, &params![1_i64, "invoice", 2_i64])
                });
                tx.run(&ADD_COUNTER, &params![1_i64, "receipt", 3_i64])?;
                Ok(tried.is_err_and(|error| error.refused_by("counter_pk")))
            });
        assert_eq!(answer, Ok(true));
        let kept = counters(&fresh.database);
        assert_eq!(kept, [("invoice".to_owned(), 1), ("receipt".to_owned(), 3)]);
    });
}

#[test]
fn reading_refuses_to_write() {
    on_both(|engine| {
        let fresh = with_place(engine);
        let answer = fresh
            .database
            .read_blocking(|tx| tx.run(&ADD_COUNTER, &params![1_i64, "invoice", 1_i64]));
        assert_eq!(answer, Err(DatabaseError::ReadOnly));
        assert_eq!(counters(&fresh.database), []);
    });
}

#[test]
fn one_refuses_to_find_nothing_and_optional_does_not() {
    on_both(|engine| {
        let fresh = with_place(engine);
        let answer = fresh.database.write_blocking(|tx| -> Result<_, DatabaseError> {
            let none = tx.optional(&LOCK_COUNTER, &params![1_i64, "invoice"])?;
            let refused = tx.one(&LOCK_COUNTER, &params![1_i64, "invoice"]).unwrap_err();
            tx.run(&ADD_COUNTER, &params![1_i64, "invoice", 1_i64])?;
            let found = tx.one(&LOCK_COUNTER, &params![1_i64, "invoice"])?;
            Ok((none, refused, found.value))
        });
        assert_eq!(answer, Ok((None, DatabaseError::NotFound, 1)));
    });
}

#[test]
fn identifiers_are_positive_and_grow_even_when_the_clock_stands_still() {
    on_both(|engine| {
        let fresh = fresh(engine);
        let ids = fresh
            .database
            .read_blocking(|tx| -> Result<Vec<Id<()>>, DatabaseError> {
                assert_eq!(tx.now(), MORNING);
                Ok((0..5_000).map(|_| tx.new_id()).collect())
            })
            .unwrap();
        assert!(ids.first().unwrap().as_i64() > 0);
        assert!(ids.windows(2).all(|pair| pair[0] < pair[1]));
    });
}

#[test]
fn a_transaction_may_not_open_another() {
    on_both(|engine| {
        let fresh = with_place(engine);
        let inner = fresh.database.clone();
        let answer = fresh.database.write_blocking(move |_| {
            inner.write_blocking(|tx| tx.run(&ADD_COUNTER, &params![1_i64, "invoice", 1_i64]))
        });
        assert!(matches!(answer, Err(DatabaseError::Other(_))), "{answer:?}");
    });
}

#[test]
fn a_closed_database_finishes_its_work_and_refuses_more() {
    on_both(|engine| {
        let fresh = with_place(engine);
        fresh.database.close();
        let answer = fresh
            .database
            .write_blocking(|tx| tx.run(&ADD_COUNTER, &params![1_i64, "invoice", 1_i64]));
        assert_eq!(answer, Err(DatabaseError::Closed));
    });
}

#[test]
fn two_who_lock_each_other_out_both_succeed_in_the_end() {
    // Only PostgreSQL can lock crosswise; SQLite has one writer.
    let fresh = with_place(Engine::Postgres);
    let database = &fresh.database;
    for name in ["left", "right"] {
        let add =
            move |tx: &mut platform::database::Tx<'_>| tx.run(&ADD_COUNTER, &params![1_i64, name, 0_i64]);
        database.write_blocking(add).unwrap();
    }
    let barrier = Arc::new(std::sync::Barrier::new(2));
    std::thread::scope(|scope| {
        for (first, second) in [("left", "right"), ("right", "left")] {
            let barrier = Arc::clone(&barrier);
            let tries = Arc::new(AtomicU32::new(0));
            scope.spawn(move || {
                let done = database.write_blocking(move |tx| -> Result<(), DatabaseError> {
                    tx.one(&LOCK_COUNTER, &params![1_i64, first])?;
                    if tries.fetch_add(1, Ordering::SeqCst) == 0 {
                        barrier.wait();
                    }
                    let other = tx.one(&LOCK_COUNTER, &params![1_i64, second])?;
                    tx.run(&SET_COUNTER, &params![1_i64, second, other.value + 1])?;
                    Ok(())
                });
                assert_eq!(done, Ok(()));
            });
        }
    });
    assert_eq!(
        counters(database),
        [("left".to_owned(), 1), ("right".to_owned(), 1)]
    );
    assert!(database.counts().retries >= 1);
}

#[test]
fn lost_connections_are_made_again() {
    let fresh = with_place(Engine::Postgres);
    let mut killer = fresh.administrator();
    killer
        .batch_execute(
            "select pg_terminate_backend(pid) from pg_stat_activity
             where datname = current_database() and pid <> pg_backend_pid()",
        )
        .unwrap();
    for number in 0..20_i64 {
        let name = format!("counter {number}");
        let added = fresh
            .database
            .write_blocking(move |tx| tx.run(&ADD_COUNTER, &params![1_i64, name, number]));
        assert_eq!(added, Ok(1));
    }
    assert_eq!(counters(&fresh.database).len(), 20);
}

#[tokio::test]
async fn the_asynchronous_doors_answer_like_the_others() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let fresh = tokio::task::spawn_blocking(move || fresh(engine)).await.unwrap();
        let database = fresh.database.clone();
        database
            .write(|tx| tx.run(&ADD_PLACE, &params![1_i64, "Le Comptoir", MORNING]))
            .await
            .unwrap();
        let all = database
            .read(|tx| tx.all(&COUNTERS, &params![1_i64]))
            .await
            .unwrap();
        assert_eq!(all, []);
        let panicked = database
            .write(|_| -> Result<(), DatabaseError> { panic!("the roof fell") })
            .await;
        assert!(matches!(panicked, Err(DatabaseError::Panicked(_))));
        tokio::task::spawn_blocking(move || drop(fresh)).await.unwrap();
    }
}

#[test]
fn a_fixed_clock_that_is_moved_is_followed_only_when_asked() {
    on_both(|engine| {
        let fresh = with_place(engine);
        let clock = fresh.database.clock().clone();
        let later = MORNING.plus_minutes(90);
        let seen = fresh.database.read_blocking(move |tx| {
            clock.set(later);
            let before = tx.now();
            tx.follow_fixed_clock();
            let after = tx.now();
            clock.set(MORNING);
            Ok::<_, DatabaseError>((before, after))
        });
        assert_eq!(seen, Ok((MORNING, later)));
    });
}
