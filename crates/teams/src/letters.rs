//! Letters to those who are invited into a team.

use crate::rules::{Invitation, InvitationState};
use crate::store::invitations;
use kernel::{Actor, Id};
use platform::database::Tx;
use platform::mail::{self, Mail};
use platform::place;
use platform::web::WebSettings;
use platform::{Argument, Catalogue, Fault, JobContext, JobReport, OrNotFound, jobs};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The job that writes one letter.
pub(crate) const KIND: &str = "teams.letter";

/// A letter asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Letter {
    pub(crate) invitation: Id<Invitation>,
    /// The end of the link.
    pub(crate) sealed: String,
}

/// Asks for a letter.
pub(crate) fn ask(tx: &mut Tx<'_>, actor: &Actor, letter: &Letter) -> Result<(), Fault> {
    let payload = serde_json::to_value(letter).map_err(Fault::internal)?;
    jobs::enqueue(tx, actor, KIND, &payload, None)?;
    Ok(())
}

/// Writes a letter, unless the invitation was taken back meanwhile.
pub(crate) fn write(context: &JobContext<'_>) -> Result<JobReport, Fault> {
    let letter: Letter = serde_json::from_value(context.payload.clone()).map_err(Fault::internal)?;
    let messages = context.extras.get::<Arc<Catalogue>>()?.clone();
    let base_url = context.extras.get::<WebSettings>()?.base_url.clone();
    let place = context.place;
    let written = context.db.write_blocking(move |tx| {
        let place = place::get(tx, place)?;
        let known = invitations::find(tx, place.id, letter.invitation)?.or_not_found()?;
        if known.state != InvitationState::Sent {
            return Ok(false);
        }
        let organisation = people::organisation(tx, place.id, known.organisation)?.or_not_found()?;
        let locale = known.to.language;
        let name = known.to.name.full();
        let arguments = [
            ("place", Argument::from(place.name.as_str())),
            ("name", Argument::from(name.as_str())),
            ("organisation", Argument::from(organisation.name.as_str())),
        ];
        let say = |part: &str| messages.text(locale, &format!("teams-mail-{part}"), &arguments);
        let paragraphs = [say("greeting"), say("text"), say("after")];
        let link = format!("{base_url}/team-invitations/{}", letter.sealed);
        let (text, html) = mail::compose(
            &place,
            locale,
            &say("title"),
            &paragraphs,
            Some((&say("button"), &link)),
        )?;
        mail::enqueue(
            tx,
            Mail {
                place: place.id,
                person: None,
                to: known.to.email.clone(),
                name,
                subject: say("subject"),
                text,
                html,
                attachment: None,
                secret: true,
            },
        )?;
        Ok::<_, Fault>(true)
    })?;
    Ok(JobReport {
        done: i64::from(written),
        ..JobReport::default()
    })
}
