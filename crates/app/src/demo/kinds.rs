//! What the demonstration place lets beyond its rooms: a whole floor, the building, and things that are taken along.

use super::known::Known;
use super::story::Story;
use billing::{Basis, Family, NewProduct, Price, PriceFor, Product, Unit, VatCategory};
use kernel::{Actor, Audience, Id, Money, Name};
use platform::database::Tx;
use platform::{Failure, Fault};
use serde::Deserialize;
use spaces::{BookingWindow, Holder, Link, LinkKind, NewBooking, ResourceFacts, ResourceId, ResourceKind};

#[derive(Deserialize)]
struct Script {
    spaces: Vec<Line>,
}

/// One of them. Prices in cents without VAT, for everybody.
#[derive(Deserialize)]
struct Line {
    kind: String,
    name: String,
    #[serde(default)]
    level: String,
    #[serde(default = "one")]
    capacity: i64,
    #[serde(default)]
    description: String,
    #[serde(default)]
    equipment: Vec<String>,
    #[serde(default)]
    sold: Option<Sold>,
    /// Names of what is in it.
    #[serde(default)]
    contains: Vec<String>,
    /// Whether the place must say yes first.
    #[serde(default)]
    asks: bool,
    /// Who has it tomorrow morning, and what for.
    #[serde(default)]
    taken: Option<(String, String)>,
}

#[derive(Deserialize)]
struct Sold {
    code: String,
    name: String,
    hour: i64,
    half_day: i64,
    day: i64,
}

const fn one() -> i64 {
    1
}

/// Adds them, linked with what they contain.
pub(super) fn add(tx: &mut Tx<'_>, story: &Story, known: &Known) -> Result<(), Fault> {
    let script: Script = toml::from_str(include_str!("kinds.toml")).map_err(Fault::internal)?;
    let actor = Actor::system(known.place);
    for (position, line) in (60..).zip(&script.spaces) {
        let product = match &line.sold {
            Some(sold) => Some(sell(tx, &actor, story, sold)?),
            None => None,
        };
        let kind = ResourceKind::parse(&line.kind).map_err(Fault::internal)?;
        let name = Name::parse(&line.name).map_err(Fault::internal)?;
        let facts = ResourceFacts {
            level: line.level.clone(),
            product,
            description: line.description.clone(),
            equipment: line.equipment.join("\n"),
            position,
            ..ResourceFacts::named(kind, name, line.capacity)
        };
        let id = spaces::create_resource(tx, &actor, facts, None).map_err(Failure::unexpected)?;
        contain(tx, &actor, known, (id, line))?;
        if line.asks {
            ask_first(tx, &actor, id)?;
        }
        if let Some((who, title)) = &line.taken {
            take(tx, story, known, (id, who, title))?;
        }
    }
    Ok(())
}

fn sell(tx: &mut Tx<'_>, actor: &Actor, story: &Story, sold: &Sold) -> Result<Id<Product>, Fault> {
    let new = NewProduct {
        code: sold.code.clone(),
        name: sold.name.clone(),
        family: Family::Other,
        vat_category: VatCategory::Standard,
        basis: Basis::Net,
        account_code: "706100".to_owned(),
    };
    let product = billing::create_product(tx, actor, new).map_err(Failure::unexpected)?;
    let prices = [
        (Unit::Hour, sold.hour),
        (Unit::HalfDay, sold.half_day),
        (Unit::Day, sold.day),
    ];
    for (unit, cents) in prices {
        let price = Price {
            product,
            audience: PriceFor(None),
            unit,
            amount: Money::from_cents(cents),
            // A price may not begin in a month that is closed.
            from: tx.today(&story.year.zone).first_of_month(),
        };
        billing::set_price(tx, actor, price).map_err(Failure::unexpected)?;
    }
    Ok(product)
}

fn contain(
    tx: &mut Tx<'_>,
    actor: &Actor,
    known: &Known,
    (whole, line): (ResourceId, &Line),
) -> Result<(), Fault> {
    let all = spaces::store::resources::list(tx, known.place)?;
    for part in &line.contains {
        let part = all.iter().find(|space| space.facts.name.as_str() == part);
        let part =
            part.ok_or_else(|| Fault::Internal(format!("{} contains a space that is not there", line.name)))?;
        let link = Link {
            resource: whole,
            other: part.id,
            kind: LinkKind::Contains,
        };
        spaces::link(tx, actor, link).map_err(Failure::unexpected)?;
    }
    Ok(())
}

/// Nobody takes all the rooms at once without asking.
fn ask_first(tx: &mut Tx<'_>, actor: &Actor, id: ResourceId) -> Result<(), Fault> {
    for audience in [Audience::Nomad, Audience::Resident, Audience::External] {
        let window = BookingWindow {
            needs_approval: true,
            minimum_minutes: 120,
            ..BookingWindow::UNSET
        };
        spaces::set_booking_window(tx, actor, Some(id), audience, Some(window))
            .map_err(Failure::unexpected)?;
    }
    Ok(())
}

/// Somebody has it on the next working morning.
fn take(
    tx: &mut Tx<'_>,
    story: &Story,
    known: &Known,
    (id, who, title): (ResourceId, &str, &str),
) -> Result<(), Fault> {
    let Some((number, _)) = story.cast.all().find(|(_, one)| one.name.full() == who) else {
        return Ok(());
    };
    let zone = &story.year.zone;
    let monday = zone.day_of(tx.now()).monday_of_week().plus_days(7);
    let at =
        |hour: u16| kernel::MinuteOfDay::from_minutes(hour * 60).map(|minute| zone.instant(monday, minute));
    let (start, end) = (at(9).map_err(Fault::internal)?, at(12).map_err(Fault::internal)?);
    let period = kernel::Period::new(start, end).map_err(Fault::internal)?;
    let new = NewBooking {
        title: title.to_owned(),
        ..NewBooking::plain(id, period, Holder::Person(known.person(number)?))
    };
    let actor = known.actor(story, number)?;
    // Another month the house may be closed that morning: then nobody has it.
    match spaces::quote(tx, &actor, &new) {
        Ok(_) => spaces::book(tx, &actor, &new)
            .map(drop)
            .map_err(Failure::unexpected),
        Err(Failure::Refused(_)) => Ok(()),
        Err(Failure::Fault(fault)) => Err(fault),
    }
}
