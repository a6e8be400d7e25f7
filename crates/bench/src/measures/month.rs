//! A thousand invoices: prepared, reviewed, issued, set and put into the outbox through the pages of the program.

use crate::Ground;
use crate::crowd;
use crate::place::MeasuredPlace;
use crate::served::Served;
use crate::table::{Table, milliseconds};
use crate::visitor::Visitor;
use harness::Html;
use kernel::{Day, MinuteOfDay, Month, Period, PersonId, Role};
use offers::{ImportedContract, NewPassSale};
use platform::Fault;
use platform::database::{Database, DatabaseUrl, Options};
use platform::{documents, mail};
use spaces::{BookingState, Holder, ImportedBooking};
use std::collections::BTreeSet;
use std::path::Path;
use std::time::{Duration, Instant};

const PEOPLE: usize = 1_000;
const ROOMS: usize = 12;

pub(crate) fn measure(ground: &Ground, table: &mut Table) {
    let (file, url) = ground.database("month.db");
    let place = MeasuredPlace::open(&DatabaseUrl::file(&file), ROOMS, &[Role::ManagingDirector], true);
    let month = Month::of(place.today()).previous();
    let persons = crowd::add(&place, PEOPLE, 0);
    live(&place, &persons, month);
    place.db.close();
    drop(place);

    let served = Served::tribu(&ground.tribu, &url);
    let told = run(&served, month);
    let (peak, after) = (served.peak_memory(), served.memory_now());
    let processor = served.processor_time();
    drop(served);
    let letters = letters(&file);
    assert_eq!(letters, PEOPLE, "every customer is written to, with a PDF");
    let total = told.prepared + told.reviewed + told.issued;
    table.judge(
        &format!("month run: {PEOPLE} invoices with PDF and mail"),
        format!(
            "{} (prepare {}, read the review {}, issue, print and mail {}); progress seen at {} points",
            milliseconds(total),
            milliseconds(told.prepared),
            milliseconds(told.reviewed),
            milliseconds(told.issued),
            told.points
        ),
        "< 15 s, progress shown",
        total < Duration::from_secs(15) && told.points > 2,
    );
    table.tell(
        "processor time of the server for the month run",
        milliseconds(processor),
    );
    table.judge(
        "memory of the server during the month run",
        format!(
            "{:.1} MB at its highest, {:.1} MB afterwards",
            peak as f64 / 1e6,
            after as f64 / 1e6
        ),
        "< 100 MB",
        peak < 100_000_000,
    );
}

/// What a month leaves to be invoiced: four in ten have a plan, four in ten bought a pass, everybody else and every second of
/// them booked rooms, one to four times.
fn live(place: &MeasuredPlace, persons: &[PersonId], month: Month) {
    let (mut contracts, mut sales, mut bookings) = (Vec::new(), Vec::new(), Vec::new());
    let first = month.first();
    for (number, person) in persons.iter().copied().enumerate() {
        match number % 10 {
            0..4 => contracts.push(contract(place, person, first)),
            4..8 => sales.push(NewPassSale {
                person,
                offer: place.pass,
                on: first.plus_days(i64::try_from(number % 28).unwrap()),
                seen: None,
            }),
            _ => {}
        }
        if number % 10 >= 8 || number % 2 == 0 {
            for _ in 0..=(number % 4) {
                let slot = bookings.len();
                bookings.push(booking(place, person, first, slot));
            }
        }
    }
    println!(
        "    {} plans, {} passes, {} bookings in {month}",
        contracts.len(),
        sales.len(),
        bookings.len()
    );
    place.write_all(&contracts, |tx, by, one| {
        offers::import_contract(tx, by, one).unwrap();
    });
    place.write_all(&sales, |tx, by, one| {
        offers::sell_pass(tx, by, *one).unwrap();
    });
    place.write_all(&bookings, |tx, by, one| {
        spaces::import_booking(tx, by, one).unwrap();
    });
}

fn contract(place: &MeasuredPlace, person: PersonId, first: Day) -> ImportedContract {
    ImportedContract {
        person,
        plan: place.plan,
        from: first,
        until: None,
        price: None,
        charged_from: first,
        external_ref: format!("contract of {person}"),
    }
}

/// The booking of an hour of a room; no two have the same.
fn booking(place: &MeasuredPlace, person: PersonId, first: Day, slot: usize) -> ImportedBooking {
    let (room, turn) = (slot % ROOMS, slot / ROOMS);
    let day = first.plus_days(i64::try_from(turn % 28).unwrap());
    let hour = 8 + u16::try_from(turn / 28).unwrap();
    let at = |hour: u16| {
        place
            .zone
            .instant(day, MinuteOfDay::from_minutes(hour * 60).unwrap())
    };
    ImportedBooking {
        resource: place.rooms[room],
        period: Period::new(at(hour), at(hour + 1)).unwrap(),
        holder: Holder::Person(person),
        title: format!("Atelier {slot}"),
        state: BookingState::Confirmed,
        price: None,
        charged: true,
        external_ref: format!("booking {slot}"),
    }
}

/// How long each part took, and at how many points the progress page stood.
struct Told {
    prepared: Duration,
    reviewed: Duration,
    issued: Duration,
    points: usize,
}

/// What the managing director does in the browser.
fn run(served: &Served, month: Month) -> Told {
    let mut office = Visitor::sign_in(&served.address, "managing_director@example.org");
    let path = format!("/office/billing/{month}");
    let page = office.page(&path).html();
    let begun = Instant::now();
    let answer = office.post(&page.form("form[action$='/preparation']"));
    assert_eq!(answer.status, 303, "{}", answer.html());
    let prepared = begun.elapsed();

    let begun = Instant::now();
    let review = office.page(&path);
    let reviewed = begun.elapsed();
    println!(
        "    review page of {}",
        crate::table::kilobytes(review.body.len())
    );
    let form = review.html().form("form[action$='/issue']");

    let begun = Instant::now();
    let answer = office.post(&form);
    assert_eq!(answer.status, 303, "{}", answer.html());
    let points = follow(&mut office, &answer.location);
    Told {
        prepared,
        reviewed,
        issued: begun.elapsed(),
        points,
    }
}

/// Looks at the page of the job until it is over; counts the different stands of its progress.
fn follow(office: &mut Visitor, job: &str) -> usize {
    let mut points = BTreeSet::new();
    loop {
        let page: Html = office.page(job).html();
        if !page.exists("progress") {
            assert!(page.exists(".note-success"), "the run comes to its end: {page}");
            return points.len();
        }
        points.extend(page.attribute("progress", "value"));
        std::thread::sleep(Duration::from_millis(100));
    }
}

/// How many letters with a PDF lie in the outbox.
fn letters(file: &Path) -> usize {
    let db = Database::open(&DatabaseUrl::file(file), Options::default()).unwrap();
    let letters = db.read_blocking(|tx| {
        let place = platform::place::all(tx)?.remove(0).id;
        let mut letters = 0;
        for mail in mail::list(tx, place, 10_000)? {
            let Some(document) = mail.attachment_document_id else {
                continue;
            };
            if documents::get(tx, place, document)?.bytes.starts_with(b"%PDF-") {
                letters += 1;
            }
        }
        Ok::<usize, Fault>(letters)
    });
    letters.unwrap()
}
