//! A reduced tariff made or changed (T91).

use super::office_reductions::ADDRESS;
use crate::actions::reduce::keep_reduced_tariff;
use crate::rules::conditions::{percent, whole};
use crate::rules::reduction::{ReducedTariff, ReductionRefused, TariffTerms};
use crate::store::reductions;
use askama::Template;
use kernel::{Id, Name};
use platform::web::{Answer, Flash, Form, Path, Shell, StatusCode, Visit};
use platform::{Failure, OrNotFound};

/// The form of a reduced tariff.
#[derive(Template)]
#[template(path = "reduced_tariff.html")]
pub(super) struct ReducedTariffPage {
    shell: Shell,
    form: Form,
    target: String,
}

pub(super) async fn new(visit: Visit) -> Answer {
    let form = Form::blank(&visit)
        .with("months", 12)
        .with("on_plans", "yes")
        .with("on_passes", "yes")
        .with("active", "yes");
    shown(&visit, None, form, StatusCode::OK)
}

pub(super) async fn edit(visit: Visit, Path(id): Path<Id<ReducedTariff>>) -> Answer {
    let known = visit
        .read(move |tx, actor| reductions::tariff(tx, actor.place, id)?.or_not_found())
        .await?;
    let terms = known.terms;
    let yes = |held: bool| if held { "yes" } else { "" };
    let form = Form::blank(&visit)
        .with("name", &terms.name)
        .with("rate", terms.rate.field(visit.locale))
        .with("proof", &terms.proof)
        .with("months", terms.months)
        .with("on_plans", yes(terms.on_plans))
        .with("on_passes", yes(terms.on_passes))
        .with("on_bookings", yes(terms.on_bookings))
        .with("active", yes(terms.active));
    shown(&visit, Some(id), form, StatusCode::OK)
}

pub(super) async fn create(visit: Visit, form: Form) -> Answer {
    keep(visit, None, form).await
}

pub(super) async fn update(visit: Visit, Path(id): Path<Id<ReducedTariff>>, form: Form) -> Answer {
    keep(visit, Some(id), form).await
}

async fn keep(visit: Visit, id: Option<Id<ReducedTariff>>, mut form: Form) -> Answer {
    let name = form.parse("name", Name::parse);
    let rate = form.parse("rate", percent);
    let months = form.parse("months", |text| whole(text, 60));
    let (Some(name), Some(rate), Some(months)) = (name, rate, months) else {
        return shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let terms = TariffTerms {
        name,
        rate,
        proof: form.value("proof").trim().to_owned(),
        months,
        on_plans: form.checked("on_plans", "yes"),
        on_passes: form.checked("on_passes", "yes"),
        on_bookings: form.checked("on_bookings", "yes"),
        active: form.checked("active", "yes"),
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            keep_reduced_tariff(tx, actor, id, &terms)?;
            Ok(ADDRESS.to_owned())
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("offers-kept")),
        Err(Failure::Refused(refusal)) => {
            let field = match refusal {
                ReductionRefused::NameTaken => "name",
                ReductionRefused::Words { .. } => "proof",
                _ => "rate",
            };
            form.refuse(field, &refusal);
            shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY)
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

fn shown(visit: &Visit, id: Option<Id<ReducedTariff>>, form: Form, status: StatusCode) -> Answer {
    let page = ReducedTariffPage {
        shell: visit.shell(if id.is_some() {
            "offers-tariff"
        } else {
            "offers-tariff-new"
        }),
        form,
        target: match id {
            Some(id) => format!("/office/reduced-tariffs/{id}"),
            None => "/office/reduced-tariffs".to_owned(),
        },
    };
    visit.page_with_status(status, &page)
}
