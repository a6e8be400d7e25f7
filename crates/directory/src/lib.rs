//! Directory: what members tell of themselves, and what they need of one another.
//!
//! **Words.** A [`Card`] says what a member does, is good at, offers and needs; each part is shown to nobody, to members or to
//! everybody ([`Visibility`]). A [`Notice`] on the board is a need or an offer, open until it is met, withdrawn, or its last day
//! is over. An *introduction* brings the author of a need together with somebody whose skills match it.
//!
//! **Laws.**
//! - No part of a card is seen by who may not see the card, and a search finds nobody by a part that the searcher may not see.
//! - "Members" means members of that day and the team: who has left keeps an account, and sees what everybody sees. Who has left
//!   is no longer shown either.
//! - Nobody learns an address here but the reader of a letter, who learns the writer's, since the writer sent it.
//! - What members write to one another is theirs: neither the log nor the outbox of the office shows it.

mod actions;
mod letters;
mod pages;
mod permissions;
mod personal;
mod rules;
mod store;

pub use actions::{
    NewNotice, close_notice, introduce, keep_card, keep_portrait, post_notice, remove_portrait, write_to,
};
pub use permissions::{ANIMATE, OWN, PERMISSIONS, READ};
pub use rules::card::{Card, CardRefused, LONGEST_TEXT, Seen, Shown, Told, Viewer, Visibility, filled, text};
pub use rules::lines::{ListRefused, links, skills};
pub use rules::matching::{Search, helpers, shared_skills};
pub use rules::notice::{LONGEST_TITLE, Notice, NoticeKind, NoticeRefused, Outcome};

use kernel::{Actor, Hat, Id, PersonId};
use platform::database::Tx;
use platform::{Capability, Fault, JobHandler, Messages, NavItem};

/// What the directory says, in both languages.
pub const MESSAGES: Messages = Messages {
    fr: include_str!("../locales/fr.ftl"),
    en: include_str!("../locales/en.ftl"),
};

/// What this capability hands to the program.
#[must_use]
pub fn capability() -> Capability {
    Capability {
        name: "directory",
        routes: pages::routes(),
        permissions: PERMISSIONS,
        jobs: vec![JobHandler {
            kind: letters::KIND,
            run: letters::write,
        }],
        recurring: vec![],
        messages: MESSAGES,
        navigation: NAVIGATION,
        verify: None,
        panels: None,
        personal: personal::PERSONAL,
        before_billing: None,
    }
}

/// Every card that the actor may see, with names, by name.
///
/// # Errors
/// [`Fault::Forbidden`]; as the database says.
pub fn cards(tx: &mut Tx<'_>, actor: &Actor) -> Result<Vec<(String, Seen)>, Fault> {
    actor.require(READ)?;
    let today = actions::today(tx, actor)?;
    let viewer = actions::viewer(tx, actor, today)?;
    Ok(actions::everybody(tx, actor.place, viewer, today)?)
}

/// The card of a person as far as the actor may see it.
///
/// # Errors
/// [`Fault::Forbidden`]; as the database says.
pub fn card(tx: &mut Tx<'_>, actor: &Actor, person: PersonId) -> Result<Option<Seen>, Fault> {
    actor.require(READ)?;
    let today = actions::today(tx, actor)?;
    let viewer = actions::viewer(tx, actor, today)?;
    Ok(actions::seen(tx, actor.place, person, viewer, today)?)
}

/// The notices on the board today, the newest first; none for who does not belong to the house.
///
/// # Errors
/// [`Fault::Forbidden`]; as the database says.
pub fn notices(tx: &mut Tx<'_>, actor: &Actor) -> Result<Vec<Notice>, Fault> {
    actor.require(READ)?;
    let today = actions::today(tx, actor)?;
    match actions::viewer(tx, actor, today)? {
        Viewer::Insider => Ok(store::notices::open_on(tx, actor.place, today)?),
        Viewer::Outsider => Ok(vec![]),
    }
}

/// A notice, open or closed; none for who does not belong to the house.
///
/// # Errors
/// [`Fault::Forbidden`]; as the database says.
pub fn notice(tx: &mut Tx<'_>, actor: &Actor, id: Id<Notice>) -> Result<Option<Notice>, Fault> {
    actor.require(READ)?;
    let today = actions::today(tx, actor)?;
    match actions::viewer(tx, actor, today)? {
        Viewer::Insider => Ok(store::notices::find(tx, actor.place, id)?),
        Viewer::Outsider => Ok(None),
    }
}

/// The entries of the menus.
const NAVIGATION: &[NavItem] = &[
    NavItem {
        needs: None,
        ..entry(Hat::Member, "directory-members-title", "/members", "people")
    },
    entry(Hat::Member, "directory-title", "/directory", "people"),
    NavItem {
        section: "shell-desk-people",
        ..entry(Hat::FrontDesk, "directory-board-title", "/board", "sprout")
    },
];

const fn entry(hat: Hat, label: &'static str, href: &'static str, icon: &'static str) -> NavItem {
    NavItem {
        hat,
        label,
        href,
        icon,
        needs: Some(READ),
        section: "",
        also: &[],
    }
}
