//! What a house still needs before it can book, welcome and bill, in the order in which it is easiest done.

use kernel::Actor;
use platform::Fault;
use platform::database::Tx;

/// One thing to do.
pub(super) struct Step {
    /// Message key of what to do; with `-text` after it, of why.
    pub(super) key: &'static str,
    /// Where it is done.
    pub(super) href: &'static str,
    /// Whether it is done.
    pub(super) done: bool,
}

impl Step {
    pub(super) fn text_key(&self) -> String {
        format!("{}-text", self.key)
    }
}

/// Every first step of a house.
///
/// # Errors
/// As the database says.
pub(super) fn read(tx: &mut Tx<'_>, actor: &Actor) -> Result<Vec<Step>, Fault> {
    let place = actor.place;
    let zone = platform::place::get(tx, place)?.zone;
    let today = tx.today(&zone);
    let rooms = spaces::store::resources::list(tx, place)?;
    let mut bookable = rooms
        .iter()
        .filter(|room| room.active && room.facts.kind.is_for_meeting());
    let offered = !offers::plans(tx, place)?.is_empty() || !offers::pass_offers(tx, place)?.is_empty();
    let has_products = !billing::products(tx, place)?.is_empty();
    Ok(vec![
        step(
            "app-first-seller",
            "/office/billing/seller",
            billing::seller_on(tx, place, today)?.is_some(),
        ),
        step("app-first-products", "/office/billing/products/new", has_products),
        step(
            "app-first-rooms",
            "/office/spaces",
            bookable.any(|room| room.facts.product.is_some()),
        ),
        step("app-first-offers", "/office/offers", offered),
        step(
            "app-first-people",
            "/office/imports",
            people::members_on(tx, place, today)?.len() > 1,
        ),
    ])
}

const fn step(key: &'static str, href: &'static str, done: bool) -> Step {
    Step { key, href, done }
}
