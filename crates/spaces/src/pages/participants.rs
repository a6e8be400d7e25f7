//! Who is invited to a booking: the list with the answers, inviting, taking off.

use super::booking::{BookingFacts, read};
use crate::actions::invite::{invite, uninvite};
use crate::actions::invitees::{Invited, findable};
use crate::actions::may_change;
use crate::rules::booking::BookingId;
use crate::rules::participants::{
    InvitationAnswer, InvitationRefused, MOST, Participant, ParticipantId, may_invite,
};
use askama::Template;
use kernel::{Email, Id, PersonId};
use platform::web::{Answer, Flash, Form, Path, Query, Shell, StatusCode, Visit, WebError};
use platform::{Failure, Fault};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::convert::Infallible;

/// The people of a booking.
#[derive(Template)]
#[template(path = "booking_participants.html")]
pub(super) struct ParticipantsPage {
    shell: Shell,
    form: Form,
    facts: BookingFacts,
    participants: Vec<Participant>,
    /// The names of those who were picked by name.
    names: BTreeMap<PersonId, String>,
    /// Whom the search found, by name.
    found: Vec<(PersonId, String)>,
    searched: String,
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

    /// The name of who was picked by name, the address of who was written down.
    fn called(&self, one: &Participant) -> String {
        match one.person {
            Some(person) => self.names.get(&person).cloned().unwrap_or_default(),
            None => one.email.to_string(),
        }
    }

    fn badge(&self, one: &Participant) -> &'static str {
        match one.answer {
            InvitationAnswer::Waiting => "neutral",
            InvitationAnswer::Yes => "success",
            InvitationAnswer::No => "error",
            InvitationAnswer::Maybe => "warning",
        }
    }

    fn is_chosen(&self, person: &PersonId) -> bool {
        self.form.checked("person", &person.to_string())
    }
}

/// What was typed to find somebody.
#[derive(Debug, Default, Deserialize)]
pub(super) struct ParticipantsQuery {
    q: Option<String>,
}

pub(super) async fn index(
    visit: Visit,
    Path(id): Path<BookingId>,
    Query(query): Query<ParticipantsQuery>,
) -> Answer {
    let form = Form::blank(&visit).with("q", query.q.unwrap_or_default());
    shown(&visit, id, form, StatusCode::OK).await
}

pub(super) async fn create(visit: Visit, Path(id): Path<BookingId>, mut form: Form) -> Answer {
    let Some(emails) = addresses(&mut form) else {
        return shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let persons: Result<Vec<PersonId>, _> = form.values("person").take(MOST + 1).map(Id::parse).collect();
    let wanted = Invited {
        emails,
        persons: persons.map_err(|_| WebError::Malformed)?,
        following: form.checked("following", "yes"),
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            invite(tx, actor, id, &wanted)?;
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
    let following = form.checked("following", "yes");
    let done: Result<String, Failure<Infallible>> = visit
        .submit(&form, move |tx, actor| {
            uninvite(tx, actor, (id, participant), following)?;
            Ok(format!("/bookings/{id}/participants"))
        })
        .await;
    let to = done.map_err(Failure::no_refusal)?;
    visit.redirect_with(&to, &Flash::success("spaces-uninvited"))
}

/// The addresses that were typed, however they are set apart, a name before one left out; the first that is none is told.
fn addresses(form: &mut Form) -> Option<Vec<Email>> {
    let typed = form.value("addresses").to_owned();
    let mut named = Vec::new();
    for line in typed.split([',', ';', '\n']) {
        let line = match line.split_once('<') {
            Some((_, address)) => address.split('>').next().unwrap_or_default(),
            None => line,
        };
        for part in line.split_whitespace() {
            match Email::parse(part) {
                Ok(email) if named.len() <= MOST => named.push(email),
                Ok(_) => {}
                Err(_) => {
                    let text = part.chars().take(80).collect::<String>();
                    form.refuse("addresses", &InvitationRefused::Address { text });
                    return None;
                }
            }
        }
    }
    Some(named)
}

async fn shown(visit: &Visit, id: BookingId, form: Form, status: StatusCode) -> Answer {
    let searched = form.value("q").to_owned();
    let typed = searched.clone();
    let (facts, names, mut found) = visit
        .read(move |tx, actor| {
            let facts = read(tx, actor, id)?;
            may_change(actor, &facts.booking).map_err(|_| Fault::NotFound)?;
            let persons: Vec<PersonId> = facts.invited.iter().filter_map(|one| one.person).collect();
            let names = people::names_of(tx, actor.place, &persons)?;
            let found = if typed.trim().is_empty() {
                vec![]
            } else {
                findable(tx, actor, &typed)?
            };
            Ok::<_, Fault>((facts, names, found))
        })
        .await?;
    let mut participants = facts.invited.clone();
    participants.retain(|one| one.removed_at.is_none());
    found.retain(|(person, _)| participants.iter().all(|one| one.person != Some(*person)));
    let page = ParticipantsPage {
        shell: visit.shell("spaces-participants"),
        form,
        is_open: may_invite(&facts.booking, visit.now),
        facts,
        participants,
        names,
        found,
        searched,
    };
    visit.page_with_status(status, &page)
}
