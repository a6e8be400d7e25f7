//! Stewardship: the daily running of the house.
//!
//! **Words.** A [`Delivery`] is a letter or a parcel that waits at the desk for a person or an organisation. A
//! [`Domiciliation`] says from when to when an organisation has its address here. An [`Item`] is a key, a badge or a locker; a
//! [`Loan`] says who holds it, against which deposit. A [`Shift`] is hours of the week at which somebody is wanted, a [`Duty`] somebody
//! who has one on a day. A [`Note`] is left for whoever comes next; a [`ChecklistLine`] is ticked when the place opens or closes.
//! An [`Incident`] is something broken, from its report to its end; [`Equipment`] is what the place bought.
//!
//! **Laws.**
//! - Whoever a delivery is for sees it on their own page, and so do the people of the organisation it is for; nobody else does
//!   but the team.
//! - What was written down stays: a delivery ends in one of three ways, each with who and when, and an end may be undone.
//! - An item is with one person at a time. What a deposit does not give back is charged, and recorded as paid by it.
//! - Nobody has a shift twice, and no more people have one than are wanted. A shift done gives its units once.
//! - Whoever reports an incident reads everything that is said of it, and is written to when it is not by themselves.
//! - The addressee is written to when it arrives, then at most three times while it waits.
//!
//! **For other capabilities**: the functions below, all synchronous over `&mut Tx`. Letters are asked for by who acts
//! ([`tell_of_delivery`]): imports and demonstrations write none.

mod actions;
mod letters;
mod pages;
mod panels;
mod permissions;
mod personal;
mod rules;
mod store;

pub use actions::{
    EquipmentTerms, FollowUp, NewDelivery, NewDomiciliation, NewIncident, NewItem, NewLoan, NewLoanEnd,
    NewShift, Photographed, add_checklist_line, add_consumption, add_equipment, add_photo, change_equipment,
    change_item, consumptions_of, create_item, create_shift, dispose_of_equipment, domicile, end_delivery,
    end_domiciliation, end_shift, follow_up, give_up_duty, hand_over_item, leave_note, mark_note, on_sale,
    receive, remove_consumption, remove_photo, reopen_delivery, report_incident, report_unnamed,
    restore_item, retire_checklist_line, retire_item, set_duty_offer, set_item_product, set_reminder_days,
    settle_duty, take_back_item, take_duty, tick_checklist_line,
};
pub use permissions::{MANAGE, OWN, PERMISSIONS, RUN};
pub use rules::consumption::{Article, ConsumptionRefused};
pub use rules::delivery::{Delivery, DeliveryKind, DeliveryRefused, Ended, Ending};
pub use rules::domiciliation::{Domiciliation, DomiciliationRefused};
pub use rules::duty::{Duty, DutyRefused, DutyState, Shift};
pub use rules::equipment::{Disposal, Equipment, EquipmentRefused, Gone};
pub use rules::incident::{Incident, IncidentRefused, IncidentState, Step, Subject, Urgency};
pub use rules::item::{Item, ItemKind, ItemRefused, Loan, LoanEnd, Outcome, Settled, settle};
pub use rules::relay::{ChecklistLine, Moment, Note, RelayRefused};
pub use rules::text::TextRefused;

use kernel::{Actor, Hat, Id, Permission, PersonId, PlaceId};
use platform::database::Tx;
use platform::{Capability, Fault, JobHandler, Messages, NavItem, Recurring};

/// What the running of the house says, in both languages.
pub const MESSAGES: Messages = Messages {
    fr: concat!(
        include_str!("../locales/stewardship.fr.ftl"),
        "\n",
        include_str!("../locales/deliveries.fr.ftl"),
        "\n",
        include_str!("../locales/items.fr.ftl"),
        "\n",
        include_str!("../locales/duty.fr.ftl"),
        "\n",
        include_str!("../locales/incidents.fr.ftl")
    ),
    en: concat!(
        include_str!("../locales/stewardship.en.ftl"),
        "\n",
        include_str!("../locales/deliveries.en.ftl"),
        "\n",
        include_str!("../locales/items.en.ftl"),
        "\n",
        include_str!("../locales/duty.en.ftl"),
        "\n",
        include_str!("../locales/incidents.en.ftl")
    ),
};

