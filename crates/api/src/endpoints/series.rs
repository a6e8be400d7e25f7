//! Bookings that repeat: what they would be, booking them all, giving them up.

use super::booking_wanted::{CouponOff, coupon_off, given};
use super::bookings::{BookingOut, BookingPrice, price, wholes};
use crate::endpoint::{Call, Endpoint, create, get, post};
use crate::read::{One, Sent};
use crate::rules::scope::Scope as Opens;
use crate::trouble::Trouble;
use crate::wire::Wire;
use kernel::{Day, MinuteOfDay, Money, PersonId, Refusal as _};
use platform::web::Access;
use platform::{Fault, OrNotFound as _};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use spaces::rules::series::SeriesMark;
use spaces::store::series;
use spaces::{
    Adjusted, BOOK, BOOK_FOR_OTHERS, BookingId, Cancellation, DailyHours, Holder, NewBooking, NewSeries,
    Reach, Recurrence, ResourceId, SEE_BOOKERS, Scope, SeriesId, SeriesNotice,
};
use std::collections::BTreeMap;

/// The longest booking of a series, in minutes: a week.
const LONGEST: i64 = 7 * 24 * 60;

pub(super) fn endpoints() -> Vec<Endpoint> {
    let look = (
        Opens::SpacesRead,
        Access::Any(&[BOOK, BOOK_FOR_OTHERS, SEE_BOOKERS]),
    );
    let book = (Opens::SpacesWrite, Access::Any(&[BOOK, BOOK_FOR_OTHERS]));
    vec![
        post("/api/v1/series/quotes", "quote_series", book, quote),
        create("/api/v1/series", "book_series", book, make),
        get("/api/v1/series/{id}", "show_series", look, show),
        post("/api/v1/series/{id}/cancellation", "cancel_series", book, cancel),
    ]
}

/// Bookings that repeat.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Series")]
struct SeriesOut {
    id: Wire<SeriesId>,
    resource: Wire<ResourceId>,
    person: Option<Wire<PersonId>>,
    title: String,
    /// As RFC 5545 writes it.
    rule: String,
    bookings: Vec<BookingOut>,
}

/// Bookings that repeat, all or none.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct SeriesIn {
    resource: Wire<ResourceId>,
    /// From which day on; the rule says whether that day is one of them.
    first: Wire<Day>,
    /// On the clock of the place.
    starts: Wire<MinuteOfDay>,
    /// How long each lasts.
    #[schemars(range(min = 1, max = 10_080))]
    minutes: i64,
    /// As RFC 5545 writes it: `FREQ=WEEKLY;COUNT=10`.
    rule: Wire<Recurrence>,
    /// Days that are left out.
    #[serde(default)]
    #[schemars(length(max = 400))]
    skipped: Vec<Wire<Day>>,
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
    /// The code of a coupon: it comes off one date after another, the first first, as often as its limits allow.
    #[schemars(length(max = 80))]
    coupon: Option<String>,
    /// The sum that was shown, in cents: another one is refused.
    total_shown: Option<i64>,
}

fn asked(call: &Call<'_, '_>, sent: SeriesIn) -> Result<NewSeries, Trouble> {
    let zone = &call.caller.place.zone;
    let too_long = || Trouble::field("minutes", "refused-period-empty");
    if !(1..=LONGEST).contains(&sent.minutes) {
        return Err(too_long());
    }
    let hours = DailyHours {
        starts: sent.starts.0,
        minutes: sent.minutes,
    };
    let first = hours.on(sent.first.0, zone).ok_or_else(too_long)?;
    let person = call.person(sent.person.map(|person| person.0))?;
    let adjusted: BTreeMap<Day, Adjusted> = sent
        .skipped
        .into_iter()
        .map(|day| (day.0, Adjusted::Skipped))
        .collect();
    Ok(NewSeries {
        booking: NewBooking {
            title: sent.title,
            attendance: sent.attendance,
            visible: sent.visible,
            coupon: given(sent.coupon),
            ..NewBooking::plain(sent.resource.0, first, Holder::Person(person))
        },
        rule: sent.rule.0,
        first: sent.first.0,
        hours,
        adjusted,
        total_shown: sent.total_shown.map(Money::from_cents),
    })
}

/// What one day of a series would be.
#[derive(Serialize, JsonSchema)]
struct DayQuoted {
    day: Wire<Day>,
    /// Whether it is left out.
    skipped: bool,
    /// What it costs; none when it does not go, or is left out.
    price: Option<BookingPrice>,
    /// What the coupon takes off it.
    coupon: Option<CouponOff>,
    /// Whether the place must say yes first.
    needs_approval: bool,
    /// Why it does not go: the code of a refusal.
    refused: Option<String>,
}

