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
    /// Message key of the section it stands in; empty for none.
    pub section_key: &'static str,
}

/// Entries of a menu that stand together.
#[derive(Clone, Debug)]
pub struct NavGroup {
    /// Message key of what they have in common; empty for an entry that stands alone.
    pub section_key: &'static str,
    /// The entries, in their order.
    pub entries: Vec<NavEntry>,
    /// Whether the page shown is under one of them.
    pub current: bool,
}

/// The entries by their sections, each section where its first entry stands.
pub(super) fn grouped(entries: &[NavEntry]) -> Vec<NavGroup> {
    let mut groups: Vec<NavGroup> = Vec::new();
    for entry in entries {
        let known = groups
            .iter_mut()
            .find(|group| !entry.section_key.is_empty() && group.section_key == entry.section_key);
        match known {
            Some(group) => {
                group.current |= entry.current;
                group.entries.push(entry.clone());
            }
            None => groups.push(NavGroup {
                section_key: entry.section_key,
                entries: vec![entry.clone()],
                current: entry.current,
            }),
        }
    }
    groups
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

impl Visit {
    /// The entries of a hat's navigation that are open to this person.
    pub fn doors(&self, hat: Hat) -> Vec<NavEntry> {
        entries(self, hat)
    }
}

/// The hat whose navigation a page shows: its own for a page of the front desk, the office or one's own space, else the one that is on.
pub(super) fn hat_of_page(visit: &Visit) -> Hat {
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

/// The hat whose navigation a page keeps that could not be shown: the page's, when the person may put it on, else the one
/// that is on. A page of the house itself keeps the menu the person came from.
pub(super) fn hat_of_problem(visit: &Visit) -> Hat {
    let of_page = hat_of_page(visit);
    if has_own_page(visit, of_page) && under(path_of(visit), home_of(of_page)) {
        of_page
    } else {
        visit.hat
    }
}

fn path_of(visit: &Visit) -> &str {
    visit.path.split('?').next().unwrap_or("/")
}

fn entries(visit: &Visit, hat: Hat) -> Vec<NavEntry> {
    let path = path_of(visit);
    let nearest = visible(visit, hat).filter_map(|item| nearness(path, item)).max();
    visible(visit, hat)
        .map(|item| {
            let near = nearness(path, item);
            entry(item, near.is_some() && near == nearest)
        })
        .collect()
}

/// How much of the path an entry accounts for, in bytes; nothing when the page does not belong under it.
fn nearness(path: &str, item: &NavItem) -> Option<usize> {
    // What stands under "my day" or under the office's first page is no part of that page; what stands under the desk is.
    let alone = item.hat != Hat::FrontDesk && item.href == home_of(item.hat);
    let own = if alone {
        path == item.href
    } else {
        under(path, item.href)
    };
    let also = item.also.iter().copied().filter(|other| under(path, other));
    own.then_some(item.href)
        .into_iter()
        .chain(also)
        .map(str::len)
        .max()
}

fn entry(item: &NavItem, current: bool) -> NavEntry {
    NavEntry {
        label_key: item.label,
        href: item.href,
        icon: item.icon,
        current,
        section_key: item.section,
    }
}

/// The navigation of the public pages: what is open to everybody, whoever looks.
pub(super) fn public_navigation_of(visit: &Visit) -> Vec<NavEntry> {
    let open = visit.app.navigation.iter().filter(|item| item.needs.is_none());
    let path = path_of(visit);
    open.map(|item| entry(item, under(path, item.href))).collect()
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
