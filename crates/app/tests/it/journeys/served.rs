//! The whole program, served in this process, with its jobs.

use crate::world::{PASSWORD, World};
use app::composition::House;
use app::demo::Size;
use harness::{Browser, FreshDatabase, Page, Viewport};
use kernel::{Actor, Role};
use platform::database::{Database, Engine, Tx};
use platform::jobs::Runner;
use platform::web::{Server, WebSettings};
use std::time::Duration;
use tokio::runtime::Runtime;

/// How often a page is looked at for what a job makes, and the pause between: half a minute and more on a busy machine.
const LOOKS: usize = 120;
const BETWEEN_LOOKS: Duration = Duration::from_millis(250);

/// A served house; it stops with this value.
pub(super) struct Served {
    pub(super) address: String,
    pub(super) db: Database,
    pub(super) browser: Browser,
    _runner: Runner,
    _runtime: Runtime,
    _fresh: FreshDatabase,
}

impl Served {
    /// A house that nobody has opened.
    pub(super) fn unopened() -> Self {
        Self::on(FreshDatabase::on(Engine::Sqlite))
    }

    /// A house with one person for each of these roles, at `role@example.org`.
    pub(super) fn with_roles(roles: &[Role]) -> Self {
        let fresh = FreshDatabase::on(Engine::Sqlite);
        let world = World::new(fresh.database());
        roles.iter().fold(world, |world, role| world.with_role(*role));
        Self::on(fresh)
    }

    /// A house with three full months of life, where those of the demonstration sign in.
    pub(super) fn lived_in() -> Self {
        let fresh = FreshDatabase::on(Engine::Sqlite);
        let size = Size {
            months: 3,
            visits: 620,
            bookings: 330,
        };
        drop(World::lived_in_for(fresh.database(), size));
        Self::on(fresh)
    }

    fn on(fresh: FreshDatabase) -> Self {
        let db = fresh.database().clone();
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .unwrap();
        let (address, runner) = runtime.block_on(async {
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
            let address = format!("http://{}", listener.local_addr().unwrap());
            let settings = WebSettings {
                base_url: address.clone(),
                ..WebSettings::default()
            };
            // Two programs of a journey talk on this machine.
            let outgoing = api::Outgoing {
                local: true,
                longest_milliseconds: Some(2_000),
            };
            let house = House::calling(db.clone(), settings, outgoing).unwrap();
            let server = Server::new(house.app, house.routes, listener, None)
                .await
                .unwrap();
            let runner = Runner::start(db.clone(), house.handlers, house.recurring, house.extras, 1);
            tokio::spawn(server.run(std::future::pending()));
            (address, runner)
        });
        Self {
            address,
            db,
            browser: Browser::start(),
            _runner: runner,
            _runtime: runtime,
            _fresh: fresh,
        }
    }

    /// A browser of somebody, on the page at `path`.
    pub(super) fn page(&self, viewport: Viewport, path: &str) -> Page {
        let page = self.browser.page(viewport);
        self.go(&page, path);
        page
    }

    /// A browser in which the person of this role is signed in, on the page at `path`.
    pub(super) fn signed_in(&self, role: Role, viewport: Viewport, path: &str) -> Page {
        self.signed_in_as(&format!("{}@example.org", role.code()), viewport, path)
    }

    /// A browser in which the person with this address is signed in, on the page at `path`.
    pub(super) fn signed_in_as(&self, email: &str, viewport: Viewport, path: &str) -> Page {
        let page = self.signed_in_with(email, PASSWORD, viewport);
        self.go(&page, path);
        page
    }

    /// A browser in which the person with this address and password is signed in, wherever that leads.
    pub(super) fn signed_in_with(&self, email: &str, password: &str, viewport: Viewport) -> Page {
        let page = self.page(viewport, "/sign-in");
        page.fill("#email", email);
        page.fill("#password", password);
        page.press("Enter");
        page.wait_for_absence("#password");
        page
    }

    /// Goes to a page, which must answer.
    #[track_caller]
    pub(super) fn go(&self, page: &Page, path: &str) {
        page.goto(&format!("{}{path}", self.address));
        assert_eq!(page.status(), 200, "{path}");
    }

    /// Goes to a page again and again until it shows what a job makes in its own time.
    #[track_caller]
    #[allow(
        clippy::disallowed_methods,
        reason = "the pause paces the looks at a page that nobody else changes"
    )]
    pub(super) fn go_until(&self, page: &Page, path: &str, locator: &str) {
        for _ in 0..LOOKS {
            self.go(page, path);
            if page.exists(locator) {
                return;
            }
            std::thread::sleep(BETWEEN_LOOKS);
        }
        panic!("{path} never shows `{locator}`: {}", page.text("main"));
    }

    /// The hash of the password that everybody has.
    pub(super) fn password_hash(&self) -> String {
        let salt = self.db.entropy().bytes::<16>();
        people::hash_password(&people::Password::parse(PASSWORD).unwrap(), salt).unwrap()
    }

    /// Writes as the program itself in the first place.
    pub(super) fn write<T: Send + 'static>(
        &self,
        work: impl Fn(&mut Tx<'_>, &Actor) -> T + Send + 'static,
    ) -> T {
        self.db
            .write_blocking(move |tx| {
                let place = platform::place::all(tx)?.remove(0);
                Ok::<_, platform::Fault>(work(tx, &Actor::system(place.id)))
            })
            .unwrap()
    }

    /// What `tribu verify` finds wrong.
    pub(super) fn faults(&self) -> Vec<String> {
        let report = app::composition::verify(&self.db).unwrap();
        report
            .faults()
            .iter()
            .map(|fault| format!("{} {}", fault.what, fault.detail))
            .collect()
    }
}