/// What a series would be.
#[derive(Serialize, JsonSchema)]
struct SeriesQuote {
    days: Vec<DayQuoted>,
    /// Whether every day goes that is not left out.
    fits: bool,
    /// What the days that go cost together; give it back as `total_shown`.
    total: crate::wire::Amount,
}

fn quote(call: &mut Call<'_, '_>, Sent(sent): Sent<SeriesIn>) -> Result<SeriesQuote, Trouble> {
    let new = asked(call, sent)?;
    let quoted = spaces::quote_series(call.tx, &call.caller.actor, &new)?;
    let mut total = Money::ZERO;
    let mut fits = true;
    let mut days = Vec::new();
    for day in quoted {
        let mut told = DayQuoted {
            day: Wire(day.day),
            skipped: day.asked.is_none(),
            price: None,
            coupon: None,
            needs_approval: false,
            refused: None,
        };
        match day.outcome {
            Some(Ok(quote)) => {
                total += quote.total().amount;
                told.price = Some(price(call, &quote.total()));
                told.coupon = coupon_off(call, quote.plan.relief.as_ref());
                told.needs_approval = quote.plan.needs_approval;
            }
            Some(Err(refusal)) => {
                fits = false;
                told.refused = Some(refusal.key().to_owned());
            }
            None => {}
        }
        days.push(told);
    }
    Ok(SeriesQuote {
        days,
        fits,
        total: call.amount(total),
    })
}

fn make(call: &mut Call<'_, '_>, Sent(sent): Sent<SeriesIn>) -> Result<SeriesOut, Trouble> {
    let new = asked(call, sent)?;
    let booked = spaces::book_series(call.tx, &call.caller.actor, &new)?;
    let notice = if booked.asks() {
        SeriesNotice::Requested
    } else {
        SeriesNotice::Booked
    };
    let (actor, base_url) = (&call.caller.actor, &call.caller.base_url);
    spaces::notify_series(call.tx, actor, booked.id, &booked.bookings, notice, base_url)?;
    found(call, booked.id)
}

fn show(call: &mut Call<'_, '_>, One(id): One<SeriesMark>) -> Result<SeriesOut, Trouble> {
    let known = series::find(call.tx, call.caller.place.id, id)?.or_not_found()?;
    let own = known.person.is_some_and(|person| call.caller.actor.is(person));
    if !own && !call.caller.actor.may(SEE_BOOKERS) {
        return Err(Fault::NotFound.into());
    }
    found(call, id)
}

fn found(call: &mut Call<'_, '_>, id: SeriesId) -> Result<SeriesOut, Trouble> {
    let place = call.caller.place.id;
    let found = series::find(call.tx, place, id)?.or_not_found()?;
    let bookings = series::bookings(call.tx, place, id)?;
    Ok(SeriesOut {
        id: Wire(found.id),
        resource: Wire(found.resource),
        person: found.person.map(Wire),
        rule: found.rule.to_string(),
        bookings: wholes(call, bookings)?,
        title: found.title,
    })
}

/// What is given up of a series.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct SeriesCancellationIn {
    /// This booking and those after it; everything that has not begun when none is named.
    from: Option<Wire<BookingId>>,
    /// The sum of the fees that was shown, in cents: another one is refused.
    fee_shown: Option<i64>,
    /// Whether it is let go for nothing, for who may.
    #[serde(default)]
    waived: bool,
}

fn cancel(
    call: &mut Call<'_, '_>,
    (One(id), Sent(sent)): (One<SeriesMark>, Sent<SeriesCancellationIn>),
) -> Result<SeriesOut, Trouble> {
    let from = sent.from.map(|from| from.0);
    let reach = Reach {
        series: id,
        scope: if from.is_some() {
            Scope::Following
        } else {
            Scope::All
        },
        from,
    };
    let wanted = Cancellation {
        fee_shown: sent.fee_shown.map(Money::from_cents),
        waived: sent.waived,
    };
    let (actor, base_url) = (&call.caller.actor, &call.caller.base_url);
    let given_up = spaces::cancel_series(call.tx, actor, reach, wanted)?;
    spaces::notify_series(call.tx, actor, id, &given_up, SeriesNotice::Cancelled, base_url)?;
    found(call, id)
}
