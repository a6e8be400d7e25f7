//! The verbs of the running of the house: each authorises, loads, decides, saves and leaves a line in the activity log.

mod consumption;
mod deliveries;
mod domiciliations;
mod duties;
mod equipment;
mod incidents;
mod items;
mod loans;
pub(crate) mod photos;
mod relay;

pub use consumption::{add_consumption, consumptions_of, on_sale, remove_consumption};
pub use deliveries::{NewDelivery, end_delivery, receive, reopen_delivery};
pub use domiciliations::{NewDomiciliation, domicile, end_domiciliation, set_reminder_days};
pub(crate) use duties::duty_offer;
pub use duties::{NewShift, create_shift, end_shift, give_up_duty, set_duty_offer, settle_duty, take_duty};
pub use equipment::{EquipmentTerms, add_equipment, change_equipment, dispose_of_equipment};
pub use incidents::{FollowUp, NewIncident, follow_up, report_incident, report_unnamed};
pub(crate) use items::item_product;
pub use items::{NewItem, change_item, create_item, restore_item, retire_item, set_item_product};
pub use loans::{NewLoan, NewLoanEnd, hand_over_item, take_back_item};
pub use photos::{Photographed, add_photo, remove_photo};
pub use relay::{add_checklist_line, leave_note, mark_note, retire_checklist_line, tick_checklist_line};

use kernel::{Actor, Day, Instant, PlaceId};
use platform::database::Tx;
use platform::{Fault, place};

/// For how many minutes the same words of the same person are one form sent again, by going back to it (decision 40).
const SAME_WORDS_MINUTES: i64 = 10;

/// What was written since is what the same words may repeat.
pub(crate) fn same_words_since(tx: &Tx<'_>) -> Instant {
    tx.now().minus_minutes(SAME_WORDS_MINUTES)
}

/// Today in the place of an actor.
pub(crate) fn today(tx: &mut Tx<'_>, actor: &Actor) -> Result<Day, Fault> {
    let zone = place::get(tx, actor.place)?.zone;
    Ok(tx.today(&zone))
}

/// A setting of the place that is a number; what it is otherwise when the place has not chosen.
pub(crate) fn number_setting(
    tx: &mut Tx<'_>,
    place: PlaceId,
    name: &str,
    otherwise: i64,
) -> Result<i64, Fault> {
    let set = place::setting(tx, place, name)?;
    Ok(set.and_then(|text| text.parse().ok()).unwrap_or(otherwise))
}
