//! Two records of organisations side by side.

use super::declarations;
use super::merger::{ChoiceRow, LIST, MergerPage, lines, view};
use crate::actions;
use kernel::OrganisationId;
use people::Organisation;
use platform::personal::Merge;
use platform::web::{Answer, Flash, Form, Path, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound};

pub(super) async fn show(visit: Visit, Path(pair): Path<(OrganisationId, OrganisationId)>) -> Answer {
    let form = Form::blank(&visit);
    shown(&visit, pair, form, StatusCode::OK).await
}

async fn shown(
    visit: &Visit,
    (kept, gone): (OrganisationId, OrganisationId),
    form: Form,
    status: StatusCode,
) -> Answer {
    let known = declarations(visit)?;
    let (one, other, moved) = visit
        .read(move |tx, actor| {
            let place = actor.place;
            for id in [kept, gone] {
                let leads = people::organisation_merged_into(tx, place, id)?;
                leads.is_none().then_some(()).or_not_found()?;
            }
            (kept != gone).then_some(()).or_not_found()?;
            let one = people::organisation(tx, place, kept)?.or_not_found()?;
            let other = people::organisation(tx, place, gone)?.or_not_found()?;
            let merge = Merge::Organisations { kept, gone };
            Ok::<_, Fault>((one, other, actions::moved(tx, place, &known, merge)?))
        })
        .await?;
    let base = "/office/organisations/duplicates";
    let page = MergerPage {
        shell: visit.shell("privacy-merger-organisations"),
        form,
        address: format!("{base}/{kept}/{gone}"),
        turned: format!("{base}/{gone}/{kept}"),
        kept: one.name.to_string(),
        gone: other.name.to_string(),
        rows: rows(&one, &other),
        moved: lines(visit, &moved),
        closes: false,
    };
    visit.page_with_status(status, &page)
}

fn rows(one: &Organisation, other: &Organisation) -> Vec<ChoiceRow> {
    let email = |it: &Organisation| it.email.as_ref().map(ToString::to_string).unwrap_or_default();
    let phone = |it: &Organisation| it.phone.as_ref().map(kernel::Phone::grouped).unwrap_or_default();
    let siren = |it: &Organisation| it.siren.as_ref().map(ToString::to_string).unwrap_or_default();
    let address = |it: &Organisation| {
        if it.address.is_empty() {
            String::new()
        } else {
            it.address.lines().join(", ")
        }
    };
    vec![
        ChoiceRow::new(
            "name",
            "people-name",
            one.name.to_string(),
            other.name.to_string(),
        ),
        ChoiceRow::new("belonging", "people-siren", siren(one), siren(other)),
        ChoiceRow::new("email", "people-email", email(one), email(other)),
        ChoiceRow::new("phone", "people-phone", phone(one), phone(other)),
        ChoiceRow::new("address", "people-address", address(one), address(other)),
    ]
}

pub(super) async fn create(
    visit: Visit,
    Path(pair): Path<(OrganisationId, OrganisationId)>,
    mut form: Form,
) -> Answer {
    let (known, view) = (declarations(&visit)?, view(&form));
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::merge_organisations(tx, actor, &known, pair, view)?;
            Ok(format!("/office/organisations/{}", pair.0))
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("privacy-merged")),
        Err(Failure::Refused(why)) => {
            form.refuse("name", &why);
            shown(&visit, pair, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

pub(super) async fn part(
    visit: Visit,
    Path((one, other)): Path<(OrganisationId, OrganisationId)>,
    form: Form,
) -> Answer {
    let done = visit
        .submit(&form, move |tx, actor| {
            people::organisation(tx, actor.place, one)?.or_not_found()?;
            people::organisation(tx, actor.place, other)?.or_not_found()?;
            actions::they_are_two(tx, actor, (one.as_i64(), other.as_i64()))?;
            Ok::<_, Failure<std::convert::Infallible>>(LIST.to_owned())
        })
        .await;
    let to = done.map_err(Failure::no_refusal)?;
    visit.redirect_with(&to, &Flash::success("privacy-parted"))
}
