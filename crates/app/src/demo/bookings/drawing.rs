//! Drawing one booking after the other.

use super::{Booked, Bookings, Diary, Fate, Holder, RoomNumber, Slot, Works};
use crate::demo::cast::{Cast, Part, Who};
use crate::demo::chance::Chance;
use crate::demo::house::{House, Room};
use crate::demo::year::{AHEAD, Year};
use kernel::{Day, Instant, Weekday};

/// How often a room is looked for before one gives up.
const TRIES: usize = 40;
/// Rooms by name, and how often members, guests and callers want each.
const WANTED: [(&str, [i64; 3]); 7] = [
    ("cachou", [30, 0, 4]),
    ("pastel", [26, 4, 16]),
    ("garance", [20, 14, 20]),
    ("indigo", [14, 24, 20]),
    ("gaude", [6, 32, 14]),
    ("halle", [1, 18, 16]),
    ("jardin", [3, 8, 10]),
];
/// Hours that people want, in minutes: the first beginning, the last end, the length, and how often members, guests and
/// callers want these.
const HOURS: [(u16, u16, u16, [i64; 3]); 8] = [
    (9 * 60, 18 * 60, 60, [34, 0, 10]),
    (9 * 60, 18 * 60, 90, [22, 0, 10]),
    (9 * 60, 18 * 60 + 30, 120, [24, 6, 30]),
    (9 * 60, 13 * 60, 240, [9, 26, 8]),
    (14 * 60, 18 * 60, 240, [8, 18, 8]),
    (9 * 60, 17 * 60, 480, [3, 32, 4]),
    (18 * 60, 21 * 60, 120, [0, 10, 18]),
    (18 * 60 + 30, 21 * 60 + 30, 180, [0, 8, 12]),
];

/// What the drawing holds in hand.
pub(super) struct Drawing<'a> {
    pub(super) year: &'a Year,
    pub(super) house: &'a House,
    pub(super) cast: &'a Cast,
    pub(super) chance: Chance,
    pub(super) diary: Diary,
    pub(super) drawn: Bookings,
}

