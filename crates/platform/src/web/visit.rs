//! A visit: which place, who, in which language, with which flash message. Every handler begins with one.

use super::flash::Flash;
use super::problem::ProblemPage;
use super::shell::Shell;
use super::{App, CsrfToken, SignedIn, WebError, Words, cookie};
use crate::database::{DatabaseError, Tx};
use crate::failure::{Failure, Fault};
use crate::idempotency::{self, Outcome};
use crate::messages::Argument;
use crate::panel::{Panel, PanelPage};
use crate::place::Place;
use askama::Template;
use axum::extract::FromRequestParts;
use axum::http::{HeaderValue, StatusCode, header, request::Parts};
use axum::response::{Html, IntoResponse, Response};
use kernel::{Actor, Day, Hat, Instant, Locale, Refusal};
use std::ops::Deref;
use std::sync::Arc;

/// Room for a page while it is written, in bytes: most fit, and the largest grow twice.
const USUAL_PAGE: usize = 32 * 1024;

/// The name of the session cookie.
pub(super) const SESSION: &str = "tribu_session";
pub(super) const VISITOR: &str = "tribu_visitor";
pub(super) const FLASH: &str = "tribu_flash";
pub(super) const LANGUAGE: &str = "tribu_language";

/// How many seconds the browser keeps its visitor cookie: a year.
const VISITOR_SECONDS: i64 = 31_536_000;

/// The number of a request, given by the outermost layer.
#[derive(Clone)]
pub(crate) struct RequestId(pub(crate) String);

/// Everything known about one request before its handler runs. Cheap to clone.
#[derive(Clone)]
pub struct Visit(Arc<VisitParts>);

/// The facts of a [`Visit`].
pub struct VisitParts {
    /// The application.
    pub app: App,
    /// The place whose door this is.
    pub place: Place,
    /// Who acts, and what they may do.
    pub actor: Actor,
    /// The account behind the session, when there is one.
    pub signed_in: Option<SignedIn>,
    /// The language of the answer.
    pub locale: Locale,
    /// The hat, which chooses the layout.
    pub hat: Hat,
    /// The path asked for, with its query.
    pub path: String,
    /// The visitor's network address, for rate limits and the list of sessions.
    pub address: String,
    /// What the browser says it is, shortened, for the list of sessions.
    pub agent: String,
    /// When the request came.
    pub now: Instant,
    /// The number of the request in the log.
    pub request_id: String,
    pub(super) csrf: CsrfToken,
    pub(super) session_token: String,
    pub(super) visitor: String,
    pub(super) new_visitor: bool,
    pub(super) flash: Option<Flash>,
    pub(super) htmx: bool,
}

impl Deref for Visit {
    type Target = VisitParts;

    fn deref(&self) -> &VisitParts {
        &self.0
    }
}

impl Visit {
    pub(super) fn new(parts: VisitParts) -> Self {
        Self(Arc::new(parts))
    }

    /// Whether there is a place behind this door.
    pub fn is_open(&self) -> bool {
        self.place.id.as_i64() != 0
    }

    /// Today in the place's zone.
    pub fn today(&self) -> Day {
        self.place.zone.day_of(self.now)
    }

    /// The token that forms of this visit carry.
    pub fn csrf(&self) -> &CsrfToken {
        &self.csrf
    }

    /// The session token of the browser, empty when there is none. For the `people` capability only.
    pub fn session_token(&self) -> &str {
        &self.session_token
    }

    /// Whether the page was asked for by htmx, which replaces a part of the page.
    pub fn is_htmx(&self) -> bool {
        self.htmx
    }

