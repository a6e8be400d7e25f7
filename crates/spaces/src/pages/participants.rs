//! Who is invited to a booking: the list with the answers, inviting, taking off.

use super::booking::{BookingFacts, read};
use crate::actions::invite::{invite, uninvite};
use crate::actions::may_change;
use crate::rules::booking::BookingId;
use crate::rules::participants::{MOST, Participant, ParticipantId, may_invite};
use crate::store::participants;
use askama::Template;
use kernel::Email;
use platform::web::{Answer, Flash, Form, Path, RateLimit, Shell, StatusCode, Visit, WebError, allow};
use platform::{Failure, Fault};
use std::convert::Infallible;

/// Letters that one account asks for in an hour: a booking is no way to write to the whole town.
const INVITATIONS: RateLimit = RateLimit {
    tries: 60,
    seconds: 3_600,
};

/// The people of a booking.
#[derive(Template)]
#[template(path = "booking_participants.html")]
pub(super) struct ParticipantsPage {
    shell: Shell,
    form: Form,
    facts: BookingFacts,
    participants: Vec<Participant>,
    is_open: bool,
}

impl ParticipantsPage {
    fn id(&self) -> BookingId {
        self.facts.booking.id
    }

    fn now_where(&self) -> String {
        let when = self.shell.period(&self.facts.booking.period());
        format!("{}, {when}", self.facts.resource.facts.name)
    }

    fn badge(&self, one: &Participant) -> &'static str {
        use crate::rules::participants::InvitationAnswer as Said;
        match one.answer {
            Said::Waiting => "neutral",
            Said::Yes => "success",
            Said::No => "error",
            Said::Maybe => "warning",
        }
    }
}

pub(super) async fn index(visit: Visit, Path(id): Path<BookingId>) -> Answer {
    shown(&visit, id, Form::blank(&visit), StatusCode::OK).await
}

pub(super) async fn create(visit: Visit, Path(id): Path<BookingId>, mut form: Form) -> Answer {
    let Some(named) = addresses(&mut form) else {
        return shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    limit(&visit, named.len()).await?;
    let done = visit
        .submit(&form, move |tx, actor| {
            invite(tx, actor, id, &named)?;
            Ok(format!("/bookings/{id}/participants"))
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("spaces-invited")),
        Err(Failure::Refused(refusal)) => {
            form.refuse("addresses", &refusal);
            shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

pub(super) async fn remove(
    visit: Visit,
    Path((id, participant)): Path<(BookingId, ParticipantId)>,
    form: Form,
) -> Answer {
    let done: Result<String, Failure<Infallible>> = visit
        .submit(&form, move |tx, actor| {
            uninvite(tx, actor, (id, participant))?;
            Ok(format!("/bookings/{id}/participants"))
        })
        .await;
    let to = done.map_err(Failure::no_refusal)?;
    visit.redirect_with(&to, &Flash::success("spaces-uninvited"))
}

/// The addresses that were typed, however they are set apart; the first that is none is told.
fn addresses(form: &mut Form) -> Option<Vec<Email>> {
    let typed = form.value("addresses").to_owned();
    let parts = typed.split(|letter: char| letter.is_whitespace() || matches!(letter, ',' | ';'));
    let mut named = Vec::new();
    for part in parts.filter(|part| !part.is_empty()).take(MOST + 1) {
        match Email::parse(part) {
            Ok(email) => named.push(email),
            Err(_) => {
                let text = part.chars().take(80).collect::<String>();
                form.refuse(
                    "addresses",
                    &crate::rules::participants::InvitationRefused::Address { text },
                );
                return None;
            }
        }
    }
    Some(named)
}

/// Counts each letter against who asks for it.
async fn limit(visit: &Visit, letters: usize) -> Result<(), WebError> {
    let place = visit.place.id;
    let who = visit
        .actor
        .account
        .map_or_else(|| "-".to_owned(), |id| id.to_string());
    let wait = visit
        .app
        .db
        .write(move |tx| {
            let mut wait = None;
            for _ in 0..letters {
                wait = wait.max(allow(tx, place, &format!("invitations:{who}"), INVITATIONS)?);
            }
            Ok::<_, Fault>(wait)
        })
        .await?;
    wait.map_or(Ok(()), |seconds| Err(WebError::TooMany(seconds)))
}

async fn shown(visit: &Visit, id: BookingId, form: Form, status: StatusCode) -> Answer {
    let (facts, mut participants) = visit
        .read(move |tx, actor| {
            let facts = read(tx, actor, id)?;
            may_change(actor, &facts.booking).map_err(|_| Fault::NotFound)?;
            let participants = participants::of_booking(tx, actor.place, id)?;
            Ok::<_, Fault>((facts, participants))
        })
        .await?;
    participants.retain(|one| one.removed_at.is_none());
    let page = ParticipantsPage {
        shell: visit.shell("spaces-participants"),
        form,
        is_open: may_invite(&facts.booking, visit.now),
        facts,
        participants,
    };
    visit.page_with_status(status, &page)
}
