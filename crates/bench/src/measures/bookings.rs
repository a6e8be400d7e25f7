//! Durable bookings on SQLite: writers who share commits, against one commit for each booking on the same file.

use crate::Ground;
use crate::crowd;
use crate::place::MeasuredPlace;
use crate::table::{Table, median, milliseconds};
use kernel::{MinuteOfDay, Period, PersonId};
use platform::database::{OneByOne, Tx};
use spaces::{Holder, NewBooking};
use std::io::Write;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

const ROOMS: usize = 64;
/// How often each side has its turn.
const TURNS: usize = 5;

pub(crate) fn measure(ground: &Ground, table: &mut Table) {
    let sync = sync_time(&ground.folder);
    table.tell("one 4 kB write made durable on this disk", milliseconds(sync));
    let (file, _) = ground.database("slots.db");
    let place = MeasuredPlace::open(&file, ROOMS, &[], false);
    let persons = crowd::add(&place, ROOMS, 0);
    let alone = place.db.one_by_one().unwrap().expect("SQLite");
    let contest = Contest {
        place: &place,
        persons,
        alone: Mutex::new(alone),
        next: AtomicUsize::new(0),
    };
    contest.many_writers(table);
    contest.one_writer(table);
    place.db.close();
}

/// How long this disk takes to keep a page of a growing file for good, the middle of a hundred.
fn sync_time(folder: &Path) -> Duration {
    let mut file = std::fs::File::create(folder.join("sync")).expect("a file");
    let times = (0..100).map(|_| {
        let begun = Instant::now();
        file.write_all(&[7; 4_096]).unwrap();
        file.sync_data().unwrap();
        begun.elapsed().as_secs_f64()
    });
    Duration::from_secs_f64(median(times.collect()))
}

struct Contest<'a> {
    place: &'a MeasuredPlace,
    persons: Vec<PersonId>,
    alone: Mutex<OneByOne>,
    /// The next hour that nobody has booked.
    next: AtomicUsize,
}

impl Contest<'_> {
    fn many_writers(&self, table: &mut Table) {
        const WRITERS: usize = 64;
        let before = self.place.db.counts();
        let (shared, single, _) = self.compare(WRITERS, 30);
        let after = self.place.db.counts();
        let commits = (after.commits - before.commits).max(1);
        let group = (after.writes - before.writes) as f64 / commits as f64;
        let ratio = shared / single;
        table.judge(
            "durable bookings, 64 writers, shared commits to one commit each",
            format!("{ratio:.1} x ({shared:.0}/s to {single:.0}/s, {group:.0} bookings a commit)"),
            ">= 10 x",
            ratio >= 10.0,
        );
    }

    fn one_writer(&self, table: &mut Table) {
        let (shared, single, ratio) = self.compare(1, 300);
        table.judge(
            "the same, 1 writer",
            format!("{ratio:.2} x ({shared:.0}/s to {single:.0}/s)"),
            ">= 1 x",
            ratio >= 0.995,
        );
    }

    /// Bookings a second of either side, the middle of several turns, and the middle ratio of two turns that follow one
    /// another.
    fn compare(&self, writers: usize, each: usize) -> (f64, f64, f64) {
        let (mut shared, mut single, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
        self.turn(writers, each / 3, true);
        self.turn(writers, each / 3, false);
        for turn in 0..TURNS {
            // Neither side always goes first.
            let first_shared = turn % 2 == 0;
            let one = self.turn(writers, each, first_shared);
            let other = self.turn(writers, each, !first_shared);
            let (ours, theirs) = if first_shared { (one, other) } else { (other, one) };
            shared.push(ours);
            single.push(theirs);
            ratios.push(ours / theirs);
        }
        (median(shared), median(single), median(ratios))
    }

    /// Bookings a second of so many threads, each with so many bookings.
    fn turn(&self, writers: usize, each: usize, shared: bool) -> f64 {
        let begun = Instant::now();
        std::thread::scope(|scope| {
            for _ in 0..writers {
                scope.spawn(|| (0..each).for_each(|_| self.book(shared)));
            }
        });
        (writers * each) as f64 / begun.elapsed().as_secs_f64()
    }

    fn book(&self, shared: bool) {
        let new = self.free_slot();
        let by = self.place.system.clone();
        let book = move |tx: &mut Tx<'_>| spaces::book(tx, &by, &new);
        let booked = if shared {
            self.place.db.write_blocking(book)
        } else {
            self.alone.lock().unwrap().write(book)
        };
        booked.expect("a free slot can be booked");
    }

    /// An hour that nobody asked for yet: every room of an hour, then the next hour between 8 and 20, then the next day.
    fn free_slot(&self) -> NewBooking {
        const HOURS: usize = 12;
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        let (room, turn) = (number % ROOMS, number / ROOMS);
        let day = self
            .place
            .today()
            .plus_days(1 + i64::try_from(turn / HOURS).unwrap());
        let hour = 8 + u16::try_from(turn % HOURS).unwrap();
        let at = |hour: u16| {
            self.place
                .zone
                .instant(day, MinuteOfDay::from_minutes(hour * 60).unwrap())
        };
        NewBooking {
            overriding: true,
            ..NewBooking::plain(
                self.place.rooms[room],
                Period::new(at(hour), at(hour + 1)).unwrap(),
                Holder::Person(self.persons[room]),
            )
        }
    }
}
