//! Every call of the interface, by the part of the house that it is about.

mod access;
mod bookings;
mod check_ins;
mod directory;
mod me;
mod offers;
mod people;
mod spaces;
mod waiting;

use crate::endpoint::Endpoint;

/// All of them.
pub(crate) fn all() -> Vec<Endpoint> {
    let parts = [
        me::endpoints(),
        people::endpoints(),
        offers::endpoints(),
        spaces::endpoints(),
        bookings::endpoints(),
        waiting::endpoints(),
        check_ins::endpoints(),
        directory::endpoints(),
        access::endpoints(),
    ];
    parts.into_iter().flatten().collect()
}
