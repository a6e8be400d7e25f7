//! The act just done, in words, with the way to undo it.

use super::holding::{Holding, holding};
use crate::rules::check_in::{CheckIn, CheckInId, Part};
use crate::store::check_ins;
use kernel::PersonId;
use platform::messages::Argument;
use platform::web::Visit;
use platform::{Fault, place};

/// The act just done.
pub(super) struct LastAct {
    /// Who it was about.
    pub(super) person: PersonId,
    /// What was done, and what it means.
    pub(super) words: String,
    /// What is left or owed.
    pub(super) holding: String,
    /// Whether something is owed: a pass may be sold at once.
    pub(super) owes: bool,
    /// Where the form that undoes it goes; none when there is nothing to undo.
    pub(super) undo: Option<String>,
}

/// Reads the act on a check-in of today or undone today; another day's is no news.
pub(super) async fn last_act(visit: &Visit, id: CheckInId) -> Result<Option<LastAct>, Fault> {
    let known = visit
        .read(move |tx, actor| {
            let Some(known) = check_ins::find(tx, actor.place, id)? else {
                return Ok(None);
            };
            let zone = place::get(tx, actor.place)?.zone;
            if known.day != tx.today(&zone) {
                return Ok(None);
            }
            let name = people::names_of(tx, actor.place, &[known.person])?
                .into_values()
                .next();
            let holding = holding(tx, actor.place, known.person, known.day)?;
            Ok::<_, Fault>(Some((known, name.unwrap_or_default(), holding)))
        })
        .await?;
    Ok(known.map(|(known, name, holding)| told(visit, &known, name, &holding)))
}

fn told(visit: &Visit, known: &CheckIn, name: String, holding: &Holding) -> LastAct {
    let (key, act) = match (known.cancelled_at, known.left_at, known.widened_from) {
        (Some(_), _, _) => ("spaces-desk-done-undone", None),
        (None, Some(_), _) => ("spaces-desk-done-left", Some("return")),
        (None, None, Some(_)) => ("spaces-desk-done-widened", Some("cancellation")),
        (None, None, None) => ("spaces-desk-done-here", Some("cancellation")),
    };
    let part = if known.widened_from.is_some() {
        Part::Day
    } else {
        known.part
    };
    let words = [
        ("name", Argument::from(name)),
        ("part", Argument::from(part.code())),
        ("kind", Argument::from(known.kind.code())),
    ];
    LastAct {
        person: known.person,
        words: visit.text_with(key, &words),
        holding: holding.owes(visit).unwrap_or_else(|| holding.words(visit)),
        owes: holding.balance.debt > 0,
        undo: act.map(|act| format!("/front-desk/check-ins/{}/{act}", known.id)),
    }
}
