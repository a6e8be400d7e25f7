//! A house with people in it, and browsers that walk through its pages.

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use harness::{Form, FreshDatabase, Html};
use http_body_util::BodyExt;
use kernel::{Actor, Currency, Email, Locale, PersonId, Role, Zone};
use people::{NewPerson, Password, PersonName};
use platform::JobHandler;
use platform::database::{Database, Engine, Tx};
use platform::jobs::{Extras, JobContext, JobReport, Runner};
use platform::mail::{self, OutboxMail};
use platform::place::{self, NewPlace, Place};
use platform::web::{App, AppParts, Live, Metrics, Seal, WebSettings, own_routes, router};
use platform::{Catalogue, Fault};
use std::collections::BTreeMap;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;
use tower::ServiceExt;

/// The password of everybody who has one.
pub(crate) const PASSWORD: &str = "le chat dort au soleil";
/// Longer than anything here takes; reaching it is a failure.
const PATIENCE: Duration = Duration::from_secs(20);

/// A house: a place, its pages, and the one who writes its letters.
pub(crate) struct House {
    pub(crate) place: Place,
    pub(crate) db: Database,
    pub(crate) app: App,
    router: Router,
    runtime: tokio::runtime::Runtime,
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
        let catalogue = Arc::new(Catalogue::new(&[capability.messages]).unwrap());
        let settings = WebSettings {
            base_url: "https://lieu.example.org".to_owned(),
            secure_cookies: false,
            behind_proxy: true,
            development: false,
        };
        let (sender, written) = channel();
        let extras = Extras::new()
            .with(catalogue.clone())
            .with(settings.clone())
            .with(Mutex::new(sender));
        let app = App::new(AppParts {
            db: db.clone(),
            messages: catalogue,
            navigation: capability.navigation.to_vec(),
            grants: capability.permissions.to_vec(),
            identify: people::identify,
            settings,
            seal: Seal::new([7; 32]),
            live: Live::new(),
            metrics: Metrics::new(),
            extras: extras.clone(),
        });
        let handler = JobHandler {
            kind: "people.letter",
            run: write_and_tell,
        };
        let runner = Runner::start(db.clone(), vec![handler], vec![], extras, 1);
        Self {
            place,
            db,
            router: router(app.clone(), capability.routes.merge(own_routes())),
            app,
            runtime: tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap(),
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

    /// A browser with nobody in it.
    pub(crate) fn browser(&self) -> Browser<'_> {
        Browser {
            house: self,
            cookies: BTreeMap::new(),
            address: "203.0.113.1".to_owned(),
            language: "fr",
        }
    }

    /// A browser in which the person of that given name has signed in.
    pub(crate) fn signed_in(&self, given: &str) -> Browser<'_> {
        let mut browser = self.browser();
        let answer = browser.sign_in(&format!("{}@example.org", kernel::fold(given)), PASSWORD);
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        browser
    }

    /// Adds a person with an account and a role, signed in.
    pub(crate) fn arrives(&self, given: &'static str, role: Role) -> (PersonId, Browser<'_>) {
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
            name: "La Fabrique".to_owned(),
            zone: Zone::parse("Europe/Paris").unwrap(),
            language: Locale::Fr,
            currency: Currency::EUR,
            brand_colour: "#0f6b5c".to_owned(),
            host: None,
            demonstration,
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

/// A browser: its cookies, its address, its language.
pub(crate) struct Browser<'a> {
    house: &'a House,
    pub(crate) cookies: BTreeMap<String, String>,
    pub(crate) address: String,
    pub(crate) language: &'static str,
}

/// What the house answered.
pub(crate) struct Answered {
    pub(crate) status: StatusCode,
    pub(crate) location: String,
    pub(crate) body: String,
    pub(crate) headers: axum::http::HeaderMap,
}

impl Answered {
    /// The page.
    pub(crate) fn html(&self) -> Html {
        Html::parse(&self.body)
    }
}

impl Browser<'_> {
    /// Asks for a page.
    pub(crate) fn get(&mut self, path: &str) -> Answered {
        self.send(Request::get(path), String::new())
    }

    /// Asks for a page that must be there.
    #[track_caller]
    pub(crate) fn page(&mut self, path: &str) -> Html {
        let answer = self.get(path);
        assert_eq!(
            answer.status,
            StatusCode::OK,
            "{path} {} {}",
            answer.location,
            Html::parse(&answer.body)
        );
        answer.html()
    }

    /// Sends a form of a page.
    pub(crate) fn post(&mut self, form: &Form) -> Answered {
        self.send(Request::post(&form.action), form.body())
    }

    /// Sends fields to a path with a valid token, as somebody does who writes their own forms.
    pub(crate) fn send_fields(&mut self, path: &str, fields: &[(&str, &str)]) -> Answered {
        let csrf = self.page("/sign-in/link").hidden("_csrf");
        let mut form = Form {
            action: path.to_owned(),
            method: "post".to_owned(),
            fields: vec![],
        };
        form = form.and("_csrf", &csrf).and("_key", "0123456789abcdef");
        for (name, value) in fields {
            form = form.and(name, value);
        }
        self.post(&form)
    }

    /// Fills in the form to sign in.
    pub(crate) fn sign_in(&mut self, email: &str, password: &str) -> Answered {
        let form = self.page("/sign-in").form("form.stack");
        self.post(&form.with("email", email).with("password", password))
    }

    fn send(&mut self, request: axum::http::request::Builder, body: String) -> Answered {
        let cookies: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let request = request
            .header(header::HOST, "lieu.example.org")
            .header(header::COOKIE, cookies.join("; "))
            .header(header::ACCEPT_LANGUAGE, self.language)
            .header(
                header::USER_AGENT,
                "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0",
            )
            .header("x-forwarded-for", &self.address)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body))
            .unwrap();
        let router = self.house.router.clone();
        let (parts, body) = self.house.runtime.block_on(async {
            let (parts, body) = router.oneshot(request).await.unwrap().into_parts();
            (parts, body.collect().await.unwrap().to_bytes())
        });
        for line in parts.headers.get_all(header::SET_COOKIE) {
            let pair = line.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            if value.is_empty() {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let location = parts
            .headers
            .get(header::LOCATION)
            .map(|to| to.to_str().unwrap().to_owned());
        Answered {
            status: parts.status,
            location: location.unwrap_or_default(),
            body: String::from_utf8_lossy(&body).into_owned(),
            headers: parts.headers,
        }
    }
}
