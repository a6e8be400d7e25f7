//! Booking a room without an account: the hours and the price, then who one is; a letter proves the rest.

use super::fields::{asked, hours, number};
use super::room_view::both_with;
use super::words;
use crate::actions::booking::{ask, hold_minutes};
use crate::letters::{self, Letter};
use crate::rules::guest::At;
use askama::Template;
use joining::HouseText;
use kernel::{Audience, Day, IdRefused, Money, Name, Period};
use people::Token;
use platform::web::{
    Answer, Form, Path, Query, RateLimit, Shell, StatusCode, Visit, WebError, allow, network,
};
use platform::{Failure, Fault, OrNotFound};
use serde::Deserialize;
use spaces::store::resources;
use spaces::{
    BookingRefusal, ExtraField, Holder, LayoutId, NewBooking, OfferedWith, Quote, Resource, ResourceId,
    extra_counts,
};

/// Hours held from one network address: a week of rooms is not emptied by one visitor.
const HOLDS_BY_ADDRESS: RateLimit = RateLimit {
    tries: 10,
    seconds: 3_600,
};

/// The form.
#[derive(Template)]
#[template(path = "guest_form.html")]
pub(super) struct GuestFormPage {
    shell: Shell,
    form: Form,
    room: Resource,
    texts: Vec<HouseText>,
    offer: Option<Offer>,
    refusal: Option<String>,
    /// The free hours of the day, each with the address of its form.
    gaps: Vec<(String, String)>,
    /// How the room can be laid out.
    layouts: Vec<(String, String)>,
    /// What can be had with it.
    extras: Vec<ExtraField>,
    minutes: i64,
}

/// What it would be.
struct Offer {
    when: String,
    price: String,
    /// What makes it cheaper.
    relief: Vec<String>,
    /// What is had with it, and what each costs.
    lines: Vec<(String, String)>,
    cents: i64,
    needs_approval: bool,
    crowded: bool,
}

/// The same page for everybody, whoever has the address.
#[derive(Template)]
#[template(path = "guest_sent.html")]
pub(super) struct SentPage {
    shell: Shell,
    email: String,
    room: Resource,
    when: String,
    minutes: i64,
}

/// Where the form begins.
#[derive(Debug, Default, Deserialize)]
pub(super) struct BookingQuery {
    day: Option<String>,
    start: Option<String>,
    end: Option<String>,
    people: Option<String>,
}

pub(super) async fn new(
    visit: Visit,
    Path(id): Path<ResourceId>,
    Query(query): Query<BookingQuery>,
) -> Answer {
    let day = query.day.unwrap_or_else(|| visit.today().to_string());
    let form = Form::blank(&visit)
        .with("day", day)
        .with("start", query.start.unwrap_or_default())
        .with("end", query.end.unwrap_or_default())
        .with("attendance", query.people.unwrap_or_default());
    shown(&visit, id, form, StatusCode::OK).await
}

