//! The layouts of a space, in the office.

use crate::actions::keep_layout::{add_layout, change_layout, set_layout_active};
use crate::rules::availability::Buffers;
use crate::rules::layout::{Layout, LayoutFacts, LayoutId, LayoutRefused};
use crate::rules::resource::{Resource, ResourceId};
use crate::store::{layouts, resources};
use askama::Template;
use kernel::Name;
use platform::web::{Answer, Flash, Form, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound};

/// The form of a layout, new or known.
#[derive(Template)]
#[template(path = "layout_form.html")]
pub(super) struct LayoutPage {
    shell: Shell,
    form: Form,
    space: Resource,
    known: Option<Layout>,
}

impl LayoutPage {
    fn action(&self) -> String {
        match &self.known {
            Some(known) => format!("/office/spaces/{}/layouts/{}", self.space.id, known.id),
            None => format!("/office/spaces/{}/layouts", self.space.id),
        }
    }
}

pub(super) async fn new(visit: Visit, Path(id): Path<ResourceId>) -> Answer {
    let form = Form::blank(&visit).with("before", 15).with("after", 15);
    shown(&visit, (id, None), Some(form), StatusCode::OK).await
}

pub(super) async fn edit(visit: Visit, Path((id, layout)): Path<(ResourceId, LayoutId)>) -> Answer {
    shown(&visit, (id, Some(layout)), None, StatusCode::OK).await
}

pub(super) async fn create(visit: Visit, Path(id): Path<ResourceId>, form: Form) -> Answer {
    keep(visit, (id, None), form).await
}

pub(super) async fn update(
    visit: Visit,
    Path((id, layout)): Path<(ResourceId, LayoutId)>,
    form: Form,
) -> Answer {
    keep(visit, (id, Some(layout)), form).await
}

pub(super) async fn retire(visit: Visit, Path(both): Path<(ResourceId, LayoutId)>, form: Form) -> Answer {
    ask_or_not(visit, both, form, false).await
}

pub(super) async fn restore(visit: Visit, Path(both): Path<(ResourceId, LayoutId)>, form: Form) -> Answer {
    ask_or_not(visit, both, form, true).await
}

async fn keep(visit: Visit, (id, layout): (ResourceId, Option<LayoutId>), mut form: Form) -> Answer {
    let Some(facts) = facts(&mut form) else {
        return shown(&visit, (id, layout), Some(form), StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            match layout {
                Some(layout) => change_layout(tx, actor, (id, layout), facts.clone())?,
                None => add_layout(tx, actor, id, facts.clone()).map(drop)?,
            }
            Ok(format!("/office/spaces/{id}#layouts"))
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("spaces-layout-kept")),
        Err(Failure::Refused(refusal)) => {
            let field = match refusal {
                LayoutRefused::NameTaken => "name",
                LayoutRefused::Capacity => "capacity",
                LayoutRefused::Minutes => "before",
            };
            form.refuse(field, &refusal);
            shown(&visit, (id, layout), Some(form), StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

async fn ask_or_not(visit: Visit, (id, layout): (ResourceId, LayoutId), form: Form, active: bool) -> Answer {
    let done: Result<String, Failure<std::convert::Infallible>> = visit
        .submit(&form, move |tx, actor| {
            set_layout_active(tx, actor, (id, layout), active)?;
            Ok(format!("/office/spaces/{id}#layouts"))
        })
        .await;
    let to = done.map_err(Failure::no_refusal)?;
    let key = if active {
        "spaces-layout-restored"
    } else {
        "spaces-layout-retired"
    };
    visit.redirect_with(&to, &Flash::success(key))
}

fn facts(form: &mut Form) -> Option<LayoutFacts> {
    let name = form.parse("name", Name::parse);
    let capacity = form.number("capacity");
    let (before, after) = (form.number("before"), form.number("after"));
    Some(LayoutFacts {
        name: name?,
        capacity: capacity?,
        buffers: Buffers {
            before: before?,
            after: after?,
        },
    })
}

async fn shown(
    visit: &Visit,
    (id, layout): (ResourceId, Option<LayoutId>),
    form: Option<Form>,
    status: StatusCode,
) -> Answer {
    let (space, known) = visit
        .read(move |tx, actor| {
            let space = resources::find(tx, actor.place, id)?.or_not_found()?;
            let known = match layout {
                Some(layout) => {
                    let found = layouts::find(tx, actor.place, layout)?;
                    Some(found.filter(|one| one.resource == id).or_not_found()?)
                }
                None => None,
            };
            Ok::<_, Fault>((space, known))
        })
        .await?;
    let form = form.unwrap_or_else(|| match &known {
        Some(known) => Form::blank(visit)
            .with("name", &known.facts.name)
            .with("capacity", known.facts.capacity)
            .with("before", known.facts.buffers.before)
            .with("after", known.facts.buffers.after),
        None => Form::blank(visit),
    });
    let shell = match &known {
        Some(known) => visit.shell_titled(known.facts.name.as_str()),
        None => visit.shell("spaces-layout-new"),
    };
    visit.page_with_status(
        status,
        &LayoutPage {
            shell,
            form,
            space,
            known,
        },
    )
}

/// A layout in a list: "En U · 12 places · 20 min avant, 15 min après".
pub(super) fn told(shell: &Shell, layout: &Layout) -> String {
    let facts = &layout.facts;
    let seats = shell.t1("spaces-seats", "count", facts.capacity);
    let minutes = [
        ("spaces-layout-before", facts.buffers.before),
        ("spaces-layout-after", facts.buffers.after),
    ];
    let around: Vec<String> = minutes
        .into_iter()
        .filter(|(_, minutes)| *minutes > 0)
        .map(|(key, minutes)| shell.t1(key, "minutes", minutes))
        .collect();
    let parts = [facts.name.to_string(), seats, around.join(", ")];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

/// Layouts to choose from: those that can be asked for, and the one chosen before.
pub(super) fn options(shell: &Shell, known: &[Layout], chosen: Option<LayoutId>) -> Vec<(String, String)> {
    let offered = known.iter().filter(|one| one.active || Some(one.id) == chosen);
    let usual = (String::new(), shell.t("spaces-layout-usual"));
    let options: Vec<(String, String)> = offered
        .map(|one| (one.id.to_string(), told(shell, one)))
        .collect();
    if options.is_empty() {
        return options;
    }
    std::iter::once(usual).chain(options).collect()
}
