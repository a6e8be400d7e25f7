//! Who may do what with those who come and go.

use kernel::{Permission, Role};
use platform::Grant;

/// Answers applications, writes new members down at the desk, shows the place, receives newcomers, notes who leaves.
pub const ADMIT: Permission = Permission::new("joining.admit");
/// Sets how the place receives those who join: texts, hours of tours, notice, approval.
pub const MANAGE: Permission = Permission::new("joining.manage");
/// Agrees to the texts of the house and gives notice, for oneself.
pub const OWN: Permission = Permission::new("joining.own");

/// Everything above with the roles that hold it.
pub const PERMISSIONS: &[Grant] = &[
    Grant::new(
        ADMIT,
        &[Role::Facilitator, Role::ManagingDirector, Role::Administrator],
    ),
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
