//! What the running of the house has to say on pages of others.

use crate::pages::told;
use crate::permissions::{OWN, RUN};
use crate::store::{deliveries, items, loans};
use kernel::{Actor, PersonId};
use people::Party;
use platform::database::Tx;
use platform::web::Words;
use platform::{Argument, Fault, OrNotFound, Panel, PanelLine, PanelPage};

/// How many things a panel names.
const NAMED: usize = 3;

pub(crate) fn panels(
    tx: &mut Tx<'_>,
    actor: &Actor,
    page: PanelPage,
    words: &Words,
) -> Result<Vec<Panel>, Fault> {
    match page {
        PanelPage::FrontDesk if actor.may(RUN) => Ok(vec![waiting(tx, actor, words)?]),
        PanelPage::OwnDay(person) if actor.may(OWN) && actor.is(person) => {
            Ok(own_deliveries(tx, actor, person, words)?.into_iter().collect())
        }
        PanelPage::Person(person) if actor.may(RUN) => Ok(vec![held_by(tx, actor, person, words)?]),
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
