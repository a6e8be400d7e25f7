//! The plans in the office: beginning one, the picture under it, taking it out of use.

use crate::actions;
use crate::rules::{Drawing, LARGEST_PICTURE, Picture, Plan, PlanId, Size};
use crate::store;
use askama::Template;
use kernel::Name;
use platform::web::{Answer, Flash, Form, Path, Shell, Visit};
use platform::{Failure, Fault};
use std::convert::Infallible;

/// Every plan, and the form to begin one.
#[derive(Template)]
#[template(path = "plans.html")]
struct PlansPage {
    shell: Shell,
    form: Form,
    plans: Vec<Plan>,
}

/// `GET /office/plans`.
pub(super) async fn index(visit: Visit) -> Answer {
    let page = page(&visit, Form::blank(&visit)).await?;
    visit.page(&page)
}

async fn page(visit: &Visit, form: Form) -> Result<PlansPage, Fault> {
    let plans = visit
        .read(|tx, actor| store::plans(tx, actor.place).map_err(Fault::from))
        .await?;
    Ok(PlansPage {
        shell: visit.shell("floors-office-title"),
        form,
        plans,
    })
}

/// A new plan of usual size, blank.
const USUAL: Size = Size { wide: 24, high: 14 };

/// `POST /office/plans`: a blank plan, then its editor.
pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let Some(name) = form.parse("name", Name::parse) else {
        return visit.refused(&page(&visit, form).await?);
    };
    let made = visit
        .submit(&form, move |tx, actor| {
            let known = store::plans(tx, actor.place)?;
            let last = known.iter().map(|plan| plan.drawing.position).max();
            let drawing = Drawing {
                name: name.clone(),
                size: USUAL,
                position: last.map_or(0, |last| last.saturating_add(1).min(1_000)),
                shapes: vec![],
            };
            let id = actions::create_plan(tx, actor, drawing)?;
            Ok(format!("/office/plans/{id}"))
        })
        .await;
    match made {
        Ok(to) => visit.redirect_with(&to, &Flash::success("floors-made")),
        Err(Failure::Refused(refusal)) => {
            form.refuse("name", &refusal);
            visit.refused(&page(&visit, form).await?)
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

/// `POST /office/plans/{id}/picture`.
pub(super) async fn keep_picture(visit: Visit, Path(id): Path<PlanId>, mut form: Form) -> Answer {
    let picture = match form.file("picture") {
        Some(file) => Picture::parse(&file.content).map_err(|refusal| form.refuse("picture", &refusal)),
        None => {
            form.refuse_with("picture", "shell-field-missing");
            Err(())
        }
    };
    let Ok(picture) = picture else {
        return super::editor::with_refused_picture(visit, id, form).await;
    };
    let kept = visit
        .submit(&form, move |tx, actor| {
            actions::keep_picture(tx, actor, id, &picture)?;
            Ok::<_, Failure<Infallible>>(format!("/office/plans/{id}"))
        })
        .await
        .map_err(Fault::from)?;
    visit.redirect_with(&kept, &Flash::success("floors-picture-kept"))
}

/// `POST /office/plans/{id}/picture/removal`.
pub(super) async fn drop_picture(visit: Visit, Path(id): Path<PlanId>, form: Form) -> Answer {
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::drop_picture(tx, actor, id)?;
            Ok::<_, Failure<Infallible>>(format!("/office/plans/{id}"))
        })
        .await
        .map_err(Fault::from)?;
    visit.redirect_with(&done, &Flash::success("floors-picture-dropped"))
}

/// `POST /office/plans/{id}/retirement`.
pub(super) async fn retire(visit: Visit, Path(id): Path<PlanId>, form: Form) -> Answer {
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::retire_plan(tx, actor, id)?;
            Ok::<_, Failure<Infallible>>("/office/plans".to_owned())
        })
        .await
        .map_err(Fault::from)?;
    visit.redirect_with(&done, &Flash::success("floors-retired"))
}

/// The largest picture, in whole megabytes, for the hint.
pub(super) fn largest_picture() -> usize {
    LARGEST_PICTURE / 1_000_000
}
