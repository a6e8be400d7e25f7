//! Offers that the page for everybody does not propose.

use crate::rules::offer::{Offer, OfferKind};
use kernel::PlaceId;
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct WithheldRow {
        offer_kind: OfferKind,
        offer_id: i64,
    }
}

statement! {
    ALL -> WithheldRow = "
        select offer_kind, offer_id
        from offer_withheld
        where place_id = $1
        order by offer_kind, offer_id";

    CLEAR = "delete from offer_withheld where place_id = $1";

    INSERT = "
        insert into offer_withheld (place_id, offer_kind, offer_id)
        values ($1, $2, $3)
        on conflict (place_id, offer_kind, offer_id) do nothing";
}

/// The offers withheld.
pub(crate) fn all(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Offer>, DatabaseError> {
    let rows = tx.all(&ALL, &params![place])?;
    Ok(rows
        .into_iter()
        .map(|row| Offer::of(row.offer_kind, row.offer_id))
        .collect())
}

/// Withholds these offers and no other.
pub(crate) fn keep(tx: &mut Tx<'_>, place: PlaceId, offers: &[Offer]) -> Result<(), DatabaseError> {
    tx.run(&CLEAR, &params![place])?;
    for offer in offers {
        let (kind, id) = offer.stored();
        tx.run(&INSERT, &params![place, kind, id])?;
    }
    Ok(())
}
