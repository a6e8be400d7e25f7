//! What exclusive hires show at the front desk: requests without an answer, and hires under way or over that nobody looked at.

use crate::permissions::{CHECK, READ};
use crate::rules::hire::HireState;
use crate::store::hires;
use kernel::Actor;
use platform::database::Tx;
use platform::web::Words;
use platform::{Argument, Fault, Panel, PanelLine, PanelPage, place};

/// For how many days the desk is asked to look at a space.
const LOOK_BACK: i64 = 14;

/// The panels of a page, in the words of whoever reads it.
pub(crate) fn shown(
    tx: &mut Tx<'_>,
    actor: &Actor,
    page: PanelPage,
    words: &Words,
) -> Result<Vec<Panel>, Fault> {
    if page != PanelPage::FrontDesk || !actor.may(READ) {
        return Ok(vec![]);
    }
    let mut panels = Vec::new();
    let open = hires::counts(tx, actor.place)?
        .get(HireState::Open.code())
        .copied()
        .unwrap_or_default();
    if open > 0 {
        panels.push(Panel {
            title: words.text("hires-title", &[]),
            href: "/office/exclusive-hires".to_owned(),
            lines: vec![PanelLine {
                text: words.text("hires-open-count", &[("count", Argument::from(open))]),
                ..PanelLine::default()
            }],
            empty: String::new(),
            urgent: false,
        });
    }
    if actor.may(CHECK) {
        panels.extend(to_check(tx, actor, words)?);
    }
    Ok(panels)
}

fn to_check(tx: &mut Tx<'_>, actor: &Actor, words: &Words) -> Result<Option<Panel>, Fault> {
    let zone = place::get(tx, actor.place)?.zone;
    let today = tx.today(&zone);
    let waiting = hires::to_check(tx, actor.place, (today.plus_days(-LOOK_BACK), today))?;
    if waiting.is_empty() {
        return Ok(None);
    }
    let lines = waiting.iter().map(|hire| {
        let organisation = hire.asked.organisation.as_ref().map(|(name, _)| name.to_string());
        PanelLine {
            text: organisation.unwrap_or_else(|| hire.asked.name.full()),
            note: words.days(hire.wanted.days.first(), hire.wanted.days.last()),
            href: Some(format!("/front-desk/exclusive-hires/{}/check", hire.id)),
        }
    });
    Ok(Some(Panel {
        title: words.text("hires-to-check", &[]),
        href: "/office/exclusive-hires?state=accepted".to_owned(),
        lines: lines.collect(),
        empty: String::new(),
        urgent: true,
    }))
}
