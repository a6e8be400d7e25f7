//! What people show on pages of others: that the role of an administrator waits for the second factor.

use crate::actions::is_required;
use crate::permissions::OWN;
use kernel::{Actor, Role};
use platform::database::Tx;
use platform::web::Words;
use platform::{Fault, Panel, PanelLine, PanelPage, place};

/// The panels of a page, in the words of whoever reads it.
pub(crate) fn shown(
    tx: &mut Tx<'_>,
    actor: &Actor,
    page: PanelPage,
    words: &Words,
) -> Result<Vec<Panel>, Fault> {
    let PanelPage::OwnDay(person) = page else {
        return Ok(vec![]);
    };
    if !actor.is(person)
        || !actor.may(OWN)
        || actor.holds(Role::Administrator)
        || !is_required(tx, actor.place)?
    {
        return Ok(vec![]);
    }
    let zone = place::get(tx, actor.place)?.zone;
    let today = tx.today(&zone);
    if !crate::roles_on(tx, actor.place, person, today)?.contains(&Role::Administrator) {
        return Ok(vec![]);
    }
    Ok(vec![Panel {
        title: words.text("people-factor-title", &[]),
        href: "/me/second-factor".to_owned(),
        lines: vec![PanelLine {
            text: words.text("people-factor-awaited", &[]),
            ..PanelLine::default()
        }],
        empty: String::new(),
        urgent: true,
    }])
}
