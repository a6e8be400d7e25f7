//! The page of a failure.

use super::{Shell, Visit, WebError};
use crate::messages::Argument;
use askama::Template;

/// The page that explains an error: what happened, what is safe, what to do next.
#[derive(Template)]
#[template(path = "errors/problem.html")]
pub(crate) struct ProblemPage {
    pub(crate) shell: Shell,
    pub(crate) status: u16,
    pub(crate) title: String,
    pub(crate) text: String,
    pub(crate) advice: String,
    pub(crate) reference: String,
}

impl ProblemPage {
    pub(crate) fn new(visit: &Visit, error: &WebError) -> Self {
        let stem = error.stem();
        let seconds = if let WebError::TooMany(seconds) = error {
            *seconds
        } else {
            0
        };
        let say = |part: &str| {
            visit.text_with(
                &format!("shell-problem-{stem}-{part}"),
                &[("seconds", Argument::from(seconds))],
            )
        };
        let title = say("title");
        Self {
            shell: Shell::new(visit, title.clone()),
            status: error.status().as_u16(),
            title,
            text: say("text"),
            advice: say("advice"),
            reference: visit.request_id.clone(),
        }
    }
}
