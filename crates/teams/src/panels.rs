//! The team on one's own day, for who runs it.

use crate::actions::run_by;
use crate::permissions::OWN;
use kernel::Actor;
use platform::database::Tx;
use platform::web::Words;
use platform::{Fault, Panel, PanelLine, PanelPage};

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
    if !actor.is(person) || !actor.may(OWN) {
        return Ok(vec![]);
    }
    let run = run_by(tx, actor.place, person)?;
    if run.is_empty() {
        return Ok(vec![]);
    }
    let line = |organisation: people::Organisation| PanelLine {
        href: Some(format!("/team?organisation={}", organisation.id)),
        text: organisation.name.to_string(),
        note: String::new(),
    };
    Ok(vec![Panel {
        title: words.text("teams-title", &[]),
        href: "/team".to_owned(),
        lines: run.into_iter().map(line).collect(),
        empty: String::new(),
        urgent: false,
    }])
}
