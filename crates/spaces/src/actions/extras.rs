//! The extras of a booking: priced and charged with it, changed and given up by its rules.

use super::plan::Holder;
use super::{Refused, charging, refused};
use crate::permissions::OVERRIDE;
use crate::rules::booking::{Booking, BookingId, BookingState, Price};
use crate::rules::extras::{
    Extra, ExtraAsked, ExtraId, ExtraLine, ExtraUnavailable, MOST, amount, due, goes_along,
};
use crate::rules::resource::ResourceId;
use crate::store::extras;
use kernel::{Actor, Audience, Instant, Money, Period, PlaceId, Rate, Zone};
use platform::Fault;
use platform::database::Tx;
use std::collections::{BTreeMap, BTreeSet};

/// With what extras are asked for.
pub(crate) struct With<'a> {
    pub(crate) holder: &'a Holder,
    pub(crate) audience: Audience,
    pub(crate) space: ResourceId,
    pub(crate) hours: Period,
    /// Goes past the notice, for who may.
    pub(crate) overriding: bool,
}

/// The lines that extras asked for would be, at the prices of today.
pub(crate) fn priced(
    tx: &mut Tx<'_>,
    actor: &Actor,
    zone: &Zone,
    asked: &[ExtraAsked],
    with: &With<'_>,
) -> Result<Vec<ExtraLine>, Refused> {
    if asked.iter().all(|one| one.count == 0) {
        return Ok(Vec::new());
    }
    let once: BTreeSet<ExtraId> = asked.iter().map(|one| one.extra).collect();
    if once.len() != asked.len() {
        return Err(refused(ExtraUnavailable::Count));
    }
    let known = extras::all(tx, actor.place)?;
    asked
        .iter()
        .filter(|one| one.count != 0)
        .map(|one| {
            let extra = known.iter().find(|extra| extra.id == one.extra && extra.active);
            let extra = extra.ok_or_else(|| refused(ExtraUnavailable::Gone))?;
            new_line(tx, actor, zone, (extra, one.count), with)
        })
        .collect()
}

fn new_line(
    tx: &mut Tx<'_>,
    actor: &Actor,
    zone: &Zone,
    (extra, count): (&Extra, i64),
    with: &With<'_>,
) -> Result<ExtraLine, Refused> {
    if !(1..=MOST).contains(&count) {
        return Err(refused(ExtraUnavailable::Count));
    }
    in_time(extra, actor, with, tx.now())?;
    let (unit_price, price) = price(tx, actor, zone, extra, with)?;
    Ok(ExtraLine {
        id: tx.new_id(),
        extra: extra.id,
        name: extra.facts.name.clone(),
        unit: extra.facts.unit,
        count,
        unit_price,
        price: Price {
            amount: amount(extra.facts.unit, unit_price, count, with.hours.minutes()),
            ..price
        },
        charge: None,
        fee: None,
        fee_charge: None,
        floor: Money::ZERO,
        done_at: None,
        done_by: None,
    })
}

