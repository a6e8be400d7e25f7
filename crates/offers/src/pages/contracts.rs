//! Who holds which plan, at which price, since when; also as a file.

use super::words;
use crate::rules::contract::PlanContract;
use crate::store::contracts;
use askama::Template;
use kernel::{Day, PersonId};
use platform::Fault;
use platform::tables::write_csv;
use platform::web::listing::{ListQuery, PAGE_LENGTH, Paging};
use platform::web::{Answer, Query, Shell, Visit};
use serde::Deserialize;
use std::collections::BTreeMap;

const PATH: &str = "/office/offers/contracts";

/// The contracts of the place.
#[derive(Template)]
#[template(path = "contracts.html")]
pub(super) struct ContractsPage {
    shell: Shell,
    lines: Vec<Line>,
    paging: Paging,
}

/// A contract, with the name of its holder.
#[derive(Debug, Clone)]
struct Line {
    contract: PlanContract,
    name: String,
    holds: bool,
}

impl Line {
    fn price(&self, shell: &Shell) -> String {
        words::price(shell, self.contract.price, self.contract.basis)
    }
}

/// What the address of the list says.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct ContractsQuery {
    page: Option<String>,
    sort: Option<String>,
    format: Option<String>,
}

pub(super) async fn index(visit: Visit, Query(query): Query<ContractsQuery>) -> Answer {
    let list = ListQuery {
        page: query.page.as_deref().and_then(|page| page.parse().ok()),
        sort: query.sort,
        q: None,
        format: query.format,
    };
    let (found, names) = visit
        .read(move |tx, actor| {
            let found = contracts::all(tx, actor.place)?;
            let who: Vec<PersonId> = found.iter().map(|contract| contract.person).collect();
            let names = people::names_of(tx, actor.place, &who)?;
            Ok::<_, Fault>((found, names))
        })
        .await?;
    let mut lines = lines(found, &names, visit.today());
    sort(&mut lines, &list);
    if list.wants_csv() {
        return file(&visit, &lines);
    }
    let paging = Paging::new(&list, i64::try_from(lines.len()).unwrap_or(i64::MAX), PATH);
    let (skipped, shown) = (list.offset(), PAGE_LENGTH);
    let skipped = usize::try_from(skipped).unwrap_or(usize::MAX);
    let shown = usize::try_from(shown).unwrap_or(usize::MAX);
    visit.page(&ContractsPage {
        shell: visit.shell("offers-contracts"),
        lines: lines.into_iter().skip(skipped).take(shown).collect(),
        paging,
    })
}

fn lines(found: Vec<PlanContract>, names: &BTreeMap<PersonId, String>, today: Day) -> Vec<Line> {
    let held = found.into_iter().filter(|contract| !contract.is_void());
    held.map(|contract| Line {
        name: names.get(&contract.person).cloned().unwrap_or_default(),
        holds: contract.holds_on(today),
        contract,
    })
    .collect()
}

fn sort(lines: &mut [Line], list: &ListQuery) {
    let order = list.order(&["from", "name", "plan", "until"]);
    match order.column {
        "name" => lines.sort_by_cached_key(|line| kernel::fold(&line.name)),
        "plan" => lines.sort_by_cached_key(|line| kernel::fold(&line.contract.plan_name)),
        "until" => lines.sort_by_key(|line| line.contract.until.unwrap_or(Day::MAX)),
        _ => lines.sort_by_key(|line| line.contract.from),
    }
    if order.descending {
        lines.reverse();
    }
}

fn file(visit: &Visit, lines: &[Line]) -> Answer {
    let heads = [
        "offers-person",
        "offers-plan",
        "offers-from",
        "offers-until-head",
        "offers-monthly-price",
    ];
    let heads = heads.map(|key| visit.text(key));
    let rows: Vec<Vec<String>> = lines
        .iter()
        .map(|line| {
            let contract = &line.contract;
            vec![
                line.name.clone(),
                contract.plan_name.clone(),
                contract.from.to_string(),
                contract.until.map(|day| day.to_string()).unwrap_or_default(),
                contract.price.field(visit.locale),
            ]
        })
        .collect();
    let name = visit.text("offers-contracts-file");
    visit.download(&name, "text/csv; charset=utf-8", write_csv(&heads, &rows))
}
