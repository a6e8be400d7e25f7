//! Who may do what with teams.

use kernel::{Permission, Role};
use platform::Grant;

/// Runs the team of one's organisation, if the place said so; chooses which of one's organisations pays.
pub const OWN: Permission = Permission::new("teams.own");
/// Says who runs the team of an organisation.
pub const GRANT: Permission = Permission::new("teams.grant");

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
        GRANT,
        &[Role::Facilitator, Role::ManagingDirector, Role::Administrator],
    ),
];
