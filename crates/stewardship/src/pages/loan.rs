//! Taking an item back, or giving it up for lost.

use super::item::title;
use super::items::{Held, held, of_person};
use crate::actions::{NewLoanEnd, item_product, take_back_item};
use crate::rules::item::{Item, ItemRefused, Loan, Outcome};
use crate::rules::text::line;
use crate::store::{items, loans};
use askama::Template;
use kernel::{Id, Money, PersonId};
use platform::messages::Argument;
use platform::web::{Answer, Flash, Form, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound};

/// The end of a loan.
#[derive(Template)]
#[template(path = "loan.html")]
pub(super) struct LoanPage {
    shell: Shell,
    form: Form,
    title: String,
    held: Held,
    outcomes: Vec<(String, String, String)>,
    /// Whether the office has said how a cost is invoiced.
    may_charge: bool,
}

/// What somebody holds and held.
#[derive(Template)]
#[template(path = "person_items.html")]
pub(super) struct PersonItemsPage {
    shell: Shell,
    person: PersonId,
    name: String,
    now: Vec<Held>,
    past: Vec<Held>,
}

pub(super) async fn of_somebody(visit: Visit, Path(person): Path<PersonId>) -> Answer {
    let (known, all, loans) = visit
        .read(move |tx, actor| {
            let known = people::names_of(tx, actor.place, &[person])?;
            let (all, loans) = of_person(tx, actor.place, person)?;
            Ok::<_, Fault>((known, all, loans))
        })
        .await?;
    let name = known.get(&person).cloned().or_not_found()?;
    let (now, past) = held(&visit, &all, loans, &known)
        .into_iter()
        .partition(|held| held.loan.ended.is_none());
    visit.page(&PersonItemsPage {
        shell: visit.shell_titled(name.clone()),
        person,
        name,
        now,
        past,
    })
}

pub(super) async fn show(visit: Visit, Path(id): Path<Id<Loan>>) -> Answer {
    let form = Form::blank(&visit)
        .with("outcome", Outcome::Returned)
        .with("cost", "0");
    shown(&visit, id, form, StatusCode::OK).await
}

pub(super) async fn end(visit: Visit, Path(id): Path<Id<Loan>>, mut form: Form) -> Answer {
    let outcome = form.parse("outcome", Outcome::parse);
    let cost = form.parse("cost", Money::parse);
    let note = form.parse_optional("note", line);
    let (Some(outcome), Some(cost), Some(note)) = (outcome, cost, note) else {
        return shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let item = item_of(&visit, id).await?;
    let new = NewLoanEnd {
        outcome,
        cost,
        label: label(&visit, &item, outcome),
        note: note.unwrap_or_default(),
    };
    let words = visit.words();
    let done = visit
        .submit(&form, move |tx, actor| {
            let settled = take_back_item(tx, actor, id, new.clone())?;
            Ok(words.money(settled.back))
        })
        .await;
    match done {
        Ok(back) => {
            let flash = Flash::success("stewardship-item-taken-back").with("back", back);
            visit.redirect_with("/front-desk/items", &flash)
        }
        Err(Failure::Refused(refusal)) => {
            let field = match refusal {
                ItemRefused::Ended => "outcome",
                _ => "cost",
            };
            form.refuse(field, &refusal);
            shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

/// What the invoice calls it, in the language of the place.
fn label(visit: &Visit, item: &Item, outcome: Outcome) -> String {
    let told = [
        ("kind", Argument::from(item.kind.code())),
        ("number", Argument::from(item.number.as_str())),
        ("outcome", Argument::from(outcome.code())),
    ];
    let language = visit.place.language;
    visit
        .app
        .messages
        .text(language, "stewardship-item-charge", &told)
}

async fn item_of(visit: &Visit, id: Id<Loan>) -> Result<Item, Fault> {
    visit
        .read(move |tx, actor| {
            let loan = loans::find(tx, actor.place, id)?.or_not_found()?;
            items::find(tx, actor.place, loan.item)?.or_not_found()
        })
        .await
}

async fn shown(visit: &Visit, id: Id<Loan>, form: Form, status: StatusCode) -> Answer {
    let (item, loan, names, may_charge) = visit
        .read(move |tx, actor| {
            let loan = loans::find(tx, actor.place, id)?.or_not_found()?;
            let item = items::find(tx, actor.place, loan.item)?.or_not_found()?;
            let names = people::names_of(tx, actor.place, &[loan.person])?;
            let may_charge = item_product(tx, actor.place)?.is_some();
            Ok::<_, Fault>((item, loan, names, may_charge))
        })
        .await?;
    let outcome = |one: &Outcome| {
        let say = |part: &str| visit.text(&format!("stewardship-outcome-{}{part}", one.code()));
        (one.code().to_owned(), say(""), say("-text"))
    };
    let title = title(visit, &item);
    let page = LoanPage {
        shell: visit.shell_titled(title.clone()),
        form,
        held: held(visit, &[item], vec![loan], &names).pop().or_not_found()?,
        title,
        outcomes: Outcome::ALL.iter().map(outcome).collect(),
        may_charge,
    };
    visit.page_with_status(status, &page)
}
