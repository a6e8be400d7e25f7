//! Asking to become a member, and proving one's address.

use super::admit::{Admission, Whom, accept, alike};
use super::{price_with_coupon, proposed, settings, today};
use crate::rules::application::{Application, ApplicationRefused, ApplicationState, Asked, At};
use crate::rules::settings::Approval;
use crate::rules::text::{HouseText, TextKind};
use crate::store::{applications, texts};
use kernel::{Actor, Id};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound};
use serde_json::json;

/// Keeps what somebody asks, unproven. Anybody may ask.
///
/// # Errors
/// [`ApplicationRefused`] at the field it is about: a text in force is not accepted, or the offer is not proposed at that price.
pub fn apply(tx: &mut Tx<'_>, actor: &Actor, asked: &Asked) -> Result<Id<Application>, Failure<At>> {
    check_texts(tx, actor, asked)?;
    if let Some((offer, price)) = asked.offer {
        let today = today(tx, actor.place)?;
        let still = proposed(tx, actor.place, today)?;
        if !still
            .iter()
            .any(|one| one.shown && one.offer == offer && one.price == price)
        {
            return Err(at("offer", ApplicationRefused::OfferChanged));
        }
    }
    if asked.coupon.is_some() {
        let on = today(tx, actor.place)?;
        price_with_coupon(tx, actor.place, asked, on)?;
    }
    let id = tx.new_id();
    applications::insert(tx, actor.place, id, asked, ApplicationState::Unproven)?;
    Ok(id)
}

/// Every text in force must be the one that was accepted.
pub(super) fn check_texts(tx: &mut Tx<'_>, actor: &Actor, asked: &Asked) -> Result<(), Failure<At>> {
    for text in texts::current(tx, actor.place)? {
        let field = text.kind.field();
        let accepted: Option<Id<HouseText>> = match text.kind {
            TextKind::HouseRules => asked.rules,
            TextKind::PrivacyNotice => asked.privacy,
        };
        match accepted {
            Some(id) if id == text.id => {}
            Some(_) => return Err(at(field, ApplicationRefused::TextChanged)),
            None => return Err(at(field, ApplicationRefused::TextMissing)),
        }
    }
    Ok(())
}

fn at(field: &'static str, why: ApplicationRefused) -> Failure<At> {
    Failure::Refused(At::new(field, why))
}

/// The applicant proved their address. Where the place lets everybody in who does, and nobody known is alike, they are a member
/// from today on; else the team answers. Said twice, the second changes nothing.
///
/// # Errors
/// [`Fault::NotFound`] when the application was forgotten meanwhile.
pub fn confirm(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<Application>,
    steps: &[String],
) -> Result<ApplicationState, Fault> {
    let place = actor.place;
    let known = applications::lock(tx, place, id)?.or_not_found()?;
    if known.state != ApplicationState::Unproven {
        return Ok(known.state);
    }
    if let Some(email) = &known.asked.email {
        applications::replace(tx, place, email, id)?;
    }
    applications::wait(tx, place, id)?;
    let about = Subject::new("application", id);
    activity::record(tx, actor, "application.made", about, json!({}))?;
    if settings(tx, place)?.approval == Approval::Automatic && let_in(tx, actor, &known, steps)? {
        return Ok(ApplicationState::Accepted);
    }
    Ok(ApplicationState::Waiting)
}

/// Lets somebody in without anybody of the team, unless they may be somebody known, or a known organisation would pay; whether it
/// was done. What a rule refuses is left to the team.
fn let_in(tx: &mut Tx<'_>, actor: &Actor, known: &Application, steps: &[String]) -> Result<bool, Fault> {
    if !alike(tx, actor.place, &known.asked)?.is_empty() {
        return Ok(false);
    }
    let admission = Admission {
        whom: Whom::New,
        offer: known.asked.offer,
        coupon: known.asked.coupon.clone(),
        from: today(tx, actor.place)?,
        letter: String::new(),
        steps: steps.to_vec(),
    };
    let system = Actor::system(actor.place);
    let id = known.id;
    match tx.attempt(|tx| accept(tx, &system, id, &admission)) {
        Ok(_) => Ok(true),
        Err(Failure::Refused(_)) => Ok(false),
        Err(Failure::Fault(fault)) => Err(fault),
    }
}
