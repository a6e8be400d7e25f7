//! `kill -9` in the middle of mixed work: what was answered stays, what was not can be sent again and happens once.

use super::furnished::{Furnished, MEMBERS, email, furnish, hour};
use super::ledger::Ledger;
use crate::client::{Answered, Client};
use crate::program::{Program, verify};
use harness::{FreshDatabase, rounds};
use kernel::{Day, PersonId};
use platform::clock::{Clock, Entropy};
use platform::database::Engine;
use std::thread;
use std::time::Duration;
use ureq::http::StatusCode;

const HANDS: usize = 8;
/// Nomads whom each hand checks in and out.
const NOMADS_EACH: usize = 3;

/// One form on its way.
#[derive(Debug, Clone)]
struct Act {
    path: String,
    body: String,
    what: What,
}

#[derive(Debug, Clone)]
enum What {
    Book(String),
    Pay(String),
    CheckIn(PersonId),
    /// The check-in of somebody that is taken back.
    Undo(PersonId),
}

/// One pair of hands at work: who they are, what they did, what they were doing when the light went out.
struct Hands {
    number: usize,
    member: Client,
    desk: Client,
    books: Client,
    done: Ledger,
    /// The nomads of these hands, with the check-in of those who are here.
    nomads: Vec<(PersonId, Option<String>)>,
    /// How many acts were begun, which makes names and hours that nobody else uses.
    begun: usize,
    in_flight: Option<Act>,
    today: Day,
}

impl Hands {
    /// Works until the program answers no more.
    fn work(&mut self, house: &Furnished) {
        while let Some(act) = self.next(house) {
            let client = self.client_of(&act.what);
            match client.post(&act.path, &act.body) {
                Some(answered) => self.settle(&act, &answered),
                None => {
                    self.in_flight = Some(act);
                    return;
                }
            }
        }
    }

    fn client_of(&mut self, what: &What) -> &mut Client {
        match what {
            What::Book(_) => &mut self.member,
            What::Pay(_) => &mut self.books,
            What::CheckIn(_) | What::Undo(_) => &mut self.desk,
        }
    }

    /// The next form, as its page gives it; none when the page does not come.
    fn next(&mut self, house: &Furnished) -> Option<Act> {
        self.begun += 1;
        let name = format!("main {} acte {}", self.number, self.begun);
        match self.begun % 3 {
            0 => self.payment(house, name),
            1 => self.booking(house, name),
            _ => self.visit(),
        }
    }

    fn booking(&mut self, house: &Furnished, title: String) -> Option<Act> {
        // Two neighbours want the same hours now and then: some are refused.
        let (day, hour) = hour(self.today, self.begun * HANDS + self.number / 2 * 2);
        let room = house.rooms[self.begun / 1_000 % house.rooms.len()];
        let path = format!(
            "/bookings/new?resource={room}&start={day}T{hour:02}:00&end={day}T{:02}:00",
            hour + 1
        );
        let page = self.member.get(&path)?.html();
        let form = page.form("form[action='/bookings']").with("title", &title);
        // An hour that is taken already has no price; the form is sent all the same.
        let priced = page.exists("input[name=price]");
        let form = if priced { form } else { form.and("price", "2000") };
        Some(Act {
            path: "/bookings".to_owned(),
            body: form.and("step", "confirm").body(),
            what: What::Book(title),
        })
    }

    fn payment(&mut self, house: &Furnished, reference: String) -> Option<Act> {
        let customer = house.customers[self.number];
        let path = format!("/office/billing/customers/{customer}");
        let page = self.books.get(&path)?.html();
        let form = page
            .form("form[action$='/payments']")
            .with("amount", "12,50")
            .with("reference", &reference);
        Some(Act {
            path: form.action.clone(),
            body: form.body(),
            what: What::Pay(reference),
        })
    }

    fn visit(&mut self) -> Option<Act> {
        let turn = self.begun % self.nomads.len();
        let (nomad, here) = self.nomads[turn].clone();
        let token = self.desk.get("/front-desk")?.html();
        let (csrf, key) = (token.hidden("_csrf"), token.hidden("_key"));
        let sealed = format!("_csrf={csrf}&_key={key}");
        Some(match here {
            None => Act {
                path: "/front-desk/check-ins".to_owned(),
                body: format!("{sealed}&person={nomad}&part=morning"),
                what: What::CheckIn(nomad),
            },
            Some(check_in) => Act {
                path: format!("/front-desk/check-ins/{check_in}/cancellation"),
                body: sealed,
                what: What::Undo(nomad),
            },
        })
    }

