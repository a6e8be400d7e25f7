//! The page a tablet leaves open: how the room stands, taking it now, being here, ending, telling what is broken.

use super::door_state::{self, DoorState, Facts};
use crate::actions::{arrive_at_door, book_at_door, end_at_door, known_at_door, report_at_door};
use crate::rules::{AtDoor, AtDoorRefused, DoorRefused, Tablet, minutes};
use crate::store;
use askama::Template;
use kernel::{IdRefused, Money, PersonId};
use people::TokenHash;
use platform::messages::Argument;
use platform::web::{
    Answer, Flash, Form, Path, RateLimit, Shell, StatusCode, Visit, WebError, allow, network,
};
use platform::{Failure, Fault, OrNotFound};
use spaces::{BookingId, DoorNumber, OnTheSpot};

/// The page of a tablet.
#[derive(Template)]
#[template(path = "door.html")]
struct DoorPage {
    shell: Shell,
    form: Form,
    secret: String,
    room: String,
    seats: String,
    state: DoorState,
    /// What is about to be booked, for the last word.
    offer: Option<Offer>,
}

/// The part that follows the day.
#[derive(Template)]
#[template(path = "door_state.html")]
struct StatePart {
    shell: Shell,
    secret: String,
    state: DoorState,
}

/// What somebody would take, in words.
struct Offer {
    told: String,
    price: String,
    cents: i64,
    minutes: i64,
    number: String,
}

/// Numbers tried at one tablet from one network: so many in so many seconds.
const TRIES: RateLimit = RateLimit {
    tries: 20,
    seconds: 600,
};

/// Numbers tried at one tablet from all networks together: whoever reads its address elsewhere locks nobody out at the door.
const TRIES_IN_ALL: RateLimit = RateLimit {
    tries: 100,
    seconds: 600,
};

/// What is told to be broken at one tablet by people who say no number.
const UNNAMED_FAULTS: RateLimit = RateLimit {
    tries: 5,
    seconds: 3_600,
};

/// The tablet behind an address; nothing is there for who has no live secret.
async fn tablet(visit: &Visit, secret: &str) -> Result<Tablet, WebError> {
    let hash = TokenHash::of(secret).ok_or(WebError::NotFound)?;
    let known = visit
        .read(move |tx, actor| store::by_secret(tx, actor.place, &hash)?.or_not_found())
        .await;
    known.map_err(|fault: Fault| fault.into())
}

async fn facts(visit: &Visit, tablet: &Tablet) -> Result<Facts, Fault> {
    let (tablet, now) = (tablet.clone(), visit.now);
    visit
        .read(move |tx, actor| door_state::read(tx, actor, &tablet, now))
        .await
}

/// `GET /doors/{secret}`.
pub(super) async fn show(visit: Visit, Path(secret): Path<String>) -> Answer {
    let tablet = tablet(&visit, &secret).await?;
    let form = Form::blank(&visit);
    shown(&visit, (&tablet, secret), form, None, StatusCode::OK).await
}

/// `GET /doors/{secret}/now`.
pub(super) async fn now(visit: Visit, Path(secret): Path<String>) -> Answer {
    let tablet = tablet(&visit, &secret).await?;
    let facts = facts(&visit, &tablet).await?;
    let shell = visit.shell("doors-door-title");
    visit.page(&StatePart {
        state: facts.told(&visit, &shell),
        shell,
        secret,
    })
}

/// `GET /doors/{secret}/live`: tells the tablet that something was written.
pub(super) async fn live(visit: Visit, Path(secret): Path<String>) -> Answer {
    tablet(&visit, &secret).await?;
    Ok(visit.app.live.stream(&visit))
}

/// `POST /doors/{secret}/arrivals`.
pub(super) async fn arrive(visit: Visit, Path(secret): Path<String>, mut form: Form) -> Answer {
    let tablet = tablet(&visit, &secret).await?;
    let Some(booking) = form.parse("booking", BookingId::parse) else {
        return Err(WebError::NotFound);
    };
    let (of, to) = (tablet.clone(), format!("/doors/{secret}"));
    let done = visit
        .submit(&form, move |tx, actor| {
            arrive_at_door(tx, actor, &of, booking)?;
            Ok(to.clone())
        })
        .await;
    answered(&visit, (&tablet, secret), form, done, "doors-arrived").await
}

