//! What `tribu verify` reads.

use kernel::{Day, Email, Name, OrganisationId, PersonId, Phone, PlaceId, Siren};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    /// A person with what their searched text is made of.
    pub(crate) struct SearchedPerson {
        pub(crate) id: PersonId,
        pub(crate) given_name: String,
        pub(crate) family_name: String,
        pub(crate) email: Option<Email>,
        pub(crate) phone: Option<Phone>,
        pub(crate) organisation: Option<Name>,
        pub(crate) search: String,
        pub(crate) sort_name: String,
    }

    /// An organisation with what its searched text is made of.
    pub(crate) struct SearchedOrganisation {
        pub(crate) id: OrganisationId,
        pub(crate) name: Name,
        pub(crate) email: Option<Email>,
        pub(crate) phone: Option<Phone>,
        pub(crate) siren: Option<Siren>,
        pub(crate) search: String,
    }

    /// A membership with its neighbours in time.
    pub(crate) struct MembershipDays {
        pub(crate) person_id: PersonId,
        pub(crate) joined_on: Day,
        pub(crate) left_on: Option<Day>,
    }

    /// An account whose address is not its person's.
    pub(crate) struct StrayAccount {
        pub(crate) person_id: PersonId,
    }

    struct CountRow {
        count: i64,
    }
}

statement! {
    PERSONS -> SearchedPerson = "
        select person.id, person.given_name, person.family_name, person.email, person.phone,
            organisation.name as organisation, person.search, person.sort_name
        from person
        left join organisation on organisation.place_id = person.place_id and organisation.id = person.organisation_id
        where person.place_id = $1 and person.merged_into is null and person.erased_at is null
        order by person.id";

    ORGANISATIONS -> SearchedOrganisation = "
        select id, name, email, phone, siren, search
        from organisation
        where place_id = $1
        order by id";

    MEMBERSHIPS -> MembershipDays = "
        select person_id, joined_on, left_on
        from member
        where place_id = $1
        order by person_id, joined_on, id";

    ACCOUNTS -> CountRow = "
        select count(*) as count
        from account
        where place_id = $1";

    STRAY_ACCOUNTS -> StrayAccount = "
        select account.person_id
        from account
        join person on person.place_id = account.place_id and person.id = account.person_id
        where account.place_id = $1 and (person.email is null or person.email <> account.email)
        order by account.id";

    OPEN_OF_DISABLED -> StrayAccount = "
        select distinct account.person_id
        from account
        join session on session.place_id = account.place_id and session.account_id = account.id
        where account.place_id = $1 and account.disabled_at is not null and session.revoked_at is null
        order by account.person_id";
}

pub(crate) fn persons(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<SearchedPerson>, DatabaseError> {
    tx.all(&PERSONS, &params![place])
}

pub(crate) fn organisations(
    tx: &mut Tx<'_>,
    place: PlaceId,
) -> Result<Vec<SearchedOrganisation>, DatabaseError> {
    tx.all(&ORGANISATIONS, &params![place])
}

pub(crate) fn memberships(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<MembershipDays>, DatabaseError> {
    tx.all(&MEMBERSHIPS, &params![place])
}

pub(crate) fn count_accounts(tx: &mut Tx<'_>, place: PlaceId) -> Result<i64, DatabaseError> {
    Ok(tx.one(&ACCOUNTS, &params![place])?.count)
}

pub(crate) fn stray_accounts(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<StrayAccount>, DatabaseError> {
    tx.all(&STRAY_ACCOUNTS, &params![place])
}

pub(crate) fn open_of_disabled(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<StrayAccount>, DatabaseError> {
    tx.all(&OPEN_OF_DISABLED, &params![place])
}
