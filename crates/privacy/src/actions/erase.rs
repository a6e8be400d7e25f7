//! Erasing somebody: shown before it is done, done at once, and done again when an older copy of the database is brought back.

use super::{answer, every_record, subject};
use crate::letters;
use crate::permissions::WRITE;
use crate::rules::request::{PrivacyRefused, Request, RequestKind};
use crate::store::erasures::{self, Erasure};
use crate::store::requests;
use kernel::{Actor, Day, Id, PersonId, PlaceId};
use people::{AccountRefusal, Person};
use platform::database::{Somebody, Tx};
use platform::personal::{Declarations, Holding, Matter};
use platform::place::{self, Place};
use platform::{Catalogue, Failure, Fault, OrNotFound, activity};
use serde_json::json;

/// What becomes of one kind of data.
#[derive(Debug, Clone, Copy)]
pub struct Line {
    /// Which kind.
    pub holding: &'static Holding,
    /// How many rows are about the person.
    pub rows: i64,
}

/// What an erasure would do.
#[derive(Debug, Clone)]
pub struct Preview {
    /// Every kind of data of which there is something.
    pub lines: Vec<Line>,
    /// What is open between the place and the person.
    pub matters: Vec<Matter>,
    /// The last day on which the law keeps something.
    pub kept_until: Option<Day>,
}

impl Preview {
    /// Whether something must be settled first.
    #[must_use]
    pub fn is_hindered(&self) -> bool {
        self.matters.iter().any(|matter| matter.hinders)
    }
}

/// What erasing somebody would do, and what stands in the way. Writes nothing.
///
/// # Errors
/// [`Fault::NotFound`] when there is no such person.
pub fn preview(
    tx: &mut Tx<'_>,
    place: PlaceId,
    declarations: &Declarations,
    person: PersonId,
) -> Result<Preview, Fault> {
    let records = every_record(tx, place, person)?;
    let mut lines = Vec::new();
    for holding in declarations.holdings() {
        let mut rows = 0_i64;
        for held in holding.tables {
            for record in &records {
                rows = rows.saturating_add(tx.held_count(held, place, record)?);
            }
        }
        if rows > 0 {
            lines.push(Line { holding, rows });
        }
    }
    lines.sort_by_key(|line| line.holding.fate);
    Ok(Preview {
        lines,
        matters: declarations.matters(tx, place, person)?,
        kept_until: declarations.kept_until(tx, place, person)?,
    })
}

/// Erases who asked for it: everything goes or loses its name, but what the law keeps. The last letter to them leaves before.
///
/// # Errors
/// [`PrivacyRefused::Hindered`], [`PrivacyRefused::Answered`], [`PrivacyRefused::OfTheTeam`], [`PrivacyRefused::LastAdministrator`].
pub fn erase(
    tx: &mut Tx<'_>,
    actor: &Actor,
    declarations: &Declarations,
    messages: &Catalogue,
    id: Id<Request>,
) -> Result<(), Failure<PrivacyRefused>> {
    actor.require(WRITE)?;
    let request = answer::open(tx, actor, id)?;
    (request.kind == RequestKind::Erasure)
        .then_some(())
        .or_not_found()?;
    let (place, person) = (actor.place, request.person);
    let known = people::person(tx, place, person)?.or_not_found()?;
    people::may_end(tx, actor, person).map_err(|failure| failure.map(protected))?;
    if preview(tx, place, declarations, person)?.is_hindered() {
        return Err(Failure::Refused(PrivacyRefused::Hindered));
    }
    activity::record(tx, actor, "person.erased", subject(person), json!({}))?;
    let here = place::get(tx, place)?;
    requests::answer_all(tx, place, person, actor.account)?;
    take_out(tx, &here, declarations, messages, &known)?;
    let letter = letters::farewell(tx, messages, &here, &known)?;
    let erasure = Erasure {
        place,
        person,
        at: tx.now(),
    };
    erasures::insert(tx, erasure, letter)?;
    Ok(())
}

