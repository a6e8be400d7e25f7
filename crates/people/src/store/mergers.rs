//! Two records that become one, and somebody who is erased.

use kernel::{Day, Instant, OrganisationId, PersonId, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct PersonRow {
        id: PersonId,
    }

    struct OrganisationRow {
        id: OrganisationId,
    }
}

statement! {
    PERSON_MERGED_INTO -> PersonRow = "
        select merged_into as id
        from person
        where place_id = $1 and id = $2 and merged_into is not null";

    PERSONS_MERGED_FROM -> PersonRow = "
        select id
        from person
        where place_id = $1 and merged_into = $2
        order by id";

    ORGANISATION_MERGED_INTO -> OrganisationRow = "
        select merged_into as id
        from organisation
        where place_id = $1 and id = $2 and merged_into is not null";

    ERASED -> PersonRow = "
        select id
        from person
        where place_id = $1 and id = $2 and erased_at is not null";

    // Of the team is who holds a role beyond that of members, which comes with every account.
    KNOWN_WITHOUT_TIE -> PersonRow = "
        select id
        from person
        where place_id = $1 and created_at < $2 and erased_at is null and merged_into is null
            and not exists (
                select 1
                from member
                where member.place_id = person.place_id and member.person_id = person.id and member.left_on is null)
            and not exists (
                select 1
                from role_grant
                where role_grant.place_id = person.place_id and role_grant.person_id = person.id
                    and role_grant.role <> 'member' and role_grant.until_day is null)
        order by id";

    // Who was merged before leads straight to who stays now.
    PERSON_LEADS_TO = "
        update person
        set merged_into = $3, given_name = '', family_name = $4, email = null, phone = null, street = '', postal_code = '',
            city = '', organisation_id = null, note = '', search = '', sort_name = '', language = null, external_ref = null
        where place_id = $1 and (id = $2 or merged_into = $2)";

    ORGANISATION_LEADS_TO = "
        update organisation
        set merged_into = $3, name = $4, siren = null, vat_number = null, email = null, phone = null, street = '',
            postal_code = '', city = '', search = '', external_ref = null
        where place_id = $1 and (id = $2 or merged_into = $2)";

    ERASE = "
        update person
        set given_name = '', family_name = $3, search = '', sort_name = '', erased_at = $4
        where place_id = $1 and id = $2";

    END_MEMBERSHIP = "
        update member
        set left_on = case when joined_on > $3 then joined_on else $3 end
        where place_id = $1 and person_id = $2 and left_on is null";

    // A membership that both have is as old as the older one.
    WIDEN_MEMBERSHIP = "
        update member
        set joined_on = (
            select min(joined_on)
            from member as open
            where open.place_id = $1 and open.person_id in ($2, $3) and open.left_on is null)
        where place_id = $1 and person_id = $2 and left_on is null";

    FORGET_CODES = "
        delete from recovery_code
        where place_id = $1 and account_id in (
            select id
            from account
            where place_id = $1 and person_id = $2)";

    FORGET_FACTOR = "
        delete from second_factor
        where place_id = $1 and account_id in (
            select id
            from account
            where place_id = $1 and person_id = $2)";

    FORGET_LINKS = "
        delete from access_link
        where place_id = $1 and account_id in (
            select id
            from account
            where place_id = $1 and person_id = $2)";

    FORGET_SESSIONS = "
        delete from session
        where place_id = $1 and account_id in (
            select id
            from account
            where place_id = $1 and person_id = $2)";

    FORGET_ACCOUNT = "
        delete from account
        where place_id = $1 and person_id = $2";
}

/// The record that stays for this one, if it became a part of another.
pub(crate) fn person_merged_into(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: PersonId,
) -> Result<Option<PersonId>, DatabaseError> {
    let row = tx.optional(&PERSON_MERGED_INTO, &params![place, id])?;
    Ok(row.map(|row| row.id))
}

/// The records that became a part of this one.
pub(crate) fn persons_merged_from(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: PersonId,
) -> Result<Vec<PersonId>, DatabaseError> {
    let rows = tx.all(&PERSONS_MERGED_FROM, &params![place, id])?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// The record that stays for this one, if it became a part of another.
pub(crate) fn organisation_merged_into(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: OrganisationId,
) -> Result<Option<OrganisationId>, DatabaseError> {
    let row = tx.optional(&ORGANISATION_MERGED_INTO, &params![place, id])?;
    Ok(row.map(|row| row.id))
}

/// Who was known before a moment, is no member and of no team.
pub(crate) fn known_without_tie(
    tx: &mut Tx<'_>,
    place: PlaceId,
    before: Instant,
) -> Result<Vec<PersonId>, DatabaseError> {
    let rows = tx.all(&KNOWN_WITHOUT_TIE, &params![place, before])?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// Whether somebody was erased.
pub(crate) fn is_erased(tx: &mut Tx<'_>, place: PlaceId, id: PersonId) -> Result<bool, DatabaseError> {
    Ok(tx.optional(&ERASED, &params![place, id])?.is_some())
}

/// The record `gone` is empty from now on, and leads to `kept`, who is called `name`.
pub(crate) fn person_leads_to(
    tx: &mut Tx<'_>,
    place: PlaceId,
    (kept, gone): (PersonId, PersonId),
    name: &str,
) -> Result<(), DatabaseError> {
    tx.run(&PERSON_LEADS_TO, &params![place, gone, kept, name])?;
    Ok(())
}

/// As [`person_leads_to`], for an organisation.
pub(crate) fn organisation_leads_to(
    tx: &mut Tx<'_>,
    place: PlaceId,
    (kept, gone): (OrganisationId, OrganisationId),
    name: &str,
) -> Result<(), DatabaseError> {
    tx.run(&ORGANISATION_LEADS_TO, &params![place, gone, kept, name])?;
    Ok(())
}

/// Somebody is nobody from now on: they are called `name`, no search finds them, their membership ends.
pub(crate) fn erase(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: PersonId,
    name: &str,
    today: Day,
) -> Result<(), DatabaseError> {
    let now = tx.now();
    tx.run(&END_MEMBERSHIP, &params![place, id, today])?;
    tx.run(&ERASE, &params![place, id, name, now])?;
    Ok(())
}

/// An open membership of both becomes one of `kept`, from the day of the older.
pub(crate) fn widen_membership(
    tx: &mut Tx<'_>,
    place: PlaceId,
    kept: PersonId,
    gone: PersonId,
) -> Result<(), DatabaseError> {
    tx.run(&WIDEN_MEMBERSHIP, &params![place, kept, gone])?;
    Ok(())
}

/// The account of somebody and everything that opens it go for good.
pub(crate) fn forget_account(tx: &mut Tx<'_>, place: PlaceId, id: PersonId) -> Result<(), DatabaseError> {
    for statement in [
        &FORGET_CODES,
        &FORGET_FACTOR,
        &FORGET_LINKS,
        &FORGET_SESSIONS,
        &FORGET_ACCOUNT,
    ] {
        tx.run(statement, &params![place, id])?;
    }
    Ok(())
}
