//! What the rooms show beyond the bookings of a year: two that open into one another.

use super::known::Known;
use super::story::Story;
use kernel::{Actor, Name};
use platform::database::Tx;
use platform::{Failure, Fault};
use spaces::{Link, LinkKind, ResourceFacts, ResourceId, ResourceKind};

/// Two rooms, the room they make together, and how many it holds.
const TOGETHER: (&str, &str, &str, i64) = ("indigo", "gaude", "Indigo et Gaude réunies", 26);

/// Opens the wall between two rooms.
pub(super) fn open_wall(tx: &mut Tx<'_>, story: &Story, known: &Known) -> Result<(), Fault> {
    let actor = Actor::system(known.place);
    let (one, other, name, capacity) = TOGETHER;
    let parts = [room(story, known, one)?, room(story, known, other)?];
    let name = Name::parse(name).map_err(Fault::internal)?;
    let facts = ResourceFacts {
        level: "2e étage".to_owned(),
        product: Some(known.product("SALLE-GRANDE")?),
        description: "La cloison ouverte, une seule grande salle sous les toits.".to_owned(),
        equipment: "Écran\nVisioconférence\nTableau blanc".to_owned(),
        position: 9,
        ..ResourceFacts::named(ResourceKind::Room, name, capacity)
    };
    let whole = spaces::create_resource(tx, &actor, facts, None).map_err(Failure::unexpected)?;
    for part in parts {
        let link = Link {
            resource: whole,
            other: part,
            kind: LinkKind::Contains,
        };
        spaces::link(tx, &actor, link).map_err(Failure::unexpected)?;
    }
    Ok(())
}

fn room(story: &Story, known: &Known, key: &str) -> Result<ResourceId, Fault> {
    let number = story.house.resources.iter().position(|room| room.key == key);
    number
        .and_then(|number| known.rooms.get(number).copied())
        .ok_or_else(|| Fault::Internal(format!("no room {key}")))
}
