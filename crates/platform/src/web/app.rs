//! What every request shares: the database, the messages, the assets, the settings.

use super::{Live, Metrics, Seal};
use crate::capability::{Grant, NavItem};
use crate::database::{Database, Tx};
use crate::failure::Fault;
use crate::jobs::Extras;
use crate::messages::Catalogue;
use crate::panel::PanelHook;
use kernel::{AccountId, Hat, Locale, PersonId, PlaceId, Role};
use std::ops::Deref;
use std::sync::Arc;

/// Who a session belongs to, as the `people` capability knows.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// The account.
    pub account: AccountId,
    /// The person behind it.
    pub person: PersonId,
    /// How the header calls the person.
    pub name: String,
    /// The roles held today.
    pub roles: Vec<Role>,
    /// The hat last chosen.
    pub hat: Hat,
    /// The language last chosen.
    pub language: Option<Locale>,
    /// What to write, beside the request, when the session's use was not noted for a while.
    pub note_use: Option<NoteUse>,
}

/// Notes that the session of a cookie is in use.
pub type NoteUse = fn(&mut Tx<'_>, PlaceId, &str) -> Result<(), Fault>;

/// How a session cookie becomes somebody: given by the `people` capability, because the shell may not know it.
pub type Identify = fn(&mut Tx<'_>, PlaceId, &str) -> Result<Option<SignedIn>, Fault>;

/// What an installation decides about its pages.
#[derive(Clone, Debug, Default)]
pub struct WebSettings {
    /// The address people type, without a final slash: links in mails begin with it.
    pub base_url: String,
    /// Whether cookies travel over TLS only.
    pub secure_cookies: bool,
    /// Whether a proxy in front of us states the visitor's address in `X-Forwarded-For`.
    pub behind_proxy: bool,
    /// Whether development pages (the living page of components) are served.
    pub development: bool,
}

/// The parts of an [`App`].
pub struct AppParts {
    /// The database.
    pub db: Database,
    /// Every message of every capability.
    pub messages: Arc<Catalogue>,
    /// The entries of the navigation, every hat together.
    pub navigation: Vec<NavItem>,
    /// What capabilities show on pages of others.
    pub panels: Vec<PanelHook>,
    /// Which role holds which permission.
    pub grants: Vec<Grant>,
    /// How a session becomes somebody.
    pub identify: Identify,
    /// The installation's settings.
    pub settings: WebSettings,
    /// The installation's secret.
    pub seal: Seal,
    /// Who watches which place.
    pub live: Live,
    /// Counters for operators.
    pub metrics: Metrics,
    /// Things some capability needs and the platform does not know (the press).
    pub extras: Extras,
}

/// A cheap handle on [`AppParts`], the state of every handler.
#[derive(Clone)]
pub struct App(Arc<AppParts>);

impl App {
    /// The application made of these parts.
    pub fn new(parts: AppParts) -> Self {
        Self(Arc::new(parts))
    }
}

impl Deref for App {
    type Target = AppParts;

    fn deref(&self) -> &AppParts {
        &self.0
    }
}
