//! People: who the place knows, who is a member, who may do what, and how they come in.
//!
//! **Words.** A [`Person`] is a natural person; an [`Organisation`] a company, an association, a public body; a
//! [`Party`] either. The organisation of a person is the one that pays for them: their [`Payer`]. A [`Member`] uses the
//! place from a day to a day, both included. An [`Account`] lets a person sign in; its address is always the person's own. A
//! [`RoleGrant`] gives a role from a day to a day; a session is a browser in which somebody is signed in.
//!
//! **Membership and role are two things.** Being a member on a day decides what things cost ([`is_member_on`]); the role
//! `member` comes with every account and opens one's own space, even to who is no member any more.
//!
//! **Laws.**
//! - An address belongs to one person of a place, a person has one account and at most one open membership.
//! - Whoever can change the address of an account can open it. So the address of an account, and of anybody of the team, is
//!   changed by themselves (with their password) or by who may give roles: see `rules::email_change`.
//! - Only the holder of `people.roles` gives roles and touches the accounts of the team; one administrator at least stays.
//! - Secrets are kept as hashes: passwords as argon2id, tokens (256 random bits) as SHA-256. A link sent by mail is good
//!   once, for a while, and only a form uses it up, since mail scanners follow links.
//! - Nothing said from outside tells whether an address has an account.
//! - Every identifier from outside is looked up in the actor's own place; another place's is not found.
//!
//! **For other capabilities**: the functions below, all synchronous over `&mut Tx`. Verbs take the [`kernel::Actor`] and
//! ask for its permission; readers take the place.

mod actions;
mod documents;
mod hashing;
mod identify;
mod letters;
mod pages;
mod panels;
mod parts;
mod permissions;
mod personal;
mod records;
mod roles;
mod rules;
mod store;
mod verify;

#[cfg(test)]
mod tests;

pub use actions::{
    Door, Opened, become_member, complete_organisation_merger, complete_person_merger, create_account,
    create_administrator, create_organisation, create_person, disable_account, enable_account,
    end_membership, end_role, enter_as_administrator, erase_person, grant_role, grant_role_until, invite,
    may_end, may_touch, resume_membership, set_payer, update_organisation, update_person,
};
pub use hashing::hash_password;
pub use identify::identify;
pub use pages::{limit_mails, prove_password};
pub use parts::{organisations_after, persons_after};
pub use permissions::{OWN, PERMISSIONS, READ, ROLES, WRITE};
pub use records::{is_erased, known_without_tie, merged_from, merged_into, organisation_merged_into};
pub use roles::{roles_of, roles_on, standing};
pub use rules::access::{ABSOLUTE_DAYS_SETTING, Account, AccountRefusal, IDLE_DAYS_SETTING};
pub use rules::address::{Address, AddressRefused, FRANCE};
pub use rules::keys::{OrganisationKey, PersonKey};
pub use rules::membership::{Member, MembershipRefusal};
pub use rules::name::PersonName;
pub use rules::password::{Password, PasswordRefused};
pub use rules::person::{
    Addressee, NewOrganisation, NewPerson, Organisation, OrganisationRefusal, Party, Payer, Person,
    PersonRefusal,
};
pub use rules::role::{RoleGrant, RoleRefusal};
pub use rules::token::{Token, TokenHash};
pub use rules::totp::{FactorRefused, TotpSecret};
pub use store::search::Found;

pub use store::accounts::names_of_accounts;

use kernel::{Day, Email, Hat, Name, OrganisationId, PersonId, PlaceId, Siren};
use platform::database::{DatabaseError, Tx};
use platform::{Capability, JobHandler, Messages, NavItem, OrNotFound};
use std::collections::{BTreeMap, HashMap};

/// What people say, in both languages.
pub const MESSAGES: Messages = Messages {
    fr: include_str!("../locales/fr.ftl"),
    en: include_str!("../locales/en.ftl"),
};

/// The setting of a demonstration that lists who may sign in on the sign-in page: a JSON array of objects with `role`
/// (a role's code), `email` and `password`.
pub const DEMONSTRATION_LOGINS_SETTING: &str = "demonstration_logins";

