//! The week view and the search of the front desk, over the network, with the memory of the server meanwhile.

use super::weight;
use crate::crowd::{self, Somebody};
use crate::load::Load;
use crate::peer::{self, PeerBooking, PeerWeek};
use crate::place::MeasuredPlace;
use crate::served::Served;
use crate::table::{Table, kilobytes, milliseconds};
use crate::visitor::Visitor;
use crate::{Ground, wanted};
use kernel::{MinuteOfDay, Period, PersonId, Role};
use platform::database::DatabaseUrl;
use spaces::{BookingState, Holder, ImportedBooking};
use std::time::Duration;

const ROOMS: usize = 12;
const BOOKINGS: usize = 150;
const PEOPLE: usize = 10_000;

pub(crate) fn measure(ground: &Ground, table: &mut Table) {
    let (file, url) = ground.database("house.db");
    let place = MeasuredPlace::open(
        &DatabaseUrl::file(&file),
        ROOMS,
        &[Role::Facilitator, Role::Member],
        true,
    );
    let persons = crowd::add(&place, PEOPLE, 500);
    crowd::equip(&place, &persons);
    crowd::come(&place, &persons, 30, 80);
    let week = book_week(&place, &persons);
    place.db.close();
    drop(place);

    let served = Served::tribu(&ground.tribu, &url);
    let rate = calendar(&served, table);
    search(&served, table);
    let peak = served.peak_memory();
    table.judge(
        "memory of the server under these loads",
        format!("{:.1} MB at its highest", peak as f64 / 1e6),
        "< 100 MB",
        peak < 100_000_000,
    );
    weight::measure(&served, table);
    drop(served);
    if wanted("pages") {
        peer::measure(ground, &week, rate, table);
    }
}

/// Books the rooms during this week, Monday to Friday, for a hundred and fifty people.
fn book_week(place: &MeasuredPlace, persons: &[PersonId]) -> PeerWeek {
    let monday = place.today().monday_of_week();
    let mut lines = Vec::new();
    let mut week = PeerWeek::new(monday, &place.room_names);
    for number in 0..BOOKINGS {
        let (room, turn) = (number % ROOMS, number / ROOMS);
        let day = monday.plus_days(i64::try_from(turn % 5).unwrap());
        let hour = 8 + u16::try_from(turn / 5 * 4 + number % 3).unwrap();
        let at = |hour: u16| {
            place
                .zone
                .instant(day, MinuteOfDay::from_minutes(hour * 60).unwrap())
        };
        let period = Period::new(at(hour), at(hour + 1)).unwrap();
        let who = number * 61;
        let title = format!("Réunion {number}");
        let somebody = Somebody::numbered(who);
        week.add(PeerBooking {
            room,
            start: format!("{day}T{hour:02}:00"),
            end: format!("{day}T{:02}:00", hour + 1),
            title: title.clone(),
            given: somebody.given,
            family: somebody.family,
            email: somebody.email,
        });
        lines.push(ImportedBooking {
            resource: place.rooms[room],
            period,
            holder: Holder::Person(persons[who]),
            title,
            state: BookingState::Confirmed,
            price: None,
            charged: false,
            external_ref: format!("booking {number}"),
        });
    }
    place.write_all(&lines, |tx, by, line| {
        spaces::import_booking(tx, by, line).unwrap();
    });
    week
}

fn calendar(served: &Served, table: &mut Table) -> f64 {
    let mut team = Visitor::sign_in(&served.address, "facilitator@example.org");
    let page = team.page("/calendar");
    let shown = page.html().count("#week-table li li:not(.week-free)");
    assert_eq!(shown, BOOKINGS, "every booking is on the page");
    let week = |_| "/calendar".to_owned();
    let before = served.processor_time();
    let load = Load::run(&team, 8, 400, week);
    let processor = (served.processor_time() - before) / u32::try_from(load.count()).unwrap();
    let (p50, p99) = (load.percentile(50), load.percentile(99));
    table.judge(
        "week view, 12 rooms, 150 bookings, concurrency 8",
        format!("{}; page of {}", load.told(), kilobytes(page.body.len())),
        "p50 < 3 ms, p99 < 15 ms",
        p50 < Duration::from_millis(3) && p99 < Duration::from_millis(15),
    );
    table.tell(
        "processor time of the server for one week view",
        milliseconds(processor),
    );
    let alone = Load::run(&team, 1, 400, week);
    table.tell("the same, concurrency 1", alone.told());
    team.accepts = "gzip, deflate, br, zstd";
    let packed = Load::run(&team, 8, 200, week);
    table.tell(
        "the same, concurrency 8, compressed as a browser asks",
        packed.told(),
    );
    load.rate()
}

/// What a person at the desk types to find somebody: each time another one.
fn typed(number: usize) -> String {
    let who = number * 7_919 % PEOPLE;
    let somebody = Somebody::numbered(who);
    let short = |text: &str, letters: usize| kernel::fold(text).chars().take(letters).collect::<String>();
    let typed = match number % 8 {
        0 | 1 => short(&somebody.family, 3),
        2 | 3 => short(&somebody.given, 4),
        4 => format!("{} {}", short(&somebody.given, 3), short(&somebody.family, 4)),
        5 => short(&somebody.email, 12),
        6 => somebody
            .phone()
            .map_or_else(|| short(&somebody.family, 5), |phone| short(phone, 6)),
        _ => short(&crowd::organisation_name(who % 500), 12),
    };
    format!(
        "/front-desk/search?q={}",
        typed.replace(' ', "%20").replace('@', "%40")
    )
}

fn search(served: &Served, table: &mut Table) {
    let mut team = Visitor::sign_in(&served.address, "facilitator@example.org");
    team.for_part = true;
    let found = team.again().page(&typed(0)).html().count(".result");
    assert!(found > 0, "somebody is found");
    for (visitors, searches) in [(1, 2_000), (8, 400)] {
        let before = served.processor_time();
        let load = Load::run(&team, visitors, searches, typed);
        let processor = (served.processor_time() - before) / u32::try_from(load.count()).unwrap();
        table.judge(
            &format!("front-desk search over {PEOPLE} people, concurrency {visitors}"),
            format!(
                "{}, longest {}; {} of processor each",
                load.told(),
                milliseconds(load.percentile(100)),
                milliseconds(processor)
            ),
            "p99 < 10 ms",
            load.percentile(99) < Duration::from_millis(10),
        );
    }
}
