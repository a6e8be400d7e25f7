//! Which keys, badges and lockers there are, and how a lost one is invoiced.

use crate::actions::{
    NewItem, change_item, create_item, item_product, restore_item, retire_item, set_item_product,
};
use crate::rules::item::{Item, ItemKind, ItemRefused};
use crate::rules::text::{filled_line, line};
use crate::store::items;
use askama::Template;
use kernel::{Id, Money, Refusal};
use platform::web::{Answer, Flash, Form, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault};
use std::convert::Infallible;

const PATH: &str = "/office/items";

/// Every item, and a form for one more.
#[derive(Template)]
#[template(path = "office_items.html")]
pub(super) struct OfficeItemsPage {
    shell: Shell,
    form: Form,
    used: Vec<Item>,
    retired: Vec<Item>,
    kinds: Vec<(String, String)>,
    products: Vec<(String, String)>,
}

pub(super) async fn index(visit: Visit) -> Answer {
    let form = Form::blank(&visit).with("kind", ItemKind::Badge);
    shown(&visit, form, StatusCode::OK).await
}

pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let kind = form.parse("kind", ItemKind::parse);
    let number = form.parse("number", filled_line);
    let opens = form.parse_optional("opens", line);
    let deposit = form.parse_optional("deposit", Money::parse);
    let (Some(kind), Some(number), Some(opens), Some(deposit)) = (kind, number, opens, deposit) else {
        return shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let new = NewItem {
        kind,
        number,
        opens: opens.unwrap_or_default(),
        deposit: deposit.unwrap_or(Money::from_cents(0)),
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            create_item(tx, actor, new.clone())?;
            Ok(PATH.to_owned())
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("stewardship-item-kept")),
        Err(Failure::Refused(refusal)) => {
            let field = match refusal {
                ItemRefused::NumberTaken => "number",
                _ => "deposit",
            };
            form.refuse(field, &refusal);
            shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

pub(super) async fn change(visit: Visit, Path(id): Path<Id<Item>>, mut form: Form) -> Answer {
    let opens = form.parse_optional("item_opens", line);
    let deposit = form.parse("item_deposit", Money::parse);
    let (Some(opens), Some(deposit)) = (opens, deposit) else {
        return visit.redirect_with(PATH, &Flash::error("stewardship-refused-item-amount"));
    };
    let opens = opens.unwrap_or_default();
    let done = visit
        .submit(&form, move |tx, actor| {
            change_item(tx, actor, id, opens.clone(), deposit)?;
            Ok(PATH.to_owned())
        })
        .await;
    answer(&visit, done)
}

pub(super) async fn retire(visit: Visit, Path(id): Path<Id<Item>>, form: Form) -> Answer {
    let done = visit
        .submit(&form, move |tx, actor| {
            retire_item(tx, actor, id)?;
            Ok(PATH.to_owned())
        })
        .await;
    answer(&visit, done)
}

pub(super) async fn restore(visit: Visit, Path(id): Path<Id<Item>>, form: Form) -> Answer {
    let done = visit
        .submit(&form, move |tx, actor| {
            restore_item(tx, actor, id)?;
            Ok::<_, Failure<Infallible>>(PATH.to_owned())
        })
        .await;
    let to = done.map_err(Fault::from)?;
    visit.redirect_with(&to, &Flash::success("stewardship-item-kept"))
}

pub(super) async fn choose_product(visit: Visit, mut form: Form) -> Answer {
    let Some(product) = form.parse("product", Id::parse) else {
        return shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            set_item_product(tx, actor, product)?;
            Ok::<_, Failure<Infallible>>(PATH.to_owned())
        })
        .await;
    let to = done.map_err(Fault::from)?;
    visit.redirect_with(&to, &Flash::success("stewardship-item-product-kept"))
}

fn answer(visit: &Visit, done: Result<String, Failure<ItemRefused>>) -> Answer {
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("stewardship-item-kept")),
        Err(Failure::Refused(refusal)) => visit.redirect_with(PATH, &Flash::error(refusal.key())),
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

async fn shown(visit: &Visit, mut form: Form, status: StatusCode) -> Answer {
    let (all, products, chosen) = visit
        .read(|tx, actor| {
            let products = billing::products(tx, actor.place)?;
            let chosen = item_product(tx, actor.place)?;
            Ok::<_, Fault>((items::all(tx, actor.place)?, products, chosen))
        })
        .await?;
    if let (Some(chosen), true) = (chosen, form.value("product").is_empty()) {
        form.set("product", chosen.id);
    }
    let (used, retired) = all.into_iter().partition(|item| item.retired_on.is_none());
    let kind = |kind: &ItemKind| (kind.code().to_owned(), visit.text(kind.message()));
    let none = (String::new(), visit.text("stewardship-choose"));
    let page = OfficeItemsPage {
        shell: visit.shell("stewardship-items"),
        form,
        used,
        retired,
        kinds: ItemKind::ALL.iter().map(kind).collect(),
        products: std::iter::once(none)
            .chain(
                products
                    .into_iter()
                    .filter(|product| product.active)
                    .map(|product| (product.id.to_string(), product.name)),
            )
            .collect(),
    };
    visit.page_with_status(status, &page)
}
