//! A plan on offer: created, changed, priced.

use super::plan_conditions::{self, ConditionsFields, kinds};
use super::pricing::{PriceList, bases, field_of, read_price, vat_categories};
use crate::actions::change_offers::{
    OfferRefused, PlanTerms, change_plan, create_plan, create_side_plan, price_plan,
};
use crate::actions::set_conditions::set_plan_conditions;
use crate::rules::conditions::{PlanBenefits, PlanConditions};
use crate::rules::contract::Plan;
use crate::store::{benefits, pass_offers, plans};
use askama::Template;
use billing::Unit;
use kernel::{Actor, Audience, Day, Id, Money, Name};
use platform::database::Tx;
use platform::web::{Answer, Flash, Form, Path, Shell, StatusCode, Visit, WebError};
use platform::{Failure, Fault, OrNotFound};

const PATH: &str = "/office/offers";

/// The form of a plan.
#[derive(Template)]
#[template(path = "plan.html")]
pub(super) struct PlanPage {
    shell: Shell,
    form: Form,
    /// Where the form goes.
    target: String,
    /// The prices of a plan that exists.
    prices: Option<PriceList>,
    audiences: Vec<(String, String)>,
    bases: Vec<(String, String)>,
    vat: Vec<(String, String)>,
    fields: ConditionsFields,
}

impl PlanPage {
    fn billings(&self) -> Vec<(String, String)> {
        let choice = |code: &str| (code.to_owned(), self.shell.t(&format!("offers-billing-{code}")));
        vec![choice("month"), choice("anniversary")]
    }
}

pub(super) async fn new(visit: Visit) -> Answer {
    let form = Form::blank(&visit)
        .with("audience", Audience::Resident.code())
        .with("active", "yes");
    let page = blank_page(&visit, form).await?;
    visit.page(&page)
}

pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let (terms, price) = (read(&mut form), read_price(&visit, &mut form));
    let conditions = plan_conditions::read(&mut form, &kinds(&visit));
    let (Some(terms), Some(price), Some((asked, given))) = (terms, price, conditions) else {
        return visit.refused(&blank_page(&visit, form).await?);
    };
    let beside = form.checked("beside", "yes");
    let made = visit
        .submit(&form, move |tx, actor| {
            let id = if beside {
                create_side_plan(tx, actor, terms.clone(), price)?
            } else {
                create_plan(tx, actor, terms.clone(), price)?
            };
            set_conditions(tx, actor, id, &asked, &given)?;
            Ok(PATH.to_owned())
        })
        .await;
    match made {
        Ok(to) => visit.redirect_with(&to, &Flash::success("offers-plan-created")),
        Err(Failure::Refused(refusal)) => {
            form.refuse(field_of(&refusal), &refusal);
            visit.refused(&blank_page(&visit, form).await?)
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

pub(super) async fn edit(visit: Visit, Path(id): Path<Id<Plan>>) -> Answer {
    shown(&visit, id, None, StatusCode::OK).await
}

pub(super) async fn update(visit: Visit, Path(id): Path<Id<Plan>>, mut form: Form) -> Answer {
    let terms = read(&mut form);
    let conditions = plan_conditions::read(&mut form, &kinds(&visit));
    let (Some(terms), Some((asked, given))) = (terms, conditions) else {
        return shown(&visit, id, Some(form), StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            change_plan(tx, actor, id, terms.clone())?;
            set_conditions(tx, actor, id, &asked, &given)?;
            Ok(PATH.to_owned())
        })
        .await;
    answer(&visit, id, form, done, "offers-kept").await
}

pub(super) async fn price(visit: Visit, Path(id): Path<Id<Plan>>, mut form: Form) -> Answer {
    let (amount, from) = (form.parse("amount", Money::parse), form.parse("from", Day::parse));
    let (Some(amount), Some(from)) = (amount, from) else {
        return shown(&visit, id, Some(form), StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            price_plan(tx, actor, id, amount, from)?;
            Ok(format!("{PATH}/plans/{id}"))
        })
        .await;
    answer(&visit, id, form, done, "offers-priced").await
}

async fn answer(
    visit: &Visit,
    id: Id<Plan>,
    mut form: Form,
    done: Result<String, Failure<OfferRefused>>,
    told: &str,
) -> Answer {
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success(told)),
        Err(Failure::Refused(refusal)) => {
            form.refuse(field_of(&refusal), &refusal);
            shown(visit, id, Some(form), StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

/// The page of a plan: with what it is, or with what was typed and refused.
async fn shown(visit: &Visit, id: Id<Plan>, typed: Option<Form>, status: StatusCode) -> Answer {
    let (plan, prices, offers, asked, given) = visit
        .read(move |tx, actor| {
            let place = actor.place;
            let plan = plans::find(tx, place, id)?.or_not_found()?;
            let prices = PriceList::read(tx, place, plan.product, Unit::Month)?;
            let (asked, given) = (
                plans::conditions(tx, place, id)?,
                benefits::of_plan(tx, place, id)?,
            );
            Ok::<_, Fault>((plan, prices, pass_offers::all(tx, place)?, asked, given))
        })
        .await?;
    let form = filled(visit, typed, &plan, (&asked, &given));
    let page = PlanPage {
        shell: visit.shell_titled(plan.name.to_string()),
        form,
        target: format!("{PATH}/plans/{id}"),
        prices: Some(prices),
        audiences: audiences(visit),
        bases: vec![],
        vat: vec![],
        fields: ConditionsFields::new(visit, &offers),
    };
    visit.page_with_status(status, &page)
}

async fn blank_page(visit: &Visit, form: Form) -> Result<PlanPage, WebError> {
    let offers = visit.read(|tx, actor| pass_offers::all(tx, actor.place)).await?;
    Ok(PlanPage {
        shell: visit.shell("offers-plan-new"),
        form,
        target: format!("{PATH}/plans"),
        prices: None,
        audiences: audiences(visit),
        bases: bases(visit),
        vat: vat_categories(visit),
        fields: ConditionsFields::new(visit, &offers),
    })
}

/// As the action of that name; what it refuses, the fields of the form refused before.
fn set_conditions(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<Plan>,
    asked: &PlanConditions,
    given: &PlanBenefits,
) -> Result<(), Failure<OfferRefused>> {
    set_plan_conditions(tx, actor, id, asked, given)
        .map_err(|failure| failure.map(|_| OfferRefused::ConditionsRefused))
}

/// The audiences that the holders of a plan may join; staff hold no plan.
fn audiences(visit: &Visit) -> Vec<(String, String)> {
    let offered = [Audience::Resident, Audience::Nomad, Audience::External];
    offered
        .map(|audience| (audience.code().to_owned(), visit.text(audience.message())))
        .to_vec()
}

/// The form as typed, the fields of the other form of the page filled with what is known.
fn filled(
    visit: &Visit,
    typed: Option<Form>,
    plan: &Plan,
    (asked, given): (&PlanConditions, &PlanBenefits),
) -> Form {
    let terms_typed = typed
        .as_ref()
        .is_some_and(|form| form.pairs().iter().any(|(name, _)| name == "name"));
    let mut form = typed.unwrap_or_else(|| Form::blank(visit));
    if !terms_typed {
        form.set("name", &plan.name);
        form.set("audience", plan.audience.code());
        form.set("active", if plan.active { "yes" } else { "no" });
        plan_conditions::fill(&mut form, visit.locale, asked, given);
    }
    if form.value("from").is_empty() {
        form.set("from", visit.today());
    }
    form
}

fn read(form: &mut Form) -> Option<PlanTerms> {
    let name = form.parse("name", Name::parse);
    let audience = form.parse("audience", Audience::parse);
    Some(PlanTerms {
        name: name?,
        audience: audience?,
        active: form.checked("active", "yes"),
    })
}
