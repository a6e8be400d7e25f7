//! What the place decides about exclusive hires, and its general conditions.

use super::fields::{choices, money};
use crate::actions::settings::{Settings, keep_settings, publish_conditions, settings};
use crate::rules::hire::At;
use askama::Template;
use billing::{Conditions, Product};
use kernel::{Email, Id};
use platform::web::{Answer, Flash, Form, Shell, StatusCode, Visit};
use platform::{Failure, Fault};

const PAGE: &str = "/office/exclusive-hires/settings";

/// Two forms: numbers, and the text.
#[derive(Template)]
#[template(path = "hire_settings.html")]
pub(super) struct SettingsPage {
    shell: Shell,
    form: Form,
    conditions: Option<Conditions>,
    /// What damages may be charged under.
    products: Vec<(String, String)>,
}

pub(super) async fn edit(visit: Visit) -> Answer {
    let form = Form::blank(&visit);
    shown(&visit, form, StatusCode::OK).await
}

async fn shown(visit: &Visit, mut form: Form, status: StatusCode) -> Answer {
    let (known, conditions, products) = visit
        .read(|tx, actor| {
            let known = settings(tx, actor.place)?;
            let conditions = billing::conditions_in_force(tx, actor.place)?;
            Ok::<_, Fault>((known, conditions, billing::products(tx, actor.place)?))
        })
        .await?;
    let body = conditions
        .as_ref()
        .map(|one| one.body.clone())
        .unwrap_or_default();
    for (field, value) in [
        ("validity_days", known.validity_days.to_string()),
        ("reminder_days", known.reminder_days.to_string()),
        ("guarantee", known.guarantee.field(visit.locale)),
        (
            "indemnity",
            known
                .indemnity
                .map(|product| product.to_string())
                .unwrap_or_default(),
        ),
        (
            "mail",
            known.mail.map(|mail| mail.to_string()).unwrap_or_default(),
        ),
        ("body", body),
    ] {
        if form.value(field).is_empty() {
            form.set(field, value);
        }
    }
    let shell = visit.shell("hires-settings-title");
    let page = SettingsPage {
        products: choices(&shell, products),
        shell,
        form,
        conditions,
    };
    visit.page_with_status(status, &page)
}

pub(super) async fn update(visit: Visit, mut form: Form) -> Answer {
    let validity = form.number("validity_days");
    let reminder = form.number("reminder_days");
    let guarantee = money(&mut form, "guarantee");
    let indemnity = form.parse_optional("indemnity", Id::<Product>::parse);
    let mail = form.parse_optional("mail", Email::parse);
    let (Some(validity_days), Some(reminder_days), Some(guarantee), Some(indemnity), Some(mail)) =
        (validity, reminder, guarantee, indemnity, mail)
    else {
        return shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let new = Settings {
        validity_days,
        reminder_days,
        guarantee,
        indemnity,
        mail,
    };
    let acted = visit
        .submit(&form, move |tx, actor| {
            keep_settings(tx, actor, &new)?;
            Ok(PAGE.to_owned())
        })
        .await;
    answered(&visit, form, acted, "hires-settings-kept").await
}

pub(super) async fn publish(visit: Visit, form: Form) -> Answer {
    let body = form.value("body").to_owned();
    let acted = visit
        .submit(&form, move |tx, actor| {
            publish_conditions(tx, actor, &body)?;
            Ok(PAGE.to_owned())
        })
        .await;
    answered(&visit, form, acted, "hires-conditions-published").await
}

async fn answered(
    visit: &Visit,
    mut form: Form,
    acted: Result<String, Failure<At>>,
    success: &str,
) -> Answer {
    match acted {
        Ok(to) => visit.redirect_with(&to, &Flash::success(success)),
        Err(Failure::Refused(at)) => {
            form.refuse(at.field, &*at.why);
            shown(visit, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}
