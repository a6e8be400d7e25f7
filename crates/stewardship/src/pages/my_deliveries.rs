//! What came for oneself and for one's organisation.

use super::deliveries::{Line, lines};
use crate::panels::own;
use askama::Template;
use platform::web::{Answer, Shell, Visit, WebError};

/// One's own letters and parcels.
#[derive(Template)]
#[template(path = "my_deliveries.html")]
pub(super) struct MyDeliveriesPage {
    shell: Shell,
    waiting: Vec<Line>,
    past: Vec<Line>,
}

pub(super) async fn index(visit: Visit) -> Answer {
    let person = visit.actor.person.ok_or(WebError::SignInFirst)?;
    let all = visit.read(move |tx, actor| own(tx, actor, person)).await?;
    let (waiting, past) = all.into_iter().partition(|one| one.ended.is_none());
    visit.page(&MyDeliveriesPage {
        waiting: lines(&visit, waiting).await?,
        past: lines(&visit, past).await?,
        shell: visit.shell("stewardship-my-deliveries"),
    })
}
