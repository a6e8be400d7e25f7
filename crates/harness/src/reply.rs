//! What a router answered.

use std::borrow::Cow;
use std::fmt;

use axum::http::{HeaderMap, StatusCode};

use crate::html::Html;

/// What a router answered to a [`Visitor`](crate::Visitor).
pub struct Reply {
    /// The status; it compares with a number too.
    pub status: StatusCode,
    /// Where it leads; empty when it leads nowhere.
    pub location: String,
    /// All headers.
    pub headers: HeaderMap,
    /// The bytes, as they came.
    pub body: Vec<u8>,
}

impl Reply {
    /// The body as text.
    pub fn text(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(&self.body)
    }

    /// The body as a page.
    pub fn html(&self) -> Html {
        Html::parse(&self.text())
    }

    /// A header of the answer; empty when it has none of this name.
    pub fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name);
        value.map_or("", |value| value.to_str().expect("a header of text"))
    }
}

/// All that a failed test needs to know.
impl fmt::Display for Reply {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} {} {}", self.status, self.location, self.html())
    }
}
