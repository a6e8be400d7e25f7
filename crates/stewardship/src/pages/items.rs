//! Keys, badges and lockers: what is out, and what may be handed over.

use crate::rules::item::{Item, Loan};
use crate::store::{items, loans};
use askama::Template;
use kernel::{Day, Id, PersonId, PlaceId};
use platform::Fault;
use platform::database::Tx;
use platform::tables::write_csv;
use platform::web::{Answer, Query, Shell, Visit};
use serde::Deserialize;
use std::collections::BTreeMap;

/// What is out, and what is free.
#[derive(Template)]
#[template(path = "items.html")]
pub(super) struct ItemsPage {
    shell: Shell,
    out: Vec<Held>,
    free: Vec<Item>,
    /// Somebody to whom something is to be handed over.
    person: Option<(PersonId, String)>,
    may_manage: bool,
    today: Day,
}

/// An item with somebody.
pub(super) struct Held {
    pub(super) item: Item,
    pub(super) loan: Loan,
    /// With whom.
    pub(super) name: String,
    /// Since which day.
    pub(super) since: String,
}

impl ItemsPage {
    fn late(&self) -> usize {
        self.out
            .iter()
            .filter(|held| held.loan.is_overdue(self.today))
            .count()
    }

    /// Where a free item is handed over.
    fn href(&self, item: &Item) -> String {
        match &self.person {
            None => format!("/front-desk/items/{}", item.id),
            Some((person, _)) => format!("/front-desk/items/{}?person={person}", item.id),
        }
    }
}

/// What the address of the list says.
#[derive(Debug, Default, Deserialize)]
pub(super) struct ItemsQuery {
    person: Option<String>,
    format: Option<String>,
}

pub(super) async fn index(visit: Visit, Query(query): Query<ItemsQuery>) -> Answer {
    let asked: Option<PersonId> = query.person.as_deref().and_then(|id| Id::parse(id).ok());
    let today = visit.today();
    let (all, out, names) = visit
        .read(move |tx, actor| {
            let (all, out) = (items::all(tx, actor.place)?, loans::out(tx, actor.place)?);
            let holders: Vec<PersonId> = out.iter().map(|loan| loan.person).chain(asked).collect();
            let names = people::names_of(tx, actor.place, &holders)?;
            Ok::<_, Fault>((all, out, names))
        })
        .await?;
    let free = all.iter().filter(|item| item.retired_on.is_none());
    let free = free.filter(|item| out.iter().all(|loan| loan.item != item.id));
    let free: Vec<Item> = free.cloned().collect();
    let mut out = held(&visit, &all, out, &names);
    // What is late first, then what is expected, the nearest first.
    out.sort_by_key(|held| (held.loan.due_on.is_none(), held.loan.due_on, held.loan.handed_at));
    if query.format.as_deref() == Some("csv") {
        return file(&visit, &out);
    }
    visit.page(&ItemsPage {
        shell: visit.shell("stewardship-items"),
        out,
        free,
        person: asked.and_then(|person| Some((person, names.get(&person)?.clone()))),
        may_manage: visit.actor.may(crate::MANAGE),
        today,
    })
}

/// Loans with their items and the names of their holders; those whose item is not among `all` are left out.
pub(super) fn held(
    visit: &Visit,
    all: &[Item],
    loans: Vec<Loan>,
    names: &BTreeMap<PersonId, String>,
) -> Vec<Held> {
    let words = visit.words();
    let one = |loan: Loan| {
        Some(Held {
            item: all.iter().find(|item| item.id == loan.item)?.clone(),
            name: names.get(&loan.person).cloned().unwrap_or_default(),
            since: words.day_of(loan.handed_at),
            loan,
        })
    };
    loans.into_iter().filter_map(one).collect()
}

/// What somebody holds and held, with the items.
pub(super) fn of_person(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
) -> Result<(Vec<Item>, Vec<Loan>), Fault> {
    Ok((items::all(tx, place)?, loans::of_person(tx, place, person)?))
}

fn file(visit: &Visit, out: &[Held]) -> Answer {
    let heads = [
        "stewardship-item-kind",
        "stewardship-item-number",
        "stewardship-item-opens",
        "stewardship-item-holder",
        "stewardship-item-since",
        "stewardship-item-due",
        "stewardship-item-deposit",
    ];
    let heads: Vec<String> = heads.iter().map(|key| visit.text(key)).collect();
    let row = |held: &Held| {
        vec![
            visit.text(held.item.kind.message()),
            held.item.number.clone(),
            held.item.opens.clone(),
            held.name.clone(),
            held.since.clone(),
            held.loan.due_on.map(|due| due.to_string()).unwrap_or_default(),
            visit.words().money(held.loan.deposit),
        ]
    };
    let rows: Vec<Vec<String>> = out.iter().map(row).collect();
    let name = format!("{}.csv", visit.text("stewardship-items-file"));
    visit.download(&name, "text/csv; charset=utf-8", write_csv(&heads, &rows))
}
