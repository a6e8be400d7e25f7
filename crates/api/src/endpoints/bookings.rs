//! Bookings: what they cost, making, moving, giving up and answering them.

use super::booking_extras::{BookingExtra, extras};
use super::booking_wanted::{BookingIn, asked, quote};
use super::spaces::period_of;
use crate::endpoint::{Call, Endpoint, create, get, post};
use crate::read::{Asked, One, Sent};
use crate::rules::scope::Scope;
use crate::trouble::Trouble;
use crate::wire::{Amount, Cursor, Limit, Listed, When, Wire, asked_limit};
use billing::Basis;
use kernel::{Actor, Audience, Instant, Money, PersonId};
use platform::database::Tx;
use platform::web::Access;
use platform::{Failure, OrNotFound as _};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use spaces::rules::booking::BookingMark;
use spaces::rules::extras::{due, sum};
use spaces::store;
use spaces::store::lists::{self, Listing};
use spaces::{
    BOOK, BOOK_FOR_OTHERS, Booking, BookingId, BookingRefusal, BookingState, Cancellation, ExtraLine, Move,
    Notice, Price, ResourceId, SEE_BOOKERS,
};

/// The most days that a list of bookings spans.
pub(super) const MOST_DAYS: i64 = 400;

pub(super) fn endpoints() -> Vec<Endpoint> {
    let look = (
        Scope::SpacesRead,
        Access::Any(&[BOOK, BOOK_FOR_OTHERS, SEE_BOOKERS]),
    );
    let book = (Scope::SpacesWrite, Access::Any(&[BOOK, BOOK_FOR_OTHERS]));
    let answer = (Scope::SpacesWrite, Access::Needs(BOOK_FOR_OTHERS));
    vec![
        get("/api/v1/bookings", "list_bookings", look, list),
        create("/api/v1/bookings", "book", book, make),
        post("/api/v1/bookings/quotes", "quote_booking", book, quote),
        get("/api/v1/bookings/{id}", "show_booking", look, show),
        post("/api/v1/bookings/{id}/move", "move_booking", book, relocate),
        post(
            "/api/v1/bookings/{id}/cancellation",
            "cancel_booking",
            book,
            cancel,
        ),
        post("/api/v1/bookings/{id}/ending", "end_booking", book, end),
        post("/api/v1/bookings/{id}/acceptance", "accept_offer", book, accept),
        post(
            "/api/v1/bookings/{id}/approval",
            "approve_booking",
            answer,
            approve,
        ),
        post("/api/v1/bookings/{id}/refusal", "refuse_booking", answer, refuse),
        post(
            "/api/v1/bookings/{id}/arrival",
            "welcome_booking",
            answer,
            welcome,
        ),
    ]
}

/// Hours on a resource, with the price frozen when it was booked.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Booking")]
pub(super) struct BookingOut {
    id: Wire<BookingId>,
    resource: Wire<ResourceId>,
    /// For whom; none for the house itself and for a caller without a record.
    person: Option<Wire<PersonId>>,
    title: String,
    starts_at: When,
    ends_at: When,
    state: Wire<BookingState>,
    /// How many people come, if said.
    attendance: Option<i64>,
    /// Whether members may see who booked.
    visible: bool,
    audience: Wire<Audience>,
    price: BookingPrice,
    /// What is had with it.
    extras: Vec<BookingExtra>,
    /// What it costs with its extras, on the basis of its price.
    total: Amount,
    /// What giving it up cost, with its extras.
    fee: Option<Amount>,
    created_at: When,
    /// Until when a request holds its hours.
    request_expires_at: Option<When>,
    cancelled_at: Option<When>,
}

/// What a booking costs.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "BookingPrice")]
pub(super) struct BookingPrice {
    amount: Amount,
    /// Net or gross.
    basis: Wire<Basis>,
    /// The VAT rate, in hundredths of a percent.
    vat_basis_points: i64,
}

pub(super) fn price(call: &Call<'_, '_>, price: &Price) -> BookingPrice {
    BookingPrice {
        amount: call.amount(price.amount),
        basis: Wire(price.basis),
        vat_basis_points: price.rate.basis_points(),
    }
}

