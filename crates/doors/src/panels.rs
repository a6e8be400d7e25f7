//! What doors show on a person's own day: the number by which they are known.

use kernel::Actor;
use platform::database::Tx;
use platform::web::Words;
use platform::{Fault, Panel, PanelLine, PanelPage};

/// One's own number, or the way to get one.
pub(crate) fn shown(
    tx: &mut Tx<'_>,
    actor: &Actor,
    page: PanelPage,
    words: &Words,
) -> Result<Vec<Panel>, Fault> {
    let PanelPage::OwnDay(person) = page else {
        return Ok(vec![]);
    };
    let number = spaces::store::door_numbers::of_person(tx, actor.place, person)?;
    let lines = number.map(|number| PanelLine {
        text: number.grouped(),
        note: words.text("doors-number-note", &[]),
        href: None,
    });
    Ok(vec![Panel {
        title: words.text("doors-number-title", &[]),
        href: "/me/number".to_owned(),
        lines: lines.into_iter().collect(),
        empty: words.text("doors-number-none", &[]),
        urgent: false,
    }])
}
