//! A whole house in memory of one test: a place, one person for each role, and browsers without a network.

use app::composition::House;
use app::demo::{Scenario, Size};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use harness::Html;
use kernel::{Actor, Currency, Day, Email, Locale, Role, Zone};
use people::{NewPerson, Password, PersonName};
use platform::database::Database;
use platform::place::{self, NewPlace, Place};
use platform::web::{WebSettings, router};
use platform::{Failure, Fault};
use tower::ServiceExt;

/// The password of everybody in a test.
pub const PASSWORD: &str = "un secret de test";

/// A house with a place in it.
pub struct World {
    pub db: Database,
    pub place: Option<Place>,
    host: &'static str,
    router: Router,
}

/// What the router answered.
pub struct Reply {
    pub status: StatusCode,
    pub location: Option<String>,
    pub body: String,
}

impl Reply {
    pub fn html(&self) -> Html {
        Html::parse(&self.body)
    }
}

/// A browser of one person: it keeps its cookies.
pub struct Visitor<'a> {
    world: &'a World,
    cookies: Vec<(String, String)>,
}

impl World {
    /// A place open on this database, with nobody in it.
    pub fn new(db: &Database) -> Self {
        Self::opened(db, None)
    }

    /// Another place on this database, reached under a name of its own, with nobody in it.
    pub fn neighbour(db: &Database) -> Self {
        Self::opened(db, Some("ailleurs.example.org"))
    }

    fn opened(db: &Database, host: Option<&'static str>) -> Self {
        let place = db
            .write_blocking(move |tx| {
                place::create(
                    tx,
                    NewPlace {
                        name: "La Verrière".to_owned(),
                        zone: Zone::parse("Europe/Paris").unwrap(),
                        language: Locale::Fr,
                        currency: Currency::EUR,
                        brand_colour: place::DEFAULT_COLOUR.to_owned(),
                        host: host.map(str::to_owned),
                        demonstration: false,
                    },
                )
                .map_err(Failure::unexpected)
            })
            .unwrap();
        let house = Self::unopened(db);
        Self {
            place: Some(place),
            host: host.unwrap_or(house.host),
            ..house
        }
    }

    /// A house with two months of life in it, and one more person for each of these roles.
    pub fn lived_in(db: &Database, roles: &[Role]) -> Self {
        let scenario = Scenario {
            seed: 4,
            today: Day::new(2026, 6, 15).unwrap(),
            size: Size {
                months: 2,
                visits: 40,
                bookings: 30,
            },
        };
        app::demo::make(db, &scenario, None, &|_| ()).unwrap();
        let place = db.read_blocking(place::all).unwrap().remove(0);
        let house = Self {
            place: Some(place),
            ..Self::unopened(db)
        };
        roles.iter().fold(house, |house, role| house.with_role(*role))
    }

    /// The house on a database that holds no place.
    pub fn unopened(db: &Database) -> Self {
        let house = House::new(
            db.clone(),
            WebSettings {
                base_url: "http://lieu.example.org".to_owned(),
                ..WebSettings::default()
            },
        )
        .unwrap();
        Self {
            db: db.clone(),
            place: None,
            host: "lieu.example.org",
            router: router(house.app, house.routes),
        }
    }

    /// A person with this one role and an account, whose address is `role@example.org`.
    pub fn with_role(self, role: Role) -> Self {
        let salt = self.db.entropy().bytes::<16>();
        let hash = people::hash_password(&Password::parse(PASSWORD).unwrap(), salt).unwrap();
        let place = self.place.as_ref().expect("the house is open");
        let today = place.zone.day_of(self.db.clock().now());
        let place = place.id;
        self.db
            .write_blocking(move |tx| {
                let actor = Actor::system(place);
                let mut new = NewPerson::named(PersonName::parse("Camille", role.code()).unwrap());
                new.email = Some(Email::parse(&format!("{}@example.org", role.code())).unwrap());
                let person = people::create_person(tx, &actor, new).map_err(Failure::unexpected)?;
                people::create_account(tx, &actor, person, Some(&hash)).map_err(Failure::unexpected)?;
                match people::grant_role(tx, &actor, person, role, today) {
                    Ok(()) | Err(Failure::Refused(_)) => Ok::<_, Fault>(()),
                    Err(Failure::Fault(fault)) => Err(fault),
                }
            })
            .unwrap();
        self
    }

    /// A browser that nobody has used.
    pub fn visitor(&self) -> Visitor<'_> {
        Visitor {
            world: self,
            cookies: Vec::new(),
        }
    }

    /// A browser in which the person of this role is signed in.
    pub fn signed_in(&self, role: Role) -> Visitor<'_> {
        self.signed_in_as(&format!("{}@example.org", role.code()), PASSWORD)
    }

    /// A browser in which the person with this address is signed in.
    pub fn signed_in_as(&self, email: &str, password: &str) -> Visitor<'_> {
        let mut visitor = self.visitor();
        let page = visitor.get("/sign-in").html();
        let body = page
            .form("form[action^='/sign-in']")
            .with("email", email)
            .with("password", password)
            .body();
        let reply = visitor.post("/sign-in", &body);
        assert_eq!(
            reply.status,
            StatusCode::SEE_OTHER,
            "sign-in as {email} failed: {}",
            reply.body
        );
        visitor
    }
}

impl Visitor<'_> {
    /// Opens a page.
    pub fn get(&mut self, path: &str) -> Reply {
        self.send(Request::get(path).body(Body::empty()).unwrap())
    }

    /// Sends a form, urlencoded.
    pub fn post(&mut self, path: &str, body: &str) -> Reply {
        let request = Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request.body(Body::from(body.to_owned())).unwrap())
    }

    /// The token that forms of this browser carry, read off a page that it may open.
    pub fn token(&mut self) -> String {
        self.get("/")
            .html()
            .attribute("meta[name='csrf-token']", "content")
            .expect("every page holds the token")
    }

    fn send(&mut self, mut request: Request<Body>) -> Reply {
        let cookies: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        if !cookies.is_empty() {
            request
                .headers_mut()
                .insert(header::COOKIE, cookies.join("; ").parse().unwrap());
        }
        request
            .headers_mut()
            .insert(header::HOST, self.world.host.parse().unwrap());
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        let (parts, body) = runtime.block_on(async {
            let answer = self.world.router.clone().oneshot(request).await.unwrap();
            let (parts, body) = answer.into_parts();
            let streams = parts
                .headers
                .get(header::CONTENT_TYPE)
                .is_some_and(|kind| kind.as_bytes().starts_with(b"text/event-stream"));
            let bytes = if streams {
                Default::default()
            } else {
                to_bytes(body, usize::MAX).await.unwrap()
            };
            (parts, bytes)
        });
        for line in parts.headers.get_all(header::SET_COOKIE) {
            let pair = line.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            self.cookies.retain(|(kept, _)| kept != name);
            self.cookies.push((name.to_owned(), value.to_owned()));
        }
        Reply {
            status: parts.status,
            location: parts
                .headers
                .get(header::LOCATION)
                .map(|to| to.to_str().unwrap().to_owned()),
            body: String::from_utf8_lossy(&body).into_owned(),
        }
    }
}
