//! Somebody's browser, before the pages of spaces.

use crate::house::House;
use axum::body::Body;
use axum::http::{Request, header};
use harness::{Form, Html};
use http_body_util::BodyExt as _;
use kernel::{AccountId, Actor, Hat, PersonId, PlaceId, Role};
use platform::database::Tx;
use platform::web::{App, AppParts, Live, Metrics, Seal, SignedIn, WebSettings, own_routes, router};
use platform::{Catalogue, Fault};
use std::sync::Arc;
use tower::ServiceExt as _;

/// What a request was answered with.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) to: String,
    pub(crate) text: String,
}

impl Answer {
    #[track_caller]
    pub(crate) fn html(&self) -> Html {
        Html::parse(&self.text)
    }
}

/// A browser that is signed in, or not.
pub(crate) struct Browser {
    app: axum::Router,
    host: String,
    cookie: String,
    runtime: tokio::runtime::Runtime,
}

impl House {
    /// The program, with the pages of spaces alone.
    pub(crate) fn app(&self) -> App {
        let messages = [
            people::MESSAGES,
            billing::MESSAGES,
            offers::MESSAGES,
            spaces::MESSAGES,
        ];
        App::new(AppParts {
            db: self.db.clone(),
            messages: Arc::new(Catalogue::new(&messages).unwrap()),
            navigation: spaces::capability().navigation.to_vec(),
            grants: [
                people::PERMISSIONS,
                billing::PERMISSIONS,
                offers::PERMISSIONS,
                spaces::PERMISSIONS,
            ]
            .concat(),
            identify,
            settings: WebSettings::default(),
            seal: Seal::new([7; 32]),
            live: Live::new(),
            metrics: Metrics::new(),
            extras: platform::jobs::Extras::new(),
        })
    }

    pub(crate) fn browser(&self, actor: &Actor) -> Browser {
        let session = actor.person.map(|person| {
            let role = actor.roles.first().map_or("member", |role| role.code());
            format!("; tribu_session={role}.{}", person.as_i64())
        });
        Browser {
            app: router(self.app(), own_routes().merge(spaces::capability().routes)),
            host: self.place.host.clone().unwrap(),
            cookie: format!("tribu_visitor={}{}", "v".repeat(26), session.unwrap_or_default()),
            runtime: tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap(),
        }
    }
}

impl Browser {
    pub(crate) fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path), String::new())
    }

    /// A page that must be there.
    #[track_caller]
    pub(crate) fn page(&self, path: &str) -> Html {
        let answer = self.get(path);
        assert_eq!(answer.status, 200, "{path}: {}", answer.text);
        assert!(
            !answer.text.contains('⟦'),
            "a message is missing on {path}: {}",
            answer.text
        );
        answer.html()
    }

    pub(crate) fn submit(&self, form: &Form) -> Answer {
        let request =
            Request::post(&form.action).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request, form.body())
    }

    fn send(&self, request: axum::http::request::Builder, body: String) -> Answer {
        let request = request
            .header(header::HOST, &self.host)
            .header(header::COOKIE, &self.cookie);
        let request = request.body(Body::from(body)).unwrap();
        self.runtime.block_on(async {
            let response = self.app.clone().oneshot(request).await.unwrap();
            let status = response.status().as_u16();
            let to = response
                .headers()
                .get(header::LOCATION)
                .map(|to| to.to_str().unwrap().to_owned());
            let bytes = response.into_body().collect().await.unwrap().to_bytes();
            let text = String::from_utf8(bytes.to_vec()).unwrap();
            Answer {
                status,
                to: to.unwrap_or_default(),
                text,
            }
        })
    }
}

/// A session cookie of these tests says who it is: `facilitator.123`.
fn identify(tx: &mut Tx<'_>, place: PlaceId, token: &str) -> Result<Option<SignedIn>, Fault> {
    let Some((role, number)) = token.split_once('.') else {
        return Ok(None);
    };
    let role = Role::parse(role).unwrap();
    let person = PersonId::from_i64(number.parse().unwrap());
    let Some(known) = people::person(tx, place, person)? else {
        return Ok(None);
    };
    let hat = match role {
        Role::Member => Hat::Member,
        Role::Facilitator => Hat::FrontDesk,
        _ => Hat::Office,
    };
    Ok(Some(SignedIn {
        account: AccountId::from_i64(person.as_i64()),
        person,
        name: known.name.full(),
        roles: vec![role],
        hat,
        language: None,
        note_use: None,
    }))
}
