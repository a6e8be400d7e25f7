//! The house for programs: calls with a key, webhooks, doors.
//!
//! **Words.** A [`Token`] is a key that a person makes for a program; its [`Scope`]s say what it opens. An *endpoint* is one call
//! of the interface: one declaration gives its route, who may use it, what it takes and answers, its description for machines
//! (`/api/v1/openapi.json`) and for people (`/api/v1/docs`), and what it does.
//!
//! **Laws.**
//! - A key never does more than its maker may do now: permissions are asked for at each call, scopes only take away.
//! - Only the hash of a key is kept; a key ends by itself, and at once when it is taken back or its maker's account is closed.
//! - Cookies are not looked at, so no page of somebody else's can make a browser call.
//! - Every call goes through the faces of the capabilities: the same rules, the same letters, the same lines in the log.
//! - A call that writes carries an `Idempotency-Key`: sent twice, it acts once and is answered the same (RULES 25).
//! - What belongs to another place or to somebody else does not exist.
//! - What a listener is told is read from the activity log, which every act writes in its own transaction: nothing is told that did
//!   not happen, nothing that happened is missed, and each act is one message, however often it is sent.
//! - Messages name things, never persons' data: who may know asks with a key.
//! - A door that asks is answered by a pure rule; every answer is signed, written down, and forgotten after three months, unless the place decides.
//!
//! The program hands in, among its [`Extras`](platform::jobs::Extras), an [`Outgoing`], an `Arc<Catalogue>` and its
//! [`WebSettings`](platform::web::WebSettings).

mod actions;
mod caller;
mod endpoint;
mod endpoints;
mod openapi;
mod outgoing;
mod pages;
mod permissions;
mod personal;
mod read;
mod rules;
mod serve;
mod store;
mod telling;
mod trouble;
mod wire;

pub use actions::doors::{
    DoorList, NewDoor, answer_door, keep_door, list_for_door, renew_door_secret, retire_door,
};
pub use actions::tokens::{make_token, revoke_token};
pub use actions::webhooks::{end_webhook, listen, renew_secret, replay, try_webhook, wake};
pub use caller::CALLS_SETTING;
pub use outgoing::{Answered, Outgoing, post};
pub use permissions::{MANAGE, OWN, PERMISSIONS};
pub use rules::door::{Decision, Door, DoorRefused, Opening, Reason, secret as door_secret};
pub use rules::scope::Scope;
pub use rules::token::{NewToken, Token, TokenRefused, secret};
pub use rules::webhook::{
    Delivery, DeliveryState, Event, NewWebhook, Webhook, WebhookRefused, secret as webhook_secret, signature,
};

use kernel::Hat;
use platform::web::{Access, Method};
use platform::{Capability, Messages, NavItem};

/// What programs and their makers are told, in both languages.
pub const MESSAGES: Messages = Messages {
    fr: concat!(
        include_str!("../locales/api.fr.ftl"),
        "\n",
        include_str!("../locales/operations.fr.ftl"),
        "\n",
        include_str!("../locales/webhooks.fr.ftl"),
        "\n",
        include_str!("../locales/doors.fr.ftl")
    ),
    en: concat!(
        include_str!("../locales/api.en.ftl"),
        "\n",
        include_str!("../locales/operations.en.ftl"),
        "\n",
        include_str!("../locales/webhooks.en.ftl"),
        "\n",
        include_str!("../locales/doors.en.ftl")
    ),
};

/// What this capability hands to the program.
#[must_use]
pub fn capability() -> Capability {
    Capability {
        name: "api",
        routes: pages::routes(),
        permissions: PERMISSIONS,
        jobs: vec![telling::HANDLER],
        recurring: vec![telling::RECURRING],
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
        also: &["/me/api"],
        ..entry("api-keys-title", "/office/api", "settings")
    },
    entry("api-webhooks-title", "/office/webhooks", "mail"),
    entry("api-doors-title", "/office/doors", "door"),
];

const fn entry(label: &'static str, href: &'static str, icon: &'static str) -> NavItem {
    NavItem {
        hat: Hat::Office,
        label,
        href,
        icon,
        needs: Some(MANAGE),
        section: "api-section",
        also: &[],
    }
}

/// One call of the interface, as tests see it.
#[derive(Debug, Clone, Copy)]
pub struct Operation {
    /// Reading or writing.
    pub method: Method,
    /// Its path.
    pub path: &'static str,
    /// Whom it lets in.
    pub access: Access,
    /// What the key must open.
    pub scope: Option<Scope>,
}

/// Every call of the interface.
#[must_use]
pub fn operations() -> Vec<Operation> {
    let all = endpoints::all().into_iter();
    all.map(|endpoint| Operation {
        method: endpoint.method,
        path: endpoint.path,
        access: endpoint.access,
        scope: endpoint.scope,
    })
    .collect()
}
