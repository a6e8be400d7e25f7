//! The verbs of events: each authorises, loads, decides, saves and leaves a line in the activity log.

mod attendance;
mod charging;
mod copies;
mod council;
mod feeds;
mod keys;
mod motions;
mod powwow;
mod programme;
mod proposals;
mod register;
mod rooms;
mod seats;
mod settings;
mod upkeep;
mod workshops;

pub use attendance::{count_walk_ins, note_attendance};
pub use copies::copy_event;
pub use council::{end_seat, name_councillor, programmes};
pub use feeds::{follow, unfollow};
pub use motions::{move_motion, second_motion, withdraw_motion};
pub use powwow::{
    NewPoint, add_point, decide, decision_done, move_point, note_point, want_to_speak, withdraw_point,
};
pub use programme::{NewEvent, cancel_event, change_event, create_event, publish_event};
pub use proposals::{
    AcceptanceRefused, accept_proposal, answer_question, confirm_proposal, propose, propose_from_outside,
    refuse_proposal, remark, withdraw_proposal,
};
pub use register::{
    Asked, accept_seat, ask_seat, cancel_known, cancel_registration, cancellation_fee, confirm_seat,
    register, register_other,
};
pub use settings::{keep_settings, settings};
pub use workshops::{agree_workshop, pay_out, workshop_statement};

pub(crate) use attendance::is_open as is_arriving;
pub(crate) use charging::price_of;
pub(crate) use council::require_programming;
pub(crate) use keys::{proposal_behind, registration_behind};
pub(crate) use powwow::{inside, meeting, of_meeting};
pub(crate) use programme::hours_on;
pub(crate) use proposals::visible;
pub(crate) use rooms::{kept_rooms, locations};
pub(crate) use upkeep::{KIND as UPKEEP_KIND, run as upkeep};

use crate::permissions::RUN;
use crate::rules::event::{Event, EventId, OpenTo};
use kernel::{Actor, Day, PlaceId};
use platform::activity::Subject;
use platform::database::Tx;
use platform::{Fault, place};

/// Today in the place.
pub(crate) fn today(tx: &mut Tx<'_>, place: PlaceId) -> Result<Day, Fault> {
    let zone = place::get(tx, place)?.zone;
    Ok(tx.today(&zone))
}

/// An event as the subject of a line of the log.
fn subject(event: EventId) -> Subject {
    Subject::new("event", event)
}

/// The actor with the rights that the programme of the house carries with it: whoever may take a room for an event, or a seat for
/// money, may do just that (decision 38).
fn empowered(actor: &Actor) -> Actor {
    let mut actor = actor.clone();
    actor
        .permissions
        .extend([people::WRITE, spaces::BOOK_FOR_OTHERS, spaces::BOOK]);
    actor
}

/// Whether the actor is of those to whom members' events are open: a member of today, or the team.
pub(crate) fn is_of_the_house(tx: &mut Tx<'_>, actor: &Actor) -> Result<bool, Fault> {
    if actor.may(RUN) {
        return Ok(true);
    }
    let Some(person) = actor.person else {
        return Ok(false);
    };
    let today = today(tx, actor.place)?;
    Ok(people::is_member_on(tx, actor.place, person, today)?)
}

/// Whether the actor sees what is announced of an event.
pub(crate) fn may_see(tx: &mut Tx<'_>, actor: &Actor, event: &Event) -> Result<bool, Fault> {
    match event.facts.open_to {
        OpenTo::Everybody => Ok(true),
        OpenTo::Members => is_of_the_house(tx, actor),
    }
}
