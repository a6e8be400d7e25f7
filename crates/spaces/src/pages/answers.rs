//! The one-button acts on a booking: yes, no, they are here, nobody came, it ends now.

use crate::actions::Refused;
use crate::actions::answer_request;
use crate::actions::end_early::end_early;
use crate::documents::booking_mail::Notice;
use crate::letters::notify;
use crate::rules::booking::{Booking, BookingId};
use kernel::{Actor, Money};
use platform::Failure;
use platform::database::Tx;
use platform::web::{Answer, Flash, Form, Path, Visit};

pub(super) async fn approve(visit: Visit, Path(id): Path<BookingId>, form: Form) -> Answer {
    act(
        &visit,
        id,
        &form,
        answer_request::approve,
        Some(Notice::Confirmed),
        "spaces-approved",
    )
    .await
}

pub(super) async fn refuse(visit: Visit, Path(id): Path<BookingId>, form: Form) -> Answer {
    act(
        &visit,
        id,
        &form,
        answer_request::refuse,
        Some(Notice::Refused),
        "spaces-request-refused",
    )
    .await
}

pub(super) async fn welcome(visit: Visit, Path(id): Path<BookingId>, form: Form) -> Answer {
    act(
        &visit,
        id,
        &form,
        answer_request::welcome,
        None,
        "spaces-welcomed",
    )
    .await
}

pub(super) async fn unwelcome(visit: Visit, Path(id): Path<BookingId>, form: Form) -> Answer {
    act(
        &visit,
        id,
        &form,
        answer_request::unwelcome,
        None,
        "spaces-welcome-undone",
    )
    .await
}

pub(super) async fn note_no_show(visit: Visit, Path(id): Path<BookingId>, form: Form) -> Answer {
    act(
        &visit,
        id,
        &form,
        answer_request::note_no_show,
        None,
        "spaces-absence-noted",
    )
    .await
}

pub(super) async fn end(visit: Visit, Path(id): Path<BookingId>, form: Form) -> Answer {
    act(&visit, id, &form, end_early, None, "spaces-ended").await
}

type Act = fn(&mut Tx<'_>, &Actor, BookingId) -> Result<Booking, Refused>;

async fn act(
    visit: &Visit,
    id: BookingId,
    form: &Form,
    act: Act,
    notice: Option<Notice>,
    done_key: &'static str,
) -> Answer {
    let base_url = visit.app.settings.base_url.clone();
    let done = visit
        .submit(form, move |tx, actor| {
            act(tx, actor, id)?;
            if let Some(notice) = notice {
                notify(tx, actor, id, notice, Money::ZERO, &base_url)?;
            }
            Ok(format!("/bookings/{id}"))
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success(done_key)),
        Err(Failure::Refused(refusal)) => {
            let flash = Flash::error("spaces-not-done").with("reason", visit.explain(&refusal));
            visit.redirect_with(&format!("/bookings/{id}"), &flash)
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}
