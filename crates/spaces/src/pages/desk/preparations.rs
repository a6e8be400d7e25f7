//! What is to be prepared today and tomorrow, to be ticked: the same on every open desk (T13).

use crate::actions::set_up::set_up;
use crate::permissions::BOOK_FOR_OTHERS;
use crate::rules::booking::BookingId;
use crate::rules::extras::{ExtraId, ExtraLine, ExtraLineId};
use crate::rules::layout::LayoutId;
use crate::rules::preparing::{Item, Prepared, Ticked};
use crate::store::{extras, layouts, preparing};
use askama::Template;
use kernel::{AccountId, Day, PersonId};
use platform::web::{Answer, Flash, Form, Path, Shell, Visit, WebError};
use platform::{Failure, Fault};
use std::collections::{BTreeMap, BTreeSet};

const PATH: &str = "/front-desk/preparations";

/// The list of two days.
#[derive(Template)]
#[template(path = "preparations.html")]
struct PreparationsPage {
    shell: Shell,
    days: Vec<DayToPrepare>,
    may_tick: bool,
}

/// The list alone, for a screen that follows.
#[derive(Template)]
#[template(path = "preparations_list.html")]
struct ListPart {
    shell: Shell,
    days: Vec<DayToPrepare>,
    may_tick: bool,
}

/// A day with what is to be prepared.
struct DayToPrepare {
    day: Day,
    key: &'static str,
    left: usize,
    bookings: Vec<Line>,
}

/// A booking that something is prepared for.
struct Line {
    id: BookingId,
    /// When setting up begins at the latest.
    by: String,
    hours: String,
    space: String,
    who: String,
    title: String,
    people: Option<i64>,
    note: String,
    items: Vec<ItemLine>,
}

/// One thing to tick.
struct ItemLine {
    /// What the form sends.
    value: String,
    what: String,
    how: String,
    /// When and by whom it was ticked.
    ticked: Option<String>,
}

/// What is read for the page.
struct Facts {
    bookings: Vec<Prepared>,
    layouts: BTreeMap<LayoutId, String>,
    texts: BTreeMap<ExtraId, String>,
    names: BTreeMap<PersonId, String>,
    team: BTreeMap<AccountId, String>,
}

/// `GET /front-desk/preparations`.
pub(super) async fn show(visit: Visit) -> Answer {
    let days = days(&visit).await?;
    visit.page(&PreparationsPage {
        shell: visit.shell("spaces-preparations"),
        days,
        may_tick: visit.actor.may(BOOK_FOR_OTHERS),
    })
}

/// `GET /front-desk/preparations/list`: the part that follows what is ticked elsewhere.
pub(super) async fn list(visit: Visit) -> Answer {
    let days = days(&visit).await?;
    visit.page(&ListPart {
        shell: visit.shell("spaces-preparations"),
        days,
        may_tick: visit.actor.may(BOOK_FOR_OTHERS),
    })
}

