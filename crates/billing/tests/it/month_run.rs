//! The month's run: prepared, reviewed, issued, resumed.

mod drafts;
mod issue;
mod review;

use crate::world::{House, month};
use billing::{BeforeBilling, InvoiceHead, RunRefusal};
use kernel::CustomerId;
use platform::Failure;

const JUNE: &str = "2026-06";

fn review(house: &House, of: &'static str) -> billing::Review {
    let today = house.place.zone.day_of(house.db.clock().now());
    house.read(move |tx, place| billing::review(tx, place, month(of), today))
}

fn camille_and_noa(house: &House) -> (CustomerId, CustomerId) {
    (
        house.customer_named("Camille", "Durand"),
        house.customer_named("Noa", "Albert"),
    )
}

fn invoices(house: &House) -> Vec<InvoiceHead> {
    house.read(billing::issued_invoices)
}

fn prepare(house: &House, of: &'static str) -> Result<(), Failure<RunRefusal>> {
    house.attempt(&house.system(), move |tx, actor| {
        billing::prepare_month(tx, actor, month(of), &BeforeBilling::default())
    })
}
