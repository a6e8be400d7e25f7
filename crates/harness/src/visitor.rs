//! Somebody before the pages of a router: a browser's cookies and forms, without a browser and without a network.

use std::collections::BTreeMap;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Request, Response, StatusCode, header};
use kernel::{PersonId, Role};
use tokio::runtime::Runtime;
use tower::ServiceExt as _;

use crate::html::{Form, Html};
use crate::reply::Reply;
use crate::session::Session;

/// The address that a visitor asks for unless [`Visitor::at`] says otherwise.
pub const HOST: &str = "lieu.example.org";

/// What separates the fields of a form with a file.
const BOUNDARY: &str = "----a-form-of-a-test";

/// Somebody who walks through the pages of a router: keeps the cookies it is given, sends forms as they stand on the
/// page, speaks French until told otherwise.
pub struct Visitor {
    router: Router,
    runtime: Runtime,
    cookies: BTreeMap<String, String>,
    headers: HeaderMap,
    forms: u32,
}

impl Visitor {
    /// Somebody nobody knows, before the pages of `router`.
    pub fn new(router: &Router) -> Self {
        let french = HeaderValue::from_static("fr");
        let here = HeaderValue::from_static(HOST);
        Self {
            router: router.clone(),
            runtime: tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .expect("a runtime of one thread"),
            cookies: BTreeMap::new(),
            headers: HeaderMap::from_iter([(header::HOST, here), (header::ACCEPT_LANGUAGE, french)]),
            forms: 0,
        }
    }

    /// The same, who asks for another host.
    #[must_use]
    pub fn at(self, host: &str) -> Self {
        self.saying("host", host)
    }

    /// The same, who asks for pages in these languages: `en-GB,en;q=0.9`.
    #[must_use]
    pub fn speaking(self, languages: &str) -> Self {
        self.saying("accept-language", languages)
    }

    /// The same, who sends this header with every request.
    #[must_use]
    pub fn saying(mut self, name: &'static str, value: &str) -> Self {
        let value = HeaderValue::from_str(value).expect("a header's value");
        self.headers.insert(HeaderName::from_static(name), value);
        self
    }

    /// The same, signed in with a [`Session`] of the tests.
    #[must_use]
    pub fn signed_in(mut self, person: PersonId, role: Role) -> Self {
        self.keep(Session::COOKIE, &Session::of(person, role).to_string());
        self
    }

    /// The value of a cookie that this visitor holds.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    /// Puts a cookie among those of this visitor, as if the house had given it.
    pub fn keep(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }

    /// Takes all cookies of another visitor, as a thief does.
    pub fn steal(&mut self, other: &Visitor) {
        self.cookies.clone_from(&other.cookies);
    }

    /// Asks for a page.
    #[track_caller]
    pub fn get(&mut self, path: &str) -> Reply {
        self.send(Request::get(path).body(Body::empty()).expect("a path"))
    }

    /// Asks for a page that must be there, with every message in place.
    #[track_caller]
    pub fn page(&mut self, path: &str) -> Html {
        let reply = self.get(path);
        assert_eq!(reply.status, StatusCode::OK, "{path}: {reply}");
        assert!(!reply.text().contains('⟦'), "{path} lacks a message: {reply}");
        reply.html()
    }

    /// Asks for a part of a page, as a page that mends itself does.
    #[track_caller]
    pub fn part(&mut self, path: &str) -> Reply {
        let request = Request::get(path).header("hx-request", "true");
        self.send(request.body(Body::empty()).expect("a path"))
    }

    /// Sends a form as it stands.
    #[track_caller]
    pub fn post(&mut self, form: &Form) -> Reply {
        self.post_body(&form.action, &form.body())
    }

