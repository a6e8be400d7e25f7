//! Words between a customer and the place.

use crate::rules::hire::{Hire, Message};
use kernel::{Id, Instant, PersonId, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct MessageRow {
        id: Id<Message>,
        from_customer: bool,
        body: String,
        written_at: Instant,
        written_by: Option<PersonId>,
    }
}

statement! {
    INSERT = "
        insert into exclusive_hire_message (place_id, id, hire_id, from_customer, body, written_at, written_by)
        values ($1, $2, $3, $4, $5, $6, $7)";

    OF_HIRE -> MessageRow = "
        select id, from_customer, body, written_at, written_by
        from exclusive_hire_message
        where place_id = $1 and hire_id = $2
        order by written_at, id
        limit 200";
}

pub(crate) fn insert(
    tx: &mut Tx<'_>,
    place: PlaceId,
    hire: Id<Hire>,
    message: &Message,
) -> Result<(), DatabaseError> {
    let values = params![
        place,
        message.id,
        hire,
        message.from_customer,
        message.body.as_str(),
        message.written_at,
        message.by
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

/// What was written, the oldest first.
pub(crate) fn of_hire(
    tx: &mut Tx<'_>,
    place: PlaceId,
    hire: Id<Hire>,
) -> Result<Vec<Message>, DatabaseError> {
    let rows = tx.all(&OF_HIRE, &params![place, hire])?;
    let read = rows.into_iter().map(|row| Message {
        id: row.id,
        from_customer: row.from_customer,
        body: row.body,
        written_at: row.written_at,
        by: row.written_by,
    });
    Ok(read.collect())
}
