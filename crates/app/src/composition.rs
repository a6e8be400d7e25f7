//! The house put together: capabilities, messages, permissions, pages, jobs.

use crate::configuration::Configuration;
use crate::pages;
use kernel::Role;
use platform::capability::Capability;
use platform::database::{Database, DatabaseUrl, OpenRefused, Options};
use platform::jobs::{Extras, JobHandler, Recurring};
use platform::mail::{Sender, Smtp};
use platform::verify::Report;
use platform::web::{App, AppParts, Live, Metrics, RouteDeclaration, Routes, Seal, WebSettings, own_routes};
use platform::{Catalogue, Declarations, Fault, Grant, NavItem, place};
use std::num::NonZeroUsize;
use std::sync::Arc;

/// Every capability, lowest room first. A new one is a line here.
pub fn capabilities() -> Vec<Capability> {
    vec![
        people::capability(),
        billing::capability(),
        offers::capability(),
        spaces::capability(),
        directory::capability(),
        stewardship::capability(),
        joining::capability(),
        guests::capability(),
        hires::capability(),
        teams::capability(),
        floors::capability(),
        events::capability(),
        doors::capability(),
        imports::capability(),
        privacy::capability(),
        api::capability(),
        network::capability(),
        pages::capability(),
    ]
}

/// Every route with what it demands, for the permission matrix.
pub fn route_declarations() -> Vec<RouteDeclaration> {
    let routes = capabilities()
        .into_iter()
        .map(|capability| capability.routes)
        .fold(own_routes(), Routes::merge);
    routes.declarations().to_vec()
}

/// What every capability holds about people.
pub fn declarations() -> Declarations {
    Declarations::new(capabilities().iter().map(|capability| capability.personal))
}

/// Which role holds which permission.
pub fn grants() -> Vec<Grant> {
    capabilities()
        .iter()
        .flat_map(|capability| capability.permissions.iter().copied())
        .collect()
}

