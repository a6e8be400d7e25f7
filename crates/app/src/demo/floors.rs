//! The levels of the demonstration place, as `floors.toml` draws them, with an office let by the month.

use super::known::Known;
use super::story::Story;
use floors::{Area, Drawing, Shape, Size};
use kernel::{Actor, Audience, Money, Name};
use offers::{OfferPrice, PlanTerms};
use platform::database::Tx;
use platform::{Failure, Fault};
use serde::Deserialize;
use spaces::{NewLetting, ResourceFacts, ResourceId, ResourceKind};

#[derive(Deserialize)]
struct Script {
    levels: Vec<Level>,
}

#[derive(Deserialize)]
struct Level {
    name: String,
    wide: i64,
    high: i64,
    shapes: Vec<Rectangle>,
}

#[derive(Deserialize)]
struct Rectangle {
    #[serde(default)]
    space: Option<String>,
    #[serde(default)]
    label: String,
    x: i64,
    y: i64,
    wide: i64,
    high: i64,
}

/// An office that somebody has by the month: its name, its level, seats, hundredths of a square metre, where it is drawn.
const OFFICE: (&str, &str, i64, i64, Area) = (
    "L’Ourdissoir",
    "1er étage",
    3,
    1_850,
    Area {
        x: 13,
        y: 12,
        wide: 7,
        high: 4,
    },
);

/// The rent of a month, net, in cents.
const RENT: i64 = 38_000;

/// An office is let to somebody who pays by the pass until then.
fn let_office(tx: &mut Tx<'_>, story: &Story, known: &Known) -> Result<ResourceId, Fault> {
    let actor = Actor::system(known.place);
    let (name, level, seats, area, _) = OFFICE;
    let facts = ResourceFacts {
        level: level.to_owned(),
        area: Some(area),
        position: 40,
        description: "Un bureau fermé, loué au mois.".to_owned(),
        ..ResourceFacts::named(
            ResourceKind::PrivateOffice,
            Name::parse(name).map_err(Fault::internal)?,
            seats,
        )
    };
    let office = spaces::create_resource(tx, &actor, facts, None).map_err(Failure::unexpected)?;
    let today = tx.today(&story.year.zone);
    let mut tenant = None;
    for who in known.accounts.keys().rev() {
        let person = known.person(*who)?;
        if tenant.is_none()
            && people::is_member_on(tx, known.place, person, today)?
            && offers::active_contract(tx, known.place, person, today)?.is_none()
        {
            tenant = Some(person);
        }
    }
    let Some(person) = tenant else {
        return Ok(office);
    };
    let terms = PlanTerms {
        name: Name::parse("Bureau fermé").map_err(Fault::internal)?,
        audience: Audience::Resident,
        active: true,
    };
    let price = OfferPrice {
        amount: Money::from_cents(RENT),
        basis: billing::Basis::Net,
        vat: billing::VatCategory::Standard,
        from: today.first_of_month(),
    };
    let plan = offers::create_plan(tx, &actor, terms, price).map_err(Failure::unexpected)?;
    let new = NewLetting {
        resource: office,
        person,
        plan,
        from: today.first_of_month(),
        price_shown: None,
    };
    spaces::let_out(tx, &actor, new).map_err(Failure::unexpected)?;
    Ok(office)
}

/// Draws every level.
pub(super) fn draw(tx: &mut Tx<'_>, story: &Story, known: &Known) -> Result<(), Fault> {
    let office = let_office(tx, story, known)?;
    let script: Script = toml::from_str(include_str!("floors.toml")).map_err(Fault::internal)?;
    let actor = Actor::system(known.place);
    for (position, level) in (1..).zip(script.levels) {
        let own = (level.name == OFFICE.1).then_some(Ok(Shape {
            resource: Some(office),
            label: String::new(),
            area: OFFICE.4,
        }));
        let shapes = level.shapes.iter().map(|one| shape(story, known, one)).chain(own);
        let drawing = Drawing {
            name: Name::parse(&level.name).map_err(Fault::internal)?,
            size: Size {
                wide: level.wide,
                high: level.high,
            },
            position,
            shapes: shapes.collect::<Result<_, _>>()?,
        };
        floors::create_plan(tx, &actor, drawing).map_err(Failure::unexpected)?;
    }
    Ok(())
}

fn shape(story: &Story, known: &Known, one: &Rectangle) -> Result<Shape, Fault> {
    let room = |key: &String| {
        let at = story.house.resources.iter().position(|room| room.key == *key);
        at.and_then(|at| known.rooms.get(at))
            .copied()
            .ok_or_else(|| Fault::Internal(format!("the plan names a space `{key}` that is not there")))
    };
    Ok(Shape {
        resource: one.space.as_ref().map(room).transpose()?,
        label: one.label.clone(),
        area: Area {
            x: one.x,
            y: one.y,
            wide: one.wide,
            high: one.high,
        },
    })
}