/// `POST /doors/{secret}/acts`: what somebody does who said their number.
pub(super) async fn act(visit: Visit, Path(secret): Path<String>, mut form: Form) -> Answer {
    let tablet = tablet(&visit, &secret).await?;
    let Some(who) = identified(&visit, &tablet, &mut form).await? else {
        return shown(&visit, (&tablet, secret), form, None, REFUSED).await;
    };
    let asked = form.value("act").to_owned();
    match (asked.as_str(), who) {
        ("fault", who) => tell_fault(&visit, (&tablet, secret), form, who).await,
        (_, None) => {
            form.refuse_with("number", "shell-field-missing");
            shown(&visit, (&tablet, secret), form, None, REFUSED).await
        }
        ("end", Some(who)) => end(&visit, (&tablet, secret), form, who).await,
        (length, Some(who)) => match minutes(length) {
            Ok(minutes) => book(&visit, (&tablet, secret), form, (who.person, minutes)).await,
            Err(refusal) => {
                form.refuse("number", &refusal);
                shown(&visit, (&tablet, secret), form, None, REFUSED).await
            }
        },
    }
}

const REFUSED: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;

async fn tell_fault(
    visit: &Visit,
    (tablet, secret): (&Tablet, String),
    mut form: Form,
    who: Option<AtDoor>,
) -> Answer {
    let Some(title) = form.parse("fault", one_line) else {
        return shown(visit, (tablet, secret), form, None, REFUSED).await;
    };
    if who.is_none() && tried(visit, format!("door-fault {}", tablet.id), UNNAMED_FAULTS).await? {
        form.refuse("fault", &DoorRefused::TooManyFaults);
        return shown(visit, (tablet, secret), form, None, REFUSED).await;
    }
    let (of, to) = (tablet.clone(), format!("/doors/{secret}"));
    let done = visit
        .submit(&form, move |tx, actor| {
            report_at_door(tx, actor, (&of, who), title.clone())?;
            Ok(to.clone())
        })
        .await;
    answered(visit, (tablet, secret), form, done, "doors-fault-told").await
}

async fn end(visit: &Visit, (tablet, secret): (&Tablet, String), form: Form, who: AtDoor) -> Answer {
    let (of, to) = (tablet.clone(), format!("/doors/{secret}"));
    let done = visit
        .submit(&form, move |tx, actor| {
            end_at_door(tx, actor, (&of, who))?;
            Ok(to.clone())
        })
        .await;
    answered(visit, (tablet, secret), form, done, "doors-ended").await
}

/// Counts a try; whether it is one too many.
async fn tried(visit: &Visit, bucket: String, limit: RateLimit) -> Result<bool, Fault> {
    let wait = visit
        .write(move |tx, actor| allow(tx, actor.place, &bucket, limit).map_err(Fault::from))
        .await?;
    Ok(wait.is_some())
}

/// Who said their number: `Some(None)` when none was said, nothing once a message stands at the field. Every number counts as a try.
async fn identified(
    visit: &Visit,
    tablet: &Tablet,
    form: &mut Form,
) -> Result<Option<Option<AtDoor>>, WebError> {
    if form.value("number").is_empty() {
        return Ok(Some(None));
    }
    let Some(number) = form.parse("number", DoorNumber::parse) else {
        return Ok(None);
    };
    let here = format!("door {} {}", tablet.id, network(&visit.address));
    let everywhere = format!("door {}", tablet.id);
    if tried(visit, here, TRIES).await? || tried(visit, everywhere, TRIES_IN_ALL).await? {
        form.refuse("number", &DoorRefused::TooMany);
        return Ok(None);
    }
    let known = visit
        .read(move |tx, actor| match known_at_door(tx, actor, &number) {
            Ok(who) => Ok(Ok(who)),
            Err(Failure::Refused(refusal)) => Ok(Err(refusal)),
            Err(Failure::Fault(fault)) => Err(fault),
        })
        .await?;
    match known {
        Ok(who) => Ok(Some(Some(who))),
        Err(refusal) => {
            form.refuse("number", &refusal);
            Ok(None)
        }
    }
}

