//! An invitation as who is invited sees it, by the secret of their letter: what, when, where, and three answers for each date.

use crate::actions::invite::{answer, answerable};
use crate::rules::booking::Booking;
use crate::rules::participants::{InvitationAnswer, Participant, may_answer};
use crate::rules::resource::{Resource, ResourceNotes};
use crate::store::{bookings, notes, resources};
use askama::Template;
use kernel::{Id, Instant, PlaceId};
use people::TokenHash;
use platform::database::Tx;
use platform::web::{Answer, Flash, Form, Path, Shell, Visit, WebError};
use platform::{Failure, Fault, OrNotFound};

/// An invitation.
#[derive(Template)]
#[template(path = "invitation.html")]
pub(super) struct InvitationPage {
    shell: Shell,
    secret: String,
    dates: Vec<Date>,
    /// How one comes to the space of the first date.
    notes: ResourceNotes,
    now: Instant,
}

/// One date to which they are invited.
pub(super) struct Date {
    one: Participant,
    booking: Booking,
    resource: Resource,
}

impl Date {
    fn title(&self) -> String {
        if self.booking.title.is_empty() {
            self.resource.facts.name.to_string()
        } else {
            self.booking.title.clone()
        }
    }

    fn space(&self) -> String {
        let facts = &self.resource.facts;
        let parts = [facts.name.as_str(), facts.level.as_str()];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(", ")
    }
}

impl InvitationPage {
    fn when(&self, date: &Date) -> String {
        self.shell.period(&date.booking.period())
    }

    /// The hours of a single date, else how many they are.
    fn lead(&self) -> String {
        match self.dates.as_slice() {
            [date] => self.when(date),
            dates => self.shell.t1("spaces-invitation-dates", "count", dates.len()),
        }
    }

    /// Whether it still takes place.
    fn is_open(&self, date: &Date) -> bool {
        may_answer(&date.booking, self.now)
    }

    /// Whether one answer may be given for several dates.
    fn has_many(&self) -> bool {
        self.dates.iter().filter(|date| self.is_open(date)).count() > 1
    }

    fn badge(&self, date: &Date) -> &'static str {
        match date.one.answer {
            InvitationAnswer::Waiting => "neutral",
            InvitationAnswer::Yes => "success",
            InvitationAnswer::No => "error",
            InvitationAnswer::Maybe => "warning",
        }
    }

    fn choices(&self) -> [(&'static str, &'static str); 3] {
        [
            (InvitationAnswer::Yes.code(), "spaces-answer-say-yes"),
            (InvitationAnswer::Maybe.code(), "spaces-answer-say-maybe"),
            (InvitationAnswer::No.code(), "spaces-answer-say-no"),
        ]
    }

    fn is_said(&self, date: &Date, code: &str) -> bool {
        date.one.answer.code() == code
    }
}

pub(super) async fn show(visit: Visit, Path(secret): Path<String>) -> Answer {
    let hash = TokenHash::of(&secret).ok_or(WebError::NotFound)?;
    let (dates, notes) = visit.read(move |tx, actor| read(tx, actor.place, &hash)).await?;
    let title = dates.first().map(Date::title).unwrap_or_default();
    visit.page(&InvitationPage {
        shell: visit.shell_titled(&title),
        secret,
        dates,
        notes,
        now: visit.now,
    })
}

fn read(tx: &mut Tx<'_>, place: PlaceId, secret: &TokenHash) -> Result<(Vec<Date>, ResourceNotes), Fault> {
    let mut dates = vec![];
    for one in answerable(tx, place, secret)? {
        let booking = bookings::find(tx, place, one.booking)?.or_not_found()?;
        let resource = resources::find(tx, place, booking.resource)?.or_not_found()?;
        dates.push(Date {
            one,
            booking,
            resource,
        });
    }
    dates.sort_by_key(|date| date.booking.period().start());
    let first = dates.first().or_not_found()?.resource.id;
    Ok((dates, notes::of(tx, place, first)?))
}

pub(super) async fn create(visit: Visit, Path(secret): Path<String>, form: Form) -> Answer {
    let hash = TokenHash::of(&secret).ok_or(WebError::NotFound)?;
    let said = InvitationAnswer::parse(form.value("answer")).map_err(|_| WebError::Malformed)?;
    let which = match form.value("date") {
        "" => None,
        typed => Some(Id::parse(typed).map_err(|_| WebError::NotFound)?),
    };
    let to = format!("/invitations/{secret}");
    let back = to.clone();
    let done = visit
        .submit(&form, move |tx, actor| {
            answer(tx, actor, (&hash, which), said)?;
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