/// What this capability hands to the program.
#[must_use]
pub fn capability() -> Capability {
    Capability {
        name: "stewardship",
        routes: pages::routes(),
        permissions: PERMISSIONS,
        jobs: vec![
            JobHandler {
                kind: letters::KIND,
                run: letters::write,
            },
            JobHandler {
                kind: letters::REMINDERS,
                run: letters::remind,
            },
        ],
        recurring: vec![Recurring {
            kind: letters::REMINDERS,
            every_minutes: 60,
        }],
        messages: MESSAGES,
        navigation: NAVIGATION,
        verify: None,
        panels: Some(panels::panels),
        personal: personal::PERSONAL,
        before_billing: None,
    }
}

/// Writes to whom something arrived for, once.
///
/// # Errors
/// As the database says.
pub fn tell_of_delivery(tx: &mut Tx<'_>, actor: &Actor, delivery: Id<Delivery>) -> Result<(), Fault> {
    letters::ask(tx, actor, &letters::Letter::Arrived { delivery })
}

/// Writes to whoever reported an incident that something was said or done about it.
///
/// # Errors
/// As the database says.
pub fn tell_of_incident(tx: &mut Tx<'_>, actor: &Actor, incident: Id<Incident>) -> Result<(), Fault> {
    letters::ask(tx, actor, &letters::Letter::FollowedUp { incident })
}

/// Who holds the badge on which this number is written; nobody when it is not out or is no longer in use.
///
/// # Errors
/// As the database says.
pub fn badge_holder(tx: &mut Tx<'_>, place: PlaceId, number: &str) -> Result<Option<PersonId>, Fault> {
    Ok(store::loans::holder(tx, place, ItemKind::Badge, number)?)
}

/// The numbers of the badges that are out, with who holds each, by number.
///
/// # Errors
/// As the database says.
pub fn badges_held(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<(String, PersonId)>, Fault> {
    Ok(store::loans::held(tx, place, ItemKind::Badge)?)
}

const NAVIGATION: &[NavItem] = &[
    NavItem {
        also: &["/front-desk/items", "/front-desk/loans"],
        ..entry(
            Hat::FrontDesk,
            "stewardship-post-and-keys",
            "/front-desk/deliveries",
            "mail",
            RUN,
            "shell-desk-house",
        )
    },
    NavItem {
        also: &["/front-desk/notes", "/front-desk/checklists"],
        ..entry(
            Hat::FrontDesk,
            "stewardship-duties",
            "/front-desk/duty",
            "clock",
            RUN,
            "shell-desk-house",
        )
    },
    entry(
        Hat::FrontDesk,
        "stewardship-incidents",
        "/front-desk/incidents",
        "alert",
        RUN,
        "shell-desk-house",
    ),
    entry(
        Hat::Office,
        "stewardship-domiciliations",
        "/office/domiciliations",
        "company",
        MANAGE,
        "stewardship-section",
    ),
    entry(
        Hat::Office,
        "stewardship-items",
        "/office/items",
        "door",
        MANAGE,
        "stewardship-section",
    ),
    entry(
        Hat::Office,
        "stewardship-shifts",
        "/office/shifts",
        "clock",
        MANAGE,
        "stewardship-section",
    ),
    entry(
        Hat::Office,
        "stewardship-checklists",
        "/office/checklists",
        "list",
        MANAGE,
        "stewardship-section",
    ),
    entry(
        Hat::Office,
        "stewardship-inventory",
        "/office/equipment",
        "pass",
        MANAGE,
        "stewardship-section",
    ),
];

const fn entry(
    hat: Hat,
    label: &'static str,
    href: &'static str,
    icon: &'static str,
    needs: Permission,
    section: &'static str,
) -> NavItem {
    NavItem {
        hat,
        label,
        href,
        icon,
        needs: Some(needs),
        section,
        also: &[],
    }
}
