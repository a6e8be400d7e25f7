//! Every booking, for the office: filtered, a page at a time or as a file, with the requests that wait first.

use super::waiting_list::{WaitingLine, layout_names, lines};
use super::words;
use crate::actions::extras::dues;
use crate::permissions::BOOK_FOR_OTHERS;
use crate::rules::booking::{Booking, BookingId, BookingState};
use crate::rules::layout::LayoutId;
use crate::rules::resource::{Resource, ResourceId};
use crate::rules::waiting::WaitingEntry;
use crate::store::lists::{self, Listing};
use crate::store::{resources, waiting};
use askama::Template;
use kernel::{Actor, Day, Days, Id, Instant, Money, PersonId};
use platform::Fault;
use platform::database::Tx;
use platform::tables::write_csv;
use platform::web::listing::{ListQuery, PAGE_LENGTH, Paging};
use platform::web::{Answer, Form, Query, Shell, Visit};
use serde::Deserialize;
use std::collections::BTreeMap;

const PATH: &str = "/office/spaces/bookings";
/// The most lines of a file.
const LONGEST_FILE: i64 = 100_000;

/// Every booking of some days.
#[derive(Template)]
#[template(path = "booking_list.html")]
pub(super) struct BookingListPage {
    shell: Shell,
    form: Form,
    requests: Vec<Booking>,
    waiting: Vec<WaitingLine>,
    bookings: Vec<Booking>,
    names: BTreeMap<PersonId, String>,
    /// What is due for each with its extras.
    dues: BTreeMap<BookingId, Money>,
    spaces: BTreeMap<ResourceId, String>,
    options: Vec<(String, String)>,
    states: Vec<(String, String)>,
    paging: Paging,
    now: Instant,
}

impl BookingListPage {
    fn space(&self, booking: &Booking) -> &str {
        self.spaces.get(&booking.resource).map_or("", String::as_str)
    }

