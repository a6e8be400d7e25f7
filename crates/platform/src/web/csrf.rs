//! Forgery protection: a form is accepted only from a page that this server gave to this browser.
//!
//! Each browser holds a random visitor cookie; a form carries the keyed digest of that cookie and of the session. A foreign
//! site can read neither. The request's own statement of its origin is checked too, where the browser makes one.

use super::Seal;
use axum::http::{HeaderMap, header};

/// What every form carries in its hidden `_csrf` field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CsrfToken(String);

impl CsrfToken {
    /// The token of one browser (its visitor cookie) in one session (empty when not signed in).
    pub fn new(seal: &Seal, visitor: &str, session: &str) -> Self {
        Self(seal.digest("csrf", &format!("{visitor}\n{session}")))
    }

    /// Whether what came with a form is this token, in constant time.
    pub fn holds(&self, given: &str) -> bool {
        use subtle::ConstantTimeEq;
        !self.0.is_empty() && bool::from(self.0.as_bytes().ct_eq(given.as_bytes()))
    }

    /// The text for the hidden field.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether the browser says that the request comes from our own pages (or says nothing).
pub(crate) fn same_origin(headers: &HeaderMap) -> bool {
    if let Some(site) = text(headers, "sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    match (
        text(headers, "origin"),
        headers.get(header::HOST).and_then(|host| host.to_str().ok()),
    ) {
        (Some(origin), Some(host)) => origin
            .split_once("://")
            .is_some_and(|(_, authority)| authority == host),
        (Some(_), None) => false,
        (None, _) => true,
    }
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}