/// Why the house cannot be put together.
#[derive(Debug, thiserror::Error)]
pub enum CompositionRefused {
    /// The database does not open.
    #[error(transparent)]
    Open(#[from] OpenRefused),
    /// The database does not answer.
    #[error(transparent)]
    Fault(#[from] Fault),
    /// A message file is wrong.
    #[error("messages: {0}")]
    Messages(String),
    /// A setting is wrong.
    #[error("setting `{name}`: {reason}")]
    Setting {
        /// Which one.
        name: &'static str,
        /// What is wrong with it.
        reason: String,
    },
}

/// The application with everything that runs beside it.
pub struct House {
    /// The shared state of pages.
    pub app: App,
    /// Every page.
    pub routes: Routes,
    /// Who does which job.
    pub handlers: Vec<JobHandler>,
    /// What is done again and again.
    pub recurring: Vec<Recurring>,
    /// The tools that jobs and pages share.
    pub extras: Extras,
}

impl House {
    /// Puts the house together on an open database.
    pub fn new(db: Database, settings: WebSettings) -> Result<Self, CompositionRefused> {
        Self::calling(db, settings, api::Outgoing::default())
    }

    /// As [`House::new`], with what the installation decides about calls that leave it.
    pub fn calling(
        db: Database,
        settings: WebSettings,
        outgoing: api::Outgoing,
    ) -> Result<Self, CompositionRefused> {
        let capabilities = capabilities();
        let messages: Vec<_> = capabilities
            .iter()
            .map(|capability| capability.messages)
            .collect();
        let catalogue = Arc::new(
            Catalogue::new(&messages).map_err(|faults| CompositionRefused::Messages(faults.join("; ")))?,
        );
        let hooks: Vec<_> = capabilities
            .iter()
            .filter_map(|capability| capability.before_billing)
            .collect();
        let extras = Extras::new()
            .with(Arc::new(press::Press::new()))
            .with(billing::BeforeBilling::new(hooks))
            .with(catalogue.clone())
            .with(declarations())
            .with(settings.clone())
            .with(outgoing)
            .with(space_kinds());
        let seal = Seal::new(secret(&db)?);
        let navigation = navigation(&capabilities);
        let panels = capabilities.iter().filter_map(|one| one.panels).collect();
        let grants = capabilities
            .iter()
            .flat_map(|capability| capability.permissions.iter().copied())
            .collect();
        let mut house = Self {
            app: App::new(AppParts {
                db,
                messages: catalogue,
                navigation,
                panels,
                grants,
                identify: people::identify,
                settings,
                seal,
                live: Live::new(),
                metrics: Metrics::new(),
                extras: extras.clone(),
            }),
            routes: own_routes(),
            handlers: Vec::new(),
            recurring: Vec::new(),
            extras,
        };
        for capability in capabilities {
            house.routes = house.routes.merge(capability.routes);
            house.handlers.extend(capability.jobs);
            house.recurring.extend(capability.recurring);
        }
        Ok(house)
    }
}

/// The kinds of spaces for which plans and agreements give hours.
fn space_kinds() -> offers::SpaceKinds {
    let kinds = spaces::ResourceKind::ALL.iter();
    offers::SpaceKinds(kinds.map(|kind| (kind.code(), kind.message())).collect())
}

/// The menus: what one comes for first stands first, the rest in the order of the capabilities.
fn navigation(capabilities: &[Capability]) -> Vec<NavItem> {
    const FIRST: [&str; 9] = [
        "/",
        "/rooms",
        "/me",
        "/front-desk",
        "/office",
        "/calendar",
        "/me/bookings",
        "/me/passes",
        "/me/invoices",
    ];
    let rank = |item: &NavItem| {
        // What stands in a section of the office stays in its section.
        FIRST
            .iter()
            .position(|href| *href == item.href && item.section.is_empty())
            .unwrap_or(FIRST.len())
    };
    let mut navigation: Vec<NavItem> = capabilities
        .iter()
        .flat_map(|capability| capability.navigation.iter().copied())
        .collect();
    navigation.sort_by_key(rank);
    navigation
}

/// Opens the database that the configuration names, or `usual`.
pub fn open_database(configuration: &Configuration, usual: &str) -> Result<Database, CompositionRefused> {
    Ok(Database::open(
        &database_url(configuration, usual)?,
        database_options(configuration),
    )?)
}

/// The address of the database.
pub fn database_url(configuration: &Configuration, usual: &str) -> Result<DatabaseUrl, CompositionRefused> {
    let address = configuration.database.as_deref().unwrap_or(usual);
    DatabaseUrl::parse(address).map_err(|error| CompositionRefused::Setting {
        name: "database",
        reason: error.to_string(),
    })
}

/// How the database is opened.
pub fn database_options(configuration: &Configuration) -> Options {
    let connections = NonZeroUsize::new(configuration.postgres_connections).unwrap_or(NonZeroUsize::MIN);
    Options {
        postgres_connections: connections,
        ..Options::default()
    }
}

/// What becomes of mail.
pub fn mail_sender(configuration: &Configuration) -> Result<Sender, CompositionRefused> {
    let wrong = |name: &'static str, reason: String| CompositionRefused::Setting { name, reason };
    let (Some(url), Some(from)) = (&configuration.smtp, &configuration.mail_from) else {
        return Ok(Sender::Stopped);
    };
    let address = from
        .rsplit_once('<')
        .map_or(from.as_str(), |(_, address)| address.trim_end_matches('>'));
    let from = kernel::Email::parse(address).map_err(|error| wrong("mail_from", error.to_string()))?;
    Smtp::parse(url, from)
        .map(Sender::Smtp)
        .map_err(|error| wrong("smtp", error.to_string()))
}

/// Recomputes everything that must hold, in every place.
pub fn verify(db: &Database) -> Result<Report, Fault> {
    db.read_blocking(|tx| {
        let mut report = Report::new();
        for place in place::all(tx)? {
            platform::verify::check(tx, place.id, &mut report)?;
            for check in capabilities().iter().filter_map(|capability| capability.verify) {
                check(tx, place.id, &mut report)?;
            }
        }
        Ok(report)
    })
}

/// The secret of the installation, made once and kept in the database so that several processes share it.
fn secret(db: &Database) -> Result<[u8; 32], Fault> {
    const INSTALLATION: i64 = 0;
    let fresh = data_encoding::HEXLOWER.encode(&db.entropy().bytes::<32>());
    let kept = db.write_blocking(move |tx| {
        let installation = kernel::PlaceId::from_i64(INSTALLATION);
        place::setting_once(tx, installation, "secret", &fresh)
    })?;
    let bytes = data_encoding::HEXLOWER
        .decode(kept.as_bytes())
        .map_err(Fault::internal)?;
    bytes
        .try_into()
        .map_err(|_| Fault::internal("the secret of the installation is damaged"))
}

/// The roles, for the permission matrix.
pub fn roles() -> &'static [Role] {
    Role::ALL
}
