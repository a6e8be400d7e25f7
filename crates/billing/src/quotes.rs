//! Quotes, for the capabilities that lead to them.

use crate::rules::charge::Source;
use crate::rules::quote::{Conditions, Quote};
use crate::rules::quote_head::{QuoteHead, QuoteQuery};
use crate::rules::seller::Seller;
use crate::{documents, store};
use kernel::{Day, Id, PlaceId};
use platform::database::Tx;
use platform::failure::{Fault, OrNotFound};
use platform::place::Place;

/// One quote.
///
/// # Errors
/// [`Fault::NotFound`] when there is none.
pub fn quote(tx: &mut Tx<'_>, place: PlaceId, id: Id<Quote>) -> Result<Quote, Fault> {
    store::quotes::find(tx, place, id)?.or_not_found()
}

/// The quotes that something led to, the newest first.
///
/// # Errors
/// As the database says.
pub fn quotes_of(tx: &mut Tx<'_>, place: PlaceId, source: &Source) -> Result<Vec<Quote>, Fault> {
    store::quotes::of_source(tx, place, source)
}

/// One page of all quotes, the newest first, and how many there are.
///
/// # Errors
/// As the database says.
pub fn quotes_found(
    tx: &mut Tx<'_>,
    place: PlaceId,
    query: &QuoteQuery,
) -> Result<(Vec<QuoteHead>, i64), Fault> {
    let found = store::quote_list::search(tx, place, query)?;
    Ok((found, store::quote_list::count(tx, place, query)?))
}

/// Drops the drafts that something led to, and says how many there were. What was sent stays.
///
/// # Errors
/// As the database says.
pub fn drop_quote_drafts(tx: &mut Tx<'_>, place: PlaceId, source: &Source) -> Result<u64, Fault> {
    Ok(store::quote_drafts::drop_of(tx, place, source)?)
}

/// The quote that a secret shows; none when it is none of ours.
///
/// # Errors
/// As the database says.
pub fn quote_by_key(
    tx: &mut Tx<'_>,
    place: PlaceId,
    secret: &people::TokenHash,
) -> Result<Option<Id<Quote>>, Fault> {
    Ok(store::quote_keys::by_key(tx, place, secret.as_str())?)
}

/// Lets whoever holds the secret of this hash read and answer a quote. The caller sends it to its customer.
///
/// # Errors
/// As the database says.
pub fn give_quote_key(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Quote>,
    secret: &people::TokenHash,
) -> Result<(), Fault> {
    Ok(store::quote_keys::keep_key(tx, place, secret.as_str(), id)?)
}

/// Quotes whose last day was before `today`, not noted as over yet: a hundred at most.
///
/// # Errors
/// As the database says.
pub fn quotes_over(tx: &mut Tx<'_>, place: PlaceId, today: Day) -> Result<Vec<Id<Quote>>, Fault> {
    Ok(store::quote_deadlines::over(tx, place, today)?)
}

/// Quotes to remind of, whose last day is `near` at the latest: a hundred at most.
///
/// # Errors
/// As the database says.
pub fn quotes_to_remind(
    tx: &mut Tx<'_>,
    place: PlaceId,
    (today, near): (Day, Day),
) -> Result<Vec<Id<Quote>>, Fault> {
    Ok(store::quote_deadlines::to_remind(tx, place, (today, near))?)
}

/// The general conditions of quotes sent from now on.
///
/// # Errors
/// As the database says.
pub fn conditions_in_force(tx: &mut Tx<'_>, place: PlaceId) -> Result<Option<Conditions>, Fault> {
    Ok(store::quote_keys::conditions_in_force(tx, place)?)
}

/// Some general conditions, as they were published.
///
/// # Errors
/// [`Fault::NotFound`] when there are none.
pub fn conditions(tx: &mut Tx<'_>, place: PlaceId, id: Id<Conditions>) -> Result<Conditions, Fault> {
    store::quote_keys::conditions(tx, place, id)?.or_not_found()
}

/// A quote as the press prints it, with every word it says. A draft is printed as of today, by the seller of today.
#[must_use]
pub fn printable_quote(
    quote: &Quote,
    place: &Place,
    conditions: Option<&Conditions>,
    (seller, today): (&Seller, Day),
) -> press::Quote {
    documents::quote_pdf::printable(quote, place, conditions, (seller, today))
}

/// The name of the file of a quote: `devis-D-2026-000012.pdf`.
#[must_use]
pub fn quote_filename(quote: &Quote) -> String {
    documents::quote_pdf::filename(quote)
}
