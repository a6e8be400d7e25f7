//! What happens, in the order of time.

use super::bookings::Fate;
use super::cast::{Part, Who};
use super::payments::Receipt;
use super::stewardship::Chore;
use super::story::Story;
use billing::Payment;
use kernel::{Day, Id, Instant, Month};
use std::collections::BTreeMap;

/// Something that happens. Numbers are places in the lists of the story.
#[derive(Debug, Clone)]
pub(super) enum Deed {
    /// Somebody is written down with what they hold.
    Joins(Who),
    /// A member leaves for good.
    Leaves(Who),
    /// Somebody comes to work.
    ChecksIn(usize),
    /// The desk undoes the check-in it has just made.
    Undoes(usize),
    /// A morning becomes a day.
    Widens(usize),
    /// The desk sees somebody go home.
    GoesHome(usize),
    /// A room is booked.
    Books(usize),
    /// A booking is given up.
    Cancels(usize),
    /// A booking is moved.
    Moves(usize),
    /// The desk notes that nobody came.
    NotesNoShow(usize),
    /// A booking ends before its time.
    EndsEarly(usize),
    /// A room is closed for works.
    Closes(usize),
    /// The prices of next year are set.
    SetsPrices(Day),
    /// The desk does something beside welcoming people.
    Stewards(Chore),
    /// The bookings of the day are over.
    EndsTheDay,
    /// The invoices of a month are issued.
    ClosesTheMonth(Month),
    /// Money comes in.
    Receives(Receipt),
    /// The cheque of a payment comes back unpaid.
    Bounces(Id<Payment>, Receipt),
}

/// Everything to come. What happens at the same moment keeps the order in which it was written down.
#[derive(Debug, Default)]
pub(super) struct Agenda {
    deeds: BTreeMap<(Instant, usize), Deed>,
    written: usize,
}

impl Agenda {
    /// The whole story, but what follows from invoices.
    pub(super) fn of(story: &Story) -> Self {
        let mut agenda = Self::default();
        agenda.people(story);
        agenda.visits(story);
        agenda.bookings(story);
        agenda.house(story);
        agenda
    }

    /// Writes down something to come; what would come after the end of the year is left out.
    pub(super) fn add(&mut self, story: &Story, at: Instant, deed: Deed) {
        if at <= story.year.end() {
            self.deeds.insert((at, self.written), deed);
            self.written += 1;
        }
    }

    /// How many deeds are to come.
    pub(super) fn len(&self) -> usize {
        self.deeds.len()
    }

    /// The next closing of a month, if it is the next thing to come.
    pub(super) fn next_closing(&mut self) -> Option<(Instant, Month)> {
        let next = self.deeds.first_entry()?;
        let Deed::ClosesTheMonth(month) = *next.get() else {
            return None;
        };
        let ((at, _), _) = next.remove_entry();
        Some((at, month))
    }

    /// The deeds of the next day, up to the closing of a month.
    pub(super) fn next_day(&mut self, story: &Story) -> Vec<(Instant, Deed)> {
        let mut deeds = Vec::new();
        let mut day = None;
        while let Some(next) = self.deeds.first_entry() {
            let of = story.year.zone.day_of(next.key().0);
            if matches!(next.get(), Deed::ClosesTheMonth(_)) || *day.get_or_insert(of) != of {
                break;
            }
            let ((at, _), deed) = next.remove_entry();
            deeds.push((at, deed));
        }
        deeds
    }

    fn people(&mut self, story: &Story) {
        let year = &story.year;
        // Two a minute on the first morning: the team writes everybody down.
        for (order, (who, one)) in (0_i64..).zip(story.cast.all()) {
            let on_the_first = year.at(year.first(), 6 * 60 + 30).plus_seconds(order * 30);
            match one.part {
                Part::Team(_) => self.add(story, on_the_first, Deed::Joins(who)),
                _ if one.is_member() && one.from == year.first() => {
                    self.add(story, on_the_first, Deed::Joins(who))
                }
                _ if one.is_member() => self.add(story, year.at(one.from, 8 * 60), Deed::Joins(who)),
                _ => {}
            }
            if let Some(until) = one.until {
                self.add(story, year.at(until, 19 * 60), Deed::Leaves(who));
            }
        }
    }

    fn visits(&mut self, story: &Story) {
        for (number, visit) in story.visits.iter().enumerate() {
            self.add(story, visit.arrives, Deed::ChecksIn(number));
            if let Some(at) = visit.mistaken {
                self.add(story, at, Deed::Undoes(number));
                self.add(story, at.plus_seconds(20), Deed::ChecksIn(number));
            }
            if let Some(at) = visit.widens {
                self.add(story, at, Deed::Widens(number));
            }
            if let Some(at) = visit.leaves {
                self.add(story, at, Deed::GoesHome(number));
            }
        }
    }

    fn bookings(&mut self, story: &Story) {
        for (number, booked) in story.bookings.made.iter().enumerate() {
            self.add(story, booked.made, Deed::Books(number));
            match booked.fate {
                Fate::Held => {}
                Fate::Cancelled(at) => self.add(story, at, Deed::Cancels(number)),
                Fate::Moved(at, _) => self.add(story, at, Deed::Moves(number)),
                Fate::NoShow(at) => self.add(story, at, Deed::NotesNoShow(number)),
                Fate::EndedEarly(at) => self.add(story, at, Deed::EndsEarly(number)),
            }
        }
        for (number, works) in story.bookings.works.iter().enumerate() {
            self.add(story, works.announced, Deed::Closes(number));
        }
    }

    fn house(&mut self, story: &Story) {
        let year = &story.year;
        for day in year.days.iter() {
            self.add(story, year.at(day, 23 * 60 + 30), Deed::EndsTheDay);
        }
        for (at, chore) in story.chores.agenda(year) {
            self.add(story, at, Deed::Stewards(chore));
        }
        // What was over this morning already.
        self.add(story, year.end(), Deed::EndsTheDay);
        for month in year.closed_months() {
            let day = year.open_from(month.next().first());
            self.add(story, year.at(day, 9 * 60 + 45), Deed::ClosesTheMonth(month));
        }
        if let Some(from) = year.new_prices() {
            let day = year.open_until(from.plus_days(-30)).max(year.first());
            self.add(story, year.at(day, 16 * 60), Deed::SetsPrices(from));
        }
    }
}