/// What this capability hands to the program.
#[must_use]
pub fn capability() -> Capability {
    Capability {
        name: "people",
        routes: pages::routes(),
        permissions: PERMISSIONS,
        jobs: vec![JobHandler {
            kind: letters::KIND,
            run: letters::write,
        }],
        recurring: vec![],
        messages: MESSAGES,
        navigation: NAVIGATION,
        verify: Some(verify::check),
        panels: Some(panels::shown),
        personal: personal::PERSONAL,
        before_billing: None,
    }
}

/// The entries of the menus.
const NAVIGATION: &[NavItem] = &[
    NavItem {
        hat: Hat::FrontDesk,
        label: "people-persons-title",
        href: "/office/people",
        icon: "people",
        needs: Some(READ),
        section: "",
        also: &[],
    },
    NavItem {
        hat: Hat::Office,
        label: "people-persons-title",
        href: "/office/people",
        icon: "people",
        needs: Some(READ),
        section: "people-section",
        also: &[],
    },
    NavItem {
        hat: Hat::Office,
        label: "people-organisations-title",
        href: "/office/organisations",
        icon: "company",
        needs: Some(READ),
        section: "people-section",
        also: &[],
    },
];

/// A person of the place.
///
/// # Errors
/// As the database says, here and below.
pub fn person(tx: &mut Tx<'_>, place: PlaceId, id: PersonId) -> Result<Option<Person>, DatabaseError> {
    store::persons::find(tx, place, id)
}

/// The person who has this address.
///
/// # Errors
/// As the database says.
pub fn person_by_email(
    tx: &mut Tx<'_>,
    place: PlaceId,
    email: &Email,
) -> Result<Option<Person>, DatabaseError> {
    store::persons::find_by_email(tx, place, email)
}

/// The person made from this line of an import.
///
/// # Errors
/// As the database says.
pub fn person_by_external_ref(
    tx: &mut Tx<'_>,
    place: PlaceId,
    external_ref: &str,
) -> Result<Option<Person>, DatabaseError> {
    store::persons::find_by_external_ref(tx, place, external_ref)
}

/// At most twenty persons of that name, accents and capitals apart.
///
/// # Errors
/// As the database says.
pub fn persons_named(
    tx: &mut Tx<'_>,
    place: PlaceId,
    name: &PersonName,
) -> Result<Vec<Person>, DatabaseError> {
    store::persons::named(tx, place, name)
}

/// The persons for whom an organisation pays, by name.
///
/// # Errors
/// As the database says.
pub fn persons_of(
    tx: &mut Tx<'_>,
    place: PlaceId,
    organisation: OrganisationId,
) -> Result<Vec<Person>, DatabaseError> {
    store::persons::of_organisation(tx, place, organisation)
}

/// The full names of these persons, by one statement for each sixty-four; those not of the place are left out.
///
/// # Errors
/// As the database says.
pub fn names_of(
    tx: &mut Tx<'_>,
    place: PlaceId,
    ids: &[PersonId],
) -> Result<BTreeMap<PersonId, String>, DatabaseError> {
    let names = store::persons::names(tx, place, ids)?;
    Ok(names.into_iter().map(|(id, name)| (id, name.full())).collect())
}

/// An organisation of the place.
///
/// # Errors
/// As the database says.
pub fn organisation(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: OrganisationId,
) -> Result<Option<Organisation>, DatabaseError> {
    store::organisations::find(tx, place, id)
}

/// The organisation that has this SIREN.
///
/// # Errors
/// As the database says.
pub fn organisation_by_siren(
    tx: &mut Tx<'_>,
    place: PlaceId,
    siren: &Siren,
) -> Result<Option<Organisation>, DatabaseError> {
    store::organisations::find_by_siren(tx, place, siren)
}

/// The oldest organisation of that name, accents and capitals apart.
///
/// # Errors
/// As the database says.
pub fn organisation_named(
    tx: &mut Tx<'_>,
    place: PlaceId,
    name: &Name,
) -> Result<Option<Organisation>, DatabaseError> {
    store::organisations::named(tx, place, name)
}