/// Whether so many may be had of a line from now on: more of it as if it were asked for anew, less of it always.
pub(crate) fn may_become(
    tx: &mut Tx<'_>,
    actor: &Actor,
    line: &ExtraLine,
    (count, with): (i64, &With<'_>),
) -> Result<(), Refused> {
    if !(0..=MOST).contains(&count) {
        return Err(refused(ExtraUnavailable::Count));
    }
    if count < line.count {
        return Ok(());
    }
    let known = extras::find(tx, actor.place, line.extra)?.filter(|extra| extra.active);
    let extra = known.ok_or_else(|| refused(ExtraUnavailable::Gone))?;
    in_time(&extra, actor, with, tx.now())
}

fn in_time(extra: &Extra, actor: &Actor, with: &With<'_>, now: Instant) -> Result<(), Refused> {
    match extra.facts.had_with(with.space, with.hours.start(), now) {
        Err(ExtraUnavailable::TooLate { .. }) if with.overriding && actor.may(OVERRIDE) => Ok(()),
        other => other.map_err(refused),
    }
}

/// What one costs, and on which terms. The house pays nothing.
fn price(
    tx: &mut Tx<'_>,
    actor: &Actor,
    zone: &Zone,
    extra: &Extra,
    with: &With<'_>,
) -> Result<(Money, Price), Fault> {
    if *with.holder == Holder::House {
        return Ok((Money::ZERO, Price::FREE));
    }
    let product = extra.facts.product;
    let today = tx.today(zone);
    let terms = billing::tariff(tx, actor.place, product, with.audience, today)?;
    let price = Price {
        product: Some(product),
        amount: extra.facts.price,
        basis: terms.basis,
        rate: terms.rate,
        exemption: terms.exemption,
    };
    Ok((extra.facts.price, price))
}

/// Keeps the lines of a booking that was just written, and charges them when it is agreed. Its customer is named already.
pub(crate) fn keep(
    tx: &mut Tx<'_>,
    actor: &Actor,
    zone: &Zone,
    booking: &mut Booking,
    lines: &[ExtraLine],
) -> Result<(), Refused> {
    for line in lines {
        extras::insert_line(tx, actor.place, booking.id, line)?;
    }
    if booking.state == BookingState::Requested {
        return Ok(());
    }
    charge(tx, actor, zone, booking)
}

/// Whether anything of it is to be paid.
pub(crate) fn costs(lines: &[ExtraLine]) -> bool {
    lines.iter().any(|line| !line.price.amount.is_zero())
}

/// Charges the lines of a booking that are not charged yet.
pub(crate) fn charge(
    tx: &mut Tx<'_>,
    actor: &Actor,
    zone: &Zone,
    booking: &mut Booking,
) -> Result<(), Refused> {
    for mut line in extras::of_booking(tx, actor.place, booking.id)? {
        if line.charge.is_some() || line.price.amount.is_zero() {
            continue;
        }
        charging::name_payer(tx, actor, booking)?;
        let key = format!("booking-extra:{}:{}", line.id, booking.version);
        line.charge = charging::charge_line(tx, actor, zone, booking, (&line, line.price.amount, key))?;
        extras::update_line(tx, actor.place, &line)?;
    }
    Ok(())
}

/// Puts the lines of a booking in the place of those that it has, whose charges are taken back.
pub(crate) fn replace(
    tx: &mut Tx<'_>,
    actor: &Actor,
    booking: &Booking,
    lines: &[ExtraLine],
) -> Result<(), Refused> {
    let mut before = extras::of_booking(tx, actor.place, booking.id)?;
    for line in lines {
        match before.iter_mut().find(|one| one.id == line.id) {
            Some(known) => {
                take_back(tx, actor, known)?;
                let line = ExtraLine {
                    charge: None,
                    ..line.clone()
                };
                extras::update_line(tx, actor.place, &line)?;
            }
            None => extras::insert_line(tx, actor.place, booking.id, line)?,
        }
    }
    Ok(())
}

fn take_back(tx: &mut Tx<'_>, actor: &Actor, line: &mut ExtraLine) -> Result<(), Refused> {
    if let Some(charge) = line.charge.take() {
        billing::cancel_charge(tx, actor, charge).map_err(|failure| failure.map(Into::into))?;
    }
    Ok(())
}

/// Gives the lines of a booking up with it: each costs that part, or what it cost at least; nothing when the fee is let go.
pub(crate) fn give_up(
    tx: &mut Tx<'_>,
    actor: &Actor,
    zone: &Zone,
    booking: &Booking,
    share: Option<Rate>,
) -> Result<(), Refused> {
    let agreed = booking.state == BookingState::Confirmed;
    for mut line in extras::of_booking(tx, actor.place, booking.id)? {
        let due = share.map_or(Money::ZERO, |share| line.fee_at(share));
        if !agreed || due != line.price.amount || due.is_zero() {
            take_back(tx, actor, &mut line)?;
            if !due.is_zero() {
                let key = format!("booking-extra-fee:{}", line.id);
                line.fee_charge = charging::charge_line(tx, actor, zone, booking, (&line, due, key))?;
            }
        }
        line.fee = Some(due);
        extras::update_line(tx, actor.place, &line)?;
    }
    Ok(())
}

/// Whether giving a booking up costs anything of its lines, whenever that is.
pub(crate) fn owed(tx: &mut Tx<'_>, actor: &Actor, booking: &Booking) -> Result<bool, Fault> {
    let lines = extras::of_booking(tx, actor.place, booking.id)?;
    Ok(lines.iter().any(|line| !line.floor.is_zero()))
}

/// The place says no: nothing is owed of the lines either.
pub(crate) fn forgive(tx: &mut Tx<'_>, actor: &Actor, booking: &Booking) -> Result<(), Fault> {
    for mut line in extras::of_booking(tx, actor.place, booking.id)? {
        line.floor = Money::ZERO;
        extras::update_line(tx, actor.place, &line)?;
    }
    Ok(())
}

/// The lines of a booking as they would be elsewhere; `share` is the part that giving them up costs now. Whoever goes past the rules
/// takes them along wherever they go.
pub(crate) fn moved(
    tx: &mut Tx<'_>,
    actor: &Actor,
    booking: &Booking,
    (to, overriding): ((ResourceId, Period), bool),
    share: Option<Rate>,
) -> Result<Vec<ExtraLine>, Refused> {
    let lines = extras::of_booking(tx, actor.place, booking.id)?;
    if lines.is_empty() {
        return Ok(lines);
    }
    let known = extras::all(tx, actor.place)?;
    let now = tx.now();
    for line in lines.iter().filter(|line| line.count > 0 && !overriding) {
        if let Some(extra) = known.iter().find(|extra| extra.id == line.extra) {
            goes_along(extra, (booking.period(), to), now).map_err(refused)?;
        }
    }
    let minutes = to.1.minutes();
    let there = lines.into_iter().map(|line| match share {
        Some(share) => line.changed(line.count, minutes, share),
        None => ExtraLine {
            floor: Money::ZERO,
            ..line.clone()
        }
        .changed(line.count, minutes, Rate::ZERO),
    });
    let again = |line: ExtraLine| ExtraLine {
        done_at: None,
        done_by: None,
        ..line
    };
    Ok(there.map(again).collect())
}

/// What is due for a booking with its extras, on the basis of its price.
///
/// # Errors
/// As the database says.
pub fn due_for(tx: &mut Tx<'_>, place: PlaceId, booking: &Booking) -> Result<Money, Fault> {
    let lines = extras::of_booking(tx, place, booking.id)?;
    Ok(due(booking, &lines))
}

/// What is due for bookings with their extras, each on the basis of its price.
pub(crate) fn due_for_all(tx: &mut Tx<'_>, place: PlaceId, bookings: &[Booking]) -> Result<Money, Fault> {
    let dues = dues(tx, place, bookings)?;
    Ok(dues.values().copied().sum())
}

/// What is due for each of these bookings with its extras, on the basis of its price.
pub(crate) fn dues(
    tx: &mut Tx<'_>,
    place: PlaceId,
    bookings: &[Booking],
) -> Result<BTreeMap<BookingId, Money>, Fault> {
    let ids: Vec<BookingId> = bookings.iter().map(|booking| booking.id).collect();
    let lines = extras::of_bookings(tx, place, &ids)?;
    let none = Vec::new();
    let due = |booking: &Booking| (booking.id, due(booking, lines.get(&booking.id).unwrap_or(&none)));
    Ok(bookings.iter().map(due).collect())
}
