//! Two programs on one PostgreSQL database, and thirty-two people who want the same thing at the same moment.

use super::furnished::{Furnished, MEMBERS, email, furnish, hour};
use crate::client::{Answered, Client};
use crate::program::{Program, verify};
use harness::{FreshDatabase, rounds};
use platform::clock::Clock;
use platform::database::Engine;
use spaces::ResourceId;
use std::sync::Barrier;
use std::thread;
use ureq::http::StatusCode;

const RUNNERS: usize = 32;

/// Two programs on one database, and runners half of whom stand at each.
struct Pair {
    fresh: FreshDatabase,
    house: Furnished,
    programs: [Program; 2],
    runners: Vec<Client>,
}

impl Pair {
    fn open(nomads: usize, units_left: i64, runners: &[&str]) -> Self {
        let fresh = FreshDatabase::on(Engine::Postgres);
        let house = furnish(&fresh, nomads, units_left);
        let programs = [Program::serve(&fresh.url()), Program::serve(&fresh.url())];
        // A session opened at one program holds at the other.
        let people: Vec<Client> = runners
            .iter()
            .map(|email| Client::sign_in(&programs[0].address, email))
            .collect();
        let runners = (0..RUNNERS)
            .map(|number| people[number / 2 % people.len()].at(&programs[number % 2].address))
            .collect();
        Self {
            fresh,
            house,
            programs,
            runners,
        }
    }

    /// Everybody sends their form at once.
    fn all_at_once(&mut self, path: &str, bodies: &[String]) -> Vec<Answered> {
        let start = Barrier::new(RUNNERS);
        thread::scope(|scope| {
            let sent: Vec<_> = self
                .runners
                .iter_mut()
                .zip(bodies)
                .map(|(runner, body)| {
                    let start = &start;
                    scope.spawn(move || {
                        start.wait();
                        runner.post(path, body).unwrap()
                    })
                })
                .collect();
            sent.into_iter().map(|one| one.join().unwrap()).collect()
        })
    }

    /// The same booking thirty-two times, each under a key of its own.
    fn bookings(&mut self, resource: ResourceId, round: usize) -> Vec<Answered> {
        let place = self
            .fresh
            .database()
            .read_blocking(platform::place::all)
            .unwrap()
            .remove(0);
        let today = place.zone.day_of(Clock::system().now());
        let (day, hour) = hour(today, round);
        let page = format!(
            "/bookings/new?resource={resource}&start={day}T{hour:02}:00&end={day}T{:02}:00",
            hour + 1
        );
        // One page for each person: the runners of one person send its form under other keys.
        let people = MEMBERS.len();
        let pages: Vec<_> = (0..people)
            .map(|number| self.runners[number * 2].get(&page).unwrap().html())
            .collect();
        let bodies: Vec<String> = (0..RUNNERS)
            .map(|number| {
                pages[number / 2 % people]
                    .form("form[action='/bookings']")
                    .with("_key", &format!("round-{round}-runner-{number}"))
                    .and("step", "confirm")
                    .body()
            })
            .collect();
        self.all_at_once("/bookings", &bodies)
    }

    fn close(self) {
        let url = self.fresh.url();
        drop(self.programs);
        verify(&url);
    }
}

/// How many were told yes; everybody else must have been told why not.
#[track_caller]
fn winners(answers: &[Answered]) -> usize {
    for refused in answers.iter().filter(|one| one.status != StatusCode::SEE_OTHER) {
        assert_eq!(
            refused.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{}",
            refused.body
        );
        let page = refused.html();
        assert!(
            page.says("Déjà pris de") || page.says("Vous avez déjà"),
            "{}",
            page.text("main")
        );
    }
    answers
        .iter()
        .filter(|one| one.status == StatusCode::SEE_OTHER)
        .count()
}

fn members() -> Vec<String> {
    MEMBERS.iter().map(|name| email(name)).collect()
}

#[test]
fn one_free_hour_is_booked_once_through_two_programs() {
    let people = members();
    let mut pair = Pair::open(1, 30, &people.iter().map(String::as_str).collect::<Vec<_>>());
    for round in 0..usize::try_from(rounds("TRIBU_RACES", 50)).unwrap() {
        let room = pair.house.rooms[round % pair.house.rooms.len()];
        let answers = pair.bookings(room, round);
        assert_eq!(winners(&answers), 1, "round {round}");
    }
    pair.close();
}

#[test]
fn the_last_of_ten_desks_is_taken_once_through_two_programs() {
    let people = members();
    let mut pair = Pair::open(1, 30, &people.iter().map(String::as_str).collect::<Vec<_>>());
    for round in 0..usize::try_from(rounds("TRIBU_RACES", 50)).unwrap() {
        let answers = pair.bookings(pair.house.desks, round);
        assert_eq!(winners(&answers), 10, "round {round}");
    }
    pair.close();
}

#[test]
fn the_last_units_of_a_pass_are_used_once_through_two_programs() {
    let races = usize::try_from(rounds("TRIBU_RACES", 50)).unwrap();
    let mut pair = Pair::open(races, 2, &["facilitator@example.org"]);
    let place = pair
        .fresh
        .database()
        .read_blocking(platform::place::all)
        .unwrap()
        .remove(0);
    for (round, nomad) in pair.house.nomads.clone().into_iter().enumerate() {
        let token = pair.runners[0].get("/front-desk").unwrap().html().hidden("_csrf");
        let bodies: Vec<String> = (0..RUNNERS)
            .map(|number| {
                format!("_csrf={token}&_key=round-{round}-runner-{number}&person={nomad}&part=morning")
            })
            .collect();
        let answers = pair.all_at_once("/front-desk/check-ins", &bodies);
        let went = |to: &str| {
            answers
                .iter()
                .filter(|one| one.location.as_deref().is_some_and(|at| at.starts_with(to)))
                .count()
        };
        assert_eq!(
            (went("/front-desk?last="), went("/front-desk")),
            (1, RUNNERS),
            "round {round}"
        );
        let (place_id, day) = (place.id, place.zone.day_of(Clock::system().now()));
        let left = pair
            .fresh
            .database()
            .read_blocking(move |tx| offers::remaining(tx, place_id, nomad, day))
            .unwrap();
        assert_eq!((left.units, left.debt), (0, 0), "round {round}");
    }
    pair.close();
}
