//! What leaves the house: letters and calendar files.

use crate::house::House;
use harness::both_engines;
use kernel::{Locale, Money};
use platform::jobs::{self, Extras, Runner};
use platform::mail::{self, OutboxMail};
use platform::web::WebSettings;
use platform::{Catalogue, Fault, JobContext, JobHandler, JobReport};
use spaces::{NewBooking, Notice};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// The job that says that those before it are done.
const LAST: &str = "tests.last";

fn say_done(context: &JobContext<'_>) -> Result<JobReport, Fault> {
    let told: &Mutex<Sender<()>> = context.extras.get()?;
    told.lock().unwrap().send(()).map_err(Fault::internal)?;
    Ok(JobReport::default())
}

/// Runs the jobs that wait and gives the letters, the oldest first.
pub(crate) fn letters(house: &House) -> Vec<OutboxMail> {
    let messages = [
        people::MESSAGES,
        billing::MESSAGES,
        offers::MESSAGES,
        spaces::MESSAGES,
    ];
    let catalogue = Arc::new(Catalogue::new(&messages).unwrap());
    let (teller, told) = channel::<()>();
    let settings = WebSettings {
        base_url: "https://fabrique.example.org".to_owned(),
        ..WebSettings::default()
    };
    let extras = Extras::new()
        .with(catalogue)
        .with(settings)
        .with(Mutex::new(teller));
    let last = JobHandler {
        kind: LAST,
        run: say_done,
    };
    let handlers = spaces::capability().jobs.into_iter().chain([last]).collect();
    house
        .write(&house.system(), |tx, actor| {
            jobs::enqueue(tx, actor, LAST, &serde_json::Value::Null, None)
        })
        .unwrap();
    let runner = Runner::start(house.db.clone(), handlers, vec![], extras, 1);
    told.recv_timeout(Duration::from_secs(30)).unwrap();
    runner.stop();
    let place = house.place.id;
    let mut found = house
        .db
        .read_blocking(move |tx| mail::list(tx, place, 100))
        .unwrap();
    found.reverse();
    found
}

fn told(house: &House, notice: Notice, cents: i64, locale: Locale) -> OutboxMail {
    let camille = house.member("Camille Durand");
    let person = camille.person.unwrap();
    house
        .write(&house.system(), move |tx, actor| {
            let known = people::person(tx, actor.place, person)?.unwrap();
            let speaks = people::NewPerson {
                language: Some(locale),
                ..known.into()
            };
            people::update_person(tx, actor, person, speaks)
        })
        .unwrap();
    let new = NewBooking {
        title: "Réunion d’équipe".to_owned(),
        ..house.own(&camille, house.salon, "16 09:00", "16 11:00")
    };
    let booking = house.book(&camille, &new).unwrap();
    let amount = Money::from_cents(cents);
    house
        .write(&camille, move |tx, actor| {
            spaces::notify(
                tx,
                actor,
                booking.id,
                notice,
                amount,
                "https://fabrique.example.org",
            )
        })
        .unwrap();
    letters(house).pop().unwrap()
}

/// Identifiers follow the clock and the seed of the test; only their place in the text matters.
fn steady(text: &str) -> String {
    text.split('\n')
        .map(|line| match line.split_once("/bookings/") {
            Some((before, _)) => format!("{before}/bookings/…"),
            None => line.to_owned(),
        })
        .collect::<Vec<_>>()
        .join("\n")
}

pub(crate) fn golden(name: &str, text: &str) {
    insta::with_settings!({ snapshot_path => "golden", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, steady(text));
    });
}

#[test]
fn each_letter_is_one_to_read_and_keep() {
    let letters = [
        (Notice::Confirmed, "confirmed", 0),
        (Notice::Requested, "requested", 0),
        (Notice::Moved, "moved", 0),
        (Notice::Cancelled, "cancelled", 1_500),
        (Notice::Refused, "refused", 0),
        (Notice::Lapsed, "lapsed", 0),
    ];
    for (notice, name, cents) in letters {
        for locale in [Locale::Fr, Locale::En] {
            both_engines(|db| {
                let house = House::new(db);
                let mail = told(&house, notice, cents, locale);
                golden(
                    &format!("booking_{name}_{locale}_text"),
                    &format!("{}\n\n{}", mail.subject, mail.text_body),
                );
                golden(&format!("booking_{name}_{locale}_html"), &mail.html_body);
                let carries = matches!(notice, Notice::Confirmed | Notice::Moved);
                assert_eq!(mail.attachment_name.is_some(), carries);
            });
        }
    }
}

#[test]
fn the_calendar_file_of_the_confirmation_says_when_and_where() {
    both_engines(|db| {
        let house = House::new(db);
        let mail = told(&house, Notice::Confirmed, 0, Locale::Fr);
        let (place, document) = (house.place.id, mail.attachment_document_id.unwrap());
        let file = house
            .db
            .read_blocking(move |tx| platform::documents::get(tx, place, document))
            .unwrap();
        let text = String::from_utf8(file.bytes).unwrap();
        assert!(text.lines().all(|line| line.len() <= 75), "{text}");
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
        let lines: Vec<&str> = text
            .lines()
            .filter(|line| !line.starts_with("UID") && !line.starts_with("URL"))
            .collect();
        golden("booking_calendar", &lines.join("\n"));
    });
}

#[test]
fn who_has_no_address_gets_no_letter_and_nothing_fails() {
    both_engines(|db| {
        let house = House::new(db);
        let fanny = house.facilitator();
        let new = NewBooking::plain(
            house.salon,
            house.hours("16 09:00", "16 10:00"),
            spaces::Holder::House,
        );
        let id = house.book(&fanny, &new).unwrap().id;
        house
            .write(&fanny, move |tx, actor| {
                spaces::notify(
                    tx,
                    actor,
                    id,
                    Notice::Confirmed,
                    Money::ZERO,
                    "https://example.org",
                )?;
                Ok::<_, Fault>(())
            })
            .unwrap();
        assert!(letters(&house).is_empty());
    });
}

/// Lets the upkeep run and gives the letters, the oldest first.
pub(crate) fn upkeep(house: &House) -> Vec<OutboxMail> {
    after_job(house, "spaces.upkeep")
}

/// Runs a job of this capability once and gives every letter so far, the oldest first.
pub(crate) fn after_job(house: &House, kind: &'static str) -> Vec<OutboxMail> {
    house
        .write(&house.system(), move |tx, actor| {
            jobs::enqueue(tx, actor, kind, &serde_json::Value::Null, None)
        })
        .unwrap();
    letters(house)
}

#[test]
fn time_is_noted_by_the_upkeep() {
    both_engines(|db| {
        let house = House::new(db);
        let (camille, zoe) = (house.member("Camille Durand"), house.guest("Zoé Martin"));
        let booked = house.booked(&camille, house.salon, "15 10:00", "15 11:00");
        let asked = house.booked(&zoe, house.salon, "22 10:00", "22 11:00");
        house.set_clock("17 09:00");
        upkeep(&house);
        assert_eq!(house.booking(booked).state, spaces::BookingState::Done);
        assert_eq!(house.booking(asked).state, spaces::BookingState::Expired);
        assert_eq!(house.history(asked), ["booking.requested", "booking.expired"]);
        let version = house.booking(booked).version;
        upkeep(&house);
        assert_eq!(
            house.booking(booked).version,
            version,
            "what is noted is noted once"
        );
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}
