//! Asking to have the place to oneself, and proving one's address.

use super::{at, record};
use crate::letters::{self, Letter};
use crate::rules::hire::{At, Hire, HireAct, HireRefused, HireSlot, HireState, after};
use crate::rules::wanted::{Wanted, WantedRefused};
use crate::store::{hires, slots};
use guests::Asked;
use joining::TextKind;
use kernel::{Actor, Id, Instant, PersonId};
use people::{Token, TokenHash};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound, place};
use serde_json::json;
use spaces::ResourceId;

/// The most requests of one address that wait for its proof, in an hour.
const MOST_WAITING: i64 = 3;
const AN_HOUR: i64 = 60;
/// The most slots of one request.
pub(crate) const MOST_SLOTS: usize = 30;

/// Who is known to ask: a member for themselves, or the team for somebody at the telephone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof<'a> {
    /// Nobody yet: this secret goes to their address.
    ByLetter(&'a Token),
    /// This person, who is signed in.
    SignedIn(PersonId),
    /// The team took it down.
    ByTheTeam,
}

/// Takes a request down. From outside it is nobody's until the address is proven; anybody may ask.
///
/// # Errors
/// [`At`] names the field.
pub fn ask(
    tx: &mut Tx<'_>,
    actor: &Actor,
    (asked, wanted): (&Asked, &Wanted),
    wished: &[ResourceId],
    proof: Proof<'_>,
) -> Result<Id<Hire>, Failure<At>> {
    let zone = place::get(tx, actor.place)?.zone;
    let today = tx.today(&zone);
    wanted
        .check(today)
        .map_err(|refused| Failure::Refused(refused.into()))?;
    let email = asked.email.clone().or_not_found()?;
    let now: Instant = tx.now();
    let by_letter = matches!(proof, Proof::ByLetter(_));
    if by_letter {
        check_texts(tx, actor, asked)?;
        let since = now.minus_minutes(AN_HOUR);
        if hires::waiting(tx, actor.place, &email, since)? >= MOST_WAITING {
            return Err(at("email", HireRefused::TooMany));
        }
    }
    if wished.is_empty() && !wanted.advise {
        return Err(at("advise", WantedRefused::NoSpace));
    }
    let hire = hire_of(tx, (asked, wanted), proof);
    let hash = match proof {
        Proof::ByLetter(token) => Some(token.hash()),
        _ => None,
    };
    hires::insert(tx, actor.place, &hire, hash.as_ref())?;
    wish(tx, actor, &hire, wished)?;
    match proof {
        Proof::ByLetter(token) => {
            let secret = token.as_str().to_owned();
            letters::ask(
                tx,
                actor,
                &Letter::Proof {
                    hire: hire.id,
                    secret,
                },
            )?;
        }
        _ => arrived(tx, actor, hire.id)?,
    }
    Ok(hire.id)
}

/// The request as it begins.
fn hire_of(tx: &Tx<'_>, (asked, wanted): (&Asked, &Wanted), proof: Proof<'_>) -> Hire {
    let by_letter = matches!(proof, Proof::ByLetter(_));
    let now = tx.now();
    Hire {
        id: tx.new_id(),
        asked: asked.clone(),
        person: match proof {
            Proof::SignedIn(person) => Some(person),
            _ => None,
        },
        wanted: wanted.clone(),
        state: if by_letter {
            HireState::Unproven
        } else {
            HireState::Open
        },
        reason: String::new(),
        asked_at: now,
        proven_at: (!by_letter).then_some(now),
        answered_at: None,
    }
}

/// Every text in force must be the one that was agreed to.
fn check_texts(tx: &mut Tx<'_>, actor: &Actor, asked: &Asked) -> Result<(), Failure<At>> {
    for text in joining::texts_in_force(tx, actor.place)? {
        let (field, agreed) = match text.kind {
            TextKind::HouseRules => ("house_rules", asked.rules),
            TextKind::PrivacyNotice => ("privacy_notice", asked.privacy),
        };
        if agreed != Some(text.id) {
            return Err(at(field, HireRefused::TextMissing));
        }
    }
    Ok(())
}

/// Each space that was named, at the hours of each day.
fn wish(tx: &mut Tx<'_>, actor: &Actor, hire: &Hire, wished: &[ResourceId]) -> Result<(), Failure<At>> {
    let zone = place::get(tx, actor.place)?.zone;
    let periods = hire.wanted.periods(&zone);
    if wished.len().saturating_mul(periods.len()) > MOST_SLOTS {
        return Err(at("spaces", HireRefused::TooManySlots));
    }
    for resource in wished {
        let known = spaces::store::resources::find(tx, actor.place, *resource)?;
        known.filter(|one| one.active).or_not_found()?;
        for period in &periods {
            let slot = HireSlot {
                id: tx.new_id(),
                hire: hire.id,
                resource: *resource,
                period: *period,
                booking: None,
            };
            slots::insert(tx, actor.place, &slot)?;
        }
    }
    Ok(())
}

/// The address is proven: the place sees the request, both sides get a letter. Said twice, the second changes nothing.
///
/// # Errors
/// [`Fault::NotFound`] when the link is none of ours.
pub fn confirm(tx: &mut Tx<'_>, actor: &Actor, secret: &TokenHash) -> Result<Id<Hire>, Failure<At>> {
    let seen = hires::by_secret(tx, actor.place, secret)?.or_not_found()?;
    let hire = hires::lock(tx, actor.place, seen.id)?.or_not_found()?;
    if after(hire.state, HireAct::Prove).is_none() {
        return Ok(hire.id);
    }
    let known = match &hire.asked.email {
        Some(email) => people::person_by_email(tx, actor.place, email)?,
        None => None,
    };
    hires::prove(tx, actor.place, hire.id, known.map(|person| person.id))?;
    arrived(tx, actor, hire.id)?;
    Ok(hire.id)
}

fn arrived(tx: &mut Tx<'_>, actor: &Actor, id: Id<Hire>) -> Result<(), Fault> {
    record(tx, actor, "hire.asked", id, json!({}))?;
    letters::ask(tx, actor, &Letter::Received { hire: id })?;
    letters::ask(tx, actor, &Letter::Arrived { hire: id })
}
