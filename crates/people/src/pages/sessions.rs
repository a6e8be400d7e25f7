//! One's own open sessions, each of which may be ended at once.

use crate::actions;
use crate::rules::access::Session;
use crate::rules::token::TokenHash;
use crate::store::sessions;
use askama::Template;
use kernel::Instant;
use platform::Fault;
use platform::web::{Answer, Flash, Form, Path, Shell, Visit, WebError};

/// The list of one's own sessions.
#[derive(Template)]
#[template(path = "sessions.html")]
pub(super) struct SessionsPage {
    shell: Shell,
    lines: Vec<Line>,
    /// Whether there is another than this one.
    others: bool,
}

/// A session as its owner sees it.
struct Line {
    session: String,
    browser: String,
    address: String,
    created_at: Instant,
    seen_at: Instant,
    current: bool,
}

pub(super) async fn index(visit: Visit) -> Answer {
    let account = visit.actor.account.ok_or(WebError::SignInFirst)?;
    let open = visit
        .read(move |tx, actor| sessions::of_account(tx, actor.place, account))
        .await;
    let here = TokenHash::of(visit.session_token());
    let line = |session: Session| Line {
        session: session.token_hash.as_str().to_owned(),
        browser: browser(&visit, &session.agent),
        address: session.address,
        created_at: session.created_at,
        seen_at: session.seen_at,
        current: Some(&session.token_hash) == here.as_ref(),
    };
    let lines: Vec<Line> = open.map_err(Fault::from)?.into_iter().map(line).collect();
    let others = lines.iter().any(|line| !line.current);
    visit.page(&SessionsPage {
        shell: visit.shell("people-sessions-title"),
        lines,
        others,
    })
}

pub(super) async fn end(visit: Visit, Path(session): Path<String>) -> Answer {
    let hash = TokenHash::parse(&session).ok_or(WebError::NotFound)?;
    visit
        .write(move |tx, actor| actions::revoke_session(tx, actor, &hash))
        .await?;
    visit.redirect_with("/me/sessions", &Flash::success("people-session-ended"))
}

pub(super) async fn end_others(visit: Visit, _form: Form) -> Answer {
    let kept = TokenHash::of(visit.session_token());
    visit
        .write(move |tx, actor| actions::sign_out_everywhere(tx, actor, kept.as_ref()))
        .await?;
    visit.redirect_with("/me/sessions", &Flash::success("people-sessions-ended"))
}

/// What a browser calls itself, in words; the whole line is too long to be of help.
pub(super) fn browser(visit: &Visit, agent: &str) -> String {
    let first = |known: &[(&str, &'static str)]| {
        known
            .iter()
            .find(|(mark, _)| agent.contains(mark))
            .map(|(_, name)| *name)
    };
    let program = first(&[
        ("Firefox/", "Firefox"),
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ]);
    let system = first(&[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ]);
    match (program, system) {
        (Some(program), Some(system)) => format!("{program}, {system}"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => visit.text("people-browser-unknown"),
    }
}
