//! The numbers by which persons are known at doors.

use crate::rules::door_number::DoorNumber;
use kernel::{PersonId, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement, text_value};

text_value!(DoorNumber);

/// Refuses one number for two persons.
pub(crate) const UNIQUE: &str = "door_number_unique";

row! {
    struct PersonRow {
        person_id: PersonId,
    }

    struct NumberRow {
        number: DoorNumber,
    }
}

statement! {
    BY_NUMBER -> PersonRow = "
        select person_id
        from door_number
        where place_id = $1 and number = $2";

    OF_PERSON -> NumberRow = "
        select number
        from door_number
        where place_id = $1 and person_id = $2";

    KEEP = "
        insert into door_number (place_id, person_id, number, made_at)
        values ($1, $2, $3, $4)
        on conflict (place_id, person_id) do update set number = $3, made_at = $4";
}

/// Whose number it is.
///
/// # Errors
/// As the database says, here and below.
pub fn holder(
    tx: &mut Tx<'_>,
    place: PlaceId,
    number: &DoorNumber,
) -> Result<Option<PersonId>, DatabaseError> {
    let row = tx.optional(&BY_NUMBER, &params![place, number])?;
    Ok(row.map(|row| row.person_id))
}

/// The number of a person, once one was made.
///
/// # Errors
/// As the database says.
pub fn of_person(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
) -> Result<Option<DoorNumber>, DatabaseError> {
    let row = tx.optional(&OF_PERSON, &params![place, person])?;
    Ok(row.map(|row| row.number))
}

pub(crate) fn keep(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    number: &DoorNumber,
) -> Result<(), DatabaseError> {
    let now = tx.now();
    tx.run(&KEEP, &params![place, person, number, now])?;
    Ok(())
}
