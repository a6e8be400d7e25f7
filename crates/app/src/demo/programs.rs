//! The doors of the demonstration place and the key of a program, as `programs.toml` tells them. Nobody knows the secret of the key: who
//! tries the interface makes a key of their own.

use super::known::Known;
use super::story::Story;
use api::{NewDoor, NewToken, Scope};
use kernel::Role;
use platform::database::Database;
use platform::{Failure, Fault};
use serde::Deserialize;

#[derive(Clone, Deserialize)]
struct Script {
    key: Key,
    doors: Vec<Door>,
}

#[derive(Clone, Deserialize)]
struct Key {
    name: String,
    days: i64,
    scopes: Vec<Scope>,
}

#[derive(Clone, Deserialize)]
struct Door {
    name: String,
    /// The number of the space behind it; none for the way into the house.
    room: Option<usize>,
    members: bool,
}

/// Minutes around a booking during which a door opens.
const MARGIN: i64 = 15;

/// Keeps the doors, and makes the key in the name of who runs the place.
pub(super) fn tell(db: &Database, story: &Story, known: &Known) -> Result<(), Fault> {
    let script: Script = toml::from_str(include_str!("programs.toml")).map_err(Fault::internal)?;
    let director = known.holder(story, Role::ManagingDirector)?;
    let rooms = known.rooms.clone();
    db.write_blocking(move |tx| {
        for door in &script.doors {
            let new = NewDoor {
                name: door.name.clone(),
                resource: door.room.and_then(|number| rooms.get(number)).copied(),
                members: door.members,
                margin: MARGIN,
            };
            let secret = api::door_secret(tx.random_bytes());
            api::keep_door(tx, &director, &new, &secret).map_err(Failure::unexpected)?;
        }
        let new = NewToken {
            name: script.key.name.clone(),
            scopes: script.key.scopes.iter().copied().collect(),
            days: script.key.days,
        };
        let secret = api::secret(tx.random_bytes());
        api::make_token(tx, &director, &new, &secret).map_err(Failure::unexpected)?;
        Ok(())
    })
}
