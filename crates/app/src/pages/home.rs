//! The home of the place: what it is, its rooms, how to come in.

use askama::Template;
use platform::web::{Answer, Shell, Visit};
use spaces::Resource;

/// How many rooms the first page shows.
const SHOWN: usize = 6;

#[derive(Template)]
#[template(path = "home.html")]
struct HomePage {
    shell: Shell,
    rooms: Vec<Resource>,
    lead: String,
}

/// `GET /`.
pub(super) async fn show(visit: Visit) -> Answer {
    let (rooms, lead) = visit
        .read(|tx, actor| {
            let rooms = spaces::store::resources::list(tx, actor.place)?;
            let lead = platform::place::setting(tx, actor.place, super::office::LEAD)?;
            Ok::<_, platform::Fault>((rooms, lead))
        })
        .await?;
    let rooms = rooms.into_iter().filter(|room| room.active).take(SHOWN).collect();
    let lead = lead
        .filter(|lead| !lead.is_empty())
        .unwrap_or_else(|| visit.text("app-home-lead"));
    visit.page(&HomePage {
        shell: visit.shell("app-home-title"),
        rooms,
        lead,
    })
}
