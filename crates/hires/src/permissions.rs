//! Who may do what with exclusive hires.

use kernel::{Permission, Role};
use platform::Grant;

/// Sees who asks for the place to themselves, and the quotes.
pub const READ: Permission = Permission::new("hires.read");
/// Keeps spaces, writes and sends quotes, says no.
pub const ANSWER: Permission = Permission::new("hires.answer");
/// Looks at the spaces after a hire, takes and gives back deposits of guarantee.
pub const CHECK: Permission = Permission::new("hires.check");
/// Publishes general conditions, and decides how long quotes are valid.
pub const MANAGE: Permission = Permission::new("hires.manage");

const TEAM: &[Role] = &[Role::Facilitator, Role::ManagingDirector, Role::Administrator];

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
    Grant::new(ANSWER, TEAM),
    Grant::new(CHECK, TEAM),
    Grant::new(MANAGE, &[Role::ManagingDirector, Role::Administrator]),
];
