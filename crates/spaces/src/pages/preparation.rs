//! What the desk prepares for a booking that was made: its layout, words for the desk.

use super::booking::{BookingFacts, read};
use super::fields::field_of;
use super::layouts as told;
use crate::actions::prepare::{Preparation, may_prepare, prepare};
use crate::rules::booking::BookingId;
use crate::store::layouts;
use askama::Template;
use kernel::Id;
use platform::web::{Answer, Flash, Form, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault};

/// What is prepared for a booking, to be changed.
#[derive(Template)]
#[template(path = "booking_preparation.html")]
pub(super) struct PreparationPage {
    shell: Shell,
    form: Form,
    facts: BookingFacts,
    layouts: Vec<(String, String)>,
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
    let asked = Preparation {
        layout,
        note: form.value("note").to_owned(),
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            prepare(tx, actor, id, &asked)?;
            Ok(format!("/bookings/{id}"))
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("spaces-prepared")),
        Err(Failure::Refused(refusal)) => {
            let field = match field_of(&refusal) {
                "note" => "note",
                _ => "layout",
            };
            form.refuse(field, &refusal);
            shown(&visit, id, Some(form), StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

async fn shown(visit: &Visit, id: BookingId, form: Option<Form>, status: StatusCode) -> Answer {
    let (facts, known) = visit
        .read(move |tx, actor| {
            let facts = read(tx, actor, id)?;
            crate::actions::may_change(actor, &facts.booking).map_err(|_| Fault::NotFound)?;
            let known = layouts::of(tx, actor.place, facts.resource.id)?;
            Ok::<_, Fault>((facts, known))
        })
        .await?;
    let form = form.unwrap_or_else(|| {
        let layout = facts.setup.layout.map(|id| id.to_string());
        Form::blank(visit)
            .with("layout", layout.unwrap_or_default())
            .with("note", &facts.setup.note)
    });
    let shell = visit.shell("spaces-preparation");
    let page = PreparationPage {
        layouts: told::options(&shell, &known, facts.setup.layout),
        is_open: may_prepare(&visit.actor, &facts.booking, visit.now),
        shell,
        form,
        facts,
    };
    visit.page_with_status(status, &page)
}
