//! Who may do what with what is held about people.

use kernel::{Permission, Role};
use platform::Grant;

/// A copy of one's own data, and asking to be erased.
pub const OWN: Permission = Permission::new("privacy.own");
/// Reading the requests, the rules and the record of processing activities.
pub const READ: Permission = Permission::new("privacy.read");
/// Answering requests, erasing somebody, setting the rules.
pub const WRITE: Permission = Permission::new("privacy.write");
/// Making one record of two.
pub const MERGE: Permission = Permission::new("privacy.merge");

const OFFICE: &[Role] = &[Role::ManagingDirector, Role::Administrator];

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
    Grant::new(READ, OFFICE),
    Grant::new(WRITE, OFFICE),
    Grant::new(
        MERGE,
        &[Role::Facilitator, Role::ManagingDirector, Role::Administrator],
    ),
];
