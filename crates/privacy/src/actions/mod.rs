//! The verbs of personal data: each authorises, loads, decides, saves and leaves a line in the activity log.

mod answer;
mod ask;
mod erase;
mod inactive;
mod merge;
mod retain;

pub use answer::{answer, record_request, withdraw};
pub use ask::{ask_copy, ask_erasure};
pub use erase::{Line, Preview, erase, erase_again, preview};
pub use inactive::keep_inactive;
pub(crate) use inactive::{announce, erase_due, found};
pub(crate) use merge::settle;
pub use merge::{MergerView, Moved, Side, merge_organisations, merge_persons, moved, they_are_two};
pub use retain::set_rule;
pub(crate) use retain::{apply_rules, keep_particulars, tidy};

use crate::rules::request::{LONGEST_TEXT, PrivacyRefused};
use kernel::{Day, PersonId, PlaceId};
use platform::activity::Subject;
use platform::database::{Somebody, Tx};
use platform::{Fault, OrNotFound, place};

/// Today in the place.
fn today(tx: &mut Tx<'_>, place: PlaceId) -> Result<Day, Fault> {
    let zone = place::get(tx, place)?.zone;
    Ok(tx.today(&zone))
}

/// The person as the subject of a line of the log.
const fn subject(person: PersonId) -> Subject {
    Subject::new("person", person)
}

/// Somebody as rows may mean them, with the records that became a part of theirs.
pub(crate) fn every_record(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
) -> Result<Vec<Somebody>, Fault> {
    let known = people::person(tx, place, person)?.or_not_found()?;
    let account = people::account_of(tx, place, person)?;
    let mut records = vec![Somebody {
        person,
        account: account.map(|account| account.id),
        email: known.email.map(|email| email.to_string()),
    }];
    for former in people::merged_from(tx, place, person)? {
        records.push(Somebody {
            person: former,
            account: None,
            email: None,
        });
    }
    Ok(records)
}

/// A text as typed, trimmed.
pub(crate) fn text(typed: &str) -> Result<String, PrivacyRefused> {
    let kept: String = typed
        .trim()
        .chars()
        .filter(|letter| !letter.is_control() || *letter == '\n')
        .collect();
    if kept.chars().count() > LONGEST_TEXT {
        return Err(PrivacyRefused::TooLong { most: LONGEST_TEXT });
    }
    Ok(kept)
}
