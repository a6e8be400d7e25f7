//! Calendars followed from outside: the page where one takes an address, and what the address answers.

use super::words;
use crate::actions::follow::{follow, unfollow};
use crate::documents::calendar_feed::{self, Entry};
use crate::documents::calendar_file::MEDIA_TYPE;
use crate::permissions::{PERMISSIONS, SEE_BOOKERS};
use crate::rules::booking::Booking;
use crate::rules::feed::{Feed, FeedScope};
use crate::rules::resource::{Resource, ResourceId};
use crate::store::{bookings, feeds, links, resources};
use askama::Template;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::IntoResponse as _;
use kernel::{Day, Period, PersonId};
use people::{Token, TokenHash};
use platform::database::Tx;
use platform::web::{Answer, Flash, Form, Path, Query, Shell, StatusCode, Visit, WebError};
use platform::{Failure, Fault, OrNotFound};
use serde::Deserialize;
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;

const DAY: i64 = 1_440;
/// How far back one's own calendar goes, the others, and how far ahead.
const OWN_BACK: i64 = 90 * DAY;
const BACK: i64 = 14 * DAY;
const AHEAD: i64 = 400 * DAY;

/// The addresses one has.
#[derive(Template)]
#[template(path = "feeds.html")]
pub(super) struct FeedsPage {
    shell: Shell,
    form: Form,
    offered: Vec<Offered>,
    /// The address just made, which is shown this once.
    fresh: Option<(FeedScope, String)>,
    /// The spaces of which the calendar of the house can be followed by themselves, by identifier and name.
    spaces: Vec<(String, String)>,
}

/// A calendar that one may follow.
struct Offered {
    scope: FeedScope,
    since: Option<Day>,
}

impl Offered {
    fn title(&self) -> &'static str {
        match self.scope {
            FeedScope::Own => "spaces-feed-own",
            FeedScope::House => "spaces-feed-house",
        }
    }

    fn text(&self) -> &'static str {
        match self.scope {
            FeedScope::Own => "spaces-feed-own-text",
            FeedScope::House => "spaces-feed-house-text",
        }
    }
}

impl FeedsPage {
    fn address(&self, scope: &FeedScope) -> Option<&str> {
        let fresh = self.fresh.as_ref().filter(|(of, _)| of == scope);
        fresh.map(|(_, address)| address.as_str())
    }

    /// The same calendar, of one space alone.
    fn of_space(address: &str, space: &str) -> String {
        format!("{address}?space={space}")
    }

    /// What opens the calendar program of the device.
    fn subscription(address: &str) -> String {
        let bare = address.split_once("://").map_or(address, |(_, bare)| bare);
        format!("webcal://{bare}")
    }
}

pub(super) async fn index(visit: Visit) -> Answer {
    let form = Form::blank(&visit);
    shown(&visit, form, None).await
}

pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let Some(scope) = form.parse("scope", FeedScope::parse) else {
        return shown(&visit, form, None).await;
    };
    let token = Token::from_bytes(visit.app.db.entropy().bytes());
    let hash = token.hash();
    let kept = hash.clone();
    let done: Result<String, Failure<Infallible>> = visit
        .submit(&form, move |tx, actor| {
            follow(tx, actor, scope, &kept)?;
            Ok("/me/calendar".to_owned())
        })
        .await;
    let to = done.map_err(Failure::no_refusal)?;
    let live = visit
        .read(move |tx, actor| feeds::by_secret(tx, actor.place, &hash).map_err(Fault::from))
        .await?;
    if live.is_none() {
        // The same form was sent before: that answer showed the address.
        return visit.redirect_with(&to, &Flash::success("spaces-feed-made-before"));
    }
    let address = format!("{}/calendars/{}", visit.app.settings.base_url, token.as_str());
    let form = Form::blank(&visit);
    shown(&visit, form, Some((scope, address))).await
}

pub(super) async fn end(visit: Visit, mut form: Form) -> Answer {
    let Some(scope) = form.parse("scope", FeedScope::parse) else {
        return shown(&visit, form, None).await;
    };
    let done: Result<String, Failure<Infallible>> = visit
        .submit(&form, move |tx, actor| {
            unfollow(tx, actor, scope)?;
            Ok("/me/calendar".to_owned())
        })
        .await;
    visit.redirect_with(
        &done.map_err(Failure::no_refusal)?,
        &Flash::success("spaces-feed-ended"),
    )
}

