//! What a file may hold.

use super::field::Field;
use super::field::Field::{
    Arrival, BoughtOn, ChargedFrom, City, Country, Day, Departure, Duration, Email, End, ExpiresOn,
    FamilyName, From, FullName, GivenName, Half, Identifier, JoinedOn, LeftOn, Member, Name, Note,
    Organisation, Pass, PersonIdentifier, Phone, Plan, PostalCode, Price, Remaining, Room, Siren, Start,
    State, Street, Title, Units, Until, VatNumber,
};

kernel::codes! {
    /// What the lines of a file are.
    pub enum ImportKind {
        /// Persons, and since when they are members.
        People = "people",
        /// Companies, associations, public bodies.
        Organisations = "organisations",
        /// Monthly plans held.
        Plans = "plans",
        /// Passes held, with what is left of them.
        Passes = "passes",
        /// Bookings of rooms.
        Bookings = "bookings",
        /// Visits.
        CheckIns = "check_ins",
    }
}

/// The fields by which the lines of most kinds say whom they are about.
const WHO: &[Field] = &[PersonIdentifier, Email, FullName, FamilyName, GivenName];

/// What is known of persons.
const OF_PEOPLE: &[Field] = &[
    FullName,
    GivenName,
    FamilyName,
    Email,
    Phone,
    Organisation,
    Siren,
    JoinedOn,
    LeftOn,
    Member,
    Street,
    PostalCode,
    City,
    Country,
    Note,
    Identifier,
];

/// What is known of companies, associations and public bodies.
const OF_ORGANISATIONS: &[Field] = &[
    Name, Siren, VatNumber, Email, Phone, Street, PostalCode, City, Country, Identifier,
];

/// Who holds which plan, and when.
const OF_PLANS: &[Field] = &[
    PersonIdentifier,
    FullName,
    GivenName,
    FamilyName,
    Email,
    Plan,
    From,
    Until,
    Price,
    ChargedFrom,
    Identifier,
];

/// Who holds which pass, and what is left of it.
const OF_PASSES: &[Field] = &[
    PersonIdentifier,
    FullName,
    GivenName,
    FamilyName,
    Email,
    Pass,
    Units,
    Remaining,
    BoughtOn,
    ExpiresOn,
    Identifier,
];

/// Who has which room, and when.
const OF_BOOKINGS: &[Field] = &[
    PersonIdentifier,
    FullName,
    GivenName,
    FamilyName,
    Email,
    Room,
    Day,
    Start,
    End,
    Duration,
    Title,
    State,
    Identifier,
];

/// Who came, and when.
const OF_CHECK_INS: &[Field] = &[
    PersonIdentifier,
    FullName,
    GivenName,
    FamilyName,
    Email,
    Day,
    Half,
    Arrival,
    Departure,
    State,
    Identifier,
];

impl ImportKind {
    /// The fields that a file of this kind may fill, in the order in which they are asked for.
    #[must_use]
    pub const fn fields(self) -> &'static [Field] {
        match self {
            Self::People => OF_PEOPLE,
            Self::Organisations => OF_ORGANISATIONS,
            Self::Plans => OF_PLANS,
            Self::Passes => OF_PASSES,
            Self::Bookings => OF_BOOKINGS,
            Self::CheckIns => OF_CHECK_INS,
        }
    }

    /// What a file must bring: of each group, one field at least.
    #[must_use]
    pub const fn required(self) -> &'static [&'static [Field]] {
        match self {
            Self::People => &[&[FullName, FamilyName, GivenName]],
            Self::Organisations => &[&[Name]],
            Self::Plans => &[WHO, &[Plan]],
            Self::Passes => &[WHO, &[Pass]],
            Self::Bookings => &[WHO, &[Room], &[Start]],
            Self::CheckIns => &[WHO, &[Day, Arrival]],
        }
    }

    /// The key of the message that names it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::People => "imports-kind-people",
            Self::Organisations => "imports-kind-organisations",
            Self::Plans => "imports-kind-plans",
            Self::Passes => "imports-kind-passes",
            Self::Bookings => "imports-kind-bookings",
            Self::CheckIns => "imports-kind-check-ins",
        }
    }

    /// The key of the message that says what the file is for.
    #[must_use]
    pub const fn explanation(self) -> &'static str {
        match self {
            Self::People => "imports-kind-people-text",
            Self::Organisations => "imports-kind-organisations-text",
            Self::Plans => "imports-kind-plans-text",
            Self::Passes => "imports-kind-passes-text",
            Self::Bookings => "imports-kind-bookings-text",
            Self::CheckIns => "imports-kind-check-ins-text",
        }
    }
}
