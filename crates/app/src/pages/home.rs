//! The home of the place: what it is, its rooms, how to come in.

use askama::Template;
use platform::photos::{self, Photo, Picture};
use platform::web::{Answer, Shell, Visit};
use spaces::{Resource, ResourceId};
use std::collections::BTreeMap;

/// How many rooms the first page shows.
const SHOWN: usize = 6;

#[derive(Template)]
#[template(path = "home.html")]
struct HomePage {
    shell: Shell,
    rooms: Vec<Resource>,
    /// The first photograph of those that have one.
    photos: BTreeMap<i64, Photo>,
    lead: String,
}

impl HomePage {
    fn picture(&self, room: &Resource) -> Option<Picture> {
        let photo = self.photos.get(&room.id.as_i64())?;
        Some(photo.at(&format!("/rooms/{}/photos", room.id)))
    }
}

/// `GET /`.
pub(super) async fn show(visit: Visit) -> Answer {
    let (rooms, photos, lead) = visit
        .read(|tx, actor| {
            let mut rooms = spaces::store::resources::list(tx, actor.place)?;
            rooms.retain(|room| room.active && !room.facts.kind.is_equipment());
            rooms.truncate(SHOWN);
            let ids: Vec<ResourceId> = rooms.iter().map(|room| room.id).collect();
            let photos = photos::first_of(tx, actor.place, "resource", &ids)?;
            let lead = platform::place::setting(tx, actor.place, super::office::LEAD)?;
            Ok::<_, platform::Fault>((rooms, photos, lead))
        })
        .await?;
    let lead = lead
        .filter(|lead| !lead.is_empty())
        .unwrap_or_else(|| visit.text("app-home-lead"));
    visit.page(&HomePage {
        shell: visit.shell("app-home-title"),
        rooms,
        photos,
        lead,
    })
}