pub(super) async fn create(visit: Visit, Path(id): Path<ResourceId>, mut form: Form) -> Answer {
    if form.value("step") != "confirm" {
        return shown(&visit, id, form, StatusCode::OK).await;
    }
    let texts = visit
        .read(|tx, actor| joining::texts_in_force(tx, actor.place))
        .await?;
    let wanted = wanted(&visit, id, &mut form);
    let price = form.parse("price", |text| {
        text.parse()
            .map(Money::from_cents)
            .map_err(|_| IdRefused::Malformed)
    });
    let who = asked(&mut form, visit.locale, &texts);
    let (Some(wanted), Some(price), Some(who)) = (wanted, price, who) else {
        return shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let email = who
        .email
        .clone()
        .map(|email| email.to_string())
        .unwrap_or_default();
    people::limit_mails(&visit, &email).await?;
    limit_holds(&visit).await?;
    let holder = Name::parse(&who.name.full()).map_err(|error| WebError::internal(error.to_string()))?;
    let new = NewBooking {
        holder: Holder::Caller(holder),
        price_shown: Some(price),
        ..wanted
    };
    let token = Token::from_bytes(visit.app.db.entropy().bytes());
    let (period, kept) = (new.period, token.clone());
    let done = visit
        .submit(&form, move |tx, actor| {
            let booking = ask(tx, actor, &new, &who, &kept.hash())?;
            let letter = Letter::Proof {
                booking: booking.id,
                secret: kept.as_str().to_owned(),
            };
            letters::ask(tx, actor, &letter)?;
            Ok("/rooms".to_owned())
        })
        .await;
    match done {
        Ok(_) => sent(&visit, id, email, period).await,
        Err(Failure::Refused(At { field, why })) => {
            form.refuse(field, &*why);
            shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

async fn limit_holds(visit: &Visit) -> Result<(), WebError> {
    let (place, from) = (visit.place.id, network(&visit.address));
    let wait = visit
        .app
        .db
        .write(move |tx| Ok::<_, Fault>(allow(tx, place, &format!("guest-hold:{from}"), HOLDS_BY_ADDRESS)?))
        .await?;
    wait.map_or(Ok(()), |seconds| Err(WebError::TooMany(seconds)))
}

async fn sent(visit: &Visit, id: ResourceId, email: String, period: Period) -> Answer {
    let (room, minutes) = visit
        .read(move |tx, actor| {
            let room = resources::find(tx, actor.place, id)?.or_not_found()?;
            Ok::<_, Fault>((room, hold_minutes(tx, actor.place)?))
        })
        .await?;
    let shell = visit.shell("guests-sent-title");
    visit.page(&SentPage {
        when: shell.period(&period),
        shell,
        email,
        room,
        minutes,
    })
}

/// What the fields ask for; who it is for comes later.
fn wanted(visit: &Visit, id: ResourceId, form: &mut Form) -> Option<NewBooking> {
    let period = hours(form, &visit.place.zone);
    let attendance = number(form, "attendance");
    let layout = form.parse_optional("layout", LayoutId::parse);
    let extras = extra_counts(form);
    let nobody = Name::parse("–").ok()?;
    let plain = NewBooking::plain(id, period?, Holder::Caller(nobody));
    Some(NewBooking {
        attendance: attendance?,
        title: form.value("title").to_owned(),
        layout: layout?,
        note: form.value("note").to_owned(),
        extras: extras?,
        coupon: Some(form.value("coupon").trim().to_owned()).filter(|code| !code.is_empty()),
        ..plain
    })
}

async fn shown(visit: &Visit, id: ResourceId, mut form: Form, status: StatusCode) -> Answer {
    let written = ["start", "end"].iter().all(|name| !form.value(name).is_empty());
    let mut scratch = form.clone();
    let new = written.then(|| wanted(visit, id, &mut scratch)).flatten();
    let (zone, day) = (visit.place.zone.clone(), Day::parse(form.value("day")).ok());
    let (room, texts, quote, free, (minutes, with_it)) = visit
        .read(move |tx, actor| {
            let room = resources::find(tx, actor.place, id)?
                .filter(|room| room.active)
                .or_not_found()?;
            let quote = match &new {
                Some(new) => match spaces::quote_guest(tx, actor, new) {
                    Ok(quote) => Some(Ok((quote, new.period))),
                    Err(Failure::Refused(refusal)) => Some(Err(refusal)),
                    Err(Failure::Fault(fault)) => return Err(fault),
                },
                None => None,
            };
            let near = day.filter(|day| {
                let today = tx.today(&zone);
                (today..=today.plus_days(1_100)).contains(day)
            });
            let free = match near {
                Some(day) => spaces::free_hours(tx, actor.place, &zone, (&room, Audience::External), day)?,
                None => vec![],
            };
            let texts = joining::texts_in_force(tx, actor.place)?;
            let with_it = OfferedWith::read(tx, actor, id, &[])?;
            Ok::<_, Fault>((
                room,
                texts,
                quote,
                free,
                (hold_minutes(tx, actor.place)?, with_it),
            ))
        })
        .await?;
    let shell = visit
        .shell_titled(visit.text_with("guests-book-title", &[("space", room.facts.name.as_str().into())]));
    let wrong = scratch.errors().next().map(|(_, text)| text.to_owned());
    let (offer, refusal) = match quote {
        Some(Ok((quote, period))) => (Some(offer(&shell, &quote, period)), None),
        Some(Err(refusal)) => (None, Some(told_at(visit, &mut form, &refusal))),
        None => (None, wrong),
    };
    let page = GuestFormPage {
        gaps: gaps(visit, &shell, id, &free),
        layouts: with_it.layout_options(&shell),
        extras: with_it.fields(&shell, &form, &[]),
        shell,
        form,
        room,
        texts,
        offer,
        refusal,
        minutes,
    };
    visit.page_with_status(status, &page)
}

/// Why the hours cannot be had, said at its field too when it is the code.
fn told_at(visit: &Visit, form: &mut Form, refusal: &BookingRefusal) -> String {
    if matches!(refusal, BookingRefusal::Coupon(_)) {
        form.refuse("coupon", refusal);
    }
    visit.explain(refusal)
}

fn offer(shell: &Shell, quote: &Quote, period: Period) -> Offer {
    Offer {
        when: shell.period(&period),
        price: words::both(shell, &both_with(&quote.plan.price, &quote.extras)),
        relief: spaces::relief_lines(shell, quote.plan.relief.as_ref()),
        lines: spaces::extra_lines(shell, &quote.extras),
        cents: quote.total().amount.cents(),
        needs_approval: quote.plan.needs_approval,
        crowded: quote.crowded,
    }
}

/// The free hours of the day asked for, each with the address of its form.
fn gaps(visit: &Visit, shell: &Shell, id: ResourceId, free: &[Period]) -> Vec<(String, String)> {
    let zone = &visit.place.zone;
    let link = |period: &Period| {
        let end = period.start().plus_minutes(60).min(period.end());
        let ((day, start), (_, end)) = (zone.local(period.start()), zone.local(end));
        (
            shell.words().hours(*period),
            format!("/rooms/{id}/booking?day={day}&start={start}&end={end}"),
        )
    };
    free.iter().map(link).collect()
}