async fn shown(visit: &Visit, form: Form, fresh: Option<(FeedScope, String)>) -> Answer {
    let of_house = fresh
        .as_ref()
        .is_some_and(|(scope, _)| *scope == FeedScope::House);
    let (live, spaces) = visit
        .read(move |tx, actor| {
            let person = actor.person.ok_or(Fault::Forbidden)?;
            let spaces = if of_house {
                resources::list(tx, actor.place)?
            } else {
                Vec::new()
            };
            Ok::<_, Fault>((feeds::of_person(tx, actor.place, person)?, spaces))
        })
        .await?;
    let scopes = FeedScope::ALL
        .iter()
        .copied()
        .filter(|scope| *scope == FeedScope::Own || visit.actor.may(SEE_BOOKERS));
    let offered = scopes
        .map(|scope| {
            let feed = live.iter().find(|feed| feed.scope == scope);
            Offered {
                scope,
                since: feed.map(|feed| visit.place.zone.day_of(feed.made_at)),
            }
        })
        .collect();
    visit.page(&FeedsPage {
        shell: visit.shell("spaces-feeds-title"),
        form,
        offered,
        fresh,
        spaces: spaces
            .into_iter()
            .filter(|space| space.active)
            .map(|space| (space.id.to_string(), space.facts.name.to_string()))
            .collect(),
    })
}

/// Which part of a calendar is asked for.
#[derive(Debug, Default, Deserialize)]
pub(super) struct FeedQuery {
    space: Option<String>,
}

/// What the address answers: the calendar, or nothing for whoever has no live secret.
pub(super) async fn show(
    visit: Visit,
    Path(secret): Path<String>,
    Query(query): Query<FeedQuery>,
    headers: HeaderMap,
) -> Answer {
    let asked = query.space.as_deref().map(ResourceId::parse).transpose();
    let asked = asked.map_err(|_| WebError::NotFound)?;
    let hash = TokenHash::of(&secret).ok_or(WebError::NotFound)?;
    let now = visit.now;
    let zone = visit.place.zone.clone();
    let (feed, booked, spaces, names) = visit
        .read(move |tx, actor| {
            let place = actor.place;
            let feed = feeds::by_secret(tx, place, &hash)?.or_not_found()?;
            let spaces = resources::list(tx, place)?;
            if let Some(asked) = asked {
                spaces.iter().find(|space| space.id == asked).or_not_found()?;
            }
            let booked = shown_by(tx, &feed, asked, (place, now, zone.day_of(now)))?;
            let persons: BTreeSet<PersonId> = booked.iter().filter_map(|booking| booking.person).collect();
            let persons: Vec<PersonId> = persons.into_iter().collect();
            let names = people::names_of(tx, place, &persons)?;
            Ok::<_, Fault>((feed, booked, spaces, names))
        })
        .await?;
    let spaces: BTreeMap<ResourceId, Resource> = spaces.into_iter().map(|space| (space.id, space)).collect();
    let shell = visit.shell("spaces-feeds-title");
    let holder = |booking: &Booking| match feed.scope {
        FeedScope::Own => String::new(),
        FeedScope::House => words::holder(&shell, booking, &names),
    };
    let entries: Vec<Entry<'_>> = booked
        .iter()
        .filter_map(|booking| {
            Some(Entry {
                booking,
                resource: spaces.get(&booking.resource)?,
                holder: holder(booking),
            })
        })
        .collect();
    let space = asked.and_then(|id| spaces.get(&id));
    let what = match (space, feed.scope) {
        (Some(space), _) => space.facts.name.to_string(),
        (None, FeedScope::Own) => shell.t("spaces-my-bookings-title"),
        (None, FeedScope::House) => shell.t("spaces-bookings-title"),
    };
    let name = format!("{what} · {}", visit.place.name);
    let base_url = &visit.app.settings.base_url;
    let file = calendar_feed::bookings(&visit.place, &name, &entries, base_url);
    let tag = tag_of(&file);
    unless_known(&visit, &headers, &tag, file)
}

