//! What must hold among spaces, for `tribu verify`.

use crate::attendance;
use crate::rules::availability::{Claim, Occupation, peak};
use crate::rules::booking::{Booking, BookingId, BookingState};
use crate::rules::extras::ExtraLine;
use crate::rules::links::{Bonds, clash};
use crate::rules::resource::{Resource, ResourceId};
use crate::rules::waiting::WaitingState;
use crate::store::{bookings, extras, links, lists, resources, waiting};
use billing::ChargeState;
use kernel::{Instant, Money, Period, PlaceId};
use platform::Fault;
use platform::database::Tx;
use platform::verify::Report;
use std::collections::BTreeMap;

const OCCUPATION: &str = "verify-spaces-occupation";
const BONDS: &str = "verify-spaces-bonds";
const WAITING: &str = "verify-spaces-waiting";
const STATES: &str = "verify-spaces-states";
const CHARGES: &str = "verify-spaces-charges";

/// Replays every booking: on no resource more of them overlap than it has units, none on two that are bound, each state holds what it must, each price
/// agrees with its charge.
///
/// # Errors
/// A fault when the tables cannot be read; what does not hold goes to the report.
pub fn check(tx: &mut Tx<'_>, place: PlaceId, report: &mut Report) -> Result<(), Fault> {
    let now = tx.now();
    let known: BTreeMap<ResourceId, Resource> = resources::list(tx, place)?
        .into_iter()
        .map(|resource| (resource.id, resource))
        .collect();
    let mut claims: BTreeMap<ResourceId, Vec<Claim>> = BTreeMap::new();
    let mut last = (ResourceId::from_i64(0), BookingId::from_i64(0));
    loop {
        let some = lists::after(tx, place, last)?;
        let Some(newest) = some.last() else { break };
        last = (newest.resource, newest.id);
        let ids: Vec<BookingId> = some.iter().map(|booking| booking.id).collect();
        let extras = extras::of_bookings(tx, place, &ids)?;
        for booking in &some {
            check_state(booking, report);
            check_charge(tx, place, booking, report)?;
            check_lines(tx, place, booking, (&extras, report))?;
            if let Some(resource) = known.get(&booking.resource)
                && booking.occupies_at(now)
                && let Some(claim) = claim_since(booking, resource.units_from)
            {
                claims.entry(booking.resource).or_default().push(claim);
            }
        }
    }
    for (id, resource) in &known {
        let claims = claims.get(id).map_or(&[][..], Vec::as_slice);
        report.checked(OCCUPATION, claims.len());
        match peak(claims) {
            Some((count, at)) if count > resource.facts.units => {
                let units = resource.facts.units;
                report.fault(
                    OCCUPATION,
                    format!("resource {id}: {count} bookings at {at}, {units} units"),
                );
            }
            _ => {}
        }
    }
    check_bonds(tx, place, &claims, report)?;
    check_offers(tx, place, report)?;
    attendance::check(tx, place, report)
}

/// No two spaces that cannot be used at the same time are taken at one instant since they are bound, and they are bound as the office says.
fn check_bonds(
    tx: &mut Tx<'_>,
    place: PlaceId,
    claims: &BTreeMap<ResourceId, Vec<Claim>>,
    report: &mut Report,
) -> Result<(), Fault> {
    let expected = Bonds::of(&links::links(tx, place)?);
    let dated = links::dated_bonds(tx, place)?;
    if !dated
        .iter()
        .map(|(one, bond, _)| (*one, *bond))
        .eq(expected.each())
    {
        report.fault(
            BONDS,
            "the bonds are not those that follow from the links".to_owned(),
        );
    }
    let since = |id: &ResourceId, moment: Instant| -> Vec<Claim> {
        let claims = claims.get(id).into_iter().flatten();
        claims.filter_map(|claim| cut_since(claim, moment)).collect()
    };
    for (one, bond, moment) in dated.iter().filter(|(one, bond, _)| *one < bond.other) {
        report.checked(BONDS, 1);
        if let Some(at) = clash(&since(one, *moment), &since(&bond.other, *moment)) {
            report.fault(
                BONDS,
                format!("resources {one} and {}: both taken at {at}", bond.other),
            );
        }
    }
    Ok(())
}

/// An offer to somebody who waits is a request of theirs, on that space.
fn check_offers(tx: &mut Tx<'_>, place: PlaceId, report: &mut Report) -> Result<(), Fault> {
    let offered = waiting::open(tx, place)?.into_iter();
    for entry in offered.filter(|entry| entry.state == WaitingState::Offered) {
        report.checked(WAITING, 1);
        let booking = match entry.booking {
            Some(id) => bookings::find(tx, place, id)?,
            None => None,
        };
        let holds = booking.is_some_and(|booking| {
            booking.state == BookingState::Requested && booking.person == Some(entry.person)
        });
        if !holds {
            report.fault(
                WAITING,
                format!("waiting entry {}: its offer holds no hours", entry.id),
            );
        }
    }
    Ok(())
}

