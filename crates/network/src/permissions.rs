//! Who may do what with other places.

use kernel::{Permission, Role};
use platform::Grant;

/// Uses another place with one's own pass.
pub const OWN: Permission = Permission::new("network.own");
/// Receives visitors of other places at the desk.
pub const RECEIVE: Permission = Permission::new("network.receive");
/// Reads agreements and what is claimed and owed.
pub const READ: Permission = Permission::new("network.read");
/// Makes agreements, sets their terms, suspends and ends them, charges what is claimed.
pub const MANAGE: Permission = Permission::new("network.manage");

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
    Grant::new(
        RECEIVE,
        &[Role::Facilitator, Role::ManagingDirector, Role::Administrator],
    ),
    Grant::new(
        READ,
        &[Role::ManagingDirector, Role::Accountant, Role::Administrator],
    ),
    Grant::new(MANAGE, &[Role::ManagingDirector, Role::Administrator]),
];
