//! Every call of the interface, by the part of the house that it is about.

mod access;
mod booking_extras;
mod booking_wanted;
mod bookings;
mod check_ins;
mod contracts;
mod directory;
mod events;
mod floors;
mod hires;
mod keeping;
mod me;
mod offers;
mod participants;
mod people;
mod products;
mod series;
mod spaces;
mod teams;
mod waiting;

use crate::endpoint::Endpoint;

/// All of them.
pub(crate) fn all() -> Vec<Endpoint> {
    let parts = [
        me::endpoints(),
        people::endpoints(),
        offers::endpoints(),
        contracts::endpoints(),
        products::endpoints(),
        spaces::endpoints(),
        keeping::endpoints(),
        floors::endpoints(),
        bookings::endpoints(),
        participants::endpoints(),
        series::endpoints(),
        waiting::endpoints(),
        check_ins::endpoints(),
        directory::endpoints(),
        events::endpoints(),
        hires::endpoints(),
        teams::endpoints(),
        access::endpoints(),
    ];
    parts.into_iter().flatten().collect()
}
