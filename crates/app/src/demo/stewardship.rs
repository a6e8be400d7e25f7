//! What arrives at the desk and who has their address there, as `stewardship.toml` says.

use super::year::Year;
use kernel::{Day, Instant};
use platform::Fault;
use serde::Deserialize;
use stewardship::Moment;

/// Everything that the desk does beside welcoming people.
#[derive(Debug, Deserialize)]
pub(super) struct Chores {
    pub(super) domiciled: Vec<Domiciled>,
    pub(super) deliveries: Vec<Arrival>,
    pub(super) articles: Vec<Sold>,
    pub(super) items: Vec<Thing>,
    pub(super) loans: Vec<Lending>,
    pub(super) shifts: Vec<Turn>,
    pub(super) checks: Vec<Check>,
    pub(super) notes: Vec<Left>,
    pub(super) equipment: Vec<Bought>,
    pub(super) incidents: Vec<Broken>,
}

/// An organisation that has its address here since so many months.
#[derive(Debug, Deserialize)]
pub(super) struct Domiciled {
    pub(super) name: String,
    pub(super) note: String,
    months: i64,
}

/// Something that arrives, so many open days before the last one, at a minute of the day.
#[derive(Debug, Deserialize)]
pub(super) struct Arrival {
    pub(super) name: String,
    pub(super) kind: String,
    #[serde(default = "one")]
    pub(super) quantity: i64,
    pub(super) sender: String,
    pub(super) kept_at: String,
    ago: i64,
    at: u16,
    taken: Option<i64>,
    taken_at: Option<u16>,
    #[serde(default)]
    pub(super) taken_by: String,
}

/// Something sold at the counter by the piece, in cents with VAT.
#[derive(Debug, Deserialize)]
pub(super) struct Sold {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) vat: String,
    pub(super) price: i64,
}

/// A key, a badge or a locker.
#[derive(Debug, Deserialize)]
pub(super) struct Thing {
    pub(super) kind: String,
    pub(super) number: String,
    pub(super) opens: String,
    pub(super) deposit: i64,
}

/// A thing lent, so many open days before the last one.
#[derive(Debug, Deserialize)]
pub(super) struct Lending {
    pub(super) kind: String,
    pub(super) number: String,
    pub(super) name: String,
    pub(super) method: String,
    ago: i64,
    /// Days after which it is expected back.
    pub(super) due: Option<i64>,
    back: Option<i64>,
    #[serde(default)]
    pub(super) outcome: String,
    #[serde(default)]
    pub(super) cost: i64,
}

/// Hours of the week at which somebody is wanted, and who comes, in turn.
#[derive(Debug, Deserialize)]
pub(super) struct Turn {
    pub(super) weekday: String,
    pub(super) from: String,
    pub(super) until: String,
    pub(super) label: String,
    pub(super) wanted: i64,
    pub(super) units: i64,
    pub(super) who: Vec<String>,
}

/// A line of a checklist.
#[derive(Debug, Deserialize)]
pub(super) struct Check {
    pub(super) moment: String,
    pub(super) body: String,
}

/// A note left so many open days ago, and when it was read.
#[derive(Debug, Deserialize)]
pub(super) struct Left {
    pub(super) body: String,
    ago: i64,
    at: u16,
    read: Option<i64>,
}

/// A thing that the place bought so many months ago.
#[derive(Debug, Deserialize)]
pub(super) struct Bought {
    pub(super) name: String,
    pub(super) serial: String,
    pub(super) supplier: String,
    pub(super) months: i64,
    pub(super) price: i64,
    pub(super) life: i64,
    pub(super) stands: String,
    /// Months of warranty still to come.
    pub(super) warranty: Option<i64>,
}

/// Something broken so many open days ago, and what was done.
#[derive(Debug, Deserialize)]
pub(super) struct Broken {
    pub(super) name: String,
    pub(super) title: String,
    pub(super) detail: String,
    pub(super) thing: String,
    pub(super) urgency: String,
    ago: i64,
    at: u16,
    pub(super) steps: Vec<Mended>,
}

/// What was done, so many open days after the report.
#[derive(Debug, Deserialize)]
pub(super) struct Mended {
    after: i64,
    at: u16,
    pub(super) state: String,
    pub(super) cost: i64,
    pub(super) body: String,
}

/// Weeks before this one of which the shifts were kept here.
const WEEKS: i64 = 7;

/// A thing to do, by its place in its list.
#[derive(Debug, Clone, Copy)]
pub(super) enum Chore {
    /// An organisation gets its address here.
    Domiciles(usize),
    /// A delivery is written down.
    Receives(usize),
    /// A delivery is handed over.
    HandsOver(usize),
    /// Every key, badge and locker is written down.
    ListsItems,
    /// An item is lent.
    Lends(usize),
    /// An item comes back, or is given up for lost.
    TakesBack(usize),
    /// The shifts of the week and the checklists are written down.
    ListsShifts,
    /// Somebody takes a shift for a day.
    TakesShift(usize, Day, usize),
    /// The desk notes that they came, or did not.
    Settles(usize, Day, usize),
    /// The lines of a list are ticked.
    Ticks(Moment),
    /// A note is left for who comes next.
    LeavesNote(usize),
    /// Somebody reads it.
    ReadsNote(usize),
    /// What the place bought is written down.
    ListsEquipment,
    /// Somebody reports something broken.
    Reports(usize),
    /// The desk does something about it.
    Mends(usize, usize),
}

const fn one() -> i64 {
    1
}

