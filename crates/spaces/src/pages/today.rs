//! My place today: what I have left, where I am expected, and the way to book a room.

use super::desk::holding::{Holding, holding};
use crate::permissions::{BOOK, OWN_DAY};
use crate::store::board::{self, Slot};
use crate::store::check_ins;
use askama::Template;
use kernel::Day;
use platform::messages::Argument;
use platform::web::{Access, Answer, Routes, Shell, Visit, WebError};
use platform::{Fault, Panel, PanelPage, place};

/// How many bookings to come are shown.
const SHOWN: u32 = 4;

/// The page a member lands on.
#[derive(Template)]
#[template(path = "today.html")]
struct TodayPage {
    shell: Shell,
    greeting: String,
    here: Option<String>,
    pass: Option<Pass>,
    plan: Option<String>,
    /// Units owed; 0 for none.
    owed: i64,
    bookings: Vec<NextBooking>,
    may_book: bool,
    panels: Vec<Panel>,
}

/// What is left of passes.
struct Pass {
    units: i64,
    words: String,
    expiry: Option<Day>,
}

/// A booking to come.
struct NextBooking {
    href: String,
    day: String,
    hours: String,
    room: String,
    title: String,
    requested: bool,
}

/// The page of a member's day.
pub(crate) fn routes() -> Routes {
    Routes::new().get("/me", Access::Needs(OWN_DAY), show)
}

/// `GET /me`.
async fn show(visit: Visit) -> Answer {
    let person = visit.actor.person.ok_or(WebError::Forbidden)?;
    let (name, holding, today, slots) = visit
        .read(move |tx, actor| {
            let zone = place::get(tx, actor.place)?.zone;
            let day = tx.today(&zone);
            let name = people::person(tx, actor.place, person)?.map(|known| known.name);
            let holding = holding(tx, actor.place, person, day)?;
            let today = check_ins::open_of_person(tx, actor.place, person, day)?;
            let slots = board::next_of_person(tx, actor.place, person, SHOWN)?;
            Ok::<_, Fault>((name, holding, today, slots))
        })
        .await?;
    let shell = visit.shell("spaces-today-title");
    let here = today
        .first()
        .filter(|_| today.iter().any(|one| one.left_at.is_none()));
    let called = name.map(|name| {
        if name.given().is_empty() {
            name.full()
        } else {
            name.given().to_owned()
        }
    });
    visit.page(&TodayPage {
        greeting: visit.text_with(
            "spaces-today-greeting",
            &[("name", Argument::from(called.unwrap_or_default()))],
        ),
        here: here.map(|first| shell.t1("spaces-today-here", "time", shell.time(&first.arrived_at))),
        pass: pass(&visit, &holding),
        owed: holding.balance.debt,
        bookings: slots.iter().map(|slot| next(&shell, slot)).collect(),
        may_book: visit.actor.may(BOOK),
        panels: visit.panels(PanelPage::OwnDay(person)).await?,
        plan: holding.plan,
        shell,
    })
}

fn pass(visit: &Visit, holding: &Holding) -> Option<Pass> {
    let left = [
        ("days", Argument::from(holding.balance.days)),
        ("halves", Argument::from(holding.balance.half_days)),
    ];
    holding.standing.pass.then(|| Pass {
        units: holding.balance.units,
        words: visit.text_with("spaces-today-pass-words", &left),
        expiry: holding.balance.next_expiry,
    })
}

fn next(shell: &Shell, slot: &Slot) -> NextBooking {
    let words = shell.words();
    NextBooking {
        href: format!("/bookings/{}", slot.booking),
        day: words.day_of(slot.period.start()),
        hours: words.hours(slot.period),
        room: slot.resource_name.to_string(),
        title: slot.title.clone(),
        requested: slot.requested,
    }
}
