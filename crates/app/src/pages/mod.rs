//! The pages that belong to no capability: the home of the place, the office's first page, the outbox, the set-up.

mod first_steps;
mod home;
mod manifest;
mod office;
mod outbox;
pub mod set_up;

use kernel::{Hat, Permission, Role};
use platform::capability::{Capability, Grant, NavItem};
use platform::messages::Messages;
use platform::web::{Access, Routes};

/// Opens the office.
const OFFICE: Permission = Permission::new("app.office");
/// Reads the mail that left the house.
const OUTBOX: Permission = Permission::new("app.outbox");
/// Changes what the place is called and looks like.
const SETTINGS: Permission = Permission::new("app.settings");

const PERMISSIONS: &[Grant] = &[
    Grant::new(
        OFFICE,
        &[
            Role::Facilitator,
            Role::ManagingDirector,
            Role::Accountant,
            Role::Administrator,
        ],
    ),
    Grant::new(OUTBOX, &[Role::ManagingDirector, Role::Administrator]),
    Grant::new(SETTINGS, &[Role::ManagingDirector, Role::Administrator]),
];

const NAVIGATION: &[NavItem] = &[
    NavItem {
        hat: Hat::Member,
        label: "app-home-title",
        href: "/",
        icon: "home",
        needs: None,
        section: "",
        also: &[],
    },
    NavItem {
        hat: Hat::Member,
        label: "app-home-rooms",
        href: "/rooms",
        icon: "door",
        needs: None,
        section: "",
        also: &[],
    },
    NavItem {
        hat: Hat::Member,
        label: "app-home-join",
        href: "/join",
        icon: "person-add",
        needs: None,
        section: "",
        also: &[],
    },
    NavItem {
        hat: Hat::Office,
        label: "app-nav-office",
        href: "/office",
        icon: "home",
        needs: Some(OFFICE),
        section: "",
        also: &[],
    },
    NavItem {
        hat: Hat::Office,
        label: "app-nav-outbox",
        href: "/office/outbox",
        icon: "mail",
        needs: Some(OUTBOX),
        section: "app-nav-section",
        also: &[],
    },
    NavItem {
        hat: Hat::Office,
        label: "app-nav-settings",
        href: "/office/settings",
        icon: "settings",
        needs: Some(SETTINGS),
        section: "app-nav-section",
        also: &[],
    },
];

/// What the program itself adds to its capabilities.
pub(crate) fn capability() -> Capability {
    Capability {
        name: "app",
        routes: routes(),
        permissions: PERMISSIONS,
        jobs: vec![crate::upkeep::HANDLER],
        recurring: vec![crate::upkeep::RECURRING],
        messages: Messages {
            fr: include_str!("../../locales/fr.ftl"),
            en: include_str!("../../locales/en.ftl"),
        },
        navigation: NAVIGATION,
        verify: None,
        panels: None,
        personal: platform::Personal::NONE,
        before_billing: None,
    }
}

fn routes() -> Routes {
    Routes::new()
        .get("/", Access::Public, home::show)
        .get("/manifest.webmanifest", Access::Public, manifest::show)
        .get("/set-up/{token}", Access::Public, set_up::show)
        .post("/set-up/{token}", Access::Public, set_up::advance)
        .get("/office", Access::Needs(OFFICE), office::show)
        .get("/office/outbox", Access::Needs(OUTBOX), outbox::list)
        .get("/office/outbox/{id}", Access::Needs(OUTBOX), outbox::show)
        .get("/office/settings", Access::Needs(SETTINGS), office::settings)
        .post(
            "/office/settings",
            Access::Needs(SETTINGS),
            office::change_settings,
        )
}
