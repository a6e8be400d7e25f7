//! An event as everybody sees it, and registering for it (T33, T92).

use crate::actions::{self, Asked, kept_rooms, may_see, price_of};
use crate::permissions::{OWN, RUN};
use crate::rules::event::{Event, EventId, EventKind, EventState};
use crate::rules::registration::{Registration, RegistrationRefused, RegistrationState};
use crate::rules::seats;
use crate::store::{events, registrations};
use askama::Template;
use kernel::{Actor, Audience, Email, Instant, Money, Name};
use platform::database::Tx;
use platform::web::{Answer, Flash, Form, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound};
use spaces::Price;

/// An event.
#[derive(Template)]
#[template(path = "event.html")]
pub(super) struct EventPage {
    shell: Shell,
    form: Form,
    event: Event,
    rooms: Vec<String>,
    /// What a seat costs the reader; none when it is not sold to them.
    price: Option<Price>,
    /// Seats left; none when there is no limit.
    left: Option<i64>,
    /// The reader's own registration.
    mine: Option<Registration>,
    /// How many guests one may bring, as a field offers them.
    guests: Vec<(String, String)>,
    /// Whether somebody is signed in who may register.
    member: bool,
    runs: bool,
    /// Whether it is a meeting whose points the reader may see.
    powwow: bool,
    /// The code of the currency, for search engines.
    currency: String,
    now: Instant,
}

/// Said to somebody from outside once they asked.
#[derive(Template)]
#[template(path = "registration_sent.html")]
pub(super) struct SentPage {
    shell: Shell,
    email: String,
    event: EventId,
}

impl EventPage {
    fn opens(&self) -> bool {
        self.event.takes_registrations(self.now) && self.mine.is_none() && self.price.is_some()
    }

    fn is_over(&self) -> bool {
        self.event.facts.period.end() <= self.now
    }

    fn full(&self) -> bool {
        self.left == Some(0)
    }

    /// The price that the form repeats, so that nobody pays what they did not see.
    fn shown(&self) -> i64 {
        self.price.map_or(0, |price| price.amount.cents())
    }

    fn told_price(&self) -> Option<String> {
        let price = self.price.filter(|price| !price.amount.is_zero())?;
        let basis = self.shell.t(price.basis.message());
        Some(format!("{} {basis}", self.shell.money(&price.amount)))
    }

    /// The price as search engines read it: whole units, a point, cents.
    fn bare_price(&self) -> String {
        let cents = self.shown();
        format!("{}.{:02}", cents / 100, cents % 100)
    }

    fn location(&self) -> String {
        let names: Vec<&str> = self.rooms.iter().map(String::as_str).collect();
        crate::letters::where_it_is(&names, &self.event.facts.venue)
    }

    /// What the button says.
    fn act(&self) -> &'static str {
        if self.full() {
            "events-wait"
        } else {
            "events-register"
        }
    }

    fn own_act(&self) -> &'static str {
        if self.own_state() == RegistrationState::Offered {
            "events-take-the-seat"
        } else {
            "events-see-or-leave"
        }
    }

    fn who_pays(&self) -> &'static str {
        if self.member {
            "events-price-member"
        } else {
            "events-price-outside"
        }
    }

    fn own_state(&self) -> RegistrationState {
        self.mine
            .as_ref()
            .map_or(RegistrationState::Unconfirmed, |one| one.state_at(self.now))
    }
}

/// The event, if the actor may see it: what is announced or was, and for the team what is drafted.
pub(super) fn found(tx: &mut Tx<'_>, actor: &Actor, id: EventId) -> Result<Event, Fault> {
    let event = events::find(tx, actor.place, id)?.or_not_found()?;
    let drafted = event.state == EventState::Draft && !actor.may(RUN);
    if drafted || !may_see(tx, actor, &event)? {
        return Err(Fault::NotFound);
    }
    Ok(event)
}

pub(super) async fn show(visit: Visit, Path(id): Path<EventId>) -> Answer {
    let form = Form::blank(&visit);
    shown(&visit, id, form, StatusCode::OK).await
}

