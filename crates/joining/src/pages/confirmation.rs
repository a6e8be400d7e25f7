//! The link that proves an address: one button, since mail scanners follow links.

use super::join;
use crate::actions;
use crate::rules::application::ApplicationState;
use askama::Template;
use platform::Fault;
use platform::web::{Answer, Form, Path, Shell, StatusCode, Visit};

/// Before the button, and after it.
#[derive(Template)]
#[template(path = "join_confirmation.html")]
pub(super) struct ConfirmationPage {
    shell: Shell,
    sealed: String,
    /// How far the application is; none before the button.
    state: Option<ApplicationState>,
    /// Whether the link is good.
    good: bool,
}

impl ConfirmationPage {
    /// Message key of what happens next.
    fn next(&self) -> &'static str {
        match self.state {
            Some(ApplicationState::Accepted) => "joining-confirmed-accepted",
            Some(ApplicationState::Waiting) => "joining-confirmed-waiting",
            Some(_) => "joining-confirmed-over",
            None => "joining-confirm-text",
        }
    }
}

pub(super) async fn show(visit: Visit, Path(sealed): Path<String>) -> Answer {
    if join::opened(&visit, &sealed).is_none() {
        return spent(&visit);
    }
    visit.page(&ConfirmationPage {
        shell: visit.shell("joining-confirm-title"),
        sealed,
        state: None,
        good: true,
    })
}

pub(super) async fn create(visit: Visit, Path(sealed): Path<String>, _: Form) -> Answer {
    let Some(id) = join::opened(&visit, &sealed) else {
        return spent(&visit);
    };
    let asking = visit.clone();
    let state = visit
        .write(move |tx, actor| {
            let set = actions::settings(tx, actor.place)?.first_visit;
            actions::confirm(tx, actor, id, &super::steps(&asking, &set))
        })
        .await;
    match state {
        Ok(state) => visit.page(&ConfirmationPage {
            shell: visit.shell("joining-confirmed-title"),
            sealed,
            state: Some(state),
            good: true,
        }),
        // It was forgotten meanwhile.
        Err(Fault::NotFound) => spent(&visit),
        Err(fault) => Err(fault.into()),
    }
}

fn spent(visit: &Visit) -> Answer {
    let page = ConfirmationPage {
        shell: visit.shell("joining-link-spent-title"),
        sealed: String::new(),
        state: None,
        good: false,
    };
    visit.page_with_status(StatusCode::GONE, &page)
}
