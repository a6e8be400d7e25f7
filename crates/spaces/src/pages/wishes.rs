//! What is chosen with a room: how it is laid out, what is had with it.

use super::{extras as told_extras, layouts as told};
use crate::rules::extras::{Extra, ExtraAsked, ExtraLine, ExtraUnavailable};
use crate::rules::layout::Layout;
use crate::rules::resource::ResourceId;
use crate::store::{extras, layouts};
use billing::{Basis, Product};
use kernel::{Actor, Id};
use platform::Fault;
use platform::database::Tx;
use platform::web::{Form, Shell, Visit, WebError};
use std::collections::BTreeMap;

/// What the fields of extras begin with; the identifier of the extra follows.
const FIELD: &str = "extra-";

/// What can be chosen with the room of a form.
#[derive(Default)]
pub(super) struct Wishes {
    pub(super) layouts: Vec<(String, String)>,
    pub(super) extras: Vec<ExtraField>,
}

/// An extra as a field that asks how many.
#[derive(Clone, Debug)]
pub struct ExtraField {
    /// The name of the field.
    pub name: String,
    /// What people call the extra.
    pub label: String,
    /// What one costs, and until when it can be asked for.
    pub told: String,
    /// How many were asked for.
    pub value: String,
    /// What is wrong with it.
    pub problem: Option<String>,
}

/// What a place offers with a room.
#[derive(Clone, Debug)]
pub struct OfferedWith {
    layouts: Vec<Layout>,
    extras: Vec<Extra>,
    bases: BTreeMap<Id<Product>, Basis>,
}

impl OfferedWith {
    /// What is offered with a room, and the lines that a booking of it has already.
    ///
    /// # Errors
    /// As the database says.
    pub fn read(
        tx: &mut Tx<'_>,
        actor: &Actor,
        resource: ResourceId,
        lines: &[ExtraLine],
    ) -> Result<Self, Fault> {
        let mut known = extras::all(tx, actor.place)?;
        known.retain(|extra| {
            let had = lines.iter().any(|line| line.extra == extra.id && line.count > 0);
            had || extra.active && extra.facts.is_had_with(resource)
        });
        let bases = if known.is_empty() {
            BTreeMap::new()
        } else {
            told_extras::bases(&billing::products(tx, actor.place)?)
        };
        Ok(Self {
            layouts: layouts::of(tx, actor.place, resource)?,
            extras: known,
            bases,
        })
    }

    /// The fields of a form for it.
    #[must_use]
    pub fn fields(&self, shell: &Shell, form: &Form, lines: &[ExtraLine]) -> Vec<ExtraField> {
        let field = |extra: &Extra| {
            let name = format!("{FIELD}{}", extra.id);
            let hours = extra.facts.notice_hours;
            let notice = (hours > 0).then(|| shell.t1("spaces-extra-notice-told", "hours", hours));
            let agreed = lines.iter().find(|line| line.extra == extra.id);
            let price = match agreed {
                Some(line) => told_extras::priced_as(shell, line),
                None => told_extras::priced(shell, extra, &self.bases),
            };
            let told: Vec<String> = std::iter::once(price).chain(notice).collect();
            ExtraField {
                label: extra.facts.name.to_string(),
                told: told.join(" · "),
                value: form.value(&name).to_owned(),
                problem: form.error(&name).map(str::to_owned),
                name,
            }
        };
        self.extras.iter().map(field).collect()
    }

    /// The prices on offer, as a text to compare.
    pub(super) fn prices(&self) -> String {
        let told = |extra: &Extra| format!("{}:{}", extra.id, extra.facts.price.cents());
        self.extras.iter().map(told).collect::<Vec<_>>().join(",")
    }

    /// The layouts to choose from.
    #[must_use]
    pub fn layout_options(&self, shell: &Shell) -> Vec<(String, String)> {
        told::options(shell, &self.layouts, None)
    }

    pub(super) fn layouts(&self) -> &[Layout] {
        &self.layouts
    }
}

/// What can be chosen with the room that the form names. What belongs to another room, chosen before, is left out of the form.
pub(super) async fn wishes(visit: &Visit, form: &mut Form) -> Result<Wishes, WebError> {
    let Ok(resource) = ResourceId::parse(form.value("resource")) else {
        return Ok(Wishes::default());
    };
    let offered = visit
        .read(move |tx, actor| OfferedWith::read(tx, actor, resource, &[]))
        .await?;
    let chosen = Id::parse(form.value("layout")).ok();
    if !offered
        .layouts
        .iter()
        .any(|one| one.active && Some(one.id) == chosen)
    {
        form.set("layout", "");
    }
    let shell = visit.shell("spaces-book");
    let fields = offered.fields(&shell, form, &[]);
    let elsewhere: Vec<String> = form
        .pairs()
        .iter()
        .map(|(name, _)| name)
        .filter(|name| is_extra(name) && fields.iter().all(|field| field.name != **name))
        .cloned()
        .collect();
    for name in elsewhere {
        form.set(&name, "");
    }
    Ok(Wishes {
        layouts: told::options(&shell, &offered.layouts, None),
        extras: fields,
    })
}

/// Whether a field asks for an extra.
pub(super) fn is_extra(name: &str) -> bool {
    name.strip_prefix(FIELD).is_some_and(|id| {
        !id.is_empty() && id.len() <= 24 && id.bytes().all(|letter| letter.is_ascii_alphanumeric())
    })
}

/// The field of an extra.
pub(super) fn field_of(extra: impl std::fmt::Display) -> String {
    format!("{FIELD}{extra}")
}

/// The extras that the fields ask for, each once, with what is wrong noted at them; those left empty ask for nothing, in so many words.
pub fn counts(form: &mut Form) -> Option<Vec<ExtraAsked>> {
    let mut asked: BTreeMap<String, ExtraAsked> = BTreeMap::new();
    let mut good = true;
    let pairs: Vec<(String, String)> = form.pairs().to_vec();
    for (name, value) in pairs.iter().filter(|(name, _)| is_extra(name)) {
        let Ok(extra) = Id::parse(name.trim_start_matches(FIELD)) else {
            continue;
        };
        let count = match value.trim() {
            "" => Some(0),
            text => text.parse().ok().filter(|count| (0..=1_000).contains(count)),
        };
        match count {
            Some(count) => {
                asked.insert(name.clone(), ExtraAsked { extra, count });
            }
            None => {
                form.refuse(name, &ExtraUnavailable::Count);
                good = false;
            }
        }
    }
    good.then(|| asked.into_values().collect())
}
