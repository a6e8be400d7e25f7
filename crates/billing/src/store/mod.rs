//! The SQL of billing, and the rows that become its types.

pub(crate) mod allocations;
pub(crate) mod charges;
pub(crate) mod checks;
pub(crate) mod customers;
pub(crate) mod invoice_list;
pub(crate) mod invoice_rows;
pub(crate) mod invoices;
pub(crate) mod months;
pub(crate) mod payments;
pub(crate) mod prices;
pub(crate) mod products;
pub(crate) mod quote_deadlines;
pub(crate) mod quote_drafts;
pub(crate) mod quote_keys;
pub(crate) mod quote_list;
pub(crate) mod quotes;
pub(crate) mod revenue;
pub(crate) mod runs;
pub(crate) mod sellers;
mod values;
pub(crate) mod vat_rates;

use platform::failure::Fault;

/// A stored row that says what it may not.
fn broken(what: &str, id: i64, why: impl std::fmt::Display) -> Fault {
    Fault::Internal(format!("{what} {id}: {why}"))
}
