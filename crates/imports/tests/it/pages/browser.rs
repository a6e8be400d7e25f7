//! Somebody's browser on the pages of a world.

use crate::world::{World, capabilities, catalogue};
use axum::body::Body;
use axum::http::{Request, header};
use harness::{Form, Html};
use http_body_util::BodyExt as _;
use kernel::{AccountId, Hat, PersonId, PlaceId, Role};
use people::{NewPerson, PersonName};
use platform::Fault;
use platform::database::Tx;
use platform::web::{App, AppParts, Live, Metrics, Routes, Seal, SignedIn, WebSettings, own_routes, router};
use std::sync::Arc;
use tower::ServiceExt as _;

/// What a request was answered with.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) to: String,
    pub(super) text: String,
}

impl Answer {
    pub(super) fn html(&self) -> Html {
        Html::parse(&self.text)
    }
}

/// Somebody's browser.
pub(super) struct Browser {
    app: axum::Router,
    cookie: String,
}

impl Browser {
    /// The browser of a new person with a role.
    pub(super) fn of(world: &World, role: Role) -> Self {
        let person = world.write(|tx, actor| {
            let new = NewPerson::named(PersonName::parse("Gina", "Direction").unwrap());
            people::create_person(tx, actor, new).unwrap()
        });
        let routes = capabilities()
            .into_iter()
            .fold(own_routes(), |routes, one| Routes::merge(routes, one.routes));
        Self {
            app: router(app(world), routes),
            cookie: format!(
                "tribu_visitor={}; tribu_session={role}.{}",
                "v".repeat(26),
                person.as_i64()
            ),
        }
    }

    pub(super) fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path), Vec::new())
    }

    pub(super) fn submit(&self, form: &Form) -> Answer {
        let request =
            Request::post(&form.action).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request, form.body().into_bytes())
    }

    /// Sends a form with a file, as a browser does.
    pub(super) fn upload(&self, form: &Form, filename: &str, content: &[u8]) -> Answer {
        const BOUNDARY: &str = "----form-of-the-test";
        let mut body = Vec::new();
        for (name, value) in form.fields.iter().filter(|(name, _)| name != "file") {
            let part =
                format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend_from_slice(part.as_bytes());
        }
        let head = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{filename}\"\r\n\
            Content-Type: application/octet-stream\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(content);
        body.extend_from_slice(format!("\r\n--{BOUNDARY}--\r\n").as_bytes());
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        self.send(
            Request::post(&form.action).header(header::CONTENT_TYPE, kind),
            body,
        )
    }

    fn send(&self, request: axum::http::request::Builder, body: Vec<u8>) -> Answer {
        let request = request
            .header(header::COOKIE, &self.cookie)
            .body(Body::from(body))
            .unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(async {
            let response = self.app.clone().oneshot(request).await.unwrap();
            let status = response.status().as_u16();
            let to = response
                .headers()
                .get(header::LOCATION)
                .map(|to| to.to_str().unwrap().to_owned());
            let bytes = response.into_body().collect().await.unwrap().to_bytes();
            Answer {
                status,
                to: to.unwrap_or_default(),
                text: String::from_utf8(bytes.to_vec()).unwrap(),
            }
        })
    }
}

fn app(world: &World) -> App {
    App::new(AppParts {
        db: world.db.clone(),
        messages: Arc::new(catalogue()),
        navigation: imports::capability().navigation.to_vec(),
        grants: capabilities().map(|capability| capability.permissions).concat(),
        identify,
        settings: WebSettings::default(),
        seal: Seal::new([7; 32]),
        live: Live::new(),
        metrics: Metrics::new(),
        extras: platform::jobs::Extras::new(),
    })
}

/// A session cookie of these tests says who it is: `administrator.123`.
fn identify(tx: &mut Tx<'_>, place: PlaceId, token: &str) -> Result<Option<SignedIn>, Fault> {
    let Some((role, number)) = token.split_once('.') else {
        return Ok(None);
    };
    let person = PersonId::from_i64(number.parse().unwrap());
    let Some(known) = people::person(tx, place, person)? else {
        return Ok(None);
    };
    Ok(Some(SignedIn {
        account: AccountId::from_i64(person.as_i64()),
        person,
        name: known.name.full(),
        roles: vec![Role::parse(role).unwrap()],
        hat: Hat::Office,
        language: None,
        note_use: None,
    }))
}
