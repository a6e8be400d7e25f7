//! Who sits in the council that programmes, from when to when.

use crate::actions;
use crate::rules::proposal::{CouncilSeat, ProposalRefused};
use crate::store::council;
use askama::Template;
use kernel::{Day, Email, Id, PersonId};
use platform::web::{Answer, Flash, Form, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound};

const HERE: &str = "/office/programming-council";

/// The seats.
#[derive(Template)]
#[template(path = "council_seats.html")]
pub(super) struct SeatsPage {
    shell: Shell,
    form: Form,
    seats: Vec<(CouncilSeat, String)>,
    today: Day,
}

impl SeatsPage {
    fn sits(&self, seat: &CouncilSeat) -> bool {
        seat.last_day.is_none_or(|last| last >= self.today)
    }
}

pub(super) async fn index(visit: Visit) -> Answer {
    let form = Form::blank(&visit).with("first_day", visit.today());
    shown(&visit, form, StatusCode::OK).await
}

async fn shown(visit: &Visit, form: Form, status: StatusCode) -> Answer {
    let seats = visit
        .read(|tx, actor| {
            let seats = council::all(tx, actor.place)?;
            let persons: Vec<PersonId> = seats.iter().map(|seat| seat.person).collect();
            let names = people::names_of(tx, actor.place, &persons)?;
            let named = seats.into_iter().map(|seat| {
                let name = names.get(&seat.person).cloned().unwrap_or_default();
                (seat, name)
            });
            Ok::<_, Fault>(named.collect::<Vec<_>>())
        })
        .await?;
    let page = SeatsPage {
        shell: visit.shell("events-council"),
        today: visit.today(),
        form,
        seats,
    };
    visit.page_with_status(status, &page)
}

pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let email = form.parse("email", Email::parse);
    let first = form.parse("first_day", Day::parse);
    let last = form.parse_optional("last_day", Day::parse);
    let (Some(email), Some(first), Some(last)) = (email, first, last) else {
        return shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let known = visit
        .read(move |tx, actor| people::person_by_email(tx, actor.place, &email).map_err(Fault::from))
        .await?;
    let Some(person) = known else {
        form.refuse_with("email", "events-refused-unknown-person");
        return shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::name_councillor(tx, actor, person.id, (first, last))?;
            Ok(HERE.to_owned())
        })
        .await;
    answered(&visit, form, done).await
}

pub(super) async fn end(visit: Visit, Path(id): Path<Id<CouncilSeat>>, form: Form) -> Answer {
    let seats = visit
        .read(|tx, actor| council::all(tx, actor.place).map_err(Fault::from))
        .await?;
    seats.iter().find(|seat| seat.id == id).or_not_found()?;
    let last = visit.today();
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::end_seat(tx, actor, id, last)?;
            Ok(HERE.to_owned())
        })
        .await;
    answered(&visit, form, done).await
}

async fn answered(visit: &Visit, mut form: Form, done: Result<String, Failure<ProposalRefused>>) -> Answer {
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("events-noted")),
        Err(Failure::Refused(refusal)) => {
            let field = match refusal {
                ProposalRefused::SeatedAlready => "email",
                _ => "last_day",
            };
            form.refuse(field, &refusal);
            shown(visit, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}
