//! The demonstration in its database: once, whole or not at all, and never in the place of real people.

use app::demo::{Found, KeepRefused, Scenario, Size, is_outlived, keep, logins, renew};
use harness::{FreshDatabase, on_both_engines};
use kernel::Day;
use platform::clock::Clock;
use platform::database::{Database, DatabaseUrl, Engine, Options};
use platform::place;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;

use crate::program;
use crate::world::World;

fn fixed() -> Options {
    Options {
        clock: Clock::fixed(harness::MONDAY_MORNING),
        ..Options::default()
    }
}

fn small(today: Day) -> Scenario {
    Scenario {
        seed: 9,
        today,
        not_after: None,
        size: Size {
            months: 2,
            visits: 20,
            bookings: 10,
        },
    }
}

fn never(_: Day) -> Scenario {
    panic!("it is there already")
}

/// How many places a database holds; none when there is no file.
fn places(url: &DatabaseUrl) -> usize {
    if url.path().is_some_and(|file| !file.exists()) {
        return 0;
    }
    let database = Database::open(url, fixed()).unwrap();
    let count = database.read_blocking(place::all).unwrap().len();
    database.close();
    count
}

fn is_empty_but_for(folder: &Path, file: &str) -> bool {
    fs::read_dir(folder)
        .unwrap()
        .all(|entry| entry.unwrap().file_name().to_string_lossy().starts_with(file))
}

#[test]
fn a_demonstration_is_made_once_on_either_engine() {
    on_both_engines(|fresh| {
        let url = DatabaseUrl::parse(&fresh.url()).unwrap();
        fresh.database().close();
        let first = keep(&url, &fixed(), small, &|_| ()).unwrap();
        assert!(
            matches!(first, Found::Nothing(made) if made.check_ins > 0 && made.invoices > 0),
            "{first:?}"
        );
        let second = keep(&url, &fixed(), never, &|_| ()).unwrap();
        assert_eq!(
            second,
            Found::Demonstration(Some(Day::parse("2026-06-15").unwrap()))
        );
        assert_eq!(places(&url), 1);
    });
}

#[test]
fn a_demonstration_that_ended_before_yesterday_is_made_anew_on_either_engine() {
    on_both_engines(|fresh| {
        let url = DatabaseUrl::parse(&fresh.url()).unwrap();
        fresh.database().close();
        keep(&url, &fixed(), small, &|_| ()).unwrap();
        let later = Options {
            clock: Clock::fixed(harness::MONDAY_MORNING.plus_minutes(3 * 24 * 60)),
            ..Options::default()
        };
        let made = renew(&url, &later, small, &|_| ()).unwrap();
        assert!(made.check_ins > 0, "{made:?}");
        assert_eq!(
            keep(&url, &later, never, &|_| ()).unwrap(),
            Found::Demonstration(Some(Day::parse("2026-06-18").unwrap()))
        );
        assert_eq!(places(&url), 1);
    });
}

#[test]
fn a_demonstration_looks_abandoned_two_days_after_its_last() {
    let ended = Day::parse("2026-06-15").unwrap();
    for (days, outlived) in [(-1, false), (0, false), (1, false), (2, true), (30, true)] {
        let now = harness::MONDAY_MORNING.plus_minutes(days * 24 * 60);
        assert_eq!(is_outlived(ended, now).unwrap(), outlived, "{days}");
    }
}

#[test]
fn real_people_are_not_written_over() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    World::new(fresh.database());
    let url = DatabaseUrl::parse(&fresh.url()).unwrap();
    let refused = renew(&url, &fixed(), small, &|_| ());
    assert!(matches!(refused, Err(KeepRefused::RealPlace(_))), "{refused:?}");
}

#[test]
fn nothing_but_the_database_is_left_behind() {
    let folder = tempfile::tempdir().unwrap();
    let url = DatabaseUrl::file(folder.path().join("demo.db"));
    keep(&url, &fixed(), small, &|_| ()).unwrap();
    assert!(folder.path().join("demo.db").exists() && !folder.path().join("demo.db.making").exists());
    assert!(is_empty_but_for(folder.path(), "demo.db"));
}

#[test]
fn a_place_of_real_people_is_left_alone() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    World::new(fresh.database());
    let refused = keep(
        &DatabaseUrl::parse(&fresh.url()).unwrap(),
        &fixed(),
        never,
        &|_| (),
    );
    assert!(matches!(refused, Err(KeepRefused::RealPlace(_))), "{refused:?}");
}

#[test]
fn two_makers_do_not_work_in_one_place() {
    let folder = tempfile::tempdir().unwrap();
    let url = DatabaseUrl::file(folder.path().join("demo.db"));
    let other = url.clone();
    keep(&url, &fixed(), small, &move |_| {
        let refused = keep(&other, &fixed(), never, &|_| ());
        assert!(matches!(refused, Err(KeepRefused::BeingMade(_))), "{refused:?}");
    })
    .unwrap();
}

#[test]
fn what_a_killed_maker_left_is_thrown_out_and_made_again() {
    let folder = tempfile::tempdir().unwrap();
    let url = DatabaseUrl::file(folder.path().join("demo.db"));
    let mut maker = program::start(&["demo", "--only-make", "--database", &url.to_string()]);
    let mut lines = BufReader::new(maker.stdout.take().unwrap()).lines();
    let told: Vec<String> = lines.by_ref().take(3).map(Result::unwrap).collect();
    maker.kill().unwrap();
    maker.wait().unwrap();
    assert!(told[1].contains('%'), "{told:?}");
    assert!(folder.path().join("demo.db.making").join("tribu.db").exists());
    assert_eq!(places(&url), 0);
    let found = keep(&url, &fixed(), small, &|_| ()).unwrap();
    assert!(matches!(found, Found::Nothing(_)), "{found:?}");
    assert_eq!(places(&url), 1);
    assert!(!folder.path().join("demo.db.making").exists());
}

#[test]
fn the_program_says_where_it_listens_and_who_may_sign_in() {
    let folder = tempfile::tempdir().unwrap();
    let url = DatabaseUrl::file(folder.path().join("demo.db"));
    keep(&url, &fixed(), small, &|_| ()).unwrap();
    let mut served = program::start(&[
        "demo",
        "--keep",
        "--database",
        &url.to_string(),
        "--listen",
        "127.0.0.1:0",
    ]);
    let lines = BufReader::new(served.stdout.take().unwrap())
        .lines()
        .map(Result::unwrap);
    let last = logins().last().unwrap().email;
    let mut said = Vec::new();
    for line in lines {
        said.push(line);
        if said.last().unwrap().contains(last) {
            break;
        }
    }
    served.kill().unwrap();
    served.wait().unwrap();
    let said = said.join("\n");
    assert!(
        said.contains("http://127.0.0.1:") && said.contains(app::demo::PASSWORD),
        "{said}"
    );
    assert!(logins().iter().all(|login| said.contains(login.email)), "{said}");
}