/// One booking with its extras.
fn whole(call: &mut Call<'_, '_>, booking: Booking) -> Result<BookingOut, Trouble> {
    let lines = store::extras::of_booking(call.tx, call.caller.place.id, booking.id)?;
    Ok(shown(call, booking, &lines))
}

/// Bookings with their extras.
pub(super) fn wholes(call: &mut Call<'_, '_>, bookings: Vec<Booking>) -> Result<Vec<BookingOut>, Trouble> {
    let ids: Vec<BookingId> = bookings.iter().map(|booking| booking.id).collect();
    let mut lines = store::extras::of_bookings(call.tx, call.caller.place.id, &ids)?;
    let told = bookings.into_iter().map(|booking| {
        let own = lines.remove(&booking.id).unwrap_or_default();
        shown(call, booking, &own)
    });
    Ok(told.collect())
}

fn shown(call: &Call<'_, '_>, booking: Booking, lines: &[ExtraLine]) -> BookingOut {
    BookingOut {
        extras: extras(call, lines),
        total: call.amount(booking.price.amount + sum(&booking.price, lines)),

        id: Wire(booking.id),
        resource: Wire(booking.resource),
        person: booking.person.map(Wire),
        starts_at: call.when(booking.period().start()),
        ends_at: call.when(booking.period().end()),
        state: Wire(booking.state_at(call.tx.now())),
        attendance: booking.attendance,
        visible: booking.visible,
        audience: Wire(booking.audience),
        price: price(call, &booking.price),
        fee: booking.fee.map(|_| call.amount(due(&booking, lines))),
        created_at: call.when(booking.created_at),
        request_expires_at: booking.request_expires_at.map(|at| call.when(at)),
        cancelled_at: booking.cancelled_at.map(|at| call.when(at)),
        title: booking.title,
    }
}

/// Which bookings: those whose hours touch a span of four hundred days at most.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct BookingsAsked {
    from: Wire<Instant>,
    until: Wire<Instant>,
    resource: Option<Wire<ResourceId>>,
    state: Option<Wire<BookingState>>,
    limit: Option<Limit>,
    cursor: Option<Cursor>,
}

/// Everybody's for who sees who booked, one's own for others.
fn list(call: &mut Call<'_, '_>, Asked(asked): Asked<BookingsAsked>) -> Result<Listed<BookingOut>, Trouble> {
    let listing = Listing {
        span: period_of(asked.from.0, asked.until.0, "until", MOST_DAYS)?,
        resource: asked.resource.map(|resource| resource.0),
        state: asked.state.map(|state| state.0),
    };
    let limit = asked_limit(asked.limit);
    let after = Cursor::mark(asked.cursor.as_ref(), |mark| {
        let (micros, id) = mark.split_once(' ')?;
        Some((
            Instant::from_micros(micros.parse().ok()?),
            BookingId::parse(id).ok()?,
        ))
    })?;
    let after = after.unwrap_or((Instant::from_micros(i64::MIN), BookingId::from_i64(0)));
    let actor = &call.caller.actor;
    let whose = if actor.may(SEE_BOOKERS) {
        None
    } else {
        Some(actor.person.or_not_found()?)
    };
    let read = lists::listed_after(
        call.tx,
        actor.place,
        &listing,
        whose,
        after,
        limit.saturating_add(1),
    )?;
    let mark = |one: &Booking| format!("{} {}", one.period().start().micros(), one.id);
    let ids: Vec<BookingId> = read.iter().map(|booking| booking.id).collect();
    let lines = store::extras::of_bookings(call.tx, call.caller.place.id, &ids)?;
    Ok(Listed::of(read, limit, mark, |one| {
        let own = lines.get(&one.id).cloned().unwrap_or_default();
        shown(call, one, &own)
    }))
}

fn show(call: &mut Call<'_, '_>, One(id): One<BookingMark>) -> Result<BookingOut, Trouble> {
    let booking = spaces::booking(call.tx, &call.caller.actor, id)?;
    whole(call, booking)
}

fn make(call: &mut Call<'_, '_>, Sent(sent): Sent<BookingIn>) -> Result<BookingOut, Trouble> {
    let new = asked(call, sent)?;
    let booking = spaces::book(call.tx, &call.caller.actor, &new)?;
    let notice = asked_or(&booking, Notice::Confirmed);
    told(call, booking, notice)
}