    /// Reads in one consistent view of the database.
    pub async fn read<T, E, F>(&self, read: F) -> Result<T, E>
    where
        F: Fn(&mut Tx<'_>, &Actor) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<DatabaseError> + Send + 'static,
    {
        let actor = self.actor.clone();
        self.app.db.read(move |tx| read(tx, &actor)).await
    }

    /// Writes in one transaction: all of it, or nothing.
    pub async fn write<T, E, F>(&self, write: F) -> Result<T, E>
    where
        F: Fn(&mut Tx<'_>, &Actor) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<DatabaseError> + Send + 'static,
    {
        let actor = self.actor.clone();
        let done = self.app.db.write(move |tx| write(tx, &actor)).await;
        self.app.live.stir(self.place.id);
        done
    }

    /// Writes once per form: the same form sent twice (double click, back button, lost answer) acts once and is answered the
    /// same. `act` returns where to go.
    pub async fn submit<R, F>(&self, form: &super::Form, act: F) -> Result<String, Failure<R>>
    where
        F: Fn(&mut Tx<'_>, &Actor) -> Result<String, Failure<R>> + Send + 'static,
        R: Send + 'static,
    {
        let (key, fingerprint) = (
            form.key().to_owned(),
            format!("{} {}", self.path, form.fingerprint()),
        );
        let outcome = self
            .write(move |tx, actor| idempotency::once(tx, actor, &key, &fingerprint, |tx| act(tx, actor)))
            .await?;
        match outcome {
            Outcome::Done(answer) | Outcome::Replayed(answer) => Ok(answer),
            Outcome::KeyReused => Err(Failure::Fault(Fault::KeyReused)),
        }
    }

    /// What other capabilities show on a page, in their order.
    ///
    /// # Errors
    /// As the database says.
    pub async fn panels(&self, page: PanelPage) -> Result<Vec<Panel>, Fault> {
        if self.app.panels.is_empty() {
            return Ok(Vec::new());
        }
        let (app, words) = (self.app.clone(), self.words());
        self.read(move |tx, actor| {
            let mut shown = Vec::new();
            for hook in &app.panels {
                shown.extend(hook(tx, actor, page, &words)?);
            }
            Ok(shown)
        })
        .await
    }

    /// A text in the person's language.
    pub fn text(&self, key: &str) -> String {
        self.app.messages.text(self.locale, key, &[])
    }

    /// A text with arguments in the person's language.
    pub fn text_with(&self, key: &str, arguments: &[(&str, Argument)]) -> String {
        self.app.messages.text(self.locale, key, arguments)
    }

    /// A refusal, said to the person.
    pub fn explain(&self, refusal: &dyn Refusal) -> String {
        self.app.messages.refusal(self.locale, refusal)
    }

    /// The words and formats of the answer's language, in the place's zone and currency.
    pub fn words(&self) -> Words {
        let messages = self.app.messages.clone();
        Words::new(
            messages,
            self.locale,
            self.place.zone.clone(),
            self.place.currency,
        )
    }

    /// The shell of a page whose title is this message.
    pub fn shell(&self, title_key: &str) -> Shell {
        Shell::new(self, self.text(title_key))
    }

    /// The shell of a page with a title already in words (the name of a room, of a person).
    pub fn shell_titled(&self, title: impl Into<String>) -> Shell {
        Shell::new(self, title.into())
    }

    /// A page.
    pub fn page(&self, template: &impl Template) -> super::Answer {
        self.page_with_status(StatusCode::OK, template)
    }

    /// A page with another status: 422 for a form refused.
    pub fn page_with_status(&self, status: StatusCode, template: &impl Template) -> super::Answer {
        let mut html = String::with_capacity(USUAL_PAGE);
        template
            .render_into(&mut html)
            .map_err(|error| WebError::internal(format!("template: {error}")))?;
        Ok((status, [(header::CACHE_CONTROL, "no-store")], Html(html)).into_response())
    }

    /// The same form again, with its messages.
    pub fn refused(&self, template: &impl Template) -> super::Answer {
        self.page_with_status(StatusCode::UNPROCESSABLE_ENTITY, template)
    }

    /// Elsewhere, after a form. Only paths of our own are followed.
    pub fn redirect(&self, to: &str) -> super::Answer {
        let to = if is_local(to) { to } else { "/" };
        let mut response = StatusCode::SEE_OTHER.into_response();
        let location =
            HeaderValue::from_str(to).map_err(|_| WebError::internal("an address that is no header"))?;
        response.headers_mut().insert(header::LOCATION, location);
        Ok(response)
    }

    /// Elsewhere, with something to say on arrival.
    pub fn redirect_with(&self, to: &str, flash: &Flash) -> super::Answer {
        let mut response = self.redirect(to)?;
        let sealed = self.app.seal.write("flash", &flash.to_text());
        append(
            &mut response,
            cookie::write(FLASH, &sealed, Some(60), self.app.settings.secure_cookies),
        );
        Ok(response)
    }

    /// A file to keep.
    pub fn download(&self, filename: &str, media_type: &str, content: Vec<u8>) -> super::Answer {
        let safe: String = filename
            .chars()
            .map(|c| {
                if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_') {
                    c
                } else {
                    '-'
                }
            })
            .collect();
        let disposition = format!("attachment; filename=\"{safe}\"");
        let headers = [
            (header::CONTENT_TYPE, media_type.to_owned()),
            (header::CONTENT_DISPOSITION, disposition),
            (header::CACHE_CONTROL, "private, no-store".to_owned()),
        ];
        Ok((headers, content).into_response())
    }

    /// Opens the session in the browser: `token` for a new one, `None` to forget it.
    pub fn set_session(&self, response: &mut Response, token: Option<&str>, seconds: i64) {
        let secure = self.app.settings.secure_cookies;
        let line = match token {
            Some(token) => cookie::write(SESSION, token, Some(seconds), secure),
            None => cookie::write(SESSION, "", Some(0), secure),
        };
        append(response, line);
    }

    /// Remembers the language of a visitor.
    pub fn set_language(&self, response: &mut Response, locale: Locale) {
        append(
            response,
            cookie::write(
                LANGUAGE,
                locale.code(),
                Some(VISITOR_SECONDS),
                self.app.settings.secure_cookies,
            ),
        );
    }

    /// The page that explains an error.
    pub(crate) fn problem(&self, error: &WebError) -> Response {
        if let WebError::SignInFirst = error {
            let next = data_encoding::BASE64URL_NOPAD.encode(self.path.as_bytes());
            return self
                .redirect(&format!("/sign-in?next={next}"))
                .unwrap_or_else(IntoResponse::into_response);
        }
        if let WebError::Internal(what) = error {
            tracing::error!(request = %self.request_id, what, "a page failed");
        }
        let page = ProblemPage::new(self, error);
        self.page_with_status(error.status(), &page)
            .unwrap_or_else(|_| error.status().into_response())
    }

    /// Last touches on an answer: an error becomes a page, the flash is used up, a new browser gets its visitor cookie.
    pub(crate) fn finish(&self, answer: Response) -> Response {
        let mut answer = match answer.extensions().get::<WebError>().cloned() {
            Some(error) => self.problem(&error),
            None => answer,
        };
        let secure = self.app.settings.secure_cookies;
        let is_page = answer
            .headers()
            .get(header::CONTENT_TYPE)
            .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
        if self.flash.is_some() && is_page && !self.htmx {
            append(&mut answer, cookie::write(FLASH, "", Some(0), secure));
        }
        if self.new_visitor && (is_page || answer.status().is_redirection()) {
            append(
                &mut answer,
                cookie::write(VISITOR, &self.visitor, Some(VISITOR_SECONDS), secure),
            );
        }
        answer
    }

    pub(crate) fn flash(&self) -> Option<&Flash> {
        self.flash.as_ref()
    }
}

/// Whether an address stays in this house: one slash, no scheme, no other host, no control character.
pub(crate) fn is_local(to: &str) -> bool {
    to.starts_with('/') && !to.starts_with("//") && !to.contains('\\') && !to.chars().any(char::is_control)
}

fn append(response: &mut Response, line: Option<HeaderValue>) {
    if let Some(line) = line {
        response.headers_mut().append(header::SET_COOKIE, line);
    }
}

impl FromRequestParts<App> for Visit {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, WebError> {
        parts
            .extensions
            .get::<Visit>()
            .cloned()
            .ok_or_else(|| WebError::internal("a handler without a visit"))
    }
}
