//! Limits on how often something may be tried, kept in the database so that every process counts together.

use crate::database::{DatabaseError, Tx, params, row, statement};
use kernel::PlaceId;
use std::net::Ipv6Addr;

/// Who is counted together when addresses are counted: one IPv4 address, or the 64 bits of IPv6 that one line has to itself.
#[must_use]
pub fn network(address: &str) -> String {
    match address.parse::<Ipv6Addr>() {
        Ok(address) => {
            let prefix = u128::from(address) >> 64 << 64;
            format!("{}/64", Ipv6Addr::from(prefix))
        }
        Err(_) => address.to_owned(),
    }
}

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

/// Where a bucket stands after one more try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    /// Tries left in this window; below zero when there were too many.
    pub left: i64,
    /// Seconds until the next window.
    pub resets_in: i64,
}

/// Counts one try in `bucket` (what is tried and by whom). `Some(seconds)` when it is one too many: how long to wait.
pub fn allow(
    tx: &mut Tx<'_>,
    place: PlaceId,
    bucket: &str,
    limit: RateLimit,
) -> Result<Option<i64>, DatabaseError> {
    let tally = count(tx, place, bucket, limit)?;
    Ok((tally.left < 0).then_some(tally.resets_in))
}

/// Counts one try in `bucket` and says what is left.
///
/// # Errors
/// As the database says.
pub fn count(
    tx: &mut Tx<'_>,
    place: PlaceId,
    bucket: &str,
    limit: RateLimit,
) -> Result<Tally, DatabaseError> {
    let now = tx.now().micros() / 1_000_000;
    let start = now - now.rem_euclid(limit.seconds);
    let row = tx.one(&COUNT_TRY, &params![place, bucket, start])?;
    if row.count == 1 {
        tx.run(&FORGET_WINDOWS, &params![place, now - 86_400])?;
    }
    Ok(Tally {
        left: limit.tries.saturating_sub(row.count),
        resets_in: start + limit.seconds - now,
    })
}

#[cfg(test)]
mod tests {
    use super::network;

    #[test]
    fn addresses_of_one_line_count_together() {
        assert_eq!(network("192.0.2.7"), "192.0.2.7");
        assert_eq!(network("2001:db8:1:2:aaaa::1"), "2001:db8:1:2::/64");
        assert_eq!(network("2001:db8:1:2:bbbb::9"), network("2001:db8:1:2:aaaa::1"));
        assert_ne!(network("2001:db8:1:3::1"), network("2001:db8:1:2::1"));
        assert_eq!(network("unknown"), "unknown");
    }
}
