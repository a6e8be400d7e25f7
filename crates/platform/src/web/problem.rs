//! The page of a failure.

use super::navigation::hat_of_problem;
use super::{Shell, Visit, WebError};
use crate::messages::Argument;
use askama::Template;
use kernel::Hat;

/// The page that explains an error, in the frame in which the person works.
#[derive(Template)]
pub(crate) enum ProblemPage {
    /// For strangers, and for whatever leaves a doubt about the house itself: a sheet without a menu.
    #[template(path = "errors/problem.html")]
    Bare { shell: Shell, problem: Problem },
    /// With the bar of a member, or of the front desk.
    #[template(path = "errors/problem_member.html")]
    Member { shell: Shell, problem: Problem },
    /// With the menu of the office.
    #[template(path = "errors/problem_office.html")]
    Office { shell: Shell, problem: Problem },
}

/// What happened, what is safe, what to do next.
pub(crate) struct Problem {
    pub(crate) status: u16,
    pub(crate) title: String,
    pub(crate) text: String,
    pub(crate) advice: String,
    pub(crate) reference: String,
    /// Where the way out leads.
    pub(crate) home: &'static str,
}

impl ProblemPage {
    pub(crate) fn new(visit: &Visit, error: &WebError) -> Self {
        let seconds = if let WebError::TooMany(seconds) = error {
            *seconds
        } else {
            0
        };
        let say = |part: &str| {
            visit.text_with(
                &format!("shell-problem-{}-{part}", error.stem()),
                &[("seconds", Argument::from(seconds))],
            )
        };
        let mut problem = Problem {
            status: error.status().as_u16(),
            title: say("title"),
            text: say("text"),
            advice: say("advice"),
            reference: visit.request_id.clone(),
            home: "/",
        };
        let title = problem.title.clone();
        let in_doubt = matches!(error, WebError::Internal(_) | WebError::NotOpened);
        if visit.signed_in.is_none() || in_doubt {
            let shell = Shell::new(visit, title);
            return Self::Bare { shell, problem };
        }
        let hat = hat_of_problem(visit);
        let shell = Shell::framed(visit, title, hat);
        problem.home = shell.home();
        match hat {
            Hat::Member | Hat::FrontDesk => Self::Member { shell, problem },
            Hat::Office => Self::Office { shell, problem },
        }
    }
}
