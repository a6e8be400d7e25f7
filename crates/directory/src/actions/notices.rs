//! Posting on the board, and taking down.

use super::{belongs, own, today};
use crate::permissions::ANIMATE;
use crate::rules::notice::{MOST_OPEN, Notice, NoticeKind, NoticeRefused, Outcome, check_until};
use crate::store::notices;
use kernel::{Actor, Day, Id};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, OrNotFound};
use serde_json::json;

/// A need or an offer, read and found good.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewNotice {
    /// Need or offer.
    pub kind: NoticeKind,
    /// In one line.
    pub title: String,
    /// In full.
    pub body: String,
    /// The skills it is about.
    pub skills: Vec<String>,
    /// The last day it stands on the board.
    pub until: Day,
}

/// Posts a notice in the actor's name.
///
/// # Errors
/// [`NoticeRefused`].
pub fn post_notice(
    tx: &mut Tx<'_>,
    actor: &Actor,
    new: NewNotice,
) -> Result<Id<Notice>, Failure<NoticeRefused>> {
    let (author, today) = (own(actor)?, today(tx, actor)?);
    let refused = Failure::Refused;
    if !belongs(tx, actor.place, author, today)? {
        return Err(refused(NoticeRefused::NotMember));
    }
    check_until(today, new.until).map_err(refused)?;
    let mine = notices::of_person(tx, actor.place, author)?;
    if mine.iter().filter(|notice| notice.is_open_on(today)).count() >= MOST_OPEN {
        return Err(refused(NoticeRefused::TooMany { maximum: MOST_OPEN }));
    }
    let notice = Notice {
        id: tx.new_id(),
        author,
        kind: new.kind,
        title: new.title,
        body: new.body,
        skills: new.skills,
        posted_at: tx.now(),
        until: new.until,
        closed: None,
    };
    notices::insert(tx, actor.place, &notice)?;
    record(
        tx,
        actor,
        "notice.posted",
        notice.id,
        json!({ "kind": notice.kind.code() }),
    )?;
    Ok(notice.id)
}

/// Takes a notice down: its author because it is met or no longer wanted, the team for anybody.
///
/// # Errors
/// [`NoticeRefused::Closed`]; [`platform::Fault::Forbidden`] for who is neither.
pub fn close_notice(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<Notice>,
    outcome: Outcome,
) -> Result<(), Failure<NoticeRefused>> {
    let notice = notices::lock(tx, actor.place, id)?.or_not_found()?;
    if own(actor)? != notice.author {
        actor.require(ANIMATE)?;
    }
    if !notices::close(tx, actor.place, id, outcome)? {
        return Err(Failure::Refused(NoticeRefused::Closed));
    }
    record(
        tx,
        actor,
        "notice.closed",
        id,
        json!({ "outcome": outcome.code() }),
    )?;
    Ok(())
}

pub(super) fn record(
    tx: &mut Tx<'_>,
    actor: &Actor,
    verb: &str,
    id: Id<Notice>,
    detail: serde_json::Value,
) -> Result<(), platform::database::DatabaseError> {
    activity::record(tx, actor, verb, Subject::new("notice", id), detail)
}
