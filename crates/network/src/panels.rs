//! What the network shows at the front desk: who came today from another place.

use crate::permissions::RECEIVE;
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
    if page != PanelPage::FrontDesk || !actor.may(RECEIVE) {
        return Ok(vec![]);
    }
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
