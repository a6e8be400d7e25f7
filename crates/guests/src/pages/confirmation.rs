//! The link that proves an address: one button, since mail scanners follow links.

use crate::actions::booking::confirm;
use crate::rules::guest::At;
use crate::store::bookings;
use askama::Template;
use kernel::Money;
use people::{Token, TokenHash};
use platform::web::{Answer, Form, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound};
use spaces::store::{extras, resources};
use spaces::{Booking, BookingState, ExtraLine, Notice, Resource};

/// What is about to be confirmed, or why it cannot be any more.
#[derive(Template)]
#[template(path = "guest_confirmation.html")]
pub(super) struct ConfirmationPage {
    shell: Shell,
    secret: String,
    /// What is held, while it is.
    held: Option<(Booking, Resource)>,
    /// What is had with it.
    lines: Vec<ExtraLine>,
    /// The room to begin again with.
    room: Option<Resource>,
}

impl ConfirmationPage {
    fn when(&self, booking: &Booking) -> String {
        self.shell.period(&booking.period())
    }

    fn with_it(&self) -> Vec<(String, String)> {
        spaces::extra_lines(&self.shell, &self.lines)
    }

    fn price(&self, booking: &Booking) -> String {
        super::words::both(
            &self.shell,
            &super::room_view::both_with(&booking.price, &self.lines),
        )
    }
}

pub(super) async fn show(visit: Visit, Path(secret): Path<String>) -> Answer {
    shown(&visit, secret).await
}

async fn shown(visit: &Visit, secret: String) -> Answer {
    let hash = TokenHash::of(&secret);
    let found = visit
        .read(move |tx, actor| {
            let Some(hash) = &hash else {
                return Ok(None);
            };
            let Some(known) = bookings::by_secret(tx, actor.place, hash)? else {
                return Ok(None);
            };
            let booking = spaces::store::bookings::find(tx, actor.place, known.booking)?.or_not_found()?;
            let room = resources::find(tx, actor.place, booking.resource)?.or_not_found()?;
            let lines = extras::of_booking(tx, actor.place, booking.id)?;
            Ok::<_, Fault>(Some((booking, room, lines, known.proven_at.is_some())))
        })
        .await?;
    let now = visit.now;
    let (held, room, lines) = match found {
        Some((booking, room, lines, proven)) => {
            let open = proven || booking.state_at(now) == BookingState::Requested;
            (open.then(|| (booking, room.clone())), Some(room), lines)
        }
        None => (None, None, Vec::new()),
    };
    let good = held.is_some();
    let page = ConfirmationPage {
        shell: visit.shell("guests-confirm-title"),
        secret,
        held,
        lines,
        room,
    };
    let status = if good { StatusCode::OK } else { StatusCode::GONE };
    visit.page_with_status(status, &page)
}

pub(super) async fn create(visit: Visit, Path(secret): Path<String>, _: Form) -> Answer {
    let Some(hash) = TokenHash::of(&secret) else {
        return shown(&visit, secret).await;
    };
    let key = Token::from_bytes(visit.app.db.entropy().bytes());
    let (given, base_url) = (key.clone(), visit.app.settings.base_url.clone());
    let done = visit
        .write(move |tx, actor| {
            let (id, first) = confirm(tx, actor, &hash)?;
            spaces::give_key(tx, actor, id, &given.hash())?;
            if first {
                let booking = spaces::store::bookings::find(tx, actor.place, id)?.or_not_found()?;
                let notice = match booking.state {
                    BookingState::Requested => Notice::Requested,
                    _ => Notice::Confirmed,
                };
                spaces::notify(tx, actor, id, notice, Money::ZERO, &base_url)?;
            }
            Ok::<_, Failure<At>>(())
        })
        .await;
    match done {
        Ok(()) => visit.redirect(&format!("/guest-bookings/{}", key.as_str())),
        // Its time is over, or nobody knows the link any more.
        Err(Failure::Refused(_) | Failure::Fault(Fault::NotFound)) => shown(&visit, secret).await,
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}
