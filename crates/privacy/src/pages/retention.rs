//! For how long each kind of data is kept, what the rules removed, and who goes next.

use super::declarations;
use crate::actions;
use crate::permissions::WRITE;
use crate::rules::retention::months_on;
use crate::store::inactive::{self, Inactive};
use crate::store::retention;
use askama::Template;
use kernel::{Instant, PersonId};
use platform::personal::{Holding, Retention};
use platform::web::{Answer, Flash, Form, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault};
use std::collections::BTreeMap;
use std::convert::Infallible;

/// Where the page is.
const ADDRESS: &str = "/office/retention";

/// The rules.
#[derive(Template)]
#[template(path = "retention.html")]
pub(super) struct RetentionPage {
    shell: Shell,
    form: Form,
    lines: Vec<RuleLine>,
    /// Who is announced and not kept, the next to go first.
    announced: Vec<Inactive>,
    names: BTreeMap<PersonId, String>,
    may_write: bool,
}

impl RetentionPage {
    fn name(&self, one: &Inactive) -> &str {
        self.names.get(&one.person).map_or("", String::as_str)
    }
}

/// One rule.
struct RuleLine {
    kind: &'static str,
    name: String,
    purpose: String,
    months: i64,
    bounds: Retention,
    /// When it ran last, and how many rows it removed.
    last: Option<(Instant, i64)>,
}

pub(super) async fn index(visit: Visit) -> Answer {
    let form = Form::blank(&visit);
    shown(&visit, form, StatusCode::OK).await
}

async fn shown(visit: &Visit, form: Form, status: StatusCode) -> Answer {
    let (today, known) = (visit.today(), declarations(visit)?);
    let (rules, runs, announced, names) = visit
        .read(|tx, actor| {
            let rules = retention::rules(tx, actor.place)?;
            let mut announced = inactive::all(tx, actor.place)?;
            announced.retain(|one| one.kept.is_none());
            let people: Vec<PersonId> = announced.iter().map(|one| one.person).collect();
            let names = people::names_of(tx, actor.place, &people)?;
            let runs = retention::last_runs(tx, actor.place)?;
            Ok::<_, Fault>((rules, runs, announced, names))
        })
        .await?;
    let line = |holding: &'static Holding| {
        let bounds = holding.retention?;
        let decided = rules.get(holding.name).map(Vec::as_slice).unwrap_or_default();
        Some(RuleLine {
            kind: holding.name,
            name: visit.text(holding.name),
            purpose: visit.text(&format!("{}-purpose", holding.name)),
            months: months_on(&bounds, decided, today),
            bounds,
            last: runs.get(holding.name).copied(),
        })
    };
    let page = RetentionPage {
        shell: visit.shell("privacy-retention"),
        form,
        lines: known.holdings().filter_map(line).collect(),
        announced,
        names,
        may_write: visit.actor.may(WRITE),
    };
    visit.page_with_status(status, &page)
}

pub(super) async fn update(visit: Visit, mut form: Form) -> Answer {
    let Some(months) = form.number("months") else {
        return shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (known, kind) = (declarations(&visit)?, form.value("kind").to_owned());
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::set_rule(tx, actor, &known, &kind, months)?;
            Ok(ADDRESS.to_owned())
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("privacy-rule-kept")),
        Err(Failure::Refused(why)) => {
            form.refuse("months", &why);
            shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

/// The place keeps somebody who was to go.
pub(super) async fn keep(visit: Visit, Path(person): Path<PersonId>, form: Form) -> Answer {
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::keep_inactive(tx, actor, person)?;
            Ok::<_, Failure<Infallible>>(ADDRESS.to_owned())
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("privacy-inactive-kept")),
        Err(Failure::Refused(never)) => match never {},
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}
