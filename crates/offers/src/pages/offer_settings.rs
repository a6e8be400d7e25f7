//! How members change and pause their plans: what the place decides.

use crate::actions::settings::{MOST_PAUSE_DAYS, OfferSettings, keep_settings, settings};
use crate::rules::conditions::{percent, whole};
use crate::rules::own_change::ChangeWhen;
use crate::rules::pause::PauseTerms;
use askama::Template;
use platform::Failure;
use platform::web::{Answer, Flash, Form, Shell, StatusCode, Visit};
use std::convert::Infallible;

const ADDRESS: &str = "/office/offers/settings";

/// The settings.
#[derive(Template)]
#[template(path = "offer_settings.html")]
pub(super) struct OfferSettingsPage {
    shell: Shell,
    form: Form,
}

impl OfferSettingsPage {
    fn whens(&self) -> Vec<(String, String, String)> {
        let cards = ChangeWhen::ALL.iter();
        cards
            .map(|when| {
                (
                    when.code().to_owned(),
                    self.shell.t(when.message()),
                    String::new(),
                )
            })
            .collect()
    }
}

pub(super) async fn edit(visit: Visit) -> Answer {
    let known = visit.read(|tx, actor| settings(tx, actor.place)).await?;
    let form = Form::blank(&visit)
        .with("change_when", known.change_when.code())
        .with("pause_days", known.pause.most_days)
        .with("pause_due", known.pause.due.field(visit.locale))
        .with("remind_days", known.remind_days);
    visit.page(&page(&visit, form))
}

pub(super) async fn update(visit: Visit, mut form: Form) -> Answer {
    let when = form.parse("change_when", ChangeWhen::parse);
    let days = form.parse("pause_days", |text| whole(text, MOST_PAUSE_DAYS));
    let due = form.parse("pause_due", percent);
    let remind = form.parse("remind_days", |text| whole(text, 90));
    let (Some(change_when), Some(most_days), Some(due), Some(remind_days)) = (when, days, due, remind) else {
        return visit.page_with_status(StatusCode::UNPROCESSABLE_ENTITY, &page(&visit, form));
    };
    let new = OfferSettings {
        change_when,
        pause: PauseTerms { most_days, due },
        remind_days,
    };
    let to = visit
        .submit(&form, move |tx, actor| {
            keep_settings(tx, actor, new)?;
            Ok::<_, Failure<Infallible>>(ADDRESS.to_owned())
        })
        .await
        .map_err(Failure::no_refusal)?;
    visit.redirect_with(&to, &Flash::success("offers-kept"))
}

fn page(visit: &Visit, form: Form) -> OfferSettingsPage {
    OfferSettingsPage {
        shell: visit.shell("offers-settings"),
        form,
    }
}
