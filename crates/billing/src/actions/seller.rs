//! The place as a seller.

use crate::WRITE;
use crate::rules::seller::{Seller, SellerRefusal};
use crate::store::sellers;
use kernel::{Actor, Day};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::failure::Failure;
use serde_json::json;

/// Says what the seller is from a day on. What was issued keeps what held then.
///
/// # Errors
/// [`SellerRefusal`] when something is not as the law wants it.
pub fn set_seller(
    tx: &mut Tx<'_>,
    actor: &Actor,
    seller: &Seller,
    from: Day,
) -> Result<(), Failure<SellerRefusal>> {
    actor.require(WRITE)?;
    seller.check().map_err(Failure::Refused)?;
    sellers::put(tx, actor.place, from, seller)?;
    let detail = json!({ "from": from, "name": seller.legal_name });
    activity::record(
        tx,
        actor,
        "seller.changed",
        Subject::new("seller", actor.place),
        detail,
    )?;
    Ok(())
}
