//! Who may do what with keys, webhooks and doors.

use kernel::{Permission, Role};
use platform::Grant;

/// Making keys for oneself: a key may what its maker may.
pub const OWN: Permission = Permission::new("api.own");
/// Every key of the place, webhooks and doors.
pub const MANAGE: Permission = Permission::new("api.manage");

/// Everything above with the roles that hold it.
pub const PERMISSIONS: &[Grant] = &[
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
    Grant::new(MANAGE, &[Role::ManagingDirector, Role::Administrator]),
];
