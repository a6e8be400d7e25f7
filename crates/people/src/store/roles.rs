//! Roles given.

use crate::rules::role::RoleGrant;
use kernel::{AccountId, Day, Id, PersonId, PlaceId, Role};
use platform::database::{DatabaseError, Tx, batches, params, row, statement};

row! {
    struct GrantRow {
        id: Id<RoleGrant>,
        person_id: PersonId,
        role: Role,
        from_day: Day,
        until_day: Option<Day>,
        granted_by: Option<AccountId>,
    }
}

statement! {
    OF_PERSON -> GrantRow = "
        select id, person_id, role, from_day, until_day, granted_by
        from role_grant
        where place_id = $1 and person_id = $2
        order by from_day, id";

    OF_PERSONS -> GrantRow = "
        select id, person_id, role, from_day, until_day, granted_by
        from role_grant
        where place_id = $1 and person_id in (
            $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
            $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33,
            $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49,
            $50, $51, $52, $53, $54, $55, $56, $57, $58, $59, $60, $61, $62, $63, $64, $65)
        order by from_day, id";

    // Locked: two administrators who leave at once must see each other.
    ADMINISTRATORS -> GrantRow = "
        select id, person_id, role, from_day, until_day, granted_by
        from role_grant
        where place_id = $1 and role = 'administrator' and from_day <= $2 and until_day is null
        order by id
        for update";

    INSERT = "
        insert into role_grant (place_id, id, person_id, role, from_day, until_day, granted_by)
        values ($1, $2, $3, $4, $5, $6, $7)";

    END = "
        update role_grant
        set until_day = $3
        where place_id = $1 and id = $2 and (until_day is null or until_day > $3)";

    REMOVE_UNSTARTED = "
        delete from role_grant
        where place_id = $1 and id = $2";
}

/// Every role a person was given, the oldest first.
pub(crate) fn of_person(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
) -> Result<Vec<RoleGrant>, DatabaseError> {
    Ok(tx
        .all(&OF_PERSON, &params![place, person])?
        .into_iter()
        .map(RoleGrant::from)
        .collect())
}

/// Every role these persons were given.
pub(crate) fn of_persons(
    tx: &mut Tx<'_>,
    place: PlaceId,
    persons: &[PersonId],
) -> Result<Vec<RoleGrant>, DatabaseError> {
    let mut given = Vec::new();
    for values in batches(place, persons) {
        given.extend(tx.all(&OF_PERSONS, &values)?.into_iter().map(RoleGrant::from));
    }
    Ok(given)
}

/// The grants of the role that administers the place which have begun and have no end, held until the end of the transaction.
pub(crate) fn administrators(
    tx: &mut Tx<'_>,
    place: PlaceId,
    today: Day,
) -> Result<Vec<RoleGrant>, DatabaseError> {
    Ok(tx
        .all(&ADMINISTRATORS, &params![place, today])?
        .into_iter()
        .map(RoleGrant::from)
        .collect())
}

pub(crate) fn insert(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    role: Role,
    (from_day, until_day): (Day, Option<Day>),
    granted_by: Option<AccountId>,
) -> Result<(), DatabaseError> {
    let id = tx.new_id::<RoleGrant>();
    tx.run(
        &INSERT,
        &params![place, id, person, role, from_day, until_day, granted_by],
    )?;
    Ok(())
}

/// Ends a role after `last_day`; a role that would end before it began never was.
pub(crate) fn end(
    tx: &mut Tx<'_>,
    place: PlaceId,
    grant: &RoleGrant,
    last_day: Day,
) -> Result<(), DatabaseError> {
    if last_day < grant.from_day {
        tx.run(&REMOVE_UNSTARTED, &params![place, grant.id])?;
    } else {
        tx.run(&END, &params![place, grant.id, last_day])?;
    }
    Ok(())
}

impl From<GrantRow> for RoleGrant {
    fn from(row: GrantRow) -> Self {
        Self {
            id: row.id,
            person: row.person_id,
            role: row.role,
            from_day: row.from_day,
            until_day: row.until_day,
            granted_by: row.granted_by,
        }
    }
}
