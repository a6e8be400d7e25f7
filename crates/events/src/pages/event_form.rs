//! Writing an event down, and changing it (T17).

use crate::actions::{self, NewEvent, kept_rooms};
use crate::rules::event::{Event, EventFacts, EventId, EventKind, EventRefused, OpenTo};
use crate::rules::prose;
use crate::store::events;
use askama::Template;
use billing::Product;
use kernel::{Day, Id, MinuteOfDay, Money, Period};
use platform::web::{Answer, Flash, Form, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound};
use spaces::ResourceId;

/// The form.
#[derive(Template)]
#[template(path = "event_form.html")]
pub(super) struct EventFormPage {
    shell: Shell,
    form: Form,
    /// The event that is changed; none for a new one.
    event: Option<EventId>,
    kinds: Vec<(String, String)>,
    audiences: Vec<(String, String, String)>,
    /// Rooms and things: identifier, name, how many they hold.
    rooms: Vec<(String, String, Option<i64>)>,
    products: Vec<(String, String)>,
}

impl EventFormPage {
    fn action(&self) -> String {
        match self.event {
            Some(id) => format!("/office/events/{id}"),
            None => "/office/events".to_owned(),
        }
    }
}

pub(super) async fn new(visit: Visit) -> Answer {
    let form = Form::blank(&visit)
        .with("kind", EventKind::Lunch)
        .with("open_to", OpenTo::Everybody)
        .with("registers", "yes")
        .with("guests", "0")
        .with("starts", "12:30")
        .with("ends", "14:00");
    shown(&visit, None, form, StatusCode::OK).await
}

pub(super) async fn edit(visit: Visit, Path(id): Path<EventId>) -> Answer {
    let (event, rooms) = visit
        .read(move |tx, actor| {
            let event = events::find(tx, actor.place, id)?.or_not_found()?;
            let rooms = kept_rooms(tx, actor.place, id, event.facts.period)?;
            Ok::<_, Fault>((event, rooms))
        })
        .await?;
    let mut form = filled(&visit, &event);
    for room in rooms {
        form = form.and("room", room.resource);
    }
    shown(&visit, Some(id), form, StatusCode::OK).await
}

fn filled(visit: &Visit, event: &Event) -> Form {
    let (facts, zone) = (&event.facts, &visit.place.zone);
    let (day, starts) = zone.local(facts.period.start());
    let (last_day, ends) = zone.local(facts.period.end());
    let mut form = Form::blank(visit)
        .with("kind", facts.kind)
        .with("title", &facts.title)
        .with("body", &facts.body)
        .with("day", day)
        .with("starts", clock(starts))
        .with("ends", clock(ends))
        .with("venue", &facts.venue)
        .with("host", &facts.host)
        .with("open_to", facts.open_to)
        .with("guests", facts.guests);
    if last_day != day {
        form.set("last_day", last_day);
    }
    if facts.registers {
        form.set("registers", "yes");
    }
    if let Some(capacity) = facts.capacity {
        form.set("capacity", capacity);
    }
    if let Some(product) = facts.product {
        form.set("product", product);
    }
    if let Some(price) = facts.price {
        form.set("price", price.field(visit.locale));
    }
    form
}

/// As a time field carries it.
fn clock(minute: MinuteOfDay) -> String {
    format!("{:02}:{:02}", minute.hour(), minute.minute())
}

async fn shown(visit: &Visit, event: Option<EventId>, form: Form, status: StatusCode) -> Answer {
    let (rooms, products) = visit
        .read(|tx, actor| {
            let rooms = spaces::store::resources::list(tx, actor.place)?;
            Ok::<_, Fault>((rooms, billing::products(tx, actor.place)?))
        })
        .await?;
    let title = if event.is_some() {
        "events-edit"
    } else {
        "events-new"
    };
    let nothing = (String::new(), visit.text("events-product-none"));
    let sold = products
        .into_iter()
        .filter(|product| product.active)
        .map(|product| (product.id.to_string(), product.name));
    let page = EventFormPage {
        shell: visit.shell(title),
        event,
        kinds: kinds(visit),
        audiences: audiences(visit),
        rooms: rooms
            .into_iter()
            .filter(|room| room.active && !room.facts.kind.is_desk())
            .map(|room| {
                (
                    room.id.to_string(),
                    room.facts.name.to_string(),
                    room.facts.seats(),
                )
            })
            .collect(),
        products: std::iter::once(nothing).chain(sold).collect(),
        form,
    };
    visit.page_with_status(status, &page)
}

/// The kinds of events, for a field to choose one in.
pub(super) fn kinds(visit: &Visit) -> Vec<(String, String)> {
    EventKind::ALL
        .iter()
        .map(|kind| (kind.code().to_owned(), visit.text(kind.message())))
        .collect()
}

