//! Prices on the pages of offers: the one in force, all those of a product, and the fields that set one.

use super::words;
use crate::actions::change_offers::{OfferPrice, OfferRefused};
use crate::rules::pass_offer::ProductId;
use billing::{Basis, Price, Unit, VatCategory};
use kernel::{Audience, Day, Money, PlaceId};
use platform::Fault;
use platform::database::Tx;
use platform::web::{Form, Shell, Visit};

/// The price in force.
#[derive(Debug, Clone, Copy)]
pub(super) struct Priced {
    pub(super) amount: Money,
    pub(super) basis: Basis,
}

impl Priced {
    /// The price of a product for an audience on a day, if it has one.
    pub(super) fn read(
        tx: &mut Tx<'_>,
        place: PlaceId,
        product: ProductId,
        audience: Audience,
        unit: Unit,
        on: Day,
    ) -> Result<Option<Self>, Fault> {
        let amount = billing::price_on(tx, place, product, audience, unit, on)?;
        let (basis, _) = billing::vat_rate_on(tx, place, product, on)?;
        Ok(amount.map(|amount| Self { amount, basis }))
    }
}

/// Every price of a product, the latest first.
#[derive(Debug, Clone)]
pub(super) struct PriceList {
    pub(super) prices: Vec<Price>,
    basis: Basis,
}

impl PriceList {
    pub(super) fn read(
        tx: &mut Tx<'_>,
        place: PlaceId,
        product: ProductId,
        unit: Unit,
    ) -> Result<Self, Fault> {
        let basis = billing::product(tx, place, product)?.basis;
        let mut prices = billing::prices_of(tx, place, product)?;
        prices.retain(|price| price.unit == unit);
        prices.sort_by_key(|price| std::cmp::Reverse(price.from));
        Ok(Self { prices, basis })
    }

    /// `150,00 € HT`.
    pub(super) fn amount(&self, shell: &Shell, price: &Price) -> String {
        words::price(shell, price.amount, self.basis)
    }

    /// `à partir du 1er janvier 2026`, and for whom when it is not for everybody.
    pub(super) fn since(&self, shell: &Shell, price: &Price) -> String {
        let from = shell.t1("offers-price-from", "day", shell.day_short(&price.from));
        match price.audience.0 {
            Some(audience) => format!("{from} · {}", shell.t(audience.message())),
            None => from,
        }
    }
}

/// The money side of a new offer, as typed; it holds from today.
pub(super) fn read_price(visit: &Visit, form: &mut Form) -> Option<OfferPrice> {
    let amount = form.parse("amount", Money::parse);
    let basis = form.parse("basis", Basis::parse);
    let vat = form.parse("vat", VatCategory::parse);
    Some(OfferPrice {
        amount: amount?,
        basis: basis?,
        vat: vat?,
        from: visit.today(),
    })
}

/// Net or gross, for the select.
pub(super) fn bases(visit: &Visit) -> Vec<(String, String)> {
    let choices = Basis::ALL.iter();
    choices
        .map(|basis| (basis.code().to_owned(), visit.text(basis.message())))
        .collect()
}

/// The VAT categories, for the select.
pub(super) fn vat_categories(visit: &Visit) -> Vec<(String, String)> {
    let choices = VatCategory::ALL.iter();
    choices
        .map(|vat| (vat.code().to_owned(), visit.text(vat.message())))
        .collect()
}

/// The field at which a refusal of an offer is shown.
pub(super) fn field_of(refusal: &OfferRefused) -> &'static str {
    match refusal {
        OfferRefused::NameTaken | OfferRefused::ProductRefused => "name",
        OfferRefused::UnitsOutOfBounds { .. } => "units",
        OfferRefused::ValidityOutOfBounds { .. } => "validity",
        OfferRefused::PriceRefused => "amount",
        OfferRefused::ConditionsRefused => "commitment",
    }
}
