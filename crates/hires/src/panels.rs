//! What exclusive hires show at the front desk: requests without an answer, and hires under way or over that nobody looked at.

use crate::permissions::{CHECK, READ};
use crate::rules::hire::{Hire, HireState};
use crate::store::hires;
use kernel::{Actor, PersonId};
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
    if let PanelPage::OwnDay(person) = page
        && actor.is(person)
    {
        return Ok(own(tx, actor, person, words)?.into_iter().collect());
    }
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

/// Somebody's own requests that stand open or were answered; nothing for who never asked.
fn own(tx: &mut Tx<'_>, actor: &Actor, person: PersonId, words: &Words) -> Result<Option<Panel>, Fault> {
    let all = hires::of_person(tx, actor.place, person)?;
    if all.is_empty() {
        return Ok(None);
    }
    let standing = |hire: &&Hire| matches!(hire.state, HireState::Open | HireState::Answered);
    let line = |hire: &Hire| PanelLine {
        text: words.days(hire.wanted.days.first(), hire.wanted.days.last()),
        note: words.text(hire.state.message(), &[]),
        href: Some("/me/exclusive-hires".to_owned()),
    };
    Ok(Some(Panel {
        title: words.text("hires-mine", &[]),
        href: "/me/exclusive-hires".to_owned(),
        lines: all.iter().filter(standing).take(3).map(line).collect(),
        empty: words.text("hires-mine-lead", &[]),
        urgent: false,
    }))
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
