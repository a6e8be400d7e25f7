//! One's own moments: registered, waiting, over, and a calendar to follow them.

use super::agenda::{Line, to_come};
use crate::actions;
use crate::rules::event::Event;
use crate::rules::registration::{Registration, RegistrationState};
use crate::store::{events, feeds, registrations, workshops};
use askama::Template;
use kernel::{Day, Instant, Period};
use people::Token;
use platform::web::{Answer, Flash, Form, Shell, Visit};
use platform::{Failure, Fault};
use std::convert::Infallible;

const HERE: &str = "/me/events";
/// How far back one's own moments go, in minutes.
const BACK: i64 = 366 * 24 * 60;

/// One's own moments.
#[derive(Template)]
#[template(path = "my_events.html")]
pub(super) struct MyEventsPage {
    shell: Shell,
    coming: Vec<(Registration, Event)>,
    past: Vec<(Registration, Event)>,
    next: Vec<Line>,
    /// Whether one holds paid workshops.
    holds: bool,
    followed: Option<Day>,
    /// The address just made, which is shown this once.
    fresh: Option<String>,
    now: Instant,
}

impl MyEventsPage {
    fn state(&self, one: &Registration) -> RegistrationState {
        one.state_at(self.now)
    }

    /// What opens the calendar program of the device.
    fn subscription(address: &str) -> String {
        let bare = address.split_once("://").map_or(address, |(_, bare)| bare);
        format!("webcal://{bare}")
    }
}

pub(super) async fn index(visit: Visit) -> Answer {
    shown(&visit, None).await
}

async fn shown(visit: &Visit, fresh: Option<String>) -> Answer {
    let now = visit.now;
    let (known, next, since, holds) = visit
        .read(move |tx, actor| {
            let person = actor.person.ok_or(Fault::Forbidden)?;
            let mine = registrations::of_person(tx, actor.place, person, now.minus_minutes(BACK))?;
            let ahead = crate::panels::followed_span(now)?.end();
            let span = Period::new(now.minus_minutes(BACK), ahead).map_err(Fault::internal)?;
            let all = events::in_span(tx, actor.place, span)?;
            let known: Vec<(Registration, Event)> = mine
                .into_iter()
                .filter_map(|one| {
                    let event = all.iter().find(|event| event.id == one.event)?;
                    Some((one, event.clone()))
                })
                .collect();
            let since = feeds::since(tx, actor.place, person)?;
            let holds = !workshops::of_person(tx, actor.place, person)?.is_empty();
            Ok::<_, Fault>((known, to_come(tx, actor)?, since, holds))
        })
        .await?;
    let (mut coming, past): (Vec<_>, Vec<_>) = known
        .into_iter()
        .partition(|(one, event)| event.facts.period.end() > now && one.state_at(now).is_open());
    coming.sort_by_key(|(_, event)| event.facts.period.start());
    let mut next = next;
    next.retain(|line| coming.iter().all(|(one, _)| one.event != line.event.id));
    visit.page(&MyEventsPage {
        shell: visit.shell("events-mine"),
        coming,
        past,
        next,
        holds,
        followed: since.map(|at| visit.place.zone.day_of(at)),
        fresh,
        now,
    })
}

pub(super) async fn follow(visit: Visit, form: Form) -> Answer {
    let token = Token::from_bytes(visit.app.db.entropy().bytes());
    let hash = token.hash();
    let kept = hash.clone();
    let done: Result<String, Failure<Infallible>> = visit
        .submit(&form, move |tx, actor| {
            actions::follow(tx, actor, &kept)?;
            Ok(HERE.to_owned())
        })
        .await;
    let to = done.map_err(Failure::no_refusal)?;
    let live = visit
        .read(move |tx, actor| feeds::by_secret(tx, actor.place, &hash).map_err(Fault::from))
        .await?;
    if live.is_none() {
        // The same form was sent before: that answer showed the address.
        return visit.redirect_with(&to, &Flash::success("events-feed-made-before"));
    }
    let address = format!("{}/my-agenda/{}", visit.app.settings.base_url, token.as_str());
    shown(&visit, Some(address)).await
}

pub(super) async fn unfollow(visit: Visit, form: Form) -> Answer {
    let done: Result<String, Failure<Infallible>> = visit
        .submit(&form, move |tx, actor| {
            actions::unfollow(tx, actor)?;
            Ok(HERE.to_owned())
        })
        .await;
    visit.redirect_with(
        &done.map_err(Failure::no_refusal)?,
        &Flash::success("events-feed-ended"),
    )
}