/// Where a booking should go.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct MoveIn {
    resource: Wire<ResourceId>,
    starts_at: Wire<Instant>,
    ends_at: Wire<Instant>,
    /// Whether to go past hours, limits and buffers, for who may.
    #[serde(default)]
    overriding: bool,
    /// The price that was shown, in cents: another one is refused.
    price_shown: Option<i64>,
}

fn relocate(
    call: &mut Call<'_, '_>,
    (One(id), Sent(sent)): (One<BookingMark>, Sent<MoveIn>),
) -> Result<BookingOut, Trouble> {
    let to = Move {
        resource: sent.resource.0,
        period: period_of(sent.starts_at.0, sent.ends_at.0, "ends_at", MOST_DAYS)?,
        overriding: sent.overriding,
        waived: false,
        price_shown: sent.price_shown.map(Money::from_cents),
    };
    let booking = spaces::move_booking(call.tx, &call.caller.actor, id, &to)?;
    told(call, booking, Notice::Moved)
}

/// How it is given up.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct CancellationIn {
    /// The fee that was shown, in cents: another one is refused.
    fee_shown: Option<i64>,
    /// Whether it is let go for nothing, for who may.
    #[serde(default)]
    waived: bool,
}

fn cancel(
    call: &mut Call<'_, '_>,
    (One(id), Sent(sent)): (One<BookingMark>, Sent<CancellationIn>),
) -> Result<BookingOut, Trouble> {
    let wanted = Cancellation {
        fee_shown: sent.fee_shown.map(Money::from_cents),
        waived: sent.waived,
    };
    let booking = spaces::cancel(call.tx, &call.caller.actor, id, wanted)?;
    told(call, booking, Notice::Cancelled)
}

type Act = fn(&mut Tx<'_>, &Actor, BookingId) -> Result<Booking, Failure<BookingRefusal>>;

fn act(
    call: &mut Call<'_, '_>,
    id: BookingId,
    act: Act,
    notice: Option<Notice>,
) -> Result<BookingOut, Trouble> {
    let booking = act(call.tx, &call.caller.actor, id)?;
    match notice {
        Some(notice) => told(call, booking, notice),
        None => whole(call, booking),
    }
}

fn end(call: &mut Call<'_, '_>, One(id): One<BookingMark>) -> Result<BookingOut, Trouble> {
    act(call, id, spaces::end_early, None)
}

fn accept(call: &mut Call<'_, '_>, One(id): One<BookingMark>) -> Result<BookingOut, Trouble> {
    let booking = spaces::accept_offer(call.tx, &call.caller.actor, id)?;
    let notice = asked_or(&booking, Notice::Confirmed);
    told(call, booking, notice)
}

fn approve(call: &mut Call<'_, '_>, One(id): One<BookingMark>) -> Result<BookingOut, Trouble> {
    act(call, id, spaces::approve, Some(Notice::Confirmed))
}

fn refuse(call: &mut Call<'_, '_>, One(id): One<BookingMark>) -> Result<BookingOut, Trouble> {
    act(call, id, spaces::refuse, Some(Notice::Refused))
}

fn welcome(call: &mut Call<'_, '_>, One(id): One<BookingMark>) -> Result<BookingOut, Trouble> {
    act(call, id, spaces::welcome, None)
}

fn asked_or(booking: &Booking, notice: Notice) -> Notice {
    if booking.state == BookingState::Requested {
        Notice::Requested
    } else {
        notice
    }
}

/// The booking, after a letter to whom it is for, as from a page.
fn told(call: &mut Call<'_, '_>, booking: Booking, notice: Notice) -> Result<BookingOut, Trouble> {
    let amount = match booking.fee {
        Some(_) => spaces::due_for(call.tx, call.caller.place.id, &booking)?,
        None => Money::ZERO,
    };
    let (actor, base_url) = (&call.caller.actor, &call.caller.base_url);
    spaces::notify(call.tx, actor, booking.id, notice, amount, base_url)?;
    whole(call, booking)
}
