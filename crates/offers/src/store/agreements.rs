//! Agreements with organisations.

use crate::rules::agreement::{Agreement, AgreementTerms, QuotaSpan};
use kernel::{AccountId, Day, Days, Id, Name, OrganisationId, PlaceId, Rate};
use platform::Fault;
use platform::database::{Tx, params, row, statement};
use std::collections::{BTreeMap, BTreeSet};

row! {
    struct AgreementRow {
        id: Id<Agreement>,
        organisation_id: OrganisationId,
        name: Name,
        minutes: i64,
        span: QuotaSpan,
        due_bp: Rate,
        from_day: Day,
        until_day: Day,
        note: String,
        version: i64,
    }

    struct KindRow {
        agreement_id: Id<Agreement>,
        kind: String,
    }

    struct IdRow {
        id: Id<Agreement>,
    }
}

statement! {
    ALL -> AgreementRow = "
        select id, organisation_id, name, minutes, span, due_bp, from_day, until_day, note, version
        from agreement
        where place_id = $1
        order by until_day desc, id";

    OF_ORGANISATION -> AgreementRow = "
        select id, organisation_id, name, minutes, span, due_bp, from_day, until_day, note, version
        from agreement
        where place_id = $1 and organisation_id = $2
        order by id";

    GET -> AgreementRow = "
        select id, organisation_id, name, minutes, span, due_bp, from_day, until_day, note, version
        from agreement
        where place_id = $1 and id = $2";

    KINDS -> KindRow = "
        select agreement_id, kind
        from agreement_kind
        where place_id = $1
        order by agreement_id, kind";

    LOCK -> IdRow = "
        select id
        from agreement
        where place_id = $1 and organisation_id = $2
        order by id
        for update";

    INSERT = "
        insert into agreement (
            place_id, id, organisation_id, name, minutes, span, due_bp, from_day, until_day, note, created_at,
            created_by, version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1)";

    UPDATE = "
        update agreement
        set name = $4, minutes = $5, span = $6, due_bp = $7, from_day = $8, until_day = $9, note = $10,
            version = version + 1
        where place_id = $1 and id = $2 and version = $3";

    CLEAR_KINDS = "delete from agreement_kind where place_id = $1 and agreement_id = $2";

    INSERT_KIND = "insert into agreement_kind (place_id, agreement_id, kind) values ($1, $2, $3)";
}

/// Every agreement of a place, those that last longest first.
pub(crate) fn all(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Agreement>, Fault> {
    let rows = tx.all(&ALL, &params![place])?;
    complete(tx, place, rows)
}

/// The agreements with an organisation.
pub(crate) fn of_organisation(
    tx: &mut Tx<'_>,
    place: PlaceId,
    organisation: OrganisationId,
) -> Result<Vec<Agreement>, Fault> {
    let rows = tx.all(&OF_ORGANISATION, &params![place, organisation])?;
    complete(tx, place, rows)
}

/// One agreement.
pub(crate) fn find(tx: &mut Tx<'_>, place: PlaceId, id: Id<Agreement>) -> Result<Option<Agreement>, Fault> {
    let row = tx.optional(&GET, &params![place, id])?;
    Ok(complete(tx, place, row)?.pop())
}

/// Makes those who draw on the agreements with an organisation wait for one another.
pub(crate) fn lock(tx: &mut Tx<'_>, place: PlaceId, organisation: OrganisationId) -> Result<(), Fault> {
    let locked = tx.all(&LOCK, &params![place, organisation])?;
    debug_assert!(locked.is_sorted_by_key(|row| row.id));
    Ok(())
}

/// Writes a new agreement.
pub(crate) fn insert(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Agreement>,
    terms: &AgreementTerms,
    by: Option<AccountId>,
) -> Result<(), Fault> {
    let values = params![
        place,
        id,
        terms.organisation,
        terms.name,
        terms.minutes,
        terms.span,
        terms.due,
        terms.days.first(),
        terms.days.last(),
        terms.note,
        tx.now(),
        by
    ];
    tx.run(&INSERT, &values)?;
    set_kinds(tx, place, id, &terms.kinds)
}

/// Writes what was changed, unless somebody changed it since that version; its organisation never changes.
pub(crate) fn update(
    tx: &mut Tx<'_>,
    place: PlaceId,
    (id, version): (Id<Agreement>, i64),
    terms: &AgreementTerms,
) -> Result<bool, Fault> {
    let values = params![
        place,
        id,
        version,
        terms.name,
        terms.minutes,
        terms.span,
        terms.due,
        terms.days.first(),
        terms.days.last(),
        terms.note
    ];
    if tx.run(&UPDATE, &values)? == 0 {
        return Ok(false);
    }
    set_kinds(tx, place, id, &terms.kinds)?;
    Ok(true)
}

fn set_kinds(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Agreement>,
    kinds: &BTreeSet<String>,
) -> Result<(), Fault> {
    tx.run(&CLEAR_KINDS, &params![place, id])?;
    for kind in kinds {
        tx.run(&INSERT_KIND, &params![place, id, kind])?;
    }
    Ok(())
}

fn complete(
    tx: &mut Tx<'_>,
    place: PlaceId,
    rows: impl IntoIterator<Item = AgreementRow>,
) -> Result<Vec<Agreement>, Fault> {
    let mut rows = rows.into_iter().peekable();
    if rows.peek().is_none() {
        return Ok(vec![]);
    }
    let mut kinds: BTreeMap<_, BTreeSet<String>> = BTreeMap::new();
    for row in tx.all(&KINDS, &params![place])? {
        kinds.entry(row.agreement_id).or_default().insert(row.kind);
    }
    rows.map(|row| {
        Ok(Agreement {
            id: row.id,
            version: row.version,
            terms: AgreementTerms {
                organisation: row.organisation_id,
                name: row.name,
                minutes: row.minutes,
                span: row.span,
                due: row.due_bp,
                days: Days::new(row.from_day, row.until_day).map_err(Fault::internal)?,
                kinds: kinds.remove(&row.id).unwrap_or_default(),
                note: row.note,
            },
        })
    })
    .collect()
}
