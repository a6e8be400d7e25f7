//! Who may do what with plans.

use kernel::{Permission, Role};
use platform::Grant;

/// Draws the levels of the place.
pub const DRAW: Permission = Permission::new("floors.draw");

/// Everything above with the roles that hold it. Plans are seen by who sees the week of the rooms.
pub const PERMISSIONS: &[Grant] = &[Grant::new(
    DRAW,
    &[Role::Facilitator, Role::ManagingDirector, Role::Administrator],
)];
