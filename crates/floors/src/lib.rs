//! Floors: where the spaces of a place stand, and what of them is free.
//!
//! **Words.** A [`Plan`] is the drawing of a level: rectangles on a grid, over a [`Picture`] or on blank paper. A [`Shape`] is one
//! rectangle: a space that can be booked, or something that only helps to find one's way (stairs, kitchen). One space may have
//! several shapes.
//!
//! **Laws.**
//! - A shape lies inside its plan, and names a space of the place or says what it is.
//! - Who saves a plan names the version they began with; when somebody saved meanwhile, nothing is overwritten unasked.
//! - A picture is told by its first bytes, never by its name, and is seen by who may see the plan.
//! - The plan says of a space what the calendar says, with the hours of who asks; the colour only repeats the words.

mod actions;
mod pages;
mod permissions;
mod personal;
mod rules;
mod store;

pub use actions::{create_plan, drop_picture, keep_picture, retire_plan, save_plan};
pub use permissions::{DRAW, PERMISSIONS};
pub use rules::{
    Area, Drawing, LARGEST_PICTURE, MOST_SHAPES, Picture, PictureKind, PictureRefused, Plan, PlanId,
    PlanMark, PlanRefused, Shape, Size, Told, told,
};
pub use store::plans;

use kernel::Hat;
use platform::{Capability, Messages, NavItem};

/// What plans say, in both languages.
pub const MESSAGES: Messages = Messages {
    fr: include_str!("../locales/fr.ftl"),
    en: include_str!("../locales/en.ftl"),
};

/// What this capability hands to the program.
#[must_use]
pub fn capability() -> Capability {
    Capability {
        name: "floors",
        routes: pages::routes(),
        permissions: PERMISSIONS,
        jobs: vec![],
        recurring: vec![],
        messages: MESSAGES,
        navigation: NAVIGATION,
        verify: None,
        panels: None,
        personal: personal::PERSONAL,
        before_billing: None,
    }
}

const NAVIGATION: &[NavItem] = &[
    NavItem {
        hat: Hat::FrontDesk,
        label: "floors-title",
        href: "/plan",
        icon: "map",
        needs: Some(spaces::READ),
        section: "shell-desk-spaces",
        also: &[],
    },
    NavItem {
        hat: Hat::Office,
        label: "floors-office-title",
        href: "/office/plans",
        icon: "map",
        needs: Some(DRAW),
        section: "spaces-section",
        also: &[],
    },
];
