//! How much people used the place, counted.

use kernel::{CustomerId, Days, Period, PersonId, PlaceId};
use platform::database::{DatabaseError, ToValue, Tx, batches, row, statement};

row! {
    struct DaysRow {
        person_id: PersonId,
        days: i64,
    }

    struct BookingsRow {
        person_id: PersonId,
        bookings: i64,
        minutes: i64,
    }
}

statement! {
    DAYS -> DaysRow = "
        select person_id, count(distinct day) as days
        from check_in
        where place_id = $1 and cancelled_at is null and day >= $66 and day <= $67 and person_id in (
            $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
            $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33,
            $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49,
            $50, $51, $52, $53, $54, $55, $56, $57, $58, $59, $60, $61, $62, $63, $64, $65)
        group by person_id
        order by person_id";

    BOOKINGS -> BookingsRow = "
        select person_id, count(*) as bookings, cast(sum((ends_at - starts_at) / 60000000) as bigint) as minutes
        from booking
        where place_id = $1 and starts_at >= $66 and starts_at < $67 and customer_id = $68
            and state in ('confirmed', 'checked_in', 'done') and person_id in (
            $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
            $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33,
            $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49,
            $50, $51, $52, $53, $54, $55, $56, $57, $58, $59, $60, $61, $62, $63, $64, $65)
        group by person_id
        order by person_id";
}

/// On how many of these days each of these persons came; nobody who did not.
///
/// # Errors
/// As the database says.
pub fn days_present(
    tx: &mut Tx<'_>,
    place: PlaceId,
    persons: &[PersonId],
    days: Days,
) -> Result<Vec<(PersonId, i64)>, DatabaseError> {
    let mut found = Vec::new();
    for mut values in batches(place, persons) {
        values.extend([days.first().to_value(), days.last().to_value()]);
        let rows = tx.all(&DAYS, &values)?;
        found.extend(rows.into_iter().map(|row| (row.person_id, row.days)));
    }
    Ok(found)
}

/// How many bookings each of these persons made that begin in a span and that this customer pays, and for how many minutes.
///
/// # Errors
/// As the database says.
pub fn bookings_paid_by(
    tx: &mut Tx<'_>,
    place: PlaceId,
    persons: &[PersonId],
    customer: CustomerId,
    span: Period,
) -> Result<Vec<(PersonId, i64, i64)>, DatabaseError> {
    let mut found = Vec::new();
    for mut values in batches(place, persons) {
        values.extend([
            span.start().to_value(),
            span.end().to_value(),
            customer.to_value(),
        ]);
        let rows = tx.all(&BOOKINGS, &values)?;
        found.extend(
            rows.into_iter()
                .map(|row| (row.person_id, row.bookings, row.minutes)),
        );
    }
    Ok(found)
}
