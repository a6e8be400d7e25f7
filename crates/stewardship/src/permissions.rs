//! Who may do what with the running of the house.

use kernel::{Permission, Role};
use platform::Grant;

/// Running the day: what arrives, what is handed over, who is on duty, what is broken.
pub const RUN: Permission = Permission::new("stewardship.run");
/// What is decided once: who is domiciled, the shifts of the week, the checklists, what a shift gives.
pub const MANAGE: Permission = Permission::new("stewardship.manage");
/// One's own letters, shifts and reports.
pub const OWN: Permission = Permission::new("stewardship.own");

const TEAM: &[Role] = &[Role::Facilitator, Role::ManagingDirector, Role::Administrator];

/// Everything above with the roles that hold it.
pub const PERMISSIONS: &[Grant] = &[
    Grant::new(RUN, TEAM),
    Grant::new(MANAGE, &[Role::ManagingDirector, Role::Administrator]),
    Grant::new(
        OWN,
        &[
            Role::Member,
            Role::Facilitator,
            Role::ManagingDirector,
            Role::Accountant,
            Role::Administrator,
        ],
    ),
];
