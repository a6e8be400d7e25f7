//! Extras in the office: what is had with a room, at which price.

use super::words;
use crate::actions::keep_extra::{change_extra, create_extra, set_extra_active};
use crate::rules::extras::{Extra, ExtraFacts, ExtraId, ExtraLine, ExtraRefused, ExtraUnit};
use crate::rules::resource::{Resource, ResourceId};
use crate::store::{extras, resources};
use askama::Template;
use billing::{Basis, Product};
use kernel::{Id, Money, Name};
use platform::web::{Answer, Flash, Form, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound};
use std::collections::{BTreeMap, BTreeSet};

/// Every extra of the place.
#[derive(Template)]
#[template(path = "extras.html")]
pub(super) struct ExtrasPage {
    shell: Shell,
    extras: Vec<Extra>,
    spaces: BTreeMap<ResourceId, String>,
    bases: BTreeMap<Id<Product>, Basis>,
}

impl ExtrasPage {
    fn price(&self, extra: &Extra) -> String {
        priced(&self.shell, extra, &self.bases)
    }

    fn spaces_of(&self, extra: &Extra) -> String {
        if extra.facts.spaces.is_empty() {
            return self.shell.t("spaces-extra-spaces-all");
        }
        let named = extra.facts.spaces.iter().filter_map(|id| self.spaces.get(id));
        named.map(String::as_str).collect::<Vec<_>>().join(", ")
    }
}

/// The form of an extra, new or known.
#[derive(Template)]
#[template(path = "extra_form.html")]
pub(super) struct ExtraPage {
    shell: Shell,
    form: Form,
    known: Option<Extra>,
    units: Vec<(String, String)>,
    products: Vec<(String, String)>,
    spaces: Vec<(String, String)>,
}

impl ExtraPage {
    fn action(&self) -> String {
        match &self.known {
            Some(known) => format!("/office/extras/{}", known.id),
            None => "/office/extras".to_owned(),
        }
    }
}

/// "3,50 € HT par personne".
pub(super) fn priced(shell: &Shell, extra: &Extra, bases: &BTreeMap<Id<Product>, Basis>) -> String {
    let basis = bases.get(&extra.facts.product).copied().unwrap_or(Basis::Net);
    said(shell, extra.facts.unit, extra.facts.price, basis)
}

/// The same of a line, as it was agreed.
pub(super) fn priced_as(shell: &Shell, line: &ExtraLine) -> String {
    said(shell, line.unit, line.unit_price, line.price.basis)
}

fn said(shell: &Shell, unit: ExtraUnit, price: Money, basis: Basis) -> String {
    if price.is_zero() {
        return shell.t("spaces-free");
    }
    let key = match unit {
        ExtraUnit::Booking => "spaces-extra-priced-booking",
        ExtraUnit::Person => "spaces-extra-priced-person",
        ExtraUnit::Hour => "spaces-extra-priced-hour",
    };
    shell.t1(key, "price", words::amount(shell, price, basis))
}

/// Extras of a booking with what each costs: "Café × 12", "42,00 € HT".
#[must_use]
pub fn lines(shell: &Shell, lines: &[ExtraLine]) -> Vec<(String, String)> {
    let told = |line: &ExtraLine| {
        let name = line.name.as_str();
        let what = if line.count == 0 {
            shell.t1("spaces-extra-given-up", "name", name)
        } else {
            shell.t2("spaces-extra-counted", "name", name, "count", line.count)
        };
        (what, words::price(shell, &line.price))
    };
    lines
        .iter()
        .filter(|line| line.count > 0 || !line.price.amount.is_zero())
        .map(told)
        .collect()
}

/// Whether prices of products include VAT.
pub(super) fn bases(products: &[Product]) -> BTreeMap<Id<Product>, Basis> {
    products
        .iter()
        .map(|product| (product.id, product.basis))
        .collect()
}

pub(super) async fn index(visit: Visit) -> Answer {
    let (known, spaces, products) = visit
        .read(|tx, actor| {
            let known = extras::all(tx, actor.place)?;
            let spaces = resources::list(tx, actor.place)?;
            Ok::<_, Fault>((known, spaces, billing::products(tx, actor.place)?))
        })
        .await?;
    let named = |space: Resource| (space.id, space.facts.name.to_string());
    visit.page(&ExtrasPage {
        shell: visit.shell("spaces-extras-title"),
        extras: known,
        spaces: spaces.into_iter().map(named).collect(),
        bases: bases(&products),
    })
}

pub(super) async fn new(visit: Visit) -> Answer {
    let form = Form::blank(&visit)
        .with("unit", ExtraUnit::Booking)
        .with("notice_hours", 0);
    shown(&visit, None, Some(form), StatusCode::OK).await
}

pub(super) async fn edit(visit: Visit, Path(id): Path<ExtraId>) -> Answer {
    shown(&visit, Some(id), None, StatusCode::OK).await
}

