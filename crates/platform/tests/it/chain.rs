use crate::world::place;
use harness::{both_engines, on_both_engines, together};
use kernel::{Id, PlaceId};
use platform::chain::{self, Breach, Verified};
use platform::database::{Database, NoRow, Statement, Tx, params, statement};
use platform::failure::Fault;
use platform::verify::{self, Report};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

statement! {
    SET_SUBJECT = "update chain_link set subject_id = subject_id + 1000
        where place_id = $1 and register = 'ballots' and position = $2";
    SET_CONTENT = "update chain_link set content_hash = 'zz' || substr(content_hash, 3)
        where place_id = $1 and register = 'ballots' and position = $2";
    SET_PREVIOUS = "update chain_link set previous_hash = 'zz' || substr(previous_hash, 3)
        where place_id = $1 and register = 'ballots' and position = $2";
    SET_HASH = "update chain_link set hash = 'zz' || substr(hash, 3)
        where place_id = $1 and register = 'ballots' and position = $2";
    REMOVE = "delete from chain_link
        where place_id = $1 and register = 'ballots' and position = $2";
    RENUMBER = "update chain_link set position = position + 1000
        where place_id = $1 and register = 'ballots' and position = $2";
}

const TAMPERINGS: [&Statement<NoRow>; 6] = [
    &SET_SUBJECT,
    &SET_CONTENT,
    &SET_PREVIOUS,
    &SET_HASH,
    &REMOVE,
    &RENUMBER,
];

enum Ballot {}

fn content_of(subject: i64) -> String {
    format!("ballot {subject}: yes")
}

fn append(db: &Database, home: PlaceId, subject: i64) -> i64 {
    let position = db.write_blocking(move |tx| {
        chain::append(
            tx,
            home,
            "ballots",
            Id::<Ballot>::from_i64(subject),
            &content_of(subject),
        )
    });
    position.unwrap()
}

fn verified(tx: &mut Tx<'_>, home: PlaceId) -> Result<Verified, Fault> {
    chain::verify(tx, home, "ballots", |_, subject| Ok(Some(content_of(subject))))
}

#[test]
fn a_register_that_nobody_touched_holds() {
    both_engines(|db| {
        let home = place(&db).id;
        let empty = db.read_blocking(move |tx| verified(tx, home)).unwrap();
        assert_eq!(
            empty,
            Verified {
                links: 0,
                broken: None
            }
        );
        for subject in 1..=600 {
            assert_eq!(append(&db, home, subject), subject);
        }
        let whole = db.read_blocking(move |tx| verified(tx, home)).unwrap();
        assert_eq!(
            whole,
            Verified {
                links: 600,
                broken: None
            }
        );
        let head = db
            .read_blocking(move |tx| chain::head(tx, home, "ballots"))
            .unwrap();
        assert_eq!((head.position, head.hash.len()), (600, 64));
    });
}

#[test]
fn a_changed_or_missing_content_is_named() {
    both_engines(|db| {
        let home = place(&db).id;
        for subject in 1..=3 {
            append(&db, home, subject);
        }
        for (answer, reason) in [
            (None, Breach::SubjectMissing),
            (Some("ballot 2: no".to_owned()), Breach::Content),
        ] {
            let found = db.read_blocking(move |tx| {
                chain::verify(tx, home, "ballots", |_, subject| {
                    Ok(if subject == 2 {
                        answer.clone()
                    } else {
                        Some(content_of(subject))
                    })
                })
            });
            let broken = found.unwrap().broken.unwrap();
            assert_eq!((broken.position, broken.subject, broken.reason), (2, 2, reason));
        }
    });
}

#[test]
fn a_register_cut_at_its_end_is_noticed_by_its_head() {
    both_engines(|db| {
        let home = place(&db).id;
        for subject in 1..=3 {
            append(&db, home, subject);
        }
        db.write_blocking(move |tx| tx.run(&REMOVE, &params![home, 3_i64]))
            .unwrap();
        let found = db.read_blocking(move |tx| verified(tx, home)).unwrap();
        assert_eq!(found.links, 2);
        assert_eq!(found.broken.unwrap().reason, Breach::Head);
        let checked = db.read_blocking(move |tx| {
            let mut report = Report::new();
            verify::check(tx, home, &mut report)?;
            Ok::<_, Fault>(report)
        });
        let report = checked.unwrap();
        assert_eq!(report.faults()[0].what, "verify-registers");
        assert_eq!(report.faults()[0].detail, "ballots: 2 (0): Head");
    });
}

#[test]
fn links_written_at_once_through_two_processes_still_make_one_chain() {
    on_both_engines(|fresh| {
        let home = place(fresh.database()).id;
        let other = fresh.open_again();
        let positions = together(8, |thread| {
            let db = if thread % 2 == 0 { fresh.database() } else { &other };
            let first = i64::try_from(thread * 10).unwrap();
            (first..first + 10)
                .map(|subject| append(db, home, subject))
                .collect::<Vec<_>>()
        });
        let mut positions = positions.concat();
        positions.sort_unstable();
        assert_eq!(positions, (1..=80).collect::<Vec<_>>());
        let whole = fresh
            .database()
            .read_blocking(move |tx| verified(tx, home))
            .unwrap();
        assert_eq!(
            whole,
            Verified {
                links: 80,
                broken: None
            }
        );
        other.close();
    });
}

#[test]
fn whatever_is_altered_the_first_link_that_does_not_hold_is_found() {
    both_engines(|db| {
        let home = place(&db).id;
        for subject in 1..=12 {
            append(&db, home, subject);
        }
        let alterations = (0..TAMPERINGS.len(), 1_i64..=12);
        let run = TestRunner::new(Config {
            failure_persistence: None,
            ..Config::default()
        })
        .run(&alterations, |(which, position)| {
            let undone: Result<(), Undone> = db.write_blocking(move |tx| {
                tx.run(TAMPERINGS[which], &params![home, position])?;
                Err(Undone(Some(verified(tx, home)?)))
            });
            let found = undone.unwrap_err().0.unwrap();
            let before = usize::try_from(position - 1).unwrap();
            prop_assert_eq!(found.links, before);
            prop_assert!(found.broken.is_some());
            Ok(())
        });
        run.unwrap();
        let whole = db.read_blocking(move |tx| verified(tx, home)).unwrap();
        assert_eq!(
            whole,
            Verified {
                links: 12,
                broken: None
            }
        );
    });
}

/// What was found in a transaction that is then undone.
#[derive(Debug)]
struct Undone(Option<Verified>);

impl From<platform::database::DatabaseError> for Undone {
    fn from(error: platform::database::DatabaseError) -> Self {
        panic!("{error}")
    }
}

impl From<Fault> for Undone {
    fn from(fault: Fault) -> Self {
        panic!("{fault}")
    }
}
