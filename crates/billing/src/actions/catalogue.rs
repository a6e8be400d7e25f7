//! Products, prices and VAT rates.

use crate::rules::catalogue::{
    CatalogueRefusal, DatedRate, Exemption, NewProduct, Price, Product, Tariff, Unit, Vat, VatCategory,
    price_in,
};
use crate::store::{months, prices, products, vat_rates};
use crate::{WRITE, rules::catalogue::Basis};
use kernel::{Actor, Audience, Day, Id, Money, PlaceId, Rate};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::failure::{Failure, Fault, OrNotFound, OrRefused};
use serde_json::json;

const LONGEST_CODE: usize = 30;
const LONGEST_NAME: usize = 200;
/// The largest price of one unit: a million.
pub const LARGEST_PRICE: Money = Money::from_cents(100_000_000);

/// Adds a product, sold from now on; it has no price yet.
///
/// # Errors
/// [`CatalogueRefusal`] when its code is taken or a text is not one; [`Fault::Forbidden`].
pub fn create_product(
    tx: &mut Tx<'_>,
    actor: &Actor,
    new: NewProduct,
) -> Result<Id<Product>, Failure<CatalogueRefusal>> {
    actor.require(WRITE)?;
    let new = NewProduct {
        code: new.code.trim().to_uppercase(),
        name: new.name.trim().to_owned(),
        ..new
    };
    let texts = [
        (&new.code, LONGEST_CODE, 1),
        (&new.name, LONGEST_NAME, 1),
        (&new.account_code, LONGEST_CODE, 0),
    ];
    if texts
        .iter()
        .any(|(text, longest, shortest)| !is_text(text, *shortest, *longest))
    {
        return Err(Failure::Refused(CatalogueRefusal::TextRefused));
    }
    let id = tx.new_id();
    tx.attempt(|tx| products::insert(tx, actor.place, id, &new))
        .or_refused(products::CODE_TAKEN, CatalogueRefusal::CodeTaken)?;
    let detail = json!({ "code": new.code, "name": new.name });
    activity::record(tx, actor, "product.created", Subject::new("product", id), detail)?;
    Ok(id)
}

/// Changes the name, the account or the activity of a product. What was sold under another name keeps it.
///
/// # Errors
/// [`CatalogueRefusal::TextRefused`]; [`Fault::NotFound`], [`Fault::Forbidden`].
pub fn change_product(
    tx: &mut Tx<'_>,
    actor: &Actor,
    product: &Product,
) -> Result<(), Failure<CatalogueRefusal>> {
    actor.require(WRITE)?;
    if !is_text(&product.name, 1, LONGEST_NAME) || !is_text(&product.account_code, 0, LONGEST_CODE) {
        return Err(Failure::Refused(CatalogueRefusal::TextRefused));
    }
    if !products::update(tx, actor.place, product)? {
        return Err(Fault::NotFound.into());
    }
    let detail = json!({ "name": product.name, "active": product.active });
    activity::record(
        tx,
        actor,
        "product.changed",
        Subject::new("product", product.id),
        detail,
    )?;
    Ok(())
}

/// Sets a price from a day on. What was agreed before keeps its price.
///
/// # Errors
/// [`CatalogueRefusal`] when the price is below nothing or too large, or begins in a month already billed.
pub fn set_price(tx: &mut Tx<'_>, actor: &Actor, price: Price) -> Result<(), Failure<CatalogueRefusal>> {
    actor.require(WRITE)?;
    if price.amount.is_negative() || price.amount > LARGEST_PRICE {
        return Err(Failure::Refused(CatalogueRefusal::NegativePrice));
    }
    not_closed(tx, actor.place, price.from)?;
    if products::find(tx, actor.place, price.product)?.is_none() {
        return Err(Failure::Refused(CatalogueRefusal::UnknownProduct));
    }
    prices::put(tx, actor.place, &price)?;
    let detail = json!({
        "unit": price.unit.code(),
        "audience": price.audience.0.map_or("", Audience::code),
        "cents": price.amount.cents(),
        "amount": price.amount.field(kernel::Locale::Fr),
        "from": price.from,
    });
    activity::record(
        tx,
        actor,
        "price.set",
        Subject::new("product", price.product),
        detail,
    )?;
    Ok(())
}

