//! An agreement made or changed (T97).

use super::agreements::ADDRESS;
use super::plan_conditions::{hours_field, kinds};
use crate::actions::keep_agreement::{change_agreement, create_agreement};
use crate::rules::agreement::{Agreement, AgreementRefused, AgreementTerms, MOST_MINUTES, QuotaSpan};
use crate::rules::conditions::percent;
use crate::store::agreements;
use askama::Template;
use kernel::{Day, Days, Id, IdRefused, Name, OrganisationId, Rate};
use platform::web::{Answer, Flash, Form, Path, Query, Shell, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound};
use serde::Deserialize;
use std::collections::BTreeSet;

/// The form of an agreement.
#[derive(Template)]
#[template(path = "agreement_form.html")]
pub(super) struct AgreementFormPage {
    shell: Shell,
    form: Form,
    /// With whom, when it exists.
    known: Option<(Agreement, String)>,
    organisations: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
}

impl AgreementFormPage {
    fn target(&self) -> String {
        match &self.known {
            Some((known, _)) => format!("{ADDRESS}/{}", known.id),
            None => ADDRESS.to_owned(),
        }
    }

    fn spans(&self) -> Vec<(String, String)> {
        let spans = QuotaSpan::ALL.iter();
        spans
            .map(|span| (span.code().to_owned(), self.shell.t(span.message())))
            .collect()
    }
}

/// With whom.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct WhomQuery {
    organisation: Option<String>,
}

pub(super) async fn new(visit: Visit, Query(query): Query<WhomQuery>) -> Answer {
    let today = visit.today();
    let form = Form::blank(&visit)
        .with("organisation", query.organisation.unwrap_or_default())
        .with("span", QuotaSpan::Quarter.code())
        .with("due", 0)
        .with("from", today)
        .with("until", today.plus_months(12).previous());
    shown(&visit, None, form, StatusCode::OK).await
}

pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let organisation = form.parse("organisation", Id::parse);
    let terms = read(&visit, &mut form);
    let (Some(organisation), Some(terms)) = (organisation, terms) else {
        return shown(&visit, None, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let terms = AgreementTerms {
        organisation,
        ..terms
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            let id = create_agreement(tx, actor, &terms)?;
            Ok(format!("{ADDRESS}/{id}"))
        })
        .await;
    answer(&visit, None, form, done).await
}

pub(super) async fn edit(visit: Visit, Path(id): Path<Id<Agreement>>) -> Answer {
    let known = visit
        .read(move |tx, actor| agreements::find(tx, actor.place, id)?.or_not_found())
        .await?;
    let terms = &known.terms;
    let mut form = Form::blank(&visit)
        .with("name", &terms.name)
        .with("hours", hours_field(terms.minutes))
        .with("span", terms.span.code())
        .with("due", terms.due.field(visit.locale))
        .with("from", terms.days.first())
        .with("until", terms.days.last())
        .with("note", &terms.note)
        .with("version", known.version);
    for kind in &terms.kinds {
        form = form.and("kind", kind);
    }
    shown(&visit, Some(id), form, StatusCode::OK).await
}

pub(super) async fn update(visit: Visit, Path(id): Path<Id<Agreement>>, mut form: Form) -> Answer {
    let version = form.parse("version", |text| {
        text.parse::<i64>().map_err(|_| IdRefused::Malformed)
    });
    let terms = read(&visit, &mut form);
    let (Some(version), Some(terms)) = (version, terms) else {
        return shown(&visit, Some(id), form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            change_agreement(tx, actor, (id, version), &terms)?;
            Ok(format!("{ADDRESS}/{id}"))
        })
        .await;
    answer(&visit, Some(id), form, done).await
}

async fn answer(
    visit: &Visit,
    id: Option<Id<Agreement>>,
    mut form: Form,
    done: Result<String, Failure<AgreementRefused>>,
) -> Answer {
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("offers-agreement-kept")),
        Err(Failure::Refused(refusal)) => {
            form.refuse(field_of(&refusal), &refusal);
            shown(visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

fn field_of(refusal: &AgreementRefused) -> &'static str {
    match refusal {
        AgreementRefused::Hours { .. } => "hours",
        AgreementRefused::Due => "due",
        AgreementRefused::NoKind => "kind",
        AgreementRefused::Reversed => "until",
        AgreementRefused::Note { .. } => "note",
        AgreementRefused::Changed => "name",
    }
}

/// What was typed, but for the organisation.
fn read(visit: &Visit, form: &mut Form) -> Option<AgreementTerms> {
    let name = form.parse("name", Name::parse);
    let minutes = form.parse("hours", quota_hours);
    let span = form.parse("span", QuotaSpan::parse);
    let due = form.parse_optional("due", percent);
    let (from, until) = (form.parse("from", Day::parse), form.parse("until", Day::parse));
    let known = kinds(visit);
    let chosen: BTreeSet<String> = form
        .values("kind")
        .filter(|kind| known.iter().any(|(code, _)| code == kind))
        .map(str::to_owned)
        .collect();
    let days = match Days::new(from?, until?) {
        Ok(days) => Some(days),
        Err(_) => {
            form.refuse("until", &AgreementRefused::Reversed);
            None
        }
    };
    Some(AgreementTerms {
        organisation: OrganisationId::from_i64(0),
        name: name?,
        minutes: minutes?,
        span: span?,
        due: due?.unwrap_or(Rate::ZERO),
        days: days?,
        kinds: chosen,
        note: form.value("note").trim().to_owned(),
    })
}

/// Reads whole hours, or hours and minutes, of a quota.
fn quota_hours(text: &str) -> Result<i64, AgreementRefused> {
    let refused = AgreementRefused::Hours {
        maximum: MOST_MINUTES / 60,
    };
    let (hours, minutes) = text.trim().split_once(':').unwrap_or((text.trim(), "0"));
    let read = hours.parse::<i64>().ok().zip(minutes.parse::<i64>().ok());
    read.filter(|(hours, minutes)| (0..=10_000).contains(hours) && (0..60).contains(minutes))
        .map(|(hours, minutes)| hours * 60 + minutes)
        .ok_or(refused)
}

async fn shown(visit: &Visit, id: Option<Id<Agreement>>, form: Form, status: StatusCode) -> Answer {
    let (known, organisations) = visit
        .read(move |tx, actor| {
            let place = actor.place;
            let known = match id {
                Some(id) => {
                    let known = agreements::find(tx, place, id)?.or_not_found()?;
                    let with = people::organisation(tx, place, known.terms.organisation)?.or_not_found()?;
                    Some((known, with.name.to_string()))
                }
                None => None,
            };
            let organisations = people::organisation_choices(tx, place)?;
            Ok::<_, Fault>((known, organisations))
        })
        .await?;
    let page = AgreementFormPage {
        shell: visit.shell(if id.is_some() {
            "offers-agreement-change"
        } else {
            "offers-agreement-new"
        }),
        form,
        known,
        organisations: organisations
            .into_iter()
            .map(|(id, name)| (id.to_string(), name.to_string()))
            .collect(),
        kinds: kinds(visit),
    };
    visit.page_with_status(status, &page)
}
