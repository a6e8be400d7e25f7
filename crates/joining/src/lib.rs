//! Joining: how somebody becomes a member, and how they leave.
//!
//! **Words.** A *tour* is somebody who comes to look at the place; its outcome is noted, and a *trial day* may follow. An
//! [`Application`] is somebody who asks to become a member; the team accepts or refuses it, or the place lets everybody in who proves
//! their address. To *admit* is to write the person down, begin the membership, open the account and what they take, in one act. A
//! [`HouseText`] is what everybody agrees to, in versions. The *steps* of a first visit are ticked by who showed them. A
//! [`Departure`] is a notice given.
//!
//! **Laws.**
//! - Nobody is written down before their address is proven, unless the team does it with them at hand.
//! - Nothing said from outside tells whether an address is known: not the answer, nor the time it takes.
//! - Whoever may be somebody known, or be paid for by a known organisation, is looked at by a person, whatever the place set.
//! - A version of a text never changes. Who has not agreed to the last one is asked, and locked out of nothing.
//! - A trial day costs nothing: who holds an offer has none.
//! - Who leaves keeps their account, and reads their invoices with it.

mod actions;
mod letters;
mod pages;
mod panels;
mod permissions;
mod personal;
mod rules;
mod store;

pub use actions::{
    Admission, NewTour, Outcome, StillOpen, Whom, accept, accept_text, admit, apply, book_tour, cancel_tour,
    confirm, give_notice, keep_hours, keep_settings, note_tour, open_slots, proposed, publish_text, refuse,
    remove_hours, settings, still_open, texts_in_force, tick, to_accept, trial_day, withhold, yearly,
};
pub use permissions::{ADMIT, MANAGE, OWN, PERMISSIONS};
pub use rules::application::{
    Application, ApplicationRefused, ApplicationState, Asked, At, NamedOrganisation,
};
pub use rules::departure::{Departure, DepartureRefused, Notice};
pub use rules::offer::{Offer, OfferKind, Proposed};
pub use rules::prose::ProseRefused;
pub use rules::settings::{Approval, Settings, SettingsRefused};
pub use rules::text::{HouseText, TextKind};
pub use rules::tour::{Prospect, Slot, Tour, TourCount, TourHours, TourRefused, TourState};

use kernel::{Hat, Permission};
use platform::{Capability, JobHandler, Messages, NavItem, Recurring};

/// What joining says, in both languages.
pub const MESSAGES: Messages = Messages {
    fr: include_str!("../locales/fr.ftl"),
    en: include_str!("../locales/en.ftl"),
};

/// What this capability hands to the program.
#[must_use]
pub fn capability() -> Capability {
    Capability {
        name: "joining",
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
        panels: Some(panels::shown),
        personal: personal::PERSONAL,
        before_billing: None,
    }
}

/// The entries of the menus.
const NAVIGATION: &[NavItem] = &[
    NavItem {
        needs: None,
        ..entry(
            Hat::Member,
            "joining-tour-public",
            "/tours/new",
            "calendar-add",
            OWN,
            "",
        )
    },
    NavItem {
        also: &["/office/newcomers", "/office/departures"],
        ..entry(
            Hat::FrontDesk,
            "joining-applications",
            "/office/applications",
            "person-add",
            ADMIT,
            "shell-desk-people",
        )
    },
    entry(
        Hat::FrontDesk,
        "joining-tours",
        "/office/tours",
        "calendar-check",
        ADMIT,
        "shell-desk-people",
    ),
    NavItem {
        also: &["/office/newcomers", "/office/departures"],
        ..entry(
            Hat::Office,
            "joining-applications",
            "/office/applications",
            "person-add",
            ADMIT,
            "joining-section",
        )
    },
    entry(
        Hat::Office,
        "joining-tours",
        "/office/tours",
        "calendar-check",
        ADMIT,
        "joining-section",
    ),
    NavItem {
        also: &["/office/house-texts"],
        ..entry(
            Hat::Office,
            "joining-settings",
            "/office/joining",
            "settings",
            MANAGE,
            "joining-section",
        )
    },
];

const fn entry(
    hat: Hat,
    label: &'static str,
    href: &'static str,
    icon: &'static str,
    needs: Permission,
    section: &'static str,
) -> NavItem {
    NavItem {
        hat,
        label,
        href,
        icon,
        needs: Some(needs),
        section,
        also: &[],
    }
}
