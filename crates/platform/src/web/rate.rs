//! Limits on how often something may be tried, kept in the database so that every process counts together.

use crate::database::{DatabaseError, Tx, params, row, statement};
use kernel::PlaceId;

/// So many tries in so many seconds.
#[derive(Clone, Copy, Debug)]
pub struct RateLimit {
    /// Tries allowed in a window.
    pub tries: i64,
    /// Length of the window in seconds.
    pub seconds: i64,
}

row! { struct CountRow { count: i64 } }

statement! {
    COUNT_TRY -> CountRow = "insert into rate (place_id, bucket, window_start, count) values ($1, $2, $3, 1)
        on conflict (place_id, bucket, window_start) do update set count = rate.count + 1
        returning count";
    FORGET_WINDOWS = "delete from rate where place_id = $1 and window_start < $2";
}

/// Counts one try in `bucket` (what is tried and by whom). `Some(seconds)` when it is one too many: how long to wait.
pub fn allow(
    tx: &mut Tx<'_>,
    place: PlaceId,
    bucket: &str,
    limit: RateLimit,
) -> Result<Option<i64>, DatabaseError> {
    let now = tx.now().micros() / 1_000_000;
    let start = now - now.rem_euclid(limit.seconds);
    let row = tx.one(&COUNT_TRY, &params![place, bucket, start])?;
    if row.count == 1 {
        tx.run(&FORGET_WINDOWS, &params![place, now - 86_400])?;
    }
    Ok((row.count > limit.tries).then_some(start + limit.seconds - now))
}
