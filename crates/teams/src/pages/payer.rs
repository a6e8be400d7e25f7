//! Who pays for what one books and buys: oneself, or one of one's organisations.

use crate::actions::{choose_payer, organisations_of};
use askama::Template;
use kernel::OrganisationId;
use platform::web::{Answer, Flash, Form, Shell, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound};

/// The choice.
#[derive(Template)]
#[template(path = "payer.html")]
pub(super) struct PayerPage {
    shell: Shell,
    form: Form,
    choices: Vec<(String, String, String)>,
}

pub(super) async fn edit(visit: Visit) -> Answer {
    shown(&visit, Form::blank(&visit), StatusCode::OK).await
}

async fn shown(visit: &Visit, mut form: Form, status: StatusCode) -> Answer {
    let (known, mine) = visit
        .read(|tx, actor| {
            let person = actor.person.or_not_found()?;
            let known = people::person(tx, actor.place, person)?.or_not_found()?;
            Ok::<_, Fault>((known, organisations_of(tx, actor.place, person)?))
        })
        .await?;
    if form.value("payer").is_empty() {
        let payer = known.organisation.map(|id| id.to_string());
        form.set("payer", payer.unwrap_or_else(|| "self".to_owned()));
    }
    let oneself = (
        "self".to_owned(),
        visit.text("teams-payer-self"),
        known.name.full(),
    );
    let organisations = mine
        .into_iter()
        .map(|one| (one.id.to_string(), one.name.to_string(), String::new()));
    let page = PayerPage {
        shell: visit.shell("teams-payer-title"),
        form,
        choices: std::iter::once(oneself).chain(organisations).collect(),
    };
    visit.page_with_status(status, &page)
}

pub(super) async fn update(visit: Visit, mut form: Form) -> Answer {
    let payer = if form.value("payer") == "self" {
        Some(None)
    } else {
        form.parse("payer", OrganisationId::parse).map(Some)
    };
    let Some(payer) = payer else {
        return shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            choose_payer(tx, actor, payer)?;
            Ok("/me/payer".to_owned())
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("teams-payer-kept")),
        Err(Failure::Refused(refusal)) => {
            form.refuse("payer", &refusal);
            shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}
