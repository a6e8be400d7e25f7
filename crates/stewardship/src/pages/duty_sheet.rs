//! The sheet of a week: who is at the desk when, and what became of it.

use crate::actions::{give_up_duty, settle_duty, take_duty};
use crate::rules::duty::{Duty, DutyRefused, Slot, minutes_by_person, sheet};
use crate::store::duties;
use askama::Template;
use kernel::{Actor, Day, Days, Id, Instant, PersonId, Refusal};
use people::Party;
use platform::database::Tx;
use platform::messages::Argument;
use platform::tables::write_csv;
use platform::web::{Answer, Flash, Form, Path, Query, Shell, Visit, Words};
use platform::{Failure, Fault, OrNotFound};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The sheet of a week.
#[derive(Template)]
#[template(path = "duty_sheet.html")]
pub(super) struct SheetPage {
    shell: Shell,
    days: Vec<(Day, Vec<Line>)>,
    /// The Mondays of the weeks before and after.
    around: (Day, Day),
    range: String,
    any: bool,
    may_manage: bool,
}

/// A shift of the sheet, with names.
pub(super) struct Line {
    pub(super) slot: Slot,
    pub(super) hours: String,
    people: Vec<(Duty, String)>,
    /// Whether it has begun.
    begun: bool,
    /// Whether it may still be given to somebody.
    open: bool,
}

/// Choosing who takes a shift.
#[derive(Template)]
#[template(path = "duty_assign.html")]
pub(super) struct AssignPage {
    shell: Shell,
    form: Form,
    line: Line,
    found: Vec<(PersonId, String, String)>,
}

/// The hours of volunteers.
#[derive(Template)]
#[template(path = "duty_hours.html")]
pub(super) struct HoursPage {
    shell: Shell,
    form: Form,
    lines: Vec<(String, String)>,
    total: String,
}

/// What the address of the sheet says.
#[derive(Debug, Default, Deserialize)]
pub(super) struct SheetQuery {
    week: Option<String>,
    shift: Option<String>,
    day: Option<String>,
    q: Option<String>,
    from: Option<String>,
    until: Option<String>,
    format: Option<String>,
}

pub(super) async fn show(visit: Visit, Query(query): Query<SheetQuery>) -> Answer {
    let asked = query.week.as_deref().and_then(|day| Day::parse(day).ok());
    let monday = asked.unwrap_or_else(|| visit.today()).monday_of_week();
    let week = Days::spanning(monday, monday.plus_days(6));
    let lines = lines(&visit, week).await?;
    let any = !lines.is_empty();
    let mut days: Vec<(Day, Vec<Line>)> = week.iter().map(|day| (day, Vec::new())).collect();
    for line in lines {
        if let Some((_, of_day)) = days.iter_mut().find(|(day, _)| *day == line.slot.day) {
            of_day.push(line);
        }
    }
    days.retain(|(_, lines)| !lines.is_empty());
    visit.page(&SheetPage {
        range: visit.words().days(week.first(), week.last()),
        around: (monday.plus_days(-7), monday.plus_days(7)),
        days,
        any,
        may_manage: visit.actor.may(crate::MANAGE),
        shell: visit.shell("stewardship-duties"),
    })
}

pub(super) async fn assign(visit: Visit, Query(query): Query<SheetQuery>) -> Answer {
    let shift = query
        .shift
        .as_deref()
        .and_then(|id| Id::parse(id).ok())
        .or_not_found()?;
    let day = query
        .day
        .as_deref()
        .and_then(|day| Day::parse(day).ok())
        .or_not_found()?;
    let typed = query.q.unwrap_or_default().replace('\0', " ");
    let mut all = lines(&visit, Days::one(day)).await?;
    all.retain(|line| line.slot.shift.id == shift);
    let (line, search) = (all.pop().or_not_found()?, typed.clone());
    let found = visit
        .read(move |tx, actor| people::search_persons(tx, actor.place, &search, 20).map_err(Fault::from))
        .await?;
    let person = |found: people::Found| {
        let Party::Person(person) = found.who else {
            return None;
        };
        Some((person, found.name, found.organisation.unwrap_or_default()))
    };
    visit.page(&AssignPage {
        shell: visit.shell("stewardship-duty-assign"),
        form: Form::blank(&visit).with("q", typed),
        line,
        found: found.into_iter().filter_map(person).collect(),
    })
}

pub(super) async fn take(visit: Visit, form: Form) -> Answer {
    let shift = Id::parse(form.value("shift")).ok().or_not_found()?;
    let day = Day::parse(form.value("day")).ok().or_not_found()?;
    let person = Id::parse(form.value("person")).ok().or_not_found()?;
    let to = format!("/front-desk/duty?week={day}");
    let done = act(&visit, &form, &to, move |tx, actor| {
        take_duty(tx, actor, shift, day, person).map(drop)
    });
    answer(&visit, &to, done.await, "stewardship-duty-is-taken")
}

pub(super) async fn release(visit: Visit, Path(id): Path<Id<Duty>>, form: Form) -> Answer {
    let to = back(&form);
    let done = act(&visit, &form, &to, move |tx, actor| give_up_duty(tx, actor, id));
    answer(&visit, &to, done.await, "stewardship-duty-is-given-up")
}

