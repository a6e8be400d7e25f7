//! One notice: who could help, how it ends.

use super::board::state;
use super::insider;
use crate::actions::{self, everybody};
use crate::permissions::ANIMATE;
use crate::rules::card::{Seen, Viewer};
use crate::rules::matching::helpers;
use crate::rules::notice::{Notice, NoticeRefused, Outcome};
use crate::store::{introductions, notices};
use askama::Template;
use kernel::{Id, PersonId, Refusal};
use platform::web::{Answer, Flash, Form, Path, Shell, Visit};
use platform::{Failure, Fault, OrNotFound};

/// One notice.
#[derive(Template)]
#[template(path = "notice.html")]
pub(super) struct NoticePage {
    shell: Shell,
    notice: Notice,
    author: String,
    /// Whether the author has a card that is shown.
    author_shown: bool,
    mine: bool,
    open: bool,
    state: &'static str,
    helpers: Vec<ProposedMember>,
    may_introduce: bool,
    may_close: bool,
}

impl NoticePage {
    fn author_href(&self) -> String {
        format!("/directory/{}", self.notice.author)
    }
}

/// Somebody whose skills match.
pub(super) struct ProposedMember {
    name: String,
    card: Seen,
    shared: Vec<String>,
    introduced: bool,
}

/// The most who are proposed.
const PROPOSED: usize = 12;

pub(super) async fn show(visit: Visit, Path(id): Path<Id<Notice>>) -> Answer {
    if !insider(&visit).await? {
        return visit.redirect("/members");
    }
    let today = visit.today();
    let (notice, author, cards, introduced) = visit
        .read(move |tx, actor| {
            let notice = notices::find(tx, actor.place, id)?.or_not_found()?;
            let author = people::names_of(tx, actor.place, &[notice.author])?.remove(&notice.author);
            let cards = everybody(tx, actor.place, Viewer::Insider, today)?;
            let introduced = introductions::of_notice(tx, actor.place, id)?;
            Ok::<_, Fault>((notice, author.or_not_found()?, cards, introduced))
        })
        .await?;
    let (mine, open) = (visit.actor.is(notice.author), notice.is_open_on(today));
    let author_shown = cards.iter().any(|(_, card)| card.person == notice.author);
    let helpers = proposed(&notice, cards, &introduced);
    visit.page(&NoticePage {
        shell: visit.shell_titled(notice.title.clone()),
        author,
        author_shown,
        mine,
        open,
        state: state(&notice, today),
        helpers: if open { helpers } else { vec![] },
        may_introduce: open && visit.actor.may(ANIMATE),
        may_close: open && (mine || visit.actor.may(ANIMATE)),
        notice,
    })
}

fn proposed(notice: &Notice, cards: Vec<(String, Seen)>, introduced: &[PersonId]) -> Vec<ProposedMember> {
    let near: Vec<(PersonId, Vec<String>)> =
        helpers(&notice.skills, notice.author, cards.iter().map(|(_, card)| card))
            .into_iter()
            .take(PROPOSED)
            .map(|(card, shared)| (card.person, shared))
            .collect();
    let helper = |(person, shared): (PersonId, Vec<String>)| {
        let (name, card) = cards.iter().find(|(_, card)| card.person == person)?;
        Some(ProposedMember {
            name: name.clone(),
            card: card.clone(),
            shared,
            introduced: introduced.contains(&person),
        })
    };
    near.into_iter().filter_map(helper).collect()
}

pub(super) async fn close(visit: Visit, Path(id): Path<Id<Notice>>, mut form: Form) -> Answer {
    let Some(outcome) = form.parse("outcome", Outcome::parse) else {
        return visit.redirect(&format!("/board/{id}"));
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::close_notice(tx, actor, id, outcome)?;
            Ok(format!("/board/{id}"))
        })
        .await;
    answer(&visit, id, done, "directory-notice-closed")
}

pub(super) async fn introduce(visit: Visit, Path(id): Path<Id<Notice>>, mut form: Form) -> Answer {
    let Some(helper) = form.parse("person", Id::parse) else {
        return visit.redirect(&format!("/board/{id}"));
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::introduce(tx, actor, id, helper)?;
            Ok(format!("/board/{id}"))
        })
        .await;
    answer(&visit, id, done, "directory-introduced")
}

/// Back to the notice, with what was done or why it was not.
fn answer(
    visit: &Visit,
    id: Id<Notice>,
    done: Result<String, Failure<NoticeRefused>>,
    success: &str,
) -> Answer {
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success(success)),
        Err(Failure::Refused(refusal)) => {
            visit.redirect_with(&format!("/board/{id}"), &Flash::error(refusal.key()))
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}
