//! What the desk prepares for a booking that was made: its layout, words for the desk.

use super::booking::{BookingFacts, read};
use super::fields::field_of;
use super::layouts as told;
use super::wishes::{ExtraField, OfferedWith, counts, field_of as extra_field};
use crate::actions::cancel::fee_share;
use crate::actions::prepare::{Preparation, may_prepare, prepare};
use crate::actions::{Refused, refused};
use crate::rules::booking::{BookingId, SlotRefused};
use crate::store::{bookings, extras};
use askama::Template;
use kernel::{Actor, Id, Rate};
use platform::database::Tx;
use platform::web::{Answer, Flash, Form, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound};

/// What is prepared for a booking, to be changed.
#[derive(Template)]
#[template(path = "booking_preparation.html")]
pub(super) struct PreparationPage {
    shell: Shell,
    form: Form,
    facts: BookingFacts,
    layouts: Vec<(String, String)>,
    extras: Vec<ExtraField>,
    /// The prices on show, to be sent back: others are refused.
    seen: String,
    /// The part that taking an extra off costs now.
    late: Option<String>,
    is_open: bool,
}

impl PreparationPage {
    fn id(&self) -> BookingId {
        self.facts.booking.id
    }

    fn now_where(&self) -> String {
        let when = self.shell.period(&self.facts.booking.period());
        format!("{}, {when}", self.facts.resource.facts.name)
    }
}

pub(super) async fn edit(visit: Visit, Path(id): Path<BookingId>) -> Answer {
    shown(&visit, id, None, StatusCode::OK).await
}

pub(super) async fn update(visit: Visit, Path(id): Path<BookingId>, mut form: Form) -> Answer {
    let Some(layout) = form.parse_optional("layout", Id::parse) else {
        return shown(&visit, id, Some(form), StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let Some(extras) = counts(&mut form) else {
        return shown(&visit, id, Some(form), StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let seen = form.value("seen").to_owned();
    let asked = Preparation {
        layout,
        note: form.value("note").to_owned(),
        extras,
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            prices_hold(tx, actor, id, &seen)?;
            prepare(tx, actor, id, &asked)?;
            Ok(format!("/bookings/{id}"))
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("spaces-prepared")),
        Err(Failure::Refused(refusal)) => {
            let field = match field_of(&refusal) {
                "note" => "note",
                "extras" => "extras",
                _ => "layout",
            };
            form.refuse(field, &refusal);
            shown(&visit, id, Some(form), StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

/// Refuses when a price is not the one that was shown.
fn prices_hold(tx: &mut Tx<'_>, actor: &Actor, id: BookingId, seen: &str) -> Result<(), Refused> {
    let booking = bookings::find(tx, actor.place, id)?.or_not_found()?;
    let lines = extras::of_booking(tx, actor.place, id)?;
    let offered = OfferedWith::read(tx, actor, booking.resource, &lines)?;
    if offered.prices() == seen {
        Ok(())
    } else {
        Err(refused(SlotRefused::PriceChanged))
    }
}

async fn shown(visit: &Visit, id: BookingId, form: Option<Form>, status: StatusCode) -> Answer {
    let (facts, offered, share) = visit
        .read(move |tx, actor| {
            let facts = read(tx, actor, id)?;
            crate::actions::may_change(actor, &facts.booking).map_err(|_| Fault::NotFound)?;
            let offered = OfferedWith::read(tx, actor, facts.resource.id, &facts.lines)?;
            let share = fee_share(tx, &facts.booking, actor)?;
            Ok::<_, Fault>((facts, offered, share))
        })
        .await?;
    let form = form.unwrap_or_else(|| {
        let layout = facts.setup.layout.map(|id| id.to_string());
        let form = Form::blank(visit)
            .with("layout", layout.unwrap_or_default())
            .with("note", &facts.setup.note);
        let had = facts.lines.iter().filter(|line| line.count > 0);
        had.fold(form, |form, line| form.with(&extra_field(line.extra), line.count))
    });
    let shell = visit.shell("spaces-preparation");
    let page = PreparationPage {
        layouts: told::options(&shell, offered.layouts(), facts.setup.layout),
        extras: offered.fields(&shell, &form, &facts.lines),
        seen: offered.prices(),
        late: (share != Rate::ZERO && !facts.lines.is_empty())
            .then(|| shell.t1("spaces-extras-late", "share", shell.rate(&share))),
        is_open: may_prepare(&visit.actor, &facts.booking, facts.is_begun(), visit.now),
        shell,
        form,
        facts,
    };
    visit.page_with_status(status, &page)
}
