//! Which rooms are booked by whom, and what becomes of it, drawn before anything happens.

mod diary;
mod drawing;
mod weekly;

use super::cast::{Cast, Who};
use super::chance::{Chance, shared};
use super::house::House;
use super::year::Year;
use diary::Diary;
use drawing::Drawing;
use kernel::{Day, Instant, Period};

/// A room, by its place among the resources of the premises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct RoomNumber(pub(super) usize);

/// Hours of a day, in minutes from midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Slot {
    pub(super) room: RoomNumber,
    pub(super) day: Day,
    pub(super) from: u16,
    pub(super) until: u16,
}

/// For whom a room is booked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holder {
    /// The place itself.
    House,
    /// Somebody who books for themself.
    Themself(Who),
    /// Somebody for whom the desk books.
    ByTheDesk(Who),
}

/// What becomes of a booking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// It takes place.
    Held,
    /// It is given up at that moment.
    Cancelled(Instant),
    /// At that moment it is moved.
    Moved(Instant, Slot),
    /// Nobody comes, and the desk notes it.
    NoShow(Instant),
    /// It ends before its time.
    EndedEarly(Instant),
}

/// A booking.
#[derive(Debug, Clone)]
pub(super) struct Booked {
    pub(super) slot: Slot,
    pub(super) holder: Holder,
    pub(super) title: String,
    pub(super) attendance: Option<i64>,
    pub(super) visible: bool,
    pub(super) made: Instant,
    pub(super) fate: Fate,
}

/// A room closed for works.
#[derive(Debug, Clone, Copy)]
pub(super) struct Works {
    pub(super) room: RoomNumber,
    pub(super) first: Day,
    pub(super) last: Day,
    pub(super) announced: Instant,
}

/// The bookings of the year and of the weeks ahead, and the works around which they go.
#[derive(Debug, Clone, Default)]
pub(super) struct Bookings {
    pub(super) made: Vec<Booked>,
    pub(super) works: Vec<Works>,
}

impl Slot {
    /// The slot as a period.
    pub(super) fn period(&self, year: &Year) -> Option<Period> {
        Period::new(year.at(self.day, self.from), year.at(self.day, self.until)).ok()
    }
}

/// Draws `count` bookings.
pub(super) fn draw(year: &Year, house: &House, cast: &Cast, count: i64, seed: u64) -> Bookings {
    let chance = Chance::new(seed, "bookings");
    let mut drawing = Drawing {
        year,
        house,
        cast,
        chance,
        diary: Diary::default(),
        drawn: Bookings::default(),
    };
    drawing.works();
    weekly::draw(&mut drawing);
    let days: Vec<Day> = year.days_ahead().iter().collect();
    let weights: Vec<i64> = days
        .iter()
        .map(|day| year.weight(*day) * nearness(year, *day))
        .collect();
    let weekly = i64::try_from(drawing.drawn.made.len()).unwrap_or_default();
    for (day, wanted) in days
        .iter()
        .zip(shared(count.saturating_sub(weekly).max(0), &weights))
    {
        for _ in 0..wanted {
            drawing.any(*day);
        }
    }
    let mut drawn = drawing.drawn;
    drawn
        .made
        .sort_by_key(|booked| (booked.made, booked.slot.day, booked.slot.from, booked.slot.room));
    drawn
}

/// How much of what a day will hold is booked already, in hundredths.
fn nearness(year: &Year, day: Day) -> i64 {
    match year.today().days_until(day) {
        ..=0 => 100,
        1..=6 => 85,
        7..=13 => 60,
        14..=27 => 30,
        _ => 10,
    }
}

#[cfg(test)]
mod tests;
