//! The rooms as everybody may see them: a list to look through, a page for each, and the same inside other sites (T87).

use super::room_view::{Prices, RoomCard, RoomView};
use crate::rules::showing::Wanted;
use askama::Template;
use kernel::{Day, PlaceId, fold};
use platform::database::Tx;
use platform::photos;
use platform::sites::Sites;
use platform::web::{Answer, Form, Path, Query, Shell, Visit, framed};
use platform::{Fault, OrNotFound};
use serde::Deserialize;
use spaces::store::resources;
use spaces::{Resource, ResourceId};
use std::collections::BTreeMap;

/// The rooms that suit.
#[derive(Template)]
#[template(path = "rooms.html")]
pub(super) struct RoomsPage {
    shell: Shell,
    form: Form,
    /// What some room has, to choose from.
    things: Vec<(String, String)>,
    rooms: Vec<RoomCard>,
    /// Whether the place has any.
    any: bool,
}

/// One room.
#[derive(Template)]
#[template(path = "room.html")]
pub(super) struct RoomPage {
    shell: Shell,
    view: RoomView,
}

/// One room inside another site.
#[derive(Template)]
#[template(path = "embed_room.html")]
pub(super) struct EmbedPage {
    shell: Shell,
    view: RoomView,
}

/// What somebody looks for.
#[derive(Debug, Default, Deserialize)]
pub(super) struct RoomsQuery {
    #[serde(default)]
    people: String,
    #[serde(default)]
    thing: String,
}

/// From which day on the hours are shown.
#[derive(Debug, Default, Deserialize)]
pub(super) struct RoomQuery {
    from: Option<String>,
}

pub(super) async fn index(visit: Visit, Query(query): Query<RoomsQuery>) -> Answer {
    let today = visit.today();
    let wanted = Wanted {
        people: query.people.trim().parse().ok().filter(|people| *people > 0),
        thing: query.thing.chars().take(100).collect(),
    };
    let looked_for = wanted.clone();
    let (all, rooms) = visit
        .read(move |tx, actor| {
            let all = let_out(tx, actor.place)?;
            let fitting: Vec<Resource> = all
                .iter()
                .filter(|room| looked_for.admits(&room.facts))
                .cloned()
                .collect();
            let ids: Vec<ResourceId> = fitting.iter().map(|room| room.id).collect();
            let mut shown = photos::first_of(tx, actor.place, "resource", &ids)?;
            let prices = Prices::read(tx, actor.place, today)?;
            let cards: Vec<RoomCard> = fitting
                .into_iter()
                .map(|room| {
                    let photo = shown.remove(&room.id.as_i64());
                    prices.card(room, photo)
                })
                .collect();
            Ok::<_, Fault>((all, cards))
        })
        .await?;
    let shell = visit.shell("spaces-rooms-title");
    let form = Form::blank(&visit)
        .with("people", wanted.people.map(|n| n.to_string()).unwrap_or_default())
        .with("thing", &wanted.thing);
    visit.page(&RoomsPage {
        things: things(&shell, &all),
        any: !all.is_empty(),
        shell,
        form,
        rooms,
    })
}

fn let_out(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Resource>, Fault> {
    let mut all = resources::list(tx, place)?;
    all.retain(|room| room.active);
    Ok(all)
}

/// What some room has, once each, in the order of the alphabet.
fn things(shell: &Shell, rooms: &[Resource]) -> Vec<(String, String)> {
    let lines = rooms.iter().flat_map(|room| room.facts.equipment_lines());
    let once: BTreeMap<String, &str> = lines.map(|line| (fold(line), line)).collect();
    let any = (String::new(), shell.t("guests-any-thing"));
    let each = once.into_values().map(|line| (line.to_owned(), line.to_owned()));
    std::iter::once(any).chain(each).collect()
}

pub(super) async fn show(visit: Visit, Path(id): Path<ResourceId>, Query(query): Query<RoomQuery>) -> Answer {
    let view = viewed(&visit, id, query, "").await?;
    visit.page(&RoomPage {
        shell: visit.shell_titled(view.name()),
        view,
    })
}

pub(super) async fn embed(
    visit: Visit,
    Path(id): Path<ResourceId>,
    Query(query): Query<RoomQuery>,
) -> Answer {
    let view = viewed(&visit, id, query, "/embed").await?;
    let sites = visit.read(|tx, actor| Sites::of(tx, actor.place)).await?;
    let page = EmbedPage {
        shell: visit.shell_titled(view.name()),
        view,
    };
    framed(visit.page(&page), &sites)
}

async fn viewed(
    visit: &Visit,
    id: ResourceId,
    query: RoomQuery,
    under: &'static str,
) -> Result<RoomView, platform::web::WebError> {
    let today = visit.today();
    let from = query
        .from
        .and_then(|text| Day::parse(&text).ok())
        .filter(|day| (today..=today.plus_days(1_100)).contains(day))
        .unwrap_or(today);
    let (zone, base_url) = (visit.place.zone.clone(), visit.app.settings.base_url.clone());
    let facts = visit
        .read(move |tx, actor| {
            let resource = resources::find(tx, actor.place, id)?
                .filter(|one| one.active)
                .or_not_found()?;
            super::room_view::Facts::read(tx, actor.place, &zone, resource, (today, from))
        })
        .await?;
    Ok(RoomView::new(visit, facts, &base_url, under))
}
