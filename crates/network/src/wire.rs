//! What two places say to each other.

use crate::rules::statement::{Difference, Line, day_text};
use crate::rules::visit::Reason;
use kernel::Day;
use serde::{Deserialize, Serialize};
use spaces::Part;

/// Accepting an invitation.
pub(crate) const ACCEPTANCES: &str = "/api/network/v1/acceptances";
/// A member of the place called stands at the desk of the caller.
pub(crate) const VISITS: &str = "/api/network/v1/visits";
/// That visit is taken back.
pub(crate) const CANCELLATIONS: &str = "/api/network/v1/cancellations";
/// What the caller holds of a month.
pub(crate) const STATEMENTS: &str = "/api/network/v1/statements";

/// Names the agreement.
pub(crate) const AGREEMENT: &str = "tribu-agreement";
/// When it was sent, in seconds since 1970.
pub(crate) const TIMESTAMP: &str = "tribu-timestamp";
/// Signs it.
pub(crate) const SIGNATURE: &str = "tribu-signature";
/// Makes it harmless when it is sent twice.
pub(crate) const REFERENCE: &str = "idempotency-key";

/// An invitation is accepted.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AcceptanceCall {
    /// The half of the key that the invitation does not give away.
    pub(crate) nonce: String,
}

/// What was agreed by it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AcceptanceAnswer {
    pub(crate) name: String,
    pub(crate) town: String,
    pub(crate) currency: String,
    pub(crate) half_day_cents: i64,
    pub(crate) day_cents: i64,
    #[serde(with = "day_text")]
    pub(crate) from: Day,
    /// The last day; none when there is none.
    pub(crate) until: Option<String>,
}

/// Somebody stands at the desk.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct VisitCall {
    pub(crate) code: String,
    #[serde(with = "day_text")]
    pub(crate) day: Day,
    pub(crate) part: Part,
}

/// They may come in: a name and numbers, nothing else of them.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VisitAnswer {
    /// Their name.
    pub name: String,
    /// Units taken.
    pub units: i64,
    /// Units left.
    pub units_left: i64,
    /// What the host may claim, in cents.
    pub cents: i64,
}

/// A visit is taken back.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CancellationCall {
    #[serde(with = "day_text")]
    pub(crate) day: Day,
    pub(crate) part: Part,
}

/// What the caller holds of a month.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StatementCall {
    pub(crate) month: String,
    /// Visits of the caller's members to the place called.
    pub(crate) home: Vec<Line>,
    /// Visits of members of the place called to the caller.
    pub(crate) host: Vec<Line>,
}

/// What the place called holds otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StatementAnswer {
    /// Of the visits of the caller's members.
    pub(crate) home: Vec<Difference>,
    /// Of the visits to the caller.
    pub(crate) host: Vec<Difference>,
}

/// Nothing more to say.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Done {}

/// What is answered, signed as a text so that it is read as it was signed.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Envelope {
    pub(crate) answer: String,
    pub(crate) signature: String,
}

/// An answer.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Said<T> {
    /// It is done.
    Done(T),
    /// A rule says no.
    Refused(Reason),
}
