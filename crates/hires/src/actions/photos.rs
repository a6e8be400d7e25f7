//! Photographs of how spaces were found. They prove what a deposit was settled by: from then on they stay as they are.

use super::{SOURCE, at, known, known_to_read};
use crate::permissions::CHECK;
use crate::rules::hire::{At, Hire, HireRefused, HireState};
use crate::store::checks;
use kernel::{Actor, Id};
use platform::activity::Subject;
use platform::database::Tx;
use platform::photos::{self, Photo, PhotoId, PhotoRefused, Prepared};
use platform::{Failure, Fault};

/// The photographs of a hire.
pub(crate) struct Album {
    /// Whose hire it is.
    pub(crate) name: String,
    pub(crate) photos: Vec<Photo>,
    /// Whether the deposit is settled.
    pub(crate) settled: bool,
}

/// The photographs of an accepted hire.
///
/// # Errors
/// [`Fault::NotFound`] when there is no such hire.
pub(crate) fn album(tx: &mut Tx<'_>, actor: &Actor, id: Id<Hire>) -> Result<Album, Fault> {
    let hire = seen(tx, actor, id)?;
    let organisation = hire.asked.organisation.as_ref();
    Ok(Album {
        name: organisation.map_or_else(|| hire.asked.name.full(), |(name, _)| name.to_string()),
        photos: photos::of(tx, actor.place, Subject::new(SOURCE, id))?,
        settled: is_settled(tx, actor, id)?,
    })
}

/// The bytes of a photograph.
///
/// # Errors
/// As [`album`].
pub(crate) fn file(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<Hire>,
    name: &str,
) -> Result<Option<Vec<u8>>, Fault> {
    seen(tx, actor, id)?;
    Ok(photos::file(tx, actor.place, Subject::new(SOURCE, id), name)?)
}

/// Adds a photograph, until the deposit is settled.
///
/// # Errors
/// [`At`]: the deposit is settled, too many photographs, no words for who does not see it; [`Fault::NotFound`].
pub fn add_photo(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<Hire>,
    alternative: &str,
    prepared: &Prepared,
) -> Result<PhotoId, Failure<At>> {
    changeable(tx, actor, id)?;
    photos::add(tx, actor, Subject::new(SOURCE, id), alternative, prepared).map_err(|failure| {
        failure.map(|refusal| match refusal {
            PhotoRefused::Alternative => At::new("alternative", refusal),
            _ => At::new("photo", refusal),
        })
    })
}

/// Removes a photograph for good, until the deposit is settled.
///
/// # Errors
/// [`At`]: the deposit is settled; [`Fault::NotFound`].
pub fn remove_photo(tx: &mut Tx<'_>, actor: &Actor, id: Id<Hire>, photo: PhotoId) -> Result<(), Failure<At>> {
    changeable(tx, actor, id)?;
    Ok(photos::remove(tx, actor.place, Subject::new(SOURCE, id), photo)?)
}

fn seen(tx: &mut Tx<'_>, actor: &Actor, id: Id<Hire>) -> Result<Hire, Fault> {
    actor.require(CHECK)?;
    let hire = known_to_read(tx, actor.place, id)?;
    match hire.state {
        HireState::Accepted => Ok(hire),
        _ => Err(Fault::NotFound),
    }
}

/// Holds the hire, so that nobody settles its deposit meanwhile.
fn changeable(tx: &mut Tx<'_>, actor: &Actor, id: Id<Hire>) -> Result<(), Failure<At>> {
    seen(tx, actor, id)?;
    known(tx, actor.place, id)?;
    if is_settled(tx, actor, id)? {
        return Err(at("photo", HireRefused::Settled));
    }
    Ok(())
}

fn is_settled(tx: &mut Tx<'_>, actor: &Actor, id: Id<Hire>) -> Result<bool, Fault> {
    let deposit = checks::deposit(tx, actor.place, id)?;
    Ok(deposit.is_some_and(|deposit| deposit.settled.is_some()))
}
