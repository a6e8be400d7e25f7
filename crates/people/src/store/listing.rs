//! Lists of persons and of organisations: filtered, sorted, a page at a time.

use super::{Window, held};
use crate::rules::name::PersonName;
use crate::rules::search::Query;
use kernel::{Day, Email, Name, OrganisationId, PersonId, Phone, PlaceId, Role, Siren};
use platform::database::{DatabaseError, Tx, Value, params, row, statement};

/// Which persons a list shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Filter {
    /// Only those that the search finds.
    pub(crate) query: Option<Query>,
    /// Only members, or only those who are not.
    pub(crate) member: Option<bool>,
    /// Only holders of this role.
    pub(crate) role: Option<Role>,
}

/// A line of the list of persons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PersonLine {
    pub(crate) id: PersonId,
    pub(crate) name: PersonName,
    pub(crate) email: Option<Email>,
    pub(crate) phone: Option<Phone>,
    pub(crate) organisation: Option<(OrganisationId, Name)>,
    /// The first day of the membership they are in.
    pub(crate) member_since: Option<Day>,
}

/// A line of the list of organisations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OrganisationLine {
    pub(crate) id: OrganisationId,
    pub(crate) name: Name,
    pub(crate) siren: Option<Siren>,
    pub(crate) email: Option<Email>,
    pub(crate) city: String,
    /// How many persons it pays for.
    pub(crate) persons: i64,
}

row! {
    struct PersonRow {
        id: PersonId,
        given_name: String,
        family_name: String,
        email: Option<Email>,
        phone: Option<Phone>,
        organisation_id: Option<OrganisationId>,
        organisation: Option<Name>,
        member_since: Option<Day>,
    }

    struct OrganisationRow {
        id: OrganisationId,
        name: Name,
        siren: Option<Siren>,
        email: Option<Email>,
        city: String,
        persons: i64,
    }

    struct CountRow {
        count: i64,
    }
}

statement! {
    PERSONS -> PersonRow = "
        with line as (
            select person.id, person.given_name, person.family_name, person.email, person.phone,
                person.organisation_id, organisation.name as organisation, organisation.search as organisation_sort,
                person.sort_name,
                (select max(member.joined_on)
                    from member
                    where member.place_id = $1 and member.person_id = person.id and member.joined_on <= $7
                        and (member.left_on is null or member.left_on >= $7)
                ) as member_since
            from person
            left join organisation on organisation.place_id = $1 and organisation.id = person.organisation_id
            where person.place_id = $1 and person.search like $2 and person.search like $3
                and person.search like $4 and person.search like $5
                and ($6 = '' or exists (
                    select 1
                    from role_grant
                    where role_grant.place_id = $1 and role_grant.person_id = person.id and role_grant.role = $6
                        and role_grant.from_day <= $7
                        and (role_grant.until_day is null or role_grant.until_day >= $7))))
        select id, given_name, family_name, email, phone, organisation_id, organisation, member_since
        from line
        where $8 = '' or ($8 = 'yes' and member_since is not null) or ($8 = 'no' and member_since is null)
        order by
            case when $9 = '-name' then sort_name end desc,
            case when $9 = 'organisation' then coalesce(organisation_sort, '~') end,
            case when $9 = '-organisation' then coalesce(organisation_sort, '') end desc,
            case when $9 = 'joined' then coalesce(member_since, '~') end,
            case when $9 = '-joined' then coalesce(member_since, '') end desc,
            sort_name, id
        limit $10 offset $11";

    COUNT_PERSONS -> CountRow = "
        select count(*) as count
        from person
        where place_id = $1 and search like $2 and search like $3 and search like $4 and search like $5
            and ($6 = '' or exists (
                select 1
                from role_grant
                where role_grant.place_id = $1 and role_grant.person_id = person.id and role_grant.role = $6
                    and role_grant.from_day <= $7 and (role_grant.until_day is null or role_grant.until_day >= $7)))
            and ($8 = '' or $8 = case when exists (
                select 1
                from member
                where member.place_id = $1 and member.person_id = person.id and member.joined_on <= $7
                    and (member.left_on is null or member.left_on >= $7)) then 'yes' else 'no' end)";

    ORGANISATIONS -> OrganisationRow = "
        select organisation.id, organisation.name, organisation.siren, organisation.email, organisation.city,
            (select count(*)
                from person
                where person.place_id = $1 and person.organisation_id = organisation.id
            ) as persons
        from organisation
        where organisation.place_id = $1 and organisation.search like $2 and organisation.search like $3
            and organisation.search like $4 and organisation.search like $5
        order by
            case when $6 = '-name' then organisation.search end desc,
            case when $6 = 'city' then organisation.city end,
            case when $6 = '-city' then organisation.city end desc,
            organisation.search, organisation.id
        limit $7 offset $8";

    COUNT_ORGANISATIONS -> CountRow = "
        select count(*) as count
        from organisation
        where place_id = $1 and search like $2 and search like $3 and search like $4 and search like $5";
}

