//! What a booking would be: what is asked for, and its price beforehand.

use super::booking_extras::{BookingExtra, ExtraIn, asked_for, extras};
use super::bookings::{BookingPrice, MOST_DAYS, price};
use super::spaces::period_of;
use crate::endpoint::Call;
use crate::read::Sent;
use crate::trouble::Trouble;
use crate::wire::{Amount, Wire};
use kernel::{Audience, Instant, Money, PersonId};
use offers::Relief;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use spaces::{Holder, LayoutId, NewBooking, ResourceId};

/// A booking to be made.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct BookingIn {
    resource: Wire<ResourceId>,
    starts_at: Wire<Instant>,
    ends_at: Wire<Instant>,
    /// For whom; for the holder of the key when nobody is named.
    person: Option<Wire<PersonId>>,
    #[serde(default)]
    #[schemars(length(max = 200))]
    title: String,
    #[schemars(range(min = 1, max = 100_000))]
    attendance: Option<i64>,
    /// Whether members may see who booked.
    #[serde(default)]
    visible: bool,
    /// Whether to go past hours, limits and buffers, for who may.
    #[serde(default)]
    overriding: bool,
    /// What is had with it, each once.
    #[serde(default)]
    extras: Vec<ExtraIn>,
    /// How the room is laid out; its own capacity and buffers count without.
    layout: Option<Wire<LayoutId>>,
    /// Words for the desk.
    #[serde(default)]
    #[schemars(length(max = 1_000))]
    note: String,
    /// The code of a coupon that comes off the price of the room.
    #[schemars(length(max = 80))]
    coupon: Option<String>,
    /// The total that was shown, in cents: another one is refused.
    price_shown: Option<i64>,
}

pub(super) fn asked(call: &Call<'_, '_>, sent: BookingIn) -> Result<NewBooking, Trouble> {
    let period = period_of(sent.starts_at.0, sent.ends_at.0, "ends_at", MOST_DAYS)?;
    let person = call.person(sent.person.map(|person| person.0))?;
    Ok(NewBooking {
        title: sent.title,
        attendance: sent.attendance,
        visible: sent.visible,
        overriding: sent.overriding,
        price_shown: sent.price_shown.map(Money::from_cents),
        extras: asked_for(sent.extras),
        layout: sent.layout.map(|layout| layout.0),
        note: sent.note,
        coupon: given(sent.coupon),
        ..NewBooking::plain(sent.resource.0, period, Holder::Person(person))
    })
}

/// What a booking would be.
#[derive(Serialize, JsonSchema)]
pub(super) struct Quote {
    audience: Wire<Audience>,
    price: BookingPrice,
    /// What the coupon takes off the price, which is that with it.
    coupon: Option<CouponOff>,
    /// What is had with it.
    extras: Vec<BookingExtra>,
    /// What it costs with its extras; give it back as `price_shown`.
    total: Amount,
    /// Whether the place must say yes first.
    needs_approval: bool,
    /// Whether more people come than the resource holds.
    crowded: bool,
}

pub(super) fn quote(call: &mut Call<'_, '_>, Sent(sent): Sent<BookingIn>) -> Result<Quote, Trouble> {
    let new = asked(call, sent)?;
    let quote = spaces::quote(call.tx, &call.caller.actor, &new)?;
    Ok(Quote {
        audience: Wire(quote.plan.audience),
        price: price(call, &quote.plan.price),
        coupon: coupon_off(call, quote.plan.relief.as_ref()),
        extras: extras(call, &quote.extras),
        total: call.amount(quote.total().amount),
        needs_approval: quote.plan.needs_approval,
        crowded: quote.crowded,
    })
}

/// What a coupon takes off a price.
#[derive(Serialize, JsonSchema)]
pub(super) struct CouponOff {
    /// As it is kept.
    code: String,
    amount: Amount,
}

/// What the coupon takes off, if there is one.
pub(super) fn coupon_off(call: &Call<'_, '_>, relief: Option<&Relief>) -> Option<CouponOff> {
    let with = relief?.coupon.as_ref()?;
    Some(CouponOff {
        code: with.code.clone(),
        amount: call.amount(with.off),
    })
}

/// The code that is given; nothing but spaces is none.
pub(super) fn given(code: Option<String>) -> Option<String> {
    let code = code?.trim().to_owned();
    (!code.is_empty()).then_some(code)
}
