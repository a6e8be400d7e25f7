//! What a capability hands to the program that assembles it: one value, no central file.

use crate::database::Tx;
use crate::failure::Fault;
use crate::jobs::{JobHandler, Recurring};
use crate::messages::Messages;
use crate::panel::PanelHook;
use crate::personal::Personal;
use crate::verify::Report;
use crate::web::Routes;
use kernel::{Actor, Hat, Month, Permission, PersonId, PlaceId, Refusal, Role};
use std::collections::BTreeSet;

/// Recomputes what must hold in the tables of a capability.
pub type VerifyHook = fn(&mut Tx<'_>, PlaceId, &mut Report) -> Result<(), Fault>;

/// What a capability does before a month is billed, and what it says of it.
#[derive(Debug, Clone, Copy)]
pub struct BillingHook {
    /// Charges what is due for a month.
    pub charge: fn(&mut Tx<'_>, &Actor, Month) -> Result<(), Fault>,
    /// What is due until a month and cannot be charged. Writes nothing.
    pub left_out: fn(&mut Tx<'_>, PlaceId, Month) -> Result<Vec<Uncharged>, Fault>,
}

/// Something due that could not be charged: a person looks into it before the month is issued.
pub struct Uncharged {
    /// Whose it is.
    pub person: PersonId,
    /// What it is, as its capability calls it.
    pub what: String,
    /// The first month that waits for it.
    pub month: Month,
    /// Why it is not charged.
    pub why: Box<dyn Refusal + Send>,
}

/// A capability as the program sees it.
pub struct Capability {
    /// The crate's name; every message key of the capability begins with it.
    pub name: &'static str,
    /// Its pages, each with the access it demands.
    pub routes: Routes,
    /// Who may do what.
    pub permissions: &'static [Grant],
    /// Work done in the background.
    pub jobs: Vec<JobHandler>,
    /// Work done again and again.
    pub recurring: Vec<Recurring>,
    /// What it says to people.
    pub messages: Messages,
    /// Its entries in the menus.
    pub navigation: &'static [NavItem],
    /// Recomputes what must hold in its tables, for `tribu verify`.
    pub verify: Option<VerifyHook>,
    /// What it shows on pages of others.
    pub panels: Option<PanelHook>,
    /// What it holds about people: a table that means somebody and is declared by nobody fails a test.
    pub personal: Personal,
    /// Called before the drafts of a month are computed, so that what is due for it is charged.
    pub before_billing: Option<BillingHook>,
}

/// A permission and the roles that hold it.
#[derive(Debug, Clone, Copy)]
pub struct Grant {
    /// What may be done.
    pub permission: Permission,
    /// Who may do it.
    pub roles: &'static [Role],
}

impl Grant {
    /// Gives `permission` to `roles`.
    #[must_use]
    pub const fn new(permission: Permission, roles: &'static [Role]) -> Self {
        Self { permission, roles }
    }
}

/// An entry of a menu.
#[derive(Debug, Clone, Copy)]
pub struct NavItem {
    /// The layout whose menu shows it.
    pub hat: Hat,
    /// Message key of its text.
    pub label: &'static str,
    /// Where it leads.
    pub href: &'static str,
    /// Name of its icon.
    pub icon: &'static str,
    /// Shown only to who holds this permission; without one, on the public pages.
    pub needs: Option<Permission>,
    /// Message key of the group it stands in; empty for none.
    pub section: &'static str,
    /// Where the pages begin that belong under it and stand elsewhere: they light it too.
    pub also: &'static [&'static str],
}

/// Everything that the holder of `roles` may do.
#[must_use]
pub fn permissions_of<'a>(
    roles: &[Role],
    grants: impl IntoIterator<Item = &'a Grant>,
) -> BTreeSet<Permission> {
    grants
        .into_iter()
        .filter(|grant| grant.roles.iter().any(|role| roles.contains(role)))
        .map(|grant| grant.permission)
        .collect()
}
