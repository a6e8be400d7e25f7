//! What a key is good for.

use std::collections::BTreeSet;

kernel::codes! {
    /// A part of the programming interface that a key opens. It never opens more than the maker of the key may do.
    pub enum Scope {
        /// Persons, organisations, memberships: reading.
        PeopleRead = "people:read",
        /// Adding persons and organisations, memberships.
        PeopleWrite = "people:write",
        /// Plans, passes, what somebody holds: reading.
        OffersRead = "offers:read",
        /// Selling passes; plans begun, paused, ended.
        OffersWrite = "offers:write",
        /// Products and prices: reading.
        BillingRead = "billing:read",
        /// Setting prices.
        BillingWrite = "billing:write",
        /// Spaces, bookings, closures, the waiting list, occupancy: reading.
        SpacesRead = "spaces:read",
        /// Booking, moving, cancelling, answering, blocking; keeping spaces.
        SpacesWrite = "spaces:write",
        /// Who came: reading.
        CheckInsRead = "check_ins:read",
        /// Checking in.
        CheckInsWrite = "check_ins:write",
        /// Cards of members, needs and offers: reading.
        DirectoryRead = "directory:read",
        /// Posting needs and offers.
        DirectoryWrite = "directory:write",
        /// Moments of the agenda, who is registered: reading.
        EventsRead = "events:read",
        /// Registering, and giving a registration up.
        EventsWrite = "events:write",
        /// Teams, who belongs to them, what they used: reading.
        TeamsRead = "teams:read",
        /// Requests for exclusive hire, with their quotes: reading.
        HiresRead = "hires:read",
        /// Asking whether a badge opens a door.
        AccessDecide = "access:decide",
    }
}

impl Scope {
    /// The part of the house: what stands before the colon.
    #[must_use]
    pub fn part(self) -> &'static str {
        self.code().split(':').next().unwrap_or_default()
    }

    /// The key of the message that says what it opens.
    #[must_use]
    pub fn message(self) -> String {
        format!("api-scope-{}", self.code().replace([':', '_'], "-"))
    }
}

/// Scopes as they are kept: their codes, separated by spaces.
#[must_use]
pub fn written(scopes: &BTreeSet<Scope>) -> String {
    let codes: Vec<&str> = scopes.iter().map(|scope| scope.code()).collect();
    codes.join(" ")
}

/// Reads what [`written`] wrote; a scope that exists no more opens nothing.
#[must_use]
pub fn read(text: &str) -> BTreeSet<Scope> {
    text.split(' ')
        .filter_map(|code| Scope::parse(code).ok())
        .collect()
}
