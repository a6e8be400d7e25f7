//! Who may do what with doors.

use kernel::{Permission, Role};
use platform::Grant;

/// Makes and ends the addresses of tablets, prints the code at the entrance.
pub const MANAGE: Permission = Permission::new("doors.manage");
/// Checks in by oneself with the code at the entrance.
pub const ENTER: Permission = Permission::new("doors.enter");

/// Everything above with the roles that hold it.
pub const PERMISSIONS: &[Grant] = &[
    Grant::new(
        MANAGE,
        &[Role::Facilitator, Role::ManagingDirector, Role::Administrator],
    ),
    Grant::new(
        ENTER,
        &[
            Role::Member,
            Role::Facilitator,
            Role::ManagingDirector,
            Role::Accountant,
            Role::Administrator,
        ],
    ),
];
