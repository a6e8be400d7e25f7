//! What the place owns: bought, worth, repaired, disposed of.

use super::incidents::{Line, lines};
use super::item::amount;
use crate::actions::{EquipmentTerms, add_equipment, change_equipment, dispose_of_equipment};
use crate::rules::equipment::{Disposal, Equipment, EquipmentRefused};
use crate::rules::text::{filled_line, line, text};
use crate::store::{equipment, incidents};
use askama::Template;
use kernel::{Day, Id, Locale, Money};
use platform::tables::write_csv;
use platform::web::{Answer, Flash, Form, Path, Query, Shell, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound};
use serde::Deserialize;

const PATH: &str = "/office/equipment";
/// Months over which a thing loses its value when nobody says: five years.
const USUAL_LIFE: i64 = 60;

/// The inventory on a day.
#[derive(Template)]
#[template(path = "inventory.html")]
pub(super) struct InventoryPage {
    shell: Shell,
    form: Form,
    things: Vec<Equipment>,
    day: Day,
    /// What everything cost, and what it is worth on that day.
    total: (Money, Money),
}

/// One thing.
#[derive(Template)]
#[template(path = "equipment.html")]
pub(super) struct EquipmentPage {
    shell: Shell,
    form: Form,
    thing: Option<Equipment>,
    /// What happened to it.
    incidents: Vec<Line>,
    ways: Vec<(String, String)>,
    today: Day,
}

/// What the address of the inventory says.
#[derive(Debug, Default, Deserialize)]
pub(super) struct InventoryQuery {
    day: Option<String>,
    format: Option<String>,
}

pub(super) async fn index(visit: Visit, Query(query): Query<InventoryQuery>) -> Answer {
    let asked = query.day.as_deref().and_then(|day| Day::parse(day).ok());
    let day = asked.unwrap_or_else(|| visit.today());
    let mut things = visit
        .read(|tx, actor| equipment::all(tx, actor.place).map_err(Fault::from))
        .await?;
    things.retain(|thing| thing.bought_on <= day && thing.gone.is_none_or(|gone| day < gone.on));
    if query.format.as_deref() == Some("csv") {
        return file(&visit, &things, day);
    }
    let total = (
        things.iter().map(|thing| thing.price).sum(),
        things.iter().map(|thing| thing.value_on(day)).sum(),
    );
    visit.page(&InventoryPage {
        form: Form::blank(&visit).with("day", day),
        shell: visit.shell("stewardship-inventory"),
        things,
        day,
        total,
    })
}

pub(super) async fn new(visit: Visit) -> Answer {
    let form = Form::blank(&visit)
        .with("bought_on", visit.today())
        .with("life_months", USUAL_LIFE);
    shown(&visit, None, form, StatusCode::OK).await
}

pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let Some(terms) = read(&mut form) else {
        return shown(&visit, None, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            let id = add_equipment(tx, actor, terms.clone())?;
            Ok(format!("{PATH}/{id}"))
        })
        .await;
    answer(&visit, None, form, done).await
}

pub(super) async fn show(visit: Visit, Path(id): Path<Id<Equipment>>) -> Answer {
    shown(&visit, Some(id), Form::blank(&visit), StatusCode::OK).await
}

pub(super) async fn change(visit: Visit, Path(id): Path<Id<Equipment>>, mut form: Form) -> Answer {
    let Some(terms) = read(&mut form) else {
        return shown(&visit, Some(id), form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            change_equipment(tx, actor, id, terms.clone())?;
            Ok(format!("{PATH}/{id}"))
        })
        .await;
    answer(&visit, Some(id), form, done).await
}

