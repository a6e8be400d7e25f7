//! The acts of the front desk: each a form, each answered by the desk with what was done and how to undo it.

use crate::actions::check_in::{NewCheckIn, check_in, midday};
use crate::actions::{leave, undo_check_in, widen_check_in};
use crate::rules::check_in::{CheckInId, CheckInRefusal, Part, Welcome, usual_part};
use kernel::{Actor, PersonId, PlaceId};
use platform::database::Tx;
use platform::web::{Answer, Flash, Form, Path, Visit, WebError};
use platform::{Failure, Fault};

/// `POST /front-desk/check-ins`.
pub(super) async fn create(visit: Visit, form: Form) -> Answer {
    let person = PersonId::parse(form.value("person")).map_err(|_| WebError::NotFound)?;
    let part = Part::parse(form.value("part")).map_err(|_| WebError::Malformed)?;
    let welcome = Welcome::parse(form.value("welcome")).ok();
    let new = NewCheckIn {
        person,
        part,
        welcome,
    };
    act(&visit, &form, move |tx, actor| {
        Ok(check_in(tx, actor, new)?.check_in)
    })
    .await
}

/// `POST /front-desk/check-ins/{id}/day`.
pub(super) async fn widen(visit: Visit, Path(id): Path<CheckInId>, form: Form) -> Answer {
    act(&visit, &form, move |tx, actor| {
        Ok(widen_check_in::widen_to_day(tx, actor, id)?.check_in)
    })
    .await
}

/// `POST /front-desk/check-ins/{id}/departure`.
pub(super) async fn leave(visit: Visit, Path(id): Path<CheckInId>, form: Form) -> Answer {
    act(&visit, &form, move |tx, actor| {
        leave::leave(tx, actor, id).map(|()| id)
    })
    .await
}

/// `POST /front-desk/check-ins/{id}/return`.
pub(super) async fn come_back(visit: Visit, Path(id): Path<CheckInId>, form: Form) -> Answer {
    act(&visit, &form, move |tx, actor| {
        leave::come_back(tx, actor, id).map(|()| id)
    })
    .await
}

/// `POST /front-desk/check-ins/{id}/cancellation`.
pub(super) async fn undo(visit: Visit, Path(id): Path<CheckInId>, form: Form) -> Answer {
    act(&visit, &form, move |tx, actor| {
        undo_check_in::undo_check_in(tx, actor, id).map(|_| id)
    })
    .await
}

/// Does it once, and goes back to the desk: with the act to look at and to undo, or with why not.
async fn act<F>(visit: &Visit, form: &Form, act: F) -> Answer
where
    F: Fn(&mut Tx<'_>, &Actor) -> Result<CheckInId, Failure<CheckInRefusal>> + Send + 'static,
{
    let done = visit.submit(form, move |tx, actor| {
        Ok(format!("/front-desk?last={}", act(tx, actor)?))
    });
    match done.await {
        Ok(to) => visit.redirect(&to),
        Err(Failure::Refused(refusal)) => visit.redirect_with("/front-desk", &warning(visit, &refusal)),
        Err(Failure::Fault(fault)) => Err(Fault::into(fault)),
    }
}

/// A refusal with the hour as people say it.
fn warning(visit: &Visit, refusal: &CheckInRefusal) -> Flash {
    let time = |at| visit.shell("spaces-desk-title").time(at);
    let flash = Flash::warning(kernel::Refusal::key(refusal));
    match refusal {
        CheckInRefusal::AlreadyHere { since, part } => flash.with("since", time(since)).with("part", part),
        CheckInRefusal::AlreadyLeft { at } => flash.with("at", time(at)),
        CheckInRefusal::NothingHeld
        | CheckInRefusal::NothingOffered
        | CheckInRefusal::AlreadyUndone
        | CheckInRefusal::WholeDayAlready
        | CheckInRefusal::NotLeft
        | CheckInRefusal::NotYet => flash,
    }
}

/// The part of the day that an arrival now is for.
pub(super) fn usual(tx: &mut Tx<'_>, place: PlaceId) -> Result<Part, Fault> {
    let zone = platform::place::get(tx, place)?.zone;
    Ok(usual_part(zone.minute_of(tx.now()), midday(tx, place)?))
}
