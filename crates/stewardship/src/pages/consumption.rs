//! The account of somebody at the counter: what they take is added, a slip is taken off (T15).

use crate::actions::{add_consumption, consumptions_of, on_sale, remove_consumption};
use crate::rules::consumption::{Article, ConsumptionRefused};
use askama::Template;
use billing::Charge;
use kernel::{Id, PersonId};
use platform::web::{Answer, Flash, Form, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound};

/// What somebody took, and what they may take.
#[derive(Template)]
#[template(path = "consumption.html")]
pub(super) struct ConsumptionPage {
    shell: Shell,
    form: Form,
    person: PersonId,
    name: String,
    open: Vec<Charge>,
    options: Vec<(String, String)>,
}

impl ConsumptionPage {
    fn amount(&self, charge: &Charge) -> String {
        let basis = self.shell.t(charge.basis.message());
        format!("{} {basis}", self.shell.money(&charge.amount))
    }

    fn quantity(&self, charge: &Charge) -> String {
        charge.quantity.display(self.shell.words().locale())
    }
}

pub(super) async fn show(visit: Visit, Path(person): Path<PersonId>) -> Answer {
    let form = Form::blank(&visit).with("quantity", 1);
    shown(&visit, person, form, StatusCode::OK).await
}

pub(super) async fn create(visit: Visit, Path(person): Path<PersonId>, mut form: Form) -> Answer {
    let product = form.parse("product", Id::parse);
    let quantity = form.number("quantity");
    let (Some(product), Some(quantity)) = (product, quantity) else {
        return shown(&visit, person, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            add_consumption(tx, actor, person, product, quantity)?;
            Ok(format!("/front-desk/people/{person}/consumption"))
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("stewardship-consumption-added")),
        Err(Failure::Refused(refusal)) => {
            let field = match refusal {
                ConsumptionRefused::Quantity => "quantity",
                _ => "product",
            };
            form.refuse(field, &refusal);
            shown(&visit, person, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

pub(super) async fn remove(
    visit: Visit,
    Path((person, charge)): Path<(PersonId, Id<Charge>)>,
    mut form: Form,
) -> Answer {
    let done = visit
        .submit(&form, move |tx, actor| {
            remove_consumption(tx, actor, person, charge)?;
            Ok(format!("/front-desk/people/{person}/consumption"))
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("stewardship-consumption-removed")),
        Err(Failure::Refused(refusal)) => {
            form.refuse("product", &refusal);
            shown(&visit, person, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

async fn shown(visit: &Visit, person: PersonId, form: Form, status: StatusCode) -> Answer {
    let today = visit.today();
    let (known, open, articles) = visit
        .read(move |tx, actor| {
            let known = people::person(tx, actor.place, person)?.or_not_found()?;
            let open = consumptions_of(tx, actor.place, person)?;
            Ok::<_, Fault>((known, open, on_sale(tx, actor.place, person, today)?))
        })
        .await?;
    let shell = visit.shell("stewardship-consumption");
    let told = |article: &Article| {
        let basis = shell.t(article.basis.message());
        let price = shell.money(&article.price);
        (
            article.product.to_string(),
            format!("{} · {price} {basis}", article.name),
        )
    };
    let options = articles.iter().map(told).collect();
    let page = ConsumptionPage {
        shell,
        form,
        person,
        name: known.name.full(),
        open,
        options,
    };
    visit.page_with_status(status, &page)
}