impl Drawing<'_> {
    /// The room of that key.
    pub(super) fn room(&self, key: &str) -> Option<RoomNumber> {
        self.house
            .resources
            .iter()
            .position(|room| room.key == key)
            .map(RoomNumber)
    }

    /// Two days of painting, and the repair of a projector, decided some weeks before.
    pub(super) fn works(&mut self) {
        for (key, hundredths, length) in [("pastel", 32, 2), ("gaude", 71, 1)] {
            let Some(room) = self.room(key) else { continue };
            let after = self.year.days.len().saturating_mul(hundredths) / 100;
            let first = self.year.open_from(self.year.first().plus_days(after));
            let last = first.plus_days(length - 1);
            let announced = self.year.at(
                self.year.open_until(first.plus_days(-21)).max(self.year.first()),
                9 * 60 + 30,
            );
            for day in kernel::Days::spanning(first, last).iter() {
                self.diary.take(
                    Slot {
                        room,
                        day,
                        from: 0,
                        until: 24 * 60,
                    },
                    0,
                );
            }
            self.drawn.works.push(Works {
                room,
                first,
                last,
                announced,
            });
        }
    }

    /// Draws a booking of a day; nothing when no room is free.
    pub(super) fn any(&mut self, day: Day) {
        for _ in 0..TRIES {
            if self.tried(day) {
                return;
            }
        }
    }

    fn tried(&mut self, day: Day) -> bool {
        let kind = self.chance.weighted(&[62, 23, 15]);
        let of = |weights: &[i64; 3]| weights.get(kind).copied().unwrap_or_default();
        let room = self.chance.weighted(&WANTED.map(|(_, weights)| of(&weights)));
        let hours = self.chance.weighted(&HOURS.map(|(.., weights)| of(&weights)));
        let (Some((key, _)), Some((opens, closes, length, _))) = (WANTED.get(room), HOURS.get(hours)) else {
            return false;
        };
        let (Some(room), Some(holder)) = (self.room(key), self.holder(kind, day)) else {
            return false;
        };
        // Some of those who work during the week come on Saturday instead.
        let saturday = day.monday_of_week().plus_days(5);
        let moves =
            kind == 2 && self.chance.in_hundred(20) && *closes <= 18 * 60 && self.may_be_used(saturday);
        let day = if moves { saturday } else { day };
        let steps = i64::from(closes.saturating_sub(*opens).saturating_sub(*length) / 30);
        let from =
            opens.saturating_add(u16::try_from(self.chance.between(0, steps) * 30).unwrap_or_default());
        let title = self.title(kind);
        let lead = self.lead(kind);
        self.book(
            Slot {
                room,
                day,
                from,
                until: from.saturating_add(*length),
            },
            holder,
            &title,
            lead,
        )
    }

    fn may_be_used(&self, day: Day) -> bool {
        let ahead = self.year.today().days_until(day) <= AHEAD - 10;
        ahead && !self.year.is_closed(day) && day.weekday() != Weekday::Sunday
    }

    fn holder(&mut self, kind: usize, day: Day) -> Option<Holder> {
        // Who left before, or has not come yet, does not book.
        let may = |one: &crate::demo::cast::Character| one.from < day && one.is_about(day);
        let of = |wanted: fn(Part) -> bool| -> Vec<Who> {
            self.cast
                .all()
                .filter(|(_, one)| wanted(one.part) && may(one))
                .map(|(who, _)| who)
                .collect()
        };
        match kind {
            0 => {
                let members = of(|part| matches!(part, Part::Nomad | Part::Resident | Part::Teammate));
                let who = *self.chance.one(&members)?;
                Some(if self.chance.in_hundred(85) {
                    Holder::Themself(who)
                } else {
                    Holder::ByTheDesk(who)
                })
            }
            1 => self
                .chance
                .one(&of(|part| part == Part::Guest))
                .copied()
                .map(Holder::ByTheDesk),
            _ => self
                .chance
                .one(&of(|part| part == Part::Caller))
                .copied()
                .map(Holder::ByTheDesk),
        }
    }

    fn title(&mut self, kind: usize) -> String {
        let titles = &self.house.titles;
        let titles = match kind {
            0 => titles.member.as_slice(),
            1 => titles.guest.get(1..).unwrap_or_default(),
            _ => titles.caller.as_slice(),
        };
        self.chance.one(titles).cloned().unwrap_or_default()
    }

    /// How many days before, by who books.
    fn lead(&mut self, kind: usize) -> i64 {
        match (kind, self.chance.weighted(&[25, 40, 30, 5])) {
            (0, 0) => 0,
            (0, 1) => self.chance.between(1, 3),
            (0, 2) => self.chance.between(4, 14),
            (0, _) => self.chance.between(15, 30),
            (1, _) => self.chance.between(5, 56),
            _ => self.chance.between(1, 20),
        }
    }

    /// Books a slot so many days before, if it is free and there was a moment to do so.
    pub(super) fn book(&mut self, slot: Slot, holder: Holder, title: &str, lead: i64) -> bool {
        let Some(made) = self.moment(slot, holder, lead) else {
            return false;
        };
        let Some(facts) = self.house.resources.get(slot.room.0) else {
            return false;
        };
        if !self.diary.take(slot, around(facts)) {
            return false;
        }
        let people = facts.capacity.max(1);
        let attendance = self
            .chance
            .in_hundred(60)
            .then(|| self.chance.between((people / 3).max(1), people));
        let fate = self.fate(slot, holder, made, around(facts));
        self.drawn.made.push(Booked {
            attendance,
            visible: self.chance.in_hundred(40),
            title: title.to_owned(),
            slot,
            holder,
            made,
            fate,
        });
        true
    }

    /// When it is booked: the desk works on open days, people book until late.
    fn moment(&mut self, slot: Slot, holder: Holder, lead: i64) -> Option<Instant> {
        let day = slot.day.plus_days(lead.saturating_neg());
        let (day, minute) = match holder {
            Holder::Themself(_) => (day, self.chance.between(7 * 60 + 30, 22 * 60)),
            _ => (
                self.year.open_until(day),
                self.chance.between(9 * 60 + 5, 17 * 60 + 50),
            ),
        };
        let wished = self.year.at(day, u16::try_from(minute).unwrap_or_default());
        let (earliest, latest) = self.bounds(slot, holder)?;
        (earliest <= latest).then(|| wished.clamp(earliest, latest))
    }

    /// Between when and when something can be done about a slot.
    fn bounds(&self, slot: Slot, holder: Holder) -> Option<(Instant, Instant)> {
        let from = match holder {
            Holder::House => self.year.first(),
            Holder::Themself(who) | Holder::ByTheDesk(who) => self.cast.get(who).ok()?.from,
        };
        // Nothing is done before everybody who opens the year has been written down, nor too late for the shortest notice.
        let earliest = self.year.at(from, 11 * 60);
        let latest = self.year.at(slot.day, slot.from).minus_minutes(150);
        Some((earliest, latest.min(self.year.end().minus_minutes(5))))
    }

    fn fate(&mut self, slot: Slot, holder: Holder, made: Instant, around: u16) -> Fate {
        let start = self.year.at(slot.day, slot.from);
        let end = self.year.end();
        match self.chance.weighted(&[85, 7, 5, 1, 2]) {
            1 => {
                let at = self.between(made.plus_minutes(10), start.minus_minutes(20));
                at.filter(|at| *at < end).map_or(Fate::Held, Fate::Cancelled)
            }
            2 => self.moved(slot, holder, made, around).unwrap_or(Fate::Held),
            3 if start.plus_minutes(30) < end && holder != Holder::House => {
                Fate::NoShow(start.plus_minutes(30))
            }
            4 if start.plus_minutes(45) < end => Fate::EndedEarly(start.plus_minutes(45)),
            _ => Fate::Held,
        }
    }

    fn moved(&mut self, slot: Slot, holder: Holder, made: Instant, around: u16) -> Option<Fate> {
        let later = self.chance.between(0, 9);
        let to = Slot {
            day: self.year.open_from(slot.day.plus_days(later)),
            ..slot
        };
        let to = if to.day == slot.day { shifted(to)? } else { to };
        let about = match holder {
            Holder::House => true,
            Holder::Themself(who) | Holder::ByTheDesk(who) => self.cast.get(who).ok()?.is_about(to.day),
        };
        let latest = self
            .year
            .at(slot.day, slot.from)
            .minus_minutes(150)
            .min(self.year.end().minus_minutes(2));
        let at = self.between(made.plus_minutes(10), latest)?;
        let possible = about && self.year.today().days_until(to.day) < AHEAD;
        (possible && self.diary.take(to, around)).then_some(Fate::Moved(at, to))
    }

    /// A minute between both.
    fn between(&mut self, earliest: Instant, latest: Instant) -> Option<Instant> {
        let minutes = latest.since(earliest).minutes();
        (minutes > 0).then(|| earliest.plus_minutes(self.chance.between(0, minutes)))
    }
}

fn around(room: &Room) -> u16 {
    u16::try_from(room.buffer_before.max(room.buffer_after)).unwrap_or_default()
}

/// The same length later on the same day, if the day is long enough.
fn shifted(slot: Slot) -> Option<Slot> {
    let from = slot.until;
    let until = from.saturating_add(slot.until.saturating_sub(slot.from));
    (until <= 18 * 60).then_some(Slot { from, until, ..slot })
}
