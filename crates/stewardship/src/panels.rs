//! What the running of the house has to say on pages of others.

use crate::actions::{consumptions_of, today};
use crate::pages::{duty_sheet, told};
use crate::permissions::{OWN, RUN};
use crate::rules::duty::{Duty, DutyState};
use crate::rules::relay::Note;
use crate::store::{deliveries, duties, incidents, items, loans, relay};
use kernel::{Actor, Days, PersonId};
use people::Party;
use platform::database::Tx;
use platform::web::Words;
use platform::{Argument, Fault, OrNotFound, Panel, PanelLine, PanelPage};

/// How many things a panel names.
const NAMED: usize = 3;
/// The most characters shown of a note.
const LONGEST_BEGINNING: usize = 90;

pub(crate) fn panels(
    tx: &mut Tx<'_>,
    actor: &Actor,
    page: PanelPage,
    words: &Words,
) -> Result<Vec<Panel>, Fault> {
    match page {
        PanelPage::FrontDesk if actor.may(RUN) => {
            let unread = unread_notes(tx, actor, words)?;
            let desk = [
                on_duty(tx, actor, words)?,
                waiting(tx, actor, words)?,
                broken(tx, actor, words)?,
            ];
            Ok(unread.into_iter().chain(desk).collect())
        }
        PanelPage::OwnDay(person) if actor.may(OWN) && actor.is(person) => {
            let deliveries = own_deliveries(tx, actor, person, words)?;
            let duties = own_duties(tx, actor, person, words)?;
            let reports = own_reports(tx, actor, person, words)?;
            Ok(deliveries.into_iter().chain(duties).chain([reports]).collect())
        }
        PanelPage::Person(person) if actor.may(RUN) => {
            let held = held_by(tx, actor, person, words)?;
            Ok(vec![held, taken_by(tx, actor, person, words)?])
        }
        PanelPage::FrontDesk | PanelPage::OwnDay(_) | PanelPage::Person(_) => Ok(vec![]),
    }
}

/// What waits at the desk.
fn waiting(tx: &mut Tx<'_>, actor: &Actor, words: &Words) -> Result<Panel, Fault> {
    let waiting = deliveries::how_many(tx, actor.place)?;
    let count = [("count", Argument::from(waiting.count))];
    let oldest = waiting.oldest.map(|at| PanelLine {
        text: words.text("stewardship-panel-waiting", &count),
        note: words.text(
            "stewardship-panel-oldest",
            &[("day", Argument::from(words.day_of(at)))],
        ),
        href: None,
    });
    let registered = (waiting.registered > 0).then(|| PanelLine {
        text: words.text(
            "stewardship-panel-registered",
            &[("count", Argument::from(waiting.registered))],
        ),
        ..PanelLine::default()
    });
    Ok(Panel {
        title: words.text("stewardship-deliveries", &[]),
        href: "/front-desk/deliveries".to_owned(),
        lines: oldest.into_iter().chain(registered).collect(),
        empty: words.text("stewardship-panel-none-waiting", &[]),
        urgent: false,
    })
}

/// What waits for somebody, for who ever got something here.
fn own_deliveries(
    tx: &mut Tx<'_>,
    actor: &Actor,
    person: PersonId,
    words: &Words,
) -> Result<Option<Panel>, Fault> {
    let all = own(tx, actor, person)?;
    if all.is_empty() {
        return Ok(None);
    }
    let waiting = all.iter().filter(|one| one.ended.is_none());
    let line = |one: &crate::Delivery| PanelLine {
        text: told::pieces(words, one),
        note: words.text(
            "stewardship-delivery-since",
            &[("day", Argument::from(words.day_of(one.arrived_at)))],
        ),
        href: None,
    };
    let lines: Vec<PanelLine> = waiting.take(NAMED).map(line).collect();
    Ok(Some(Panel {
        title: words.text("stewardship-my-deliveries", &[]),
        href: "/me/deliveries".to_owned(),
        urgent: !lines.is_empty(),
        lines,
        empty: words.text("stewardship-my-deliveries-none", &[]),
    }))
}

/// What came for a person, and for the organisation they are of; the last first.
pub(crate) fn own(tx: &mut Tx<'_>, actor: &Actor, person: PersonId) -> Result<Vec<crate::Delivery>, Fault> {
    let mut all = deliveries::of(tx, actor.place, Party::Person(person))?;
    let of = people::person(tx, actor.place, person)?.and_then(|known| known.organisation);
    if let Some(organisation) = of {
        all.extend(deliveries::of(
            tx,
            actor.place,
            Party::Organisation(organisation),
        )?);
        all.sort_by_key(|one| std::cmp::Reverse((one.arrived_at, one.id)));
    }
    Ok(all)
}

/// What somebody took at the counter since the last invoice.
fn taken_by(tx: &mut Tx<'_>, actor: &Actor, person: PersonId, words: &Words) -> Result<Panel, Fault> {
    let open = consumptions_of(tx, actor.place, person)?;
    let line = |charge: &billing::Charge| PanelLine {
        text: charge.label.clone(),
        note: words.money(charge.amount),
        href: None,
    };
    Ok(Panel {
        title: words.text("stewardship-consumption", &[]),
        href: format!("/front-desk/people/{person}/consumption"),
        lines: open.iter().rev().take(NAMED).map(line).collect(),
        empty: words.text("stewardship-consumption-none", &[]),
        urgent: false,
    })
}

