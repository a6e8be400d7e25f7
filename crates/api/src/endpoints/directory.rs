//! Cards of members, and the board of needs and offers.

use crate::endpoint::{Call, Endpoint, create, get, post};
use crate::read::{Asked, One, Sent};
use crate::rules::scope::Scope;
use crate::trouble::Trouble;
use crate::wire::{Cursor, Limit, Listed, When, Wire, asked_limit};
use directory::{NewNotice, Notice, NoticeKind, Outcome, Seen};
use kernel::{Day, Id, PersonId, mark};
use platform::OrNotFound as _;
use platform::web::Access;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub(super) fn endpoints() -> Vec<Endpoint> {
    let read = (Scope::DirectoryRead, Access::Needs(directory::READ));
    let own = (Scope::DirectoryWrite, Access::Needs(directory::OWN));
    vec![
        get("/api/v1/cards", "list_cards", read, cards),
        get("/api/v1/cards/{id}", "show_card", read, card),
        get("/api/v1/notices", "list_notices", read, notices),
        create("/api/v1/notices", "post_notice", own, post_notice),
        get("/api/v1/notices/{id}", "show_notice", read, notice),
        post("/api/v1/notices/{id}/closure", "close_notice", own, close),
    ]
}

/// The card of a member, as far as the caller may see it.
#[derive(Serialize, JsonSchema)]
struct Card {
    person: Wire<PersonId>,
    name: String,
    trade: String,
    skills: Vec<String>,
    links: Vec<String>,
    offers: String,
    needs: String,
}

fn shown((name, seen): (String, Seen)) -> Card {
    Card {
        person: Wire(seen.person),
        name,
        trade: seen.told.trade,
        skills: seen.told.skills,
        links: seen.told.links,
        offers: seen.told.offers,
        needs: seen.told.needs,
    }
}

/// Which part of a list.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct PartAsked {
    limit: Option<Limit>,
    cursor: Option<Cursor>,
}

fn cards(call: &mut Call<'_, '_>, Asked(asked): Asked<PartAsked>) -> Result<Listed<Card>, Trouble> {
    let limit = asked_limit(asked.limit);
    let after = Cursor::mark(asked.cursor.as_ref(), |mark| PersonId::parse(mark).ok())?;
    let mut all = directory::cards(call.tx, &call.caller.actor)?;
    all.sort_by_key(|(_, seen)| seen.person);
    all.retain(|(_, seen)| after.is_none_or(|after| seen.person > after));
    Ok(Listed::of(all, limit, |(_, seen)| seen.person.to_string(), shown))
}

fn card(call: &mut Call<'_, '_>, One(person): One<mark::Person>) -> Result<Card, Trouble> {
    let seen = directory::card(call.tx, &call.caller.actor, person)?.or_not_found()?;
    let name = people::names_of(call.tx, call.caller.place.id, &[person])?.remove(&person);
    Ok(shown((name.or_not_found()?, seen)))
}

/// What somebody needs or offers.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Notice")]
struct NoticeOut {
    id: Wire<Id<Notice>>,
    author: Wire<PersonId>,
    kind: Wire<NoticeKind>,
    title: String,
    body: String,
    skills: Vec<String>,
    posted_at: When,
    /// The last day it stands on the board.
    until: Wire<Day>,
    closed_at: Option<When>,
    outcome: Option<Wire<Outcome>>,
}

fn shown_notice(call: &Call<'_, '_>, notice: Notice) -> NoticeOut {
    NoticeOut {
        id: Wire(notice.id),
        author: Wire(notice.author),
        kind: Wire(notice.kind),
        title: notice.title,
        body: notice.body,
        skills: notice.skills,
        posted_at: call.when(notice.posted_at),
        until: Wire(notice.until),
        closed_at: notice.closed.map(|(at, _)| call.when(at)),
        outcome: notice.closed.map(|(_, outcome)| Wire(outcome)),
    }
}

fn notices(call: &mut Call<'_, '_>, (): ()) -> Result<Listed<NoticeOut>, Trouble> {
    let open = directory::notices(call.tx, &call.caller.actor)?;
    Ok(Listed::whole(
        open.into_iter().map(|one| shown_notice(call, one)).collect(),
    ))
}

fn notice(call: &mut Call<'_, '_>, One(id): One<Notice>) -> Result<NoticeOut, Trouble> {
    let found = directory::notice(call.tx, &call.caller.actor, id)?.or_not_found()?;
    Ok(shown_notice(call, found))
}

/// A need or an offer, in the name of the holder of the key.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct NoticeIn {
    kind: Wire<NoticeKind>,
    #[schemars(length(min = 1, max = 120))]
    title: String,
    #[serde(default)]
    #[schemars(length(max = 2_000))]
    body: String,
    /// Each of a few words.
    #[serde(default)]
    #[schemars(length(max = 12), inner(length(min = 1, max = 40)))]
    skills: Vec<String>,
    /// The last day it stands on the board.
    until: Wire<Day>,
}

fn post_notice(call: &mut Call<'_, '_>, Sent(sent): Sent<NoticeIn>) -> Result<NoticeOut, Trouble> {
    let title = directory::filled(&sent.title, directory::LONGEST_TITLE)
        .map_err(|refusal| Trouble::refused_field("title", &refusal))?;
    let body = directory::text(&sent.body, directory::LONGEST_TEXT)
        .map_err(|refusal| Trouble::refused_field("body", &refusal))?;
    let skills = directory::skills(&sent.skills.join(","))
        .map_err(|refusal| Trouble::refused_field("skills", &refusal))?;
    let new = NewNotice {
        kind: sent.kind.0,
        title,
        body,
        skills,
        until: sent.until.0,
    };
    let id = directory::post_notice(call.tx, &call.caller.actor, new)?;
    notice(call, One(id))
}

/// How it ended.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct NoticeClosure {
    outcome: Wire<Outcome>,
}

fn close(
    call: &mut Call<'_, '_>,
    (One(id), Sent(sent)): (One<Notice>, Sent<NoticeClosure>),
) -> Result<NoticeOut, Trouble> {
    directory::close_notice(call.tx, &call.caller.actor, id, sent.outcome.0)?;
    notice(call, One(id))
}
