//! What a column may hold.

kernel::codes! {
    /// One fact that a column brings; the code is what `--map` and the form call it.
    pub enum Field {
        /// The number of the line in the other program: what makes a second import recognise it.
        Identifier = "identifier",
        /// The number of the person in the other program.
        PersonIdentifier = "person_identifier",
        /// Given and family name in one cell.
        FullName = "full_name",
        /// Given name.
        GivenName = "given_name",
        /// Family name.
        FamilyName = "family_name",
        /// Name of an organisation.
        Name = "name",
        /// E-mail address.
        Email = "email",
        /// Telephone number.
        Phone = "phone",
        /// The organisation that pays for a person.
        Organisation = "organisation",
        /// The number of an organisation in the French register; a SIRET is read as the SIREN in it.
        Siren = "siren",
        /// VAT number.
        VatNumber = "vat_number",
        /// Number and street.
        Street = "street",
        /// Postal code.
        PostalCode = "postal_code",
        /// Town.
        City = "city",
        /// Country.
        Country = "country",
        /// First day as a member.
        JoinedOn = "joined_on",
        /// Last day as a member.
        LeftOn = "left_on",
        /// Whether the person is a member.
        Member = "member",
        /// What the team wrote down.
        Note = "note",
        /// The plan held.
        Plan = "plan",
        /// First day of the contract.
        From = "from",
        /// Last day of the contract.
        Until = "until",
        /// Price agreed for a month.
        Price = "price",
        /// First day that is billed here.
        ChargedFrom = "charged_from",
        /// The pass held.
        Pass = "pass",
        /// Units bought.
        Units = "units",
        /// Units left.
        Remaining = "remaining",
        /// The day the pass was bought.
        BoughtOn = "bought_on",
        /// Last day on which the pass is good.
        ExpiresOn = "expires_on",
        /// The room booked.
        Room = "room",
        /// The day of a visit, or of a booking whose hours are in other columns.
        Day = "day",
        /// When a booking begins.
        Start = "start",
        /// When a booking ends.
        End = "end",
        /// How long a booking lasts.
        Duration = "duration",
        /// What a booking is for.
        Title = "title",
        /// Whether the line still counts: a cancelled one is passed over.
        State = "state",
        /// Morning, afternoon or day.
        Half = "half",
        /// When a visitor came.
        Arrival = "arrival",
        /// When a visitor left.
        Departure = "departure",
    }
}

impl Field {
    /// The key of the message that names it.
    #[must_use]
    pub fn message(self) -> String {
        format!("imports-field-{}", self.code().replace('_', "-"))
    }

    /// Whether one value may stand for a whole file that has no such column: everybody on the same plan, one room.
    #[must_use]
    pub const fn may_be_constant(self) -> bool {
        matches!(
            self,
            Self::Plan
                | Self::Pass
                | Self::Room
                | Self::ChargedFrom
                | Self::From
                | Self::BoughtOn
                | Self::Member
                | Self::Half
        )
    }
}
