//! How a place lets its members change and pause their plans.

use super::remind;
use crate::MANAGE;
use crate::rules::own_change::ChangeWhen;
use crate::rules::pause::PauseTerms;
use kernel::{Actor, PlaceId, Rate};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Fault, place};
use serde_json::json;

/// From when a member may change plan: `now`, `next` or `either`.
const CHANGE_WHEN: &str = "offers_change_when";
/// The most days in a year that a member may pause.
const PAUSE_DAYS: &str = "offers_pause_days";
/// The part of the price due while paused, in hundredths of a percent.
const PAUSE_DUE: &str = "offers_pause_due_bp";

/// The most days of pause in a year.
pub(crate) const MOST_PAUSE_DAYS: i64 = 366;

/// What a place set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OfferSettings {
    /// From when a member may change plan.
    pub change_when: ChangeWhen,
    /// How members pause.
    pub pause: PauseTerms,
    /// How many days before a pass lapses its holder is told; 0 for never.
    pub remind_days: i64,
}

/// What a place set, and what is usual where it set nothing: a change begins with the next period, a pause lasts 90 days of a year at
/// most and nothing is due meanwhile.
///
/// # Errors
/// As the database says.
pub fn settings(tx: &mut Tx<'_>, place: PlaceId) -> Result<OfferSettings, Fault> {
    let change_when = place::setting(tx, place, CHANGE_WHEN)?;
    let days: Option<i64> = place::setting(tx, place, PAUSE_DAYS)?.and_then(|text| text.parse().ok());
    let due: Option<i64> = place::setting(tx, place, PAUSE_DUE)?.and_then(|text| text.parse().ok());
    Ok(OfferSettings {
        change_when: change_when
            .and_then(|code| ChangeWhen::parse(&code).ok())
            .unwrap_or(ChangeWhen::NextPeriod),
        pause: PauseTerms {
            most_days: days.unwrap_or(90).clamp(0, MOST_PAUSE_DAYS),
            due: Rate::from_basis_points(due.unwrap_or(0).clamp(0, 10_000)),
        },
        remind_days: remind::days(tx, place)?,
    })
}

/// Keeps what the place sets.
///
/// # Errors
/// [`Fault::Forbidden`].
pub fn keep_settings(tx: &mut Tx<'_>, actor: &Actor, new: OfferSettings) -> Result<(), Fault> {
    actor.require(MANAGE)?;
    let place = actor.place;
    place::set_setting(tx, place, CHANGE_WHEN, new.change_when.code())?;
    place::set_setting(tx, place, PAUSE_DAYS, &new.pause.most_days.to_string())?;
    place::set_setting(tx, place, PAUSE_DUE, &new.pause.due.basis_points().to_string())?;
    place::set_setting(tx, place, remind::DAYS_SETTING, &new.remind_days.to_string())?;
    let detail = json!({ "days": new.pause.most_days });
    activity::record(tx, actor, "offers.set", Subject::new("place", place), detail)?;
    Ok(())
}
