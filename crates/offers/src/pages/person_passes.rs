//! Everything a person holds, for the office: passes, debts, contracts, sale, units given back by hand.

use super::holding::{Holding, HoldingQuery};
use super::sale::{self, Counter};
use super::words;
use crate::actions::give_back::{GiveBackRefused, NewGiveBack, give_back as give_units_back};
use crate::actions::take_back::take_back_pass;
use crate::rules::lot::PassLot;
use crate::store::debits::{self, HeldDebit};
use crate::{MANAGE, SELL};
use askama::Template;
use kernel::{Day, Id, PersonId};
use platform::activity::{self, Entry, Subject};
use platform::web::listing::{ListQuery, Paging};
use platform::web::{Answer, Flash, Form, HistoryLine, Path, Query, Shell, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound};
use std::collections::BTreeMap;

/// How many of the latest visits are offered when units are given back.
const VISITS: i64 = 60;

/// Everything a person holds.
#[derive(Template)]
#[template(path = "person_passes.html")]
pub(super) struct PersonPassesPage {
    shell: Shell,
    form: Form,
    person: PersonId,
    name: String,
    held: Holding,
    counter: Counter,
    paging: Paging,
    history: Vec<HistoryLine>,
    visits: Vec<HeldDebit>,
    may_sell: bool,
    may_manage: bool,
}

impl PersonPassesPage {
    /// The visits of which units can be given back, for the select.
    fn visits(&self) -> Vec<(String, String)> {
        let told = self.visits.iter().map(|visit| {
            let units = words::units(&self.shell, visit.units);
            let day = self.shell.day_long(&visit.day);
            (visit.id.to_string(), format!("{day} · {units} · {}", visit.name))
        });
        told.collect()
    }

    /// The lots that may be taken back.
    fn whole_lots(&self) -> Vec<&PassLot> {
        self.held.lots().iter().filter(|lot| lot.is_whole()).collect()
    }

    /// Where a sale goes.
    fn target(&self) -> String {
        address(self.person)
    }

    fn contracts_address(&self) -> String {
        format!("/office/people/{}/passes/contracts", self.person)
    }
}

/// What the page shows, read in one view of the database.
struct Known {
    name: String,
    held: Holding,
    counter: Counter,
    visits: Vec<HeldDebit>,
    entries: Vec<Entry>,
    names: BTreeMap<PersonId, String>,
}

pub(super) async fn index(
    visit: Visit,
    Path(id): Path<PersonId>,
    Query(query): Query<HoldingQuery>,
) -> Answer {
    let form = Form::blank(&visit);
    shown(&visit, id, form, &query.list(), StatusCode::OK).await
}

pub(super) async fn create(visit: Visit, Path(id): Path<PersonId>, mut form: Form) -> Answer {
    let Some(asked) = Counter::asked(&visit, &mut form, id) else {
        return refused(&visit, id, form).await;
    };
    match sale::sell(&visit, &form, asked, address(id)).await {
        Ok(to) => visit.redirect_with(&to, &Flash::success("offers-sold")),
        Err(Failure::Refused(refusal)) => {
            form.refuse("offer", &refusal);
            refused(&visit, id, form).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

pub(super) async fn give_back(visit: Visit, Path(id): Path<PersonId>, mut form: Form) -> Answer {
    let (debit, units) = (form.parse("visit", Id::parse), form.number("units"));
    let (Some(debit), Some(units), Some(reason)) = (debit, units, form.required("reason")) else {
        return refused(&visit, id, form).await;
    };
    let new = NewGiveBack {
        person: id,
        debit,
        units,
        reason,
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            give_units_back(tx, actor, &new)?;
            Ok(address(id))
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("offers-given-back")),
        Err(Failure::Refused(refusal)) => {
            let field = match refusal {
                GiveBackRefused::NotTaken { .. } => "units",
                GiveBackRefused::ReasonRefused => "reason",
            };
            form.refuse(field, &refusal);
            refused(&visit, id, form).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

pub(super) async fn take_back(
    visit: Visit,
    Path((id, lot)): Path<(PersonId, Id<PassLot>)>,
    mut form: Form,
) -> Answer {
    let done = visit
        .submit(&form, move |tx, actor| {
            take_back_pass(tx, actor, id, lot)?;
            Ok(address(id))
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("offers-taken-back")),
        Err(Failure::Refused(refusal)) => {
            form.refuse("lots", &refusal);
            refused(&visit, id, form).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

pub(super) fn address(person: PersonId) -> String {
    format!("/office/people/{person}/passes")
}

async fn refused(visit: &Visit, id: PersonId, form: Form) -> Answer {
    let list = ListQuery::default();
    shown(visit, id, form, &list, StatusCode::UNPROCESSABLE_ENTITY).await
}

async fn shown(visit: &Visit, id: PersonId, form: Form, list: &ListQuery, status: StatusCode) -> Answer {
    let (today, asked) = (visit.today(), list.clone());
    let known = visit
        .read(move |tx, actor| {
            let person = people::person(tx, actor.place, id)?.or_not_found()?;
            let entries = activity::history(tx, actor.place, Subject::new("person", id))?;
            let entries: Vec<Entry> = entries.into_iter().filter(is_ours).collect();
            let who: Vec<PersonId> = entries.iter().filter_map(|entry| entry.person_id).collect();
            Ok::<_, Fault>(Known {
                name: person.name.full(),
                held: Holding::read(tx, actor.place, id, today, &asked)?,
                counter: Counter::read(tx, actor.place, id, today)?,
                visits: debits::held(tx, actor.place, id, VISITS)?,
                names: people::names_of(tx, actor.place, &who)?,
                entries,
            })
        })
        .await?;
    if list.wants_csv() {
        return known.held.file(visit);
    }
    let shell = visit.shell("offers-of-person");
    let entries = with_days_in_words(&shell, known.entries);
    let page = PersonPassesPage {
        paging: known.held.paging(list, &address(id)),
        history: visit.history(&entries, &known.names),
        shell,
        form,
        person: id,
        name: known.name,
        held: known.held,
        counter: known.counter,
        visits: known.visits,
        may_sell: visit.actor.may(SELL),
        may_manage: visit.actor.may(MANAGE),
    };
    visit.page_with_status(status, &page)
}

/// Whether an act on a person is one of this capability.
fn is_ours(entry: &Entry) -> bool {
    entry.verb.starts_with("pass.") || entry.verb.starts_with("contract.")
}

/// The days that the log holds, as written in the person's language.
fn with_days_in_words(shell: &Shell, mut entries: Vec<Entry>) -> Vec<Entry> {
    for entry in &mut entries {
        let day = entry
            .detail
            .get("day")
            .and_then(|day| Day::parse(day.as_str()?).ok());
        if let (Some(day), Some(detail)) = (day, entry.detail.as_object_mut()) {
            detail.insert("day".to_owned(), shell.day_short(&day).into());
        }
    }
    entries
}
