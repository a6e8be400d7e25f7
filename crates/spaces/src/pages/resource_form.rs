//! Adding and changing what can be booked.

use super::fields::number;
use super::layouts::told as told_layout;
use super::resource_links::LinksView;
use crate::actions::keep_resource::{change_resource, create_resource, set_active};
use crate::rules::availability::Buffers;
use crate::rules::layout::Layout;
use crate::rules::resource::{Resource, ResourceFacts, ResourceId, ResourceKind, ResourceRefused, area_text};
use crate::store::{layouts, links, resources};
use askama::Template;
use billing::Product;
use kernel::{Id, Name, PersonId};
use platform::activity::{self, Subject};
use platform::web::{Answer, Flash, Form, HistoryLine, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound};

/// The form of a resource, new or known.
#[derive(Template)]
#[template(path = "resource_form.html")]
pub(super) struct ResourceFormPage {
    shell: Shell,
    form: Form,
    known: Option<Resource>,
    kinds: Vec<(String, String)>,
    products: Vec<(String, String)>,
    /// With which others a known one is linked.
    links: Option<LinksView>,
    /// How it can be laid out.
    layouts: Vec<Layout>,
    history: Vec<HistoryLine>,
}

impl ResourceFormPage {
    fn layout(&self, layout: &Layout) -> String {
        told_layout(&self.shell, layout)
    }

    fn action(&self) -> String {
        match &self.known {
            Some(known) => format!("/office/spaces/{}", known.id),
            None => "/office/spaces".to_owned(),
        }
    }
}

pub(super) async fn new(visit: Visit) -> Answer {
    let form = Form::blank(&visit)
        .with("kind", ResourceKind::Room)
        .with("units", 1)
        .with("capacity", 8)
        .with("buffer_before", 0)
        .with("buffer_after", 0)
        .with("position", 0);
    shown(&visit, None, Some(form), StatusCode::OK).await
}

pub(super) async fn edit(visit: Visit, Path(id): Path<ResourceId>) -> Answer {
    shown(&visit, Some(id), None, StatusCode::OK).await
}

pub(super) async fn create(visit: Visit, form: Form) -> Answer {
    keep(visit, None, form).await
}

pub(super) async fn update(visit: Visit, Path(id): Path<ResourceId>, form: Form) -> Answer {
    keep(visit, Some(id), form).await
}

pub(super) async fn retire(visit: Visit, Path(id): Path<ResourceId>, form: Form) -> Answer {
    let_or_not(visit, id, form, false).await
}

pub(super) async fn restore(visit: Visit, Path(id): Path<ResourceId>, form: Form) -> Answer {
    let_or_not(visit, id, form, true).await
}

