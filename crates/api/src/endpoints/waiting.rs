//! The waiting list for hours that are taken.

use super::spaces::{Done, period_of};
use crate::endpoint::{Call, Endpoint, create, get, post};
use crate::read::{One, Sent};
use crate::rules::scope::Scope;
use crate::trouble::Trouble;
use crate::wire::{Listed, Span, When, Wire};
use kernel::{Instant, PersonId};
use platform::OrNotFound as _;
use platform::web::Access;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use spaces::rules::waiting::{WaitingMark, WaitingState};
use spaces::store::waiting;
use spaces::{BOOK, BOOK_FOR_OTHERS, BookingId, LayoutId, NewWait, ResourceId, WaitingEntry, WaitingId};

pub(super) fn endpoints() -> Vec<Endpoint> {
    let access = Access::Any(&[BOOK, BOOK_FOR_OTHERS]);
    let (read, write) = ((Scope::SpacesRead, access), (Scope::SpacesWrite, access));
    vec![
        get("/api/v1/waiting", "list_waiting", read, list),
        create("/api/v1/waiting", "join_waiting", write, join),
        post("/api/v1/waiting/{id}/withdrawal", "leave_waiting", write, leave),
    ]
}

/// Somebody waits for hours that are taken.
#[derive(Serialize, JsonSchema)]
struct Waiting {
    id: Wire<WaitingId>,
    resource: Wire<ResourceId>,
    person: Wire<PersonId>,
    hours: Span,
    title: String,
    /// How the room is to be laid out.
    layout: Option<Wire<LayoutId>>,
    /// Words for the desk.
    note: String,
    state: Wire<WaitingState>,
    /// The booking that is offered.
    booking: Option<Wire<BookingId>>,
    /// Until when the offer holds.
    offer_until: Option<When>,
}

fn shown(call: &Call<'_, '_>, entry: WaitingEntry) -> Waiting {
    Waiting {
        id: Wire(entry.id),
        resource: Wire(entry.resource),
        person: Wire(entry.person),
        hours: Span::new(entry.period, &call.caller.place.zone),
        title: entry.title,
        layout: entry.layout.map(Wire),
        note: entry.note,
        state: Wire(entry.state),
        booking: entry.booking.map(Wire),
        offer_until: entry.offer_until.map(|at| call.when(at)),
    }
}

/// Everybody who waits for who books for others, oneself for who does not.
fn list(call: &mut Call<'_, '_>, (): ()) -> Result<Listed<Waiting>, Trouble> {
    let actor = &call.caller.actor;
    let open = if actor.may(BOOK_FOR_OTHERS) {
        waiting::open(call.tx, actor.place)?
    } else {
        waiting::open_of(call.tx, actor.place, actor.person.or_not_found()?)?
    };
    Ok(Listed::whole(
        open.into_iter().map(|one| shown(call, one)).collect(),
    ))
}

/// Somebody who would wait.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct WaitingIn {
    resource: Wire<ResourceId>,
    starts_at: Wire<Instant>,
    ends_at: Wire<Instant>,
    /// Who; the holder of the key when nobody is named.
    person: Option<Wire<PersonId>>,
    #[serde(default)]
    #[schemars(length(max = 200))]
    title: String,
    #[schemars(range(min = 1, max = 100_000))]
    attendance: Option<i64>,
    /// How the room is laid out: the time that it takes around the hours must be free too. Its own buffers count without.
    layout: Option<Wire<LayoutId>>,
    /// Words for the desk.
    #[serde(default)]
    #[schemars(length(max = 1_000))]
    note: String,
}

fn join(call: &mut Call<'_, '_>, Sent(sent): Sent<WaitingIn>) -> Result<Waiting, Trouble> {
    let new = NewWait {
        resource: sent.resource.0,
        period: period_of(sent.starts_at.0, sent.ends_at.0, "ends_at", 31)?,
        person: call.person(sent.person.map(|person| person.0))?,
        title: sent.title,
        attendance: sent.attendance,
        layout: sent.layout.map(|layout| layout.0),
        note: sent.note,
    };
    let id = spaces::join_waiting(call.tx, &call.caller.actor, &new)?;
    let entry = waiting::find(call.tx, call.caller.place.id, id)?.or_not_found()?;
    Ok(shown(call, entry))
}

fn leave(call: &mut Call<'_, '_>, One(id): One<WaitingMark>) -> Result<Done, Trouble> {
    spaces::leave_waiting(call.tx, &call.caller.actor, id)?;
    Ok(Done::DONE)
}
