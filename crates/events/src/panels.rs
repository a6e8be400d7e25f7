//! What events show on pages of others: the moments of the day at the desk, one's own and the next ones on one's day.

use crate::actions::{is_of_the_house, locations, programmes};
use crate::letters::where_it_is;
use crate::permissions::{OWN, RUN};
use crate::rules::event::{Event, EventState, OpenTo};
use crate::rules::registration::RegistrationState;
use crate::store::{events, figures, proposals, registrations};
use kernel::{Actor, Period, PersonId};
use platform::database::Tx;
use platform::web::Words;
use platform::{Argument, Fault, Panel, PanelLine, PanelPage, place};

/// How many moments one's own day shows.
const SHOWN: usize = 4;

/// The panels of a page, in the words of whoever reads it.
pub(crate) fn shown(
    tx: &mut Tx<'_>,
    actor: &Actor,
    page: PanelPage,
    words: &Words,
) -> Result<Vec<Panel>, Fault> {
    match page {
        PanelPage::FrontDesk if actor.may(RUN) => front_desk(tx, actor, words),
        PanelPage::OwnDay(person) if actor.is(person) && actor.may(OWN) => own_day(tx, actor, person, words),
        _ => Ok(vec![]),
    }
}

/// The events of today (T1).
fn front_desk(tx: &mut Tx<'_>, actor: &Actor, words: &Words) -> Result<Vec<Panel>, Fault> {
    let zone = place::get(tx, actor.place)?.zone;
    let today = zone.day_bounds(tx.today(&zone));
    let mut panels: Vec<Panel> = council(tx, actor, words)?.into_iter().collect();
    let mut of_today = events::in_span(tx, actor.place, today)?;
    of_today.retain(|event| event.state == EventState::Published);
    if of_today.is_empty() {
        return Ok(panels);
    }
    let rooms = locations(tx, actor.place, today)?;
    let counts = figures::in_span(tx, actor.place, today)?;
    let lines = of_today.iter().map(|event| {
        let names: Vec<&str> = rooms
            .get(&event.id)
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect();
        let mut note = format!(
            "{} · {}",
            words.hours(event.facts.period),
            where_it_is(&names, &event.facts.venue)
        );
        if event.facts.registers {
            let people = counts.get(&event.id).map_or(0, |count| count.registered);
            let told = words.text("events-people-registered", &[("count", Argument::from(people))]);
            note = format!("{note} · {told}");
        }
        PanelLine {
            text: event.facts.title.clone(),
            note,
            href: Some(format!("/office/events/{}", event.id)),
        }
    });
    panels.push(Panel {
        title: words.text("events-today", &[]),
        href: "/office/events".to_owned(),
        lines: lines.collect(),
        empty: String::new(),
        urgent: false,
    });
    Ok(panels)
}

/// How many proposals wait for an answer, for who programmes; nothing when none does.
fn council(tx: &mut Tx<'_>, actor: &Actor, words: &Words) -> Result<Option<Panel>, Fault> {
    if !programmes(tx, actor)? {
        return Ok(None);
    }
    let waiting = proposals::waiting(tx, actor.place)?;
    if waiting == 0 {
        return Ok(None);
    }
    Ok(Some(Panel {
        title: words.text("events-council", &[]),
        href: "/programming-council".to_owned(),
        lines: vec![PanelLine {
            text: words.text("events-proposals-waiting", &[("count", Argument::from(waiting))]),
            ..PanelLine::default()
        }],
        empty: String::new(),
        urgent: false,
    }))
}

/// What one is registered for or offered, then what comes next.
fn own_day(tx: &mut Tx<'_>, actor: &Actor, person: PersonId, words: &Words) -> Result<Vec<Panel>, Fault> {
    let now = tx.now();
    let inside = is_of_the_house(tx, actor)?;
    let mut coming = events::to_come(tx, actor.place, 40)?;
    coming.retain(|event| inside || event.facts.open_to == OpenTo::Everybody);
    let since = now.minus_minutes(366 * 24 * 60);
    let mine = registrations::of_person(tx, actor.place, person, since)?;
    let state = |event: &Event| {
        let own = mine
            .iter()
            .find(|one| one.event == event.id && one.state.is_open());
        own.map(|one| one.state_at(now))
    };
    let offered = coming
        .iter()
        .any(|event| state(event) == Some(RegistrationState::Offered));
    coming.sort_by_key(|event| (state(event).is_none(), event.facts.period.start()));
    let lines = coming.iter().take(SHOWN).map(|event| {
        let told = state(event).map(|state| words.text(state.message(), &[]));
        let when = words.when(event.facts.period.start());
        PanelLine {
            text: event.facts.title.clone(),
            note: told.map_or(when.clone(), |told| format!("{when} · {told}")),
            href: Some(format!("/agenda/{}", event.id)),
        }
    });
    let mut panels = vec![Panel {
        title: words.text("events-agenda", &[]),
        href: "/me/events".to_owned(),
        lines: lines.collect(),
        empty: words.text("events-none-to-come", &[]),
        urgent: offered,
    }];
    if !actor.may(RUN) {
        panels.extend(council(tx, actor, words)?);
    }
    Ok(panels)
}

/// From some minutes ago until far ahead, for calendars that are followed.
pub(crate) fn followed_span(now: kernel::Instant) -> Result<Period, Fault> {
    const DAY: i64 = 24 * 60;
    Period::new(now.minus_minutes(60 * DAY), now.plus_minutes(400 * DAY)).map_err(Fault::internal)
}
