//! Selling a pass at the desk (T4): what the person has left, and one button for each pass.

use super::holding::Holding;
use super::sale::{self, Counter};
use askama::Template;
use kernel::PersonId;
use platform::web::listing::ListQuery;
use platform::web::{Answer, Flash, Form, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound};

/// The passes of somebody who stands at the desk.
#[derive(Template)]
#[template(path = "desk_passes.html")]
pub(super) struct DeskPassesPage {
    shell: Shell,
    form: Form,
    person: PersonId,
    held: Holding,
    counter: Counter,
}

impl DeskPassesPage {
    /// Where a sale goes.
    fn target(&self) -> String {
        address(self.person)
    }
}

fn address(person: PersonId) -> String {
    format!("/front-desk/people/{person}/passes")
}

pub(super) async fn index(visit: Visit, Path(id): Path<PersonId>) -> Answer {
    let form = Form::blank(&visit);
    shown(&visit, id, form, StatusCode::OK).await
}

pub(super) async fn create(visit: Visit, Path(id): Path<PersonId>, mut form: Form) -> Answer {
    let Some(asked) = Counter::asked(&visit, &mut form, id) else {
        return shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    match sale::sell(&visit, &form, asked, address(id)).await {
        Ok(to) => visit.redirect_with(&to, &Flash::success("offers-sold")),
        Err(Failure::Refused(refusal)) => {
            form.refuse("offer", &refusal);
            shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

async fn shown(visit: &Visit, id: PersonId, form: Form, status: StatusCode) -> Answer {
    let today = visit.today();
    let (name, held, counter) = visit
        .read(move |tx, actor| {
            let person = people::person(tx, actor.place, id)?.or_not_found()?;
            let held = Holding::read(tx, actor.place, id, today, &ListQuery::default())?;
            let counter = Counter::read(tx, actor.place, id, today)?;
            Ok::<_, Fault>((person.name.full(), held, counter))
        })
        .await?;
    let page = DeskPassesPage {
        shell: visit.shell_titled(name),
        form,
        person: id,
        held,
        counter,
    };
    visit.page_with_status(status, &page)
}
