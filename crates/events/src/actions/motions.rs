//! Proposals made before everybody: seconded by enough, they are put on the next meeting (T35).

use super::powwow::{append, inside};
use super::{settings, subject};
use crate::rules::event::EventId;
use crate::rules::powwow::{MOTION_MINUTES, Motion, MotionId, MotionState, Point, PowwowRefused};
use crate::store::{events, motions, powwow};
use kernel::Actor;
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound};
use serde_json::json;

/// Why a proposal is not taken, or not a matter of rules.
type Refused = Failure<PowwowRefused>;

/// Makes a proposal that others may second; as many are needed as the place wants today.
///
/// # Errors
/// [`Fault::NotFound`] for who is not of the house.
pub fn move_motion(tx: &mut Tx<'_>, actor: &Actor, title: &str, body: &str) -> Result<MotionId, Fault> {
    let person = inside(tx, actor)?;
    let motion = Motion {
        id: tx.new_id(),
        person,
        title: title.to_owned(),
        body: body.to_owned(),
        needed: settings(tx, actor.place)?.seconds_needed,
        state: MotionState::Open,
        made_at: tx.now(),
    };
    motions::insert(tx, actor.place, &motion)?;
    record(tx, actor, "powwow_proposal.made", &motion)?;
    Ok(motion.id)
}

/// Seconds a proposal, once. With enough, it is put on the next meeting that is announced, or waits for one.
///
/// # Errors
/// [`PowwowRefused::OwnMotion`]; [`PowwowRefused::MotionOver`]; [`Fault::NotFound`].
pub fn second_motion(tx: &mut Tx<'_>, actor: &Actor, id: MotionId) -> Result<MotionState, Refused> {
    let person = inside(tx, actor)?;
    let motion = motions::lock(tx, actor.place, id)?.or_not_found()?;
    if motion.person == person {
        return Err(Failure::Refused(PowwowRefused::OwnMotion));
    }
    if motion.state != MotionState::Open {
        return Err(Failure::Refused(PowwowRefused::MotionOver));
    }
    let seconds = motions::second(tx, actor.place, id, person)?;
    if seconds < motion.needed {
        return Ok(MotionState::Open);
    }
    motions::stand(tx, actor.place, id, MotionState::Ready)?;
    record(tx, actor, "powwow_proposal.seconded", &motion)?;
    let placed = schedule_ready(tx, actor)?;
    Ok(if placed {
        MotionState::Scheduled
    } else {
        MotionState::Ready
    })
}

/// Takes one's proposal back, before it is on a meeting. Said twice, the second changes nothing.
///
/// # Errors
/// [`PowwowRefused::MotionOver`]; [`Fault::Forbidden`] for another's.
pub fn withdraw_motion(tx: &mut Tx<'_>, actor: &Actor, id: MotionId) -> Result<(), Refused> {
    let person = inside(tx, actor)?;
    let motion = motions::lock(tx, actor.place, id)?.or_not_found()?;
    if motion.person != person {
        return Err(Fault::Forbidden.into());
    }
    match motion.state {
        MotionState::Withdrawn => return Ok(()),
        MotionState::Open | MotionState::Ready => {}
        MotionState::Scheduled => return Err(Failure::Refused(PowwowRefused::MotionOver)),
    }
    motions::stand(tx, actor.place, id, MotionState::Withdrawn)?;
    record(tx, actor, "powwow_proposal.withdrawn", &motion)?;
    Ok(())
}

/// Puts what is seconded by enough on the next meeting that is announced; whether there is one with room for it.
pub(crate) fn schedule_ready(tx: &mut Tx<'_>, actor: &Actor) -> Result<bool, Fault> {
    let Some((event, _)) = powwow::next(tx, actor.place)? else {
        return Ok(false);
    };
    let ready = motions::ready(tx, actor.place)?;
    if ready.is_empty() {
        return Ok(true);
    }
    events::lock(tx, actor.place, event)?.or_not_found()?;
    for motion in ready {
        let point = Point {
            id: tx.new_id(),
            event,
            person: Some(motion.person),
            motion: Some(motion.id),
            title: motion.title,
            body: motion.body,
            minutes: MOTION_MINUTES,
            position: 0,
            notes: String::new(),
        };
        match append(tx, actor, point) {
            Ok(_) => motions::stand(tx, actor.place, motion.id, MotionState::Scheduled)?,
            Err(Failure::Refused(_)) => return Ok(false),
            Err(Failure::Fault(fault)) => return Err(fault),
        }
    }
    Ok(true)
}

/// The meeting is given up: what it would have talked about goes to the next, or, of proposals, waits for one.
pub(super) fn carry_over(tx: &mut Tx<'_>, actor: &Actor, given_up: EventId) -> Result<(), Fault> {
    if let Some((next, _)) = powwow::next(tx, actor.place)?.filter(|(next, _)| *next != given_up) {
        if powwow::carry(tx, actor.place, given_up, next)? > 0 {
            activity::record(tx, actor, "powwow.carried", subject(next), json!({}))?;
        }
        return Ok(());
    }
    for point in powwow::of_event(tx, actor.place, given_up)? {
        if let Some(motion) = point.motion {
            powwow::withdraw(tx, actor.place, point.id)?;
            motions::stand(tx, actor.place, motion, MotionState::Ready)?;
        }
    }
    Ok(())
}

fn record(tx: &mut Tx<'_>, actor: &Actor, verb: &str, motion: &Motion) -> Result<(), Fault> {
    let detail = json!({ "title": motion.title });
    activity::record(
        tx,
        actor,
        verb,
        Subject::new("powwow_proposal", motion.id),
        detail,
    )?;
    Ok(())
}
