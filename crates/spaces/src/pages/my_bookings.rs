//! One's own bookings: those to come, and those that are over.

use super::waiting_list::{WaitingLine, layout_names, lines};
use super::words;
use crate::actions::extras::dues;
use crate::rules::booking::{Booking, BookingId, BookingState};
use crate::rules::resource::ResourceId;
use crate::store::{lists, resources, waiting};
use askama::Template;
use kernel::{Instant, Money};
use platform::Fault;
use platform::web::{Answer, Query, Shell, Visit};
use serde::Deserialize;
use std::collections::BTreeMap;

const PAST_LENGTH: i64 = 20;

/// One's own bookings.
#[derive(Template)]
#[template(path = "my_bookings.html")]
pub(super) struct MyBookingsPage {
    shell: Shell,
    upcoming: Vec<Booking>,
    past: Vec<Booking>,
    waiting: Vec<WaitingLine>,
    spaces: BTreeMap<ResourceId, String>,
    /// What is due for each with its extras.
    dues: BTreeMap<BookingId, Money>,
    now: Instant,
    page: i64,
    has_more: bool,
}

impl MyBookingsPage {
    fn space(&self, booking: &Booking) -> &str {
        self.spaces.get(&booking.resource).map_or("", String::as_str)
    }

    fn state(&self, booking: &Booking) -> BookingState {
        booking.state_at(self.now)
    }

    /// What is due for a booking with its extras.
    fn due(&self, booking: &Booking) -> Money {
        self.dues.get(&booking.id).copied().unwrap_or_default()
    }

    fn price(&self, booking: &Booking) -> String {
        words::amount(&self.shell, self.due(booking), booking.price.basis)
    }

    fn day(&self, booking: &Booking) -> String {
        self.shell.words().day_of(booking.period().start())
    }

    fn hours(&self, booking: &Booking) -> String {
        self.shell.words().hours(booking.period())
    }

    fn is_open(&self, booking: &Booking) -> bool {
        booking.is_open_at(self.now)
    }
}

/// Which page of the past.
#[derive(Debug, Default, Deserialize)]
pub(super) struct PastQuery {
    page: Option<String>,
}

pub(super) async fn index(visit: Visit, Query(query): Query<PastQuery>) -> Answer {
    let asked = query.page.and_then(|page| page.parse::<i64>().ok());
    let page = asked.unwrap_or(1).clamp(1, 100_000);
    let (upcoming, mut past, (waiting, layouts), spaces, dues) = visit
        .read(move |tx, actor| {
            let Some(person) = actor.person else {
                return Err(Fault::Forbidden);
            };
            let upcoming = lists::upcoming_of(tx, actor.place, person)?;
            let past = lists::past_of(tx, actor.place, person, PAST_LENGTH + 1, (page - 1) * PAST_LENGTH)?;
            let spaces = resources::list(tx, actor.place)?;
            let waiting = waiting::open_of(tx, actor.place, person)?;
            let layouts = layout_names(tx, actor.place, &waiting)?;
            let mut due = dues(tx, actor.place, &upcoming)?;
            due.extend(dues(tx, actor.place, &past)?);
            Ok((upcoming, past, (waiting, layouts), spaces, due))
        })
        .await?;
    let length = usize::try_from(PAST_LENGTH).unwrap_or_default();
    let has_more = past.len() > length;
    past.truncate(length);
    let spaces: BTreeMap<ResourceId, String> = spaces
        .into_iter()
        .map(|space| (space.id, space.facts.name.to_string()))
        .collect();
    let shell = visit.shell("spaces-my-bookings-title");
    visit.page(&MyBookingsPage {
        upcoming,
        past,
        waiting: lines(&shell, waiting, (&spaces, &layouts), &BTreeMap::new()),
        shell,
        spaces,
        dues,
        now: visit.now,
        page,
        has_more,
    })
}
