//! Which face of the program a person may look at, and which one they see first.

use kernel::{Hat, Role};

/// Whether somebody with these roles may put on this hat.
pub(crate) fn may_wear(roles: &[Role], hat: Hat) -> bool {
    let any = |wanted: &[Role]| roles.iter().any(|role| wanted.contains(role));
    match hat {
        Hat::Member => true,
        Hat::FrontDesk => any(&[Role::Facilitator, Role::ManagingDirector, Role::Administrator]),
        Hat::Office => any(&[
            Role::Facilitator,
            Role::ManagingDirector,
            Role::Accountant,
            Role::Administrator,
        ]),
    }
}

/// The hat worn after signing in: where the day's work is.
pub(crate) fn first(roles: &[Role]) -> Hat {
    let holds = |role| roles.contains(&role);
    if holds(Role::Facilitator) {
        Hat::FrontDesk
    } else if holds(Role::ManagingDirector) || holds(Role::Accountant) || holds(Role::Administrator) {
        Hat::Office
    } else {
        Hat::Member
    }
}

/// The first page of a hat.
pub(crate) const fn home(hat: Hat) -> &'static str {
    match hat {
        Hat::Member => "/me",
        Hat::FrontDesk => "/front-desk",
        Hat::Office => "/office",
    }
}
