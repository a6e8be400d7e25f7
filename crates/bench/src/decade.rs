//! A place with years of life: what `just seed-large` makes, and what its pages are measured on.

use crate::crowd;
use crate::place::MeasuredPlace;
use kernel::{MinuteOfDay, Period, PersonId, Role};
use spaces::{BookingState, Holder, ImportedBooking, ImportedCheckIn, Part, Welcome};

/// How much life.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Size {
    pub(crate) rooms: usize,
    pub(crate) people: usize,
    pub(crate) bookings: usize,
    pub(crate) check_ins: usize,
    /// Over how many days, today the last but for a week of bookings to come.
    pub(crate) days: usize,
}

/// Ten years of a large house.
pub(crate) const TEN_YEARS: Size = Size {
    rooms: 40,
    people: 12_000,
    bookings: 400_000,
    check_ins: 900_000,
    days: 3_652,
};

/// Those who still hold a plan or a pass; the others have come and gone.
const PRESENT: usize = 400;
/// Days of bookings that lie before us.
const AHEAD: usize = 30;

/// Everybody who signs in to be measured.
pub(crate) const ROLES: [Role; 4] = [
    Role::Member,
    Role::Facilitator,
    Role::ManagingDirector,
    Role::Administrator,
];

/// Fills a place that has its rooms already.
pub(crate) fn live(place: &MeasuredPlace, size: Size) {
    let persons = crowd::add(place, size.people, size.people / 20);
    let present = persons.len().saturating_sub(PRESENT);
    crowd::equip(place, &persons[present..]);
    book(place, &persons, size);
    come(place, &persons, size);
}

/// Who was there on a day: people come for about a tenth of the years, one after the other.
fn somebody(persons: &[PersonId], day: usize, number: usize, size: Size) -> PersonId {
    let window = (persons.len() / 10).clamp(1, persons.len());
    let from = (persons.len() - window) * day.min(size.days) / size.days;
    persons[from + (day * 131 + number * 53) % window]
}

fn book(place: &MeasuredPlace, persons: &[PersonId], size: Size) {
    let each_day = size.bookings.div_ceil(size.days);
    let today = i64::try_from(size.days - AHEAD).unwrap();
    let mut left = size.bookings;
    for day in 0..size.days {
        let civil = place.today().plus_days(i64::try_from(day).unwrap() - today);
        let lines: Vec<ImportedBooking> = (0..each_day.min(left))
            .map(|number| {
                let (room, turn) = (number % size.rooms, number / size.rooms);
                let at = |minutes: usize| {
                    let minutes = MinuteOfDay::from_minutes(u16::try_from(minutes).unwrap()).unwrap();
                    place.zone.instant(civil, minutes)
                };
                let from = 8 * 60 + turn * 120 + (day + room) % 2 * 30;
                ImportedBooking {
                    resource: place.rooms[room],
                    period: Period::new(at(from), at(from + 90)).unwrap(),
                    holder: Holder::Person(somebody(persons, day, number, size)),
                    title: format!("Réunion {number}"),
                    state: if civil < place.today() {
                        BookingState::Done
                    } else {
                        BookingState::Confirmed
                    },
                    price: None,
                    charged: false,
                    external_ref: format!("booking {day} {number}"),
                }
            })
            .collect();
        left -= lines.len();
        place.write_all(&lines, |tx, by, line| {
            spaces::import_booking(tx, by, line).unwrap();
        });
    }
}

fn come(place: &MeasuredPlace, persons: &[PersonId], size: Size) {
    let each_day = size.check_ins.div_ceil(size.days);
    let mut left = size.check_ins;
    for back in 0..size.days {
        let day = place.today().plus_days(-i64::try_from(back).unwrap());
        let lines: Vec<ImportedCheckIn> = (0..each_day.min(left))
            .map(|number| ImportedCheckIn {
                person: somebody(persons, size.days - 1 - back, number, size),
                day,
                part: [Part::Day, Part::Morning][number % 2],
                arrived_at: None,
                welcome: Welcome::Trial,
                external_ref: format!("check-in {back} {number}"),
            })
            .collect();
        left -= lines.len();
        place.write_all(&lines, |tx, by, line| {
            spaces::import_check_in(tx, by, line).unwrap();
        });
    }
}
