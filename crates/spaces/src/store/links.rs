//! Links between resources, what follows from them, and what is taken on bound resources.

use super::bookings::{Slot, SlotRow};
use crate::rules::booking_window::LONGEST_MINUTES;
use crate::rules::links::{Bond, Bonds, Link, LinkKind};
use crate::rules::resource::ResourceId;
use kernel::{Instant, Period, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct LinkRow {
        resource_id: ResourceId,
        other_id: ResourceId,
        kind: LinkKind,
    }

    struct BondRow {
        resource_id: ResourceId,
        other_id: ResourceId,
        shares: bool,
        since: Instant,
    }

    struct IdRow {
        id: ResourceId,
    }
}

statement! {
    LINKS -> LinkRow = "
        select resource_id, other_id, kind
        from resource_link
        where place_id = $1
        order by created_at, resource_id, other_id";

    INSERT_LINK = "
        insert into resource_link (place_id, resource_id, other_id, kind, created_at)
        values ($1, $2, $3, $4, $5)";

    FORGET_LINK = "
        delete from resource_link
        where place_id = $1 and resource_id = $2 and other_id = $3";

    BONDS -> BondRow = "
        select resource_id, other_id, shares, since
        from resource_bond
        where place_id = $1
        order by resource_id, other_id";

    BOUND_TO -> IdRow = "
        select other_id as id
        from resource_bond
        where place_id = $1 and (resource_id = $2 or resource_id = $3)";

    // A bond that stays keeps the moment it began.
    KEEP_BOND = "
        insert into resource_bond (place_id, resource_id, other_id, shares, since)
        values ($1, $2, $3, $4, $5)
        on conflict (place_id, resource_id, other_id) do update set shares = excluded.shares";

    FORGET_BOND = "
        delete from resource_bond
        where place_id = $1 and resource_id = $2 and other_id = $3";

    // The last condition is known from the one before it: it lets the index stop reading. The crossed join keeps the order: without
    // statistics SQLite would read every booking of the place to look for its bond.
    OCCUPYING_BOUND -> SlotRow = "
        select booking.id, booking.resource_id, booking.person_id, booking.caller_name, booking.title, booking.starts_at,
            booking.ends_at, booking.occupied_from, booking.occupied_until, booking.state, booking.visible, booking.overridden
        from resource_bond
        cross join booking
        where resource_bond.place_id = $1 and resource_bond.resource_id = $2
            and booking.place_id = $1 and booking.resource_id = resource_bond.other_id
            and booking.occupied_until > $3 and booking.occupied_from < $4
            and booking.state in ('requested', 'confirmed', 'checked_in', 'done')
            and (booking.state <> 'requested' or booking.request_expires_at > $5)
            and booking.occupied_until < $6
        order by booking.starts_at, booking.id";
}

/// What the office says of the spaces of a place, the oldest line first.
///
/// # Errors
/// As the database says.
pub fn links(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Link>, DatabaseError> {
    let rows = tx.all(&LINKS, &params![place])?;
    Ok(rows
        .into_iter()
        .map(|row| Link {
            resource: row.resource_id,
            other: row.other_id,
            kind: row.kind,
        })
        .collect())
}

/// Which spaces of a place are bound to which.
///
/// # Errors
/// As the database says.
pub fn bonds(tx: &mut Tx<'_>, place: PlaceId) -> Result<Bonds, DatabaseError> {
    let mut bonds = Bonds::default();
    for (resource, bond, _) in dated_bonds(tx, place)? {
        bonds.add(resource, bond);
    }
    Ok(bonds)
}

/// The bonds of a place, in both directions, each with the moment it began.
pub(crate) fn dated_bonds(
    tx: &mut Tx<'_>,
    place: PlaceId,
) -> Result<Vec<(ResourceId, Bond, Instant)>, DatabaseError> {
    let rows = tx.all(&BONDS, &params![place])?;
    let dated = |row: BondRow| {
        let bond = Bond {
            other: row.other_id,
            shares: row.shares,
        };
        (row.resource_id, bond, row.since)
    };
    Ok(rows.into_iter().map(dated).collect())
}

/// What is bound to one of two resources.
pub(crate) fn bound_to(
    tx: &mut Tx<'_>,
    place: PlaceId,
    (one, other): (ResourceId, ResourceId),
) -> Result<Vec<ResourceId>, DatabaseError> {
    let rows = tx.all(&BOUND_TO, &params![place, one, other])?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// What occupies the resources bound to one and touches a span of time, buffers included, the earliest first.
///
/// # Errors
/// As the database says.
pub fn occupying_bound(
    tx: &mut Tx<'_>,
    place: PlaceId,
    resource: ResourceId,
    span: Period,
) -> Result<Vec<Slot>, DatabaseError> {
    let now = tx.now();
    let last = span.end().plus_minutes(LONGEST_MINUTES + 2 * 1_440 + 1);
    let values = params![place, resource, span.start(), span.end(), now, last];
    tx.all(&OCCUPYING_BOUND, &values)?
        .into_iter()
        .map(Slot::try_from)
        .collect()
}

pub(crate) fn insert(tx: &mut Tx<'_>, place: PlaceId, link: &Link) -> Result<(), DatabaseError> {
    let now = tx.now();
    let values = params![place, link.resource, link.other, link.kind, now];
    tx.run(&INSERT_LINK, &values)?;
    Ok(())
}

pub(crate) fn forget(tx: &mut Tx<'_>, place: PlaceId, link: &Link) -> Result<(), DatabaseError> {
    tx.run(&FORGET_LINK, &params![place, link.resource, link.other])?;
    Ok(())
}

/// Keeps what follows from the links now; what followed before and does no more is forgotten.
pub(crate) fn keep_bonds(tx: &mut Tx<'_>, place: PlaceId, bonds: &Bonds) -> Result<(), DatabaseError> {
    let now = tx.now();
    let known = dated_bonds(tx, place)?;
    let stands = |one, other| bonds.of_one(one).any(|bound| bound == other);
    for (one, bond, _) in known.iter().filter(|(one, bond, _)| !stands(*one, bond.other)) {
        tx.run(&FORGET_BOND, &params![place, *one, bond.other])?;
    }
    for (one, bond) in bonds.each() {
        tx.run(&KEEP_BOND, &params![place, one, bond.other, bond.shares, now])?;
    }
    Ok(())
}
