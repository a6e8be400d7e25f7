//! Where failures meet HTTP: the only place that knows status codes.

use super::Visit;
use crate::database::DatabaseError;
use crate::failure::{Failure, Fault};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kernel::Forbidden;
use std::convert::Infallible;

/// What a handler answers.
pub type Answer = Result<Response, WebError>;

/// Why a page cannot be shown.
#[derive(Debug, Clone)]
pub enum WebError {
    /// Nobody is signed in and the page wants somebody: off to the sign-in page, and back afterwards.
    SignInFirst,
    /// The person may not.
    Forbidden,
    /// There is no such thing here (or not for this person).
    NotFound,
    /// The form does not come from a page of ours, or its page is too old.
    Forged,
    /// The page was sent before with other content: nothing was done the second time.
    StalePage,
    /// Too many tries; seconds to wait.
    TooMany(i64),
    /// The request is larger than this page takes, in bytes.
    TooLarge(usize),
    /// The request cannot be understood.
    Malformed,
    /// The house has no place yet: its first administrator follows the link printed at start.
    NotOpened,
    /// A fault of ours; the text is for the log only.
    Internal(String),
}

impl WebError {
    /// A fault of ours, with what the log should say.
    pub fn internal(what: impl Into<String>) -> Self {
        Self::Internal(what.into())
    }

    /// The status code of this error.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::SignInFirst => StatusCode::SEE_OTHER,
            Self::Forbidden | Self::Forged => StatusCode::FORBIDDEN,
            Self::StalePage => StatusCode::CONFLICT,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Malformed => StatusCode::BAD_REQUEST,
            Self::NotOpened => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The message key stem: `shell-problem-STEM-title`, `-text` and `-safe`.
    pub fn stem(&self) -> &'static str {
        match self {
            Self::SignInFirst => "sign-in",
            Self::Forbidden => "forbidden",
            Self::Forged => "forged",
            Self::StalePage => "stale",
            Self::NotFound => "not-found",
            Self::TooMany(_) => "too-many",
            Self::TooLarge(_) => "too-large",
            Self::Malformed => "malformed",
            Self::NotOpened => "not-opened",
            Self::Internal(_) => "internal",
        }
    }

    /// The page that tells the person, in their language, with what to do next.
    pub fn shown(&self, visit: &Visit) -> Response {
        visit.problem(self)
    }
}

impl From<Fault> for WebError {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::NotFound => Self::NotFound,
            Fault::Forbidden => Self::Forbidden,
            Fault::KeyReused => Self::StalePage,
            Fault::Internal(what) => Self::Internal(what),
        }
    }
}

impl From<Failure<Infallible>> for WebError {
    fn from(failure: Failure<Infallible>) -> Self {
        failure.no_refusal().into()
    }
}

impl From<DatabaseError> for WebError {
    fn from(error: DatabaseError) -> Self {
        Fault::from(error).into()
    }
}

impl From<Forbidden> for WebError {
    fn from(_: Forbidden) -> Self {
        Self::Forbidden
    }
}

impl IntoResponse for WebError {
    /// A bare answer that carries the error; the guard of the route turns it into a page (it knows the visit).
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}
