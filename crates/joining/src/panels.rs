//! What joining shows on pages of others: who waits at the desk, what a member is asked to agree to, a first visit under way.

use crate::actions::to_accept;
use crate::permissions::{ADMIT, OWN};
use crate::rules::tour::TourState;
use crate::store::{applications, departures, steps, tours};
use kernel::{Actor, PersonId};
use platform::database::Tx;
use platform::web::Words;
use platform::{Argument, Fault, Panel, PanelLine, PanelPage, place};

/// The panels of a page, in the words of whoever reads it.
pub(crate) fn shown(
    tx: &mut Tx<'_>,
    actor: &Actor,
    page: PanelPage,
    words: &Words,
) -> Result<Vec<Panel>, Fault> {
    match page {
        PanelPage::FrontDesk if actor.may(ADMIT) => front_desk(tx, actor, words),
        PanelPage::OwnDay(person) if actor.is(person) && actor.may(OWN) => own_day(tx, actor, person, words),
        PanelPage::Person(person) if actor.may(ADMIT) => card(tx, actor, person, words),
        _ => Ok(vec![]),
    }
}

/// Tours of today, and how many wait for an answer.
fn front_desk(tx: &mut Tx<'_>, actor: &Actor, words: &Words) -> Result<Vec<Panel>, Fault> {
    let zone = place::get(tx, actor.place)?.zone;
    let today = tx.today(&zone);
    let mut lines: Vec<PanelLine> = tours::in_span(tx, actor.place, zone.day_bounds(today))?
        .into_iter()
        .filter(|tour| tour.state == TourState::Booked)
        .map(|tour| PanelLine {
            text: tour.prospect.name.to_string(),
            note: words.time(tour.starts_at),
            href: Some(format!("/office/tours/{}", tour.id)),
        })
        .collect();
    let mut panels = Vec::new();
    let waiting = applications::count_waiting(tx, actor.place)?;
    if waiting > 0 {
        panels.push(Panel {
            title: words.text("joining-applications", &[]),
            href: "/office/applications".to_owned(),
            lines: vec![PanelLine {
                text: words.text("joining-waiting-count", &[("count", Argument::from(waiting))]),
                ..PanelLine::default()
            }],
            empty: String::new(),
            urgent: false,
        });
    }
    if !lines.is_empty() {
        lines.truncate(6);
        panels.push(Panel {
            title: words.text("joining-tours-today", &[]),
            href: "/office/tours".to_owned(),
            lines,
            empty: String::new(),
            urgent: false,
        });
    }
    Ok(panels)
}

/// New versions of what everybody agrees to.
fn own_day(tx: &mut Tx<'_>, actor: &Actor, person: PersonId, words: &Words) -> Result<Vec<Panel>, Fault> {
    let texts = to_accept(tx, actor.place, person)?;
    if texts.is_empty() {
        return Ok(vec![]);
    }
    let lines = texts.iter().map(|text| PanelLine {
        text: words.text(text.kind.message(), &[]),
        note: words.day_of(text.published_at),
        href: Some("/me/house-texts".to_owned()),
    });
    Ok(vec![Panel {
        title: words.text("joining-texts-to-read", &[]),
        href: "/me/house-texts".to_owned(),
        lines: lines.collect(),
        empty: String::new(),
        urgent: true,
    }])
}

/// A first visit that is not over, and the way to note that somebody leaves.
fn card(tx: &mut Tx<'_>, actor: &Actor, person: PersonId, words: &Words) -> Result<Vec<Panel>, Fault> {
    let mut panels = Vec::new();
    let steps = steps::of_person(tx, actor.place, person)?;
    if !steps.is_empty() {
        let open = steps.iter().filter(|step| step.done_at.is_none());
        let lines = open.map(|step| PanelLine {
            text: step.label.clone(),
            ..PanelLine::default()
        });
        panels.push(Panel {
            title: words.text("joining-first-visit", &[]),
            href: format!("/office/newcomers/{person}"),
            lines: lines.collect(),
            empty: words.text("joining-first-visit-over", &[]),
            urgent: false,
        });
    }
    let given = departures::of_person(tx, actor.place, person)?;
    panels.push(Panel {
        title: words.text("joining-leaving", &[]),
        href: format!("/office/people/{person}/departure"),
        lines: given
            .iter()
            .take(1)
            .map(|one| PanelLine {
                text: words.text(
                    "joining-leaves-on",
                    &[("day", Argument::from(words.day_long(one.last_day).as_str()))],
                ),
                ..PanelLine::default()
            })
            .collect(),
        empty: words.text("joining-leaving-none", &[]),
        urgent: false,
    });
    Ok(panels)
}
