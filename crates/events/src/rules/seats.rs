//! Seats: how many are taken, who is offered one that came free, and for how long.

use super::registration::{Registration, RegistrationState};
use kernel::{Instant, Period};

/// Seats that nobody else may take: those of who is registered, and those kept for an offer that is not over.
#[must_use]
pub fn taken(registrations: &[Registration], now: Instant) -> i64 {
    registrations
        .iter()
        .filter(|one| {
            matches!(
                one.state_at(now),
                RegistrationState::Registered | RegistrationState::Offered
            )
        })
        .map(Registration::people)
        .sum()
}

/// Seats left; none when there is no limit.
#[must_use]
pub fn left(capacity: Option<i64>, registrations: &[Registration], now: Instant) -> Option<i64> {
    capacity.map(|seats| seats.saturating_sub(taken(registrations, now)).max(0))
}

/// Who is offered the seats that are left: those who wait, the longest first, each whose whole party fits in what is left then.
#[must_use]
pub fn to_offer(capacity: Option<i64>, registrations: &[Registration], now: Instant) -> Vec<&Registration> {
    let mut left = left(capacity, registrations, now).unwrap_or(i64::MAX);
    let mut waiting: Vec<&Registration> = registrations
        .iter()
        .filter(|one| one.state == RegistrationState::Waiting)
        .collect();
    waiting.sort_by_key(|one| (one.asked_at, one.id));
    waiting.retain(|one| {
        let fits = one.people() <= left;
        if fits {
            left = left.saturating_sub(one.people());
        }
        fits
    });
    waiting
}

/// Until when an offer is kept: so many hours, never past the beginning; who is offered a seat after it began has it until the end.
#[must_use]
pub fn offer_until(now: Instant, hours: i64, period: Period) -> Instant {
    let limit = if period.start() > now {
        period.start()
    } else {
        period.end()
    };
    now.plus_minutes(hours.clamp(1, 168).saturating_mul(60))
        .min(limit)
}
