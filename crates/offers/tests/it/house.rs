//! A house with its pages, and browsers in which somebody is signed in.

use crate::world::{World, day};
use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use harness::{Form, FreshDatabase, Html};
use http_body_util::BodyExt;
use kernel::{Hat, Id, PersonId, PlaceId, Role};
use platform::database::{Engine, Tx};
use platform::jobs::Extras;
use platform::web::{App, AppParts, Live, Metrics, Seal, SignedIn, WebSettings, own_routes, router};
use platform::{Capability, Catalogue, Fault};
use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::Arc;
use tower::ServiceExt;

/// A world on SQLite with the pages of people, billing and offers.
pub(crate) struct House {
    world: World,
    router: Router,
    runtime: tokio::runtime::Runtime,
    _fresh: FreshDatabase,
}

impl Deref for House {
    type Target = World;

    fn deref(&self) -> &World {
        &self.world
    }
}

impl House {
    pub(crate) fn new() -> Self {
        let fresh = FreshDatabase::on(Engine::Sqlite);
        let world = World::on(fresh.database());
        let capabilities = [people::capability(), billing::capability(), offers::capability()];
        let messages: Vec<_> = capabilities
            .iter()
            .map(|capability| capability.messages)
            .collect();
        let navigation = capabilities
            .iter()
            .flat_map(|capability| capability.navigation)
            .copied()
            .collect();
        let grants = capabilities
            .iter()
            .flat_map(|capability| capability.permissions)
            .copied()
            .collect();
        let app = App::new(AppParts {
            db: fresh.database().clone(),
            messages: Arc::new(Catalogue::new(&messages).unwrap()),
            navigation,
            grants,
            identify,
            settings: WebSettings {
                base_url: "https://lieu.example.org".to_owned(),
                secure_cookies: false,
                behind_proxy: false,
                development: false,
            },
            seal: Seal::new([7; 32]),
            live: Live::new(),
            metrics: Metrics::new(),
            extras: Extras::new(),
        });
        let routes = capabilities
            .into_iter()
            .map(|capability: Capability| capability.routes)
            .fold(own_routes(), |all, routes| all.merge(routes));
        Self {
            world,
            router: router(app, routes),
            runtime: tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap(),
            _fresh: fresh,
        }
    }

    /// A browser in which a person with a role is signed in.
    pub(crate) fn signed_in(&self, person: PersonId, role: Role) -> Browser<'_> {
        Browser {
            house: self,
            cookies: BTreeMap::from([("tribu_session".to_owned(), self.session(person, role))]),
            language: "fr",
            keys: 0,
        }
    }

    /// What the session cookie of a person with a role holds.
    pub(crate) fn session(&self, person: PersonId, role: Role) -> String {
        let hat = match role {
            Role::Member => Hat::Member,
            Role::Facilitator => Hat::FrontDesk,
            _ => Hat::Office,
        };
        format!("{person}.{}.{}", role.code(), hat.code())
    }

    /// The same pages over the network, for a real browser.
    pub(crate) fn serve(&self) -> Served {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let router = self.router.clone();
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap();
            runtime.block_on(async {
                let listener = tokio::net::TcpListener::from_std(listener).unwrap();
                let until = async { drop(stopped.await) };
                tokio::select! {
                    served = axum::serve(listener, router) => served.unwrap(),
                    () = until => {}
                }
            });
        });
        Served {
            address,
            stop: Some(stop),
            thread: Some(thread),
        }
    }

    /// Somebody of the team, signed in.
    pub(crate) fn team(&self, role: Role) -> Browser<'_> {
        self.signed_in(self.person("Alix"), role)
    }
}

/// The session of a test says who is signed in: `PERSON.ROLE.HAT`.
fn identify(tx: &mut Tx<'_>, place: PlaceId, token: &str) -> Result<Option<SignedIn>, Fault> {
    let [person, role, hat] = token.split('.').collect::<Vec<_>>()[..] else {
        return Ok(None);
    };
    let person: PersonId = Id::parse(person).map_err(Fault::internal)?;
    let known = people::person(tx, place, person)?;
    Ok(known.map(|known| SignedIn {
        account: Id::from_i64(person.as_i64()),
        person,
        name: known.name.full(),
        roles: vec![Role::parse(role).unwrap()],
        hat: Hat::parse(hat).unwrap(),
        language: None,
        note_use: None,
    }))
}

/// Pages served over the network until this value goes.
pub(crate) struct Served {
    pub(crate) address: String,
    stop: Option<tokio::sync::oneshot::Sender<()>>,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl Drop for Served {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// A browser: its cookies, its language.
pub(crate) struct Browser<'a> {
    house: &'a House,
    cookies: BTreeMap<String, String>,
    pub(crate) language: &'static str,
    keys: u32,
}

/// What the house answered.
pub(crate) struct Answered {
    pub(crate) status: StatusCode,
    pub(crate) location: String,
    pub(crate) body: String,
    pub(crate) headers: HeaderMap,
}

impl Answered {
    pub(crate) fn html(&self) -> Html {
        Html::parse(&self.body)
    }
}

impl Browser<'_> {
    /// Asks for a page.
    pub(crate) fn get(&mut self, path: &str) -> Answered {
        self.send(Request::get(path), String::new())
    }

    /// Asks for a page that must be there, with every message in place.
    #[track_caller]
    pub(crate) fn page(&mut self, path: &str) -> Html {
        let answer = self.get(path);
        assert_eq!(answer.status, StatusCode::OK, "{path} {}", answer.html());
        assert!(
            !answer.body.contains('⟦'),
            "{path}: a message is missing\n{}",
            answer.html()
        );
        answer.html()
    }

    /// Sends a form of a page.
    pub(crate) fn post(&mut self, form: &Form) -> Answered {
        self.send(Request::post(&form.action), form.body())
    }

    /// Sends a form as if its page had been asked for once more: with a key of its own.
    pub(crate) fn post_anew(&mut self, form: &Form) -> Answered {
        self.keys += 1;
        let key = format!("key-of-a-test-{}", self.keys);
        self.post(&form.clone().with("_key", &key))
    }

    /// Sends a form that must be taken, and gives the page where it leads.
    #[track_caller]
    pub(crate) fn submit(&mut self, form: &Form) -> Html {
        let answer = self.post(form);
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.html());
        self.page(&answer.location)
    }

    /// Sends a form that must be refused, and gives the page that says why.
    #[track_caller]
    pub(crate) fn refused(&mut self, form: &Form) -> Html {
        let answer = self.post(form);
        assert_eq!(
            answer.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{} {}",
            answer.location,
            answer.html()
        );
        answer.html()
    }

    /// Sends fields to a path with a valid token, as somebody does who writes their own forms.
    pub(crate) fn send_fields(&mut self, path: &str, fields: &[(&str, &str)]) -> Answered {
        let csrf = self.page("/sign-in/link").hidden("_csrf");
        let mut form = Form {
            action: path.to_owned(),
            method: "post".to_owned(),
            fields: vec![],
        };
        form = form.and("_csrf", &csrf).and("_key", "");
        for (name, value) in fields {
            form = form.and(name, value);
        }
        self.post_anew(&form)
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

/// The day of the house, as a form writes it.
pub(crate) fn today_text() -> String {
    day("2026-06-15").to_string()
}
