//! How the place receives those who join: approval, notice, first visit, offers shown, hours of tours.

use super::asked;
use crate::actions;
use crate::rules::departure::Notice;
use crate::rules::offer::{Offer, Proposed};
use crate::rules::settings::{Approval, Settings, months, steps};
use crate::rules::tour::TourHours;
use crate::store::tours;
use askama::Template;
use kernel::Weekday;
use platform::web::{Answer, Flash, Form, Shell, StatusCode, Visit};
use platform::{Failure, Fault};
use std::convert::Infallible;

/// Where the page is.
pub(super) const ADDRESS: &str = "/office/joining";

/// The settings.
#[derive(Template)]
#[template(path = "joining_settings.html")]
pub(super) struct SettingsPage {
    shell: Shell,
    form: Form,
    approvals: Vec<(String, String, String)>,
    offers: Vec<Proposed>,
    hours: Vec<TourHours>,
    weekdays: Vec<(String, String)>,
}

impl SettingsPage {
    fn price(&self, offer: &Proposed) -> String {
        asked::price(&self.shell, offer)
    }

    fn code(&self, offer: &Proposed) -> String {
        offer.offer.code()
    }

    fn hour(&self, hours: &TourHours) -> String {
        let day = self.shell.t(hours.weekday.message());
        let time = self.shell.words().minute(hours.starts);
        self.shell.t2("joining-tour-hour", "day", day, "time", time)
    }
}

pub(super) async fn edit(visit: Visit) -> Answer {
    let form = Form::blank(&visit);
    shown(&visit, form, StatusCode::OK).await
}

/// The page, with what is set in the fields of a form that says nothing of it.
pub(super) async fn shown(visit: &Visit, mut form: Form, status: StatusCode) -> Answer {
    let today = visit.today();
    let (settings, offers, hours) = visit
        .read(move |tx, actor| {
            let place = actor.place;
            let offers = actions::proposed(tx, place, today)?;
            Ok::<_, Fault>((actions::settings(tx, place)?, offers, tours::hours(tx, place)?))
        })
        .await?;
    if form.value("approval").is_empty() {
        form.set("approval", settings.approval);
        form.set("months", settings.notice.months);
        if settings.notice.to_the_end {
            form.set("to_the_end", "yes");
        }
        form.set(
            "first_visit",
            super::steps(visit, &settings.first_visit).join("\n"),
        );
        for offer in offers.iter().filter(|one| one.shown) {
            form = form.and("shown", offer.offer.code());
        }
    }
    let approvals = Approval::ALL.iter().map(|approval| {
        let say = |part: &str| visit.text(&format!("joining-approval-{}{part}", approval.code()));
        (approval.code().to_owned(), say(""), say("-text"))
    });
    let weekdays = Weekday::ALL.iter();
    let page = SettingsPage {
        shell: visit.shell("joining-settings"),
        form,
        approvals: approvals.collect(),
        offers,
        hours,
        weekdays: weekdays
            .map(|day| (day.code().to_owned(), visit.text(day.message())))
            .collect(),
    };
    visit.page_with_status(status, &page)
}

pub(super) async fn update(visit: Visit, mut form: Form) -> Answer {
    let approval = form.parse("approval", Approval::parse);
    let months = form.parse("months", months);
    let first_visit = form.parse_optional("first_visit", steps);
    let (Some(approval), Some(months), Some(first_visit)) = (approval, months, first_visit) else {
        return shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let new = Settings {
        approval,
        notice: Notice {
            months,
            to_the_end: form.checked("to_the_end", "yes"),
        },
        first_visit: first_visit.unwrap_or_default(),
    };
    let shown: Vec<Offer> = form
        .values("shown")
        .filter_map(|code| Offer::parse(code).ok())
        .collect();
    let today = visit.today();
    let to = visit
        .submit(&form, move |tx, actor| {
            actions::keep_settings(tx, actor, &new)?;
            let proposed = actions::proposed(tx, actor.place, today)?;
            let withheld = proposed.into_iter().map(|one| one.offer);
            let withheld: Vec<Offer> = withheld.filter(|offer| !shown.contains(offer)).collect();
            actions::withhold(tx, actor, &withheld)?;
            Ok::<_, Failure<Infallible>>(ADDRESS.to_owned())
        })
        .await
        .map_err(Failure::no_refusal)?;
    visit.redirect_with(&to, &Flash::success("joining-settings-kept"))
}
