//! Who may bring files in.

use kernel::{Permission, Role};
use platform::Grant;

/// Bringing in files of another program: persons, organisations, plans, passes, bookings, visits.
pub const RUN: Permission = Permission::new("imports.run");

/// Everything above with the roles that hold it.
pub const PERMISSIONS: &[Grant] = &[Grant::new(RUN, &[Role::ManagingDirector, Role::Administrator])];
