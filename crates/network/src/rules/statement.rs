//! What two places hold of the same visits, compared line by line.

use super::visit::PartnerVisit;
use kernel::{Day, Money};
use serde::{Deserialize, Serialize};
use spaces::Part;
use std::collections::BTreeMap;

/// The most differences that are told at once.
const MOST: usize = 40;

/// A visit as both sides must hold it: no name travels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// What both call it.
    pub reference: String,
    /// On which day.
    #[serde(with = "day_text")]
    pub day: Day,
    /// For which part of it.
    pub part: Part,
    /// What is claimed, in cents.
    pub cents: i64,
}

impl Line {
    /// The line of a visit.
    #[must_use]
    pub fn of(visit: &PartnerVisit) -> Self {
        Self {
            reference: visit.reference.clone(),
            day: visit.day,
            part: visit.part,
            cents: visit.amount.cents(),
        }
    }
}

/// A visit that the two sides do not hold alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Difference {
    /// What both call it.
    pub reference: String,
    /// On which day.
    #[serde(with = "day_text")]
    pub day: Day,
    /// For which part of it.
    pub part: Part,
    /// Cents that the side asked holds; nothing when it has no such visit.
    pub answering: Option<i64>,
    /// Cents that the side that asks holds; nothing when it has no such visit.
    pub asking: Option<i64>,
}

/// A visit as the side asked and the side that asks hold it.
type Held<'lines> = (Option<&'lines Line>, Option<&'lines Line>);

/// What differs, the earliest day first, forty at most: an answer has its size.
#[must_use]
pub fn compare(answering: &[Line], asking: &[Line]) -> Vec<Difference> {
    let mut both: BTreeMap<(Day, &str), Held<'_>> = BTreeMap::new();
    for line in answering {
        both.entry((line.day, &line.reference)).or_default().0 = Some(line);
    }
    for line in asking {
        both.entry((line.day, &line.reference)).or_default().1 = Some(line);
    }
    let differing = both.into_values().filter(|(one, other)| one != other);
    let told = differing.filter_map(|(answering, asking)| {
        let line = answering.or(asking)?;
        Some(Difference {
            reference: line.reference.clone(),
            day: line.day,
            part: line.part,
            answering: answering.map(|line| line.cents),
            asking: asking.map(|line| line.cents),
        })
    });
    told.take(MOST).collect()
}

/// Days as they travel: `2026-06-14`.
pub(crate) mod day_text {
    use kernel::Day;
    use serde::de::Error as _;
    use serde::{Deserialize as _, Deserializer, Serializer};

    pub(crate) fn serialize<S: Serializer>(day: &Day, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(day)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Day, D::Error> {
        let text = String::deserialize(deserializer)?;
        Day::parse(&text).map_err(D::Error::custom)
    }
}

/// What a month comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Totals {
    /// Visits.
    pub visits: i64,
    /// Units that moved.
    pub units: i64,
    /// What is claimed.
    pub amount: Money,
}

/// Adds up the visits that count.
#[must_use]
pub fn totals(visits: &[PartnerVisit]) -> Totals {
    let counted = visits.iter().filter(|visit| visit.counts());
    counted.fold(Totals::default(), |all, visit| Totals {
        visits: all.visits.saturating_add(1),
        units: all.units.saturating_add(visit.units),
        amount: all.amount + visit.amount,
    })
}
