//! How the place receives those who join.

use crate::permissions::MANAGE;
use crate::rules::departure::{MOST_MONTHS, Notice};
use crate::rules::offer::Offer;
use crate::rules::settings::{Approval, Settings};
use crate::store::withheld;
use kernel::{Actor, PlaceId};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Fault, place};
use serde_json::json;

/// Who lets new members in: `person` or `automatic`.
const APPROVAL: &str = "joining_approval";
/// The notice, in months.
const NOTICE_MONTHS: &str = "joining_notice_months";
/// Whether the notice runs to the end of a month: `yes` or `no`.
const NOTICE_TO_THE_END: &str = "joining_notice_to_the_end";
/// The steps of a first visit, one a line.
const FIRST_VISIT: &str = "joining_first_visit";

/// The notice of a place that set none: a month, to its end.
const USUAL: Notice = Notice {
    months: 1,
    to_the_end: true,
};

/// What the place set, and what is usual where it set nothing.
///
/// # Errors
/// As the database says.
pub fn settings(tx: &mut Tx<'_>, place: PlaceId) -> Result<Settings, Fault> {
    let approval = place::setting(tx, place, APPROVAL)?;
    let months = place::setting(tx, place, NOTICE_MONTHS)?.and_then(|text| text.parse().ok());
    let to_the_end = place::setting(tx, place, NOTICE_TO_THE_END)?;
    let first_visit = place::setting(tx, place, FIRST_VISIT)?.unwrap_or_default();
    Ok(Settings {
        approval: approval
            .and_then(|code| Approval::parse(&code).ok())
            .unwrap_or(Approval::Person),
        notice: Notice {
            months: months.map_or(USUAL.months, |months: i64| months.clamp(0, MOST_MONTHS)),
            to_the_end: to_the_end.map_or(USUAL.to_the_end, |told| told == "yes"),
        },
        first_visit: first_visit.lines().map(str::to_owned).collect(),
    })
}

/// Keeps what the place sets.
///
/// # Errors
/// [`Fault::Forbidden`].
pub fn keep_settings(tx: &mut Tx<'_>, actor: &Actor, new: &Settings) -> Result<(), Fault> {
    actor.require(MANAGE)?;
    let place = actor.place;
    place::set_setting(tx, place, APPROVAL, new.approval.code())?;
    place::set_setting(tx, place, NOTICE_MONTHS, &new.notice.months.to_string())?;
    let to_the_end = if new.notice.to_the_end { "yes" } else { "no" };
    place::set_setting(tx, place, NOTICE_TO_THE_END, to_the_end)?;
    place::set_setting(tx, place, FIRST_VISIT, &new.first_visit.join("\n"))?;
    let detail = json!({ "approval": new.approval.code(), "months": new.notice.months });
    activity::record(tx, actor, "joining.set", Subject::new("place", place), detail)?;
    Ok(())
}

/// Keeps these offers, and no other, from the page for everybody.
///
/// # Errors
/// [`Fault::Forbidden`].
pub fn withhold(tx: &mut Tx<'_>, actor: &Actor, offers: &[Offer]) -> Result<(), Fault> {
    actor.require(MANAGE)?;
    withheld::keep(tx, actor.place, offers)?;
    Ok(())
}