/// `POST /front-desk/preparations/{id}`.
pub(super) async fn tick(visit: Visit, Path(id): Path<BookingId>, form: Form) -> Answer {
    let item = match form.value("item") {
        "room" => Item::Room,
        text => Item::Extra(ExtraLineId::parse(text).map_err(|_| WebError::NotFound)?),
    };
    let done = form.checked("done", "yes");
    let acted = visit
        .submit(&form, move |tx, actor| {
            set_up(tx, actor, id, (item, done))?;
            Ok(format!("{PATH}#booking-{id}"))
        })
        .await;
    match acted {
        Ok(to) => visit.redirect(&to),
        Err(Failure::Refused(refusal)) => {
            let reason = visit.explain(&refusal);
            visit.redirect_with(PATH, &Flash::warning("spaces-not-done").with("reason", reason))
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

async fn days(visit: &Visit) -> Result<Vec<DayToPrepare>, Fault> {
    let today = visit.today();
    let mut days = Vec::new();
    for (day, key) in [
        (today, "spaces-preparations-today"),
        (today.next(), "spaces-preparations-tomorrow"),
    ] {
        let facts = read(visit, day).await?;
        days.push(DayToPrepare {
            day,
            key,
            left: facts.bookings.iter().map(Prepared::left).sum(),
            bookings: facts
                .bookings
                .iter()
                .map(|booking| line(visit, &facts, booking))
                .collect(),
        });
    }
    Ok(days)
}

async fn read(visit: &Visit, day: Day) -> Result<Facts, Fault> {
    let span = visit.place.zone.day_bounds(day);
    visit
        .read(move |tx, actor| {
            let place = actor.place;
            let bookings = preparing::beginning(tx, place, span)?;
            let persons: BTreeSet<PersonId> = bookings.iter().filter_map(|one| one.person).collect();
            let persons: Vec<PersonId> = persons.into_iter().collect();
            let by = |(_, ticked): (Item, Option<Ticked>)| ticked.and_then(|ticked| ticked.by);
            let team: BTreeSet<AccountId> = bookings
                .iter()
                .flat_map(|one| one.items().into_iter().filter_map(by))
                .collect();
            let team: Vec<AccountId> = team.into_iter().collect();
            Ok::<_, Fault>(Facts {
                names: people::names_of(tx, place, &persons)?,
                team: people::names_of_accounts(tx, place, &team)?,
                layouts: layouts::of_place(tx, place)?
                    .into_iter()
                    .map(|layout| (layout.id, layout.facts.name.to_string()))
                    .collect(),
                texts: extras::all(tx, place)?
                    .into_iter()
                    .map(|extra| (extra.id, extra.facts.preparation))
                    .collect(),
                bookings,
            })
        })
        .await
}

fn line(visit: &Visit, facts: &Facts, booking: &Prepared) -> Line {
    let words = visit.words();
    let named = booking
        .person
        .and_then(|person| facts.names.get(&person).cloned());
    Line {
        id: booking.booking,
        by: words.time(booking.begins_by()),
        hours: words.hours(booking.occupation.hours()),
        space: booking.space.to_string(),
        who: named.unwrap_or_else(|| booking.caller_name.clone()),
        title: booking.title.clone(),
        people: booking.people,
        note: booking.setup.note.clone(),
        items: booking
            .items()
            .into_iter()
            .map(|one| item(visit, facts, booking, one))
            .collect(),
    }
}

fn item(
    visit: &Visit,
    facts: &Facts,
    booking: &Prepared,
    (item, ticked): (Item, Option<Ticked>),
) -> ItemLine {
    let ticked = ticked.map(|ticked| {
        let at = visit.words().time(ticked.at);
        let who = ticked.by.and_then(|by| facts.team.get(&by).cloned());
        let pair = [("at", at.into()), ("who", who.unwrap_or_default().into())];
        visit.text_with("spaces-preparations-done", &pair)
    });
    let (value, what, how) = match item {
        Item::Room => {
            let layout = booking
                .setup
                .layout
                .and_then(|id| facts.layouts.get(&id).cloned());
            let what = layout.unwrap_or_else(|| visit.text("spaces-preparations-room"));
            ("room".to_owned(), what, String::new())
        }
        Item::Extra(id) => {
            let line = booking.extras.iter().find(|line| line.id == id);
            let text = line.and_then(|line| facts.texts.get(&line.extra).cloned());
            let what = line.map(|line| counted(visit, line)).unwrap_or_default();
            (id.to_string(), what, text.unwrap_or_default())
        }
    };
    ItemLine {
        value,
        what,
        how,
        ticked,
    }
}

fn counted(visit: &Visit, line: &ExtraLine) -> String {
    let pair = [("name", line.name.as_str().into()), ("count", line.count.into())];
    visit.text_with("spaces-extra-counted", &pair)
}
