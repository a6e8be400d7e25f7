//! Reduced tariffs in the office: what was asked for, the proof, the answer (T91).

use super::words;
use crate::MANAGE;
use crate::actions::reduce::{end_reduction, grant_reduction, refuse_reduction};
use crate::rules::reduction::{ReducedTariff, Reduction, ReductionRefused, ReductionState};
use crate::store::reductions;
use askama::Template;
use kernel::{Day, Days, Id, PersonId};
use platform::activity::{self, Subject};
use platform::web::{Answer, Flash, Form, HistoryLine, Path, Shell, StatusCode, Visit, WebError};
use platform::{Failure, Fault, OrNotFound};
use std::collections::BTreeMap;

pub(super) const ADDRESS: &str = "/office/reductions";

/// What was asked for, and the tariffs.
#[derive(Template)]
#[template(path = "reductions.html")]
pub(super) struct ReductionsPage {
    shell: Shell,
    asked: Vec<Reduction>,
    names: BTreeMap<PersonId, String>,
    tariffs: Vec<ReducedTariff>,
    may_manage: bool,
}

impl ReductionsPage {
    fn who(&self, reduction: &Reduction) -> String {
        self.names.get(&reduction.person).cloned().unwrap_or_default()
    }

    fn days(&self, reduction: &Reduction) -> String {
        words::reduction_days(&self.shell, reduction)
    }

    fn told(&self, tariff: &ReducedTariff) -> String {
        let rate = self.shell.t1(
            "offers-discount-told",
            "rate",
            self.shell.rate(&tariff.terms.rate),
        );
        format!("{rate} · {}", words::off_what(&self.shell, &tariff.terms))
    }
}

pub(super) async fn index(visit: Visit) -> Answer {
    let (mut asked, names, tariffs) = visit
        .read(|tx, actor| {
            let asked = reductions::all(tx, actor.place)?;
            let who: Vec<PersonId> = asked.iter().map(|one| one.person).collect();
            let names = people::names_of(tx, actor.place, &who)?;
            Ok::<_, Fault>((asked, names, reductions::tariffs(tx, actor.place)?))
        })
        .await?;
    asked.sort_by_key(|one| one.state != ReductionState::Asked);
    visit.page(&ReductionsPage {
        shell: visit.shell("offers-reductions"),
        asked,
        names,
        tariffs,
        may_manage: visit.actor.may(MANAGE),
    })
}

/// One demand.
#[derive(Template)]
#[template(path = "reduction.html")]
pub(super) struct ReductionPage {
    shell: Shell,
    form: Form,
    asked: Reduction,
    name: String,
    organisation: Option<String>,
    has_proof: bool,
    history: Vec<HistoryLine>,
}

impl ReductionPage {
    fn address(&self) -> String {
        format!("{ADDRESS}/{}", self.asked.id)
    }

    fn days(&self) -> String {
        words::reduction_days(&self.shell, &self.asked)
    }

    fn waits(&self) -> bool {
        self.asked.state == ReductionState::Asked
    }

    fn granted(&self) -> bool {
        self.asked.state == ReductionState::Granted
    }

    fn rate(&self) -> String {
        self.shell
            .t1("offers-discount-told", "rate", self.shell.rate(&self.asked.rate))
    }
}

pub(super) async fn show(visit: Visit, Path(id): Path<Id<Reduction>>) -> Answer {
    let form = Form::blank(&visit);
    shown(&visit, id, form, StatusCode::OK).await
}

/// The proof, as a file.
pub(super) async fn proof(visit: Visit, Path(id): Path<Id<Reduction>>) -> Answer {
    let proof = visit
        .read(move |tx, actor| reductions::proof(tx, actor.place, id)?.or_not_found())
        .await
        .map_err(WebError::from)?;
    visit.download(&proof.filename, proof.media_type.code(), proof.content)
}

pub(super) async fn grant(visit: Visit, Path(id): Path<Id<Reduction>>, mut form: Form) -> Answer {
    let (from, until) = (form.parse("from", Day::parse), form.parse("until", Day::parse));
    let (Some(from), Some(until)) = (from, until) else {
        return shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let Ok(days) = Days::new(from, until) else {
        form.refuse("until", &ReductionRefused::Days);
        return shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let answer = form.value("answer").to_owned();
    let done = visit
        .submit(&form, move |tx, actor| {
            grant_reduction(tx, actor, id, days, &answer)?;
            Ok(format!("{ADDRESS}/{id}"))
        })
        .await;
    told(&visit, id, form, done, "offers-reduction-granted-told").await
}

pub(super) async fn refuse(visit: Visit, Path(id): Path<Id<Reduction>>, form: Form) -> Answer {
    let reason = form.value("reason").to_owned();
    let done = visit
        .submit(&form, move |tx, actor| {
            refuse_reduction(tx, actor, id, &reason)?;
            Ok(format!("{ADDRESS}/{id}"))
        })
        .await;
    told(&visit, id, form, done, "offers-reduction-refused-told").await
}

pub(super) async fn end(visit: Visit, Path(id): Path<Id<Reduction>>, mut form: Form) -> Answer {
    let Some(until) = form.parse("last_day", Day::parse) else {
        return shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            end_reduction(tx, actor, id, until)?;
            Ok(format!("{ADDRESS}/{id}"))
        })
        .await;
    told(&visit, id, form, done, "offers-kept").await
}

async fn told(
    visit: &Visit,
    id: Id<Reduction>,
    mut form: Form,
    done: Result<String, Failure<ReductionRefused>>,
    told: &str,
) -> Answer {
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success(told)),
        Err(Failure::Refused(refusal)) => {
            let field = match refusal {
                ReductionRefused::Days if form.value("last_day").is_empty() => "until",
                ReductionRefused::Days => "last_day",
                ReductionRefused::NoReason => "reason",
                _ => "answer",
            };
            form.refuse(field, &refusal);
            shown(visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

async fn shown(visit: &Visit, id: Id<Reduction>, mut form: Form, status: StatusCode) -> Answer {
    let (asked, tariff, name, organisation, has_proof, entries, names) = visit
        .read(move |tx, actor| {
            let place = actor.place;
            let asked = reductions::find(tx, place, id)?.or_not_found()?;
            let tariff = reductions::tariff(tx, place, asked.tariff)?.or_not_found()?;
            let person = people::person(tx, place, asked.person)?.or_not_found()?;
            let organisation = match asked.organisation {
                Some(organisation) => people::organisation(tx, place, organisation)?,
                None => None,
            };
            let entries = activity::history(tx, place, Subject::new("reduction", id))?;
            let who: Vec<PersonId> = entries.iter().filter_map(|entry| entry.person_id).collect();
            let names = people::names_of(tx, place, &who)?;
            let has_proof = reductions::has_proof(tx, place, id)?;
            let organisation = organisation.map(|found| found.name.to_string());
            let name = person.name.full();
            Ok::<_, Fault>((asked, tariff, name, organisation, has_proof, entries, names))
        })
        .await?;
    let today = visit.today();
    if form.value("from").is_empty() {
        form.set("from", today);
    }
    if form.value("until").is_empty() {
        form.set("until", today.plus_months(tariff.terms.months).previous());
    }
    let page = ReductionPage {
        shell: visit.shell_titled(asked.name.clone()),
        form,
        asked,
        name,
        organisation,
        has_proof,
        history: visit.history(&entries, &names),
    };
    visit.page_with_status(status, &page)
}
