//! Guests: people from outside who look for a room, book it without an account, or want the house to themselves.
//!
//! **Words.** A *guest* is somebody without an account, or who did not sign in; they go by the hours, limits and prices for external
//! people. Their hours are *held* until the link of a letter proves their address; then the booking is made, or asked for where the
//! place wants to be asked. A page may be *framed* by the sites that the place names.
//!
//! **Laws.**
//! - Nothing said from outside tells whether an address is known: not the answer, nor the time it takes.
//! - Whoever proves an address is the person who has it, and gets the one booking, not their account: no session is opened.
//! - A known organisation pays for nobody because a guest named it; the office reads that it was named.
//! - A page that other sites may frame holds no form that writes (decision 32).
//! - What is never proven is forgotten after three days.

mod actions;
mod letters;
mod pages;
mod permissions;
mod personal;
mod rules;
mod store;

pub use actions::booking::{ask, confirm};
pub use actions::settings::keep_settings;
pub use pages::read_contact;
pub use permissions::{MANAGE, PERMISSIONS, RECEIVE};
pub use rules::guest::{Asked, GuestBooking, GuestRefused};
pub use rules::price::Both;

use kernel::{Hat, Permission};
use platform::{Capability, JobHandler, Messages, NavItem, Recurring};

/// What guests read, in both languages.
pub const MESSAGES: Messages = Messages {
    fr: include_str!("../locales/fr.ftl"),
    en: include_str!("../locales/en.ftl"),
};

/// What this capability hands to the program.
#[must_use]
pub fn capability() -> Capability {
    Capability {
        name: "guests",
        routes: pages::routes(),
        permissions: PERMISSIONS,
        jobs: vec![
            JobHandler {
                kind: letters::KIND,
                run: letters::write,
            },
            JobHandler {
                kind: letters::TIDY_KIND,
                run: letters::tidy,
            },
        ],
        recurring: vec![Recurring {
            kind: letters::TIDY_KIND,
            every_minutes: 24 * 60,
        }],
        messages: MESSAGES,
        navigation: NAVIGATION,
        verify: None,
        panels: None,
        personal: personal::PERSONAL,
        before_billing: None,
    }
}

/// The entries of the menus.
const NAVIGATION: &[NavItem] = &[
    entry(Hat::FrontDesk, "shell-desk-people", RECEIVE),
    entry(Hat::Office, "guests-section", RECEIVE),
];

const fn entry(hat: Hat, section: &'static str, needs: Permission) -> NavItem {
    NavItem {
        hat,
        label: "guests-title",
        href: "/office/guests",
        icon: "people",
        needs: Some(needs),
        section,
        also: &[],
    }
}
