//! Which rooms a visitor looks for, and which hours are proposed to them.

use kernel::{Instant, MinuteOfDay, Period, Zone, fold};
use spaces::{BookingWindow, ResourceFacts};

/// What somebody wants a room for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// For so many people at least.
    pub people: Option<i64>,
    /// With this thing in it; empty for anything.
    pub thing: String,
}

impl Wanted {
    /// Whether a room is worth looking at: large enough, and with the thing, however it is written.
    #[must_use]
    pub fn admits(&self, facts: &ResourceFacts) -> bool {
        let large = self
            .people
            .is_none_or(|people| facts.seats().is_some_and(|seats| seats >= people));
        let wanted = fold(&self.thing);
        large && (wanted.is_empty() || facts.equipment_lines().any(|line| fold(line).contains(&wanted)))
    }
}

/// The hours proposed inside a free period: from its first step that keeps the notice on, an hour long if the limits allow, else the
/// shortest they do. None when it is too short.
#[must_use]
pub fn proposed(free: Period, window: &BookingWindow, now: Instant, zone: &Zone) -> Option<Period> {
    let soonest = free.start().max(now.plus_minutes(window.minimum_notice));
    let start = on_step(soonest, window.step_minutes.max(1), zone);
    let usual = 60.clamp(window.minimum_minutes, window.maximum_minutes);
    let lasting = |minutes| Period::new(start, start.plus_minutes(minutes)).ok();
    [usual, window.minimum_minutes]
        .into_iter()
        .filter_map(lasting)
        .find(|period| free.contains_period(*period) && window.admits(*period, now, zone).is_ok())
}

/// The first moment from `from` on whose time on the clock is a multiple of so many minutes.
fn on_step(from: Instant, step: i64, zone: &Zone) -> Instant {
    let whole = Instant::from_seconds((from.seconds() + 59).div_euclid(60) * 60);
    let minute: MinuteOfDay = zone.minute_of(whole);
    match i64::from(minute.minutes()).rem_euclid(step) {
        0 => whole,
        past => whole.plus_minutes(step - past),
    }
}
