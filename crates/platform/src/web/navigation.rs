//! The navigation of a hat, and the hats a person may put on.

use super::Visit;
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
        .filter(|hat| **hat == Hat::Member || visible(visit, **hat).next().is_some())
        .map(|hat| HatLink {
            hat: *hat,
            label_key: hat.message(),
            current: *hat == visit.hat,
        })
        .collect();
    if hats.len() > 1 { hats } else { Vec::new() }
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
    let homes = [
        ("/office", Hat::Office),
        ("/front-desk", Hat::FrontDesk),
        ("/me", Hat::Member),
    ];
    let own = homes.iter().find(|(home, _)| under(path_of(visit), home));
    own.map_or(visit.hat, |(_, hat)| *hat)
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
        .map(|item| NavEntry {
            label_key: item.label,
            href: item.href,
            icon: item.icon,
            current: under(path, item.href) && best == Some(item.href.len()),
            section_key: item.section,
        })
        .collect()
}

/// What is open to everybody is shown to visitors only: whoever is signed in has a navigation of their own.
fn visible(visit: &Visit, hat: Hat) -> impl Iterator<Item = &crate::capability::NavItem> {
    let signed_in = visit.signed_in.is_some();
    visit.app.navigation.iter().filter(move |item| {
        let open = match item.needs {
            None => !signed_in,
            Some(permission) => visit.actor.may(permission),
        };
        item.hat == hat && open
    })
}

fn under(path: &str, href: &str) -> bool {
    path == href || path.strip_prefix(href).is_some_and(|rest| rest.starts_with('/'))
}
