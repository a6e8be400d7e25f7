//! Files that left the house or came into it, kept as they were.
//!
//! A document never changes: what is stored is what will be read in ten years, and its hash says so.

use crate::activity::Subject;
use crate::database::{Tx, batches, params, row, statement};
use crate::failure::{Fault, OrNotFound};
use crate::verify::Report;
use data_encoding::HEXLOWER;
use kernel::{DocumentId, Id, Instant, PlaceId};
use sha2::{Digest, Sha256};

/// A stored file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Which one.
    pub id: DocumentId,
    /// What it is, for who lists them: `invoice`.
    pub kind: String,
    /// The name it is saved under.
    pub filename: String,
    /// Its media type: `application/pdf`.
    pub media_type: String,
    /// Its content.
    pub bytes: Vec<u8>,
    /// When it was stored.
    pub created_at: Instant,
}

row! {
    struct DocumentRow {
        id: DocumentId,
        kind: String,
        filename: String,
        media_type: String,
        content: Vec<u8>,
        sha256: String,
        created_at: Instant,
    }

    struct IdRow {
        id: DocumentId,
    }
}

statement! {
    STORE = "
        insert into document (
            place_id, id, kind, filename, media_type, sha256, content, subject_kind, subject_id, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

    GET -> DocumentRow = "
        select id, kind, filename, media_type, content, sha256, created_at
        from document
        where place_id = $1 and id = $2";

    // Sixty-four things at a time: the last ones repeat when there are fewer.
    FORGET = "
        delete from document
        where place_id = $1 and subject_kind = $66 and subject_id in (
            $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
            $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33,
            $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49,
            $50, $51, $52, $53, $54, $55, $56, $57, $58, $59, $60, $61, $62, $63, $64, $65)";

    AFTER -> IdRow = "
        select id
        from document
        where place_id = $1 and id > $2
        order by id
        limit 1000";
}

/// A file to be stored.
#[derive(Debug, Clone, Copy)]
pub struct NewDocument<'a> {
    /// What it is: `invoice`.
    pub kind: &'a str,
    /// The name it is saved under.
    pub filename: &'a str,
    /// Its media type.
    pub media_type: &'a str,
    /// Its content.
    pub bytes: &'a [u8],
    /// The thing it is about.
    pub subject: Subject,
}

/// Stores a file of a place for good.
///
/// # Errors
/// As the database says.
pub fn store(tx: &mut Tx<'_>, place: PlaceId, new: &NewDocument<'_>) -> Result<DocumentId, Fault> {
    let id: DocumentId = tx.new_id();
    let values = params![
        place,
        id,
        new.kind,
        new.filename,
        new.media_type,
        sha256(new.bytes),
        new.bytes,
        new.subject.kind,
        new.subject.id,
        tx.now()
    ];
    tx.run(&STORE, &values)?;
    Ok(id)
}

/// Reads a file of a place.
///
/// # Errors
/// [`Fault::NotFound`] when there is none; [`Fault::Internal`] when its content is no longer what was stored.
pub fn get(tx: &mut Tx<'_>, place: PlaceId, id: DocumentId) -> Result<Document, Fault> {
    let row = tx.optional(&GET, &params![place, id])?.or_not_found()?;
    if sha256(&row.content) != row.sha256 {
        return Err(Fault::Internal(format!("document {id} is not what was stored")));
    }
    Ok(Document {
        id: row.id,
        kind: row.kind,
        filename: row.filename,
        media_type: row.media_type,
        bytes: row.content,
        created_at: row.created_at,
    })
}

/// Forgets the files about these things of one kind: what names somebody who is erased. No register holds them.
///
/// # Errors
/// As the database says.
pub fn forget<T>(tx: &mut Tx<'_>, place: PlaceId, kind: &str, things: &[Id<T>]) -> Result<(), Fault> {
    for mut values in batches(place, things) {
        values.extend(params![kind]);
        tx.run(&FORGET, &values)?;
    }
    Ok(())
}

/// Checks that every file is what was stored, one at a time: together they may exceed the memory.
pub(crate) fn check(tx: &mut Tx<'_>, place: PlaceId, report: &mut Report) -> Result<(), Fault> {
    let mut after = DocumentId::from_i64(i64::MIN);
    loop {
        let page = tx.all(&AFTER, &params![place, after])?;
        let Some(last) = page.last() else {
            return Ok(());
        };
        after = last.id;
        report.checked("verify-documents", page.len());
        for IdRow { id } in page {
            if get(tx, place, id).is_err() {
                report.fault("verify-documents", id.to_string());
            }
        }
    }
}

fn sha256(bytes: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(bytes))
}
