//! A product: its name, and its prices by the day from which they hold.

use super::act_once;
use crate::actions::catalogue;
use crate::rules::catalogue::{Price, PriceFor, Product, Unit};
use crate::store::{prices, products};
use askama::Template;
use kernel::{Actor, Audience, Day, Id, Money, PersonId};
use platform::activity::{self, Entry, Subject};
use platform::database::Tx;
use platform::web::{Answer, Form, HistoryLine, Path, Shell, StatusCode, Visit};
use platform::{Fault, OrNotFound};
use std::collections::BTreeMap;

/// A product and its prices.
#[derive(Template)]
#[template(path = "product.html")]
pub(super) struct ProductPage {
    shell: Shell,
    form: Form,
    product: Product,
    prices: Vec<Price>,
    units: Vec<(String, String)>,
    audiences: Vec<(String, String)>,
    history: Vec<HistoryLine>,
    today: Day,
    may_write: bool,
}

impl ProductPage {
    /// The units and the audiences that have a price today, in the order of their lists: everybody stands first.
    fn rows(&self) -> impl Iterator<Item = Unit> {
        let units = Unit::ALL.iter().copied();
        units.filter(|unit| self.in_force().any(|price| price.unit == *unit))
    }

    fn columns(&self) -> impl Iterator<Item = PriceFor> {
        let audiences = std::iter::once(None).chain(Audience::ALL.iter().copied().map(Some));
        audiences
            .map(PriceFor)
            .filter(|audience| self.in_force().any(|price| price.audience == *audience))
    }

    /// What this unit costs this audience today, if it has a price of its own.
    fn cell(&self, unit: &Unit, audience: &PriceFor) -> Option<&Price> {
        self.in_force()
            .find(|price| (price.unit, price.audience) == (*unit, *audience))
    }

    fn in_force(&self) -> impl Iterator<Item = &Price> {
        self.prices
            .iter()
            .filter(|price| self.standing(price).1 == "billing-price-in-force")
    }

    /// What the page says of an audience.
    fn audience(&self, audience: &PriceFor) -> String {
        let key = audience.0.map_or("billing-everybody", Audience::message);
        self.shell.t(key)
    }

    /// The key and the colour of the badge of a price: to come, in force, or past.
    fn standing(&self, price: &Price) -> (&'static str, &'static str) {
        if price.from > self.today {
            return ("info", "billing-price-to-come");
        }
        let later = self.prices.iter().any(|other| {
            (other.unit, other.audience) == (price.unit, price.audience)
                && other.from > price.from
                && other.from <= self.today
        });
        if later {
            ("neutral", "billing-price-past")
        } else {
            ("success", "billing-price-in-force")
        }
    }
}

pub(super) async fn show(visit: Visit, Path(id): Path<Id<Product>>) -> Answer {
    let form = Form::blank(&visit);
    card(&visit, id, form, StatusCode::OK).await
}

pub(super) async fn change(visit: Visit, Path(id): Path<Id<Product>>, mut form: Form) -> Answer {
    let Some(name) = form.required("name") else {
        return refused(&visit, id, form).await;
    };
    let (account_code, active) = (form.value("account_code").to_owned(), form.checked("active", "1"));
    let act = move |tx: &mut Tx<'_>, actor: &Actor| {
        let known = products::find(tx, actor.place, id)?.or_not_found()?;
        let product = Product {
            name: name.clone(),
            account_code: account_code.clone(),
            active,
            ..known
        };
        catalogue::change_product(tx, actor, &product).map(|()| format!("/office/billing/products/{id}"))
    };
    act_once(&visit, form, ("name", "billing-product-changed"), act, |form| {
        refused(&visit, id, form)
    })
    .await
}

pub(super) async fn set_price(visit: Visit, Path(id): Path<Id<Product>>, mut form: Form) -> Answer {
    let (amount, unit) = (
        form.parse("amount", Money::parse),
        form.parse("unit", Unit::parse),
    );
    let (audience, from) = (
        form.parse_optional("audience", Audience::parse),
        form.parse("from", Day::parse),
    );
    let (Some(amount), Some(unit), Some(audience), Some(from)) = (amount, unit, audience, from) else {
        return refused(&visit, id, form).await;
    };
    let price = Price {
        product: id,
        audience: PriceFor(audience),
        unit,
        amount,
        from,
    };
    let act = move |tx: &mut Tx<'_>, actor: &Actor| {
        catalogue::set_price(tx, actor, price).map(|()| format!("/office/billing/products/{id}"))
    };
    act_once(&visit, form, ("amount", "billing-price-set"), act, |form| {
        refused(&visit, id, form)
    })
    .await
}

async fn refused(visit: &Visit, id: Id<Product>, form: Form) -> Answer {
    card(visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await
}

async fn card(visit: &Visit, id: Id<Product>, mut form: Form, status: StatusCode) -> Answer {
    let (product, prices, entries, names) = visit.read(move |tx, actor| read(tx, actor, id)).await?;
    let today = visit.today();
    if form.value("from").is_empty() {
        form.set("from", today);
    }
    if form.value("name").is_empty() {
        form.set("name", &product.name);
        form.set("account_code", &product.account_code);
        form.set("active", u8::from(product.active));
    }
    let everybody = (String::new(), visit.text("billing-everybody"));
    let audiences = super::choices(visit, Audience::ALL, |one| one.code(), |one| one.message());
    let page = ProductPage {
        shell: visit.shell_titled(product.name.clone()),
        form,
        product,
        prices,
        units: super::choices(visit, Unit::ALL, |one| one.code(), |one| one.message()),
        audiences: std::iter::once(everybody).chain(audiences).collect(),
        history: visit.history(&entries, &names),
        today,
        may_write: visit.actor.may(crate::WRITE),
    };
    visit.page_with_status(status, &page)
}

type Known = (Product, Vec<Price>, Vec<Entry>, BTreeMap<PersonId, String>);

fn read(tx: &mut Tx<'_>, actor: &Actor, id: Id<Product>) -> Result<Known, Fault> {
    let product = products::find(tx, actor.place, id)?.or_not_found()?;
    let entries = activity::history(tx, actor.place, Subject::new("product", id))?;
    let who: Vec<PersonId> = entries.iter().filter_map(|entry| entry.person_id).collect();
    let names = people::names_of(tx, actor.place, &who)?;
    Ok((product, prices::of_product(tx, actor.place, id)?, entries, names))
}
