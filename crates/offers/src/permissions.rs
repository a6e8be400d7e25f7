//! Who may do what with what people hold.

use kernel::{Permission, Role};
use platform::Grant;

/// See what one holds oneself, and buy a pass for oneself.
pub const OWN: Permission = Permission::new("offers.own");
/// Sell passes to others, tell what they used, give units back.
pub const SELL: Permission = Permission::new("offers.sell");
/// Decide what is offered, begin and end contracts, charge them, import.
pub const MANAGE: Permission = Permission::new("offers.manage");
/// See what others hold.
pub const READ: Permission = Permission::new("offers.read");

/// Which role may do what.
pub const PERMISSIONS: &[Grant] = &[
    Grant::new(
        OWN,
        &[
            Role::Member,
            Role::Facilitator,
            Role::ManagingDirector,
            Role::Administrator,
        ],
    ),
    Grant::new(
        SELL,
        &[Role::Facilitator, Role::ManagingDirector, Role::Administrator],
    ),
    Grant::new(MANAGE, &[Role::ManagingDirector, Role::Administrator]),
    Grant::new(
        READ,
        &[
            Role::Facilitator,
            Role::ManagingDirector,
            Role::Accountant,
            Role::Administrator,
        ],
    ),
];
