//! Who comes and who came: registering somebody at the desk, ticking, counting, the sheet to sign (T18).

use super::event::guests_of;
use super::office_event::{self, Line, named, shown};
use crate::actions::{self, kept_rooms};
use crate::rules::event::{Event, EventId};
use crate::rules::registration::{RegistrationId, RegistrationRefused, RegistrationState};
use crate::store::{events, registrations};
use askama::Template;
use kernel::{Email, Name, PersonId};
use platform::web::{Answer, Flash, Form, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound};

/// The sheet to sign.
#[derive(Template)]
#[template(path = "event_sheet.html")]
pub(super) struct SheetPage {
    shell: Shell,
    event: Event,
    location: String,
    lines: Vec<Line>,
    /// Empty lines for who comes unannounced.
    blank: Vec<u8>,
}

pub(super) async fn sheet(visit: Visit, Path(id): Path<EventId>) -> Answer {
    let (event, rooms, all, names) = visit
        .read(move |tx, actor| {
            let place = actor.place;
            let event = events::find(tx, place, id)?.or_not_found()?;
            let rooms = kept_rooms(tx, place, id, event.facts.period)?;
            let mut all = registrations::of_event(tx, place, id)?;
            all.retain(|one| one.state == RegistrationState::Registered);
            let persons: Vec<PersonId> = all.iter().filter_map(|one| one.attendee.person).collect();
            let names = people::names_of(tx, place, &persons)?;
            Ok::<_, Fault>((event, rooms, all, names))
        })
        .await?;
    let mut lines = named(all, &names);
    lines.sort_by_key(|line| kernel::fold(&line.name));
    let rooms: Vec<&str> = rooms.iter().map(|room| room.name.as_str()).collect();
    visit.page(&SheetPage {
        shell: visit.shell_titled(event.facts.title.clone()),
        location: crate::letters::where_it_is(&rooms, &event.facts.venue),
        event,
        lines,
        blank: vec![0; 8],
    })
}

/// Somebody who calls or stands at the desk: a person of the place by their address, else a name.
pub(super) async fn register(visit: Visit, Path(id): Path<EventId>, mut form: Form) -> Answer {
    let name = form.parse("name", Name::parse);
    let email = form.parse_optional("email", Email::parse);
    let guests = guests_of(&mut form);
    let (Some(name), Some(email), Some(guests)) = (name, email, guests) else {
        return shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            let known = match &email {
                Some(email) => people::person_by_email(tx, actor.place, email)?.map(|known| known.id),
                None => None,
            };
            let attendee = known.ok_or_else(|| (name.clone(), email.clone()));
            actions::register_other(tx, actor, id, attendee, guests)?;
            Ok(format!("/office/events/{id}"))
        })
        .await;
    answered(&visit, id, form, ("name", done), "events-noted").await
}

pub(super) async fn note(
    visit: Visit,
    Path((id, registration)): Path<(EventId, RegistrationId)>,
    mut form: Form,
) -> Answer {
    let came = if form.value("came").is_empty() {
        None
    } else {
        let Some(people) = form.number("came") else {
            return shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
        };
        Some(people)
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            let one = registrations::find(tx, actor.place, registration)?;
            one.filter(|one| one.event == id).or_not_found()?;
            actions::note_attendance(tx, actor, registration, came)?;
            Ok(format!("/office/events/{id}#r{registration}"))
        })
        .await;
    answered(&visit, id, form, ("came", done), "events-noted").await
}

pub(super) async fn cancel(
    visit: Visit,
    Path((id, registration)): Path<(EventId, RegistrationId)>,
    form: Form,
) -> Answer {
    let waived = form.checked("waived", "yes");
    let done = visit
        .submit(&form, move |tx, actor| {
            let one = registrations::find(tx, actor.place, registration)?;
            let one = one.filter(|one| one.event == id).or_not_found()?;
            actions::cancel_known(tx, actor, &one, (None, waived))?;
            Ok(format!("/office/events/{id}"))
        })
        .await;
    answered(&visit, id, form, ("name", done), "events-left").await
}

pub(super) async fn walk_ins(visit: Visit, Path(id): Path<EventId>, mut form: Form) -> Answer {
    let Some(people) = form.number("walk_ins") else {
        return shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::count_walk_ins(tx, actor, id, people)?;
            Ok(format!("/office/events/{id}"))
        })
        .await;
    answered(&visit, id, form, ("walk_ins", done), "events-noted").await
}

async fn answered(
    visit: &Visit,
    id: EventId,
    mut form: Form,
    (field, done): (&str, Result<String, Failure<RegistrationRefused>>),
    flash: &'static str,
) -> Answer {
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success(flash)),
        Err(Failure::Refused(refusal)) => {
            form.refuse(field, &refusal);
            office_event::shown(visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}