    /// Sends a urlencoded body that no form would make, as somebody does who minds no rule.
    #[track_caller]
    pub fn post_body(&mut self, path: &str, body: &str) -> Reply {
        let request = Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request.body(Body::from(body.to_owned())).expect("a path"))
    }

    /// Sends a body with these headers beside those of every request, as a program does.
    #[track_caller]
    pub fn call(&mut self, path: &str, headers: &[(&str, &str)], body: &str) -> Reply {
        let request = headers
            .iter()
            .fold(Request::post(path), |request, (name, value)| {
                request.header(*name, *value)
            });
        self.send(
            request
                .body(Body::from(body.to_owned()))
                .expect("a path and headers"),
        )
    }

    /// Asks for a page with these headers beside those of every request.
    #[track_caller]
    pub fn get_with(&mut self, path: &str, headers: &[(&str, &str)]) -> Reply {
        let request = headers.iter().fold(Request::get(path), |request, (name, value)| {
            request.header(*name, *value)
        });
        self.send(request.body(Body::empty()).expect("a path and headers"))
    }

    /// Sends a form as if its page had been asked for once more: with a key of its own.
    #[track_caller]
    pub fn post_anew(&mut self, form: &Form) -> Reply {
        self.forms += 1;
        let key = format!("key-of-a-test-{}", self.forms);
        self.post(&form.clone().with("_key", &key))
    }

    /// Sends a form that must be taken, and gives the page where it leads.
    #[track_caller]
    pub fn submit(&mut self, form: &Form) -> Html {
        let reply = self.post(form);
        self.follow(&reply)
    }

    /// The page where a reply that redirects leads.
    #[track_caller]
    pub fn follow(&mut self, reply: &Reply) -> Html {
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{reply}");
        self.page(&reply.location)
    }

    /// Sends a form that must be refused, and gives the page that says why.
    #[track_caller]
    pub fn refused(&mut self, form: &Form) -> Html {
        let reply = self.post(form);
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{reply}");
        reply.html()
    }

    /// Sends a form with a file in the field `field`, as a browser does.
    #[track_caller]
    pub fn upload(&mut self, form: &Form, field: &str, filename: &str, content: &[u8]) -> Reply {
        let mut body = Vec::new();
        for (name, value) in form.fields.iter().filter(|(name, _)| name != field) {
            let part =
                format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend_from_slice(part.as_bytes());
        }
        let head = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{filename}\"\r\n\
            Content-Type: application/octet-stream\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(content);
        body.extend_from_slice(format!("\r\n--{BOUNDARY}--\r\n").as_bytes());
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        let request = Request::post(&form.action).header(header::CONTENT_TYPE, kind);
        self.send(request.body(Body::from(body)).expect("a path"))
    }

    /// An empty form to `path` with a token of the house, as somebody has it who writes their own forms.
    #[track_caller]
    pub fn own_form(&mut self, path: &str) -> Form {
        let token = self
            .get("/")
            .html()
            .attribute("meta[name='csrf-token']", "content")
            .expect("every page holds the token of its visitor");
        self.forms += 1;
        Form::to(path)
            .and("_csrf", &token)
            .and("_key", &format!("key-of-a-test-{}", self.forms))
    }

    /// Sends fields to `path` with a token of the house, as somebody does who writes their own forms.
    #[track_caller]
    pub fn send_fields(&mut self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let form = self.own_form(path);
        self.post(
            &fields
                .iter()
                .fold(form, |form, (name, value)| form.and(name, value)),
        )
    }

    /// Sends any request with the cookies and the headers of this visitor; a header that the request has already stays.
    #[track_caller]
    pub fn send(&mut self, mut request: Request<Body>) -> Reply {
        let cookies: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let headers = request.headers_mut();
        if !cookies.is_empty() {
            let cookies = HeaderValue::from_bytes(cookies.join("; ").as_bytes()).expect("cookies");
            headers.insert(header::COOKIE, cookies);
        }
        for (name, value) in &self.headers {
            headers.entry(name).or_insert_with(|| value.clone());
        }
        let router = self.router.clone();
        let reply = self.runtime.block_on(async {
            let response = router.oneshot(request).await.expect("a router always answers");
            read(response).await
        });
        self.keep_cookies(&reply);
        reply
    }

    fn keep_cookies(&mut self, reply: &Reply) {
        for line in reply.headers.get_all(header::SET_COOKIE) {
            let line = line.to_str().expect("a cookie is text");
            let pair = line.split(';').next().unwrap_or_default();
            let (name, value) = pair.split_once('=').expect("a cookie has a name");
            if value.is_empty() || line.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.keep(name, value);
            }
        }
    }
}

/// The whole answer. What never ends, the stream of a live page, is not waited for.
async fn read(response: Response<Body>) -> Reply {
    let (parts, body) = response.into_parts();
    let streams = parts
        .headers
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/event-stream"));
    let body = if streams {
        Vec::new()
    } else {
        to_bytes(body, usize::MAX).await.expect("a whole answer").to_vec()
    };
    let location = parts.headers.get(header::LOCATION);
    Reply {
        status: parts.status,
        location: location
            .map(|to| to.to_str().expect("an address is text").to_owned())
            .unwrap_or_default(),
        headers: parts.headers,
        body,
    }
}

#[cfg(test)]
mod tests;
