//! Which spaces contain or exclude the one on its page in the office.

use super::resource_form;
use crate::actions::link::{link, unlink};
use crate::rules::links::{Link, LinkKind};
use crate::rules::resource::{Resource, ResourceId};
use kernel::Id;
use platform::Failure;
use platform::web::{Answer, Flash, Form, Path, Shell, StatusCode, Visit};

kernel::codes! {
    /// How another space stands to the one on the page.
    enum Side {
        /// It is inside.
        Part = "part",
        /// It is around.
        Whole = "whole",
        /// It cannot be used at the same time.
        Excluded = "excluded",
    }
}

impl Side {
    const fn message(self) -> &'static str {
        match self {
            Self::Part => "spaces-link-part",
            Self::Whole => "spaces-link-whole",
            Self::Excluded => "spaces-link-excluded",
        }
    }
}

/// The links of a space as its page shows them.
pub(super) struct LinksView {
    /// Another space, what it is to this one, and its name.
    pub(super) known: Vec<(ResourceId, &'static str, String)>,
    pub(super) sides: Vec<(String, String)>,
    pub(super) others: Vec<(String, String)>,
}

impl LinksView {
    pub(super) fn new(shell: &Shell, id: ResourceId, links: &[Link], spaces: &[Resource]) -> Self {
        let name = |of: ResourceId| {
            let found = spaces.iter().find(|space| space.id == of);
            found
                .map(|space| space.facts.name.to_string())
                .unwrap_or_default()
        };
        let told = |link: &Link| {
            let (other, side) = match link.kind {
                LinkKind::Contains if link.resource == id => (link.other, Side::Part),
                LinkKind::Contains => (link.resource, Side::Whole),
                LinkKind::Excludes if link.resource == id => (link.other, Side::Excluded),
                LinkKind::Excludes => (link.resource, Side::Excluded),
            };
            (other, side.message(), name(other))
        };
        let known: Vec<_> = links.iter().filter(|link| link.touches(id)).map(told).collect();
        let left = spaces
            .iter()
            .filter(|space| space.id != id && space.active && known.iter().all(|one| one.0 != space.id));
        Self {
            sides: Side::ALL
                .iter()
                .map(|side| (side.code().to_owned(), shell.t(side.message())))
                .collect(),
            others: left
                .map(|space| (space.id.to_string(), space.facts.name.to_string()))
                .collect(),
            known,
        }
    }
}

pub(super) async fn create(visit: Visit, Path(id): Path<ResourceId>, mut form: Form) -> Answer {
    let side = form.parse("side", Side::parse);
    let other: Option<ResourceId> = form.parse("other", Id::parse);
    let (Some(side), Some(other)) = (side, other) else {
        return resource_form::shown(&visit, Some(id), Some(form), StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (resource, other, kind) = match side {
        Side::Part => (id, other, LinkKind::Contains),
        Side::Whole => (other, id, LinkKind::Contains),
        Side::Excluded => (id, other, LinkKind::Excludes),
    };
    let new = Link {
        resource,
        other,
        kind,
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            link(tx, actor, new)?;
            Ok(format!("/office/spaces/{id}#links"))
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("spaces-link-kept")),
        Err(Failure::Refused(refusal)) => {
            form.refuse("other", &refusal);
            resource_form::shown(&visit, Some(id), Some(form), StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

pub(super) async fn remove(
    visit: Visit,
    Path((id, other)): Path<(ResourceId, ResourceId)>,
    form: Form,
) -> Answer {
    let done: Result<String, Failure<std::convert::Infallible>> = visit
        .submit(&form, move |tx, actor| {
            unlink(tx, actor, id, other)?;
            Ok(format!("/office/spaces/{id}#links"))
        })
        .await;
    let to = done.map_err(Failure::no_refusal)?;
    visit.redirect_with(&to, &Flash::success("spaces-link-removed"))
}
