//! Who may do what for guests.

use kernel::{Permission, Role};
use platform::Grant;

/// Sees who asked from outside, and answers.
pub const RECEIVE: Permission = Permission::new("guests.receive");
/// Sets which sites may show the rooms, and how guests are received.
pub const MANAGE: Permission = Permission::new("guests.manage");

/// Everything above with the roles that hold it.
pub const PERMISSIONS: &[Grant] = &[
    Grant::new(
        RECEIVE,
        &[Role::Facilitator, Role::ManagingDirector, Role::Administrator],
    ),
    Grant::new(MANAGE, &[Role::ManagingDirector, Role::Administrator]),
];
