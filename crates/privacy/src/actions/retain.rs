//! The rules by which data goes: set by the place, applied every night.

use super::today;
use crate::permissions::WRITE;
use crate::rules::request::PrivacyRefused;
use crate::rules::retention::{Rule, checked, limit, months_on};
use crate::store::{copies, erasures, retention};
use kernel::{Actor, Instant, MinuteOfDay, PlaceId};
use platform::activity::Subject;
use platform::database::Tx;
use platform::mail;
use platform::personal::{Declarations, Holding, Limit, Retention};
use platform::{Failure, Fault, OrNotFound, activity, place};
use serde_json::json;

/// Seconds for which it is remembered what the rules removed: about a year.
const RUNS_SECONDS: i64 = 400 * 86_400;

/// The place keeps a kind of data for so many months from today on.
///
/// # Errors
/// [`PrivacyRefused::OutOfBounds`]; [`Fault::NotFound`] for a kind without a rule.
pub fn set_rule(
    tx: &mut Tx<'_>,
    actor: &Actor,
    declarations: &Declarations,
    kind: &str,
    months: i64,
) -> Result<(), Failure<PrivacyRefused>> {
    actor.require(WRITE)?;
    let (_, bounds) = ruled(declarations)
        .find(|(holding, _)| holding.name == kind)
        .or_not_found()?;
    let rule = Rule {
        from: today(tx, actor.place)?,
        months: checked(&bounds, months).map_err(Failure::Refused)?,
    };
    let known = retention::rules(tx, actor.place)?;
    let before = known.get(kind).map(Vec::as_slice).unwrap_or_default();
    if months_on(&bounds, before, rule.from) == rule.months {
        return Ok(());
    }
    retention::set(tx, actor.place, kind, rule, actor.account)?;
    let about = Subject::new("place", actor.place);
    let detail = json!({ "months": months });
    activity::record(tx, actor, "place.retention_set", about, detail)?;
    Ok(())
}

/// Keeps what the place says of itself in its record of processing activities: settings with their texts.
///
/// # Errors
/// [`PrivacyRefused::TooLong`].
pub(crate) fn keep_particulars(
    tx: &mut Tx<'_>,
    actor: &Actor,
    said: &[(&'static str, String)],
) -> Result<(), Failure<PrivacyRefused>> {
    actor.require(WRITE)?;
    for (setting, typed) in said {
        let kept = super::text(typed).map_err(Failure::Refused)?;
        place::set_setting(tx, actor.place, setting, &kept)?;
    }
    let about = Subject::new("place", actor.place);
    activity::record(tx, actor, "place.processing_record_changed", about, json!({}))?;
    Ok(())
}

/// The kinds of data that have a rule.
pub(crate) fn ruled(declarations: &Declarations) -> impl Iterator<Item = (&'static Holding, Retention)> {
    declarations
        .holdings()
        .filter_map(|holding| Some((holding, holding.retention?)))
}

/// Applies one rule in a place and notes what it removed.
pub(crate) fn apply_rules(
    tx: &mut Tx<'_>,
    place: PlaceId,
    holding: &Holding,
    bounds: &Retention,
) -> Result<u64, Fault> {
    let zone = place::get(tx, place)?.zone;
    let today = tx.today(&zone);
    let rules = retention::rules(tx, place)?;
    let rules = rules.get(holding.name).map(Vec::as_slice).unwrap_or_default();
    let day = limit(today, months_on(bounds, rules, today));
    let moment: Instant = zone.instant(day, MinuteOfDay::MIDNIGHT);
    let removed = (bounds.apply)(tx, place, Limit { moment, day })?;
    retention::ran(
        tx,
        place,
        holding.name,
        i64::try_from(removed).unwrap_or(i64::MAX),
    )?;
    Ok(removed)
}

/// Forgets copies that died, the last letters to people who were erased, and what the rules removed long ago.
pub(crate) fn tidy(tx: &mut Tx<'_>, place: PlaceId) -> Result<(), Fault> {
    copies::forget_dead(tx, place)?;
    for (person, letter) in erasures::letters(tx, place)? {
        if mail::forget(tx, place, letter)? {
            erasures::forget_letter(tx, place, person)?;
        }
    }
    let before = tx.now().minus_seconds(RUNS_SECONDS);
    retention::forget_runs(tx, place, before)?;
    Ok(())
}
