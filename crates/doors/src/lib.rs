//! Doors: a tablet at the door of a room, the code at the entrance, and the number by which a person is known at both.
//!
//! **Words.** A [`Tablet`] is a screen left open at the door of one space. The *code at the entrance* is printed by the place; a member
//! who scans it checks in by themselves. A *door number* (of `spaces`) is what a person types or shows there, and at the desk.
//!
//! **Laws.**
//! - A tablet knows its own space and no other: what it is asked about another booking is not found.
//! - What is booked or ended at a door is one's own: a number stands for its person and gives no other right. The team may end any.
//! - Nobody pays at a door what they did not see there.
//! - Names stand at a door only of who booked for everybody to see (RULES 13).
//! - Checking in by oneself goes by the rules of the desk: the same units, the same debts, once for each half of a day.

mod actions;
mod pages;
mod panels;
mod permissions;
mod personal;
mod qr;
mod rules;
mod store;

pub use actions::{
    book_at_door, check_in_at_entrance, end_at_door, end_tablet, known_at_door, make_tablet, report_at_door,
};
pub use permissions::{ENTER, MANAGE, PERMISSIONS};
pub use qr::drawing as qr_code;
pub use rules::{AtDoor, AtDoorRefused, DoorRefused, MINUTES, Tablet, TabletId, minutes};

use kernel::Hat;
use platform::{Capability, Messages, NavItem};

/// What doors say, in both languages.
pub const MESSAGES: Messages = Messages {
    fr: include_str!("../locales/fr.ftl"),
    en: include_str!("../locales/en.ftl"),
};

/// What this capability hands to the program.
#[must_use]
pub fn capability() -> Capability {
    Capability {
        name: "doors",
        routes: pages::routes(),
        permissions: PERMISSIONS,
        jobs: vec![],
        recurring: vec![],
        messages: MESSAGES,
        navigation: &[NavItem {
            hat: Hat::FrontDesk,
            label: "doors-title",
            href: "/front-desk/doors",
            icon: "door",
            needs: Some(MANAGE),
            section: "shell-desk-spaces",
            also: &["/front-desk/entrance-code"],
        }],
        verify: None,
        panels: Some(panels::shown),
        personal: personal::PERSONAL,
        before_billing: None,
    }
}
