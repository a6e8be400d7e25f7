//! The sheet of a day: who came, when, for what; to be printed, or opened in a spreadsheet.

use crate::rules::check_in::{CheckIn, Part};
use crate::store::board::{self, Slot};
use crate::store::check_ins;
use askama::Template;
use kernel::{Day, PersonId};
use platform::tables::write_csv;
use platform::web::{Answer, Query, Shell, Visit};
use platform::{Fault, place};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// The sheet of a day.
#[derive(Template)]
#[template(path = "front_desk_day.html")]
struct DayPage {
    shell: Shell,
    day: Day,
    today: Day,
    lines: Vec<DayLine>,
    bookings: Vec<BookingLine>,
    people: usize,
    half_days: usize,
}

/// Somebody who came that day, or whose check-in was undone.
struct DayLine {
    name: String,
    part: String,
    kind: String,
    arrived: String,
    left: String,
    undone: bool,
}

/// A booking of that day.
struct BookingLine {
    hours: String,
    room: String,
    name: String,
    title: String,
}

/// What the address of the sheet says.
#[derive(Debug, Default, Deserialize)]
pub(super) struct DayQuery {
    /// The day, as a date field sends it.
    day: Option<String>,
    /// "csv" for a file.
    format: Option<String>,
}

struct Facts {
    check_ins: Vec<CheckIn>,
    slots: Vec<Slot>,
    names: BTreeMap<PersonId, String>,
}

/// `GET /front-desk/day`: today's sheet, or another day's; an unreadable day is taken for today.
pub(super) async fn show(visit: Visit, Query(query): Query<DayQuery>) -> Answer {
    let asked = query.day.as_deref().and_then(|text| Day::parse(text).ok());
    let day = asked.unwrap_or_else(|| visit.today());
    let facts = read(&visit, day).await?;
    let page = page(&visit, day, &facts);
    if query.format.as_deref() == Some("csv") {
        return file(&visit, day, &page.lines);
    }
    visit.page(&page)
}

async fn read(visit: &Visit, day: Day) -> Result<Facts, Fault> {
    visit
        .read(move |tx, actor| {
            let zone = place::get(tx, actor.place)?.zone;
            let check_ins = check_ins::of_day(tx, actor.place, day)?;
            let slots = board::slots(tx, actor.place, zone.day_bounds(day))?;
            let came = check_ins.iter().map(|one| one.person);
            let people: Vec<PersonId> = came.chain(slots.iter().filter_map(|slot| slot.person)).collect();
            let names = people::names_of(tx, actor.place, &people)?;
            Ok(Facts {
                check_ins,
                slots,
                names,
            })
        })
        .await
}

fn page(visit: &Visit, day: Day, facts: &Facts) -> DayPage {
    let shell = visit.shell("spaces-desk-day-sheet");
    let name = |person: PersonId| facts.names.get(&person).cloned().unwrap_or_default();
    let line = |one: &CheckIn| DayLine {
        name: name(one.person),
        part: shell.t1("spaces-desk-part", "part", one.part.code()),
        kind: shell.t1("spaces-desk-kind", "kind", one.kind.code()),
        arrived: shell.time(&one.arrived_at),
        left: one.left_at.map(|at| shell.time(&at)).unwrap_or_default(),
        undone: !one.is_open(),
    };
    let booking = |slot: &Slot| BookingLine {
        hours: shell.words().hours(slot.period),
        room: slot.resource_name.to_string(),
        name: slot.person.map_or_else(|| slot.caller.clone(), name),
        title: slot.title.clone(),
    };
    let open = || facts.check_ins.iter().filter(|one| one.is_open());
    DayPage {
        day,
        today: visit.today(),
        lines: facts.check_ins.iter().map(line).collect(),
        bookings: facts.slots.iter().map(booking).collect(),
        people: open().map(|one| one.person).collect::<BTreeSet<_>>().len(),
        half_days: open().map(|one| if one.part == Part::Day { 2 } else { 1 }).sum(),
        shell,
    }
}

fn file(visit: &Visit, day: Day, lines: &[DayLine]) -> Answer {
    let heads = [
        "spaces-desk-column-name",
        "spaces-desk-column-part",
        "spaces-desk-column-kind",
        "spaces-desk-column-arrived",
        "spaces-desk-column-left",
        "spaces-desk-column-undone",
    ];
    let heads: Vec<String> = heads.iter().map(|key| visit.text(key)).collect();
    let row = |line: &DayLine| {
        let undone = if line.undone {
            visit.text("spaces-desk-undone")
        } else {
            String::new()
        };
        let cells = [&line.name, &line.part, &line.kind, &line.arrived, &line.left];
        cells
            .into_iter()
            .cloned()
            .chain([undone])
            .collect::<Vec<String>>()
    };
    let rows: Vec<Vec<String>> = lines.iter().map(row).collect();
    visit.download(
        &format!("{day}.csv"),
        "text/csv; charset=utf-8",
        write_csv(&heads, &rows),
    )
}
