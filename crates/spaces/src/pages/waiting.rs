//! Joining the waiting list, leaving it, taking what is offered.

use super::booking_form;
use super::fields::field_of;
use crate::actions::plan::Holder;
use crate::actions::wait::{NewWait, accept_offer, join_waiting, leave_waiting};
use crate::documents::booking_mail::Notice;
use crate::letters::notify;
use crate::rules::booking::{BookingId, BookingState};
use crate::rules::waiting::WaitingId;
use kernel::Money;
use platform::Failure;
use platform::web::{Answer, Flash, Form, Path, StatusCode, Visit};

/// From the form of a booking that was refused.
pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let Some(asked) = booking_form::asked(&visit, &mut form) else {
        return booking_form::shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let Holder::Person(person) = asked.holder else {
        form.refuse_with("person", "spaces-refused-nobody");
        return booking_form::shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let new = NewWait {
        resource: asked.resource,
        period: asked.period,
        person,
        title: asked.title,
        attendance: asked.attendance,
        layout: asked.layout,
        note: asked.note,
    };
    let own = visit.actor.is(person);
    let done = visit
        .submit(&form, move |tx, actor| {
            join_waiting(tx, actor, &new)?;
            let to = if own {
                "/me/bookings#waiting"
            } else {
                "/office/spaces/bookings#waiting"
            };
            Ok(to.to_owned())
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("spaces-waiting-joined")),
        Err(Failure::Refused(refusal)) => {
            form.refuse(field_of(&refusal), &refusal);
            booking_form::shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

pub(super) async fn leave(visit: Visit, Path(id): Path<WaitingId>, form: Form) -> Answer {
    let to = if form.value("from") == "office" {
        "/office/spaces/bookings#waiting"
    } else {
        "/me/bookings#waiting"
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            leave_waiting(tx, actor, id)?;
            Ok(to.to_owned())
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("spaces-waiting-left")),
        Err(Failure::Refused(refusal)) => {
            let reason = visit.explain(&refusal);
            visit.redirect_with(to, &Flash::error("spaces-not-done").with("reason", reason))
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

pub(super) async fn accept(visit: Visit, Path(id): Path<BookingId>, form: Form) -> Answer {
    let base_url = visit.app.settings.base_url.clone();
    let done = visit
        .submit(&form, move |tx, actor| {
            let booking = accept_offer(tx, actor, id)?;
            let (notice, mark) = if booking.state == BookingState::Requested {
                (Notice::Requested, "?asked=yes")
            } else {
                (Notice::Confirmed, "")
            };
            notify(tx, actor, id, notice, Money::ZERO, &base_url)?;
            Ok(format!("/bookings/{id}{mark}"))
        })
        .await;
    match done {
        Ok(to) if to.ends_with("?asked=yes") => {
            let to = to.trim_end_matches("?asked=yes");
            visit.redirect_with(to, &Flash::success("spaces-requested"))
        }
        Ok(to) => visit.redirect_with(&to, &Flash::success("spaces-booked")),
        Err(Failure::Refused(refusal)) => {
            let reason = visit.explain(&refusal);
            let to = format!("/bookings/{id}");
            visit.redirect_with(&to, &Flash::error("spaces-not-done").with("reason", reason))
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}