/// What a booking claims since the resource has its number of units.
fn claim_since(booking: &Booking, since: Instant) -> Option<Claim> {
    let claim = Claim {
        occupation: booking.occupation,
        overridden: booking.overridden,
    };
    cut_since(&claim, since)
}

fn cut_since(claim: &Claim, since: Instant) -> Option<Claim> {
    let cut = |period: Period| Period::new(period.start().max(since), period.end()).ok();
    let hours = cut(claim.occupation.hours())?;
    let whole = cut(claim.occupation.whole())?;
    Some(Claim {
        occupation: Occupation::new(hours, whole),
        ..*claim
    })
}

fn check_state(booking: &Booking, report: &mut Report) {
    report.checked(STATES, 1);
    let id = booking.id;
    let mut wrong = |what: &str| report.fault(STATES, format!("booking {id} ({}): {what}", booking.state));
    if (booking.state == BookingState::Requested) && booking.request_expires_at.is_none() {
        wrong("a request without the moment it expires");
    }
    if (booking.state == BookingState::Cancelled) != booking.cancelled_at.is_some() {
        wrong("the moment of the cancellation and the state disagree");
    }
    let given_up = matches!(booking.state, BookingState::Cancelled | BookingState::Expired);
    if booking.fee.is_some() && !given_up {
        wrong("a fee, but it was not cancelled");
    }
    if booking.fee.is_some_and(|fee| fee > booking.price.amount) || booking.fee_floor > booking.price.amount {
        wrong("a fee above its price");
    }
    if booking.overridden_by.is_some() && !booking.overridden {
        wrong("somebody went past the rules, but it does not say so");
    }
    if booking.ended_at.is_some() && !matches!(booking.state, BookingState::Done | BookingState::NoShow) {
        wrong("ended early, but not done");
    }
}

/// Each extra of a booking is charged at what it cost when it was agreed, or at what giving it up cost.
fn check_lines(
    tx: &mut Tx<'_>,
    place: PlaceId,
    booking: &Booking,
    (extras, report): (&BTreeMap<BookingId, Vec<ExtraLine>>, &mut Report),
) -> Result<(), Fault> {
    for line in extras.get(&booking.id).into_iter().flatten() {
        let held = [line.charge, line.fee_charge].into_iter().flatten();
        let mut charged = Money::ZERO;
        for id in held {
            report.checked(CHARGES, 1);
            let charge = billing::charge_by_id(tx, place, id)?;
            if charge.state == ChargeState::Cancelled || charge.basis != line.price.basis {
                let told = format!(
                    "booking {}: the charge {id} of an extra is not its own",
                    booking.id
                );
                report.fault(CHARGES, told);
            }
            charged += charge.amount;
        }
        let unanswered = matches!(booking.state, BookingState::Requested | BookingState::Refused);
        let expected = match booking.state {
            _ if unanswered || booking.customer.is_none() => Money::ZERO,
            BookingState::Cancelled | BookingState::Expired => line.fee.unwrap_or(Money::ZERO),
            _ => line.price.amount,
        };
        if charged != expected {
            let (charged, expected) = (charged.cents(), expected.cents());
            let told = format!(
                "booking {}: an extra of {expected} cents, {charged} charged",
                booking.id
            );
            report.fault(CHARGES, told);
        }
    }
    Ok(())
}

fn check_charge(
    tx: &mut Tx<'_>,
    place: PlaceId,
    booking: &Booking,
    report: &mut Report,
) -> Result<(), Fault> {
    let due = match booking.state {
        BookingState::Cancelled | BookingState::Expired => booking.fee.unwrap_or(Money::ZERO),
        _ => booking.price.amount,
    };
    let held: Vec<_> = [booking.charge, booking.fee_charge]
        .into_iter()
        .flatten()
        .collect();
    report.checked(CHARGES, held.len());
    let mut charged = Money::ZERO;
    for id in &held {
        let charge = billing::charge_by_id(tx, place, *id)?;
        if charge.state == ChargeState::Cancelled {
            report.fault(
                CHARGES,
                format!("booking {}: its charge {id} was cancelled", booking.id),
            );
        }
        if charge.basis != booking.price.basis || charge.vat.rate != booking.price.rate {
            report.fault(
                CHARGES,
                format!(
                    "booking {}: its charge {id} has another basis or rate",
                    booking.id
                ),
            );
        }
        charged += charge.amount;
    }
    let unanswered = matches!(booking.state, BookingState::Requested | BookingState::Refused);
    // Nobody pays for what was taken over already invoiced.
    let elsewhere = booking.external_ref.is_some() && held.is_empty();
    let expected = if unanswered || elsewhere || booking.customer.is_none() {
        Money::ZERO
    } else {
        due
    };
    if charged != expected {
        let (charged, expected) = (charged.cents(), expected.cents());
        report.fault(
            CHARGES,
            format!("booking {}: {charged} cents charged, {expected} due", booking.id),
        );
    }
    Ok(())
}
