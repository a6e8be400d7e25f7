//! The link that proves an address: one button, since mail scanners follow links.

use crate::actions::booking::confirm;
use crate::rules::guest::At;
use crate::rules::guest::GuestBooking;
use crate::store::bookings;
use askama::Template;
use kernel::{Actor, Money, Refusal as _};
use offers::{BookingCoupon, CouponRefused, Relief};
use people::{Token, TokenHash};
use platform::database::Tx;
use platform::web::{Answer, Form, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound};
use spaces::rules::extras::sum;
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
    /// What the coupon given with it takes off, or why it does not, while that is open.
    coupon: Option<Result<BookingCoupon, CouponRefused>>,
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

    /// The total that is said yes to, in cents.
    fn cents(&self, booking: &Booking) -> i64 {
        (booking.price.amount + sum(&booking.price, &self.lines)).cents()
    }

    /// What the coupon takes off.
    fn relief(&self) -> Vec<String> {
        let good = self.coupon.as_ref().and_then(|coupon| coupon.as_ref().ok());
        let relief = Relief {
            coupon: good.cloned(),
            ..Relief::default()
        };
        spaces::relief_lines(&self.shell, Some(&relief))
    }

    /// Why the coupon takes nothing off.
    fn refusal(&self) -> Option<String> {
        let why = self.coupon.as_ref()?.as_ref().err()?;
        Some(
            self.shell
                .t1("guests-coupon-refused", "reason", self.shell.t(why.key())),
        )
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
            let mut booking =
                spaces::store::bookings::find(tx, actor.place, known.booking)?.or_not_found()?;
            let room = resources::find(tx, actor.place, booking.resource)?.or_not_found()?;
            let lines = extras::of_booking(tx, actor.place, booking.id)?;
            let coupon = priced(tx, actor, &known, &mut booking)?;
            Ok::<_, Fault>(Some((booking, room, (lines, coupon), known.proven_at.is_some())))
        })
        .await?;
    let now = visit.now;
    let (held, room, (lines, coupon)) = match found {
        Some((booking, room, with, proven)) => {
            let open = proven || booking.state_at(now) == BookingState::Requested;
            (open.then(|| (booking, room.clone())), Some(room), with)
        }
        None => (None, None, (Vec::new(), None)),
    };
    let good = held.is_some();
    let page = ConfirmationPage {
        shell: visit.shell("guests-confirm-title"),
        secret,
        held,
        lines,
        coupon,
        room,
    };
    let status = if good { StatusCode::OK } else { StatusCode::GONE };
    visit.page_with_status(status, &page)
}

/// Puts the price in that the hours have for whose address it is, and says what their coupon does.
fn priced(
    tx: &mut Tx<'_>,
    actor: &Actor,
    known: &GuestBooking,
    booking: &mut Booking,
) -> Result<Option<Result<BookingCoupon, CouponRefused>>, Fault> {
    if known.proven_at.is_some() {
        return Ok(None);
    }
    let person = match &known.asked.email {
        Some(email) => people::person_by_email(tx, actor.place, email)?.map(|person| person.id),
        None => None,
    };
    let held = spaces::held_price(tx, actor, booking, person)?;
    Ok(held.map(|held| {
        booking.price = held.price;
        held.coupon
    }))
}

pub(super) async fn create(visit: Visit, Path(secret): Path<String>, form: Form) -> Answer {
    let Some(hash) = TokenHash::of(&secret) else {
        return shown(&visit, secret).await;
    };
    let seen = form.value("price").parse().ok().map(Money::from_cents);
    let key = Token::from_bytes(visit.app.db.entropy().bytes());
    let (given, base_url) = (key.clone(), visit.app.settings.base_url.clone());
    let done = visit
        .write(move |tx, actor| {
            let (id, first) = confirm(tx, actor, &hash, seen)?;
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
        // Its time is over, nobody knows the link any more, or the price is another: the page says which.
        Err(Failure::Refused(_) | Failure::Fault(Fault::NotFound)) => shown(&visit, secret).await,
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}
