//! Somebody found at the front desk, with the acts that make sense for them now.

use super::acts::usual;
use super::holding::{Holding, holdings};
use crate::rules::check_in::{CheckIn, CheckInId, Part};
use crate::rules::door_number::DoorNumber;
use crate::store::{check_ins, door_numbers};
use kernel::{PersonId, PlaceId};
use people::{Found, Party};
use platform::database::Tx;
use platform::messages::Argument;
use platform::web::Visit;
use platform::{Fault, place};

/// How many persons are shown: more would have to be read, and a letter more is quicker.
const SHOWN: usize = 8;

/// What the search field found.
pub(super) struct Results {
    /// What was typed.
    pub(super) typed: String,
    /// The nearest first.
    pub(super) rows: Vec<ResultRow>,
    /// Whether the first row takes the focus: the page was asked for by Enter, not while typing.
    pub(super) focus: bool,
}

/// One person found.
pub(super) struct ResultRow {
    /// Who.
    pub(super) person: PersonId,
    /// Their name.
    pub(super) name: String,
    /// Company, address, telephone: what tells two namesakes apart.
    pub(super) about: String,
    /// What they hold.
    pub(super) holding: String,
    /// What they owe.
    pub(super) owes: Option<String>,
    /// Whether the team chooses how they are received.
    pub(super) bare: bool,
    /// Whether they came to try the place before.
    pub(super) tried: bool,
    /// What Enter does, for somebody who is not here.
    pub(super) usual: Part,
    /// Where they stand today, when they came.
    pub(super) here: Option<Here>,
}

/// Somebody who came today.
pub(super) struct Here {
    /// The check-in that acts are about.
    pub(super) check_in: CheckInId,
    /// "Ici depuis 9 h 02, matinée".
    pub(super) words: String,
    /// Whether a half can become a day.
    pub(super) may_widen: bool,
    /// Whether they have left.
    pub(super) left: bool,
    /// For which part they came.
    pub(super) part: Part,
}

/// A button of a row: checks somebody in for a part of the day.
pub(super) struct Choice {
    /// The part.
    pub(super) part: Part,
    /// The letters that press it.
    pub(super) keys: &'static str,
    /// The letter shown.
    pub(super) letter: &'static str,
    /// Message key of its text.
    pub(super) label: &'static str,
    /// Whether Enter presses it.
    pub(super) usual: bool,
}

impl ResultRow {
    /// The parts of the day somebody may be checked in for.
    pub(super) fn choices(&self) -> [Choice; 3] {
        let choice = |part, keys, letter, label| Choice {
            part,
            keys,
            letter,
            label,
            usual: self.usual == part,
        };
        [
            choice(Part::Morning, "m", "M", "spaces-desk-morning"),
            choice(Part::Afternoon, "a p", "A", "spaces-desk-afternoon"),
            choice(Part::Day, "d j", "D", "spaces-desk-day"),
        ]
    }
}

struct Facts {
    found: Found,
    person: PersonId,
    holding: Holding,
    tried: bool,
    today: Vec<CheckIn>,
}

/// Searches persons; nothing typed, nothing found.
pub(super) async fn search(visit: &Visit, typed: &str, focus: bool) -> Result<Option<Results>, Fault> {
    let typed = typed.replace('\0', " ").trim().to_owned();
    if typed.is_empty() {
        return Ok(None);
    }
    let wanted = typed.clone();
    let (facts, usual) = visit
        .read(move |tx, actor| {
            let usual = usual(tx, actor.place)?;
            Ok::<_, Fault>((found(tx, actor.place, &wanted)?, usual))
        })
        .await?;
    let rows = facts.into_iter().map(|facts| row(visit, facts, usual)).collect();
    Ok(Some(Results { typed, rows, focus }))
}

fn found(tx: &mut Tx<'_>, place: PlaceId, typed: &str) -> Result<Vec<Facts>, Fault> {
    let zone = place::get(tx, place)?.zone;
    let today = tx.today(&zone);
    let found = match by_number(tx, place, typed)? {
        Some(found) => vec![found],
        None => people::search_persons(tx, place, typed, SHOWN)?,
    };
    let found = found.into_iter().filter_map(|found| match found.who {
        Party::Person(person) => Some((person, found)),
        Party::Organisation(_) => None,
    });
    let found: Vec<(PersonId, Found)> = found.collect();
    let persons: Vec<PersonId> = found.iter().map(|(person, _)| *person).collect();
    let mut holdings = holdings(tx, place, &persons, today)?;
    let mut of_day = check_ins::open_of_persons(tx, place, &persons, today)?;
    let bare = holdings.iter().filter(|(_, holding)| holding.is_bare());
    let bare: Vec<PersonId> = bare.map(|(person, _)| *person).collect();
    let tried = check_ins::tried(tx, place, &bare)?;
    let facts = found.into_iter().filter_map(|(person, found)| {
        Some(Facts {
            tried: tried.contains(&person),
            today: of_day.remove(&person).unwrap_or_default(),
            holding: holdings.remove(&person)?,
            found,
            person,
        })
    });
    Ok(facts.collect())
}

/// The person whose number was typed or scanned.
fn by_number(tx: &mut Tx<'_>, place: PlaceId, typed: &str) -> Result<Option<Found>, Fault> {
    let Ok(number) = DoorNumber::parse(typed) else {
        return Ok(None);
    };
    let Some(person) = door_numbers::holder(tx, place, &number)? else {
        return Ok(None);
    };
    let name = people::names_of(tx, place, &[person])?
        .remove(&person)
        .unwrap_or_default();
    let mut found = people::search_persons(tx, place, &name, SHOWN)?.into_iter();
    Ok(found.find(|found| found.who == Party::Person(person)))
}

fn row(visit: &Visit, facts: Facts, usual: Part) -> ResultRow {
    let Facts {
        found,
        person,
        holding,
        tried,
        today,
    } = facts;
    let email = found.email.as_ref().map(ToString::to_string);
    let about = [found.organisation.clone(), email]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ");
    ResultRow {
        person,
        about,
        holding: holding.words(visit),
        owes: holding.owes(visit),
        bare: holding.is_bare(),
        tried,
        usual,
        here: here(visit, &today),
        name: found.name,
    }
}

/// Where somebody stands who came today: since their first arrival, by their latest check-in.
pub(super) fn here(visit: &Visit, today: &[CheckIn]) -> Option<Here> {
    let (first, last) = (today.first()?, today.last()?);
    let whole = today.iter().any(|one| one.part == Part::Day) || today.len() > 1;
    let part = if whole { Part::Day } else { last.part };
    let at = last.left_at.unwrap_or(first.arrived_at);
    let key = if last.left_at.is_some() {
        "spaces-desk-left-at"
    } else {
        "spaces-desk-here-since"
    };
    let words = [
        ("time", Argument::from(visit.words().time(at))),
        ("part", Argument::from(part.code())),
    ];
    Some(Here {
        check_in: last.id,
        words: visit.text_with(key, &words),
        may_widen: !whole,
        left: last.left_at.is_some(),
        part,
    })
}