/// The organisation made from this line of an import.
///
/// # Errors
/// As the database says.
pub fn organisation_by_external_ref(
    tx: &mut Tx<'_>,
    place: PlaceId,
    external_ref: &str,
) -> Result<Option<Organisation>, DatabaseError> {
    store::organisations::find_by_external_ref(tx, place, external_ref)
}

/// Every organisation by name, for a field to choose one in: two thousand at most.
///
/// # Errors
/// As the database says.
pub fn organisation_choices(
    tx: &mut Tx<'_>,
    place: PlaceId,
) -> Result<Vec<(OrganisationId, Name)>, DatabaseError> {
    store::organisations::choices(tx, place)
}

/// These persons and organisations as letters and invoices name them, by one statement for each sixty-four; those not of the
/// place are left out.
///
/// # Errors
/// As the database says.
pub fn addressees(
    tx: &mut Tx<'_>,
    place: PlaceId,
    parties: &[Party],
) -> Result<HashMap<Party, Addressee>, DatabaseError> {
    store::addressees::of(tx, place, parties)
}

/// What every person of the place is recognised by, for who matches many lines at once.
///
/// # Errors
/// As the database says.
pub fn person_keys(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<PersonKey>, DatabaseError> {
    store::keys::persons(tx, place)
}

/// What every organisation of the place is recognised by.
///
/// # Errors
/// As the database says.
pub fn organisation_keys(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<OrganisationKey>, DatabaseError> {
    store::keys::organisations(tx, place)
}

/// Who pays for a person.
///
/// # Errors
/// [`platform::Fault::NotFound`] when the person is not of the place.
pub fn payer(tx: &mut Tx<'_>, place: PlaceId, id: PersonId) -> Result<Payer, platform::Fault> {
    let person = store::persons::find(tx, place, id)?.or_not_found()?;
    Ok(person.organisation.map_or(Party::Person(id), Party::Organisation))
}

/// Sends a link to sign in, if the address has an account that is open; nothing tells whether it has.
///
/// # Errors
/// As the database says.
pub fn send_sign_in_link(tx: &mut Tx<'_>, place: PlaceId, email: &Email) -> Result<(), platform::Fault> {
    let letter = letters::Letter::Access {
        purpose: rules::access::LinkPurpose::SignIn,
        email: email.clone(),
    };
    actions::ask_letter(tx, place, &letter)
}

/// Persons and organisations found by a few letters of a name, a company, an address or a telephone number, the nearest
/// first; at most `limit`. Nothing typed, nothing found.
///
/// # Errors
/// As the database says.
pub fn search(
    tx: &mut Tx<'_>,
    place: PlaceId,
    typed: &str,
    limit: usize,
) -> Result<Vec<Found>, DatabaseError> {
    match rules::search::Query::parse(typed) {
        None => Ok(vec![]),
        Some(query) => store::search::everybody(tx, place, &query, limit),
    }
}

/// As [`search`], persons alone.
///
/// # Errors
/// As the database says.
pub fn search_persons(
    tx: &mut Tx<'_>,
    place: PlaceId,
    typed: &str,
    limit: usize,
) -> Result<Vec<Found>, DatabaseError> {
    match rules::search::Query::parse(typed) {
        None => Ok(vec![]),
        Some(query) => store::search::persons(tx, place, &query, limit),
    }
}

/// Whether a person is a member on a day.
///
/// # Errors
/// As the database says.
pub fn is_member_on(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    day: Day,
) -> Result<bool, DatabaseError> {
    store::members::is_member_on(tx, place, person, day)
}

/// Everybody who is a member on a day.
///
/// # Errors
/// As the database says.
pub fn members_on(tx: &mut Tx<'_>, place: PlaceId, day: Day) -> Result<Vec<PersonId>, DatabaseError> {
    store::members::on(tx, place, day)
}

/// The memberships of a person, the oldest first.
///
/// # Errors
/// As the database says.
pub fn memberships_of(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
) -> Result<Vec<Member>, DatabaseError> {
    store::members::of_person(tx, place, person)
}

/// The account of a person.
///
/// # Errors
/// As the database says.
pub fn account_of(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
) -> Result<Option<Account>, DatabaseError> {
    store::accounts::find_by_person(tx, place, person)
}