/// Shows what it would be first; books once the price that was shown comes back.
async fn book(
    visit: &Visit,
    (tablet, secret): (&Tablet, String),
    mut form: Form,
    (person, minutes): (PersonId, i64),
) -> Answer {
    let price = form.parse_optional("price", |cents| {
        cents
            .parse::<i64>()
            .map(Money::from_cents)
            .map_err(|_| IdRefused::Malformed)
    });
    let wanted = OnTheSpot {
        resource: tablet.resource,
        person,
        minutes,
        price_shown: price.flatten(),
    };
    if wanted.price_shown.is_none() {
        return quoted(visit, (tablet, secret), form, wanted).await;
    }
    let (of, to) = (tablet.clone(), format!("/doors/{secret}"));
    let done = visit
        .submit(&form, move |tx, actor| {
            book_at_door(tx, actor, &of, &wanted)?;
            Ok(to.clone())
        })
        .await;
    answered(visit, (tablet, secret), form, done, "doors-booked").await
}

async fn quoted(
    visit: &Visit,
    (tablet, secret): (&Tablet, String),
    mut form: Form,
    wanted: OnTheSpot,
) -> Answer {
    let found = visit
        .read(move |tx, actor| {
            let somebody = spaces::person_at_door(actor, wanted.person);
            let name = people::person(tx, actor.place, wanted.person)?
                .or_not_found()?
                .name;
            match spaces::quote_now(tx, &somebody, &wanted) {
                Ok(quote) => Ok(Ok((name.given().to_owned(), quote.plan))),
                Err(Failure::Refused(refusal)) => Ok(Err(refusal)),
                Err(Failure::Fault(fault)) => Err(fault),
            }
        })
        .await?;
    match found {
        Ok((name, plan)) => {
            let words = visit.words();
            let told = [
                ("name", Argument::from(name)),
                ("hours", Argument::from(words.hours(plan.occupation.hours()))),
            ];
            let price = plan.price.amount;
            let offer = Offer {
                told: visit.text_with("doors-offer", &told),
                price: if price.is_zero() {
                    visit.text("doors-nothing-to-pay")
                } else {
                    let vat = visit.text(plan.price.basis.message());
                    format!("{} {vat}", words.money(price))
                },
                cents: price.cents(),
                minutes: wanted.minutes,
                number: form.value("number").to_owned(),
            };
            shown(visit, (tablet, secret), form, Some(offer), StatusCode::OK).await
        }
        Err(refusal) => {
            form.refuse("number", &refusal);
            shown(visit, (tablet, secret), form, None, REFUSED).await
        }
    }
}

async fn answered(
    visit: &Visit,
    (tablet, secret): (&Tablet, String),
    mut form: Form,
    done: Result<String, Failure<AtDoorRefused>>,
    done_key: &'static str,
) -> Answer {
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success(done_key)),
        Err(Failure::Refused(refusal)) => {
            form.refuse("number", &refusal);
            shown(visit, (tablet, secret), form, None, REFUSED).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

async fn shown(
    visit: &Visit,
    (tablet, secret): (&Tablet, String),
    form: Form,
    offer: Option<Offer>,
    status: StatusCode,
) -> Answer {
    let facts = facts(visit, tablet).await?;
    let room = facts.standing.resource.facts.name.to_string();
    let shell = visit.shell_titled(room.clone());
    let page = DoorPage {
        seats: shell.t1("doors-seats", "count", facts.standing.resource.facts.capacity),
        state: facts.told(visit, &shell),
        shell,
        form,
        secret,
        room,
        offer,
    };
    visit.page_with_status(status, &page)
}

/// One line of text, as stewardship keeps it.
fn one_line(typed: &str) -> Result<String, kernel::NameRefused> {
    kernel::Name::parse(typed).map(|name| name.as_str().to_owned())
}
