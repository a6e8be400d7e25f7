use super::{Bookings, Fate, Holder, Slot, draw};
use crate::demo::cast::Cast;
use crate::demo::house::House;
use crate::demo::year::Year;
use kernel::{Day, Zone};

fn drawn(today: &str, seed: u64) -> (Year, Cast, Bookings) {
    let year = Year::ending(
        Day::parse(today).unwrap(),
        Zone::parse("Europe/Paris").unwrap(),
        12,
    );
    let house = House::read().unwrap();
    let cast = Cast::draw(&year, &house.town, seed).unwrap();
    let bookings = draw(&year, &house, &cast, 1_200, seed);
    (year, cast, bookings)
}

#[test]
fn about_as_many_bookings_as_asked_for_are_drawn() {
    for today in ["2026-11-23", "2026-01-01", "2026-08-14", "2028-02-29"] {
        let count = drawn(today, 1).2.made.len();
        assert!((1_150..=1_210).contains(&count), "{count} on {today}");
    }
}

#[test]
fn no_two_bookings_of_a_room_meet_even_those_that_were_moved() {
    let (_, _, bookings) = drawn("2026-11-23", 2);
    let mut slots: Vec<Slot> = Vec::new();
    for booked in &bookings.made {
        slots.push(booked.slot);
        if let Fate::Moved(_, to) = booked.fate {
            slots.push(to);
        }
    }
    slots.sort_by_key(|slot| (slot.room, slot.day, slot.from));
    for pair in slots.windows(2) {
        let apart =
            (pair[0].room, pair[0].day) != (pair[1].room, pair[1].day) || pair[0].until <= pair[1].from;
        assert!(apart, "{pair:?}");
    }
}

#[test]
fn everything_about_a_booking_happens_in_its_order() {
    let (year, cast, bookings) = drawn("2026-11-23", 3);
    for booked in &bookings.made {
        let start = year.at(booked.slot.day, booked.slot.from);
        assert!(booked.made < start && booked.made < year.end(), "{booked:?}");
        match booked.fate {
            Fate::Cancelled(at) | Fate::Moved(at, _) => {
                assert!(booked.made < at && at < start && at < year.end(), "{booked:?}")
            }
            Fate::NoShow(at) | Fate::EndedEarly(at) => assert!(start < at && at < year.end(), "{booked:?}"),
            Fate::Held => {}
        }
        if let Holder::Themself(who) | Holder::ByTheDesk(who) = booked.holder {
            let one = cast.get(who).unwrap();
            assert!(
                one.is_about(booked.slot.day) && booked.made > year.at(one.from, 600),
                "{booked:?}"
            );
        }
    }
}

#[test]
fn this_week_and_the_next_one_are_booked() {
    let (year, _, bookings) = drawn("2026-11-23", 1);
    let within = |least: i64, most: i64| {
        let days = |slot: &Slot| year.today().days_until(slot.day);
        bookings
            .made
            .iter()
            .filter(|booked| (least..=most).contains(&days(&booked.slot)))
            .count()
    };
    assert!(
        within(0, 4) > 12 && within(7, 11) > 8,
        "{} and {}",
        within(0, 4),
        within(7, 11)
    );
}

#[test]
fn some_bookings_are_given_up_and_some_are_moved() {
    let (_, _, bookings) = drawn("2026-11-23", 1);
    let count =
        |wanted: fn(&Fate) -> bool| bookings.made.iter().filter(|booked| wanted(&booked.fate)).count();
    assert!(count(|fate| matches!(fate, Fate::Cancelled(_))) > 40);
    assert!(count(|fate| matches!(fate, Fate::Moved(..))) > 20);
    assert!(count(|fate| matches!(fate, Fate::NoShow(_))) > 3);
}
