//! Calling another place. Never within a transaction: it may take seconds, or never answer.

use crate::rules::agreement::{LONGEST_CALL, Partner};
use crate::rules::signing::Signed;
use crate::rules::visit::{Reason, VisitRefused};
use crate::wire::{AGREEMENT, Envelope, REFERENCE, SIGNATURE, Said, TIMESTAMP};
use api::Outgoing;
use platform::Fault;
use platform::web::Visit;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Whom to call, and what signs it.
#[derive(Debug, Clone)]
pub(crate) struct Correspondent {
    url: String,
    agreement: String,
    /// Whether we invited.
    inviter: bool,
    key: String,
}

impl Correspondent {
    /// A place with which there is an agreement.
    pub(crate) fn of(partner: &Partner) -> Self {
        Self {
            url: partner.url.clone(),
            agreement: partner.agreement.clone(),
            inviter: partner.inviter,
            key: partner.key.clone(),
        }
    }

    /// A place that invites us.
    pub(crate) fn inviting(url: &str, agreement: &str, key: String) -> Self {
        Self {
            url: url.to_owned(),
            agreement: agreement.to_owned(),
            inviter: false,
            key,
        }
    }
}

/// Why a call came to nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CallFailed {
    /// No answer, or one that is not theirs.
    Unreachable,
    /// They do not know the agreement, or our signature.
    NotKnown,
    /// They say no.
    Said(Reason),
}

impl CallFailed {
    /// As the desk is told.
    pub(crate) const fn refusal(self) -> VisitRefused {
        match self {
            Self::Unreachable => VisitRefused::Unreachable,
            Self::NotKnown => VisitRefused::NotKnown,
            Self::Said(reason) => VisitRefused::Said { reason },
        }
    }
}

/// Whether the installation calls addresses without TLS.
pub(crate) fn plain(visit: &Visit) -> bool {
    let outgoing = visit.app.extras.get::<Outgoing>();
    outgoing.is_ok_and(|outgoing| outgoing.local)
}

/// Says something to another place and reads what it answers.
pub(crate) async fn call<C: Serialize, A: DeserializeOwned>(
    visit: &Visit,
    to: &Correspondent,
    (path, reference): (&'static str, &str),
    said: &C,
) -> Result<Result<A, CallFailed>, Fault> {
    let body = serde_json::to_string(said).map_err(Fault::internal)?;
    let mut outgoing = *visit.app.extras.get::<Outgoing>()?;
    let longest = outgoing.longest_milliseconds.unwrap_or(LONGEST_CALL);
    outgoing.longest_milliseconds = Some(longest.min(LONGEST_CALL));
    let seconds = visit.app.db.clock().now().seconds();
    let asked = Signed {
        what: "call",
        agreement: &to.agreement,
        inviter: to.inviter,
        path,
        seconds,
        reference,
        body: &body,
    };
    let headers = [
        ("content-type", "application/json".to_owned()),
        (AGREEMENT, to.agreement.clone()),
        (TIMESTAMP, seconds.to_string()),
        (REFERENCE, reference.to_owned()),
        (SIGNATURE, asked.sign(&to.key)),
    ];
    let (url, sent) = (format!("{}{path}", to.url), body.clone());
    let answered = tokio::task::spawn_blocking(move || api::post(outgoing, &url, &headers, &sent))
        .await
        .map_err(Fault::internal)?;
    if answered.status == Some(401) {
        return Ok(Err(CallFailed::NotKnown));
    }
    if !answered.is_taken() {
        return Ok(Err(CallFailed::Unreachable));
    }
    Ok(opened(to, &asked, &answered.text))
}

/// Reads an answer that is signed by the other side, for this very call.
fn opened<A: DeserializeOwned>(to: &Correspondent, asked: &Signed<'_>, text: &str) -> Result<A, CallFailed> {
    let envelope: Envelope = serde_json::from_str(text).map_err(|_| CallFailed::Unreachable)?;
    let answer = Signed {
        what: "answer",
        inviter: !to.inviter,
        body: &envelope.answer,
        ..*asked
    };
    if !answer.holds(&to.key, &envelope.signature) {
        return Err(CallFailed::Unreachable);
    }
    match serde_json::from_str(&envelope.answer) {
        Ok(Said::Done(answer)) => Ok(answer),
        Ok(Said::Refused(reason)) => Err(CallFailed::Said(reason)),
        Err(_) => Err(CallFailed::Unreachable),
    }
}
