//! What a file may hold.

use super::field::Field;

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
const WHO: &[Field] = &[
    Field::PersonIdentifier,
    Field::Email,
    Field::FullName,
    Field::FamilyName,
    Field::GivenName,
];

impl ImportKind {
    /// The fields that a file of this kind may fill, in the order in which they are asked for.
    #[must_use]
    pub const fn fields(self) -> &'static [Field] {
        use Field::{
            Arrival, BoughtOn, ChargedFrom, City, Country, Day, Departure, Duration, Email, End, ExpiresOn,
            FamilyName, From, FullName, GivenName, Half, Identifier, JoinedOn, LeftOn, Member, Name, Note,
            Organisation, Pass, PersonIdentifier, Phone, Plan, PostalCode, Price, Remaining, Room, Siren,
            Start, State, Street, Title, Units, Until, VatNumber,
        };
        match self {
            Self::People => &[
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
            ],
            Self::Organisations => &[
                Name, Siren, VatNumber, Email, Phone, Street, PostalCode, City, Country, Identifier,
            ],
            Self::Plans => &[
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
            ],
            Self::Passes => &[
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
            ],
            Self::Bookings => &[
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
            ],
            Self::CheckIns => &[
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
            ],
        }
    }

    /// What a file must bring: of each group, one field at least.
    #[must_use]
    pub const fn required(self) -> &'static [&'static [Field]] {
        match self {
            Self::People => &[&[Field::FullName, Field::FamilyName, Field::GivenName]],
            Self::Organisations => &[&[Field::Name]],
            Self::Plans => &[WHO, &[Field::Plan]],
            Self::Passes => &[WHO, &[Field::Pass]],
            Self::Bookings => &[WHO, &[Field::Room], &[Field::Start]],
            Self::CheckIns => &[WHO, &[Field::Day, Field::Arrival]],
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
