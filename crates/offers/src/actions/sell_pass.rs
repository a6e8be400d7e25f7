//! Selling a pass: at the desk for somebody, or to oneself (T4, T27).

use super::require_for;
use super::settle_debts::settle_debts;
use super::use_coupon;
use crate::holdings;
use crate::rules::coupon::{Coupon, CouponPurpose, CouponRefused};
use crate::rules::lot::{PassLot, expiry};
use crate::rules::pass_offer::PassOffer;
use crate::store::reductions::{self, OffWhat};
use crate::store::{coupons, holder, lots, pass_offers};
use billing::{Basis, Charge, ChargeRefusal, NewCharge, Quantity, Source, Unit};
use kernel::{Actor, Day, Days, Id, Money, PersonId, PlaceId, Rate};
use people::Party;
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound, place};
use serde_json::json;

kernel::refusals! {
    /// Why a pass is not sold.
    pub enum SaleRefused {
        /// It is no longer sold.
        NotOffered = "offers-refused-pass-not-offered",
        /// It has no price on that day.
        NoPrice = "offers-refused-no-price",
        /// The price changed since the page was shown.
        PriceChanged = "offers-refused-price-changed",
        /// There is no such coupon, or not now.
        CouponUnknown = "offers-refused-coupon-unknown",
        /// The coupon is for another pass.
        CouponOther = "offers-refused-coupon-offer",
        /// The coupon was used as often as it may be.
        CouponUsedUp = "offers-refused-coupon-used-up",
        /// This person used the coupon as often as they may.
        CouponUsedByYou = "offers-refused-coupon-used-by-you",
        /// It cannot be billed.
        ChargeRefused = "offers-refused-charge",
    }
}

/// A pass to be sold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewPassSale {
    /// To whom.
    pub person: PersonId,
    /// Which pass.
    pub offer: Id<PassOffer>,
    /// The day of the sale.
    pub on: Day,
    /// The price that the buyer was shown, when they were: another price is refused.
    pub seen: Option<Money>,
}

/// What buying a pass would mean for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassQuote {
    /// The pass.
    pub offer: PassOffer,
    /// Its price for that person.
    pub price: Money,
    /// Whether the price includes VAT.
    pub basis: Basis,
    /// The reduced tariff that is in the price: its name, and how much it is off.
    pub reduced: Option<(String, Rate)>,
    /// The coupon that is in the price: which one, its code, and what it takes off.
    pub coupon: Option<(Id<Coupon>, String, Money)>,
    /// The VAT rate.
    pub rate: Rate,
    /// What will be paid in the end, VAT included, when the pass stands alone on its invoice.
    pub gross: Money,
    /// The last day on which it may be used.
    pub expires_on: Option<Day>,
}

/// A pass sold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PassSale {
    /// The lot that it opened.
    pub lot: Id<PassLot>,
    /// What bills it.
    pub charge: Id<Charge>,
    /// Its price.
    pub price: Money,
    /// Units that paid debts at once.
    pub settled: i64,
    /// The last day on which it may be used.
    pub expires_on: Option<Day>,
}

/// What a pass would cost a person on a day, and until when it would be good.
///
/// # Errors
/// [`SaleRefused`] when it is not for sale; [`platform::Fault::NotFound`] when there is no such pass.
pub fn quote_pass(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
    offer: Id<PassOffer>,
    on: Day,
) -> Result<PassQuote, Failure<SaleRefused>> {
    let offer = pass_offers::find(tx, place, offer)?.or_not_found()?;
    if !offer.active {
        return Err(Failure::Refused(SaleRefused::NotOffered));
    }
    let audience = holdings::audience_of(tx, place, person, on)?;
    let price = billing::price_on(tx, place, offer.product, audience, Unit::Piece, on)?;
    let price = price.ok_or(Failure::Refused(SaleRefused::NoPrice))?;
    let (basis, rate) = billing::vat_rate_on(tx, place, offer.product, on)?;
    let payer = people::payer(tx, place, person)?;
    let customer = billing::known_customer(tx, place, payer)?;
    let reduced = reductions::best(tx, place, (person, customer), OffWhat::Passes, on)?;
    let price = match &reduced {
        Some((_, off)) => price - price.percent(*off),
        None => price,
    };
    Ok(PassQuote {
        reduced,
        coupon: None,
        expires_on: expiry(on, offer.validity_months),
        offer,
        price,
        basis,
        rate,
        gross: match basis {
            Basis::Net => price + rate.of(price),
            Basis::Gross => price,
        },
    })
}

/// As [`quote_pass`], with a coupon; what it is off is what is left of the price after a reduced tariff.
///
/// # Errors
/// [`SaleRefused`], also when the coupon is not for this.
pub fn quote_pass_with(
    tx: &mut Tx<'_>,
    place: PlaceId,
    (person, offer): (PersonId, Id<PassOffer>),
    on: Day,
    code: Option<&str>,
) -> Result<PassQuote, Failure<SaleRefused>> {
    let quote = quote_pass(tx, place, person, offer, on)?;
    let Some(code) = code else {
        return Ok(quote);
    };
    let found = use_coupon::find(tx, place, Some(person), CouponPurpose::Pass(offer), (on, code));
    let coupon = found.map_err(|failure| failure.map(|refused| coupon_refused(&refused)))?;
    let price = coupon.terms.cut.of(quote.price);
    Ok(PassQuote {
        coupon: Some((coupon.id, coupon.terms.code, quote.price - price)),
        price,
        gross: match quote.basis {
            Basis::Net => price + quote.rate.of(price),
            Basis::Gross => price,
        },
        ..quote
    })
}

