//! An invitation as who is invited sees it, by the secret of their letter: what, when, where, and three answers.

use crate::actions::invite::answer;
use crate::rules::booking::{Booking, BookingState};
use crate::rules::participants::{InvitationAnswer, Participant};
use crate::rules::resource::{Resource, ResourceNotes};
use crate::store::{bookings, notes, participants, resources};
use askama::Template;
use kernel::Instant;
use people::TokenHash;
use platform::web::{Answer, Flash, Form, Path, Shell, Visit, WebError};
use platform::{Failure, Fault, OrNotFound};

/// An invitation.
#[derive(Template)]
#[template(path = "invitation.html")]
pub(super) struct InvitationPage {
    shell: Shell,
    secret: String,
    booking: Booking,
    resource: Resource,
    notes: ResourceNotes,
    one: Participant,
    now: Instant,
}

impl InvitationPage {
    fn when(&self) -> String {
        self.shell.period(&self.booking.period())
    }

    /// Whether it still takes place.
    fn is_open(&self) -> bool {
        let stands = matches!(
            self.booking.state_at(self.now),
            BookingState::Confirmed | BookingState::CheckedIn | BookingState::Requested
        );
        stands && self.now < self.booking.period().end()
    }

    fn answers(&self) -> [(&'static str, &'static str, bool); 3] {
        let line = |said: InvitationAnswer, key| (said.code(), key, self.one.answer == said);
        [
            line(InvitationAnswer::Yes, "spaces-answer-say-yes"),
            line(InvitationAnswer::Maybe, "spaces-answer-say-maybe"),
            line(InvitationAnswer::No, "spaces-answer-say-no"),
        ]
    }
}

pub(super) async fn show(visit: Visit, Path(secret): Path<String>) -> Answer {
    let hash = TokenHash::of(&secret).ok_or(WebError::NotFound)?;
    let (one, booking, resource, notes) = visit
        .read(move |tx, actor| {
            let one = participants::opened(tx, actor.place, &hash)?;
            let one = one.filter(|one| one.removed_at.is_none()).or_not_found()?;
            let booking = bookings::find(tx, actor.place, one.booking)?.or_not_found()?;
            let resource = resources::find(tx, actor.place, booking.resource)?.or_not_found()?;
            let notes = notes::of(tx, actor.place, resource.id)?;
            Ok::<_, Fault>((one, booking, resource, notes))
        })
        .await?;
    let title = if booking.title.is_empty() {
        resource.facts.name.to_string()
    } else {
        booking.title.clone()
    };
    visit.page(&InvitationPage {
        shell: visit.shell_titled(&title),
        secret,
        booking,
        resource,
        notes,
        one,
        now: visit.now,
    })
}

pub(super) async fn create(visit: Visit, Path(secret): Path<String>, form: Form) -> Answer {
    let hash = TokenHash::of(&secret).ok_or(WebError::NotFound)?;
    let said = InvitationAnswer::parse(form.value("answer")).map_err(|_| WebError::Malformed)?;
    let to = format!("/invitations/{secret}");
    let back = to.clone();
    let done = visit
        .submit(&form, move |tx, actor| {
            answer(tx, actor, &hash, said)?;
            Ok(to.clone())
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("spaces-answered")),
        Err(Failure::Refused(refusal)) => {
            let reason = visit.explain(&refusal);
            visit.redirect_with(&back, &Flash::warning("spaces-not-done").with("reason", reason))
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}
