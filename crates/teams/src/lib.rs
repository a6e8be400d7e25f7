//! Teams: an organisation pays for its people, and one of them runs the team.
//!
//! **Words.** A *team* is those for whom an organisation pays, and those who belong to it without it paying for them today: an
//! *affiliation*. A *manager* of a team adds and removes people and sees what the organisation pays. Somebody who belongs to several
//! organisations chooses which one pays: the payer of [`people::payer`], which bookings, passes and plans ask for.
//!
//! **Laws.**
//! - Nobody joins a team, and shows it their use, without saying so themselves by a link sent to their address.
//! - A manager sees what the organisation pays and nothing else: no use of somebody who has another payer.
//! - Nobody chooses an organisation as their payer unless they belong to it.
//! - Who is removed is paid for by themselves from then on; the plans that the organisation paid for them end that day.
//! - A team that one does not run is not found.

mod actions;
mod letters;
mod pages;
mod panels;
mod permissions;
mod personal;
mod rules;
mod store;

pub use actions::{
    accept_invitation, choose_payer, end_manager, grant_manager, invite, organisations_of, remove, run_by,
    team_of, withdraw_invitation,
};
pub use permissions::{GRANT, OWN, PERMISSIONS};
pub use rules::{Invitation, InvitationState, NewInvitation, TeamRefused};

use platform::{Capability, JobHandler, Messages};

/// What teams say, in both languages.
pub const MESSAGES: Messages = Messages {
    fr: include_str!("../locales/fr.ftl"),
    en: include_str!("../locales/en.ftl"),
};

/// What this capability hands to the program.
#[must_use]
pub fn capability() -> Capability {
    Capability {
        name: "teams",
        routes: pages::routes(),
        permissions: PERMISSIONS,
        jobs: vec![JobHandler {
            kind: letters::KIND,
            run: letters::write,
        }],
        recurring: vec![],
        messages: MESSAGES,
        navigation: &[],
        verify: None,
        panels: Some(panels::shown),
        personal: personal::PERSONAL,
        before_billing: None,
    }
}
