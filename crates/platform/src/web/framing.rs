//! Pages that other sites may show inside theirs. Every other page refuses to be framed.
//!
//! A browser sends no cookie to a frame on a foreign site, and a framed form could be clicked without being seen: a page that may be
//! framed holds no form that writes (decision 32).

use super::{Answer, WebError};
use crate::sites::Sites;
use axum::http::HeaderValue;

/// Marks an answer as one that these sites may frame.
#[derive(Clone, Debug)]
pub(super) struct Framed(pub(super) HeaderValue);

/// The same answer, which these sites may show inside theirs.
///
/// # Errors
/// As the answer, and when a header cannot hold the sites.
pub fn framed(answer: Answer, sites: &Sites) -> Answer {
    let mut response = answer?;
    let policy = format!(
        "{}; frame-ancestors 'self' {}",
        super::server::POLICY,
        sites.lines().replace('\n', " ")
    );
    let policy = HeaderValue::from_str(policy.trim_end())
        .map_err(|_| WebError::internal("sites that are no header"))?;
    response.extensions_mut().insert(Framed(policy));
    Ok(response)
}
