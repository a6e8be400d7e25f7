//! The code at the entrance: printed by the desk, scanned by members who check in by themselves.

use crate::actions::check_in_at_entrance;
use crate::permissions::MANAGE;
use crate::qr::drawing;
use askama::Template;
use askama::filters::Safe;
use platform::activity::{self, Subject};
use platform::messages::Argument;
use platform::web::{Answer, Flash, Form, Path, Shell, StatusCode, Visit, WebError};
use platform::{Failure, Fault, place};
use serde_json::json;
use spaces::{CheckInRefusal, Part, midday};
use std::convert::Infallible;

/// The setting that says how often the code was renewed.
const RENEWALS_SETTING: &str = "doors_entrance_renewals";

/// What the seal of the installation signs here.
const PURPOSE: &str = "entrance";

/// The page to print.
#[derive(Template)]
#[template(path = "entrance_code.html")]
struct CodePage {
    shell: Shell,
    qr: Safe<String>,
    address: String,
}

/// The confirmation on a member's phone.
#[derive(Template)]
#[template(path = "self_check_in.html")]
struct CheckInPage {
    shell: Shell,
    form: Form,
    code: String,
    name: String,
    holding: String,
    parts: Vec<(String, String, String)>,
}

async fn renewals(visit: &Visit) -> Result<String, Fault> {
    let told = visit
        .read(|tx, actor| place::setting(tx, actor.place, RENEWALS_SETTING))
        .await?;
    Ok(told.unwrap_or_else(|| "0".to_owned()))
}

fn signed(visit: &Visit, renewals: &str) -> String {
    format!("{} {renewals}", visit.place.id)
}

/// `GET /front-desk/entrance-code`.
pub(super) async fn code(visit: Visit) -> Answer {
    let renewals = renewals(&visit).await?;
    let code = visit.app.seal.digest(PURPOSE, &signed(&visit, &renewals));
    let address = format!("{}/check-in/{code}", visit.app.settings.base_url);
    let label = visit.text("doors-entrance-qr");
    visit.page(&CodePage {
        qr: drawing(&address, &label),
        shell: visit.shell("doors-entrance-title"),
        address,
    })
}

/// `POST /front-desk/entrance-code/renewal`: what was printed before is good for nothing.
pub(super) async fn renew(visit: Visit, form: Form) -> Answer {
    let done = visit
        .submit(&form, move |tx, actor| {
            actor.require(MANAGE)?;
            let told = place::setting(tx, actor.place, RENEWALS_SETTING)?;
            let next = told
                .and_then(|told| told.parse::<u32>().ok())
                .unwrap_or(0)
                .saturating_add(1);
            place::set_setting(tx, actor.place, RENEWALS_SETTING, &next.to_string())?;
            let subject = Subject::new("place", actor.place);
            activity::record(tx, actor, "entrance_code.renewed", subject, json!({}))?;
            Ok::<_, Failure<Infallible>>("/front-desk/entrance-code".to_owned())
        })
        .await
        .map_err(Fault::from)?;
    visit.redirect_with(&done, &Flash::success("doors-entrance-renewed"))
}

/// Goes on if this is the code that hangs at the entrance now.
async fn check(visit: &Visit, code: &str) -> Result<(), WebError> {
    let renewals = renewals(visit).await?;
    if visit.app.seal.holds(PURPOSE, &signed(visit, &renewals), code) {
        Ok(())
    } else {
        Err(WebError::NotFound)
    }
}

/// `GET /check-in/{code}`.
pub(super) async fn new(visit: Visit, Path(code): Path<String>) -> Answer {
    check(&visit, &code).await?;
    let usual = visit
        .read(|tx, actor| {
            let zone = place::get(tx, actor.place)?.zone;
            let (clock, midday) = (zone.minute_of(tx.now()), midday(tx, actor.place)?);
            Ok::<_, Fault>(if clock < midday {
                Part::Day
            } else {
                Part::Afternoon
            })
        })
        .await?;
    let form = Form::blank(&visit).with("part", usual);
    shown(&visit, code, form, StatusCode::OK).await
}

/// `POST /check-in/{code}`.
pub(super) async fn create(visit: Visit, Path(code): Path<String>, mut form: Form) -> Answer {
    check(&visit, &code).await?;
    let Some(part) = form.parse("part", Part::parse) else {
        return shown(&visit, code, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            check_in_at_entrance(tx, actor, part)?;
            Ok("/me".to_owned())
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("doors-checked-in")),
        Err(Failure::Refused(refusal @ CheckInRefusal::AlreadyHere { .. })) => {
            let told = visit.explain(&refusal);
            visit.redirect_with("/me", &Flash::success("doors-here-already").with("reason", told))
        }
        Err(Failure::Refused(refusal)) => {
            form.refuse("part", &refusal);
            shown(&visit, code, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

async fn shown(visit: &Visit, code: String, form: Form, status: StatusCode) -> Answer {
    let person = visit.actor.person.ok_or(WebError::Forbidden)?;
    let (name, plan, balance, passes) = visit
        .read(move |tx, actor| {
            let zone = place::get(tx, actor.place)?.zone;
            let today = tx.today(&zone);
            let name = people::names_of(tx, actor.place, &[person])?.remove(&person);
            let plan = offers::active_contract(tx, actor.place, person, today)?;
            let balance = offers::remaining(tx, actor.place, person, today)?;
            let passes = !offers::lots_of(tx, actor.place, person)?.is_empty();
            Ok::<_, Fault>((name.unwrap_or_default(), plan, balance, passes))
        })
        .await?;
    let left = [
        ("units", Argument::from(balance.units)),
        ("days", Argument::from(balance.days)),
        ("halves", Argument::from(balance.half_days)),
        ("owed", Argument::from(balance.debt)),
    ];
    let holding = match plan {
        Some(plan) => plan.plan_name,
        None if passes && balance.debt > 0 => visit.text_with("doors-pass-owed", &left),
        None if passes => visit.text_with("doors-pass-left", &left),
        None => visit.text("doors-nothing-held"),
    };
    let part = |part: Part| {
        let told = visit.text_with("doors-part", &[("part", Argument::from(part.code()))]);
        (part.code().to_owned(), told, String::new())
    };
    visit.page_with_status(
        status,
        &CheckInPage {
            shell: visit.shell("doors-check-in-title"),
            form,
            code,
            name,
            holding,
            parts: [Part::Day, Part::Morning, Part::Afternoon].map(part).to_vec(),
        },
    )
}
