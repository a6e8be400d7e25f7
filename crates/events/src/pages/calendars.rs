//! Events for calendar programs: one, all that everybody may see, or one's own.

use super::event::found;
use crate::actions::{kept_rooms, locations, today};
use crate::documents::calendar::{self, Entry};
use crate::letters::where_it_is;
use crate::panels::followed_span;
use crate::rules::event::{Event, EventId, EventState, OpenTo};
use crate::store::{events, feeds, registrations};
use kernel::PlaceId;
use people::TokenHash;
use platform::database::Tx;
use platform::web::{Answer, Path, Visit, WebError};
use platform::{Fault, OrNotFound};
use spaces::calendar_file::MEDIA_TYPE;
use std::collections::BTreeSet;

/// One event, as a file.
pub(super) async fn one(visit: Visit, Path(id): Path<EventId>) -> Answer {
    let (event, location) = visit
        .read(move |tx, actor| {
            let event = found(tx, actor, id)?;
            let rooms = kept_rooms(tx, actor.place, id, event.facts.period)?;
            let names: Vec<&str> = rooms.iter().map(|room| room.name.as_str()).collect();
            let location = where_it_is(&names, &event.facts.venue);
            Ok::<_, Fault>((event, location))
        })
        .await?;
    let entry = Entry {
        event: &event,
        location: &location,
    };
    let file = calendar::calendar(&visit.place, None, &[entry], &visit.app.settings.base_url);
    visit.download(calendar::FILENAME, MEDIA_TYPE, file.into_bytes())
}

/// Everything announced to everybody, to be followed.
pub(super) async fn public(visit: Visit) -> Answer {
    let listed = visit
        .read(|tx, actor| {
            let all = announced(tx, actor.place)?;
            let open: Vec<_> = all
                .into_iter()
                .filter(|(event, _)| event.facts.open_to == OpenTo::Everybody)
                .collect();
            Ok::<_, Fault>(open)
        })
        .await?;
    file(&visit, &listed)
}

/// What the owner of the secret may come to: while they are a member what is for members, and always what they are registered for.
pub(super) async fn own(visit: Visit, Path(secret): Path<String>) -> Answer {
    let hash = TokenHash::of(&secret).ok_or(WebError::NotFound)?;
    let listed = visit
        .read(move |tx, actor| {
            let person = feeds::by_secret(tx, actor.place, &hash)?.or_not_found()?;
            let today = today(tx, actor.place)?;
            let inside = people::is_member_on(tx, actor.place, person, today)?;
            let since = followed_span(tx.now())?.start().minus_minutes(400 * 24 * 60);
            let mine: BTreeSet<EventId> = registrations::of_person(tx, actor.place, person, since)?
                .into_iter()
                .filter(|one| one.state.is_open())
                .map(|one| one.event)
                .collect();
            let mut all = announced(tx, actor.place)?;
            all.retain(|(event, _)| {
                inside || event.facts.open_to == OpenTo::Everybody || mine.contains(&event.id)
            });
            Ok::<_, Fault>(all)
        })
        .await?;
    file(&visit, &listed)
}

/// What was announced, given up since or not, with where it is.
fn announced(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<(Event, String)>, Fault> {
    let span = followed_span(tx.now())?;
    let rooms = locations(tx, place, span)?;
    let all = events::in_span(tx, place, span)?;
    let located = all
        .into_iter()
        .filter(|event| event.state != EventState::Draft)
        .map(|event| {
            let names: Vec<&str> = rooms
                .get(&event.id)
                .into_iter()
                .flatten()
                .map(String::as_str)
                .collect();
            let location = where_it_is(&names, &event.facts.venue);
            (event, location)
        });
    Ok(located.collect())
}

fn file(visit: &Visit, listed: &[(Event, String)]) -> Answer {
    let entries: Vec<Entry<'_>> = listed
        .iter()
        .map(|(event, location)| Entry { event, location })
        .collect();
    let name = format!("{} · {}", visit.text("events-agenda"), visit.place.name);
    let base_url = &visit.app.settings.base_url;
    let file = calendar::calendar(&visit.place, Some(&name), &entries, base_url);
    visit.download("agenda.ics", MEDIA_TYPE, file.into_bytes())
}