pub(super) async fn dispose(visit: Visit, Path(id): Path<Id<Equipment>>, mut form: Form) -> Answer {
    let on = form.parse("gone_on", Day::parse);
    let how = form.parse("how", Disposal::parse);
    let price = form.parse_optional("gone_price", Money::parse);
    let (Some(on), Some(how), Some(price)) = (on, how, price) else {
        return shown(&visit, Some(id), form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let price = price.unwrap_or(Money::from_cents(0));
    let done = visit
        .submit(&form, move |tx, actor| {
            dispose_of_equipment(tx, actor, id, on, how, price)?;
            Ok(format!("{PATH}/{id}"))
        })
        .await;
    match done {
        Err(Failure::Refused(refusal)) => {
            let field = match refusal {
                EquipmentRefused::Price => "gone_price",
                _ => "gone_on",
            };
            form.refuse(field, &refusal);
            shown(&visit, Some(id), form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        done => answer(&visit, Some(id), form, done).await,
    }
}

fn read(form: &mut Form) -> Option<EquipmentTerms> {
    let name = form.parse("name", filled_line);
    let (serial, supplier) = (
        form.parse_optional("serial", line),
        form.parse_optional("supplier", line),
    );
    let stands = form.parse_optional("stands", line);
    let bought_on = form.parse("bought_on", Day::parse);
    let price = form.parse("price", Money::parse);
    let life_months = form.number("life_months");
    let warranty_until = form.parse_optional("warranty_until", Day::parse);
    let note = form.parse_optional("note", text);
    Some(EquipmentTerms {
        name: name?,
        serial: serial?.unwrap_or_default(),
        supplier: supplier?.unwrap_or_default(),
        bought_on: bought_on?,
        price: price?,
        life_months: life_months?,
        stands: stands?.unwrap_or_default(),
        warranty_until: warranty_until?,
        note: note?.unwrap_or_default(),
    })
}

async fn answer(
    visit: &Visit,
    id: Option<Id<Equipment>>,
    mut form: Form,
    done: Result<String, Failure<EquipmentRefused>>,
) -> Answer {
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("stewardship-equipment-kept")),
        Err(Failure::Refused(refusal)) => {
            let field = match refusal {
                EquipmentRefused::Life { .. } => "life_months",
                EquipmentRefused::Price => "price",
                EquipmentRefused::Days | EquipmentRefused::Gone => "bought_on",
            };
            form.refuse(field, &refusal);
            shown(visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

async fn shown(visit: &Visit, id: Option<Id<Equipment>>, form: Form, status: StatusCode) -> Answer {
    let (thing, happened) = visit
        .read(move |tx, actor| {
            let Some(id) = id else { return Ok((None, vec![])) };
            let thing = equipment::find(tx, actor.place, id)?.or_not_found()?;
            let happened = incidents::of_equipment(tx, actor.place, id)?;
            Ok::<_, Fault>((Some(thing), happened))
        })
        .await?;
    let today = visit.today();
    let form = match &thing {
        Some(thing) if form.pairs().is_empty() => filled(form, thing, visit.locale),
        _ => form,
    };
    let mut form = form;
    if form.value("gone_on").is_empty() {
        form.set("gone_on", today);
    }
    let way = |way: &Disposal| (way.code().to_owned(), visit.text(way.message()));
    let title = thing.as_ref().map(|thing| thing.name.clone());
    let page = EquipmentPage {
        shell: visit.shell_titled(title.unwrap_or_else(|| visit.text("stewardship-equipment-new"))),
        form,
        incidents: lines(visit, happened).await?,
        ways: Disposal::ALL.iter().map(way).collect(),
        thing,
        today,
    };
    visit.page_with_status(status, &page)
}

fn filled(form: Form, thing: &Equipment, locale: Locale) -> Form {
    let warranty = thing
        .warranty_until
        .map(|day| day.to_string())
        .unwrap_or_default();
    form.with("name", &thing.name)
        .with("serial", &thing.serial)
        .with("supplier", &thing.supplier)
        .with("bought_on", thing.bought_on)
        .with("price", thing.price.field(locale))
        .with("life_months", thing.life_months)
        .with("stands", &thing.stands)
        .with("warranty_until", warranty)
        .with("note", &thing.note)
}

fn file(visit: &Visit, things: &[Equipment], day: Day) -> Answer {
    let heads = [
        "stewardship-equipment-name",
        "stewardship-equipment-serial",
        "stewardship-equipment-stands",
        "stewardship-equipment-supplier",
        "stewardship-equipment-bought-on",
        "stewardship-equipment-price",
        "stewardship-equipment-life",
        "stewardship-equipment-value",
        "stewardship-equipment-warranty",
    ];
    let heads: Vec<String> = heads.iter().map(|key| visit.text(key)).collect();
    let row = |thing: &Equipment| {
        vec![
            thing.name.clone(),
            thing.serial.clone(),
            thing.stands.clone(),
            thing.supplier.clone(),
            thing.bought_on.to_string(),
            amount(thing.price),
            thing.life_months.to_string(),
            amount(thing.value_on(day)),
            thing
                .warranty_until
                .map(|until| until.to_string())
                .unwrap_or_default(),
        ]
    };
    let rows: Vec<Vec<String>> = things.iter().map(row).collect();
    let name = format!("{}-{day}.csv", visit.text("stewardship-inventory-file"));
    visit.download(&name, "text/csv; charset=utf-8", write_csv(&heads, &rows))
}
