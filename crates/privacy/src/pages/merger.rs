//! Two records of persons side by side: what is kept of each, what moves, and the act.

use super::declarations;
use crate::actions::{self, MergerView, Moved, Side};
use crate::rules::request::PrivacyRefused;
use askama::Template;
use kernel::PersonId;
use people::Person;
use platform::personal::Merge;
use platform::web::{Answer, Flash, Form, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound};

/// Where a pair is chosen.
pub(super) const LIST: &str = "/office/people/duplicates";

/// Two records side by side.
#[derive(Template)]
#[template(path = "merger.html")]
pub(super) struct MergerPage {
    pub(super) shell: Shell,
    pub(super) form: Form,
    /// Where the form goes.
    pub(super) address: String,
    /// The same pair, the other one staying.
    pub(super) turned: String,
    pub(super) kept: String,
    pub(super) gone: String,
    pub(super) rows: Vec<ChoiceRow>,
    pub(super) moved: Vec<MovedLine>,
    /// Whether the account of the record that goes must be closed.
    pub(super) closes: bool,
}

/// One part of both records.
pub(super) struct ChoiceRow {
    pub(super) field: &'static str,
    pub(super) label: &'static str,
    pub(super) kept: String,
    pub(super) gone: String,
    /// Whether there is nothing to choose.
    pub(super) fixed: bool,
    /// Whether the record that goes is proposed: the other says nothing.
    pub(super) from_gone: bool,
}

impl ChoiceRow {
    pub(super) fn new(field: &'static str, label: &'static str, kept: String, gone: String) -> Self {
        Self {
            fixed: kept == gone || gone.is_empty(),
            from_gone: kept.is_empty() && !gone.is_empty(),
            field,
            label,
            kept,
            gone,
        }
    }
}

/// What moves, in words.
pub(super) struct MovedLine {
    pub(super) name: String,
    pub(super) rows: i64,
}

pub(super) async fn show(visit: Visit, Path(pair): Path<(PersonId, PersonId)>) -> Answer {
    let form = Form::blank(&visit);
    shown(&visit, pair, form, StatusCode::OK).await
}

async fn shown(visit: &Visit, (kept, gone): (PersonId, PersonId), form: Form, status: StatusCode) -> Answer {
    let known = declarations(visit)?;
    let read = visit
        .read(move |tx, actor| {
            let place = actor.place;
            for id in [kept, gone] {
                let leads = people::merged_into(tx, place, id)?;
                leads.is_none().then_some(()).or_not_found()?;
            }
            (kept != gone).then_some(()).or_not_found()?;
            let one = people::person(tx, place, kept)?.or_not_found()?;
            let other = people::person(tx, place, gone)?.or_not_found()?;
            let ours = people::account_of(tx, place, kept)?;
            let theirs = people::account_of(tx, place, gone)?;
            let merge = Merge::Persons { kept, gone };
            let moved = actions::moved(tx, place, &known, merge)?;
            let payers = [payer(tx, place, &one)?, payer(tx, place, &other)?];
            Ok::<_, Fault>((one, other, (ours, theirs), moved, payers))
        })
        .await?;
    let (one, other, (ours, theirs), moved, payers) = read;
    let mut rows = rows(&one, &other, payers);
    if ours.is_some() || theirs.is_some() {
        // The address of an account is that of its person.
        for row in rows.iter_mut().filter(|row| row.field == "email") {
            row.fixed = true;
            row.from_gone = ours.is_none();
        }
    }
    let page = MergerPage {
        shell: visit.shell("privacy-merger"),
        form,
        address: format!("{LIST}/{kept}/{gone}"),
        turned: format!("{LIST}/{gone}/{kept}"),
        kept: one.name.full(),
        gone: other.name.full(),
        rows,
        moved: lines(visit, &moved),
        closes: ours.is_some() && theirs.is_some_and(|account| account.disabled_at.is_none()),
    };
    visit.page_with_status(status, &page)
}

fn payer(
    tx: &mut platform::database::Tx<'_>,
    place: kernel::PlaceId,
    person: &Person,
) -> Result<String, Fault> {
    let Some(organisation) = person.organisation else {
        return Ok(String::new());
    };
    let organisation = people::organisation(tx, place, organisation)?;
    Ok(organisation.map(|one| one.name.to_string()).unwrap_or_default())
}

fn rows(one: &Person, other: &Person, [ours, theirs]: [String; 2]) -> Vec<ChoiceRow> {
    let email = |person: &Person| person.email.as_ref().map(ToString::to_string).unwrap_or_default();
    let phone = |person: &Person| {
        person
            .phone
            .as_ref()
            .map(kernel::Phone::grouped)
            .unwrap_or_default()
    };
    let address = |person: &Person| {
        if person.address.is_empty() {
            String::new()
        } else {
            person.address.lines().join(", ")
        }
    };
    vec![
        ChoiceRow::new("name", "people-name", one.name.full(), other.name.full()),
        ChoiceRow::new("email", "people-email", email(one), email(other)),
        ChoiceRow::new("phone", "people-phone", phone(one), phone(other)),
        ChoiceRow::new("address", "people-address", address(one), address(other)),
        ChoiceRow::new("belonging", "people-payer", ours, theirs),
    ]
}

pub(super) fn lines(visit: &Visit, moved: &[Moved]) -> Vec<MovedLine> {
    let line = |one: &Moved| MovedLine {
        name: visit.text(one.holding.name),
        rows: one.rows,
    };
    moved.iter().map(line).collect()
}

/// What was chosen of each part.
pub(super) fn view(form: &Form) -> MergerView {
    let side = |field: &str| Side::parse(form.value(field));
    MergerView {
        name: side("name"),
        email: side("email"),
        phone: side("phone"),
        address: side("address"),
        belonging: side("belonging"),
    }
}

pub(super) async fn create(visit: Visit, Path(pair): Path<(PersonId, PersonId)>, mut form: Form) -> Answer {
    let (known, view, close) = (declarations(&visit)?, view(&form), form.checked("close", "yes"));
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::merge_persons(tx, actor, &known, pair, (view, close))?;
            Ok(format!("/office/people/{}", pair.0))
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("privacy-merged")),
        Err(Failure::Refused(why)) => {
            let field = if why == PrivacyRefused::BothSignIn {
                "close"
            } else {
                "name"
            };
            form.refuse(field, &why);
            shown(&visit, pair, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

pub(super) async fn part(visit: Visit, Path((one, other)): Path<(PersonId, PersonId)>, form: Form) -> Answer {
    let done = visit
        .submit(&form, move |tx, actor| {
            people::person(tx, actor.place, one)?.or_not_found()?;
            people::person(tx, actor.place, other)?.or_not_found()?;
            actions::they_are_two(tx, actor, (one.as_i64(), other.as_i64()))?;
            Ok::<_, Failure<std::convert::Infallible>>(LIST.to_owned())
        })
        .await;
    let to = done.map_err(Failure::no_refusal)?;
    visit.redirect_with(&to, &Flash::success("privacy-parted"))
}
