//! A browser of one person over the network, without the screen: what several people send to a served house at once.

use crate::world::PASSWORD;
use harness::Html;
use std::time::Duration;
use ureq::Agent;
use ureq::http::header::{CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE};
use ureq::http::{Response, StatusCode};

/// How long an answer may take before the test gives up on it.
const PATIENCE: Duration = Duration::from_secs(60);

/// Somebody signed in. Cookies outlive the program that gave them.
#[derive(Clone)]
pub struct Client {
    agent: Agent,
    address: String,
    cookies: Vec<(String, String)>,
}

/// What the program answered.
pub struct Answered {
    pub status: StatusCode,
    pub location: Option<String>,
    pub body: String,
}

impl Answered {
    pub fn html(&self) -> Html {
        Html::parse(&self.body)
    }
}

impl Client {
    /// Signs in at this address.
    pub fn sign_in(address: &str, email: &str) -> Self {
        let mut client = Self {
            agent: agent(),
            address: address.to_owned(),
            cookies: Vec::new(),
        };
        let page = client.get("/sign-in").unwrap().html();
        let body = page
            .form("form[action^='/sign-in']")
            .with("email", email)
            .with("password", PASSWORD)
            .body();
        let answered = client.post("/sign-in", &body).unwrap();
        assert_eq!(
            answered.status,
            StatusCode::SEE_OTHER,
            "{email}: {}",
            answered.body
        );
        client
    }

    /// The same person at another address, on connections of their own.
    pub fn at(&self, address: &str) -> Self {
        Self {
            agent: agent(),
            address: address.to_owned(),
            cookies: self.cookies.clone(),
        }
    }

    /// Opens a page; none when the program gives no answer.
    pub fn get(&mut self, path: &str) -> Option<Answered> {
        let request = self.agent.get(format!("{}{path}", self.address));
        let answer = request.header(COOKIE, self.cookies()).call();
        self.read(answer)
    }

    /// Sends a form, urlencoded; none when the program gives no answer.
    pub fn post(&mut self, path: &str, body: &str) -> Option<Answered> {
        let request = self.agent.post(format!("{}{path}", self.address));
        let answer = request
            .header(COOKIE, self.cookies())
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .send(body);
        self.read(answer)
    }

    fn cookies(&self) -> String {
        let pairs: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        pairs.join("; ")
    }

    fn read(&mut self, answer: Result<Response<ureq::Body>, ureq::Error>) -> Option<Answered> {
        let (parts, mut body) = answer.ok()?.into_parts();
        let body = body.read_to_string().ok()?;
        for line in parts.headers.get_all(SET_COOKIE) {
            let (name, value) = line.to_str().unwrap().split(';').next()?.split_once('=')?;
            self.cookies.retain(|(kept, _)| kept != name);
            self.cookies.push((name.to_owned(), value.to_owned()));
        }
        Some(Answered {
            status: parts.status,
            location: parts
                .headers
                .get(LOCATION)
                .map(|to| to.to_str().unwrap().to_owned()),
            body,
        })
    }
}

fn agent() -> Agent {
    Agent::config_builder()
        .max_redirects(0)
        .http_status_as_error(false)
        .timeout_global(Some(PATIENCE))
        .build()
        .new_agent()
}
