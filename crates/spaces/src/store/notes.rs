//! What is said of a space beside what it is.

use crate::rules::resource::{ResourceId, ResourceNotes};
use kernel::PlaceId;
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct NotesRow {
        access: String,
        instructions: String,
    }
}

statement! {
    FIND -> NotesRow = "
        select access, instructions
        from resource_notes
        where place_id = $1 and resource_id = $2";

    KEEP = "
        insert into resource_notes (place_id, resource_id, access, instructions)
        values ($1, $2, $3, $4)
        on conflict (place_id, resource_id) do update set access = $3, instructions = $4";
}

/// What is said of a space; nothing while nobody said anything.
///
/// # Errors
/// As the database says.
pub fn of(tx: &mut Tx<'_>, place: PlaceId, id: ResourceId) -> Result<ResourceNotes, DatabaseError> {
    let row = tx.optional(&FIND, &params![place, id])?;
    Ok(row.map_or_else(ResourceNotes::default, |row| ResourceNotes {
        access: row.access,
        instructions: row.instructions,
    }))
}

pub(crate) fn keep(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: ResourceId,
    notes: &ResourceNotes,
) -> Result<(), DatabaseError> {
    tx.run(&KEEP, &params![place, id, notes.access, notes.instructions])?;
    Ok(())
}
