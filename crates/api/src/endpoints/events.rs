//! Collective moments, and who comes to them.

use crate::endpoint::{Call, Endpoint, create, get, post};
use crate::read::{Asked, One, Sent};
use crate::rules::scope::Scope;
use crate::trouble::Trouble;
use crate::wire::{Amount, Limit, Listed, When, Wire, asked_limit};
use events::{
    Event, EventId, EventKind, EventMark, EventState, OpenTo, Registration, RegistrationId, RegistrationState,
};
use kernel::{Money, PersonId};
use platform::OrNotFound as _;
use platform::web::Access;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub(super) fn endpoints() -> Vec<Endpoint> {
    let read = (Scope::EventsRead, Access::Any(&[events::OWN, events::RUN]));
    let write = (Scope::EventsWrite, Access::Any(&[events::OWN, events::RUN]));
    let run = (Scope::EventsRead, Access::Needs(events::RUN));
    vec![
        get("/api/v1/events", "list_events", read, list),
        get("/api/v1/events/{id}", "show_event", read, show),
        get(
            "/api/v1/events/{id}/registrations",
            "list_registrations",
            run,
            registrations,
        ),
        create("/api/v1/events/{id}/registrations", "register", write, register),
        get("/api/v1/registrations", "list_own_registrations", read, own),
        post(
            "/api/v1/registrations/{id}/cancellation",
            "cancel_registration",
            write,
            cancel,
        ),
    ]
}

/// Something announced.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Event")]
struct EventOut {
    id: Wire<EventId>,
    kind: Wire<EventKind>,
    title: String,
    description: String,
    starts_at: When,
    ends_at: When,
    /// Where, when it is in no room of the place or when more is to be said.
    venue: String,
    /// Who holds it.
    host: String,
    open_to: Wire<OpenTo>,
    /// Where it stands.
    state: Wire<EventState>,
    /// Whether one registers.
    registers: bool,
    /// The most people who may register, guests counted.
    capacity: Option<i64>,
    /// Seats that are left; none without a limit.
    left: Option<i64>,
    /// The most guests whom one person may bring.
    guests: i64,
    /// Whether it costs something.
    paid: bool,
}

fn shown(call: &Call<'_, '_>, event: Event, left: Option<i64>) -> EventOut {
    EventOut {
        id: Wire(event.id),
        paid: event.is_paid(),
        state: Wire(event.state),
        kind: Wire(event.facts.kind),
        title: event.facts.title,
        description: event.facts.body,
        starts_at: call.when(event.facts.period.start()),
        ends_at: call.when(event.facts.period.end()),
        venue: event.facts.venue,
        host: event.facts.host,
        open_to: Wire(event.facts.open_to),
        registers: event.facts.registers,
        capacity: event.facts.capacity,
        left,
        guests: event.facts.guests,
    }
}

/// How many at most: what is announced and not over, the next first.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct EventsAsked {
    limit: Option<Limit>,
}

fn list(call: &mut Call<'_, '_>, Asked(asked): Asked<EventsAsked>) -> Result<Listed<EventOut>, Trouble> {
    let found = events::announced(call.tx, &call.caller.actor, asked_limit(asked.limit))?;
    let told = found.into_iter().map(|(event, left)| shown(call, event, left));
    Ok(Listed::whole(told.collect()))
}

fn show(call: &mut Call<'_, '_>, One(id): One<EventMark>) -> Result<EventOut, Trouble> {
    let (event, left) = events::event(call.tx, &call.caller.actor, id)?;
    Ok(shown(call, event, left))
}

/// Somebody who comes, or waits.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Registration")]
struct RegistrationOut {
    id: Wire<RegistrationId>,
    event: Wire<EventId>,
    /// Whom it is for; none for somebody without a record.
    person: Option<Wire<PersonId>>,
    name: String,
    /// How many come with them.
    guests: i64,
    state: Wire<RegistrationState>,
    /// What all its seats cost.
    total: Amount,
    /// What giving it up cost.
    fee: Option<Amount>,
    /// Until when an offered seat is kept.
    offered_until: Option<When>,
}

/// Registrations with the names of those who have a record.
fn all_told(call: &mut Call<'_, '_>, all: Vec<Registration>) -> Result<Vec<RegistrationOut>, Trouble> {
    let persons: Vec<PersonId> = all.iter().filter_map(|one| one.attendee.person).collect();
    let names = people::names_of(call.tx, call.caller.place.id, &persons)?;
    let named = all.into_iter().map(|one| {
        let known = one.attendee.person.and_then(|person| names.get(&person).cloned());
        let out = told(call, one);
        match known {
            Some(name) => RegistrationOut { name, ..out },
            None => out,
        }
    });
    Ok(named.collect())
}

fn one_told(call: &mut Call<'_, '_>, one: Registration) -> Result<RegistrationOut, Trouble> {
    let told = all_told(call, vec![one])?.pop();
    Ok(told.or_not_found()?)
}

fn told(call: &Call<'_, '_>, one: Registration) -> RegistrationOut {
    RegistrationOut {
        id: Wire(one.id),
        event: Wire(one.event),
        person: one.attendee.person.map(Wire),
        guests: one.guests,
        state: Wire(one.state_at(call.tx.now())),
        total: call.amount(one.total()),
        fee: one.fee.map(|fee| call.amount(fee)),
        offered_until: one.offered_until.map(|at| call.when(at)),
        name: one.attendee.name,
    }
}

fn registrations(
    call: &mut Call<'_, '_>,
    One(id): One<EventMark>,
) -> Result<Listed<RegistrationOut>, Trouble> {
    let all = events::registrations_of(call.tx, &call.caller.actor, id)?;
    Ok(Listed::whole(all_told(call, all)?))
}

fn own(call: &mut Call<'_, '_>, (): ()) -> Result<Listed<RegistrationOut>, Trouble> {
    let all = events::own_registrations(call.tx, &call.caller.actor)?;
    Ok(Listed::whole(all_told(call, all)?))
}

/// A seat, and seats for guests.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RegistrationIn {
    /// For whom; for the holder of the key when nobody is named. For others, who makes the programme.
    person: Option<Wire<PersonId>>,
    /// How many come with them.
    #[serde(default)]
    #[schemars(range(min = 0, max = 100))]
    guests: i64,
    /// The price of one seat that was shown, in cents: another one is refused.
    price_shown: Option<i64>,
}

fn register(
    call: &mut Call<'_, '_>,
    (One(id), Sent(sent)): (One<EventMark>, Sent<RegistrationIn>),
) -> Result<RegistrationOut, Trouble> {
    let person = call.person(sent.person.map(|person| person.0))?;
    let actor = &call.caller.actor;
    let made = if actor.is(person) {
        let shown = sent.price_shown.map(Money::from_cents);
        events::register(call.tx, actor, id, sent.guests, shown)?
    } else {
        events::register_other(call.tx, actor, id, Ok(person), sent.guests)?
    };
    one_told(call, made)
}

/// How it is given up.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RegistrationCancellationIn {
    /// The fee that was shown, in cents: another one is refused.
    fee_shown: Option<i64>,
    /// Whether it is let go for nothing, for who makes the programme.
    #[serde(default)]
    waived: bool,
}

fn cancel(
    call: &mut Call<'_, '_>,
    (One(id), Sent(sent)): (One<events::RegistrationMark>, Sent<RegistrationCancellationIn>),
) -> Result<RegistrationOut, Trouble> {
    let terms = (sent.fee_shown.map(Money::from_cents), sent.waived);
    let one = events::give_up(call.tx, &call.caller.actor, id, terms)?;
    one_told(call, one)
}