/// The bookings that a feed shows, of one space if one is asked for.
fn shown_by(
    tx: &mut Tx<'_>,
    feed: &Feed,
    asked: Option<ResourceId>,
    (place, now, today): (kernel::PlaceId, kernel::Instant, Day),
) -> Result<Vec<Booking>, Fault> {
    let mut booked = match feed.scope {
        FeedScope::Own => feeds::booked_by(tx, place, feed.person, now.minus_minutes(OWN_BACK))?,
        FeedScope::House => {
            still_allowed(tx, place, feed, today)?;
            let span = Period::new(now.minus_minutes(BACK), now.plus_minutes(AHEAD));
            let span = span.map_err(Fault::internal)?;
            match asked {
                Some(space) => feeds::booked_on(tx, place, space, span)?,
                None => feeds::booked(tx, place, span)?,
            }
        }
    };
    booked.retain(|booking| asked.is_none_or(|space| space == booking.resource));
    Ok(booked)
}

/// The address of the whole house is worth what its person may see today.
fn still_allowed(tx: &mut Tx<'_>, place: kernel::PlaceId, feed: &Feed, today: Day) -> Result<(), Fault> {
    let held = people::roles_on(tx, place, feed.person, today)?;
    let grant = PERMISSIONS.iter().find(|grant| grant.permission == SEE_BOOKERS);
    let allowed = grant.is_some_and(|grant| grant.roles.iter().any(|role| held.contains(role)));
    if allowed { Ok(()) } else { Err(Fault::NotFound) }
}

/// When a space is taken, for everybody.
pub(super) async fn room(visit: Visit, Path(id): Path<ResourceId>, headers: HeaderMap) -> Answer {
    let now = visit.now;
    let (resource, slots) = visit
        .read(move |tx, actor| {
            let place = actor.place;
            let resource = resources::find(tx, place, id)?
                .filter(|one| one.active)
                .or_not_found()?;
            let span =
                Period::new(now.minus_minutes(BACK), now.plus_minutes(AHEAD)).map_err(Fault::internal)?;
            let mut slots = bookings::occupying(tx, place, id, span)?;
            slots.extend(links::occupying_bound(tx, place, id, span)?);
            slots.sort_by_key(|slot| (slot.occupation.hours().start(), slot.id));
            Ok::<_, Fault>((resource, slots))
        })
        .await?;
    let stretches: Vec<(String, Period)> = slots
        .iter()
        .map(|slot| (slot.id.to_string(), slot.occupation.hours()))
        .collect();
    let taken = visit.shell("spaces-feeds-title").t("spaces-taken");
    let file = calendar_feed::busy(&visit.place, &resource, &taken, &stretches, now);
    // Each event says when it was asked for: two calendars that differ in that alone are one.
    let said: String = file.lines().filter(|line| !line.starts_with("DTSTAMP")).collect();
    unless_known(&visit, &headers, &tag_of(&said), file)
}

/// What tells one calendar from another.
fn tag_of(file: &str) -> String {
    let digest = Sha256::digest(file.as_bytes());
    let tag = data_encoding::HEXLOWER.encode(&digest);
    format!("\"{}\"", tag.get(..32).unwrap_or_default())
}

/// The calendar with its tag, or the tag alone for a calendar program that has it already: they ask every few minutes.
fn unless_known(visit: &Visit, headers: &HeaderMap, tag: &str, file: String) -> Answer {
    let known = headers
        .get(header::IF_NONE_MATCH)
        .and_then(|tags| tags.to_str().ok());
    let known = known.is_some_and(|tags| {
        tags.split(',')
            .any(|one| one.trim().trim_start_matches("W/") == tag)
    });
    let mut answer = if known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        visit.download("calendar.ics", MEDIA_TYPE, file.into_bytes())?
    };
    let kept = answer.headers_mut();
    kept.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("private, no-cache"),
    );
    if let Ok(tag) = HeaderValue::from_str(tag) {
        kept.insert(header::ETAG, tag);
    }
    Ok(answer)
}
