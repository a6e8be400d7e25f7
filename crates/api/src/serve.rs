//! From a request to its answer: key, count, access, scope, input, act, answer.

use crate::caller::{self, Caller};
use crate::endpoint::{Call, Endpoint};
use crate::read::Raw;
use crate::trouble::Trouble;
use axum::body::{Body, to_bytes};
use axum::extract::{FromRequestParts as _, RawPathParams, Request};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use platform::Fault;
use platform::idempotency::{self, Outcome};
use platform::web::{Access, Method, RateLimit, Tally, Visit};
use sha2::{Digest as _, Sha256};
use std::sync::Arc;

/// The largest body, in bytes.
const LARGEST: usize = 256 * 1024;
/// The longest key of a call.
pub(crate) const LONGEST_KEY: usize = 200;

/// Answers one request.
pub(crate) async fn answer(endpoint: Arc<Endpoint>, visit: Visit, request: Request) -> Response {
    let Some(secret) = caller::bearer(request.headers()) else {
        return Trouble::Unauthorized.told(&visit);
    };
    let (caller, tally) = match caller::admit(&visit, secret).await {
        Ok(admitted) => admitted,
        Err(trouble) => return trouble.told(&visit),
    };
    let limit = caller.limit;
    let answered = if tally.left < 0 {
        Err(Trouble::TooMany(tally.resets_in))
    } else {
        serve(endpoint, &visit, caller, request).await
    };
    let mut response = answered.unwrap_or_else(|trouble| trouble.told(&visit));
    say_limit(response.headers_mut(), limit, tally);
    response
}

async fn serve(
    endpoint: Arc<Endpoint>,
    visit: &Visit,
    caller: Caller,
    request: Request,
) -> Result<Response, Trouble> {
    allowed(&endpoint, &caller)?;
    let (mut parts, body) = request.into_parts();
    let mut raw = Raw {
        query: parts.uri.query().unwrap_or_default().to_owned(),
        ..Raw::default()
    };
    if let Ok(parameters) = RawPathParams::from_request_parts(&mut parts, &()).await {
        raw.id = parameters
            .iter()
            .next()
            .map(|(_, id)| id.to_owned())
            .unwrap_or_default();
    }
    match endpoint.method {
        Method::Get => {
            let read = visit.app.db.read(move |tx| {
                let mut call = Call { tx, caller: &caller };
                (endpoint.run)(&mut call, &raw)
            });
            let answer = read.await?.to_string();
            Ok(unchanged(&parts.headers, answer))
        }
        Method::Post => {
            raw.body = receive(&parts.headers, body).await?;
            let key = key_of(&parts.headers)?;
            let path = parts.uri.path().to_owned();
            let status = endpoint.status;
            let answer = write(endpoint, visit, caller, (key, path), raw).await?;
            Ok(json(
                StatusCode::from_u16(status).unwrap_or(StatusCode::OK),
                answer,
            ))
        }
    }
}

/// Does the work once for each key; the same key with the same body is answered the same.
async fn write(
    endpoint: Arc<Endpoint>,
    visit: &Visit,
    caller: Caller,
    (key, path): (String, String),
    raw: Raw,
) -> Result<String, Trouble> {
    let key = format!("api-{}-{}", caller.token, hashed(key.as_bytes()));
    let fingerprint = format!("{path} {}", hashed(&raw.body));
    let done = visit.app.db.write(move |tx| {
        idempotency::once(tx, &caller.actor, &key, &fingerprint, |tx| {
            let mut call = Call { tx, caller: &caller };
            (endpoint.run)(&mut call, &raw).map(|answer| answer.to_string())
        })
    });
    let outcome = done.await?;
    visit.app.live.stir(visit.place.id);
    match outcome {
        Outcome::Done(answer) | Outcome::Replayed(answer) => Ok(answer),
        Outcome::KeyReused => Err(Fault::KeyReused.into()),
    }
}

fn allowed(endpoint: &Endpoint, caller: &Caller) -> Result<(), Trouble> {
    let may = match endpoint.access {
        Access::Public | Access::SignedIn => true,
        Access::Needs(permission) => caller.actor.may(permission),
        Access::Any(permissions) => permissions.iter().any(|permission| caller.actor.may(*permission)),
    };
    if !may {
        return Err(Fault::Forbidden.into());
    }
    match endpoint.scope {
        Some(scope) if !caller.scopes.contains(&scope) => Err(Trouble::ScopeMissing(scope)),
        _ => Ok(()),
    }
}

/// The body, which must be JSON where there is one.
async fn receive(headers: &HeaderMap, body: Body) -> Result<Vec<u8>, Trouble> {
    let bytes = to_bytes(body, LARGEST).await.map_err(|_| Trouble::TooLarge)?;
    let kind = headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok());
    let is_json = kind.is_some_and(|kind| {
        let kind = kind.split(';').next().unwrap_or_default().trim();
        kind.eq_ignore_ascii_case("application/json")
    });
    if is_json || bytes.is_empty() {
        Ok(bytes.to_vec())
    } else {
        Err(Trouble::MediaType)
    }
}

/// The key that makes a call harmless when it is sent twice.
fn key_of(headers: &HeaderMap) -> Result<String, Trouble> {
    let key = headers.get("idempotency-key").and_then(|key| key.to_str().ok());
    let sign = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b':');
    let fits = |key: &&str| !key.is_empty() && key.len() <= LONGEST_KEY && key.bytes().all(sign);
    key.filter(fits).map(str::to_owned).ok_or(Trouble::KeyMissing)
}

/// An answer with its tag; nothing but the tag when the caller has it already.
fn unchanged(headers: &HeaderMap, answer: String) -> Response {
    let tag = format!("\"{}\"", hashed(answer.as_bytes()).get(..32).unwrap_or_default());
    let asked = headers
        .get(header::IF_NONE_MATCH)
        .and_then(|tags| tags.to_str().ok());
    let same = asked.is_some_and(|tags| {
        tags.split(',')
            .map(|one| one.trim().trim_start_matches("W/"))
            .any(|one| one == tag || one == "*")
    });
    let mut response = if same {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        json(StatusCode::OK, answer)
    };
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    let private = HeaderValue::from_static("private, no-cache");
    response.headers_mut().insert(header::CACHE_CONTROL, private);
    response
}

fn json(status: StatusCode, answer: String) -> Response {
    (status, [(header::CONTENT_TYPE, "application/json")], answer).into_response()
}

fn hashed(bytes: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(bytes))
}

/// What is left of this minute, as the draft standard of the field says it.
fn say_limit(headers: &mut HeaderMap, limit: RateLimit, tally: Tally) {
    let policy = format!("\"minute\";q={};w={}", limit.tries, limit.seconds);
    let left = format!("\"minute\";r={};t={}", tally.left.max(0), tally.resets_in);
    for (name, value) in [("ratelimit-policy", policy), ("ratelimit", left)] {
        if let Ok(value) = HeaderValue::from_str(&value) {
            headers.insert(HeaderName::from_static(name), value);
        }
    }
}
