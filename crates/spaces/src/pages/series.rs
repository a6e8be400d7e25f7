//! A series: its rule, its dates, and what can still be done with many of them.

use super::words;
use crate::actions::extras::dues;
use crate::actions::may_change;
use crate::documents::rule_words::rule_words;
use crate::permissions::SEE_BOOKERS;
use crate::rules::booking::{Booking, BookingId, BookingState};
use crate::rules::resource::ResourceId;
use crate::rules::series::{Occurrence, Series, SeriesId};
use crate::store::{resources, series};
use askama::Template;
use kernel::{Actor, Day, Instant, Money, PersonId};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::web::{Answer, HistoryLine, Path, Shell, Visit};
use platform::{Fault, OrNotFound};
use std::collections::BTreeMap;

/// A series with its dates.
#[derive(Template)]
#[template(path = "series.html")]
pub(super) struct SeriesPage {
    shell: Shell,
    facts: SeriesFacts,
    history: Vec<HistoryLine>,
    now: Instant,
    may_change: bool,
}

/// A series with what is read beside it.
pub(super) struct SeriesFacts {
    pub(super) series: Series,
    pub(super) occurrences: Vec<Occurrence>,
    pub(super) bookings: BTreeMap<BookingId, Booking>,
    pub(super) spaces: BTreeMap<ResourceId, String>,
    pub(super) names: BTreeMap<PersonId, String>,
    /// What is due for each booking with its extras.
    dues: BTreeMap<BookingId, Money>,
}

impl SeriesFacts {
    pub(super) fn space(&self, id: ResourceId) -> &str {
        self.spaces.get(&id).map_or("", String::as_str)
    }
}

impl SeriesPage {
    fn rule(&self) -> String {
        rule_words(self.shell.words(), &self.facts.series.rule)
    }

    fn holder(&self) -> String {
        let first = self.facts.bookings.values().next();
        first
            .map(|booking| words::holder(&self.shell, booking, &self.facts.names))
            .unwrap_or_default()
    }

    fn booking(&self, occurrence: &Occurrence) -> Option<&Booking> {
        self.facts.bookings.get(&occurrence.booking?)
    }

    fn state(&self, booking: &Booking) -> BookingState {
        booking.state_at(self.now)
    }

    fn when(&self, booking: &Booking) -> String {
        self.shell.period(&booking.period())
    }

    fn space(&self, booking: &Booking) -> &str {
        self.facts.space(booking.resource)
    }

    /// What is due for a booking with its extras.
    fn due(&self, booking: &Booking) -> Money {
        self.facts.dues.get(&booking.id).copied().unwrap_or_default()
    }

    fn price(&self, booking: &Booking) -> String {
        words::amount(&self.shell, self.due(booking), booking.price.basis)
    }

    fn day(&self, day: &Day) -> String {
        self.shell.day_long(day)
    }

    /// Whether the booking is elsewhere than most.
    fn elsewhere(&self, booking: &Booking) -> bool {
        booking.resource != self.facts.series.resource
    }

    fn is_open(&self) -> bool {
        let mut bookings = self.facts.bookings.values();
        self.may_change && bookings.any(|booking| booking.is_open_at(self.now))
    }
}

/// A series that the actor may see. To whom may not it does not exist.
pub(super) fn read(tx: &mut Tx<'_>, actor: &Actor, id: SeriesId) -> Result<SeriesFacts, Fault> {
    let known = series::find(tx, actor.place, id)?.or_not_found()?;
    let bookings = series::bookings(tx, actor.place, id)?;
    let own = bookings.iter().all(|booking| booking.belongs_to(actor));
    if !own && !actor.may(SEE_BOOKERS) {
        return Err(Fault::NotFound);
    }
    let persons: Vec<PersonId> = known.person.into_iter().collect();
    let spaces = resources::list(tx, actor.place)?.into_iter();
    Ok(SeriesFacts {
        occurrences: series::occurrences(tx, actor.place, id)?,
        series: known,
        dues: dues(tx, actor.place, &bookings)?,
        bookings: bookings
            .into_iter()
            .map(|booking| (booking.id, booking))
            .collect(),
        spaces: spaces
            .map(|space| (space.id, space.facts.name.to_string()))
            .collect(),
        names: people::names_of(tx, actor.place, &persons)?,
    })
}

pub(super) async fn show(visit: Visit, Path(id): Path<SeriesId>) -> Answer {
    let (facts, entries, names) = visit
        .read(move |tx, actor| {
            let facts = read(tx, actor, id)?;
            let entries = activity::history(tx, actor.place, Subject::new("series", id))?;
            let persons: Vec<PersonId> = entries.iter().filter_map(|entry| entry.person_id).collect();
            let names = people::names_of(tx, actor.place, &persons)?;
            Ok::<_, Fault>((facts, entries, names))
        })
        .await?;
    let mut bookings = facts.bookings.values();
    let may = bookings.all(|booking| may_change(&visit.actor, booking).is_ok());
    visit.page(&SeriesPage {
        shell: visit.shell_titled(facts.space(facts.series.resource)),
        history: visit.history(&entries, &names),
        now: visit.now,
        may_change: may,
        facts,
    })
}
