//! How guests are received.

use super::booking::HOLD_MINUTES_SETTING;
use crate::permissions::MANAGE;
use kernel::Actor;
use platform::database::Tx;
use platform::sites::{FRAMING_SETTING, Sites};
use platform::{Fault, place};

/// Keeps which sites may show the rooms, and for how many minutes hours are held unproven.
///
/// # Errors
/// [`Fault::Forbidden`].
pub fn keep_settings(tx: &mut Tx<'_>, actor: &Actor, sites: &Sites, minutes: i64) -> Result<(), Fault> {
    actor.require(MANAGE)?;
    place::set_setting(tx, actor.place, FRAMING_SETTING, &sites.lines())?;
    place::set_setting(tx, actor.place, HOLD_MINUTES_SETTING, &minutes.to_string())
}
