//! The pages of some capabilities on a database, for visitors without a network and for a real browser.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use kernel::{PersonId, Role};
use platform::database::Database;
use platform::jobs::Extras;
use platform::web::{App, AppParts, Identify, Live, Metrics, Routes, Seal, WebSettings, own_routes, router};
use platform::{Capability, Catalogue};
use tokio::runtime::Runtime;

use crate::browser::{Browser, Page, Viewport};
use crate::session::Session;
use crate::visitor::{HOST, Visitor};

/// The pages of some capabilities, each with its messages, its menus and its permissions.
pub struct Site {
    router: Router,
}

impl Site {
    /// The pages of these capabilities on a database.
    ///
    /// # Panics
    /// When their messages do not fit together.
    pub fn new(db: &Database, capabilities: Vec<Capability>, identify: Identify, extras: Extras) -> Self {
        let messages: Vec<_> = capabilities.iter().map(|one| one.messages).collect();
        let app = App::new(AppParts {
            db: db.clone(),
            messages: Arc::new(Catalogue::new(&messages).expect("messages that fit together")),
            navigation: capabilities
                .iter()
                .flat_map(|one| one.navigation)
                .copied()
                .collect(),
            panels: capabilities.iter().filter_map(|one| one.panels).collect(),
            grants: capabilities
                .iter()
                .flat_map(|one| one.permissions)
                .copied()
                .collect(),
            identify,
            settings: Self::settings(),
            seal: Seal::new([7; 32]),
            live: Live::new(),
            metrics: Metrics::new(),
            extras,
        });
        let routes = capabilities
            .into_iter()
            .fold(own_routes(), |all, one| all.merge(one.routes));
        Self::of(app, routes)
    }

    /// The pages of a whole program.
    pub fn of(app: App, routes: Routes) -> Self {
        Self {
            router: router(app, routes),
        }
    }

    /// What the installation of a test decides: behind a proxy, so that a visitor may say where it comes from.
    pub fn settings() -> WebSettings {
        WebSettings {
            base_url: format!("https://{HOST}"),
            secure_cookies: false,
            behind_proxy: true,
            development: false,
        }
    }

    /// Somebody nobody knows, before these pages.
    pub fn visitor(&self) -> Visitor {
        Visitor::new(&self.router)
    }

    /// The same pages over the network, for a real browser.
    ///
    /// # Panics
    /// When this machine has no free port.
    pub fn serve(&self) -> Served {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .expect("a runtime of two threads");
        let service = self
            .router
            .clone()
            .into_make_service_with_connect_info::<SocketAddr>();
        let address = runtime.block_on(async {
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
                .await
                .expect("a free port");
            let address = listener.local_addr().expect("an address");
            tokio::spawn(async move { axum::serve(listener, service).await });
            address
        });
        Served {
            address: format!("http://{address}"),
            _runtime: runtime,
        }
    }
}

/// Pages served over the network until this value goes.
pub struct Served {
    /// Where: `http://127.0.0.1:34567`.
    pub address: String,
    _runtime: Runtime,
}

impl Served {
    /// Goes to a page, which must answer.
    #[track_caller]
    pub fn go(&self, page: &Page, path: &str) {
        page.goto(&format!("{}{path}", self.address));
        assert_eq!(page.status(), 200, "{path}");
    }

    /// A page of a browser in which somebody is signed in with a [`Session`] of the tests.
    pub fn signed_in(&self, browser: &Browser, viewport: Viewport, person: PersonId, role: Role) -> Page {
        let page = browser.page(viewport);
        let session = Session::of(person, role).to_string();
        page.keep_cookie(&self.address, Session::COOKIE, &session);
        page
    }
}
