//! Who may do what with spaces.

use kernel::{Permission, Role};
use platform::Grant;

/// Seeing the week of the rooms, free or busy.
pub const READ: Permission = Permission::new("spaces.read");
/// Booking for oneself, and changing one's own bookings.
pub const BOOK: Permission = Permission::new("spaces.book");
/// Seeing who booked what, and the prices.
pub const SEE_BOOKERS: Permission = Permission::new("spaces.see_bookers");
/// Booking for somebody else, changing any booking, answering requests.
pub const BOOK_FOR_OTHERS: Permission = Permission::new("spaces.book_for_others");
/// Going past hours, closures, limits and buffers; it is written who did. Never past the units.
pub const OVERRIDE: Permission = Permission::new("spaces.override");
/// Blocking a space or the whole place, and re-housing the bookings that stand in the way.
pub const CLOSE: Permission = Permission::new("spaces.close");
/// Rooms, hours, limits and cancellation terms.
pub const MANAGE: Permission = Permission::new("spaces.manage");

/// Seeing one's own day: what is left, the bookings to come.
pub const OWN_DAY: Permission = Permission::new("spaces.own_day");
/// Seeing the day of the place: who is here, who is expected, and on what grounds.
pub const SEE_DESK: Permission = Permission::new("spaces.see_desk");
/// Checking people in and out, and undoing it.
pub const CHECK_IN: Permission = Permission::new("spaces.check_in");

const EVERYBODY: &[Role] = &[
    Role::Member,
    Role::Facilitator,
    Role::ManagingDirector,
    Role::Accountant,
    Role::Administrator,
];
const TEAM: &[Role] = &[Role::Facilitator, Role::ManagingDirector, Role::Administrator];

/// Everything above with the roles that hold it.
pub const PERMISSIONS: &[Grant] = &[
    Grant::new(READ, EVERYBODY),
    Grant::new(
        BOOK,
        &[
            Role::Member,
            Role::Facilitator,
            Role::ManagingDirector,
            Role::Administrator,
        ],
    ),
    Grant::new(
        SEE_BOOKERS,
        &[
            Role::Facilitator,
            Role::ManagingDirector,
            Role::Accountant,
            Role::Administrator,
        ],
    ),
    Grant::new(BOOK_FOR_OTHERS, TEAM),
    Grant::new(OVERRIDE, TEAM),
    Grant::new(CLOSE, TEAM),
    Grant::new(OWN_DAY, EVERYBODY),
    Grant::new(SEE_DESK, TEAM),
    Grant::new(CHECK_IN, TEAM),
    Grant::new(MANAGE, &[Role::ManagingDirector, Role::Administrator]),
];
