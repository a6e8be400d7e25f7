//! Who people are in a place, in three different senses.

crate::codes! {
    /// What a person holds in a place; permissions come with it.
    pub enum Role {
        /// Uses the place.
        Member = "member",
        /// Welcomes, keeps the desk, helps people meet.
        Facilitator = "facilitator",
        /// Holds the legal office.
        ManagingDirector = "managing_director",
        /// Reads and exports the books.
        Accountant = "accountant",
        /// Sets the program up.
        Administrator = "administrator",
    }
}

crate::codes! {
    /// The face of the program that a person looks at; it changes what is shown, never what is allowed.
    pub enum Hat {
        /// One's own space.
        Member = "member",
        /// The day of the place: who comes, who leaves.
        FrontDesk = "front_desk",
        /// Running the place: people, invoices, settings.
        Office = "office",
    }
}

crate::codes! {
    /// The group whose hours, windows and fees apply to a person.
    pub enum Audience {
        /// Those who run the place.
        Staff = "staff",
        /// Members with a desk of their own.
        Resident = "resident",
        /// Members who take any desk.
        Nomad = "nomad",
        /// Everybody else.
        External = "external",
    }
}

impl Role {
    /// The key of the message that names it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Member => "role-member",
            Self::Facilitator => "role-facilitator",
            Self::ManagingDirector => "role-managing-director",
            Self::Accountant => "role-accountant",
            Self::Administrator => "role-administrator",
        }
    }
}

impl Hat {
    /// The key of the message that names it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Member => "hat-member",
            Self::FrontDesk => "hat-front-desk",
            Self::Office => "hat-office",
        }
    }
}

impl Audience {
    /// The key of the message that names it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Staff => "audience-staff",
            Self::Resident => "audience-resident",
            Self::Nomad => "audience-nomad",
            Self::External => "audience-external",
        }
    }
}
