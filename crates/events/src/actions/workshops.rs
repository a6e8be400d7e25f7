//! Paid workshops that members hold: what is agreed on, what they come to, what is paid out (T42).

use super::subject;
use crate::permissions::MANAGE;
use crate::rules::event::{EventId, EventState};
use crate::rules::registration::Registration;
use crate::rules::workshop::{Payout, Statement, Terms, Workshop, WorkshopRefused, brought_in, statement};
use crate::store::{events, registrations, workshops};
use kernel::{Actor, Day, Money, PersonId, PlaceId};
use platform::activity;
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound};
use serde_json::json;

/// Notes who holds a paid event and what the house keeps; noted again before it is paid out, the last word counts.
///
/// # Errors
/// [`WorkshopRefused`]; [`Fault::NotFound`] for an unknown event or person.
pub fn agree_workshop(
    tx: &mut Tx<'_>,
    actor: &Actor,
    event: EventId,
    (person, terms): (PersonId, Terms),
) -> Result<(), Failure<WorkshopRefused>> {
    actor.require(MANAGE)?;
    let held = events::lock(tx, actor.place, event)?.or_not_found()?;
    let known = people::person(tx, actor.place, person)?.or_not_found()?;
    if !held.is_paid() {
        return Err(Failure::Refused(WorkshopRefused::Free));
    }
    if workshops::find(tx, actor.place, event)?.is_some_and(|one| one.paid.is_some()) {
        return Err(Failure::Refused(WorkshopRefused::PaidOut));
    }
    let workshop = Workshop {
        event,
        person,
        terms: terms.checked().map_err(Failure::Refused)?,
        paid: None,
    };
    workshops::keep(tx, actor.place, &workshop, actor.account)?;
    let detail = json!({ "name": known.name.full() });
    activity::record(tx, actor, "workshop.agreed", subject(event), detail)?;
    Ok(())
}

/// What a workshop comes to: as paid out once it was, else as it stands now; with the registrations that bring something in.
///
/// # Errors
/// As the database says.
pub fn workshop_statement(
    tx: &mut Tx<'_>,
    place: PlaceId,
    workshop: &Workshop,
) -> Result<(Statement, Vec<(Registration, Money)>), Fault> {
    let all = registrations::of_event(tx, place, workshop.event)?;
    let lines: Vec<(Registration, Money)> = all
        .into_iter()
        .map(|one| {
            let income = brought_in(&one);
            (one, income)
        })
        .filter(|(_, income)| !income.is_zero())
        .collect();
    let figures = match workshop.paid {
        Some(paid) => Statement {
            income: paid.income,
            house: paid.income - paid.member,
            member: paid.member,
        },
        None => {
            let incomes: Vec<Money> = lines.iter().map(|(_, income)| *income).collect();
            statement(workshop.terms, &incomes)
        }
    };
    Ok((figures, lines))
}

/// Notes that the member got their share on a day: the figures stand from then on. `shown` is the share that was shown; another one is
/// refused.
///
/// # Errors
/// [`WorkshopRefused`]; [`Fault::NotFound`].
pub fn pay_out(
    tx: &mut Tx<'_>,
    actor: &Actor,
    event: EventId,
    (on, shown): (Day, Money),
) -> Result<(), Failure<WorkshopRefused>> {
    actor.require(MANAGE)?;
    let held = events::lock(tx, actor.place, event)?.or_not_found()?;
    let workshop = workshops::find(tx, actor.place, event)?.or_not_found()?;
    if workshop.paid.is_some() {
        return Err(Failure::Refused(WorkshopRefused::PaidOut));
    }
    if held.state != EventState::Published || held.facts.period.end() > tx.now() {
        return Err(Failure::Refused(WorkshopRefused::NotOver));
    }
    let (figures, _) = workshop_statement(tx, actor.place, &workshop)?;
    if figures.member != shown {
        return Err(Failure::Refused(WorkshopRefused::AmountChanged));
    }
    let payout = Payout {
        on,
        income: figures.income,
        member: figures.member,
    };
    if !workshops::pay(tx, actor.place, event, &payout, actor.account)? {
        return Err(Failure::Refused(WorkshopRefused::PaidOut));
    }
    let detail = json!({ "cents": figures.member.cents(), "day": on.to_string() });
    activity::record(tx, actor, "workshop.paid_out", subject(event), detail)?;
    Ok(())
}