/// To whom an event is open, for cards to choose one of.
pub(super) fn audiences(visit: &Visit) -> Vec<(String, String, String)> {
    OpenTo::ALL
        .iter()
        .map(|one| (one.code().to_owned(), visit.text(one.message()), String::new()))
        .collect()
}

pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let Some(new) = asked(&visit, &mut form) else {
        return shown(&visit, None, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let publishes = form.value("publish") == "yes";
    let done = visit
        .submit(&form, move |tx, actor| {
            let id = actions::create_event(tx, actor, &new)?;
            if publishes {
                actions::publish_event(tx, actor, id)?;
            }
            Ok(format!("/office/events/{id}"))
        })
        .await;
    answered(&visit, None, form, done).await
}

pub(super) async fn update(visit: Visit, Path(id): Path<EventId>, mut form: Form) -> Answer {
    let Some(new) = asked(&visit, &mut form) else {
        return shown(&visit, Some(id), form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::change_event(tx, actor, id, &new)?;
            Ok(format!("/office/events/{id}"))
        })
        .await;
    answered(&visit, Some(id), form, done).await
}

async fn answered(
    visit: &Visit,
    id: Option<EventId>,
    mut form: Form,
    done: Result<String, Failure<EventRefused>>,
) -> Answer {
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("events-kept")),
        Err(Failure::Refused(refusal)) => {
            refuse(visit, &mut form, &refusal);
            shown(visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

/// Says a refusal at the field it is about; a room that cannot be had, with the reason the spaces give.
pub(super) fn refuse(visit: &Visit, form: &mut Form, refusal: &EventRefused) {
    let field = match refusal {
        EventRefused::Past | EventRefused::TooLong | EventRefused::Over => "day",
        EventRefused::Nowhere => "venue",
        EventRefused::Capacity | EventRefused::SeatsTaken { .. } => "capacity",
        EventRefused::Guests => "guests",
        EventRefused::MustRegister => "registers",
        EventRefused::Price | EventRefused::PriceKept => "price",
        EventRefused::NotSold => "product",
        EventRefused::Days | EventRefused::RoomOn { .. } => "days",
        EventRefused::Room { refusal: why, .. } => {
            let text = format!("{} {}", visit.explain(refusal), visit.explain(why));
            form.refuse_with_text("room", text);
            return;
        }
    };
    form.refuse(field, refusal);
}

/// What the form says; the messages stay at their fields.
fn asked(visit: &Visit, form: &mut Form) -> Option<NewEvent> {
    let kind = form.parse("kind", EventKind::parse);
    let title = form.parse("title", prose::filled_line);
    let body = form.parse_optional("body", prose::text);
    let venue = form.parse_optional("venue", prose::line);
    let host = form.parse_optional("host", prose::line);
    let open_to = form.parse("open_to", OpenTo::parse);
    let period = read_period(visit, form);
    let capacity = optional_number(form, "capacity");
    let guests = optional_number(form, "guests");
    let product = form.parse_optional("product", Id::<Product>::parse);
    let price = form.parse_optional("price", Money::parse);
    let rooms: Result<Vec<ResourceId>, _> = form.values("room").map(ResourceId::parse).collect();
    let Ok(rooms) = rooms else {
        form.refuse_with("room", "shell-field-missing");
        return None;
    };
    Some(NewEvent {
        facts: EventFacts {
            kind: kind?,
            title: title?,
            body: body?.unwrap_or_default(),
            period: period?,
            venue: venue?.unwrap_or_default(),
            host: host?.unwrap_or_default(),
            open_to: open_to?,
            registers: form.checked("registers", "yes"),
            capacity: capacity?,
            guests: guests?.unwrap_or_default(),
            product: product?,
            price: price?,
        },
        rooms,
        overriding: form.checked("overriding", "yes"),
    })
}

fn optional_number(form: &mut Form, name: &str) -> Option<Option<i64>> {
    if form.value(name).is_empty() {
        Some(None)
    } else {
        form.number(name).map(Some)
    }
}

/// From when until when: an end at or before the beginning is on the next day, unless a last day is said.
pub(super) fn read_period(visit: &Visit, form: &mut Form) -> Option<Period> {
    let day = form.parse("day", Day::parse);
    let starts = form.parse("starts", MinuteOfDay::parse);
    let ends = form.parse("ends", MinuteOfDay::parse);
    let last_day = form.parse_optional("last_day", Day::parse);
    let (day, starts, ends, last_day) = (day?, starts?, ends?, last_day?);
    let usual = if ends <= starts { day.next() } else { day };
    let zone = &visit.place.zone;
    let start = zone.instant(day, starts);
    let end = zone.instant(last_day.unwrap_or(usual), ends);
    match Period::new(start, end) {
        Ok(period) => Some(period),
        Err(_) => {
            form.refuse_with("ends", "events-refused-ends");
            None
        }
    }
}