pub(super) async fn settle(visit: Visit, Path(id): Path<Id<Duty>>, form: Form) -> Answer {
    let (to, came) = (back(&form), form.value("came") == "yes");
    let reason = {
        let language = visit.place.language;
        let day = visit.words().day_short(visit.today());
        visit.app.messages.text(
            language,
            "stewardship-duty-reason",
            &[("day", Argument::from(day))],
        )
    };
    let done = act(&visit, &form, &to, move |tx, actor| {
        settle_duty(tx, actor, id, came, &reason)
    });
    answer(&visit, &to, done.await, "stewardship-duty-is-settled")
}

/// The week that the form came from.
fn back(form: &Form) -> String {
    match Day::parse(form.value("week")) {
        Ok(day) => format!("/front-desk/duty?week={day}"),
        Err(_) => "/front-desk/duty".to_owned(),
    }
}

async fn act<F>(visit: &Visit, form: &Form, to: &str, act: F) -> Result<String, Failure<DutyRefused>>
where
    F: Fn(&mut Tx<'_>, &Actor) -> Result<(), Failure<DutyRefused>> + Send + 'static,
{
    let to = to.to_owned();
    visit
        .submit(form, move |tx, actor| {
            act(tx, actor)?;
            Ok(to.clone())
        })
        .await
}

/// Back to the sheet, with what was done or why not.
pub(super) fn answer(
    visit: &Visit,
    to: &str,
    done: Result<String, Failure<DutyRefused>>,
    success: &str,
) -> Answer {
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success(success)),
        Err(Failure::Refused(refusal)) => {
            let mut flash = Flash::error(refusal.key());
            for (name, value) in refusal.arguments() {
                flash = flash.with(name, value);
            }
            visit.redirect_with(to, &flash)
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

pub(super) async fn hours(visit: Visit, Query(query): Query<SheetQuery>) -> Answer {
    let today = visit.today();
    let asked = |text: Option<&String>| text.and_then(|day| Day::parse(day).ok());
    let from = asked(query.from.as_ref()).unwrap_or_else(|| today.first_of_month());
    let days = Days::spanning(from, asked(query.until.as_ref()).unwrap_or(today).max(from));
    let (minutes, names) = visit
        .read(move |tx, actor| {
            let minutes = minutes_by_person(&duties::of_days(tx, actor.place, days)?);
            let who: Vec<PersonId> = minutes.keys().copied().collect();
            Ok::<_, Fault>((minutes, people::names_of(tx, actor.place, &who)?))
        })
        .await?;
    let mut told: Vec<(i64, String)> = minutes
        .iter()
        .map(|(person, minutes)| (*minutes, names.get(person).cloned().unwrap_or_default()))
        .collect();
    told.sort_by(|one, other| other.0.cmp(&one.0).then_with(|| one.1.cmp(&other.1)));
    let lines: Vec<(String, String)> = told
        .into_iter()
        .map(|(minutes, name)| (name, length(minutes)))
        .collect();
    if query.format.as_deref() == Some("csv") {
        let heads = ["stewardship-duty-person", "stewardship-duty-length"].map(|key| visit.text(key));
        let rows: Vec<Vec<String>> = lines
            .into_iter()
            .map(|(name, length)| vec![name, length])
            .collect();
        let name = format!("{}.csv", visit.text("stewardship-duty-file"));
        return visit.download(&name, "text/csv; charset=utf-8", write_csv(&heads, &rows));
    }
    visit.page(&HoursPage {
        form: Form::blank(&visit)
            .with("from", days.first())
            .with("until", days.last()),
        total: length(minutes.values().sum()),
        lines,
        shell: visit.shell("stewardship-duty-hours"),
    })
}

/// "3:30", hours and minutes.
fn length(minutes: i64) -> String {
    format!("{}:{:02}", minutes.div_euclid(60), minutes.rem_euclid(60))
}

/// The shifts of some days, with names.
pub(super) async fn lines(visit: &Visit, days: Days) -> Result<Vec<Line>, Fault> {
    let (slots, names) = visit.read(move |tx, actor| slots(tx, actor, days)).await?;
    let (words, now, zone, today) = (visit.words(), visit.now, visit.place.zone.clone(), visit.today());
    let begins = |slot: &Slot| -> Instant { zone.instant(slot.day, slot.shift.from) };
    let line = |slot: Slot| Line {
        hours: hours_of(&words, &slot),
        people: slot
            .duties
            .iter()
            .map(|duty| (duty.clone(), names.get(&duty.person).cloned().unwrap_or_default()))
            .collect(),
        begun: begins(&slot) <= now,
        open: today <= slot.day && slot.missing() > 0 && slot.shift.is_on(slot.day),
        slot,
    };
    Ok(slots.into_iter().map(line).collect())
}

pub(crate) type Named = (Vec<Slot>, BTreeMap<PersonId, String>);

/// The shifts of some days with who has them, and their names.
pub(crate) fn slots(tx: &mut Tx<'_>, actor: &Actor, days: Days) -> Result<Named, Fault> {
    let mut shifts = duties::shifts(tx, actor.place, days.first())?;
    shifts.retain(|shift| shift.from_day <= days.last());
    let taken = duties::of_days(tx, actor.place, days)?;
    let who: Vec<PersonId> = taken.iter().map(|duty| duty.person).collect();
    let names = people::names_of(tx, actor.place, &who)?;
    Ok((sheet(days, &shifts, &taken), names))
}

/// "9 h – 12 h 30 · Ouverture".
pub(crate) fn hours_of(words: &Words, slot: &Slot) -> String {
    let hours = words.span(slot.shift.from, slot.shift.until);
    if slot.shift.label.is_empty() {
        hours
    } else {
        format!("{hours} · {}", slot.shift.label)
    }
}