    fn holder(&self, booking: &Booking) -> String {
        words::holder(&self.shell, booking, &self.names)
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

    fn expiry(&self, booking: &Booking) -> String {
        booking
            .request_expires_at
            .map(|at| self.shell.when(&at))
            .unwrap_or_default()
    }
}

/// What the address of the list says.
#[derive(Debug, Default, Deserialize)]
pub(super) struct BookingsQuery {
    from: Option<String>,
    until: Option<String>,
    resource: Option<String>,
    state: Option<String>,
    page: Option<String>,
    format: Option<String>,
}

pub(super) async fn index(visit: Visit, Query(query): Query<BookingsQuery>) -> Answer {
    let today = visit.today();
    let list = ListQuery {
        page: query.page.as_deref().and_then(|page| page.parse().ok()),
        format: query.format.clone(),
        ..ListQuery::default()
    };
    let days = days(&query, today);
    let listing = Listing {
        span: visit.place.zone.bounds(days),
        resource: query.resource.as_deref().and_then(|text| Id::parse(text).ok()),
        state: query
            .state
            .as_deref()
            .and_then(|text| BookingState::parse(text).ok()),
    };
    let (limit, offset) = if list.wants_csv() {
        (LONGEST_FILE, 0)
    } else {
        (PAGE_LENGTH, list.offset())
    };
    let read = visit
        .read(move |tx, actor| read(tx, actor, &listing, (limit, offset)))
        .await?;
    let page = page(&visit, &list, (days, &listing), read);
    if list.wants_csv() {
        file(&visit, &page)
    } else {
        visit.page(&page)
    }
}

/// What the page shows, as read.
struct Read {
    requests: Vec<Booking>,
    waiting: Vec<WaitingEntry>,
    layouts: BTreeMap<LayoutId, String>,
    bookings: Vec<Booking>,
    total: i64,
    names: BTreeMap<PersonId, String>,
    dues: BTreeMap<BookingId, Money>,
    spaces: Vec<Resource>,
}

fn read(
    tx: &mut Tx<'_>,
    actor: &Actor,
    listing: &Listing,
    (limit, offset): (i64, i64),
) -> Result<Read, Fault> {
    let place = actor.place;
    let requests = lists::requests(tx, place)?;
    let bookings = lists::listed(tx, place, listing, limit, offset)?;
    let total = lists::listed_count(tx, place, listing)?;
    let waiting = waiting::open(tx, place)?;
    let layouts = layout_names(tx, place, &waiting)?;
    let both = bookings
        .iter()
        .chain(&requests)
        .filter_map(|booking| booking.person);
    let mut persons: Vec<PersonId> = both.chain(waiting.iter().map(|entry| entry.person)).collect();
    persons.sort_unstable();
    persons.dedup();
    let names = people::names_of(tx, place, &persons)?;
    let spaces = resources::list(tx, place)?;
    let mut due = dues(tx, place, &bookings)?;
    due.extend(dues(tx, place, &requests)?);
    Ok(Read {
        requests,
        waiting,
        layouts,
        bookings,
        total,
        names,
        dues: due,
        spaces,
    })
}

fn page(visit: &Visit, list: &ListQuery, (days, listing): (Days, &Listing), read: Read) -> BookingListPage {
    let shell = visit.shell("spaces-bookings-title");
    let resource = listing.resource.map(|id| id.to_string()).unwrap_or_default();
    let state = listing.state.map_or("", BookingState::code);
    let (from, until) = (days.first().to_string(), days.last().to_string());
    let form = Form::blank(visit)
        .with("from", &from)
        .with("until", &until)
        .with("resource", &resource)
        .with("state", state);
    let paging = Paging::new(list, read.total, PATH)
        .keeping("from", &from)
        .keeping("until", &until)
        .keeping("resource", &resource)
        .keeping("state", state);
    let any = (String::new(), shell.t("spaces-any"));
    let told = |space: &Resource| (space.id.to_string(), space.facts.name.to_string());
    let options = std::iter::once(any.clone()).chain(read.spaces.iter().map(told));
    let states = BookingState::ALL
        .iter()
        .map(|state| (state.code().to_owned(), shell.t(state.message())));
    let named = read.spaces.iter();
    let spaces: BTreeMap<ResourceId, String> = named
        .map(|space| (space.id, space.facts.name.to_string()))
        .collect();
    let mut waiting = lines(&shell, read.waiting, (&spaces, &read.layouts), &read.names);
    waiting
        .iter_mut()
        .for_each(|line| line.acts = visit.actor.may(BOOK_FOR_OTHERS));
    BookingListPage {
        options: options.collect(),
        states: std::iter::once(any).chain(states).collect(),
        waiting,
        spaces,
        shell,
        form,
        requests: read.requests,
        bookings: read.bookings,
        names: read.names,
        dues: read.dues,
        paging,
        now: visit.now,
    }
}

/// The days asked for, in order and no further apart than ten years; the coming month when nothing is asked.
fn days(query: &BookingsQuery, today: Day) -> Days {
    let read = |text: &Option<String>| text.as_deref().and_then(|text| Day::parse(text).ok());
    let from = read(&query.from).unwrap_or(today);
    let until = read(&query.until).unwrap_or_else(|| from.plus_months(1));
    let furthest = Days::spanning(from, from.plus_days(3_660));
    let until = if until < from { from } else { until };
    Days::spanning(from, until.min(furthest.last()))
}

fn file(visit: &Visit, page: &BookingListPage) -> Answer {
    let heads = [
        "spaces-space",
        "spaces-day",
        "spaces-start",
        "spaces-end",
        "spaces-holder",
        "spaces-title",
        "spaces-state",
        "spaces-attendance",
        "spaces-price",
        "spaces-basis",
        "spaces-fee",
    ];
    let heads = heads.map(|key| visit.text(key));
    let zone = &visit.place.zone;
    let rows: Vec<Vec<String>> = page
        .bookings
        .iter()
        .map(|booking| {
            let (day, start) = zone.local(booking.period().start());
            let end = zone.minute_of(booking.period().end());
            vec![
                page.space(booking).to_owned(),
                day.to_string(),
                start.to_string(),
                end.to_string(),
                page.holder(booking),
                booking.title.clone(),
                visit.text(page.state(booking).message()),
                booking
                    .attendance
                    .map(|people| people.to_string())
                    .unwrap_or_default(),
                page.due(booking).field(visit.locale),
                visit.text(booking.price.basis.message()),
                booking
                    .fee
                    .map(|_| page.due(booking).field(visit.locale))
                    .unwrap_or_default(),
            ]
        })
        .collect();
    let name = visit.text("spaces-bookings-file");
    visit.download(&name, "text/csv; charset=utf-8", write_csv(&heads, &rows))
}
