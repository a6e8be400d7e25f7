//! The requests of somebody on their card, for who answers them.

use crate::permissions::READ;
use crate::rules::request::RequestState;
use crate::store::requests;
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
    let PanelPage::Person(person) = page else {
        return Ok(vec![]);
    };
    if !actor.may(READ) {
        return Ok(vec![]);
    }
    let asked = requests::of_person(tx, actor.place, person)?;
    let open: Vec<_> = asked
        .iter()
        .filter(|request| request.state == RequestState::Open)
        .collect();
    let line = |request: &&crate::Request| PanelLine {
        text: words.text(&request.kind.message(), &[]),
        note: words.text(
            "privacy-due",
            &[("day", words.day_short(request.due_on).as_str().into())],
        ),
        href: Some(format!("/office/personal-data/{}", request.id)),
    };
    Ok(vec![Panel {
        title: words.text("privacy-panel", &[]),
        href: format!("/office/people/{person}/personal-data"),
        lines: open.iter().map(line).collect(),
        empty: words.text("privacy-panel-none", &[]),
        urgent: !open.is_empty(),
    }])
}