/// What a pass of this price costs with a code, for somebody who is not known yet: the code as kept, and what is left of the price.
///
/// # Errors
/// [`SaleRefused`] when the code is not for this pass, not now, or used up.
pub fn price_with_coupon(
    tx: &mut Tx<'_>,
    place: PlaceId,
    (offer, price): (Id<PassOffer>, Money),
    on: Day,
    code: &str,
) -> Result<(String, Money), Failure<SaleRefused>> {
    let found = use_coupon::find(tx, place, None, CouponPurpose::Pass(offer), (on, code));
    let coupon = found.map_err(|failure| failure.map(|refused| coupon_refused(&refused)))?;
    let left = coupon.terms.cut.of(price);
    Ok((coupon.terms.code, left))
}

fn coupon_refused(refused: &CouponRefused) -> SaleRefused {
    match refused {
        CouponRefused::OtherOffer => SaleRefused::CouponOther,
        CouponRefused::UsedUp => SaleRefused::CouponUsedUp,
        CouponRefused::UsedByYou => SaleRefused::CouponUsedByYou,
        _ => SaleRefused::CouponUnknown,
    }
}

/// Sells a pass: opens a lot, charges its price to whoever pays for the person, and pays the debts that its units can.
///
/// # Errors
/// [`SaleRefused`] when it is not for sale at that price; [`platform::Fault::Forbidden`] unless the actor sells passes or buys their
/// own; [`platform::Fault::NotFound`] when there is no such person or pass.
pub fn sell_pass(
    tx: &mut Tx<'_>,
    actor: &Actor,
    sale: NewPassSale,
) -> Result<PassSale, Failure<SaleRefused>> {
    sell_pass_with(tx, actor, sale, None)
}

/// As [`sell_pass`], with a coupon: of several who use its last time at once, one has it.
///
/// # Errors
/// As [`sell_pass`], and when the coupon is not for this or used up.
pub fn sell_pass_with(
    tx: &mut Tx<'_>,
    actor: &Actor,
    sale: NewPassSale,
    code: Option<&str>,
) -> Result<PassSale, Failure<SaleRefused>> {
    require_for(actor, sale.person)?;
    let place = actor.place;
    holder::lock(tx, place, sale.person)?;
    if let Some(code) = code {
        use_coupon::lock(tx, place, code)?;
    }
    let quote = quote_pass_with(tx, place, (sale.person, sale.offer), sale.on, code)?;
    if sale.seen.is_some_and(|seen| seen != quote.price) {
        return Err(Failure::Refused(SaleRefused::PriceChanged));
    }
    let lot: Id<PassLot> = tx.new_id();
    let charge = charge(tx, actor, sale, &quote, lot)?;
    let shared_by = match people::payer(tx, place, sale.person)? {
        Party::Organisation(organisation) if quote.offer.shared => Some(organisation),
        _ => None,
    };
    lots::insert(
        tx,
        place,
        &lots::NewLot {
            id: lot,
            person: sale.person,
            offer: &quote.offer,
            units: quote.offer.units,
            used_before: 0,
            bought_on: sale.on,
            expires_on: quote.expires_on,
            charge: Some(charge),
            external_ref: None,
            shared_by,
        },
    )?;
    if let Some((coupon, _, cut)) = &quote.coupon {
        coupons::note_use(tx, place, (*coupon, sale.person, lot), *cut)?;
    }
    let settled = settle_debts(tx, place, sale.person)?;
    let (name, units, cents) = (quote.offer.name.as_str(), quote.offer.units, quote.price.cents());
    let detail = json!({ "offer": name, "units": units, "cents": cents, "settled": settled });
    let buyer = Subject::new("person", sale.person);
    activity::record(tx, actor, "pass.sold", buyer, detail)?;
    Ok(PassSale {
        lot,
        charge,
        price: quote.price,
        settled,
        expires_on: quote.expires_on,
    })
}

fn charge(
    tx: &mut Tx<'_>,
    actor: &Actor,
    sale: NewPassSale,
    quote: &PassQuote,
    lot: Id<PassLot>,
) -> Result<Id<Charge>, Failure<SaleRefused>> {
    let payer = people::payer(tx, actor.place, sale.person)?;
    let customer = billing::customer_of(tx, actor, payer)?;
    let new = NewCharge {
        customer,
        person: Some(sale.person),
        product: quote.offer.product,
        label: quote.offer.name.to_string(),
        detail: reduction_told(tx, actor, quote)?,
        quantity: Quantity::ONE,
        unit: Unit::Piece,
        unit_price: quote.price,
        basis: quote.basis,
        rate: quote.rate,
        service: Days::one(sale.on),
        source: Source::new("pass_lot", lot),
        source_key: format!("pass:{lot}"),
    };
    billing::charge(tx, actor, new).map_err(refused)
}

/// The reduced tariff and the coupon, as the invoice says them: `Tarif solidaire −30 % · BIENVENUE −10,00 €`.
fn reduction_told(tx: &mut Tx<'_>, actor: &Actor, quote: &PassQuote) -> Result<String, Fault> {
    if quote.reduced.is_none() && quote.coupon.is_none() {
        return Ok(String::new());
    }
    let place = place::get(tx, actor.place)?;
    let mut told = Vec::new();
    if let Some((name, off)) = &quote.reduced {
        told.push(format!("{name} \u{2212}{}", off.display(place.language)));
    }
    if let Some((_, code, cut)) = &quote.coupon {
        told.push(format!(
            "{code} \u{2212}{}",
            cut.display(place.language, place.currency)
        ));
    }
    Ok(told.join(" · "))
}

fn refused(failure: Failure<ChargeRefusal>) -> Failure<SaleRefused> {
    failure.map(|_| SaleRefused::ChargeRefused)
}
