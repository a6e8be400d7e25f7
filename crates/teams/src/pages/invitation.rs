//! The link of an invitation into a team: one button, since mail scanners follow links.

use crate::actions;
use crate::rules::{Invitation, InvitationState};
use crate::store::invitations;
use askama::Template;
use kernel::{Id, Instant, PlaceId};
use platform::web::{Answer, Form, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound};
use serde::{Deserialize, Serialize};

/// What the seal of a link is for.
const PURPOSE: &str = "invitation-into-a-team";
/// How long the link is good, in seconds: two weeks.
const GOOD_SECONDS: i64 = 14 * 86_400;

/// Before the button, after it, or when the link is not good.
#[derive(Template)]
#[template(path = "team_invitation.html")]
pub(super) struct InvitationPage {
    shell: Shell,
    sealed: String,
    organisation: String,
    /// Message key of what is said.
    text: &'static str,
    /// Whether the button is there.
    open: bool,
}

/// What a link says, sealed.
#[derive(Debug, Serialize, Deserialize)]
struct Link {
    invitation: Id<Invitation>,
    good_until: Instant,
    place: PlaceId,
}

/// The end of the link of an invitation.
pub(super) fn seal(visit: &Visit, invitation: Id<Invitation>) -> Result<String, Fault> {
    let link = Link {
        invitation,
        good_until: visit.now.plus_seconds(GOOD_SECONDS),
        place: visit.place.id,
    };
    let text = serde_json::to_string(&link).map_err(Fault::internal)?;
    Ok(visit.app.seal.write(PURPOSE, &text))
}

fn opened(visit: &Visit, sealed: &str) -> Option<Id<Invitation>> {
    let text = visit.app.seal.read(PURPOSE, sealed)?;
    let link: Link = serde_json::from_str(&text).ok()?;
    (visit.now < link.good_until && visit.place.id == link.place).then_some(link.invitation)
}

pub(super) async fn show(visit: Visit, Path(sealed): Path<String>) -> Answer {
    let Some(id) = opened(&visit, &sealed) else {
        return spent(&visit);
    };
    let (known, organisation) = visit
        .read(move |tx, actor| {
            let known = invitations::find(tx, actor.place, id)?.or_not_found()?;
            let organisation = people::organisation(tx, actor.place, known.organisation)?.or_not_found()?;
            Ok::<_, Fault>((known, organisation.name.to_string()))
        })
        .await?;
    if known.state != InvitationState::Sent {
        return spent(&visit);
    }
    visit.page(&InvitationPage {
        shell: visit.shell("teams-invitation-title"),
        sealed,
        organisation,
        text: "teams-invitation-text",
        open: true,
    })
}

pub(super) async fn accept(visit: Visit, Path(sealed): Path<String>, _: Form) -> Answer {
    let Some(id) = opened(&visit, &sealed) else {
        return spent(&visit);
    };
    let done = visit
        .write(move |tx, actor| {
            actions::accept_invitation(tx, actor, id)?;
            let known = invitations::find(tx, actor.place, id)?.or_not_found()?;
            let organisation = people::organisation(tx, actor.place, known.organisation)?.or_not_found()?;
            Ok(organisation.name.to_string())
        })
        .await;
    match done {
        Ok(organisation) => visit.page(&InvitationPage {
            shell: visit.shell("teams-joined-title"),
            sealed,
            organisation,
            text: "teams-joined-text",
            open: false,
        }),
        Err(Failure::Refused(_)) => spent(&visit),
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

fn spent(visit: &Visit) -> Answer {
    let page = InvitationPage {
        shell: visit.shell("teams-link-spent-title"),
        sealed: String::new(),
        organisation: String::new(),
        text: "teams-refused-link-spent",
        open: false,
    };
    visit.page_with_status(StatusCode::GONE, &page)
}
