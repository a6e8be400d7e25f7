//! A browser without eyes: one connection kept alive, cookies, forms.

use crate::place::PASSWORD;
use harness::{Form, Html};
use std::collections::BTreeMap;
use std::time::Duration;
use ureq::Agent;
use ureq::http::Response;

/// What a page was answered with.
pub(crate) struct Answered {
    pub(crate) status: u16,
    pub(crate) location: String,
    /// As it came over the wire.
    pub(crate) body: Vec<u8>,
    /// Bytes of the status line and the headers.
    pub(crate) head: usize,
    /// What the body is, such as `text/html; charset=utf-8`.
    pub(crate) kind: String,
}

impl Answered {
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub(crate) fn html(&self) -> Html {
        Html::parse(&self.text())
    }
}

/// A visitor of one server.
#[derive(Clone)]
pub(crate) struct Visitor {
    address: String,
    agent: Agent,
    cookies: BTreeMap<String, String>,
    /// What the browser says it can unpack; nothing by default.
    pub(crate) accepts: &'static str,
    /// Whether a part of a page is asked for, as the script of a page does.
    pub(crate) for_part: bool,
}

impl Visitor {
    /// Somebody new.
    pub(crate) fn new(address: &str) -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_global(Some(Duration::from_secs(120)))
            .build();
        Self {
            address: address.to_owned(),
            agent: config.into(),
            cookies: BTreeMap::new(),
            accepts: "identity",
            for_part: false,
        }
    }

    /// Somebody who holds this cookie already.
    pub(crate) fn with_cookie(address: &str, name: &str, value: &str) -> Self {
        let mut visitor = Self::new(address);
        visitor.cookies.insert(name.to_owned(), value.to_owned());
        visitor
    }

    /// Signs in by the form, as a browser does.
    pub(crate) fn sign_in(address: &str, email: &str) -> Self {
        let mut visitor = Self::new(address);
        let page = visitor.get("/sign-in").html();
        let form = page.form("form[action='/sign-in']");
        let form = form.with("email", email).with("password", PASSWORD);
        let answer = visitor.post(&form);
        assert_eq!(answer.status, 303, "{email} comes in: {}", answer.html());
        visitor
    }

    /// The same person on a connection of their own.
    pub(crate) fn again(&self) -> Self {
        Self {
            cookies: self.cookies.clone(),
            accepts: self.accepts,
            for_part: self.for_part,
            ..Self::new(&self.address)
        }
    }

    /// Asks for a page.
    pub(crate) fn get(&mut self, path: &str) -> Answered {
        let request = self
            .agent
            .get(format!("{}{path}", self.address))
            .header("cookie", self.cookie_line())
            .header("accept-encoding", self.accepts)
            .header("accept-language", "fr");
        let request = match self.for_part {
            true => request.header("hx-request", "true"),
            false => request,
        };
        let answer = request.call().expect("an answer");
        self.received(answer)
    }

    /// Asks for a page that must be there.
    pub(crate) fn page(&mut self, path: &str) -> Answered {
        let answer = self.get(path);
        assert_eq!(answer.status, 200, "{path}");
        answer
    }

    /// Sends a form.
    pub(crate) fn post(&mut self, form: &Form) -> Answered {
        let request = self
            .agent
            .post(format!("{}{}", self.address, form.action))
            .header("cookie", self.cookie_line())
            .header("accept-language", "fr")
            .header("content-type", "application/x-www-form-urlencoded");
        let answer = request.send(form.body()).expect("an answer");
        self.received(answer)
    }

    fn cookie_line(&self) -> String {
        let pairs = self.cookies.iter().map(|(name, value)| format!("{name}={value}"));
        pairs.collect::<Vec<_>>().join("; ")
    }

    fn received(&mut self, mut answer: Response<ureq::Body>) -> Answered {
        let mut head = "HTTP/1.1 200 OK\r\n\r\n".len();
        let mut location = String::new();
        let mut kind = String::new();
        for (name, value) in answer.headers() {
            let value = value.to_str().unwrap_or_default();
            head += name.as_str().len() + value.len() + ": \r\n".len();
            if name == "location" {
                value.clone_into(&mut location);
            }
            if name == "content-type" {
                value.clone_into(&mut kind);
            }
            if let ("set-cookie", Some((name, rest))) = (name.as_str(), value.split_once('=')) {
                let kept = rest.split(';').next().unwrap_or_default();
                self.cookies.insert(name.to_owned(), kept.to_owned());
            }
        }
        let status = answer.status().as_u16();
        let body = answer.body_mut().with_config().limit(1 << 28).read_to_vec();
        Answered {
            status,
            location,
            head,
            kind,
            body: body.expect("a whole body"),
        }
    }
}
