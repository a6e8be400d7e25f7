//! Privacy: what people may ask about their data, and what the place owes them.
//!
//! **Words.** A *holding* is one kind of data about people, declared by the capability that keeps it
//! ([`platform::personal`]). A *copy* is everything about somebody in one file, for their eyes alone, for a week. A [`Request`] is
//! what somebody asks about their data, answered within a month. An *erasure* takes somebody out of everything but what the law
//! keeps. A *rule* says for how many months a kind of data is kept. A *merger* makes one record of two that mean the same.
//!
//! **Laws.**
//! - Nobody but its owner ever fetches a copy, whatever their rights; it is asked for with the password, and dies.
//! - What is erased is read off the declarations, as it is shown before. Who was erased stays so: the list of their identifiers, and
//!   nothing else, outlives every older copy of the database ([`erase_again`]).
//! - Nobody is erased while something is open: money either way, keys, plans, bookings to come.
//! - With whom nothing has happened for as long as the place decided is announced for a month, then erased: the place may keep them,
//!   and anything that happens keeps them too.
//! - A merger loses nothing: each declared column moves, what cannot be two becomes one, what was issued stays as issued.
//! - The accounts of the team are an administrator's business here as elsewhere, and one administrator stays.

mod actions;
mod documents;
mod jobs;
mod letters;
mod pages;
mod panels;
mod permissions;
mod personal;
mod rules;
mod store;

pub use actions::{
    MergerView, Preview, Side, answer, ask_copy, ask_erasure, erase, erase_again, keep_inactive,
    merge_organisations, merge_persons, preview, record_request, set_rule, withdraw,
};
pub use permissions::{MERGE, OWN, PERMISSIONS, READ, WRITE};
pub use rules::likeness::Likeness;
pub use rules::request::{PrivacyRefused, Request, RequestKind, RequestState, due_on};
pub use store::erasures::Erasure;

use kernel::Hat;
use platform::database::{DatabaseError, Tx};
use platform::{Capability, JobHandler, Messages, NavItem};

/// What privacy says, in both languages.
pub const MESSAGES: Messages = Messages {
    fr: concat!(
        include_str!("../locales/fr.ftl"),
        "\n",
        include_str!("../locales/columns.fr.ftl")
    ),
    en: concat!(
        include_str!("../locales/en.ftl"),
        "\n",
        include_str!("../locales/columns.en.ftl")
    ),
};

/// What this capability hands to the program.
#[must_use]
pub fn capability() -> Capability {
    Capability {
        name: "privacy",
        routes: pages::routes(),
        permissions: PERMISSIONS,
        jobs: vec![
            JobHandler {
                kind: letters::KIND,
                run: letters::write,
            },
            JobHandler {
                kind: documents::copy::COPY_JOB,
                run: documents::copy::make,
            },
            JobHandler {
                kind: jobs::RETENTION,
                run: jobs::retain,
            },
        ],
        recurring: vec![jobs::EVERY_NIGHT],
        messages: MESSAGES,
        navigation: NAVIGATION,
        verify: None,
        panels: Some(panels::shown),
        personal: personal::PERSONAL,
        before_billing: None,
    }
}

const NAVIGATION: &[NavItem] = &[
    NavItem {
        hat: Hat::Office,
        label: "privacy-title",
        href: "/office/personal-data",
        icon: "shield",
        needs: Some(READ),
        section: "people-section",
        also: &["/office/retention", "/office/processing-record"],
    },
    NavItem {
        hat: Hat::Office,
        label: "privacy-duplicates",
        href: "/office/people/duplicates",
        icon: "copy",
        needs: Some(MERGE),
        section: "people-section",
        also: &["/office/organisations/duplicates"],
    },
];

/// Everybody who was erased, in every place of the installation: identifiers and nothing else.
///
/// # Errors
/// As the database says.
pub fn erasures(tx: &mut Tx<'_>) -> Result<Vec<Erasure>, DatabaseError> {
    store::erasures::all(tx)
}
