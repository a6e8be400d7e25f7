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
    let path = visit.path.split('?').next().unwrap_or("/");
    let best = visible(visit, visit.hat)
        .filter(|item| under(path, item.href))
        .map(|item| item.href.len())
        .max();
    visible(visit, visit.hat)
        .map(|item| NavEntry {
            label_key: item.label,
            href: item.href,
            icon: item.icon,
            current: under(path, item.href) && best == Some(item.href.len()),
            section_key: item.section,
        })
        .collect()
}

fn visible(visit: &Visit, hat: Hat) -> impl Iterator<Item = &crate::capability::NavItem> {
    visit.app.navigation.iter().filter(move |item| {
        item.hat == hat && item.needs.is_none_or(|permission| visit.actor.may(permission))
    })
}

fn under(path: &str, href: &str) -> bool {
    path == href || path.strip_prefix(href).is_some_and(|rest| rest.starts_with('/'))
}
