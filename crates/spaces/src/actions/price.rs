//! What hours cost: the cheapest price of the tariff, less what plans, agreements, reduced tariffs and coupons take off.

use super::plan::{Demand, Holder};
use super::{Refused, refused};
use crate::rules::booking::{Booking, Price, SlotRefused};
use crate::rules::pricing::Tariff;
use crate::rules::resource::Resource;
use crate::store::resources;
use billing::Product;
use kernel::{Actor, Audience, Day, Id, Money, Zone};
use offers::{CouponRefused, Relief, ReliefNeed};
use platform::database::Tx;
use platform::{Fault, OrNotFound};

/// What a booking asked for costs, and what makes it cheaper; nothing of it anew when what was agreed stays.
pub(crate) fn price(
    tx: &mut Tx<'_>,
    actor: &Actor,
    zone: &Zone,
    demand: &Demand<'_>,
    audience: Audience,
) -> Result<(Price, Option<Relief>), Refused> {
    check_coupon(demand)?;
    let Some(product) = demand.resource.facts.product else {
        return Ok((Price::FREE, Some(Relief::default())));
    };
    if *demand.holder == Holder::House {
        return Ok((Price::FREE, Some(Relief::default())));
    }
    let day = zone.day_of(demand.period.start());
    let minutes = demand.period.minutes();
    // What was agreed stays agreed when only the hour changes (RULES 18).
    if let Some(booking) = demand.moving
        && booking.price.product == Some(product)
        && booking.period().minutes() == minutes
        && sold_as(tx, actor, demand.resource, booking)? == Some(product)
        && offers::relief_stays(tx, actor.place, booking.id.as_i64(), day)?
    {
        return Ok((booking.price, None));
    }
    let today = tx.today(zone);
    let tariff = billing::tariff(tx, actor.place, product, audience, today)?;
    let prices = Tariff::from(tariff);
    let cheapest = |minutes: i64| prices.cheapest(minutes).map(|found| found.price);
    let relieved = match demand.holder {
        Holder::Person(person) => {
            let need = ReliefNeed {
                person: *person,
                kind: demand.resource.facts.kind.code(),
                day,
                minutes,
                today,
                booking: demand.moving.map(|booking| booking.id.as_i64()),
                planned: demand.planned,
                coupon: demand.coupon,
            };
            needed(tx, actor, &need, cheapest)?
        }
        Holder::House => cheapest(minutes).map(|amount| (amount, Relief::default())),
        Holder::Caller(_) => match cheapest(minutes) {
            Some(amount) => Some(for_nobody_yet(tx, actor, (amount, today), demand.coupon)?),
            None => None,
        },
    };
    let (amount, relief) = relieved.ok_or_else(|| refused(SlotRefused::NoPrice))?;
    let price = Price {
        product: Some(product),
        amount,
        basis: tariff.basis,
        rate: tariff.rate,
        exemption: tariff.exemption,
    };
    Ok((price, Some(relief)))
}

/// The price for a person, with what makes it cheaper.
fn needed(
    tx: &mut Tx<'_>,
    actor: &Actor,
    need: &ReliefNeed<'_>,
    cheapest: impl Fn(i64) -> Option<Money>,
) -> Result<Option<(Money, Relief)>, Refused> {
    let relieved = offers::relief_for(tx, actor.place, need, cheapest);
    relieved.map_err(|failure| failure.map(Into::into))
}

/// The price for who is not known yet, with the coupon that they give: whether it is good for them is seen when they are.
fn for_nobody_yet(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (amount, today): (Money, Day),
    coupon: Option<&str>,
) -> Result<(Money, Relief), Refused> {
    let Some(code) = coupon else {
        return Ok((amount, Relief::default()));
    };
    let with = offers::booking_coupon(tx, actor.place, (None, amount), (today, code))
        .map_err(|failure| failure.map(Into::into))?;
    let left = amount - with.off;
    let relief = Relief {
        coupon: Some(with),
        ..Relief::default()
    };
    Ok((left, relief))
}

/// A coupon takes something off what somebody pays.
fn check_coupon(demand: &Demand<'_>) -> Result<(), Refused> {
    let paid = *demand.holder != Holder::House && demand.resource.facts.product.is_some();
    if demand.coupon.is_some() && !paid {
        return Err(refused(CouponRefused::Nothing));
    }
    Ok(())
}

/// The product of the space on which a booking is now. A booking that owes something for a space it left may be on a free one.
fn sold_as(
    tx: &mut Tx<'_>,
    actor: &Actor,
    target: &Resource,
    booking: &Booking,
) -> Result<Option<Id<Product>>, Fault> {
    if booking.resource == target.id {
        return Ok(target.facts.product);
    }
    let now = resources::find(tx, actor.place, booking.resource)?.or_not_found()?;
    Ok(now.facts.product)
}