async fn keep(visit: Visit, id: Option<ResourceId>, mut form: Form) -> Answer {
    let Some(facts) = facts(&mut form) else {
        return shown(&visit, id, Some(form), StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            let id = match id {
                Some(id) => change_resource(tx, actor, id, facts.clone()).map(|()| id)?,
                None => create_resource(tx, actor, facts.clone(), None)?,
            };
            Ok(format!("/office/spaces/{id}"))
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("spaces-resource-kept")),
        Err(Failure::Refused(refusal)) => {
            form.refuse(field_of(&refusal), &refusal);
            shown(&visit, id, Some(form), StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

async fn let_or_not(visit: Visit, id: ResourceId, form: Form, active: bool) -> Answer {
    let to = format!("/office/spaces/{id}");
    let done = visit
        .submit(&form, move |tx, actor| {
            set_active(tx, actor, id, active)?;
            Ok(format!("/office/spaces/{id}"))
        })
        .await;
    match done {
        Ok(to) => {
            let key = if active {
                "spaces-resource-restored"
            } else {
                "spaces-resource-retired"
            };
            visit.redirect_with(&to, &Flash::success(key))
        }
        Err(Failure::Refused(refusal)) => {
            let reason = visit.explain(&refusal);
            visit.redirect_with(&to, &Flash::error("spaces-not-done").with("reason", reason))
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

fn facts(form: &mut Form) -> Option<ResourceFacts> {
    let kind = form.parse("kind", ResourceKind::parse);
    let name = form.parse("name", Name::parse);
    // Nobody is in a thing: what it is asked to hold is kept as one.
    let holds_nobody = kind.is_some_and(ResourceKind::is_equipment);
    if holds_nobody && form.value("capacity").is_empty() {
        form.set("capacity", 1);
    }
    let (units, capacity) = (form.number("units"), form.number("capacity"));
    let (before, after) = (form.number("buffer_before"), form.number("buffer_after"));
    let position = form.number("position");
    let product: Option<Option<Id<Product>>> = form.parse_optional("product", Id::parse);
    let area = form.parse_optional("area", crate::rules::resource::area);
    let release = number(form, "release_minutes");
    Some(ResourceFacts {
        kind: kind?,
        name: name?,
        level: form.value("level").to_owned(),
        units: units?,
        capacity: capacity?,
        product: product?,
        buffers: Buffers {
            before: before?,
            after: after?,
        },
        description: form.value("description").to_owned(),
        equipment: form.value("equipment").to_owned(),
        position: position?,
        area: area?,
        release_minutes: release?,
    })
}

const fn field_of(refusal: &ResourceRefused) -> &'static str {
    match refusal {
        ResourceRefused::NameTaken | ResourceRefused::AlreadyImported => "name",
        ResourceRefused::Units | ResourceRefused::UnitsInUse { .. } | ResourceRefused::StillBooked { .. } => {
            "units"
        }
        ResourceRefused::Capacity => "capacity",
        ResourceRefused::Buffers => "buffer_before",
        ResourceRefused::Text => "description",
        ResourceRefused::Position => "position",
        ResourceRefused::Area => "area",
        ResourceRefused::Release => "release_minutes",
        ResourceRefused::UnknownProduct => "product",
    }
}

fn fill(form: Form, known: &Resource) -> Form {
    let facts = &known.facts;
    let product = facts
        .product
        .map(|product| product.to_string())
        .unwrap_or_default();
    let area = facts.area.map(|area| area_text(area, ",")).unwrap_or_default();
    form.with("kind", facts.kind)
        .with("name", &facts.name)
        .with("level", &facts.level)
        .with("units", facts.units)
        .with(
            "capacity",
            facts.seats().map(|seats| seats.to_string()).unwrap_or_default(),
        )
        .with("product", product)
        .with("buffer_before", facts.buffers.before)
        .with("buffer_after", facts.buffers.after)
        .with("description", &facts.description)
        .with("equipment", &facts.equipment)
        .with("position", facts.position)
        .with("area", area)
        .with(
            "release_minutes",
            facts
                .release_minutes
                .map(|minutes| minutes.to_string())
                .unwrap_or_default(),
        )
}

/// The page of a known resource or of a new one. What the form does not say of a known one is filled in.
pub(super) async fn shown(
    visit: &Visit,
    id: Option<ResourceId>,
    form: Option<Form>,
    status: StatusCode,
) -> Answer {
    let (known, products, (linked, layouts), entries, names) = visit
        .read(move |tx, actor| {
            let products = billing::products(tx, actor.place)?;
            let Some(id) = id else {
                let linked = ((Vec::new(), Vec::new()), Vec::new());
                return Ok((
                    None,
                    products,
                    linked,
                    Vec::new(),
                    std::collections::BTreeMap::new(),
                ));
            };
            let known = resources::find(tx, actor.place, id)?.or_not_found()?;
            let entries = activity::history(tx, actor.place, Subject::new("resource", id))?;
            let persons: Vec<PersonId> = entries.iter().filter_map(|entry| entry.person_id).collect();
            let names = people::names_of(tx, actor.place, &persons)?;
            let linked = (links::links(tx, actor.place)?, resources::list(tx, actor.place)?);
            let linked = (linked, layouts::of(tx, actor.place, id)?);
            Ok::<_, Fault>((Some(known), products, linked, entries, names))
        })
        .await?;
    let shell = match &known {
        Some(known) => visit.shell_titled(known.facts.name.as_str()),
        None => visit.shell("spaces-resource-new"),
    };
    let form = match (form, &known) {
        (Some(form), Some(known)) if form.value("name").is_empty() && !form.value("side").is_empty() => {
            Some(fill(form, known))
        }
        (None, Some(known)) => Some(fill(Form::blank(visit), known)),
        (form, _) => form,
    };
    let none = (String::new(), shell.t("spaces-no-product"));
    let sold = products.into_iter().filter(|product| product.active);
    let page = ResourceFormPage {
        kinds: kinds(&shell),
        products: std::iter::once(none)
            .chain(sold.map(|product| (product.id.to_string(), product.name)))
            .collect(),
        links: known
            .as_ref()
            .map(|known| LinksView::new(&shell, known.id, &linked.0, &linked.1)),
        layouts,
        shell,
        form: form.unwrap_or_else(|| Form::blank(visit)),
        known,
        history: visit.history(&entries, &names),
    };
    visit.page_with_status(status, &page)
}

fn kinds(shell: &Shell) -> Vec<(String, String)> {
    ResourceKind::ALL
        .iter()
        .map(|kind| (kind.code().to_owned(), shell.t(kind.message())))
        .collect()
}
