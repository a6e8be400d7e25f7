//! Finding somebody by a few letters.
//!
//! The text compared lies in an index that holds nothing else, so that a search reads a few hundred kilobytes for ten
//! thousand people; only the lines shown are then read in full.

use super::held;
use crate::rules::name::PersonName;
use crate::rules::person::Party;
use crate::rules::search::Query;
use kernel::{Email, Name, OrganisationId, PersonId, Phone, PlaceId};
use platform::database::{DatabaseError, Tx, Value, params, row, statement};

/// Somebody found by a search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Who.
    pub who: Party,
    /// Their name.
    pub name: String,
    /// Where mail reaches them.
    pub email: Option<Email>,
    /// Where a call reaches them.
    pub phone: Option<Phone>,
    /// The name of the organisation that pays for them.
    pub organisation: Option<String>,
    /// Whether they are a member.
    pub member: bool,
}

row! {
    struct PersonRow {
        id: PersonId,
        given_name: String,
        family_name: String,
        email: Option<Email>,
        phone: Option<Phone>,
        organisation: Option<Name>,
        open_memberships: i64,
        search: String,
    }

    struct OrganisationRow {
        id: OrganisationId,
        name: Name,
        email: Option<Email>,
        phone: Option<Phone>,
        search: String,
    }
}

statement! {
    PERSONS -> PersonRow = "
        with hit as (
            select id, search,
                case
                    when search like $6 then 0
                    when search like $7 and search like $8 and search like $9 and search like $10 then 1
                    else 2
                end as distance
            from person
            where place_id = $1 and search like $2 and search like $3 and search like $4 and search like $5
            order by distance, search, id
            limit $11)
        select person.id, person.given_name, person.family_name, person.email, person.phone,
            organisation.name as organisation,
            (select count(*)
                from member
                where member.place_id = $1 and member.person_id = person.id and member.left_on is null
            ) as open_memberships,
            person.search
        from hit
        join person on person.place_id = $1 and person.id = hit.id
        left join organisation on organisation.place_id = $1 and organisation.id = person.organisation_id
        order by hit.distance, hit.search, hit.id";

    ORGANISATIONS -> OrganisationRow = "
        with hit as (
            select id, search,
                case
                    when search like $6 then 0
                    when search like $7 and search like $8 and search like $9 and search like $10 then 1
                    else 2
                end as distance
            from organisation
            where place_id = $1 and search like $2 and search like $3 and search like $4 and search like $5
            order by distance, search, id
            limit $11)
        select organisation.id, organisation.name, organisation.email, organisation.phone, organisation.search
        from hit
        join organisation on organisation.place_id = $1 and organisation.id = hit.id
        order by hit.distance, hit.search, hit.id";
}

/// Persons and organisations, the nearest first, persons before organisations; at most `limit`.
pub(crate) fn everybody(
    tx: &mut Tx<'_>,
    place: PlaceId,
    query: &Query,
    limit: usize,
) -> Result<Vec<Found>, DatabaseError> {
    let values = values(place, query, limit);
    let mut found: Vec<(u8, Found)> = Vec::new();
    for row in tx.all(&PERSONS, &values)? {
        found.push((query.distance(&row.search), person(row)?));
    }
    for row in tx.all(&ORGANISATIONS, &values)? {
        found.push((query.distance(&row.search), organisation(row)));
    }
    // The sort keeps the order of equals.
    found.sort_by_key(|(distance, _)| *distance);
    Ok(found.into_iter().take(limit).map(|(_, found)| found).collect())
}

/// Persons alone, the nearest first; at most `limit`.
pub(crate) fn persons(
    tx: &mut Tx<'_>,
    place: PlaceId,
    query: &Query,
    limit: usize,
) -> Result<Vec<Found>, DatabaseError> {
    tx.all(&PERSONS, &values(place, query, limit))?
        .into_iter()
        .map(person)
        .collect()
}

fn values(place: PlaceId, query: &Query, limit: usize) -> [Value; 11] {
    let [any_1, any_2, any_3, any_4] = query.anywhere();
    let [start_1, start_2, start_3, start_4] = query.at_starts();
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    params![
        place,
        any_1,
        any_2,
        any_3,
        any_4,
        query.whole(),
        start_1,
        start_2,
        start_3,
        start_4,
        limit
    ]
}

fn person(row: PersonRow) -> Result<Found, DatabaseError> {
    Ok(Found {
        who: Party::Person(row.id),
        name: held(
            "person.given_name",
            PersonName::parse(&row.given_name, &row.family_name),
        )?
        .full(),
        email: row.email,
        phone: row.phone,
        organisation: row.organisation.map(|name| name.as_str().to_owned()),
        member: row.open_memberships > 0,
    })
}

fn organisation(row: OrganisationRow) -> Found {
    Found {
        who: Party::Organisation(row.id),
        name: row.name.as_str().to_owned(),
        email: row.email,
        phone: row.phone,
        organisation: None,
        member: false,
    }
}
