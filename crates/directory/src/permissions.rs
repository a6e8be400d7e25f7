//! Who may do what with the directory and the board.

use kernel::{Permission, Role};
use platform::Grant;

/// Reading what members show to members, and writing to them. Only who is a member that day, or of the team, sees it.
pub const READ: Permission = Permission::new("directory.read");
/// One's own card and one's own notices.
pub const OWN: Permission = Permission::new("directory.own");
/// Bringing two members together, and taking a notice off the board for somebody.
pub const ANIMATE: Permission = Permission::new("directory.animate");

const EVERYBODY_OF_THE_HOUSE: &[Role] = &[
    Role::Member,
    Role::Facilitator,
    Role::ManagingDirector,
    Role::Accountant,
    Role::Administrator,
];

/// Everything above with the roles that hold it.
pub const PERMISSIONS: &[Grant] = &[
    Grant::new(READ, EVERYBODY_OF_THE_HOUSE),
    Grant::new(OWN, EVERYBODY_OF_THE_HOUSE),
    Grant::new(
        ANIMATE,
        &[Role::Facilitator, Role::ManagingDirector, Role::Administrator],
    ),
];
