//! One's own data: what is held and why, a copy of it, asking to be erased.

use super::declarations;
use crate::actions;
use crate::rules::request::{PrivacyRefused, Request, RequestKind, RequestState};
use crate::rules::retention::months_on;
use crate::store::copies::{self, PersonalCopy};
use crate::store::{requests, retention};
use askama::Template;
use kernel::Id;
use platform::personal::Holding;
use platform::web::{Answer, Flash, Form, Path, Shell, StatusCode, Visit, WebError};
use platform::{Failure, Fault, OrNotFound};

/// Where the page is.
const ADDRESS: &str = "/me/data";

/// One's own data.
#[derive(Template)]
#[template(path = "my_data.html")]
pub(super) struct MyDataPage {
    shell: Shell,
    form: Form,
    has_password: bool,
    copies: Vec<PersonalCopy>,
    requests: Vec<Request>,
    kinds: Vec<KindLine>,
    /// Whether an erasure waits.
    erasure_open: bool,
}

/// One kind of data that the place may hold.
struct KindLine {
    name: String,
    purpose: String,
    basis: String,
    fate: String,
    law: String,
    /// For how many months it is kept, where there is a rule.
    months: Option<i64>,
}

pub(super) async fn show(visit: Visit) -> Answer {
    let form = Form::blank(&visit);
    shown(&visit, form, StatusCode::OK).await
}

async fn shown(visit: &Visit, form: Form, status: StatusCode) -> Answer {
    let person = visit.actor.person.ok_or(WebError::SignInFirst)?;
    let (today, known) = (visit.today(), declarations(visit)?);
    let (copies, requests, rules, account) = visit
        .read(move |tx, actor| {
            let place = actor.place;
            let copies = copies::living(tx, place, person)?;
            let requests = requests::of_person(tx, place, person)?;
            let rules = retention::rules(tx, place)?;
            Ok::<_, Fault>((copies, requests, rules, people::account_of(tx, place, person)?))
        })
        .await?;
    let kind = |holding: &Holding| KindLine {
        name: visit.text(holding.name),
        purpose: visit.text(&format!("{}-purpose", holding.name)),
        basis: visit.text(&holding.basis.message()),
        fate: visit.text(&format!("privacy-fate-{}", holding.fate.code())),
        law: law(visit, holding),
        months: holding.retention.map(|bounds| {
            let rules = rules.get(holding.name).map(Vec::as_slice).unwrap_or_default();
            months_on(&bounds, rules, today)
        }),
    };
    let waits =
        |request: &Request| request.state == RequestState::Open && request.kind == RequestKind::Erasure;
    let page = MyDataPage {
        shell: visit.shell("privacy-my-data"),
        form,
        has_password: account.is_some_and(|account| account.password_hash.is_some()),
        erasure_open: requests.iter().any(waits),
        kinds: known.holdings().map(kind).collect(),
        copies,
        requests,
    };
    visit.page_with_status(status, &page)
}

/// Which law keeps a kind of data; nothing where none does.
pub(super) fn law(visit: &Visit, holding: &Holding) -> String {
    match holding.fate {
        platform::personal::Fate::Kept => visit.text(&format!("{}-law", holding.name)),
        _ => String::new(),
    }
}

pub(super) async fn ask_copy(visit: Visit, mut form: Form) -> Answer {
    if people::prove_password(&visit, &mut form, "copy_password")
        .await?
        .is_none()
    {
        return shown(&visit, without_secrets(form), StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let locale = visit.locale;
    let asked = visit
        .submit(&form, move |tx, actor| {
            let job = actions::ask_copy(tx, actor, locale)?;
            Ok(format!("/jobs/{job}"))
        })
        .await;
    match asked {
        Ok(to) => visit.redirect(&to),
        Err(failure) => refused(&visit, form, "copy_password", failure).await,
    }
}

/// A copy, for whom it was made: to anybody else it does not exist.
pub(super) async fn fetch(visit: Visit, Path(id): Path<Id<PersonalCopy>>) -> Answer {
    let person = visit.actor.person.ok_or(WebError::SignInFirst)?;
    let content = visit
        .read(move |tx, actor| {
            let content = copies::content(tx, actor.place, person, id)?;
            content.or_not_found()
        })
        .await?;
    let filename = format!("{}-{}.zip", visit.text("privacy-copy-file"), visit.today());
    visit.download(&filename, "application/zip", content)
}

pub(super) async fn ask_erasure(visit: Visit, mut form: Form) -> Answer {
    if people::prove_password(&visit, &mut form, "erasure_password")
        .await?
        .is_none()
    {
        return shown(&visit, without_secrets(form), StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let note = form.value("note").to_owned();
    let asked = visit
        .submit(&form, move |tx, actor| {
            actions::ask_erasure(tx, actor, &note)?;
            Ok(ADDRESS.to_owned())
        })
        .await;
    match asked {
        Ok(to) => visit.redirect_with(&to, &Flash::success("privacy-erasure-asked")),
        Err(failure) => refused(&visit, form, "note", failure).await,
    }
}

pub(super) async fn withdraw(visit: Visit, Path(id): Path<Id<Request>>, form: Form) -> Answer {
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::withdraw(tx, actor, id)?;
            Ok(ADDRESS.to_owned())
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("privacy-withdrawn")),
        Err(failure) => refused(&visit, form, "note", failure).await,
    }
}

async fn refused(visit: &Visit, mut form: Form, field: &str, failure: Failure<PrivacyRefused>) -> Answer {
    match failure {
        Failure::Refused(why) => {
            form.refuse(field, &why);
            shown(visit, without_secrets(form), StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Failure::Fault(fault) => Err(fault.into()),
    }
}

/// A password is never sent back.
fn without_secrets(mut form: Form) -> Form {
    for field in ["copy_password", "erasure_password"] {
        form.set(field, "");
    }
    form
}
