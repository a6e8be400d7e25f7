//! Records that look alike, persons and organisations, the surest first.

use crate::rules::likeness::{Likeness, Trait, alike};
use crate::store::pairs;
use askama::Template;
use kernel::PlaceId;
use platform::Fault;
use platform::database::Tx;
use platform::web::{Answer, Shell, Visit};
use std::collections::HashMap;
use std::sync::Arc;

/// The most pairs that are shown.
const SHOWN: usize = 100;

/// The list.
#[derive(Template)]
#[template(path = "duplicates.html")]
pub(super) struct DuplicatesPage {
    shell: Shell,
    found: Arc<Pairs>,
}

/// Every pair.
struct Pairs {
    persons: Vec<PairLine>,
    organisations: Vec<PairLine>,
}

/// Two records that look alike.
struct PairLine {
    one: String,
    other: String,
    detail: String,
    href: String,
    likeness: Likeness,
}

pub(super) async fn index(visit: Visit) -> Answer {
    let found = visit
        .read(|tx, actor| {
            let place = actor.place;
            // Everybody is compared with everybody: worth remembering until somebody writes.
            tx.remembered(format!("duplicates {place}"), |tx| {
                let persons = persons(tx, place)?;
                let organisations = organisations(tx, place)?;
                Ok::<_, Fault>(Pairs {
                    persons: lines(tx, place, &persons, "people")?,
                    organisations: lines(tx, place, &organisations, "organisations")?,
                })
            })
        })
        .await?;
    visit.page(&DuplicatesPage {
        shell: visit.shell("privacy-duplicates"),
        found,
    })
}

fn persons(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Trait>, Fault> {
    let keys = people::person_keys(tx, place)?;
    let compared = |key: people::PersonKey| Trait {
        id: key.id.as_i64(),
        name: key.name.full(),
        email: key.email.map(|email| email.to_string()),
        phone: key.phone.map(|phone| phone.to_string()),
        register: None,
    };
    Ok(keys.into_iter().map(compared).collect())
}

/// An organisation has one SIREN here, so two records of one differ by it; the last three figures alone may be a mistake of typing.
fn organisations(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Trait>, Fault> {
    let keys = people::organisation_keys(tx, place)?;
    let compared = |key: people::OrganisationKey| Trait {
        id: key.id.as_i64(),
        name: without_form(key.name.as_str()),
        email: None,
        phone: None,
        register: key.siren.map(|siren| siren.to_string()),
    };
    Ok(keys.into_iter().map(compared).collect())
}

/// A name without the legal form that some write and others do not.
fn without_form(name: &str) -> String {
    const FORMS: &[&str] = &[
        "sarl",
        "sas",
        "sasu",
        "eurl",
        "sa",
        "scic",
        "scop",
        "sci",
        "snc",
        "association",
        "asso",
    ];
    let folded = kernel::fold(name);
    let words: Vec<&str> = folded
        .split_whitespace()
        .filter(|word| !FORMS.contains(word))
        .collect();
    if words.is_empty() { folded } else { words.join(" ") }
}

fn lines(
    tx: &mut Tx<'_>,
    place: PlaceId,
    records: &[Trait],
    path: &'static str,
) -> Result<Vec<PairLine>, Fault> {
    let parted = pairs::all(tx, place)?;
    let by_id: HashMap<i64, &Trait> = records.iter().map(|record| (record.id, record)).collect();
    let line = |(one, other, likeness): (i64, i64, Likeness)| {
        let (first, second) = (by_id.get(&one)?, by_id.get(&other)?);
        let said = |record: &Trait| {
            let parts = [
                record.email.clone(),
                record.phone.clone(),
                record.register.clone(),
            ];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        };
        let (ours, theirs) = (said(first), said(second));
        let apart = if ours.is_empty() || theirs.is_empty() {
            ""
        } else {
            " — "
        };
        Some(PairLine {
            one: first.name.clone(),
            other: second.name.clone(),
            detail: format!("{ours}{apart}{theirs}"),
            href: format!(
                "/office/{path}/duplicates/{}/{}",
                kernel::Id::<()>::from_i64(one),
                kernel::Id::<()>::from_i64(other)
            ),
            likeness,
        })
    };
    let found = alike(records);
    let still = found
        .into_iter()
        .filter(|(one, other, _)| !parted.contains(&(*one, *other)));
    Ok(still.filter_map(line).take(SHOWN).collect())
}
