//! What arrives at the desk and who has their address there, as `stewardship.toml` says.

use super::year::Year;
use kernel::{Day, Instant};
use platform::Fault;
use serde::Deserialize;

/// Everything that the desk does beside welcoming people.
#[derive(Debug, Deserialize)]
pub(super) struct Chores {
    pub(super) domiciled: Vec<Domiciled>,
    pub(super) deliveries: Vec<Arrival>,
    pub(super) items: Vec<Thing>,
    pub(super) loans: Vec<Lending>,
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
        all
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
