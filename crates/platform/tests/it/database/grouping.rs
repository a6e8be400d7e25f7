//! Many writers share a commit, and an answered write is on the disk.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};
use std::sync::Barrier;

use platform::database::{Database, DatabaseUrl, Engine, params};

use super::{ADD_COUNTER, LOCK_COUNTER, SET_COUNTER, counters, on_both, options, with_place};

#[test]
fn writers_who_wait_share_a_commit() {
    let fresh = with_place(Engine::Sqlite);
    let database = &fresh.database;
    let before = database.counts();
    // The first write keeps the writer busy until all the others stand in line.
    let line = std::sync::Arc::new(Barrier::new(2));
    let slow = {
        let line = std::sync::Arc::clone(&line);
        database.write(move |tx| {
            line.wait();
            tx.run(&ADD_COUNTER, &params![1_i64, "first", 0_i64])
        })
    };
    let waiting: Vec<_> = (0..100_i64)
        .map(|number| {
            let name = format!("{number:03}");
            database.write(move |tx| tx.run(&ADD_COUNTER, &params![1_i64, name, number]))
        })
        .collect();
    line.wait();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(async {
        assert_eq!(slow.await, Ok(1));
        for one in waiting {
            assert_eq!(one.await, Ok(1));
        }
    });
    let after = database.counts();
    assert_eq!(after.writes - before.writes, 101);
    assert!(after.commits - before.commits <= 10, "{after:?}");
    assert_eq!(counters(database).len(), 101);
}

#[test]
fn one_who_fails_in_a_group_fails_alone() {
    let fresh = with_place(Engine::Sqlite);
    let database = &fresh.database;
    std::thread::scope(|scope| {
        for number in 0..40_i64 {
            scope.spawn(move || {
                let answer = database.write_blocking(move |tx| {
                    tx.run(&ADD_COUNTER, &params![1_i64, format!("{number:02}"), number])?;
                    if number % 4 == 0 {
                        panic!("the roof fell");
                    }
                    // The second writing of the same name is refused.
                    if number % 4 == 1 {
                        tx.run(&ADD_COUNTER, &params![1_i64, format!("{number:02}"), number])?;
                    }
                    Ok::<_, platform::database::DatabaseError>(())
                });
                assert_eq!(answer.is_ok(), number % 4 >= 2);
            });
        }
    });
    assert_eq!(counters(database).len(), 20);
}

#[test]
fn what_was_answered_is_there_after_opening_again() {
    on_both(|engine| {
        let fresh = with_place(engine);
        fresh
            .database
            .write_blocking(|tx| tx.run(&ADD_COUNTER, &params![1_i64, "invoice", 41_i64]))
            .unwrap();
        let second = Database::open(fresh.url(), options()).unwrap();
        assert_eq!(counters(&second), [("invoice".to_owned(), 41)]);
        second
            .write_blocking(|tx| tx.run(&SET_COUNTER, &params![1_i64, "invoice", 42_i64]))
            .unwrap();
        assert_eq!(counters(&fresh.database), [("invoice".to_owned(), 42)]);
    });
}

#[test]
fn a_counter_taken_by_many_at_once_has_no_gap() {
    on_both(|engine| {
        let fresh = with_place(engine);
        let database = &fresh.database;
        database
            .write_blocking(|tx| tx.run(&ADD_COUNTER, &params![1_i64, "invoice", 0_i64]))
            .unwrap();
        std::thread::scope(|scope| {
            for _ in 0..16 {
                scope.spawn(move || {
                    for _ in 0..10 {
                        database
                            .write_blocking(|tx| {
                                let row = tx.one(&LOCK_COUNTER, &params![1_i64, "invoice"])?;
                                tx.run(&SET_COUNTER, &params![1_i64, "invoice", row.value + 1])
                            })
                            .unwrap();
                    }
                });
            }
        });
        assert_eq!(counters(database), [("invoice".to_owned(), 160)]);
    });
}

/// Where the program that gets killed finds its database.
const ADDRESS: &str = "TRIBU_TEST_KILLED_DATABASE";

#[test]
#[ignore = "run by the test below, as a program of its own"]
fn a_program_that_writes_until_it_is_killed() {
    let Ok(address) = std::env::var(ADDRESS) else {
        return;
    };
    let database = Database::open(&DatabaseUrl::parse(&address).unwrap(), options()).unwrap();
    std::thread::scope(|scope| {
        for writer in 0..4 {
            let database = &database;
            scope.spawn(move || {
                for number in 0..100_000_i64 {
                    let name = format!("{writer}-{number}");
                    let counter = name.clone();
                    database
                        .write_blocking(move |tx| tx.run(&ADD_COUNTER, &params![1_i64, counter, number]))
                        .unwrap();
                    println!("kept {name}");
                }
            });
        }
    });
}

#[test]
fn what_was_answered_survives_a_killed_program() {
    let fresh = with_place(Engine::Sqlite);
    let mut program = Command::new(std::env::current_exe().unwrap())
        .args(["--ignored", "--nocapture", "--exact"])
        .arg("database::grouping::a_program_that_writes_until_it_is_killed")
        .env(ADDRESS, fresh.url().to_string())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(program.stdout.take().unwrap())
        .lines()
        .map_while(Result::ok);
    let mut kept: Vec<String> = lines.by_ref().filter_map(answered).take(300).collect();
    program.kill().unwrap();
    // What it had said before the blow counts too; its last line may be cut.
    let whole = lines.filter(|line| line.len() < 40).filter_map(answered);
    kept.extend(whole);
    program.wait().unwrap();
    let found = counters(&fresh.database);
    for name in &kept[..kept.len() - 1] {
        assert!(
            found.iter().any(|(known, _)| known == name),
            "{name} was answered and lost"
        );
    }
    assert!(kept.len() >= 300);
}

fn answered(line: String) -> Option<String> {
    line.split("kept ").nth(1).map(str::to_owned)
}
