//! The navigation of a hat, and the hats a person may put on.

use super::Visit;
use crate::capability::NavItem;
use kernel::Hat;

/// One entry of the navigation of the current hat.
#[derive(Clone, Debug)]
pub struct NavEntry {
    /// Message key of its label.
    pub label_key: &'static str,
    /// Where it goes.
    pub href: &'static str,
    /// Name of its icon.
    pub icon: &'static str,
    /// Whether the page shown is under it.
    pub current: bool,
    /// Message key of the section it stands in (office only).
    pub section_key: &'static str,
}

/// One hat the person may put on.
#[derive(Clone, Debug)]
pub struct HatLink {
    /// The hat.
    pub hat: Hat,
    /// Message key of its name.
    pub label_key: &'static str,
    /// Whether it is on.
    pub current: bool,
}

pub(super) fn hats_of(visit: &Visit) -> Vec<HatLink> {
    if visit.signed_in.is_none() {
        return Vec::new();
    }
    let hats: Vec<HatLink> = Hat::ALL
        .iter()
        .filter(|hat| **hat == Hat::Member || has_own_page(visit, **hat))
        .map(|hat| HatLink {
            hat: *hat,
            label_key: hat.message(),
            current: *hat == visit.hat,
        })
        .collect();
    if hats.len() > 1 { hats } else { Vec::new() }
}

/// Whether a page of the hat itself is open to the person: one that hats share, such as the calendar, is no reason to put it on.
fn has_own_page(visit: &Visit, hat: Hat) -> bool {
    visible(visit, hat).any(|item| under(item.href, home_of(hat)))
}

/// The page a hat begins with.
pub(super) const fn home_of(hat: Hat) -> &'static str {
    match hat {
        Hat::Member => "/me",
        Hat::FrontDesk => "/front-desk",
        Hat::Office => "/office",
    }
}

pub(super) fn navigation_of(visit: &Visit) -> Vec<NavEntry> {
    entries(visit, hat_of_page(visit))
}

impl Visit {
    /// The entries of a hat's navigation that are open to this person.
    pub fn doors(&self, hat: Hat) -> Vec<NavEntry> {
        entries(self, hat)
    }
}

/// The hat whose navigation a page shows: its own for a page of the front desk, the office or one's own space, else the one that is on.
fn hat_of_page(visit: &Visit) -> Hat {
    let path = path_of(visit);
    let own = Hat::ALL.iter().find(|hat| under(path, home_of(**hat)));
    match (own, visit.hat) {
        (Some(hat), _) => *hat,
        (None, _) if under(path, "/jobs") => Hat::Office,
        // The rest is laid out for members; the menu of the office would not fit there.
        (None, Hat::Office) => Hat::Member,
        (None, hat) => hat,
    }
}

fn path_of(visit: &Visit) -> &str {
    visit.path.split('?').next().unwrap_or("/")
}

fn entries(visit: &Visit, hat: Hat) -> Vec<NavEntry> {
    let path = path_of(visit);
    let best = visible(visit, hat)
        .filter(|item| under(path, item.href))
        .map(|item| item.href.len())
        .max();
    visible(visit, hat)
        .map(|item| entry(path, item, best == Some(item.href.len())))
        .collect()
}

fn entry(path: &str, item: &NavItem, nearest: bool) -> NavEntry {
    NavEntry {
        label_key: item.label,
        href: item.href,
        icon: item.icon,
        current: nearest && under(path, item.href),
        section_key: item.section,
    }
}

/// The navigation of the public pages: what is open to everybody, whoever looks.
pub(super) fn public_navigation_of(visit: &Visit) -> Vec<NavEntry> {
    let open = visit.app.navigation.iter().filter(|item| item.needs.is_none());
    open.map(|item| entry(path_of(visit), item, true)).collect()
}

/// What is open to everybody stands on the public pages only: whoever is signed in has a navigation of their own.
fn visible(visit: &Visit, hat: Hat) -> impl Iterator<Item = &NavItem> {
    let navigation = visit.app.navigation.iter();
    navigation.filter(move |item| {
        item.hat == hat && item.needs.is_some_and(|permission| visit.actor.may(permission))
    })
}

fn under(path: &str, href: &str) -> bool {
    path == href || path.strip_prefix(href).is_some_and(|rest| rest.starts_with('/'))
}
