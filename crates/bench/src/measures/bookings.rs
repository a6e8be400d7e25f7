//! Durable bookings on SQLite: writers who share commits, against one commit for each booking on the same file.

use crate::Ground;
use crate::crowd;
use crate::place::MeasuredPlace;
use crate::table::{Table, median, milliseconds};
use kernel::{MinuteOfDay, Period, PersonId};
use platform::database::{DatabaseUrl, OneByOne, Tx};
use spaces::{Holder, NewBooking};
use std::fmt;
use std::io::Write;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

const ROOMS: usize = 64;
const WRITERS: usize = 64;
/// How often each side has its turn: more often where the difference is small.
const TURNS: usize = 5;
const TURNS_ALONE: usize = 21;

pub(crate) fn measure(ground: &Ground, table: &mut Table) {
    let sync = sync_time(&ground.folder);
    table.tell("one 4 kB write made durable on this disk", milliseconds(sync));
    let (file, _) = ground.database("slots.db");
    let place = MeasuredPlace::open(&DatabaseUrl::file(&file), ROOMS, &[], false);
    let persons = crowd::add(&place, ROOMS, 0);
    let alone = || place.db.one_by_one().unwrap().expect("SQLite");
    let contest = Contest {
        place: &place,
        persons,
        alone: Mutex::new(alone()),
        each: (0..WRITERS).map(|_| Mutex::new(alone())).collect(),
        next: AtomicUsize::new(0),
    };
    contest.many_writers(table, "behind one lock");
    while_a_neighbour_syncs(&ground.folder, || {
        let sync = sync_time(&ground.folder);
        table.tell(
            "the same write beside a neighbour who keeps 4 MB at a time",
            milliseconds(sync),
        );
        contest.many_writers(table, "behind one lock, beside that neighbour");
    });
    contest.many_connections(table);
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

/// Runs `work` while somebody else on the same disk keeps 4 MB for good again and again, as on a shared machine.
fn while_a_neighbour_syncs(folder: &Path, work: impl FnOnce()) {
    let over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let block = vec![7; 4 << 20];
            while !over.load(Ordering::Relaxed) {
                let mut file = std::fs::File::create(folder.join("neighbour")).expect("a file");
                file.write_all(&block).unwrap();
                file.sync_all().unwrap();
            }
        });
        work();
        over.store(true, Ordering::Relaxed);
    });
}

/// How a booking is kept for good.
#[derive(Clone, Copy)]
enum Way {
    Shared,
    OneLock,
    OwnConnection,
}

/// What two ways come to, in bookings a second.
struct Race {
    ours: f64,
    theirs: f64,
    ratio: f64,
}

impl fmt::Display for Race {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "{:.2} x ({:.0}/s to {:.0}/s)",
            self.ratio, self.ours, self.theirs
        )
    }
}

struct Contest<'a> {
    place: &'a MeasuredPlace,
    persons: Vec<PersonId>,
    /// One connection behind one lock: the kindest that can be done for writers who share nothing.
    alone: Mutex<OneByOne>,
    /// A connection for each writer, who waits for the others as SQLite does: what a pool of connections comes to.
    each: Vec<Mutex<OneByOne>>,
    /// The next hour that nobody has booked.
    next: AtomicUsize,
}

impl Contest<'_> {
    fn many_writers(&self, table: &mut Table, how: &str) {
        let before = self.place.db.counts();
        let race = self.compare(WRITERS, 30, Way::OneLock, TURNS);
        let after = self.place.db.counts();
        let commits = (after.commits - before.commits).max(1);
        let group = (after.writes - before.writes) as f64 / commits as f64;
        table.judge(
            &format!("durable bookings, 64 writers, shared commits to one commit each {how}"),
            format!("{race}, {group:.0} bookings a commit"),
            ">= 10 x",
            race.ratio >= 10.0,
        );
    }

    fn many_connections(&self, table: &mut Table) {
        let race = self.compare(WRITERS, 15, Way::OwnConnection, TURNS);
        table.judge(
            "durable bookings, 64 writers, shared commits to one commit each on a connection each",
            race.to_string(),
            ">= 10 x",
            race.ratio >= 10.0,
        );
    }

    fn one_writer(&self, table: &mut Table) {
        let race = self.compare(1, 150, Way::OneLock, TURNS_ALONE);
        table.judge(
            "the same, 1 writer",
            race.to_string(),
            ">= 1 x",
            race.ratio >= 0.995,
        );
    }

    /// Bookings a second of our way and of another, the middle of several turns, and the middle ratio of two turns that follow
    /// one another.
    fn compare(&self, writers: usize, each: usize, other: Way, turns: usize) -> Race {
        let (mut ours, mut theirs, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
        self.turn(writers, each / 3, Way::Shared);
        self.turn(writers, each / 3, other);
        for turn in 0..turns {
            // Neither side always goes first.
            let order = if turn % 2 == 0 {
                [Way::Shared, other]
            } else {
                [other, Way::Shared]
            };
            let rates = order.map(|way| self.turn(writers, each, way));
            let (our, their) = if turn % 2 == 0 {
                (rates[0], rates[1])
            } else {
                (rates[1], rates[0])
            };
            ours.push(our);
            theirs.push(their);
            ratios.push(our / their);
        }
        Race {
            ours: median(ours),
            theirs: median(theirs),
            ratio: median(ratios),
        }
    }

    /// Bookings a second of so many threads, each with so many bookings.
    fn turn(&self, writers: usize, each: usize, way: Way) -> f64 {
        let begun = Instant::now();
        std::thread::scope(|scope| {
            for writer in 0..writers {
                scope.spawn(move || (0..each).for_each(|_| self.book(way, writer)));
            }
        });
        // Each pays for what it leaves in the log.
        while self.alone.lock().unwrap().empty_log().is_err() {}
        (writers * each) as f64 / begun.elapsed().as_secs_f64()
    }

    fn book(&self, way: Way, writer: usize) {
        let new = self.free_slot();
        let by = self.place.system.clone();
        let book = move |tx: &mut Tx<'_>| spaces::book(tx, &by, &new);
        let booked = match way {
            Way::Shared => self.place.db.write_blocking(book),
            Way::OneLock => self.alone.lock().unwrap().write(book),
            Way::OwnConnection => self.each[writer].lock().unwrap().write(book),
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