/// What somebody holds.
fn held_by(tx: &mut Tx<'_>, actor: &Actor, person: PersonId, words: &Words) -> Result<Panel, Fault> {
    let out = loans::of_person(tx, actor.place, person)?;
    let mut lines = Vec::new();
    for loan in out.iter().filter(|loan| loan.ended.is_none()) {
        let item = items::find(tx, actor.place, loan.item)?.or_not_found()?;
        let since = [("day", Argument::from(words.day_of(loan.handed_at)))];
        lines.push(PanelLine {
            text: format!("{} {}", words.text(item.kind.message(), &[]), item.number),
            note: words.text("stewardship-from-day", &since),
            href: Some(format!("/front-desk/items/{}", item.id)),
        });
    }
    Ok(Panel {
        title: words.text("stewardship-items", &[]),
        href: format!("/front-desk/people/{person}/items"),
        lines,
        empty: words.text("stewardship-person-holds-none", &[]),
        urgent: false,
    })
}

/// What whoever left has to say: nothing when everything was read.
fn unread_notes(tx: &mut Tx<'_>, actor: &Actor, words: &Words) -> Result<Option<Panel>, Fault> {
    let unread = relay::unread(tx, actor.place)?;
    if unread.is_empty() {
        return Ok(None);
    }
    let authors: Vec<PersonId> = unread.iter().take(NAMED).map(|note| note.author).collect();
    let names = people::names_of(tx, actor.place, &authors)?;
    let line = |note: &Note| PanelLine {
        text: beginning(&note.body),
        note: names.get(&note.author).cloned().unwrap_or_default(),
        href: None,
    };
    Ok(Some(Panel {
        title: words.text(
            "stewardship-notes-unread",
            &[("count", Argument::from(unread.len()))],
        ),
        href: "/front-desk/notes".to_owned(),
        lines: unread.iter().take(NAMED).map(line).collect(),
        empty: String::new(),
        urgent: true,
    }))
}

/// The first line of a text, cut where it is long.
fn beginning(body: &str) -> String {
    let first = body.lines().next().unwrap_or_default();
    if first.chars().count() <= LONGEST_BEGINNING && first.len() == body.len() {
        return body.to_owned();
    }
    let cut: String = first.chars().take(LONGEST_BEGINNING).collect();
    format!("{}…", cut.trim_end())
}

/// Who is at the desk today.
fn on_duty(tx: &mut Tx<'_>, actor: &Actor, words: &Words) -> Result<Panel, Fault> {
    let today = today(tx, actor)?;
    let (slots, names) = duty_sheet::slots(tx, actor, Days::one(today))?;
    let mut lines = Vec::new();
    for slot in &slots {
        let mut who: Vec<String> = slot
            .duties
            .iter()
            .filter(|duty| duty.counts())
            .filter_map(|duty| names.get(&duty.person).cloned())
            .collect();
        if slot.missing() > 0 {
            let missing = [("count", Argument::from(slot.missing()))];
            who.push(words.text("stewardship-duty-missing", &missing));
        }
        lines.push(PanelLine {
            text: who.join(", "),
            note: duty_sheet::hours_of(words, slot),
            href: None,
        });
    }
    Ok(Panel {
        title: words.text("stewardship-on-duty", &[]),
        href: "/front-desk/duty".to_owned(),
        lines,
        empty: words.text("stewardship-on-duty-nobody", &[]),
        urgent: false,
    })
}

/// One's next shifts, where the place has any.
fn own_duties(
    tx: &mut Tx<'_>,
    actor: &Actor,
    person: PersonId,
    words: &Words,
) -> Result<Option<Panel>, Fault> {
    let today = today(tx, actor)?;
    let mine = duties::of_person(tx, actor.place, person, today)?;
    let mine = mine.iter().filter(|duty| duty.state == DutyState::Taken);
    let line = |duty: &Duty| PanelLine {
        text: words.day_long(duty.day),
        note: words.span(duty.from, duty.until),
        href: None,
    };
    let lines: Vec<PanelLine> = mine.take(NAMED).map(line).collect();
    if lines.is_empty() && duties::shifts(tx, actor.place, today)?.is_empty() {
        return Ok(None);
    }
    Ok(Some(Panel {
        title: words.text("stewardship-duties", &[]),
        href: "/me/duty".to_owned(),
        lines,
        empty: words.text("stewardship-my-duty-invitation", &[]),
        urgent: false,
    }))
}

/// What is broken, counted.
fn broken(tx: &mut Tx<'_>, actor: &Actor, words: &Words) -> Result<Panel, Fault> {
    let open = incidents::how_many(tx, actor.place)?;
    let line = |key: &str, count: i64| {
        (count > 0).then(|| PanelLine {
            text: words.text(key, &[("count", Argument::from(count))]),
            ..PanelLine::default()
        })
    };
    let lines = [
        line("stewardship-panel-incidents", open.count),
        line("stewardship-panel-incidents-unseen", open.unseen),
        line("stewardship-panel-incidents-pressing", open.pressing),
    ];
    Ok(Panel {
        title: words.text("stewardship-incidents", &[]),
        href: "/front-desk/incidents".to_owned(),
        lines: lines.into_iter().flatten().collect(),
        empty: words.text("stewardship-panel-incidents-none", &[]),
        urgent: open.pressing > 0,
    })
}

/// What somebody reported and is not done yet.
fn own_reports(tx: &mut Tx<'_>, actor: &Actor, person: PersonId, words: &Words) -> Result<Panel, Fault> {
    let mine = incidents::of_reporter(tx, actor.place, person)?;
    let mine = mine.iter().filter(|incident| incident.state.is_open());
    let lines = mine.take(NAMED).map(|incident| PanelLine {
        text: incident.title.clone(),
        note: words.text(incident.state.message(), &[]),
        href: Some(format!("/me/incidents/{}", incident.id)),
    });
    Ok(Panel {
        title: words.text("stewardship-incidents", &[]),
        href: "/me/incidents".to_owned(),
        lines: lines.collect(),
        empty: words.text("stewardship-my-incidents-invitation", &[]),
        urgent: false,
    })
}
