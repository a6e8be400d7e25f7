//! Photographs as rows.

use super::{Photo, PhotoId, PhotoRefused, Prepared, Shown};
use crate::activity::Subject;
use crate::database::{DatabaseError, Tx, batches, params, row, statement};
use crate::failure::{Failure, Fault, OrNotFound};
use data_encoding::HEXLOWER;
use kernel::{Actor, Id, PlaceId};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The most photographs of one thing.
pub const MOST: usize = 12;
/// The most characters of what a photograph shows.
const LONGEST_ALTERNATIVE: usize = 300;

row! {
    struct SizeRow {
        id: PhotoId,
        subject_id: i64,
        alternative: String,
        width: i64,
        height: i64,
        hash: String,
    }

    struct OrderRow {
        id: PhotoId,
        position: i64,
    }

    struct ContentRow {
        content: Vec<u8>,
    }
}

statement! {
    OF -> SizeRow = "
        select photo.id, photo.subject_id, photo.alternative, photo_size.width, photo_size.height, photo_size.hash
        from photo
        join photo_size on photo_size.place_id = photo.place_id and photo_size.photo_id = photo.id
        where photo.place_id = $1 and photo.subject_kind = $2 and photo.subject_id = $3
        order by photo.position, photo.id, photo_size.width";

    OF_MANY -> SizeRow = "
        select photo.id, photo.subject_id, photo.alternative, photo_size.width, photo_size.height, photo_size.hash
        from photo
        join photo_size on photo_size.place_id = photo.place_id and photo_size.photo_id = photo.id
        where photo.place_id = $1 and photo.subject_kind = $66 and photo.subject_id in (
            $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25,
            $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48,
            $49, $50, $51, $52, $53, $54, $55, $56, $57, $58, $59, $60, $61, $62, $63, $64, $65)
        order by photo.position, photo.id, photo_size.width";

    ORDER -> OrderRow = "
        select id, position
        from photo
        where place_id = $1 and subject_kind = $2 and subject_id = $3
        order by position, id
        for update";

    CONTENT -> ContentRow = "
        select photo_size.content
        from photo
        join photo_size on photo_size.place_id = photo.place_id and photo_size.photo_id = photo.id
        where photo.place_id = $1 and photo.subject_kind = $2 and photo.subject_id = $3 and photo_size.hash = $4
        limit 1";

    INSERT = "
        insert into photo (place_id, id, subject_kind, subject_id, position, alternative, created_at, created_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";

    INSERT_SIZE = "
        insert into photo_size (place_id, photo_id, width, height, hash, content)
        values ($1, $2, $3, $4, $5, $6)";

    DESCRIBE = "
        update photo
        set alternative = $5
        where place_id = $1 and subject_kind = $2 and subject_id = $3 and id = $4";

    PLACE_AT = "
        update photo
        set position = $3
        where place_id = $1 and id = $2";

    REMOVE_SIZES = "
        delete from photo_size
        where place_id = $1 and photo_id = $2";

    REMOVE = "
        delete from photo
        where place_id = $1 and id = $2";

    HAND_OVER = "
        update photo
        set subject_id = $4
        where place_id = $1 and subject_kind = $2 and subject_id = $3";
}

/// The photographs of a thing, in their order.
///
/// # Errors
/// As the database says, here and below.
pub fn of(tx: &mut Tx<'_>, place: PlaceId, subject: Subject) -> Result<Vec<Photo>, DatabaseError> {
    let rows = tx.all(&OF, &params![place, subject.kind, subject.id])?;
    Ok(gathered(rows).into_iter().map(|(_, photo)| photo).collect())
}

/// The first photograph of each of these things that has one.
///
/// # Errors
/// As the database says.
pub fn first_of<T>(
    tx: &mut Tx<'_>,
    place: PlaceId,
    kind: &'static str,
    ids: &[Id<T>],
) -> Result<BTreeMap<i64, Photo>, DatabaseError> {
    use crate::database::ToValue;
    let mut first = BTreeMap::new();
    for mut batch in batches(place, ids) {
        batch.push(kind.to_value());
        for (subject, photo) in gathered(tx.all(&OF_MANY, &batch)?) {
            first.entry(subject).or_insert(photo);
        }
    }
    Ok(first)
}

/// Rows of sizes as photographs with their subjects; the sizes of one follow one another.
fn gathered(rows: Vec<SizeRow>) -> Vec<(i64, Photo)> {
    let mut photos: Vec<(i64, Photo)> = Vec::new();
    for row in rows {
        let size = Shown {
            width: row.width,
            height: row.height,
            hash: row.hash,
        };
        match photos.last_mut() {
            Some((_, photo)) if photo.id == row.id => photo.sizes.push(size),
            _ => photos.push((
                row.subject_id,
                Photo {
                    id: row.id,
                    alternative: row.alternative,
                    sizes: vec![size],
                },
            )),
        }
    }
    photos
}

/// The bytes of one size, by the last part of its address (`HASH.jpg`), if it is of this thing.
///
/// # Errors
/// As the database says.
pub fn file(
    tx: &mut Tx<'_>,
    place: PlaceId,
    subject: Subject,
    name: &str,
) -> Result<Option<Vec<u8>>, DatabaseError> {
    let Some(hash) = name.strip_suffix(".jpg") else {
        return Ok(None);
    };
    let row = tx.optional(&CONTENT, &params![place, subject.kind, subject.id, hash])?;
    Ok(row.map(|row| row.content))
}

/// Keeps a photograph behind those that the thing has. Whoever calls has asked whether the actor may.
///
/// # Errors
/// [`PhotoRefused`] when nothing says what it shows, or the thing has as many as it may.
pub fn add(
    tx: &mut Tx<'_>,
    actor: &Actor,
    subject: Subject,
    alternative: &str,
    prepared: &Prepared,
) -> Result<PhotoId, Failure<PhotoRefused>> {
    let alternative = said(alternative).map_err(Failure::Refused)?;
    let known = tx.all(&ORDER, &params![actor.place, subject.kind, subject.id])?;
    if known.len() >= MOST {
        return Err(Failure::Refused(PhotoRefused::TooMany));
    }
    let id: PhotoId = tx.new_id();
    let position = known.last().map_or(0, |last| last.position.saturating_add(1));
    let values = params![
        actor.place,
        id,
        subject.kind,
        subject.id,
        position,
        alternative,
        tx.now(),
        actor.account
    ];
    tx.run(&INSERT, &values)?;
    for size in &prepared.sizes {
        let hash: String = HEXLOWER
            .encode(&Sha256::digest(&size.content))
            .chars()
            .take(32)
            .collect();
        let values = params![actor.place, id, size.width, size.height, hash, size.content];
        tx.run(&INSERT_SIZE, &values)?;
    }
    Ok(id)
}

/// Says anew what a photograph shows.
///
/// # Errors
/// [`PhotoRefused::Alternative`]; [`Fault::NotFound`] when the thing has no such photograph.
pub fn describe(
    tx: &mut Tx<'_>,
    place: PlaceId,
    subject: Subject,
    id: PhotoId,
    alternative: &str,
) -> Result<(), Failure<PhotoRefused>> {
    let alternative = said(alternative).map_err(Failure::Refused)?;
    let changed = tx.run(
        &DESCRIBE,
        &params![place, subject.kind, subject.id, id, alternative],
    )?;
    if changed == 0 {
        return Err(Failure::Fault(Fault::NotFound));
    }
    Ok(())
}

/// Puts a photograph one place further to the front; the first stays where it is.
///
/// # Errors
/// [`Fault::NotFound`] when the thing has no such photograph.
pub fn raise(tx: &mut Tx<'_>, place: PlaceId, subject: Subject, id: PhotoId) -> Result<(), Fault> {
    let mut order: Vec<PhotoId> = tx
        .all(&ORDER, &params![place, subject.kind, subject.id])?
        .into_iter()
        .map(|row| row.id)
        .collect();
    let at = order.iter().position(|one| *one == id).or_not_found()?;
    if at > 0 {
        order.swap(at, at - 1);
    }
    for (position, one) in (0_i64..).zip(order) {
        tx.run(&PLACE_AT, &params![place, one, position])?;
    }
    Ok(())
}

/// Removes a photograph for good.
///
/// # Errors
/// [`Fault::NotFound`] when the thing has no such photograph.
pub fn remove(tx: &mut Tx<'_>, place: PlaceId, subject: Subject, id: PhotoId) -> Result<(), Fault> {
    let known = tx.all(&ORDER, &params![place, subject.kind, subject.id])?;
    known.iter().find(|row| row.id == id).or_not_found()?;
    tx.run(&REMOVE_SIZES, &params![place, id])?;
    tx.run(&REMOVE, &params![place, id])?;
    Ok(())
}

/// Removes every photograph of a thing: who it shows asked for it, or another takes its place.
///
/// # Errors
/// As the database says.
pub fn drop_all(tx: &mut Tx<'_>, place: PlaceId, subject: Subject) -> Result<(), Fault> {
    for row in tx.all(&ORDER, &params![place, subject.kind, subject.id])? {
        tx.run(&REMOVE_SIZES, &params![place, row.id])?;
        tx.run(&REMOVE, &params![place, row.id])?;
    }
    Ok(())
}

/// What a photograph shows, in one line.
fn said(alternative: &str) -> Result<String, PhotoRefused> {
    let line = alternative.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.is_empty() || line.chars().count() > LONGEST_ALTERNATIVE || line.chars().any(char::is_control) {
        return Err(PhotoRefused::Alternative);
    }
    Ok(line)
}

/// The photographs of one thing are those of another: they are the same.
///
/// # Errors
/// As the database says.
pub fn hand_over(tx: &mut Tx<'_>, place: PlaceId, kind: &str, (kept, gone): (i64, i64)) -> Result<(), Fault> {
    tx.run(&HAND_OVER, &params![place, kind, gone, kept])?;
    Ok(())
}
