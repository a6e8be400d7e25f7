//! The house rules and the privacy notice in force, for everybody.

use crate::rules::text::{HouseText, TextKind};
use crate::store::texts;
use askama::Template;
use platform::web::{Answer, Shell, Visit};

/// A text in force.
#[derive(Template)]
#[template(path = "public_text.html")]
pub(super) struct PublicTextPage {
    shell: Shell,
    kind: TextKind,
    text: Option<HouseText>,
}

pub(super) async fn house_rules(visit: Visit) -> Answer {
    shown(&visit, TextKind::HouseRules).await
}

pub(super) async fn privacy(visit: Visit) -> Answer {
    shown(&visit, TextKind::PrivacyNotice).await
}

async fn shown(visit: &Visit, kind: TextKind) -> Answer {
    let current = visit
        .read(|tx, actor| texts::current(tx, actor.place))
        .await
        .map_err(platform::Fault::from)?;
    visit.page(&PublicTextPage {
        shell: visit.shell(kind.message()),
        kind,
        text: current.into_iter().find(|text| text.kind == kind),
    })
}
