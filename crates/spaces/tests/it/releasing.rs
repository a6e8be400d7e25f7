//! Hours for which nobody came are given back in time, told, and offered to who waits.

use crate::house::House;
use crate::letters::after_job;
use harness::both_engines;
use kernel::{Actor, Money};
use spaces::{BookingId, BookingState, NewWait, ResourceFacts, ResourceId, ResourceRefused};

/// The job that gives hours back.
const JOB: &str = "spaces.release";

/// The room is given back after so many minutes.
pub(crate) fn waits(house: &House, room: ResourceId, minutes: i64) {
    let changed = house.write(&house.system(), move |tx, actor| {
        let known = spaces::store::resources::find(tx, actor.place, room)
            .unwrap()
            .unwrap();
        let facts = ResourceFacts {
            release_minutes: Some(minutes),
            ..known.facts
        };
        spaces::change_resource(tx, actor, room, facts)
    });
    changed.unwrap();
}

fn released(house: &House, id: BookingId) -> bool {
    let done = house.write(&house.system(), move |tx, actor| spaces::release(tx, actor, id));
    done.unwrap().is_some()
}

#[test]
fn a_booking_is_given_back_when_its_minutes_are_over_and_not_before() {
    both_engines(|db| {
        let house = House::new(db);
        let camille = house.member("Camille Durand");
        waits(&house, house.salon, 15);
        let id = house.booked(&camille, house.salon, "16 09:00", "16 11:00");
        for (at, gone) in [
            ("16 08:59", false),
            ("16 09:14", false),
            ("16 09:15", true),
            ("16 09:16", false),
        ] {
            house.set_clock(at);
            assert_eq!(released(&house, id), gone, "{at}");
        }
        let booking = house.booking(id);
        assert_eq!(booking.state, BookingState::NoShow);
        assert_eq!(
            booking.price.amount,
            Money::from_cents(3_000),
            "the price stays due"
        );
        assert!(booking.charge.is_some());
        let zoe = house.member("Zoé Martin");
        house.booked(&zoe, house.salon, "16 09:30", "16 11:00");
    });
}

#[test]
fn who_is_here_who_ends_soon_and_what_waits_for_nobody_is_not_given_back() {
    both_engines(|db| {
        let house = House::new(db);
        let camille = house.member("Camille Durand");
        let elsewhere = house.booked(&camille, house.studio, "16 09:00", "16 11:00");
        waits(&house, house.salon, 60);
        let short = house.booked(&camille, house.salon, "16 09:00", "16 10:00");
        let here = house.booked(&camille, house.salon, "16 10:00", "16 12:00");
        house.set_clock("16 10:00");
        let welcomed = house.write(&house.system(), move |tx, actor| spaces::welcome(tx, actor, here));
        welcomed.unwrap();
        house.set_clock("16 11:00");
        for id in [elsewhere, short, here] {
            assert!(!released(&house, id));
        }
    });
}

#[test]
fn whoever_booked_is_reminded_once_and_told_when_the_space_is_given_back() {
    both_engines(|db| {
        let house = House::new(db);
        let camille = house.member("Camille Durand");
        waits(&house, house.salon, 20);
        house.booked(&camille, house.salon, "16 09:00", "16 11:00");
        let said = |letters: &[platform::mail::OutboxMail]| letters.len();
        house.set_clock("16 07:59");
        assert_eq!(said(&after_job(&house, JOB)), 0, "too early");
        house.set_clock("16 08:00");
        assert_eq!(said(&after_job(&house, JOB)), 1);
        house.set_clock("16 08:30");
        let letters = after_job(&house, JOB);
        assert_eq!(said(&letters), 1, "reminded once");
        assert!(
            letters[0].subject.starts_with("Bientôt"),
            "{}",
            letters[0].subject
        );
        house.set_clock("16 09:20");
        let letters = after_job(&house, JOB);
        assert_eq!(said(&letters), 2);
        assert!(
            letters[1].subject.starts_with("Espace rendu"),
            "{}",
            letters[1].subject
        );
        assert!(
            letters[1].text_body.contains("reste dû"),
            "{}",
            letters[1].text_body
        );
        assert_eq!(said(&after_job(&house, JOB)), 2, "told once");
    });
}

#[test]
fn what_is_given_back_is_offered_to_who_waits_for_hours_still_to_come() {
    both_engines(|db| {
        let house = House::new(db);
        let (camille, zoe) = (house.member("Camille Durand"), house.member("Zoé Martin"));
        waits(&house, house.salon, 15);
        let id = house.booked(&camille, house.salon, "16 09:00", "16 11:00");
        let new = NewWait {
            resource: house.salon,
            period: house.hours("16 10:00", "16 11:00"),
            person: zoe.person.unwrap(),
            title: String::new(),
            attendance: None,
            layout: None,
            note: String::new(),
        };
        let waiting = house.write(&zoe, move |tx, actor| spaces::join_waiting(tx, actor, &new));
        let waiting = waiting.unwrap();
        house.set_clock("16 09:15");
        assert!(released(&house, id));
        let place = house.place.id;
        let offered = house
            .db
            .write_blocking(move |tx| spaces::offer_waiting(tx, place, waiting));
        assert!(offered.unwrap().is_some());
    });
}

#[test]
fn minutes_and_areas_that_make_no_sense_are_refused() {
    both_engines(|db| {
        let house = House::new(db);
        let (room, system): (ResourceId, Actor) = (house.salon, house.system());
        let changed = |area: Option<i64>, release_minutes: Option<i64>| {
            house.write(&system, move |tx, actor| {
                let known = spaces::store::resources::find(tx, actor.place, room)
                    .unwrap()
                    .unwrap();
                let facts = ResourceFacts {
                    area,
                    release_minutes,
                    ..known.facts
                };
                spaces::change_resource(tx, actor, room, facts)
            })
        };
        for (area, minutes, refusal) in [
            (Some(0), None, ResourceRefused::Area),
            (Some(100_000_001), None, ResourceRefused::Area),
            (None, Some(4), ResourceRefused::Release),
            (None, Some(241), ResourceRefused::Release),
        ] {
            assert_eq!(changed(area, minutes), Err(platform::Failure::Refused(refusal)));
        }
        changed(Some(1_250), Some(5)).unwrap();
        changed(None, Some(240)).unwrap();
    });
}

#[test]
fn areas_are_read_and_written_as_people_write_them() {
    use spaces::rules::resource::{area, area_text};
    for (typed, area_of, written) in [
        ("12,5", 1_250, "12,5"),
        ("12.50", 1_250, "12,5"),
        (" 20 ", 2_000, "20"),
        ("0,05", 5, "0,05"),
        ("7,25", 725, "7,25"),
    ] {
        assert_eq!(area(typed), Ok(area_of), "{typed}");
        assert_eq!(area_text(area_of, ","), written);
    }
    for typed in [
        "",
        ",5",
        "0",
        "-3",
        "12,555",
        "1e3",
        "12 m²",
        "99999999999999999999",
    ] {
        assert_eq!(area(typed), Err(ResourceRefused::Area), "{typed}");
    }
    let euro = |cents| Some(Money::from_cents(cents));
    let per = spaces::rules::occupancy::per_square_metre;
    assert_eq!(per(Money::from_cents(125_000), 1_250), euro(10_000));
    assert_eq!(per(Money::from_cents(100), 300), euro(33));
    assert_eq!(per(Money::from_cents(100), 0), None);
}
