//! Who asks to have the place to themselves, and the quotes written for it.

use crate::endpoint::{Call, Endpoint, get};
use crate::read::{Asked, One};
use crate::rules::scope::Scope;
use crate::trouble::Trouble;
use crate::wire::{Amount, Cursor, Limit, Listed, When, Wire, asked_limit};
use billing::{Quote, QuoteState};
use hires::{Hire, HireSlot, HireState, Occasion};
use kernel::{Day, Email, Id, Instant, PersonId};
use platform::web::Access;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use spaces::{BookingId, ResourceId};

pub(super) fn endpoints() -> Vec<Endpoint> {
    let read = (Scope::HiresRead, Access::Needs(hires::READ));
    vec![
        get("/api/v1/exclusive-hires", "list_exclusive_hires", read, list),
        get("/api/v1/exclusive-hires/{id}", "show_exclusive_hire", read, show),
    ]
}

/// A request to have the place, or a part of it, to oneself.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ExclusiveHire")]
struct HireOut {
    id: Wire<Id<Hire>>,
    /// Where it stands: `open`, `answered`, `accepted`, `refused` or `lost`.
    state: Wire<HireState>,
    /// Who asks; empty once they are forgotten.
    name: String,
    email: Option<Wire<Email>>,
    /// For which organisation.
    organisation: Option<String>,
    /// As whom the place knows them.
    person: Option<Wire<PersonId>>,
    first_day: Wire<Day>,
    last_day: Wire<Day>,
    people: i64,
    occasion: Wire<Occasion>,
    asked_at: When,
}

fn shown(call: &Call<'_, '_>, hire: Hire) -> HireOut {
    let known = hire.asked.email.is_some();
    HireOut {
        id: Wire(hire.id),
        state: Wire(hire.state),
        name: if known {
            hire.asked.name.full()
        } else {
            String::new()
        },
        email: hire.asked.email.map(Wire),
        organisation: hire.asked.organisation.map(|(name, _)| name.to_string()),
        person: hire.person.map(Wire),
        first_day: Wire(hire.wanted.days.first()),
        last_day: Wire(hire.wanted.days.last()),
        people: hire.wanted.people,
        occasion: Wire(hire.wanted.occasion),
        asked_at: call.when(hire.asked_at),
    }
}

/// Those that stand so; those that wait for an answer when nothing is said.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct HiresAsked {
    state: Option<Wire<HireState>>,
    limit: Option<Limit>,
    cursor: Option<Cursor>,
}

fn list(call: &mut Call<'_, '_>, Asked(asked): Asked<HiresAsked>) -> Result<Listed<HireOut>, Trouble> {
    let state = asked.state.map_or(HireState::Open, |state| state.0);
    let limit = asked_limit(asked.limit);
    let after = Cursor::mark(asked.cursor.as_ref(), |mark| {
        let (micros, id) = mark.split_once(' ')?;
        Some((Instant::from_micros(micros.parse().ok()?), Id::parse(id).ok()?))
    })?;
    let newest = (Instant::from_micros(i64::MAX), Id::from_i64(i64::MAX));
    let after = after.unwrap_or(newest);
    let actor = &call.caller.actor;
    let found = hires::in_state_after(call.tx, actor, state, after, limit.saturating_add(1))?;
    let mark = |one: &Hire| format!("{} {}", one.asked_at.micros(), one.id);
    Ok(Listed::of(found, limit, mark, |hire| shown(call, hire)))
}

/// A space at some hours of a request.
#[derive(Serialize, JsonSchema)]
struct HiredSpace {
    resource: Wire<ResourceId>,
    starts_at: When,
    ends_at: When,
    /// What keeps it, or what it was booked as.
    booking: Option<Wire<BookingId>>,
}

/// A quote written for a request.
#[derive(Serialize, JsonSchema)]
struct HireQuote {
    id: Wire<Id<Quote>>,
    /// None while it is a draft.
    number: Option<String>,
    state: Wire<QuoteState>,
    /// Its last day.
    valid_until: Wire<Day>,
    net: Amount,
    gross: Amount,
}

/// A request with its spaces and its quotes, the newest quote first.
#[derive(Serialize, JsonSchema)]
struct ExclusiveHireWhole {
    hire: HireOut,
    spaces: Vec<HiredSpace>,
    quotes: Vec<HireQuote>,
}

fn show(call: &mut Call<'_, '_>, One(id): One<Hire>) -> Result<ExclusiveHireWhole, Trouble> {
    let place = call.caller.place.id;
    let hire = hires::hire(call.tx, place, id)?;
    let slots = hires::slots_of(call.tx, place, id)?;
    let quotes = billing::quotes_of(call.tx, place, &hires::source_of(id))?;
    let today = call.tx.today(&call.caller.place.zone);
    let spaces = slots.into_iter().map(|slot: HireSlot| HiredSpace {
        resource: Wire(slot.resource),
        starts_at: call.when(slot.period.start()),
        ends_at: call.when(slot.period.end()),
        booking: slot.booking.map(Wire),
    });
    let quotes = quotes.into_iter().map(|quote| {
        let totals = quote.facts.totals();
        HireQuote {
            id: Wire(quote.id),
            number: quote.number.map(|number| number.to_string()),
            state: Wire(quote.state_on(today)),
            valid_until: Wire(quote.facts.valid_until),
            net: call.amount(totals.net),
            gross: call.amount(totals.gross),
        }
    });
    Ok(ExclusiveHireWhole {
        spaces: spaces.collect(),
        quotes: quotes.collect(),
        hire: shown(call, hire),
    })
}
