//! Coming to look at the place: an hour to choose, and a link to prove the address or give it up (T7).

use crate::actions::{self, NewTour};
use crate::letters::{self, Letter};
use crate::rules::prose;
use crate::rules::tour::{Prospect, Slot, Tour, TourRefused, TourState};
use crate::store::tours;
use askama::Template;
use kernel::{Email, Id, IdRefused, Instant, Locale, Name, Phone, PlaceId};
use platform::web::{Answer, Form, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound};
use serde::{Deserialize, Serialize};

/// What the seal of a link to a tour is for.
const PURPOSE: &str = "tour-link";

/// The form for everybody.
#[derive(Template)]
#[template(path = "tour_new.html")]
pub(super) struct NewTourPage {
    shell: Shell,
    form: Form,
    slots: Vec<(String, String)>,
}

/// A tour as its visitor sees it: to be proven, booked, or given up.
#[derive(Template)]
#[template(path = "tour_mine.html")]
pub(super) struct MyTourPage {
    shell: Shell,
    form: Form,
    sealed: String,
    tour: Option<Tour>,
    /// Whether it may still be given up.
    open: bool,
    /// Whether it was asked for just now.
    fresh: bool,
}

/// What a link says, sealed.
#[derive(Debug, Serialize, Deserialize)]
struct Link {
    tour: Id<Tour>,
    place: PlaceId,
}

pub(super) async fn new(visit: Visit) -> Answer {
    shown(&visit, Form::blank(&visit), StatusCode::OK).await
}

async fn shown(visit: &Visit, form: Form, status: StatusCode) -> Answer {
    let slots = visit
        .read(|tx, actor| actions::open_slots(tx, actor.place))
        .await?;
    let shell = visit.shell("joining-tour-public");
    let page = NewTourPage {
        slots: choices(&shell, &slots),
        shell,
        form,
    };
    visit.page_with_status(status, &page)
}

/// The hours that still have a seat, for a field to choose one in.
pub(super) fn choices(shell: &Shell, slots: &[Slot]) -> Vec<(String, String)> {
    let open = slots.iter().filter(|slot| slot.left > 0);
    open.map(|slot| (slot.starts_at.micros().to_string(), shell.when(&slot.starts_at)))
        .collect()
}

/// Reads a moment as a field carries it.
pub(super) fn parse_moment(text: &str) -> Result<Instant, IdRefused> {
    let micros: i64 = text.parse().map_err(|_| IdRefused::Malformed)?;
    Ok(Instant::from_micros(micros))
}

/// Who comes, as the form says.
pub(super) fn read_prospect(form: &mut Form, usual: Locale, mail_needed: bool) -> Option<Prospect> {
    let name = form.parse("name", Name::parse);
    let email = if mail_needed {
        form.parse("email", Email::parse).map(Some)
    } else {
        form.parse_optional("email", Email::parse)
    };
    let phone = form.parse_optional("phone", Phone::parse);
    let wish = form.parse_optional("wish", prose::note);
    Some(Prospect {
        name: name?,
        email: email?,
        phone: phone?,
        language: usual,
        wish: wish?.unwrap_or_default(),
    })
}

pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let prospect = read_prospect(&mut form, visit.locale, true);
    let starts_at = form.parse("starts_at", parse_moment);
    let (Some(prospect), Some(starts_at)) = (prospect, starts_at) else {
        return shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let email = prospect
        .email
        .as_ref()
        .map(ToString::to_string)
        .unwrap_or_default();
    people::limit_mails(&visit, &email).await?;
    let new = NewTour {
        prospect,
        starts_at,
        agreed: false,
    };
    match book(&visit, &form, new, |_| "/tours".to_owned()).await {
        Ok(_) => visit.page(&MyTourPage {
            shell: visit.shell("joining-tour-booked-title"),
            form: Form::blank(&visit),
            sealed: String::new(),
            tour: None,
            open: false,
            fresh: true,
        }),
        Err(Failure::Refused(refusal)) => {
            form.refuse("starts_at", &refusal);
            shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

/// Books once per form, and asks for the letter whose link proves the address, or gives the tour up.
pub(super) async fn book(
    visit: &Visit,
    form: &Form,
    new: NewTour,
    then: fn(Id<Tour>) -> String,
) -> Result<String, Failure<TourRefused>> {
    let sealing = visit.clone();
    visit
        .submit(form, move |tx, actor| {
            let tour = actions::book_tour(tx, actor, &new)?;
            let sealed = seal(&sealing, tour)?;
            letters::ask(tx, actor, &Letter::TourBooked { tour, sealed })?;
            Ok(then(tour))
        })
        .await
}

/// The end of the link to a tour.
fn seal(visit: &Visit, tour: Id<Tour>) -> Result<String, Fault> {
    let link = Link {
        tour,
        place: visit.place.id,
    };
    let text = serde_json::to_string(&link).map_err(Fault::internal)?;
    Ok(visit.app.seal.write(PURPOSE, &text))
}

fn opened(visit: &Visit, sealed: &str) -> Option<Id<Tour>> {
    let text = visit.app.seal.read(PURPOSE, sealed)?;
    let link: Link = serde_json::from_str(&text).ok()?;
    (visit.place.id == link.place).then_some(link.tour)
}

pub(super) async fn show(visit: Visit, Path(sealed): Path<String>) -> Answer {
    mine(&visit, sealed, None).await
}

async fn mine(visit: &Visit, sealed: String, refused: Option<TourRefused>) -> Answer {
    let Some(id) = opened(visit, &sealed) else {
        return Err(Fault::NotFound.into());
    };
    let tour = visit
        .read(move |tx, actor| tours::find(tx, actor.place, id)?.or_not_found())
        .await?;
    let mut form = Form::blank(visit);
    let status = match refused {
        Some(refused) => {
            form.refuse("tour", &refused);
            StatusCode::UNPROCESSABLE_ENTITY
        }
        None => StatusCode::OK,
    };
    let page = MyTourPage {
        shell: visit.shell("joining-tour-mine"),
        form,
        sealed,
        open: tour.state == TourState::Booked && tour.starts_at > visit.now,
        tour: Some(tour),
        fresh: false,
    };
    visit.page_with_status(status, &page)
}

/// `POST /tours/{sealed}`: the visitor proves their address, or gives the tour up.
pub(super) async fn answer(visit: Visit, Path(sealed): Path<String>, form: Form) -> Answer {
    let Some(id) = opened(&visit, &sealed) else {
        return Err(Fault::NotFound.into());
    };
    let done = if form.value("act") == "prove" {
        let again = seal(&visit, id)?;
        visit
            .write(move |tx, actor| {
                if actions::prove_tour(tx, actor, id)? {
                    let sealed = again.clone();
                    letters::ask(tx, actor, &Letter::TourBooked { tour: id, sealed })?;
                }
                Ok(())
            })
            .await
    } else {
        visit
            .write(move |tx, actor| actions::cancel_tour(tx, actor, id))
            .await
    };
    match done {
        Ok(()) => mine(&visit, sealed, None).await,
        // What is over is shown as it is.
        Err(Failure::Refused(TourRefused::Over)) => mine(&visit, sealed, None).await,
        Err(Failure::Refused(refused)) => mine(&visit, sealed, Some(refused)).await,
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}
