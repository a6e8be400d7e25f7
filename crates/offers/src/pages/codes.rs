//! Codes of coupons that somebody signed in tries: nobody guesses their way to a price.

use platform::Fault;
use platform::web::{RateLimit, Visit, WebError, allow};

/// Codes looked at for one person, right ones too: who learns nothing from the hundredth has no use for more.
const TRIES: RateLimit = RateLimit {
    tries: 100,
    seconds: 3_600,
};

/// Counts a code that is about to be looked at; none counts for nothing.
///
/// # Errors
/// [`WebError::TooMany`] when it is one too many in an hour.
pub async fn limit_codes(visit: &Visit, code: &str) -> Result<(), WebError> {
    let Some(person) = visit.actor.person.filter(|_| !code.trim().is_empty()) else {
        return Ok(());
    };
    let wait = visit
        .write(move |tx, actor| {
            let bucket = format!("coupon-of:{person}");
            allow(tx, actor.place, &bucket, TRIES).map_err(Fault::from)
        })
        .await?;
    wait.map_or(Ok(()), |seconds| Err(WebError::TooMany(seconds)))
}
