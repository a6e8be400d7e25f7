//! The levels of the demonstration place, as `floors.toml` draws them.

use super::known::Known;
use super::story::Story;
use floors::{Area, Drawing, Shape, Size};
use kernel::{Actor, Name};
use platform::database::Tx;
use platform::{Failure, Fault};
use serde::Deserialize;

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

/// Draws every level.
pub(super) fn draw(tx: &mut Tx<'_>, story: &Story, known: &Known) -> Result<(), Fault> {
    let script: Script = toml::from_str(include_str!("floors.toml")).map_err(Fault::internal)?;
    let actor = Actor::system(known.place);
    for (position, level) in (1..).zip(script.levels) {
        let shapes = level.shapes.iter().map(|one| shape(story, known, one));
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
