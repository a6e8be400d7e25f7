//! One item: who held it, and handing it over.

use super::items::{Held, held};
use crate::actions::{NewLoan, hand_over_item};
use crate::rules::item::{Item, ItemRefused};
use crate::store::{items, loans};
use askama::Template;
use billing::Method;
use kernel::{Day, Id, Money, PersonId};
use people::{Found, Party};
use platform::web::{Answer, Flash, Form, Path, Query, Shell, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound};
use serde::Deserialize;

/// One item.
#[derive(Template)]
#[template(path = "item.html")]
pub(super) struct ItemPage {
    shell: Shell,
    form: Form,
    item: Item,
    /// Who has it now.
    now: Option<Held>,
    past: Vec<Held>,
    /// To whom it is about to be handed over.
    to: Option<(PersonId, String)>,
    /// Who may be meant by what was typed.
    found: Option<Vec<(String, String, String)>>,
    methods: Vec<(String, String)>,
}

/// What the address of an item says.
#[derive(Debug, Default, Deserialize)]
pub(super) struct ItemQuery {
    q: Option<String>,
    person: Option<String>,
}

pub(super) async fn show(visit: Visit, Path(id): Path<Id<Item>>, Query(query): Query<ItemQuery>) -> Answer {
    let form = Form::blank(&visit)
        .with("q", query.q.unwrap_or_default().replace('\0', " "))
        .with("person", query.person.unwrap_or_default());
    shown(&visit, id, form, StatusCode::OK).await
}

pub(super) async fn hand_over(visit: Visit, Path(id): Path<Id<Item>>, mut form: Form) -> Answer {
    let person = form.parse("person", Id::parse);
    let due_on = form.parse_optional("due_on", Day::parse);
    let deposit = form.parse("deposit", Money::parse);
    let method = form.parse_optional("method", Method::parse);
    let (Some(person), Some(due_on), Some(deposit), Some(method)) = (person, due_on, deposit, method) else {
        return shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let new = NewLoan {
        item: id,
        person,
        due_on,
        deposit,
        method,
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            hand_over_item(tx, actor, &new)?;
            Ok("/front-desk/items".to_owned())
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("stewardship-item-is-handed-over")),
        Err(Failure::Refused(refusal)) => {
            let field = match refusal {
                ItemRefused::DuePast => "due_on",
                ItemRefused::NoMethod => "method",
                _ => "deposit",
            };
            form.refuse(field, &refusal);
            shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

async fn shown(visit: &Visit, id: Id<Item>, mut form: Form, status: StatusCode) -> Answer {
    let asked: Option<PersonId> = Id::parse(form.value("person")).ok();
    let typed = form.value("q").to_owned();
    let (item, loans, names, found) = visit
        .read(move |tx, actor| {
            let item = items::find(tx, actor.place, id)?.or_not_found()?;
            let loans = loans::of_item(tx, actor.place, id)?;
            let holders: Vec<PersonId> = loans.iter().map(|loan| loan.person).chain(asked).collect();
            let names = people::names_of(tx, actor.place, &holders)?;
            let found = people::search_persons(tx, actor.place, &typed, 20)?;
            Ok::<_, Fault>((item, loans, names, found))
        })
        .await?;
    if form.value("deposit").is_empty() {
        form.set("deposit", item.deposit.field(visit.locale));
    }
    let all = held(visit, std::slice::from_ref(&item), loans, &names);
    let (mut now, past): (Vec<Held>, Vec<Held>) = all.into_iter().partition(|held| held.loan.ended.is_none());
    let searched = !form.value("q").is_empty();
    let page = ItemPage {
        shell: visit.shell_titled(title(visit, &item)),
        now: now.pop(),
        past,
        to: asked.and_then(|person| Some((person, names.get(&person)?.clone()))),
        found: searched.then(|| found.into_iter().filter_map(|one| meant(&item, one)).collect()),
        methods: methods(visit),
        item,
        form,
    };
    visit.page_with_status(status, &page)
}

/// "Badge 12".
pub(super) fn title(visit: &Visit, item: &Item) -> String {
    format!("{} {}", visit.text(item.kind.message()), item.number)
}

/// An amount as tables for other programs hold it.
pub(super) fn amount(amount: Money) -> String {
    let (euros, cents) = (amount.cents().div_euclid(100), amount.cents().rem_euclid(100));
    format!("{euros}.{cents:02}")
}

/// How a deposit is paid at a desk.
fn methods(visit: &Visit) -> Vec<(String, String)> {
    let known = [
        Method::Cash,
        Method::Cheque,
        Method::Card,
        Method::Transfer,
        Method::Other,
    ];
    let none = (String::new(), visit.text("stewardship-no-deposit"));
    let told = known.map(|method| (method.code().to_owned(), visit.text(method.message())));
    std::iter::once(none).chain(told).collect()
}

fn meant(item: &Item, found: Found) -> Option<(String, String, String)> {
    let Party::Person(person) = found.who else {
        return None;
    };
    let href = format!("/front-desk/items/{}?person={person}", item.id);
    Some((href, found.name, found.organisation.unwrap_or_default()))
}
