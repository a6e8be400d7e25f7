//! Guessing which column is what, from its title and, for addresses, from what it holds.

use super::field::Field;
use super::kind::ImportKind;
use super::mapping::Mapping;
use super::synonyms;
use kernel::{Email, fold};
use platform::tables::Sheet;

/// Titles shorter than this are taken whole only: `date` begins too many others.
const SHORTEST_BEGINNING: usize = 5;
/// Lines looked at to tell a column of addresses.
const SAMPLE: usize = 20;

/// The mapping that the titles suggest; what they do not say is left for the person to choose.
#[must_use]
pub fn guess(kind: ImportKind, sheet: &Sheet) -> Mapping {
    let titles: Vec<String> = sheet.headers.iter().map(|header| fold(header)).collect();
    let mut mapping = Mapping::default();
    assign(&mut mapping, kind, &titles, |title, synonym| title == synonym);
    assign(&mut mapping, kind, &titles, |title, synonym| {
        synonym.len() >= SHORTEST_BEGINNING
            && title
                .strip_prefix(synonym)
                .is_some_and(|rest| rest.starts_with(' '))
    });
    settle_names(&mut mapping);
    if kind.fields().contains(&Field::Email) && !mapping.has(Field::Email) {
        find_addresses(&mut mapping, sheet);
    }
    mapping
}

/// Gives columns to fields, the surest names first, so that a vague one never takes what a sure one names.
fn assign(mapping: &mut Mapping, kind: ImportKind, titles: &[String], fits: impl Fn(&str, &str) -> bool) {
    let folded = |field: &Field| synonyms::of(kind, *field).map(fold).collect::<Vec<String>>();
    let fields: Vec<(Field, Vec<String>)> = kind
        .fields()
        .iter()
        .map(|field| (*field, folded(field)))
        .collect();
    let most = fields
        .iter()
        .map(|(_, names)| names.len())
        .max()
        .unwrap_or_default();
    for rank in 0..most {
        for (field, names) in &fields {
            let Some(synonym) = names.get(rank) else { continue };
            // A family name is a surer sign than what may be a whole one.
            let vague = *field == Field::FullName && mapping.has(Field::FamilyName);
            if vague || mapping.has(*field) {
                continue;
            }
            let free = |(column, title): &(usize, &String)| {
                mapping.field_of(*column).is_none() && fits(title, synonym)
            };
            if let Some((column, _)) = titles.iter().enumerate().find(free) {
                mapping.set_column(*field, column);
            }
        }
    }
}

/// `Nom` alone is the whole name; beside `Prénom` it is the family name, and a third column of names is not needed.
fn settle_names(mapping: &mut Mapping) {
    match (mapping.column(Field::FamilyName), mapping.has(Field::GivenName)) {
        (Some(_), true) => mapping.clear(Field::FullName),
        (Some(column), false) if !mapping.has(Field::FullName) => mapping.set_column(Field::FullName, column),
        (Some(_), false) => mapping.clear(Field::FamilyName),
        (None, _) => {}
    }
}

fn find_addresses(mapping: &mut Mapping, sheet: &Sheet) {
    let holds_addresses = |column: &usize| {
        let cells = sheet.rows.iter().take(SAMPLE).map(|row| row.cell(*column));
        let filled: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
        let addresses = filled.iter().filter(|cell| Email::parse(cell).is_ok()).count();
        addresses > 0 && addresses * 2 > filled.len()
    };
    let mut free = (0..sheet.headers.len()).filter(|column| mapping.field_of(*column).is_none());
    if let Some(column) = free.find(holds_addresses) {
        mapping.set_column(Field::Email, column);
    }
}

#[cfg(test)]
mod tests;
