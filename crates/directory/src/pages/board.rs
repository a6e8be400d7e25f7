//! The board: needs and offers, the newest first.

use super::insider;
use crate::rules::notice::{Notice, NoticeKind};
use crate::store::notices;
use askama::Template;
use kernel::{Day, PersonId};
use platform::Fault;
use platform::web::{Answer, Query, Shell, Visit};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The board.
#[derive(Template)]
#[template(path = "board.html")]
pub(super) struct BoardPage {
    shell: Shell,
    notices: Vec<Notice>,
    names: BTreeMap<PersonId, String>,
    kind: Option<NoticeKind>,
    /// One's own notices that are over.
    over: Vec<Notice>,
    today: Day,
}

impl BoardPage {
    fn author(&self, notice: &Notice) -> &str {
        self.names.get(&notice.author).map_or("", String::as_str)
    }

    fn shows(&self, kind: &NoticeKind) -> bool {
        self.kind == Some(*kind)
    }

    fn state(&self, notice: &Notice) -> &'static str {
        state(notice, self.today)
    }
}

/// The message that says where a notice stands.
pub(super) fn state(notice: &Notice, today: Day) -> &'static str {
    use crate::rules::notice::Outcome;
    match notice.closed {
        Some((_, Outcome::Met)) => "directory-notice-met",
        Some((_, Outcome::Withdrawn)) => "directory-notice-withdrawn",
        None if notice.is_open_on(today) => "directory-notice-open",
        None => "directory-notice-over",
    }
}

/// Which part of the board is asked for.
#[derive(Debug, Default, Deserialize)]
pub(super) struct BoardQuery {
    kind: Option<String>,
}

pub(super) async fn index(visit: Visit, Query(query): Query<BoardQuery>) -> Answer {
    if !insider(&visit).await? {
        return visit.redirect("/members");
    }
    let (today, me) = (visit.today(), visit.actor.person);
    let kind = query
        .kind
        .as_deref()
        .and_then(|code| NoticeKind::parse(code).ok());
    let (notices, names, over) = visit
        .read(move |tx, actor| {
            let mut open = notices::open_on(tx, actor.place, today)?;
            open.retain(|notice| kind.is_none_or(|kind| notice.kind == kind));
            let mut authors: Vec<PersonId> = open.iter().map(|notice| notice.author).collect();
            authors.sort_unstable();
            authors.dedup();
            let names = people::names_of(tx, actor.place, &authors)?;
            let mut over = match me {
                Some(me) => notices::of_person(tx, actor.place, me)?,
                None => vec![],
            };
            over.retain(|notice| !notice.is_open_on(today));
            Ok::<_, Fault>((open, names, over))
        })
        .await?;
    visit.page(&BoardPage {
        shell: visit.shell("directory-board-title"),
        notices,
        names,
        kind,
        over,
        today,
    })
}
