//! What went wrong, and how it is told (RFC 9457).

use crate::rules::scope::Scope;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kernel::{Forbidden, Refusal};
use platform::database::DatabaseError;
use platform::messages::Argument;
use platform::web::Visit;
use platform::{Failure, Fault};
use serde_json::{Value, json};

/// Why a call is not done.
pub(crate) enum Trouble {
    /// No key, or one that opens nothing any more.
    Unauthorized,
    /// The key does not open this.
    ScopeMissing(Scope),
    /// A rule of the house says no.
    Refused(Box<dyn Refusal + Send>),
    /// What was sent cannot be read, field by field.
    Invalid(Vec<FieldTrouble>),
    /// A call that writes carries a key of its own.
    KeyMissing,
    /// More calls than a key may make; seconds to wait.
    TooMany(i64),
    /// More bytes than a call may have.
    TooLarge,
    /// Not JSON.
    MediaType,
    /// As for every part of the house.
    Fault(Fault),
}

/// What is wrong with one field.
#[derive(Debug, Clone)]
pub(crate) struct FieldTrouble {
    /// Where it stands: `holder.person`.
    pub(crate) field: String,
    /// The key of the message that says it.
    pub(crate) key: String,
    /// What the message shows.
    pub(crate) with: Vec<(String, String)>,
}

impl Trouble {
    /// One field is refused.
    pub(crate) fn field(field: &str, key: &str) -> Self {
        Self::Invalid(vec![FieldTrouble {
            field: field.to_owned(),
            key: key.to_owned(),
            with: vec![],
        }])
    }

    /// One field is refused by its own constructor.
    pub(crate) fn refused_field(field: &str, refusal: &dyn Refusal) -> Self {
        let with = refusal.arguments().into_iter();
        Self::Invalid(vec![FieldTrouble {
            field: field.to_owned(),
            key: refusal.key().to_owned(),
            with: with.map(|(name, value)| (name.to_owned(), value)).collect(),
        }])
    }

    /// Its stable name: what stands after `urn:tribu:problem:`.
    pub(crate) const fn name(&self) -> &'static str {
        match self {
            Self::Unauthorized => "unauthorized",
            Self::ScopeMissing(_) => "scope-missing",
            Self::Refused(_) => "refused",
            Self::Invalid(_) => "invalid",
            Self::KeyMissing => "idempotency-key-missing",
            Self::TooMany(_) => "too-many-requests",
            Self::TooLarge => "too-large",
            Self::MediaType => "media-type",
            Self::Fault(Fault::Forbidden) => "forbidden",
            Self::Fault(Fault::NotFound) => "not-found",
            Self::Fault(Fault::KeyReused) => "idempotency-key-reused",
            Self::Fault(Fault::Internal(_)) => "internal",
        }
    }

    /// Every name with its status, for the documentation.
    pub(crate) const ALL: [(&'static str, u16); 12] = [
        ("idempotency-key-missing", 400),
        ("unauthorized", 401),
        ("forbidden", 403),
        ("scope-missing", 403),
        ("not-found", 404),
        ("refused", 409),
        ("too-large", 413),
        ("media-type", 415),
        ("invalid", 422),
        ("idempotency-key-reused", 422),
        ("too-many-requests", 429),
        ("internal", 500),
    ];

    pub(crate) fn status(&self) -> StatusCode {
        let known = Self::ALL.iter().find(|(name, _)| *name == self.name());
        known
            .and_then(|(_, status)| StatusCode::from_u16(*status).ok())
            .unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    /// The answer, in the language asked for.
    pub(crate) fn told(&self, visit: &Visit) -> Response {
        if let Self::Fault(Fault::Internal(what)) = self {
            tracing::error!(request = %visit.request_id, what, "a call failed");
        }
        let status = self.status();
        let mut body = json!({
            "type": format!("urn:tribu:problem:{}", self.name()),
            "title": visit.text(&format!("api-problem-{}", self.name())),
            "status": status.as_u16(),
            "detail": self.detail(visit),
            "request": visit.request_id,
        });
        if let Value::Object(members) = &mut body {
            match self {
                Self::Refused(refusal) => drop(members.insert("code".to_owned(), json!(refusal.key()))),
                Self::ScopeMissing(scope) => drop(members.insert("scope".to_owned(), json!(scope.code()))),
                Self::Invalid(fields) => {
                    let told: Vec<Value> = fields.iter().map(|field| field.told(visit)).collect();
                    members.insert("errors".to_owned(), Value::Array(told));
                }
                _ => {}
            }
        }
        let mut response = (status, body.to_string()).into_response();
        let headers = response.headers_mut();
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/problem+json"),
        );
        match self {
            Self::Unauthorized => {
                drop(headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer")));
            }
            Self::TooMany(seconds) => drop(headers.insert(header::RETRY_AFTER, HeaderValue::from(*seconds))),
            _ => {}
        }
        response
    }

    fn detail(&self, visit: &Visit) -> String {
        match self {
            Self::Refused(refusal) => visit.explain(refusal.as_ref()),
            Self::ScopeMissing(scope) => visit.text_with(
                "api-problem-scope-missing-text",
                &[("scope", Argument::from(scope.code()))],
            ),
            other => visit.text(&format!("api-problem-{}-text", other.name())),
        }
    }
}

impl FieldTrouble {
    fn told(&self, visit: &Visit) -> Value {
        let with: Vec<(&str, Argument)> = self
            .with
            .iter()
            .map(|(name, value)| (name.as_str(), Argument::from(value.as_str())))
            .collect();
        json!({ "field": self.field, "code": self.key, "detail": visit.text_with(&self.key, &with) })
    }
}

impl From<Fault> for Trouble {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl From<DatabaseError> for Trouble {
    fn from(error: DatabaseError) -> Self {
        Self::Fault(error.into())
    }
}

impl From<Forbidden> for Trouble {
    fn from(_: Forbidden) -> Self {
        Self::Fault(Fault::Forbidden)
    }
}

impl<R: Refusal + Send + 'static> From<Failure<R>> for Trouble {
    fn from(failure: Failure<R>) -> Self {
        match failure {
            Failure::Refused(refusal) => Self::Refused(Box::new(refusal)),
            Failure::Fault(fault) => Self::Fault(fault),
        }
    }
}