async fn shown(visit: &Visit, id: EventId, form: Form, status: StatusCode) -> Answer {
    let (event, rooms, price, left, mine, inside) = visit
        .read(move |tx, actor| {
            let event = found(tx, actor, id)?;
            let rooms = kept_rooms(tx, actor.place, id, event.facts.period)?;
            let today = actions::today(tx, actor.place)?;
            let audience = match actor.person {
                Some(person) => offers::audience_of(tx, actor.place, person, today)?,
                None => Audience::External,
            };
            let price = price_of(tx, actor.place, &event, audience)?;
            let all = registrations::of_event(tx, actor.place, id)?;
            let left = seats::left(event.facts.capacity, &all, tx.now());
            let mine = match actor.person {
                Some(person) => registrations::open_of(tx, actor.place, id, person)?,
                None => None,
            };
            let inside = actions::is_of_the_house(tx, actor)?;
            Ok::<_, Fault>((event, rooms, price, left, mine, inside))
        })
        .await?;
    let most = event.facts.guests;
    let page = EventPage {
        shell: visit.shell_titled(event.facts.title.clone()),
        guests: guest_choices(visit, most),
        rooms: rooms
            .into_iter()
            .filter(|room| room.holds)
            .map(|room| room.name)
            .collect(),
        member: visit.actor.person.is_some() && visit.actor.may(OWN),
        runs: visit.actor.may(RUN),
        powwow: inside && event.facts.kind == EventKind::Powwow && event.state != EventState::Draft,
        currency: visit.place.currency.code().to_owned(),
        now: visit.now,
        form,
        event,
        price,
        left,
        mine,
    };
    visit.page_with_status(status, &page)
}

/// "I come alone", "with one guest", …
pub(super) fn guest_choices(visit: &Visit, most: i64) -> Vec<(String, String)> {
    let choice = |guests: i64| {
        let text = visit.text_with("events-with-guests", &[("count", guests.into())]);
        (guests.to_string(), text)
    };
    (0..=most).map(choice).collect()
}

/// How many guests the form says; none when there is no such field.
pub(super) fn guests_of(form: &mut Form) -> Option<i64> {
    if form.value("guests").is_empty() {
        Some(0)
    } else {
        form.number("guests")
    }
}

pub(super) async fn register(visit: Visit, Path(id): Path<EventId>, form: Form) -> Answer {
    if visit.actor.person.is_some() && visit.actor.may(OWN) {
        by_oneself(visit, id, form).await
    } else {
        from_outside(visit, id, form).await
    }
}

async fn by_oneself(visit: Visit, id: EventId, mut form: Form) -> Answer {
    let shown_price = form.value("price").parse().ok().map(Money::from_cents);
    let Some(guests) = guests_of(&mut form) else {
        return shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            let one = actions::register(tx, actor, id, guests, shown_price)?;
            let mark = if one.state == RegistrationState::Waiting {
                "?waits=yes"
            } else {
                ""
            };
            Ok(format!("/agenda/{id}{mark}"))
        })
        .await;
    match done {
        Ok(to) if to.ends_with("?waits=yes") => {
            let to = to.trim_end_matches("?waits=yes");
            visit.redirect_with(to, &Flash::success("events-you-wait"))
        }
        Ok(to) => visit.redirect_with(&to, &Flash::success("events-you-are-registered")),
        Err(failure) => refused(&visit, id, form, failure).await,
    }
}

async fn from_outside(visit: Visit, id: EventId, mut form: Form) -> Answer {
    let name = form.parse("name", Name::parse);
    let email = form.parse("email", Email::parse);
    let guests = guests_of(&mut form);
    let (Some(name), Some(email), Some(guests)) = (name, email, guests) else {
        return shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    people::limit_mails(&visit, email.as_str()).await?;
    let told = email.to_string();
    let asked = Asked {
        name,
        email,
        language: visit.locale,
        guests,
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::ask_seat(tx, actor, id, &asked)?;
            Ok(format!("/agenda/{id}"))
        })
        .await;
    match done {
        Ok(_) => visit.page(&SentPage {
            shell: visit.shell("events-sent-title"),
            email: told,
            event: id,
        }),
        Err(failure) => refused(&visit, id, form, failure).await,
    }
}

async fn refused(
    visit: &Visit,
    id: EventId,
    mut form: Form,
    failure: Failure<RegistrationRefused>,
) -> Answer {
    match failure {
        Failure::Refused(refusal) => {
            form.refuse("guests", &refusal);
            shown(visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Failure::Fault(fault) => Err(fault.into()),
    }
}
