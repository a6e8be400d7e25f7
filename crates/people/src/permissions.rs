//! Who may do what with people.

use kernel::{Permission, Role};
use platform::Grant;

/// Reading persons, organisations, memberships and roles.
pub const READ: Permission = Permission::new("people.read");
/// Adding and correcting persons and organisations, memberships, invitations.
pub const WRITE: Permission = Permission::new("people.write");
/// Giving roles, and touching the accounts of those who hold one: whoever may do this may become anybody.
pub const ROLES: Permission = Permission::new("people.roles");
/// One's own details, password and sessions.
pub const OWN: Permission = Permission::new("people.own");

/// Everything above with the roles that hold it.
pub const PERMISSIONS: &[Grant] = &[
    Grant::new(
        READ,
        &[
            Role::Facilitator,
            Role::ManagingDirector,
            Role::Accountant,
            Role::Administrator,
        ],
    ),
    Grant::new(
        WRITE,
        &[Role::Facilitator, Role::ManagingDirector, Role::Administrator],
    ),
    Grant::new(ROLES, &[Role::Administrator]),
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
