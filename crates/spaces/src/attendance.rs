//! What must hold of check-ins, for `tribu verify`.

use crate::rules::check_in::{CheckIn, day_use};
use crate::store::check_ins;
use kernel::{Day, PersonId, PlaceId};
use offers::DayUse;
use platform::Fault;
use platform::database::Tx;
use platform::verify::Report;
use std::collections::BTreeMap;

const ONCE: &str = "verify-spaces-check-ins";
const USED: &str = "verify-spaces-day-use";

/// Checks that no half of a day counts twice for a person, and that passes were told what each day came to.
pub(crate) fn check(tx: &mut Tx<'_>, place: PlaceId, report: &mut Report) -> Result<(), Fault> {
    let mut days: BTreeMap<(PersonId, Day), Vec<CheckIn>> = BTreeMap::new();
    for one in check_ins::open(tx, place)? {
        days.entry((one.person, one.day)).or_default().push(one);
    }
    report.checked(ONCE, days.len());
    for ((person, day), of_day) in &days {
        if overlaps(of_day) {
            report.fault(
                ONCE,
                format!("person {person}, {day}: a half of the day counts twice"),
            );
        }
    }
    let told: BTreeMap<(PersonId, Day), DayUse> = offers::days_used(tx, place)?
        .into_iter()
        .map(|used| ((used.person, used.day), used.used))
        .collect();
    report.checked(USED, told.len());
    for ((person, day), of_day) in &days {
        let expected = day_use(of_day);
        let found = told.get(&(*person, *day)).copied().unwrap_or(DayUse::Nothing);
        if expected != found {
            report.fault(
                USED,
                format!("person {person}, {day}: passes count {found}, check-ins {expected}"),
            );
        }
    }
    for ((person, day), found) in told {
        if found != DayUse::Nothing && !days.contains_key(&(person, day)) {
            report.fault(
                USED,
                format!("person {person}, {day}: passes count {found}, nobody checked in"),
            );
        }
    }
    Ok(())
}

fn overlaps(of_day: &[CheckIn]) -> bool {
    let mut parts = of_day.iter().map(|one| one.part);
    match (parts.next(), parts.next(), parts.next()) {
        (_, _, Some(_)) => true,
        (Some(one), Some(other), None) => one.covers(other) || other.covers(one),
        _ => false,
    }
}
