//! Word to who holds a pass before it lapses, and when it is nearly empty: once each.

use crate::holdings;
use crate::letters::{Desk, Wording};
use crate::rules::lot::{PassLot, is_low};
use crate::store::reminders::{self, Told};
use kernel::{Day, Id, PlaceId};
use platform::database::Tx;
use platform::{Fault, JobContext, JobReport, place};

/// The job that reminds.
pub(crate) const KIND: &str = "offers.reminders";

/// How many days before a pass lapses its holder is told; 0 for never.
pub(crate) const DAYS_SETTING: &str = "offers_remind_days";

/// Days told before, where the place set none.
const USUAL_DAYS: i64 = 14;
/// A pass that nobody used for so long is no news.
const USED_WITHIN_DAYS: i64 = 7;
/// Letters are written from nine to seven o'clock.
const HOURS: std::ops::Range<i16> = 9 * 60..19 * 60;

/// The days that a place set.
pub(crate) fn days(tx: &mut Tx<'_>, place: PlaceId) -> Result<i64, Fault> {
    let set = place::setting(tx, place, DAYS_SETTING)?.and_then(|text| text.parse().ok());
    Ok(set.unwrap_or(USUAL_DAYS).clamp(0, 90))
}

/// Reminds, each pass in a transaction of its own.
pub(crate) fn run(context: &JobContext<'_>) -> Result<JobReport, Fault> {
    let desk = Desk::of(context)?;
    let place = context.place;
    let (today, due) = {
        let zone = desk.place().zone.clone();
        context.db.read_blocking(move |tx| {
            let now = tx.now();
            let today = zone.day_of(now);
            let minute = i16::try_from(zone.minute_of(now).minutes()).unwrap_or(0);
            if !HOURS.contains(&minute) {
                return Ok((today, vec![]));
            }
            Ok::<_, Fault>((today, due(tx, place, today)?))
        })?
    };
    let mut done = 0;
    for (lot, told) in due {
        let desk = desk.clone();
        let written = context
            .db
            .write_blocking(move |tx| remind(tx, &desk, (lot, told), today))?;
        done += i64::from(written);
    }
    Ok(JobReport {
        done,
        ..JobReport::default()
    })
}

/// The lots to write about today, and why.
fn due(tx: &mut Tx<'_>, place: PlaceId, today: Day) -> Result<Vec<(Id<PassLot>, Told)>, Fault> {
    let mut due = Vec::new();
    let days = days(tx, place)?;
    if days > 0 {
        let expiring = reminders::expiring(tx, place, today, today.plus_days(days))?;
        due.extend(expiring.into_iter().map(|lot| (lot, Told::Expiry)));
    }
    let since = tx.now().minus_seconds(USED_WITHIN_DAYS * 86_400);
    for lot in reminders::low(tx, place, today, since)? {
        due.push((lot, Told::Low));
    }
    Ok(due)
}

/// Writes about a lot, unless somebody did or it is no longer so.
fn remind(tx: &mut Tx<'_>, desk: &Desk, (lot, told): (Id<PassLot>, Told), today: Day) -> Result<bool, Fault> {
    let place = desk.place().id;
    if !reminders::note(tx, place, lot, told)? {
        return Ok(false);
    }
    let Some(lot) = reminders::lot(tx, place, lot)? else {
        return Ok(false);
    };
    let left = holdings::remaining(tx, place, lot.person, today)?;
    if told == Told::Low && !is_low(left.units, lot.costs) {
        return Ok(false);
    }
    let words = Wording {
        stem: match told {
            Told::Expiry => "pass-expiring",
            Told::Low => "pass-low",
        },
        name: lot.name.clone(),
        count: match told {
            Told::Expiry => lot.remaining,
            Told::Low => left.units,
        },
        days: (lot.expires_on, None),
        quoted: String::new(),
        path: "/me/passes".to_owned(),
    };
    desk.write(tx, lot.person, &words)
}
