//! How the place wants its events, kept among its settings.

use crate::permissions::MANAGE;
use crate::rules::settings::{Settings, SettingsRefused};
use kernel::{Actor, PlaceId};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, Fault, place};
use serde_json::json;

const OFFER_HOURS: &str = "events_offer_hours";
const OUTSIDE_PROPOSALS: &str = "events_outside_proposals";
const SECONDS_NEEDED: &str = "events_seconds_needed";

/// How the place wants its events; the usual where it said nothing.
///
/// # Errors
/// As the database says.
pub fn settings(tx: &mut Tx<'_>, place: PlaceId) -> Result<Settings, Fault> {
    let usual = Settings::default();
    let outside = place::setting(tx, place, OUTSIDE_PROPOSALS)?;
    Ok(Settings {
        offer_hours: number(tx, place, OFFER_HOURS)?.unwrap_or(usual.offer_hours),
        outside_proposals: outside.map_or(usual.outside_proposals, |set| set == "yes"),
        seconds_needed: number(tx, place, SECONDS_NEEDED)?.unwrap_or(usual.seconds_needed),
    })
}

/// Keeps how the place wants its events.
///
/// # Errors
/// [`SettingsRefused`].
pub fn keep_settings(
    tx: &mut Tx<'_>,
    actor: &Actor,
    wanted: Settings,
) -> Result<(), Failure<SettingsRefused>> {
    actor.require(MANAGE)?;
    let kept = wanted.checked().map_err(Failure::Refused)?;
    let outside = if kept.outside_proposals { "yes" } else { "no" };
    place::set_setting(tx, actor.place, OFFER_HOURS, &kept.offer_hours.to_string())?;
    place::set_setting(tx, actor.place, OUTSIDE_PROPOSALS, outside)?;
    place::set_setting(tx, actor.place, SECONDS_NEEDED, &kept.seconds_needed.to_string())?;
    activity::record(
        tx,
        actor,
        "events.set",
        Subject::new("place", actor.place),
        json!({}),
    )?;
    Ok(())
}

fn number(tx: &mut Tx<'_>, place: PlaceId, name: &str) -> Result<Option<i64>, Fault> {
    let set = place::setting(tx, place, name)?;
    Ok(set.and_then(|text| text.parse().ok()))
}
