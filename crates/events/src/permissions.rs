//! Who may do what with events.

use kernel::{Permission, Role};
use platform::Grant;

/// Registers, waits, brings guests, and follows one's own moments.
pub const OWN: Permission = Permission::new("events.own");
/// Makes the programme: writes, publishes, gives up, takes attendance.
pub const RUN: Permission = Permission::new("events.run");
/// Sets how the place wants its events.
pub const MANAGE: Permission = Permission::new("events.manage");

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
        RUN,
        &[Role::Facilitator, Role::ManagingDirector, Role::Administrator],
    ),
    Grant::new(MANAGE, &[Role::ManagingDirector, Role::Administrator]),
];