/// A page of the persons that a filter lets through, as they are on `today`; `order` is a column, with a minus
/// for the reverse.
pub(crate) fn persons(
    tx: &mut Tx<'_>,
    place: PlaceId,
    filter: &Filter,
    today: Day,
    order: &str,
    window: Window,
) -> Result<Vec<PersonLine>, DatabaseError> {
    let mut values = filter_values(place, filter, today);
    values.extend(params![order, window.limit, window.offset]);
    tx.all(&PERSONS, &values)?
        .into_iter()
        .map(PersonLine::try_from)
        .collect()
}

/// How many persons a filter lets through.
pub(crate) fn count_persons(
    tx: &mut Tx<'_>,
    place: PlaceId,
    filter: &Filter,
    today: Day,
) -> Result<i64, DatabaseError> {
    Ok(tx
        .one(&COUNT_PERSONS, &filter_values(place, filter, today))?
        .count)
}

/// A page of the organisations that a search finds.
pub(crate) fn organisations(
    tx: &mut Tx<'_>,
    place: PlaceId,
    query: Option<&Query>,
    order: &str,
    window: Window,
) -> Result<Vec<OrganisationLine>, DatabaseError> {
    let [any_1, any_2, any_3, any_4] = patterns(query);
    let values = params![
        place,
        any_1,
        any_2,
        any_3,
        any_4,
        order,
        window.limit,
        window.offset
    ];
    Ok(tx
        .all(&ORGANISATIONS, &values)?
        .into_iter()
        .map(OrganisationLine::from)
        .collect())
}

/// How many organisations a search finds.
pub(crate) fn count_organisations(
    tx: &mut Tx<'_>,
    place: PlaceId,
    query: Option<&Query>,
) -> Result<i64, DatabaseError> {
    let [any_1, any_2, any_3, any_4] = patterns(query);
    Ok(tx
        .one(&COUNT_ORGANISATIONS, &params![place, any_1, any_2, any_3, any_4])?
        .count)
}

fn filter_values(place: PlaceId, filter: &Filter, today: Day) -> Vec<Value> {
    let [any_1, any_2, any_3, any_4] = patterns(filter.query.as_ref());
    let role = filter.role.map_or("", Role::code);
    let member = filter
        .member
        .map_or("", |member| if member { "yes" } else { "no" });
    params![place, any_1, any_2, any_3, any_4, role, today, member].to_vec()
}

/// Every searched text begins with a space; that of who was erased or became a part of another is empty, and is never listed.
fn patterns(query: Option<&Query>) -> [String; 4] {
    query.map_or_else(|| [" %", "%", "%", "%"].map(str::to_owned), Query::anywhere)
}

impl TryFrom<PersonRow> for PersonLine {
    type Error = DatabaseError;

    fn try_from(row: PersonRow) -> Result<Self, DatabaseError> {
        Ok(Self {
            id: row.id,
            name: held(
                "person.given_name",
                PersonName::parse(&row.given_name, &row.family_name),
            )?,
            email: row.email,
            phone: row.phone,
            organisation: row.organisation_id.zip(row.organisation),
            member_since: row.member_since,
        })
    }
}

impl From<OrganisationRow> for OrganisationLine {
    fn from(row: OrganisationRow) -> Self {
        Self {
            id: row.id,
            name: row.name,
            siren: row.siren,
            email: row.email,
            city: row.city,
            persons: row.persons,
        }
    }
}
