//! What leaves the house: letters and calendar files.

use crate::house::House;
use harness::both_engines;
use kernel::{Locale, Money};
use platform::jobs::{self, Extras, Runner};
use platform::mail::{self, OutboxMail};
use platform::web::WebSettings;
use platform::{Catalogue, Fault, JobContext, JobHandler, JobReport};
use spaces::{NewBooking, Notice, SeriesNotice};
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

pub(crate) fn speaks(house: &House, person: kernel::PersonId, locale: Locale) {
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
}

fn told(house: &House, notice: Notice, cents: i64, locale: Locale) -> OutboxMail {
    let camille = house.member("Camille Durand");
    speaks(house, camille.person.unwrap(), locale);
    let new = NewBooking {
        title: "Réunion d’équipe".to_owned(),
        ..house.own(&camille, house.salon, "16 09:00", "16 11:00")
    };
    let booking = house.book(&camille, &new).unwrap();
    told_of(house, &camille, booking.id, (notice, cents))
}

fn told_of(
    house: &House,
    actor: &kernel::Actor,
    booking: spaces::BookingId,
    (notice, cents): (Notice, i64),
) -> OutboxMail {
    let amount = Money::from_cents(cents);
    house
        .write(actor, move |tx, actor| {
            spaces::notify(tx, actor, booking, notice, amount, "https://fabrique.example.org")
        })
        .unwrap();
    letters(house).pop().unwrap()
}

/// Identifiers follow the clock and the seed of the test; only their place in the text matters.
fn steady(text: &str) -> String {
    text.split('\n')
        .map(|line| {
            let cut = ["/bookings/", "/series/", "/invitations/"]
                .iter()
                .find_map(|kind| Some((line.split_once(kind)?.0, kind)));
            match cut {
                Some((before, kind)) => format!("{before}{kind}…"),
                None => line.to_owned(),
            }
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

fn both_parts(name: &str, locale: Locale, mail: &OutboxMail) {
    let text = format!("{}\n\n{}", mail.subject, mail.text_body);
    golden(&format!("{name}_{locale}_text"), &text);
    golden(&format!("{name}_{locale}_html"), &mail.html_body);
}

#[test]
fn the_letters_of_a_room_that_waits_for_its_people_and_of_hours_that_came_free_are_kept() {
    for locale in [Locale::Fr, Locale::En] {
        both_engines(|db| {
            let house = House::new(db);
            crate::releasing::waits(&house, house.salon, 15);
            both_parts(
                "booking_reminder",
                locale,
                &told(&house, Notice::Reminder, 0, locale),
            );
        });
        both_engines(|db| {
            let house = House::new(db);
            crate::releasing::waits(&house, house.salon, 15);
            both_parts(
                "booking_released",
                locale,
                &told(&house, Notice::Released, 0, locale),
            );
        });
        both_engines(|db| {
            let house = House::new(db);
            let zoe = house.guest("Zoé Martin");
            speaks(&house, zoe.person.unwrap(), locale);
            let held = house.booked(&zoe, house.salon, "22 09:00", "22 11:00");
            let mail = told_of(&house, &zoe, held, (Notice::Offered, 0));
            both_parts("booking_offered", locale, &mail);
        });
    }
}

#[test]
fn the_letter_names_what_is_had_with_the_room_and_the_price_of_all() {
    for locale in [Locale::Fr, Locale::En] {
        both_engines(|db| {
            let house = House::new(db);
            let camille = house.member("Camille Durand");
            speaks(&house, camille.person.unwrap(), locale);
            let extra = crate::extras::coffee(&house);
            let new = NewBooking {
                extras: vec![spaces::ExtraAsked { extra, count: 8 }],
                ..house.own(&camille, house.salon, "16 09:00", "16 11:00")
            };
            let id = house.book(&camille, &new).unwrap().id;
            let mail = told_of(&house, &camille, id, (Notice::Confirmed, 0));
            both_parts("booking_with_extras", locale, &mail);
        });
    }
}

#[test]
fn the_letters_about_a_series_are_kept() {
    let notices = [
        (SeriesNotice::Booked, "booked"),
        (SeriesNotice::Requested, "requested"),
        (SeriesNotice::Moved, "moved"),
        (SeriesNotice::Cancelled, "cancelled"),
    ];
    for (notice, name) in notices {
        for locale in [Locale::Fr, Locale::En] {
            both_engines(|db| {
                let house = House::new(db);
                let ada = house.member("Ada Un");
                speaks(&house, ada.person.unwrap(), locale);
                let new = crate::series::tuesdays(&house, &ada, 3);
                let made = crate::series::book(&house, &ada, &new).unwrap();
                house
                    .write(&ada, move |tx, actor| {
                        let base = "https://fabrique.example.org";
                        spaces::notify_series(tx, actor, made.id, &made.bookings, notice, base)
                    })
                    .unwrap();
                let mail = letters(&house).pop().unwrap();
                both_parts(&format!("series_{name}"), locale, &mail);
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
