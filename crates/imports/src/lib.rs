//! Imports: what a place brings along from the program it used before.
//!
//! **Words.** An [`ImportKind`] says what the lines of a file are: persons, organisations, plans, passes, bookings, visits. A
//! [`Mapping`] says which column holds which [`Field`]. A *trial* does everything and undoes it, and its [`ImportReport`] says
//! line by line what stands against the file. A *reference* names a line for ever: the identifier the other program gave it,
//! else a hash of what it says in one spelling, so that the same line in another dialect is the same line.
//!
//! **Laws.**
//! - All or nothing: a file goes in whole, in one transaction, or not at all. A trial is that same transaction, undone.
//! - Twice changes nothing: a reference that was imported is there already, and what is here is never overwritten.
//! - What is brought in is real use: a booking is charged at the tariff in force, a visit takes units, through the same faces
//!   as at the front desk.
//! - A file and its columns survive every refusal; the file is forgotten once it is in, or after a month.
//!
//! **For the program**: [`command`] is the whole of `tribu import`; [`capability`] brings the same to the browser.

mod actions;
mod command;
mod jobs;
mod pages;
mod permissions;
mod personal;
mod rules;
mod store;

pub use command::{CommandRefused, FileToImport, command, printed};
pub use permissions::{PERMISSIONS, RUN};
pub use rules::field::Field;
pub use rules::kind::ImportKind;
pub use rules::line::Issue;
pub use rules::mapping::{Mapping, MappingRefused};
pub use rules::report::ImportReport;
pub use rules::sheet::{FileRefused, Unusable};

use kernel::Hat;
use platform::{Capability, JobHandler, Messages, NavItem, Recurring};

/// What imports say, in both languages.
pub const MESSAGES: Messages = Messages {
    fr: include_str!("../locales/fr.ftl"),
    en: include_str!("../locales/en.ftl"),
};

const NAVIGATION: &[NavItem] = &[NavItem {
    hat: Hat::Office,
    label: "imports-nav",
    href: "/office/imports",
    icon: "upload",
    needs: Some(RUN),
    section: "imports-nav-section",
    also: &[],
}];

/// What this capability hands to the program.
#[must_use]
pub fn capability() -> Capability {
    Capability {
        name: "imports",
        routes: pages::routes(),
        permissions: PERMISSIONS,
        jobs: vec![
            JobHandler {
                kind: jobs::REHEARSE,
                run: jobs::rehearse,
            },
            JobHandler {
                kind: jobs::APPLY,
                run: jobs::apply,
            },
            JobHandler {
                kind: jobs::TIDY,
                run: jobs::tidy,
            },
        ],
        recurring: vec![Recurring {
            kind: jobs::TIDY,
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
