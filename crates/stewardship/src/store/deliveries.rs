//! Deliveries.

use super::{columns, party};
use crate::rules::delivery::{Delivery, DeliveryKind, Ended, Ending};
use kernel::{Id, Instant, OrganisationId, PersonId, PlaceId};
use people::Party;
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct DeliveryRow {
        id: Id<Delivery>,
        person_id: Option<PersonId>,
        organisation_id: Option<OrganisationId>,
        kind: DeliveryKind,
        quantity: i64,
        sender: String,
        kept_at: String,
        arrived_at: Instant,
        received_by: Option<PersonId>,
        told_at: Option<Instant>,
        reminders: i64,
        ended_at: Option<Instant>,
        ending: Option<Ending>,
        ended_by: Option<PersonId>,
        taken_by: String,
    }

    struct CountRow {
        total: i64,
    }

    struct WaitingRow {
        waiting: i64,
        oldest: Option<Instant>,
        registered: i64,
    }
}

row! {
    struct WaitingForRow {
        waiting: i64,
    }
}

statement! {
    FIND -> DeliveryRow = "
        select id, person_id, organisation_id, kind, quantity, sender, kept_at, arrived_at, received_by, told_at,
            reminders, ended_at, ending, ended_by, taken_by
        from delivery
        where place_id = $1 and id = $2";

    LOCK -> DeliveryRow = "
        select id, person_id, organisation_id, kind, quantity, sender, kept_at, arrived_at, received_by, told_at,
            reminders, ended_at, ending, ended_by, taken_by
        from delivery
        where place_id = $1 and id = $2
        for update";

    WAITING -> DeliveryRow = "
        select id, person_id, organisation_id, kind, quantity, sender, kept_at, arrived_at, received_by, told_at,
            reminders, ended_at, ending, ended_by, taken_by
        from delivery
        where place_id = $1 and ended_at is null
        order by arrived_at, id
        limit 1000";

    ENDED -> DeliveryRow = "
        select id, person_id, organisation_id, kind, quantity, sender, kept_at, arrived_at, received_by, told_at,
            reminders, ended_at, ending, ended_by, taken_by
        from delivery
        where place_id = $1 and ended_at is not null
        order by ended_at desc, id desc
        limit $2 offset $3";

    COUNT_ENDED -> CountRow = "
        select count(*) as total
        from delivery
        where place_id = $1 and ended_at is not null";

    OF_PERSON -> DeliveryRow = "
        select id, person_id, organisation_id, kind, quantity, sender, kept_at, arrived_at, received_by, told_at,
            reminders, ended_at, ending, ended_by, taken_by
        from delivery
        where place_id = $1 and person_id = $2
        order by arrived_at desc, id desc
        limit 100";

    OF_ORGANISATION -> DeliveryRow = "
        select id, person_id, organisation_id, kind, quantity, sender, kept_at, arrived_at, received_by, told_at,
            reminders, ended_at, ending, ended_by, taken_by
        from delivery
        where place_id = $1 and organisation_id = $2
        order by arrived_at desc, id desc
        limit 100";

    HOW_MANY -> WaitingRow = "
        select count(*) as waiting, min(arrived_at) as oldest,
            count(case when kind = 'registered' then 1 end) as registered
        from delivery
        where place_id = $1 and ended_at is null";

    INSERT = "
        insert into delivery (place_id, id, person_id, organisation_id, kind, quantity, sender, kept_at, arrived_at,
            received_by, told_at, reminders, ended_at, ending, ended_by, taken_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, null, 0, null, null, null, '')";

    TOLD = "
        update delivery
        set told_at = $3, reminders = $4
        where place_id = $1 and id = $2";

    END = "
        update delivery
        set ended_at = $3, ending = $4, ended_by = $5, taken_by = $6
        where place_id = $1 and id = $2";

    REOPEN = "
        update delivery
        set ended_at = null, ending = null, ended_by = null, taken_by = ''
        where place_id = $1 and id = $2";

    WAITING_FOR_PERSON -> WaitingForRow = "
        select cast(coalesce(sum(quantity), 0) as bigint) as waiting
        from delivery
        where place_id = $1 and person_id = $2 and ended_at is null";

    FORGET = "
        delete from delivery
        where place_id = $1 and ended_at < $2";
}

/// What waits at the desk, counted.
pub(crate) struct Waiting {
    pub(crate) count: i64,
    /// When the oldest came.
    pub(crate) oldest: Option<Instant>,
    /// Registered letters among them.
    pub(crate) registered: i64,
}

/// A delivery.
pub(crate) fn find(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Delivery>,
) -> Result<Option<Delivery>, DatabaseError> {
    let row = tx.optional(&FIND, &params![place, id])?;
    row.map(Delivery::try_from).transpose()
}

