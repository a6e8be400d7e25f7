//! The network: members of one place who use another with the same pass.
//!
//! **Words.** A [`Partner`] is another place with which there is an agreement; each place normally runs a program of its own. The *home*
//! of a visitor is the place whose member they are and whose pass pays; the *host* is the place they visit, which claims a rate from
//! the home. A *visiting code* is what a member shows at the desk of the host. A [`PartnerVisit`] is kept on both sides under one reference.
//!
//! **Laws.**
//! - A visit is asked for by the host and decided by the home: who it is, whether they may, the cap, the units, in one transaction.
//! - The same reference is debited once, however often it is told; a visit taken back before it arrived never arrives.
//! - Half a day at home and half a day elsewhere cost what a day costs; an empty pass is not let in elsewhere, and owes nothing there.
//! - Calls and answers are signed with a key that only the two places hold, for a moment, a path and a direction (decision 44).
//! - Of a member only the name, the units moved and those left travel. A visitor has no record at the host, and the name is forgotten.
//! - Rates are agreed and frozen on each visit; the cap and the passes accepted are each place's own, for its own members.
//! - Nobody waits within a transaction for another place.
//!
//! The program hands in an [`api::Outgoing`] among its [`Extras`](platform::jobs::Extras): calls go only where that lets them.

mod actions;
mod calls;
mod pages;
mod panels;
mod permissions;
mod personal;
mod rules;
mod serve;
mod store;
mod wire;

pub use actions::agreements::{
    NewPartner, accepted, end, invite, invite_again, join, resume, set_terms, suspend,
};
pub use actions::claims::charge_month;
pub use actions::home::{Told, make_code, receive_cancellation, receive_visit};
pub use actions::host::{ask, note_answer};
pub use permissions::{MANAGE, OWN, PERMISSIONS, READ, RECEIVE};
pub use rules::agreement::{HomeTerms, Partner, PartnerId, PartnerRefused, Rates, Standing, own_address};
pub use rules::code::{Invitation, VisitingCode, grouped, shared_key};
pub use rules::signing::{LATEST, Signed};
pub use rules::visit::{PartnerVisit, Reason, Side, VisitId, VisitRefused, VisitState};
pub use wire::VisitAnswer;

use kernel::{Hat, Permission};
use platform::{Capability, Messages, NavItem};

/// What the network says, in both languages.
pub const MESSAGES: Messages = Messages {
    fr: include_str!("../locales/fr.ftl"),
    en: include_str!("../locales/en.ftl"),
};

/// What this capability hands to the program.
#[must_use]
pub fn capability() -> Capability {
    Capability {
        name: "network",
        routes: pages::routes(),
        permissions: PERMISSIONS,
        jobs: vec![],
        recurring: vec![],
        messages: MESSAGES,
        navigation: NAVIGATION,
        verify: None,
        panels: Some(panels::shown),
        personal: personal::PERSONAL,
        before_billing: None,
    }
}

const NAVIGATION: &[NavItem] = &[
    entry(
        Hat::FrontDesk,
        "network-desk-title",
        "/front-desk/network",
        RECEIVE,
        "shell-desk-people",
    ),
    entry(
        Hat::Office,
        "network-title",
        "/office/network",
        READ,
        "offers-section",
    ),
];

const fn entry(
    hat: Hat,
    label: &'static str,
    href: &'static str,
    needs: Permission,
    section: &'static str,
) -> NavItem {
    NavItem {
        hat,
        label,
        href,
        icon: "door",
        needs: Some(needs),
        section,
        also: &[],
    }
}
