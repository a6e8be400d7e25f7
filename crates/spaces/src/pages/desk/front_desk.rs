//! The screen of the day, and the two parts of it that change by themselves.

use super::board::{self, Board};
use super::last::{LastAct, last_act};
use super::search::{Results, search as find};
use crate::permissions::CHECK_IN;
use crate::rules::check_in::CheckInId;
use askama::Template;
use axum::response::IntoResponse;
use platform::web::{Answer, Query, Shell, Visit};
use platform::{Panel, PanelPage};
use serde::Deserialize;

/// The front desk.
#[derive(Template)]
#[template(path = "front_desk.html")]
struct FrontDeskPage {
    shell: Shell,
    results: Option<Results>,
    last: Option<LastAct>,
    board: Board,
    panels: Vec<Panel>,
    may_check_in: bool,
}

/// The board alone, for a screen that follows the day.
#[derive(Template)]
#[template(path = "front_desk_board.html")]
struct BoardPart {
    shell: Shell,
    board: Board,
    panels: Vec<Panel>,
    may_check_in: bool,
}

/// What the search field found, while typing.
#[derive(Template)]
#[template(path = "front_desk_results.html")]
struct ResultsPart {
    shell: Shell,
    results: Results,
    may_check_in: bool,
}

/// What the address of the desk says.
#[derive(Debug, Default, Deserialize)]
pub(super) struct DeskQuery {
    /// What was typed in the search field.
    #[serde(default)]
    q: String,
    /// The check-in of the last act.
    last: Option<String>,
}

/// `GET /front-desk`.
pub(super) async fn show(visit: Visit, Query(query): Query<DeskQuery>) -> Answer {
    let results = find(&visit, &query.q, true).await?;
    let asked = query.last.as_deref().and_then(|id| CheckInId::parse(id).ok());
    let last = match asked {
        Some(id) => last_act(&visit, id).await?,
        None => None,
    };
    visit.page(&FrontDeskPage {
        results,
        last,
        board: board::load(&visit).await?,
        panels: visit.panels(PanelPage::FrontDesk).await?,
        may_check_in: visit.actor.may(CHECK_IN),
        shell: visit.shell("spaces-desk-title"),
    })
}

/// `GET /front-desk/board`.
pub(super) async fn board(visit: Visit) -> Answer {
    visit.page(&BoardPart {
        board: board::load(&visit).await?,
        panels: visit.panels(PanelPage::FrontDesk).await?,
        may_check_in: visit.actor.may(CHECK_IN),
        shell: visit.shell("spaces-desk-title"),
    })
}

/// `GET /front-desk/search`: rows for the search field; the whole desk for a browser without scripts.
pub(super) async fn search(visit: Visit, Query(query): Query<DeskQuery>) -> Answer {
    if !visit.is_htmx() {
        return show(visit, Query(query)).await;
    }
    match find(&visit, &query.q, false).await? {
        None => Ok(axum::response::Html("").into_response()),
        Some(results) => visit.page(&ResultsPart {
            results,
            may_check_in: visit.actor.may(CHECK_IN),
            shell: visit.shell("spaces-desk-title"),
        }),
    }
}

/// `GET /front-desk/live`: tells open desks that something was written.
#[allow(clippy::unused_async, reason = "a handler is asynchronous")]
pub(super) async fn live(visit: Visit) -> Answer {
    Ok(visit.app.live.stream(&visit))
}
