//! Giving and taking seats, while the event is held: whoever does so is alone.

use super::charging;
use crate::letters::{self, Notice};
use crate::rules::event::Event;
use crate::rules::registration::{Registration, RegistrationRefused, RegistrationState};
use crate::rules::seats;
use crate::store::{events, registrations};
use kernel::{Actor, Money};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound};

/// The event, held, with what time did to its seats noted: offers that are over lapse, seats that came free are offered.
pub(super) fn hold(
    tx: &mut Tx<'_>,
    actor: &Actor,
    event: crate::EventId,
) -> Result<(Event, Vec<Registration>), Fault> {
    let event = events::lock(tx, actor.place, event)?.or_not_found()?;
    settle(tx, actor, &event)?;
    let all = registrations::of_event(tx, actor.place, event.id)?;
    Ok((event, all))
}

/// Notes offers that are over and offers what is free to who waits, with a letter to each. Nobody is offered a seat once it is over.
pub(super) fn settle(tx: &mut Tx<'_>, actor: &Actor, event: &Event) -> Result<(), Fault> {
    let now = tx.now();
    let mut all = registrations::of_event(tx, actor.place, event.id)?;
    let open = event.takes_registrations(now);
    for one in &mut all {
        let over = one.state_at(now) != one.state;
        if over || (!open && one.state == RegistrationState::Waiting) {
            one.state = RegistrationState::Lapsed;
            registrations::update(tx, actor.place, one)?;
            if over && open {
                letters::ask(tx, actor, Notice::Lapsed, one.id)?;
            }
        }
    }
    if !open {
        return Ok(());
    }
    let hours = super::settings(tx, actor.place)?.offer_hours;
    let offered: Vec<Registration> = seats::to_offer(event.facts.capacity, &all, now)
        .into_iter()
        .cloned()
        .collect();
    for mut one in offered {
        let Some(price) = charging::price_of(tx, actor.place, event, one.audience)? else {
            continue;
        };
        one.price = price;
        one.state = RegistrationState::Offered;
        one.offered_until = Some(seats::offer_until(now, hours, event.facts.period));
        registrations::update(tx, actor.place, &one)?;
        letters::ask(tx, actor, Notice::Offered, one.id)?;
    }
    Ok(())
}

/// Gives the seats if they are there, else a place on the waiting list; the row is not written yet.
pub(super) fn admit(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (event, all): (&Event, &[Registration]),
    one: &mut Registration,
    shown: Option<Money>,
) -> Result<(), Failure<RegistrationRefused>> {
    let now = tx.now();
    let most = event.facts.guests;
    if !(0..=most).contains(&one.guests) {
        return Err(Failure::Refused(RegistrationRefused::TooManyGuests { most }));
    }
    if let Some(capacity) = event.facts.capacity.filter(|seats| *seats < one.people()) {
        return Err(Failure::Refused(RegistrationRefused::NeverFits { capacity }));
    }
    one.price = charging::price_of(tx, actor.place, event, one.audience)?
        .ok_or(Failure::Refused(RegistrationRefused::NotBilled))?;
    if shown.is_some_and(|shown| shown != one.price.amount) {
        return Err(Failure::Refused(RegistrationRefused::AmountChanged));
    }
    let left = seats::left(event.facts.capacity, all, now);
    one.asked_at = now;
    if left.is_some_and(|left| left < one.people()) {
        one.state = RegistrationState::Waiting;
        return Ok(());
    }
    one.state = RegistrationState::Registered;
    charging::charge(tx, actor, event, one)
}

/// Takes seats back, with what stays due of their price.
pub(super) fn take_back(
    tx: &mut Tx<'_>,
    actor: &Actor,
    event: &Event,
    one: &mut Registration,
    due: Money,
) -> Result<(), Failure<RegistrationRefused>> {
    charging::withdraw(tx, actor, event, one, due)?;
    one.state = RegistrationState::Cancelled;
    one.cancelled_at = Some(tx.now());
    registrations::update(tx, actor.place, one)?;
    Ok(())
}