/// A delivery, held until the end of the transaction.
pub(crate) fn lock(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Delivery>,
) -> Result<Option<Delivery>, DatabaseError> {
    let row = tx.optional(&LOCK, &params![place, id])?;
    row.map(Delivery::try_from).transpose()
}

/// What waits, the oldest first; a thousand at most.
pub(crate) fn waiting(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Delivery>, DatabaseError> {
    all(tx.all(&WAITING, &params![place])?)
}

/// How much waits, in one question.
pub(crate) fn how_many(tx: &mut Tx<'_>, place: PlaceId) -> Result<Waiting, DatabaseError> {
    let row = tx.one(&HOW_MANY, &params![place])?;
    Ok(Waiting {
        count: row.waiting,
        oldest: row.oldest,
        registered: row.registered,
    })
}

/// What no longer waits, the last first: `limit` of them after the first `offset`.
pub(crate) fn ended(
    tx: &mut Tx<'_>,
    place: PlaceId,
    limit: i64,
    offset: i64,
) -> Result<Vec<Delivery>, DatabaseError> {
    all(tx.all(&ENDED, &params![place, limit, offset])?)
}

/// How many no longer wait.
pub(crate) fn count_ended(tx: &mut Tx<'_>, place: PlaceId) -> Result<i64, DatabaseError> {
    Ok(tx.one(&COUNT_ENDED, &params![place])?.total)
}

/// What came for somebody, the last first; a hundred at most.
pub(crate) fn of(tx: &mut Tx<'_>, place: PlaceId, addressee: Party) -> Result<Vec<Delivery>, DatabaseError> {
    all(match addressee {
        Party::Person(person) => tx.all(&OF_PERSON, &params![place, person])?,
        Party::Organisation(organisation) => tx.all(&OF_ORGANISATION, &params![place, organisation])?,
    })
}

/// Keeps a new delivery, which nobody was told of yet.
pub(crate) fn insert(tx: &mut Tx<'_>, place: PlaceId, new: &Delivery) -> Result<(), DatabaseError> {
    let (person, organisation) = columns(new.addressee);
    let values = params![
        place,
        new.id,
        person,
        organisation,
        new.kind,
        new.quantity,
        new.sender.as_str(),
        new.kept_at.as_str(),
        new.arrived_at,
        new.received_by
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

/// Notes that its addressee was written to.
pub(crate) fn told(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Delivery>,
    reminders: i64,
) -> Result<(), DatabaseError> {
    let now = tx.now();
    tx.run(&TOLD, &params![place, id, now, reminders])?;
    Ok(())
}

/// Notes how it ended.
pub(crate) fn end(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Delivery>,
    ended: &Ended,
) -> Result<(), DatabaseError> {
    let values = params![place, id, ended.at, ended.how, ended.by, ended.taken_by.as_str()];
    tx.run(&END, &values)?;
    Ok(())
}

/// Lets it wait again.
pub(crate) fn reopen(tx: &mut Tx<'_>, place: PlaceId, id: Id<Delivery>) -> Result<(), DatabaseError> {
    tx.run(&REOPEN, &params![place, id])?;
    Ok(())
}

fn all(rows: Vec<DeliveryRow>) -> Result<Vec<Delivery>, DatabaseError> {
    rows.into_iter().map(Delivery::try_from).collect()
}

impl TryFrom<DeliveryRow> for Delivery {
    type Error = DatabaseError;

    fn try_from(row: DeliveryRow) -> Result<Self, DatabaseError> {
        let (by, taken_by) = (row.ended_by, row.taken_by);
        Ok(Self {
            id: row.id,
            addressee: party(row.person_id, row.organisation_id)?,
            kind: row.kind,
            quantity: row.quantity,
            sender: row.sender,
            kept_at: row.kept_at,
            arrived_at: row.arrived_at,
            received_by: row.received_by,
            told_at: row.told_at,
            reminders: row.reminders,
            ended: row.ended_at.zip(row.ending).map(|(at, how)| Ended {
                at,
                how,
                by,
                taken_by,
            }),
        })
    }
}

/// How many letters and parcels wait for a person.
pub(crate) fn waiting_for_person(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
) -> Result<i64, DatabaseError> {
    Ok(tx.one(&WAITING_FOR_PERSON, &params![place, person])?.waiting)
}

/// Forgets what was handed over, sent back or mistaken before a moment, and says how much that was.
pub(crate) fn forget_ended(tx: &mut Tx<'_>, place: PlaceId, before: Instant) -> Result<u64, DatabaseError> {
    tx.run(&FORGET, &params![place, before])
}