impl Chores {
    /// Reads what is written down.
    pub(super) fn read() -> Result<Self, Fault> {
        toml::from_str(include_str!("stewardship.toml")).map_err(Fault::internal)
    }

    /// Everything, with its moment; what would come before the year is left out with what follows from it.
    pub(super) fn agenda(&self, year: &Year) -> Vec<(Instant, Chore)> {
        let mut all = Vec::new();
        for (number, one) in self.domiciled.iter().enumerate() {
            let day = one.from(year);
            all.push((year.at(day, 10 * 60), Chore::Domiciles(number)));
        }
        for (number, one) in self.deliveries.iter().enumerate() {
            let day = open_days_ago(year, one.ago);
            if day <= year.first() {
                continue;
            }
            all.push((year.at(day, one.at), Chore::Receives(number)));
            if let (Some(ago), Some(minute)) = (one.taken, one.taken_at) {
                all.push((
                    year.at(open_days_ago(year, ago), minute),
                    Chore::HandsOver(number),
                ));
            }
        }
        all.push((year.at(year.first(), 7 * 60 + 50), Chore::ListsItems));
        for (number, one) in self.loans.iter().enumerate() {
            let day = open_days_ago(year, one.ago);
            if day <= year.first() {
                continue;
            }
            all.push((year.at(day, 9 * 60 + 40), Chore::Lends(number)));
            if let Some(ago) = one.back {
                let back = year.at(open_days_ago(year, ago), 17 * 60 + 15);
                all.push((back, Chore::TakesBack(number)));
            }
        }
        self.duties(year, &mut all);
        self.relay(year, &mut all);
        all.push((year.at(year.first(), 7 * 60 + 55), Chore::ListsEquipment));
        for (number, one) in self.incidents.iter().enumerate() {
            if open_days_ago(year, one.ago) <= year.first().plus_days(10) {
                continue;
            }
            all.push((
                year.at(open_days_ago(year, one.ago), one.at),
                Chore::Reports(number),
            ));
            for (step, done) in one.steps.iter().enumerate() {
                let day = open_days_ago(year, (one.ago - done.after).max(0));
                all.push((year.at(day, done.at), Chore::Mends(number, step)));
            }
        }
        all
    }

    /// Shifts taken a week ahead, and settled at their end.
    fn duties(&self, year: &Year, all: &mut Vec<(Instant, Chore)>) {
        let first = year.today().monday_of_week().plus_days(-7 * WEEKS);
        if first.plus_days(-10) <= year.first() {
            return;
        }
        all.push((
            year.at(year.open_until(first.plus_days(-9)), 9 * 60 + 20),
            Chore::ListsShifts,
        ));
        for (number, turn) in self.shifts.iter().enumerate() {
            for (week, day) in (0_usize..).zip((0..WEEKS + 2).map(|week| first.plus_days(7 * week))) {
                let Some(day) = (0..7)
                    .map(|more| day.plus_days(more))
                    .find(|day| turn.is_on(*day))
                else {
                    continue;
                };
                let coming = year.today() < day;
                if !year.is_open(day) || (coming && number + 1 == self.shifts.len()) {
                    continue;
                }
                // Two come where two are wanted, one in turn elsewhere.
                let who: Vec<usize> = match turn.wanted {
                    1 => (week..).take(1).collect(),
                    _ => (0..turn.who.len()).collect(),
                };
                for who in who {
                    let taken = year.open_until(day.plus_days(-7));
                    all.push((year.at(taken, 12 * 60 + 10), Chore::TakesShift(number, day, who)));
                    if !coming && day < year.today() {
                        all.push((year.at(day, 20 * 60 + 5), Chore::Settles(number, day, who)));
                    }
                }
            }
        }
    }

    /// Lists ticked on the last open days, notes left and read.
    fn relay(&self, year: &Year, all: &mut Vec<(Instant, Chore)>) {
        for ago in 0..10 {
            let day = open_days_ago(year, ago);
            if day <= year.first() || open_days_ago(year, 9) <= year.first().plus_days(70) {
                continue;
            }
            all.push((year.at(day, 8 * 60 + 25), Chore::Ticks(Moment::Opening)));
            if ago > 0 {
                all.push((year.at(day, 20 * 60 + 2), Chore::Ticks(Moment::Closing)));
            }
        }
        for (number, note) in self.notes.iter().enumerate() {
            let day = open_days_ago(year, note.ago);
            if day <= year.first() {
                continue;
            }
            all.push((year.at(day, note.at), Chore::LeavesNote(number)));
            if let Some(ago) = note.read {
                let read = year.at(open_days_ago(year, ago), 8 * 60 + 20);
                all.push((read, Chore::ReadsNote(number)));
            }
        }
    }
}

impl Turn {
    /// Whether it takes place on a day.
    pub(super) fn is_on(&self, day: Day) -> bool {
        day.weekday().code() == self.weekday
    }

    /// Who comes in a week.
    pub(super) fn who(&self, number: usize) -> Option<&String> {
        self.who.iter().cycle().nth(number)
    }
}

impl Domiciled {
    /// Its first day here.
    pub(super) fn from(&self, year: &Year) -> Day {
        year.open_from(year.today().plus_months(-self.months).max(year.first().next()))
    }
}

impl Arrival {
    /// Whether somebody came for it.
    pub(super) const fn is_taken(&self) -> bool {
        self.taken.is_some()
    }
}

/// So many open days before today.
fn open_days_ago(year: &Year, days: i64) -> Day {
    (0..days).fold(year.today(), |day, _| year.open_until(day.previous()))
}