/// Sets a VAT rate from a day on.
///
/// # Errors
/// [`CatalogueRefusal`] when the rate is over 100 %, is nothing without a reason, or begins in a month already billed.
pub fn set_vat_rate(
    tx: &mut Tx<'_>,
    actor: &Actor,
    rate: DatedRate,
) -> Result<(), Failure<CatalogueRefusal>> {
    actor.require(WRITE)?;
    if rate.vat.rate < Rate::ZERO || rate.vat.rate > Rate::HUNDRED {
        return Err(Failure::Refused(CatalogueRefusal::RateTooHigh));
    }
    if (rate.vat.rate == Rate::ZERO) != rate.vat.exemption.is_some() {
        return Err(Failure::Refused(CatalogueRefusal::ExemptionMismatch));
    }
    not_closed(tx, actor.place, rate.from)?;
    vat_rates::put(tx, actor.place, &rate)?;
    let detail = json!({ "category": rate.category.code(), "rate": rate.vat.rate.field(kernel::Locale::Fr), "from": rate.from });
    activity::record(
        tx,
        actor,
        "vat_rate.set",
        Subject::new("vat_rate", actor.place),
        detail,
    )?;
    Ok(())
}

/// Writes the French VAT rates of services, in force since 1 January 2014 (CGI art. 278, 279, 278-0 bis), for a place that opens.
///
/// # Errors
/// As [`set_vat_rate`].
pub fn set_french_vat_rates(tx: &mut Tx<'_>, actor: &Actor) -> Result<(), Failure<CatalogueRefusal>> {
    let from = Day::new(2014, 1, 1).map_err(Fault::internal)?;
    let rates = [
        (VatCategory::Standard, 2_000, None),
        (VatCategory::Intermediate, 1_000, None),
        (VatCategory::Reduced, 550, None),
        (VatCategory::Exempt, 0, Some(Exemption::Training)),
    ];
    for (category, basis_points, exemption) in rates {
        let vat = Vat {
            rate: Rate::from_basis_points(basis_points),
            exemption,
        };
        set_vat_rate(tx, actor, DatedRate { category, from, vat })?;
    }
    Ok(())
}

/// What one unit of a product costs an audience on a day, on the product's basis.
///
/// # Errors
/// As the database says.
pub fn price_on(
    tx: &mut Tx<'_>,
    place: PlaceId,
    product: Id<Product>,
    audience: Audience,
    unit: Unit,
    day: Day,
) -> Result<Option<Money>, Fault> {
    Ok(price_in(
        &prices::of_product(tx, place, product)?,
        audience,
        unit,
        day,
    ))
}

/// What a product costs an audience on a day, by the hour, the half-day and the day.
///
/// # Errors
/// [`Fault::NotFound`] when there is no such product.
pub fn tariff(
    tx: &mut Tx<'_>,
    place: PlaceId,
    product: Id<Product>,
    audience: Audience,
    day: Day,
) -> Result<Tariff, Fault> {
    let found = products::find(tx, place, product)?.or_not_found()?;
    let prices = prices::of_product(tx, place, product)?;
    let of = |unit| price_in(&prices, audience, unit, day);
    let vat = vat_on(tx, place, found.vat_category, day)?;
    Ok(Tariff {
        hour: of(Unit::Hour),
        half_day: of(Unit::HalfDay),
        day: of(Unit::Day),
        basis: found.basis,
        rate: vat.rate,
        exemption: vat.exemption,
    })
}

/// The VAT rate of a product on a day, with the basis on which its prices are held.
///
/// # Errors
/// [`Fault::NotFound`] when there is no such product.
pub fn vat_rate_on(
    tx: &mut Tx<'_>,
    place: PlaceId,
    product: Id<Product>,
    day: Day,
) -> Result<(Basis, Rate), Fault> {
    let found = products::find(tx, place, product)?.or_not_found()?;
    Ok((found.basis, vat_on(tx, place, found.vat_category, day)?.rate))
}

/// Whether the VAT of a product is known on a day: what was used before the first rate cannot be charged.
///
/// # Errors
/// [`Fault::NotFound`] when there is no such product.
pub fn has_vat_rate(tx: &mut Tx<'_>, place: PlaceId, product: Id<Product>, day: Day) -> Result<bool, Fault> {
    let found = products::find(tx, place, product)?.or_not_found()?;
    Ok(vat_rates::in_force(tx, place, found.vat_category, day)?.is_some())
}

/// The VAT of a category on a day. Every category has a rate from the day a place opens.
pub(crate) fn vat_on(tx: &mut Tx<'_>, place: PlaceId, category: VatCategory, day: Day) -> Result<Vat, Fault> {
    vat_rates::in_force(tx, place, category, day)?
        .ok_or_else(|| Fault::Internal(format!("no VAT rate of category {category} on {day}")))
}

fn not_closed(tx: &mut Tx<'_>, place: PlaceId, day: Day) -> Result<(), Failure<CatalogueRefusal>> {
    let closed = months::last_closed(tx, place)?;
    if closed.is_some_and(|closed| day.month_of() <= closed) {
        return Err(Failure::Refused(CatalogueRefusal::MonthClosed));
    }
    Ok(())
}

fn is_text(text: &str, shortest: usize, longest: usize) -> bool {
    let length = text.trim().chars().count();
    (shortest..=longest).contains(&length) && !text.chars().any(char::is_control)
}