/// Erases everybody again who was erased and is here: after an older copy of the database was brought back. Who is erased already
/// stays as they are. How many were erased.
///
/// # Errors
/// As the database says.
pub fn erase_again(
    tx: &mut Tx<'_>,
    declarations: &Declarations,
    messages: &Catalogue,
    list: &[Erasure],
) -> Result<u64, Fault> {
    let places = place::all(tx)?;
    let mut erased = 0_u64;
    for erasure in list {
        let Some(here) = places.iter().find(|place| place.id == erasure.place) else {
            continue;
        };
        erasures::insert(tx, *erasure, None)?;
        let Some(known) = people::person(tx, here.id, erasure.person)? else {
            continue;
        };
        if people::is_erased(tx, here.id, erasure.person)? {
            continue;
        }
        let system = Actor::system(here.id);
        without_request(tx, here, declarations, messages, &known)?;
        activity::record(tx, &system, "person.erased", subject(known.id), json!({}))?;
        erased = erased.saturating_add(1);
    }
    Ok(erased)
}

/// Erases somebody whom nothing has happened with for long, without a letter: their address may be another's by now.
pub(super) fn forget(
    tx: &mut Tx<'_>,
    place: PlaceId,
    declarations: &Declarations,
    messages: &Catalogue,
    person: PersonId,
) -> Result<(), Fault> {
    let here = place::get(tx, place)?;
    let known = people::person(tx, place, person)?.or_not_found()?;
    without_request(tx, &here, declarations, messages, &known)?;
    let at = tx.now();
    erasures::insert(tx, Erasure { place, person, at }, None)?;
    Ok(())
}

fn without_request(
    tx: &mut Tx<'_>,
    here: &Place,
    declarations: &Declarations,
    messages: &Catalogue,
    known: &Person,
) -> Result<(), Fault> {
    requests::answer_all(tx, here.id, known.id, None)?;
    take_out(tx, here, declarations, messages, known)
}

fn take_out(
    tx: &mut Tx<'_>,
    place: &Place,
    declarations: &Declarations,
    messages: &Catalogue,
    known: &Person,
) -> Result<(), Fault> {
    let nobody = messages.text(place.language, "privacy-erased-person", &[]);
    let pairs = named(tx, place.id, known, &nobody)?;
    for held in declarations.tables() {
        tx.replace_in_texts(held, place.id, &pairs)?;
    }
    for record in every_record(tx, place.id, known.id)? {
        erase_record(tx, place.id, declarations, &record)?;
        people::erase_person(tx, place.id, record.person, &nobody)?;
    }
    Ok(())
}

fn erase_record(
    tx: &mut Tx<'_>,
    place: PlaceId,
    declarations: &Declarations,
    record: &Somebody,
) -> Result<(), Fault> {
    declarations.take_out(tx, place, record)?;
    for held in declarations.tables() {
        tx.erase_held(held, place, record)?;
    }
    Ok(())
}

/// What names somebody in texts, as the texts may write it, with what stands there afterwards. The name of who is not the only one
/// of that name stays: it would be taken from the others.
fn named(
    tx: &mut Tx<'_>,
    place: PlaceId,
    known: &Person,
    nobody: &str,
) -> Result<Vec<(String, String)>, Fault> {
    const GONE: &str = "…";
    let mut pairs = Vec::new();
    let mut add = |needle: String, instead: &str| {
        for written in [escaped_in_json(&needle), escaped_in_html(&needle), needle] {
            if !pairs.iter().any(|(known, _)| *known == written) {
                pairs.push((written, instead.to_owned()));
            }
        }
    };
    if let Some(email) = &known.email {
        add(email.to_string(), GONE);
    }
    if let Some(phone) = &known.phone {
        add(phone.to_string(), GONE);
        add(phone.grouped(), GONE);
    }
    let alone = people::persons_named(tx, place, &known.name)?.len() <= 1;
    let whole = !known.name.given().is_empty() && !known.name.family().is_empty();
    if alone && whole {
        add(known.name.full(), nobody);
        add(known.name.sorted(), nobody);
    }
    Ok(pairs)
}

fn escaped_in_json(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}

fn escaped_in_html(text: &str) -> String {
    text.replace('&', "&#38;")
        .replace('<', "&#60;")
        .replace('>', "&#62;")
        .replace('"', "&#34;")
        .replace('\'', "&#39;")
}

/// Why somebody of the team is not touched, in the words of this capability.
pub(super) fn protected(why: AccountRefusal) -> PrivacyRefused {
    match why {
        AccountRefusal::LastAdministrator => PrivacyRefused::LastAdministrator,
        _ => PrivacyRefused::OfTheTeam,
    }
}