    /// Writes down what the program said.
    fn settle(&mut self, act: &Act, answered: &Answered) {
        let done = answered.status == StatusCode::SEE_OTHER;
        match &act.what {
            What::Book(title) if done => drop(self.done.booked.insert(title.clone())),
            What::Pay(reference) if done => drop(self.done.paid.insert(reference.clone())),
            What::Book(name) | What::Pay(name) => {
                assert_eq!(
                    answered.status,
                    StatusCode::UNPROCESSABLE_ENTITY,
                    "{act:?}: {}",
                    answered.body
                );
                self.done.refused.insert(name.clone());
            }
            What::CheckIn(nomad) => {
                let check_in = last(answered, act);
                self.done.here.insert(*nomad);
                self.stands(*nomad, Some(check_in));
            }
            What::Undo(nomad) => {
                last(answered, act);
                self.done.here.remove(nomad);
                self.stands(*nomad, None);
            }
        }
    }

    fn stands(&mut self, nomad: PersonId, check_in: Option<String>) {
        for (_, here) in self.nomads.iter_mut().filter(|(one, _)| *one == nomad) {
            here.clone_from(&check_in);
        }
    }

    /// Sends again, twice, what had no answer: both times the same comes back.
    fn retry(&mut self) -> bool {
        let Some(act) = self.in_flight.take() else {
            return false;
        };
        let client = self.client_of(&act.what);
        let first = client.post(&act.path, &act.body).unwrap();
        let second = client.post(&act.path, &act.body).unwrap();
        assert_eq!(
            (first.status, &first.location),
            (second.status, &second.location),
            "{act:?}"
        );
        self.settle(&act, &first);
        true
    }

    /// The same hands at the program that was started anew.
    fn move_to(&mut self, address: &str) {
        for client in [&mut self.member, &mut self.desk, &mut self.books] {
            *client = client.at(address);
        }
    }
}

/// The check-in that the front desk shows after an act.
#[track_caller]
fn last(answered: &Answered, act: &Act) -> String {
    let to = answered.location.as_deref().unwrap_or_default();
    let Some(id) = to.strip_prefix("/front-desk?last=") else {
        panic!("{act:?}: {} {to:?} {}", answered.status, answered.body);
    };
    id.to_owned()
}

fn hire(house: &Furnished, address: &str, today: Day) -> Vec<Hands> {
    let members = MEMBERS.map(|name| Client::sign_in(address, &email(name)));
    let desk = Client::sign_in(address, "facilitator@example.org");
    let books = Client::sign_in(address, "managing_director@example.org");
    let nomads: Vec<(PersonId, Option<String>)> = house.nomads.iter().map(|nomad| (*nomad, None)).collect();
    nomads
        .chunks(NOMADS_EACH)
        .enumerate()
        .map(|(number, nomads)| Hands {
            number,
            member: members[number % members.len()].at(address),
            desk: desk.at(address),
            books: books.at(address),
            done: Ledger::default(),
            nomads: nomads.to_vec(),
            begun: 0,
            in_flight: None,
            today,
        })
        .collect()
}

/// Waits between a blink and half a second.
#[allow(
    clippy::disallowed_methods,
    reason = "the moment of a power cut is no event to wait for"
)]
fn at_a_random_moment(chance: &Entropy) {
    let moment = u16::from_le_bytes(chance.bytes::<2>());
    thread::sleep(Duration::from_millis(5 + u64::from(moment) % 500));
}

fn killed_again_and_again(engine: Engine) {
    let fresh = FreshDatabase::on(engine);
    let house = furnish(&fresh, HANDS * NOMADS_EACH, 30);
    let db = fresh.database();
    let place = db.read_blocking(platform::place::all).unwrap().remove(0);
    let today = place.zone.day_of(Clock::system().now());
    let chance = Entropy::system();
    let mut program = Program::serve(&fresh.url());
    let mut hands = hire(&house, &program.address, today);
    let mut retried = 0;
    for _ in 0..rounds("TRIBU_KILLS", 10) {
        thread::scope(|scope| {
            for one in &mut hands {
                scope.spawn(|| one.work(&house));
            }
            at_a_random_moment(&chance);
            program.kill();
        });
        program = Program::serve(&fresh.url());
        for one in &mut hands {
            one.move_to(&program.address);
            retried += u32::from(one.retry());
        }
        let mut all = Ledger::default();
        hands.iter().for_each(|one| all.add(one.done.clone()));
        all.assert_kept(db, place.id, today, &house.nomads);
        verify(&fresh.url());
    }
    let mut all = Ledger::default();
    hands.into_iter().for_each(|one| all.add(one.done));
    assert!(retried > 0, "nothing was under way at any of the kills");
    assert!(
        !all.booked.is_empty() && !all.paid.is_empty() && !all.refused.is_empty(),
        "{all:?}"
    );
    println!(
        "{engine}: {} bookings, {} payments, {} refusals, {} acts sent again",
        all.booked.len(),
        all.paid.len(),
        all.refused.len(),
        retried
    );
}

#[test]
fn killed_at_random_moments_nothing_acknowledged_is_lost_on_sqlite() {
    killed_again_and_again(Engine::Sqlite);
}

#[test]
fn killed_at_random_moments_nothing_acknowledged_is_lost_on_postgresql() {
    killed_again_and_again(Engine::Postgres);
}
