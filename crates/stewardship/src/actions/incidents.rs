//! Reporting what is broken, and following it up.

use super::same_words_since;
use crate::permissions::{OWN, RUN};
use crate::rules::incident::{
    Incident, IncidentRefused, IncidentState, LARGEST_COST_CENTS, Step, Subject, Urgency,
};
use crate::store::{equipment, incidents};
use kernel::{Actor, Id, Money, PersonId, PlaceId};
use platform::activity;
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound};
use serde_json::json;

/// Something broken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewIncident {
    /// What it is about.
    pub subject: Subject,
    /// In one line.
    pub title: String,
    /// In full; may be empty.
    pub detail: String,
    /// How much it presses.
    pub urgency: Urgency,
}

/// What the desk says and does about an incident.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUp {
    /// Where it stands from now on.
    pub state: IncidentState,
    /// Whether whoever follows it up looks after it from now on.
    pub mine: bool,
    /// What it cost so far, net.
    pub cost: Money,
    /// What is said of it; may be empty. Its reporter reads it.
    pub body: String,
}

/// Reports what is broken, in one's own name. The same words of the same person within some minutes are the report they made.
///
/// # Errors
/// [`IncidentRefused::NoSubject`]; [`Fault::Forbidden`] for who is not signed in.
pub fn report_incident(
    tx: &mut Tx<'_>,
    actor: &Actor,
    new: NewIncident,
) -> Result<Id<Incident>, Failure<IncidentRefused>> {
    actor.require(OWN)?;
    let reporter = actor.person.ok_or(Fault::Forbidden)?;
    report(tx, actor, (reporter, false), new)
}

/// Reports what is broken in nobody's name, at a tablet that `keeper` put up: nobody is written to about it.
///
/// # Errors
/// [`IncidentRefused::NoSubject`].
pub fn report_unnamed(
    tx: &mut Tx<'_>,
    actor: &Actor,
    keeper: PersonId,
    new: NewIncident,
) -> Result<Id<Incident>, Failure<IncidentRefused>> {
    actor.require(OWN)?;
    report(tx, actor, (keeper, true), new)
}

fn report(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (reporter, unnamed): (PersonId, bool),
    new: NewIncident,
) -> Result<Id<Incident>, Failure<IncidentRefused>> {
    if !is_of_the_place(tx, actor.place, new.subject)? {
        return Err(Failure::Refused(IncidentRefused::NoSubject));
    }
    let since = same_words_since(tx);
    if let Some(known) = incidents::same(
        tx,
        actor.place,
        (reporter, new.subject),
        (&new.title, &new.detail),
        since,
    )? {
        return Ok(known);
    }
    let incident = Incident {
        id: tx.new_id(),
        reporter,
        unnamed,
        subject: new.subject,
        title: new.title,
        detail: new.detail,
        urgency: new.urgency,
        state: IncidentState::Reported,
        owner: None,
        cost: Money::from_cents(0),
        reported_at: tx.now(),
    };
    incidents::insert(tx, actor.place, &incident)?;
    let subject = activity::Subject::new("incident", incident.id);
    activity::record(tx, actor, "incident.reported", subject, json!({}))?;
    Ok(incident.id)
}

/// Follows an incident up. Whether its reporter is to be written to: something was said, or it stands elsewhere, and not by
/// themselves.
///
/// # Errors
/// [`IncidentRefused`]; [`Fault::NotFound`] when there is none.
pub fn follow_up(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<Incident>,
    new: FollowUp,
) -> Result<bool, Failure<IncidentRefused>> {
    actor.require(RUN)?;
    let refused = |why| Err(Failure::Refused(why));
    let before = incidents::lock(tx, actor.place, id)?.or_not_found()?;
    if !before.state.may_become(new.state) {
        return refused(IncidentRefused::State);
    }
    if new.cost.is_negative() || new.cost.cents() > LARGEST_COST_CENTS {
        return refused(IncidentRefused::Cost);
    }
    let owner = if new.mine { actor.person } else { before.owner };
    let moved = before.state != new.state;
    if !moved && new.body.is_empty() && new.cost == before.cost && owner == before.owner {
        return refused(IncidentRefused::Nothing);
    }
    let by_themselves = actor.person.is_some_and(|person| before.is_of(person));
    let unnamed = before.unnamed;
    let after = Incident {
        state: new.state,
        owner,
        cost: new.cost,
        ..before
    };
    incidents::change(tx, actor.place, &after)?;
    let tells = moved || !new.body.is_empty();
    if tells {
        let step = Step {
            id: tx.new_id(),
            person: actor.person,
            at: tx.now(),
            state: moved.then_some(new.state),
            body: new.body,
        };
        incidents::insert_step(tx, actor.place, id, &step)?;
    }
    let subject = activity::Subject::new("incident", id);
    activity::record(tx, actor, "incident.followed_up", subject, json!({}))?;
    Ok(tells && !unnamed && !by_themselves)
}

fn is_of_the_place(tx: &mut Tx<'_>, place: PlaceId, subject: Subject) -> Result<bool, Fault> {
    Ok(match subject {
        Subject::Space(resource) => spaces::store::resources::find(tx, place, resource)?.is_some(),
        Subject::Thing(thing) => equipment::find(tx, place, thing)?.is_some_and(|thing| thing.gone.is_none()),
        Subject::Other => true,
    })
}
