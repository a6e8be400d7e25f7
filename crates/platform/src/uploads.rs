//! Files that somebody handed in and that wait to be read: kept until the work on them is done, then forgotten.
//!
//! A file is found again only in its own place. It may hold the details of many people, so it never outlives its use: who
//! keeps one forgets it, and [`forget_older_than`] sweeps away those that were left behind.

use crate::database::{DatabaseError, Tx, params, row, statement};
use crate::failure::Fault;
use kernel::{Actor, Id, Instant, PlaceId};

/// What upload identifiers are identifiers of.
#[derive(Debug)]
pub enum UploadMark {}

/// The identifier of an upload.
pub type UploadId = Id<UploadMark>;

/// A file handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    /// Its name on the person's machine; never to be used as a path.
    pub filename: String,
    /// Its content, byte for byte.
    pub content: Vec<u8>,
}

row! {
    struct UploadRow {
        filename: String,
        content: Vec<u8>,
    }
}

statement! {
    KEEP = "
        insert into upload (place_id, id, account_id, filename, content, created_at)
        values ($1, $2, $3, $4, $5, $6)";

    FIND -> UploadRow = "
        select filename, content
        from upload
        where place_id = $1 and id = $2";

    FORGET = "
        delete from upload
        where place_id = $1 and id = $2";

    FORGET_OLDER = "
        delete from upload
        where place_id = $1 and created_at < $2";
}

/// Keeps a file for the actor.
///
/// # Errors
/// [`Fault::Forbidden`] when nobody is signed in: a visitor has nothing to hand in.
pub fn keep(tx: &mut Tx<'_>, actor: &Actor, filename: &str, content: &[u8]) -> Result<UploadId, Fault> {
    let account = actor.account.ok_or(Fault::Forbidden)?;
    let id = tx.new_id();
    let values = params![actor.place, id, account, filename, content, tx.now()];
    tx.run(&KEEP, &values)?;
    Ok(id)
}

/// The file, unless it was forgotten.
///
/// # Errors
/// As the database says, here and below.
pub fn find(tx: &mut Tx<'_>, place: PlaceId, id: UploadId) -> Result<Option<Upload>, DatabaseError> {
    let row = tx.optional(&FIND, &params![place, id])?;
    Ok(row.map(|row| Upload {
        filename: row.filename,
        content: row.content,
    }))
}

/// Forgets a file; one that is gone already stays so.
///
/// # Errors
/// As the database says.
pub fn forget(tx: &mut Tx<'_>, place: PlaceId, id: UploadId) -> Result<(), DatabaseError> {
    tx.run(&FORGET, &params![place, id])?;
    Ok(())
}

/// Forgets every file handed in before `moment`, and says how many there were.
///
/// # Errors
/// As the database says.
pub fn forget_older_than(tx: &mut Tx<'_>, place: PlaceId, moment: Instant) -> Result<u64, DatabaseError> {
    tx.run(&FORGET_OLDER, &params![place, moment])
}
