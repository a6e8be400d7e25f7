//! A house with people in it, and visitors who walk through its pages.

use axum::http::StatusCode;
use harness::{FreshDatabase, Reply, Site, Visitor};
use kernel::{Actor, Email, PersonId, Role};
use people::{NewPerson, Password, PersonName};
use platform::JobHandler;
use platform::database::{Database, Engine, Tx};
use platform::jobs::{Extras, JobContext, JobReport, Runner};
use platform::mail::{self, OutboxMail};
use platform::place::{self, NewPlace, Place};
use platform::{Catalogue, Fault};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;

/// The password of everybody who has one.
pub(crate) const PASSWORD: &str = "le chat dort au soleil";
/// Longer than anything here takes; reaching it is a failure.
const PATIENCE: Duration = Duration::from_secs(20);

/// A house: a place, its pages, and the one who writes its letters.
pub(crate) struct House {
    pub(crate) place: Place,
    pub(crate) db: Database,
    pub(crate) site: Site,
    written: Mutex<Receiver<()>>,
    _runner: Runner,
    _fresh: FreshDatabase,
}

impl House {
    /// A house on SQLite.
    pub(crate) fn new() -> Self {
        Self::on(Engine::Sqlite)
    }

    /// A house on an engine.
    pub(crate) fn on(engine: Engine) -> Self {
        Self::made(engine, false)
    }

    /// A house whose place is a demonstration.
    pub(crate) fn demonstration() -> Self {
        Self::made(Engine::Sqlite, true)
    }

    fn made(engine: Engine, demonstration: bool) -> Self {
        let fresh = FreshDatabase::on(engine);
        let db = fresh.database().clone();
        let place = open_place(&db, demonstration);
        let capability = people::capability();
        let (sender, written) = channel();
        let extras = Extras::new()
            .with(Arc::new(Catalogue::new(&[capability.messages]).unwrap()))
            .with(Site::settings())
            .with(Mutex::new(sender));
        let site = Site::new(&db, vec![capability], people::identify, extras.clone());
        let handler = JobHandler {
            kind: "people.letter",
            run: write_and_tell,
        };
        let runner = Runner::start(db.clone(), vec![handler], vec![], extras, 1);
        Self {
            place,
            db,
            site,
            written: Mutex::new(written),
            _runner: runner,
            _fresh: fresh,
        }
    }

    /// Writes in the place as the program itself.
    pub(crate) fn write<T: Send + 'static>(
        &self,
        work: impl Fn(&mut Tx<'_>, &Actor) -> T + Send + 'static,
    ) -> T {
        let system = Actor::system(self.place.id);
        self.db
            .write_blocking(move |tx| Ok::<_, Fault>(work(tx, &system)))
            .unwrap()
    }

    /// Adds a person whose address is `given@example.org`.
    pub(crate) fn person(&self, given: &'static str, family: &'static str) -> PersonId {
        self.write(move |tx, system| {
            let email = Email::parse(&format!("{}@example.org", kernel::fold(given))).unwrap();
            let name = PersonName::parse(given, family).unwrap();
            let new = NewPerson {
                email: Some(email),
                ..NewPerson::named(name)
            };
            people::create_person(tx, system, new).unwrap()
        })
    }

    /// Adds a person with an account, [`PASSWORD`] and a role.
    pub(crate) fn account(&self, given: &'static str, role: Role) -> PersonId {
        let person = self.person(given, "Vasseur");
        let zone = self.place.zone.clone();
        self.write(move |tx, system| {
            people::create_account(tx, system, person, Some(hash())).unwrap();
            if role != Role::Member {
                let today = tx.today(&zone);
                people::grant_role(tx, system, person, role, today).unwrap();
            }
        });
        person
    }

    /// Somebody whom nobody has met yet.
    pub(crate) fn visitor(&self) -> Visitor {
        self.visitor_from("203.0.113.1")
    }

    /// The same, from an address of the network.
    pub(crate) fn visitor_from(&self, address: &str) -> Visitor {
        self.site
            .visitor()
            .saying("x-forwarded-for", address)
            .saying("user-agent", "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0")
    }

    /// The person of that given name, signed in.
    pub(crate) fn signed_in(&self, given: &str) -> Visitor {
        let mut visitor = self.visitor();
        let reply = sign_in(
            &mut visitor,
            &format!("{}@example.org", kernel::fold(given)),
            PASSWORD,
        );
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{reply}");
        visitor
    }

    /// Adds a person with an account and a role, signed in.
    pub(crate) fn arrives(&self, given: &'static str, role: Role) -> (PersonId, Visitor) {
        let person = self.account(given, role);
        (person, self.signed_in(given))
    }

    /// Waits until a letter asked for was dealt with, and gives the outbox, the newest mail first.
    pub(crate) fn outbox_after_a_letter(&self) -> Vec<OutboxMail> {
        self.written
            .lock()
            .unwrap()
            .recv_timeout(PATIENCE)
            .expect("a letter was asked for");
        let place = self.place.id;
        self.db
            .read_blocking(move |tx| mail::list(tx, place, 50))
            .unwrap()
    }

    /// The path of the link in the newest mail after a letter.
    pub(crate) fn link(&self) -> String {
        let outbox = self.outbox_after_a_letter();
        let text = &outbox.first().expect("a mail").text_body;
        let start = text.find("https://lieu.example.org").expect("a link");
        let link = text[start..].split_whitespace().next().unwrap();
        link.trim_start_matches("https://lieu.example.org").to_owned()
    }
}

fn open_place(db: &Database, demonstration: bool) -> Place {
    let opened = db.write_blocking(move |tx| {
        let new = NewPlace {
            demonstration,
            ..harness::new_place()
        };
        place::create(tx, new)
    });
    opened.unwrap()
}

/// One hash of the password for all: computing it is slow on purpose.
fn hash() -> &'static str {
    static HASH: OnceLock<String> = OnceLock::new();
    HASH.get_or_init(|| people::hash_password(&Password::parse(PASSWORD).unwrap(), [9; 16]).unwrap())
}

/// The job of the capability, which then tells the test that it is done.
fn write_and_tell(context: &JobContext<'_>) -> Result<JobReport, Fault> {
    let capability = people::capability();
    let job = capability
        .jobs
        .iter()
        .find(|job| job.kind == "people.letter")
        .unwrap();
    let report = (job.run)(context);
    let teller = context.extras.get::<Mutex<Sender<()>>>()?;
    teller.lock().unwrap().send(()).map_err(Fault::internal)?;
    report
}

/// Fills in the form to sign in.
#[track_caller]
pub(crate) fn sign_in(visitor: &mut Visitor, email: &str, password: &str) -> Reply {
    let form = visitor.page("/sign-in").form("form.stack");
    visitor.post(&form.with("email", email).with("password", password))
}
