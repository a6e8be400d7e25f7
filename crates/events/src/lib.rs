//! Events: the collective moments of a place, from the first idea to who came.
//!
//! **Words.** An [`Event`] is a moment that is announced: a lunch, a meeting, a workshop, a concert. It is a *draft*, then
//! *published*, or *cancelled*; that it is over is read off the clock. Its rooms are kept by bookings of the house. A [`Registration`]
//! is somebody who comes, alone or with guests; where every seat is taken they *wait*, and are *offered* what comes free. *Walk-ins*
//! are those who come without having registered. A [`Proposal`] is somebody's idea of an event; the *programming council*, people
//! named from a day to a day, discusses and answers it.
//! A *Pow-Wow* is the regular meeting of everybody: an event with [`Point`]s, decisions, and [`Motion`]s that others second. A
//! [`Workshop`] is a paid event that a member holds, and shares with the house as agreed.
//!
//! **Laws.**
//! - Whoever gives or takes a seat first holds the event: seats are never more than its capacity (decision 38).
//! - A seat that came free belongs to who has waited longest among those whose whole party fits, for the hours the place set.
//! - Nothing said from outside tells whether an address is known or registered. A registration from outside takes no seat before its
//!   address is proven.
//! - What is for members is not found by anybody else.
//! - The price is that of the moment the seat is taken, and frozen with it; giving it up costs what a booking would (RULES 18, 19).
//!   What the house gives up costs nothing.

mod actions;
mod documents;
mod letters;
mod pages;
mod panels;
mod permissions;
mod personal;
mod proposal_letters;
mod reading;
mod rules;
mod store;

pub use actions::{
    AcceptanceRefused, Asked, NewEvent, NewPoint, accept_proposal, accept_seat, add_point, agree_workshop,
    answer_question, ask_seat, cancel_event, cancel_registration, cancellation_fee, change_event,
    confirm_proposal, confirm_seat, copy_event, count_walk_ins, create_event, decide, decision_done,
    end_seat, follow, keep_settings, move_motion, move_point, name_councillor, note_attendance, note_point,
    pay_out, programmes, propose, propose_from_outside, publish_event, refuse_proposal, register,
    register_other, remark, second_motion, settings, unfollow, want_to_speak, withdraw_motion,
    withdraw_point, withdraw_proposal, workshop_statement,
};
pub use letters::Notice;
pub use permissions::{MANAGE, OWN, PERMISSIONS, RUN};
pub use reading::{announced, event, give_up, own_registrations, registrations_of};
pub use rules::event::{
    Event, EventFacts, EventId, EventKind, EventMark, EventRefused, EventState, KeptRoom, OpenTo,
};
pub use rules::powwow::{Decision, DecisionId, Motion, MotionId, MotionState, Point, PointId, PowwowRefused};
pub use rules::proposal::{
    CouncilSeat, Idea, Proposal, ProposalId, ProposalRefused, ProposalState, Remark, RemarkKind,
};
pub use rules::prose::ProseRefused;
pub use rules::registration::{
    Attendee, Registration, RegistrationId, RegistrationMark, RegistrationRefused, RegistrationState,
};
pub use rules::settings::{Settings, SettingsRefused};
pub use rules::workshop::{Payout, Statement, Terms, Workshop, WorkshopRefused};

use kernel::{Hat, Permission};
use platform::{Capability, JobHandler, Messages, NavItem, Recurring};

/// What events say, in both languages.
pub const MESSAGES: Messages = Messages {
    fr: include_str!("../locales/fr.ftl"),
    en: include_str!("../locales/en.ftl"),
};

/// What this capability hands to the program.
#[must_use]
pub fn capability() -> Capability {
    Capability {
        name: "events",
        routes: pages::routes(),
        permissions: PERMISSIONS,
        jobs: vec![
            JobHandler {
                kind: letters::KIND,
                run: letters::write,
            },
            JobHandler {
                kind: proposal_letters::KIND,
                run: proposal_letters::write,
            },
            JobHandler {
                kind: actions::UPKEEP_KIND,
                run: actions::upkeep,
            },
        ],
        recurring: vec![Recurring {
            kind: actions::UPKEEP_KIND,
            every_minutes: 5,
        }],
        messages: MESSAGES,
        navigation: NAVIGATION,
        verify: None,
        panels: Some(panels::shown),
        personal: personal::PERSONAL,
        before_billing: None,
    }
}

/// The entries of the menus.
const NAVIGATION: &[NavItem] = &[
    NavItem {
        needs: None,
        ..entry(Hat::Member, "events-agenda", "/agenda", "calendar", OWN, "")
    },
    entry(
        Hat::FrontDesk,
        "events-agenda",
        "/office/events",
        "calendar-check",
        RUN,
        "shell-desk-people",
    ),
    entry(
        Hat::Office,
        "events-agenda",
        "/office/events",
        "calendar-check",
        RUN,
        "events-section",
    ),
    entry(
        Hat::Office,
        "events-workshops",
        "/office/workshops",
        "euro",
        MANAGE,
        "events-section",
    ),
    NavItem {
        also: &["/programming-council"],
        ..entry(
            Hat::Office,
            "events-council",
            "/office/programming-council",
            "people",
            MANAGE,
            "events-section",
        )
    },
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
