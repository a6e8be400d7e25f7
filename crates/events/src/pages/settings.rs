//! How the place wants its events.

use crate::actions;
use crate::rules::settings::{Settings, SettingsRefused};
use askama::Template;
use platform::web::{Answer, Flash, Form, Shell, StatusCode, Visit};
use platform::{Failure, Fault};

/// The settings.
#[derive(Template)]
#[template(path = "events_settings.html")]
pub(super) struct SettingsPage {
    shell: Shell,
    form: Form,
}

pub(super) async fn edit(visit: Visit) -> Answer {
    let settings = visit
        .read(|tx, actor| actions::settings(tx, actor.place))
        .await
        .map_err(|fault: Fault| fault)?;
    let mut form = Form::blank(&visit)
        .with("offer_hours", settings.offer_hours)
        .with("seconds_needed", settings.seconds_needed);
    if settings.outside_proposals {
        form.set("outside_proposals", "yes");
    }
    shown(&visit, form, StatusCode::OK)
}

fn shown(visit: &Visit, form: Form, status: StatusCode) -> Answer {
    let page = SettingsPage {
        shell: visit.shell("events-settings"),
        form,
    };
    visit.page_with_status(status, &page)
}

pub(super) async fn update(visit: Visit, mut form: Form) -> Answer {
    let offer_hours = form.number("offer_hours");
    let seconds_needed = form.number("seconds_needed");
    let (Some(offer_hours), Some(seconds_needed)) = (offer_hours, seconds_needed) else {
        return shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let wanted = Settings {
        offer_hours,
        outside_proposals: form.checked("outside_proposals", "yes"),
        seconds_needed,
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::keep_settings(tx, actor, wanted)?;
            Ok("/office/events/settings".to_owned())
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("events-settings-kept")),
        Err(Failure::Refused(refusal)) => {
            let field = match refusal {
                SettingsRefused::OfferHours => "offer_hours",
                SettingsRefused::SecondsNeeded => "seconds_needed",
            };
            form.refuse(field, &refusal);
            shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY)
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}
