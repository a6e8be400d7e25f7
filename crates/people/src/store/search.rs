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
    // The index gives the order: reading stops at the last line wanted.
    PERSONS_NEAREST -> PersonRow = "
        with hit as (
            select id, search
            from person
            where place_id = $1 and search like $2
            order by search, id
            limit $3)
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
        order by hit.search, hit.id";

    PERSONS_FURTHER -> PersonRow = "
        with hit as (
            select id, search,
                case
                    when search like $7 and ($8 = '%' or search like $8) and ($9 = '%' or search like $9)
                        and ($10 = '%' or search like $10) then 1
                    else 2
                end as distance
            from person
            where place_id = $1 and search like $2 and ($3 = '%' or search like $3)
                and ($4 = '%' or search like $4) and ($5 = '%' or search like $5) and search not like $6
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

    ORGANISATIONS_NEAREST -> OrganisationRow = "
        select id, name, email, phone, search
        from organisation
        where place_id = $1 and search like $2
        order by search, id
        limit $3";

    ORGANISATIONS_FURTHER -> OrganisationRow = "
        select id, name, email, phone, search
        from organisation
        where place_id = $1 and search like $2 and ($3 = '%' or search like $3)
            and ($4 = '%' or search like $4) and ($5 = '%' or search like $5) and search not like $6
        order by
            case
                when search like $7 and ($8 = '%' or search like $8) and ($9 = '%' or search like $9)
                    and ($10 = '%' or search like $10) then 1
                else 2
            end,
            search, id
        limit $11";
}

/// Persons and organisations, the nearest first, persons before organisations; at most `limit`.
pub(crate) fn everybody(
    tx: &mut Tx<'_>,
    place: PlaceId,
    query: &Query,
    limit: usize,
) -> Result<Vec<Found>, DatabaseError> {
    let mut found: Vec<(u8, Found)> = Vec::new();
    for row in person_rows(tx, place, query, limit)? {
        found.push((query.distance(&row.search), person(row)?));
    }
    for row in organisation_rows(tx, place, query, limit)? {
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
    person_rows(tx, place, query, limit)?
        .into_iter()
        .map(person)
        .collect()
}

fn person_rows(
    tx: &mut Tx<'_>,
    place: PlaceId,
    query: &Query,
    limit: usize,
) -> Result<Vec<PersonRow>, DatabaseError> {
    let mut rows = tx.all(&PERSONS_NEAREST, &nearest(place, query, limit))?;
    if let Some(wanted) = further(query, rows.len(), limit) {
        rows.extend(tx.all(&PERSONS_FURTHER, &values(place, query, wanted))?);
    }
    Ok(rows)
}

fn organisation_rows(
    tx: &mut Tx<'_>,
    place: PlaceId,
    query: &Query,
    limit: usize,
) -> Result<Vec<OrganisationRow>, DatabaseError> {
    let mut rows = tx.all(&ORGANISATIONS_NEAREST, &nearest(place, query, limit))?;
    if let Some(wanted) = further(query, rows.len(), limit) {
        rows.extend(tx.all(&ORGANISATIONS_FURTHER, &values(place, query, wanted))?);
    }
    Ok(rows)
}

fn nearest(place: PlaceId, query: &Query, limit: usize) -> [Value; 3] {
    params![place, query.whole(), count(limit)]
}

/// How many lines are still wanted, when looking further may find some.
fn further(query: &Query, found: usize, limit: usize) -> Option<usize> {
    let wanted = limit.saturating_sub(found);
    (wanted > 0 && query.reaches_further()).then_some(wanted)
}

fn values(place: PlaceId, query: &Query, limit: usize) -> [Value; 11] {
    let [any_1, any_2, any_3, any_4] = query.anywhere();
    let [start_1, start_2, start_3, start_4] = query.at_starts();
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
        count(limit)
    ]
}

fn count(limit: usize) -> i64 {
    i64::try_from(limit).unwrap_or(i64::MAX)
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
