//! What the network shows on pages of others: at the front desk who came today from another place, on a member's own day where else
//! their pass is good.

use crate::permissions::{OWN, RECEIVE};
use crate::store::{partners, visits};
use kernel::Actor;
use platform::database::Tx;
use platform::web::Words;
use platform::{Argument, Fault, Panel, PanelLine, PanelPage, place};

/// How many visitors a panel names.
const NAMED: usize = 3;

/// Visitors of other places, where there is an agreement.
pub(crate) fn shown(
    tx: &mut Tx<'_>,
    actor: &Actor,
    page: PanelPage,
    words: &Words,
) -> Result<Vec<Panel>, Fault> {
    match page {
        PanelPage::FrontDesk if actor.may(RECEIVE) => front_desk(tx, actor, words),
        PanelPage::OwnDay(person) if actor.is(person) && actor.may(OWN) => own_day(tx, actor, words),
        _ => Ok(vec![]),
    }
}

/// The places where the pass is good today; nothing where there is none.
fn own_day(tx: &mut Tx<'_>, actor: &Actor, words: &Words) -> Result<Vec<Panel>, Fault> {
    let known = partners::all(tx, actor.place)?;
    if known.is_empty() {
        return Ok(vec![]);
    }
    let zone = place::get(tx, actor.place)?.zone;
    let (now, today) = (tx.now(), tx.today(&zone));
    let open = known.into_iter().filter(|one| one.may_be_visited(now, today));
    let lines: Vec<PanelLine> = open
        .take(NAMED)
        .map(|one| PanelLine {
            text: one.name,
            note: one.town,
            href: None,
        })
        .collect();
    if lines.is_empty() {
        return Ok(vec![]);
    }
    Ok(vec![Panel {
        title: words.text("network-mine-title", &[]),
        href: "/me/network".to_owned(),
        lines,
        empty: String::new(),
        urgent: false,
    }])
}

fn front_desk(tx: &mut Tx<'_>, actor: &Actor, words: &Words) -> Result<Vec<Panel>, Fault> {
    let known = partners::all(tx, actor.place)?;
    let now = tx.now();
    if !known.iter().any(|one| one.standing(now) == crate::Standing::Open) {
        return Ok(vec![]);
    }
    let zone = place::get(tx, actor.place)?.zone;
    let today = tx.today(&zone);
    let here = visits::of_day(tx, actor.place, today)?;
    let line = |visit: &crate::PartnerVisit| {
        let from = known.iter().find(|one| one.id == visit.partner);
        let part = [("part", Argument::from(visit.part.code()))];
        PanelLine {
            text: visit.visitor.clone(),
            note: format!(
                "{} · {}",
                from.map(|one| one.name.as_str()).unwrap_or_default(),
                words.text("network-part", &part)
            ),
            href: None,
        }
    };
    let lines = here
        .iter()
        .rev()
        .filter(|visit| visit.counts())
        .take(NAMED)
        .map(line);
    Ok(vec![Panel {
        title: words.text("network-desk-title", &[]),
        href: "/front-desk/network".to_owned(),
        lines: lines.collect(),
        empty: words.text("network-desk-nobody", &[]),
        urgent: false,
    }])
}