pub(super) async fn create(visit: Visit, form: Form) -> Answer {
    keep(visit, None, form).await
}

pub(super) async fn update(visit: Visit, Path(id): Path<ExtraId>, form: Form) -> Answer {
    keep(visit, Some(id), form).await
}

pub(super) async fn retire(visit: Visit, Path(id): Path<ExtraId>, form: Form) -> Answer {
    offer_or_not(visit, id, form, false).await
}

pub(super) async fn restore(visit: Visit, Path(id): Path<ExtraId>, form: Form) -> Answer {
    offer_or_not(visit, id, form, true).await
}

async fn keep(visit: Visit, id: Option<ExtraId>, mut form: Form) -> Answer {
    let Some(facts) = facts(&mut form) else {
        return shown(&visit, id, Some(form), StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            match id {
                Some(id) => change_extra(tx, actor, id, facts.clone())?,
                None => create_extra(tx, actor, facts.clone()).map(drop)?,
            }
            Ok("/office/extras".to_owned())
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("spaces-extra-kept")),
        Err(Failure::Refused(refusal)) => {
            let field = match refusal {
                ExtraRefused::NameTaken => "name",
                ExtraRefused::Price => "price",
                ExtraRefused::Notice => "notice_hours",
                ExtraRefused::Preparation => "preparation",
                ExtraRefused::UnknownProduct => "product",
                ExtraRefused::UnknownSpace => "space",
            };
            form.refuse(field, &refusal);
            shown(&visit, id, Some(form), StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

async fn offer_or_not(visit: Visit, id: ExtraId, form: Form, active: bool) -> Answer {
    let done: Result<String, Failure<std::convert::Infallible>> = visit
        .submit(&form, move |tx, actor| {
            set_extra_active(tx, actor, id, active)?;
            Ok("/office/extras".to_owned())
        })
        .await;
    let to = done.map_err(Failure::no_refusal)?;
    let key = if active {
        "spaces-extra-restored"
    } else {
        "spaces-extra-retired"
    };
    visit.redirect_with(&to, &Flash::success(key))
}

fn facts(form: &mut Form) -> Option<ExtraFacts> {
    let name = form.parse("name", Name::parse);
    let unit = form.parse("unit", ExtraUnit::parse);
    let price = form.parse("price", Money::parse);
    let product = form.parse("product", Id::parse);
    let notice = form.number("notice_hours");
    let chosen: Result<BTreeSet<ResourceId>, _> = form.values("space").map(Id::parse).collect();
    if let Err(refused) = &chosen {
        form.refuse("space", refused);
    }
    Some(ExtraFacts {
        name: name?,
        unit: unit?,
        price: price?,
        product: product?,
        spaces: chosen.ok()?,
        notice_hours: notice?,
        preparation: form.value("preparation").to_owned(),
    })
}

fn filled(visit: &Visit, known: &Extra) -> Form {
    let facts = &known.facts;
    let form = Form::blank(visit)
        .with("name", &facts.name)
        .with("unit", facts.unit)
        .with("price", facts.price.field(visit.locale))
        .with("product", facts.product)
        .with("notice_hours", facts.notice_hours)
        .with("preparation", &facts.preparation);
    facts.spaces.iter().fold(form, |form, id| form.and("space", id))
}

async fn shown(visit: &Visit, id: Option<ExtraId>, form: Option<Form>, status: StatusCode) -> Answer {
    let (known, spaces, products) = visit
        .read(move |tx, actor| {
            let known = match id {
                Some(id) => Some(extras::find(tx, actor.place, id)?.or_not_found()?),
                None => None,
            };
            let spaces = resources::list(tx, actor.place)?;
            Ok::<_, Fault>((known, spaces, billing::products(tx, actor.place)?))
        })
        .await?;
    let shell = match &known {
        Some(known) => visit.shell_titled(known.facts.name.as_str()),
        None => visit.shell("spaces-extra-new"),
    };
    let form = match (form, &known) {
        (Some(form), _) => form,
        (None, Some(known)) => filled(visit, known),
        (None, None) => Form::blank(visit),
    };
    let chosen = known.as_ref().map(|known| known.facts.product);
    let sold = products
        .into_iter()
        .filter(|product| product.active || Some(product.id) == chosen);
    let told = |product: Product| format!("{} · {}", product.name, shell.t(product.basis.message()));
    let unit = |unit: &ExtraUnit| (unit.code().to_owned(), shell.t(unit.message()));
    let page = ExtraPage {
        units: ExtraUnit::ALL.iter().map(unit).collect(),
        products: sold
            .map(|product| (product.id.to_string(), told(product)))
            .collect(),
        spaces: spaces
            .iter()
            .filter(|space| space.active || form.checked("space", &space.id.to_string()))
            .map(|space| (space.id.to_string(), space.facts.name.to_string()))
            .collect(),
        shell,
        form,
        known,
    };
    visit.page_with_status(status, &page)
}
