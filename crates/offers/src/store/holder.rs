//! The row that makes the acts on one person's passes and contracts wait for one another.

use kernel::{PersonId, PlaceId};
use platform::Fault;
use platform::database::{Tx, params, row, statement};

row! {
    struct HolderRow {
        person_id: PersonId,
    }
}

statement! {
    ENSURE = "
        insert into holder (place_id, person_id)
        values ($1, $2)
        on conflict (place_id, person_id) do nothing";

    LOCK -> HolderRow = "
        select person_id
        from holder
        where place_id = $1 and person_id = $2
        for update";
}

/// Waits for the other acts on what this person holds, and keeps those that come later waiting until this one is over.
///
/// Call it before reading anything that the act depends on.
///
/// # Errors
/// [`Fault::NotFound`] when the place knows no such person.
pub(crate) fn lock(tx: &mut Tx<'_>, place: PlaceId, person: PersonId) -> Result<(), Fault> {
    if people::person(tx, place, person)?.is_none() {
        return Err(Fault::NotFound);
    }
    tx.run(&ENSURE, &params![place, person])?;
    let locked = tx.one(&LOCK, &params![place, person])?;
    debug_assert_eq!(locked.person_id, person);
    Ok(())
}
