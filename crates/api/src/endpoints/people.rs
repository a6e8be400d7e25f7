//! Persons, organisations, memberships.

use crate::endpoint::{Call, Endpoint, create, get, post};
use crate::read::{Asked, One, Sent};
use crate::rules::scope::Scope;
use crate::trouble::Trouble;
use crate::wire::{Cursor, Limit, Listed, When, Wire, asked_limit};
use kernel::mark;
use kernel::{Day, Email, Name, OrganisationId, PersonId, Phone, Siren, VatNumber};
use people::{Member, NewOrganisation, NewPerson, Organisation, Person, PersonName};
use platform::OrNotFound as _;
use platform::web::Access;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The most characters of a search.
const LONGEST_SEARCH: usize = 100;

pub(super) fn endpoints() -> Vec<Endpoint> {
    let read = (Scope::PeopleRead, Access::Needs(people::READ));
    let write = (Scope::PeopleWrite, Access::Needs(people::WRITE));
    vec![
        get("/api/v1/people", "list_people", read, persons),
        create("/api/v1/people", "add_person", write, add_person),
        get("/api/v1/people/{id}", "show_person", read, person),
        get(
            "/api/v1/people/{id}/memberships",
            "list_memberships",
            read,
            memberships,
        ),
        create("/api/v1/people/{id}/memberships", "begin_membership", write, join),
        post(
            "/api/v1/people/{id}/memberships/ending",
            "end_membership",
            write,
            leave,
        ),
        get("/api/v1/organisations", "list_organisations", read, organisations),
        create(
            "/api/v1/organisations",
            "add_organisation",
            write,
            add_organisation,
        ),
        get(
            "/api/v1/organisations/{id}",
            "show_organisation",
            read,
            organisation,
        ),
        get(
            "/api/v1/organisations/{id}/people",
            "list_organisation_people",
            read,
            of_organisation,
        ),
    ]
}

/// Somebody whom the place knows.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Person")]
struct PersonOut {
    id: Wire<PersonId>,
    given_name: String,
    family_name: String,
    email: Option<Wire<Email>>,
    phone: Option<Wire<Phone>>,
    /// Who pays for them; themselves when there is none.
    organisation: Option<Wire<OrganisationId>>,
    created_at: When,
}

fn shown(call: &Call<'_, '_>, person: Person) -> PersonOut {
    PersonOut {
        id: Wire(person.id),
        given_name: person.name.given().to_owned(),
        family_name: person.name.family().to_owned(),
        email: person.email.map(Wire),
        phone: person.phone.map(Wire),
        organisation: person.organisation.map(Wire),
        created_at: call.when(person.created_at),
    }
}

/// Which part of a list.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct PersonsAsked {
    /// A few letters of a name, a company or an address: the nearest twenty, without a next part.
    #[schemars(length(max = 100))]
    q: Option<String>,
    /// Exactly this address.
    email: Option<Wire<Email>>,
    limit: Option<Limit>,
    cursor: Option<Cursor>,
}

fn persons(call: &mut Call<'_, '_>, Asked(asked): Asked<PersonsAsked>) -> Result<Listed<PersonOut>, Trouble> {
    let place = call.caller.place.id;
    if let Some(Wire(email)) = asked.email {
        let found = people::person_by_email(call.tx, place, &email)?;
        return Ok(Listed::whole(
            found.into_iter().map(|one| shown(call, one)).collect(),
        ));
    }
    if let Some(q) = asked.q {
        if q.chars().count() > LONGEST_SEARCH {
            return Err(Trouble::field("q", "api-refused-long"));
        }
        let mut near = Vec::new();
        for found in people::search_persons(call.tx, place, &q, 20)? {
            if let people::Party::Person(id) = found.who {
                near.extend(people::person(call.tx, place, id)?);
            }
        }
        return Ok(Listed::whole(
            near.into_iter().map(|one| shown(call, one)).collect(),
        ));
    }
    let limit = asked_limit(asked.limit);
    let after = Cursor::mark(asked.cursor.as_ref(), |mark| PersonId::parse(mark).ok())?;
    let after = after.unwrap_or(PersonId::from_i64(0));
    let read = people::persons_after(call.tx, place, after, limit.saturating_add(1))?;
    Ok(Listed::of(
        read,
        limit,
        |one| one.id.to_string(),
        |one| shown(call, one),
    ))
}

fn person(call: &mut Call<'_, '_>, One(id): One<mark::Person>) -> Result<PersonOut, Trouble> {
    let found = people::person(call.tx, call.caller.place.id, id)?.or_not_found()?;
    Ok(shown(call, found))
}

/// Somebody new.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct PersonIn {
    #[schemars(length(min = 1, max = 100))]
    given_name: String,
    #[schemars(length(min = 1, max = 100))]
    family_name: String,
    email: Option<Wire<Email>>,
    phone: Option<Wire<Phone>>,
    organisation: Option<Wire<OrganisationId>>,
}

