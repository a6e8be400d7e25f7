//! Who is invited to a booking, and what they answered.

use crate::endpoint::{Call, Endpoint, get, post};
use crate::read::{One, Sent};
use crate::rules::scope::Scope;
use crate::trouble::Trouble;
use crate::wire::{Listed, When, Wire};
use kernel::{Email, PersonId};
use platform::web::Access;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use spaces::rules::booking::BookingMark;
use spaces::{BOOK, BOOK_FOR_OTHERS, BookingId, InvitationAnswer, Invited, ParticipantId};

pub(super) fn endpoints() -> Vec<Endpoint> {
    let access = Access::Any(&[BOOK, BOOK_FOR_OTHERS]);
    let (read, write) = ((Scope::SpacesRead, access), (Scope::SpacesWrite, access));
    vec![
        get(
            "/api/v1/bookings/{id}/participants",
            "list_participants",
            read,
            list,
        ),
        post(
            "/api/v1/bookings/{id}/participants",
            "invite_participants",
            write,
            invite,
        ),
        post(
            "/api/v1/bookings/{id}/participants/removal",
            "remove_participant",
            write,
            remove,
        ),
    ]
}

/// Somebody invited to a booking.
#[derive(Serialize, JsonSchema)]
struct Participant {
    id: Wire<ParticipantId>,
    /// Who, when they were picked by name.
    person: Option<Wire<PersonId>>,
    /// Where they are written to, when their address was given; nobody learns that of a member here.
    email: Option<Wire<Email>>,
    answer: Wire<InvitationAnswer>,
    invited_at: When,
    answered_at: Option<When>,
}

fn listed(call: &mut Call<'_, '_>, id: BookingId) -> Result<Listed<Participant>, Trouble> {
    let invited = spaces::participants(call.tx, &call.caller.actor, id)?;
    let shown = invited.into_iter().map(|one| Participant {
        id: Wire(one.id),
        email: one.person.is_none().then_some(Wire(one.email)),
        person: one.person.map(Wire),
        answer: Wire(one.answer),
        invited_at: call.when(one.invited_at),
        answered_at: one.answered_at.map(|at| call.when(at)),
    });
    Ok(Listed::whole(shown.collect()))
}

fn list(call: &mut Call<'_, '_>, One(id): One<BookingMark>) -> Result<Listed<Participant>, Trouble> {
    listed(call, id)
}

/// Whom to invite: each gets a letter with a calendar file and a link to answer.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct InvitedIn {
    #[serde(default)]
    #[schemars(length(max = 50))]
    emails: Vec<Wire<Email>>,
    /// Members whose card the holder of the key may see.
    #[serde(default)]
    #[schemars(length(max = 50))]
    persons: Vec<Wire<PersonId>>,
    /// Whether to the dates of its series that follow too.
    #[serde(default)]
    following: bool,
}

fn invite(
    call: &mut Call<'_, '_>,
    (One(id), Sent(sent)): (One<BookingMark>, Sent<InvitedIn>),
) -> Result<Listed<Participant>, Trouble> {
    let wanted = Invited {
        emails: sent.emails.into_iter().map(|one| one.0).collect(),
        persons: sent.persons.into_iter().map(|one| one.0).collect(),
        following: sent.following,
    };
    spaces::invite(call.tx, &call.caller.actor, id, &wanted)?;
    listed(call, id)
}

/// Who is no longer invited.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RemovedIn {
    participant: Wire<ParticipantId>,
    /// Whether from the dates of its series that follow too.
    #[serde(default)]
    following: bool,
}

fn remove(
    call: &mut Call<'_, '_>,
    (One(id), Sent(sent)): (One<BookingMark>, Sent<RemovedIn>),
) -> Result<Listed<Participant>, Trouble> {
    let named = (id, sent.participant.0);
    spaces::uninvite(call.tx, &call.caller.actor, named, sent.following)?;
    listed(call, id)
}