fn add_person(call: &mut Call<'_, '_>, Sent(sent): Sent<PersonIn>) -> Result<PersonOut, Trouble> {
    let name = PersonName::parse(&sent.given_name, &sent.family_name)
        .map_err(|refusal| Trouble::refused_field("family_name", &refusal))?;
    let new = NewPerson {
        email: sent.email.map(|email| email.0),
        phone: sent.phone.map(|phone| phone.0),
        organisation: sent.organisation.map(|organisation| organisation.0),
        ..NewPerson::named(name)
    };
    let id = people::create_person(call.tx, &call.caller.actor, new)?;
    person(call, One(id))
}

/// The time somebody is a member: both days included.
#[derive(Serialize, JsonSchema)]
struct Membership {
    joined_on: Wire<Day>,
    /// Nothing while no last day is known.
    left_on: Option<Wire<Day>>,
}

fn memberships(call: &mut Call<'_, '_>, One(id): One<mark::Person>) -> Result<Listed<Membership>, Trouble> {
    let place = call.caller.place.id;
    people::person(call.tx, place, id)?.or_not_found()?;
    let shown = |member: Member| Membership {
        joined_on: Wire(member.joined_on),
        left_on: member.left_on.map(Wire),
    };
    let held = people::memberships_of(call.tx, place, id)?;
    Ok(Listed::whole(held.into_iter().map(shown).collect()))
}

/// From when.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct JoinIn {
    /// The first day.
    joined_on: Wire<Day>,
}

fn join(
    call: &mut Call<'_, '_>,
    (One(id), Sent(sent)): (One<mark::Person>, Sent<JoinIn>),
) -> Result<Listed<Membership>, Trouble> {
    people::person(call.tx, call.caller.place.id, id)?.or_not_found()?;
    people::become_member(call.tx, &call.caller.actor, id, sent.joined_on.0)?;
    memberships(call, One(id))
}

/// Until when.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct LeaveIn {
    /// The last day.
    left_on: Wire<Day>,
}

fn leave(
    call: &mut Call<'_, '_>,
    (One(id), Sent(sent)): (One<mark::Person>, Sent<LeaveIn>),
) -> Result<Listed<Membership>, Trouble> {
    people::person(call.tx, call.caller.place.id, id)?.or_not_found()?;
    people::end_membership(call.tx, &call.caller.actor, id, sent.left_on.0)?;
    memberships(call, One(id))
}

/// A company, an association, a public body.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Organisation")]
struct OrganisationOut {
    id: Wire<OrganisationId>,
    name: Wire<Name>,
    siren: Option<Wire<Siren>>,
    vat_number: Option<Wire<VatNumber>>,
    email: Option<Wire<Email>>,
    created_at: When,
}

fn shown_organisation(call: &Call<'_, '_>, organisation: Organisation) -> OrganisationOut {
    OrganisationOut {
        id: Wire(organisation.id),
        name: Wire(organisation.name),
        siren: organisation.siren.map(Wire),
        vat_number: organisation.vat_number.map(Wire),
        email: organisation.email.map(Wire),
        created_at: call.when(organisation.created_at),
    }
}

/// Which part of a list.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct PartAsked {
    limit: Option<Limit>,
    cursor: Option<Cursor>,
}

fn organisations(
    call: &mut Call<'_, '_>,
    Asked(asked): Asked<PartAsked>,
) -> Result<Listed<OrganisationOut>, Trouble> {
    let limit = asked_limit(asked.limit);
    let after = Cursor::mark(asked.cursor.as_ref(), |mark| OrganisationId::parse(mark).ok())?;
    let after = after.unwrap_or(OrganisationId::from_i64(0));
    let read = people::organisations_after(call.tx, call.caller.place.id, after, limit.saturating_add(1))?;
    Ok(Listed::of(
        read,
        limit,
        |one| one.id.to_string(),
        |one| shown_organisation(call, one),
    ))
}

fn organisation(
    call: &mut Call<'_, '_>,
    One(id): One<mark::Organisation>,
) -> Result<OrganisationOut, Trouble> {
    let found = people::organisation(call.tx, call.caller.place.id, id)?.or_not_found()?;
    Ok(shown_organisation(call, found))
}

/// A new organisation.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct OrganisationIn {
    name: Wire<Name>,
    siren: Option<Wire<Siren>>,
    vat_number: Option<Wire<VatNumber>>,
    email: Option<Wire<Email>>,
}

fn add_organisation(
    call: &mut Call<'_, '_>,
    Sent(sent): Sent<OrganisationIn>,
) -> Result<OrganisationOut, Trouble> {
    let new = NewOrganisation {
        siren: sent.siren.map(|siren| siren.0),
        vat_number: sent.vat_number.map(|number| number.0),
        email: sent.email.map(|email| email.0),
        ..NewOrganisation::named(sent.name.0)
    };
    let id = people::create_organisation(call.tx, &call.caller.actor, new)?;
    organisation(call, One(id))
}

fn of_organisation(
    call: &mut Call<'_, '_>,
    One(id): One<mark::Organisation>,
) -> Result<Listed<PersonOut>, Trouble> {
    let place = call.caller.place.id;
    people::organisation(call.tx, place, id)?.or_not_found()?;
    let persons = people::persons_of(call.tx, place, id)?;
    Ok(Listed::whole(
        persons.into_iter().map(|one| shown(call, one)).collect(),
    ))
}
