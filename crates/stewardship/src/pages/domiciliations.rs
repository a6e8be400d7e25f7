//! Which organisations have their address here, and after how many days their letters are remembered.

use crate::actions::{NewDomiciliation, domicile, end_domiciliation, number_setting, set_reminder_days};
use crate::letters::REMINDER_SETTING;
use crate::rules::delivery::USUAL_REMINDER_DAYS;
use crate::rules::domiciliation::{Domiciliation, DomiciliationRefused};
use crate::rules::text::line;
use crate::store::domiciliations;
use askama::Template;
use kernel::{Day, Id, Refusal};
use people::Party;
use platform::web::{Answer, Flash, Form, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault};
use std::convert::Infallible;

const PATH: &str = "/office/domiciliations";

/// Who is domiciled, who was, and a form for one more.
#[derive(Template)]
#[template(path = "domiciliations.html")]
pub(super) struct DomiciliationsPage {
    shell: Shell,
    form: Form,
    current: Vec<Line>,
    past: Vec<Line>,
    organisations: Vec<(String, String)>,
    today: Day,
}

/// A domiciliation with the name of its organisation.
pub(super) struct Line {
    one: Domiciliation,
    name: String,
}

impl Line {
    /// The last day proposed: the one agreed, else today.
    fn proposed_end(&self, today: &Day) -> Day {
        self.one.until.unwrap_or(*today).max(self.one.from)
    }
}

pub(super) async fn index(visit: Visit) -> Answer {
    let form = Form::blank(&visit).with("from", visit.today());
    shown(&visit, form, StatusCode::OK).await
}

pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let organisation = form.parse("organisation", Id::parse);
    let from = form.parse("from", Day::parse);
    let until = form.parse_optional("until", Day::parse);
    let note = form.parse_optional("note", line);
    let (Some(organisation), Some(from), Some(until), Some(note)) = (organisation, from, until, note) else {
        return shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let new = NewDomiciliation {
        organisation,
        from,
        until,
        note: note.unwrap_or_default(),
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            domicile(tx, actor, new.clone())?;
            Ok(PATH.to_owned())
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("stewardship-domiciliation-kept")),
        Err(Failure::Refused(refusal)) => {
            let field = match refusal {
                DomiciliationRefused::Reversed => "until",
                _ => "organisation",
            };
            form.refuse(field, &refusal);
            shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

pub(super) async fn end(visit: Visit, Path(id): Path<Id<Domiciliation>>, mut form: Form) -> Answer {
    let Some(until) = form.parse("last_day", Day::parse) else {
        return visit.redirect_with(PATH, &Flash::error("stewardship-domiciliation-no-day"));
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            end_domiciliation(tx, actor, id, until)?;
            Ok(PATH.to_owned())
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("stewardship-domiciliation-end-kept")),
        Err(Failure::Refused(refusal)) => visit.redirect_with(PATH, &Flash::error(refusal.key())),
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

pub(super) async fn remind(visit: Visit, mut form: Form) -> Answer {
    let days = form
        .number("reminder_days")
        .filter(|days| (0..=90).contains(days));
    let Some(days) = days else {
        form.refuse_with("reminder_days", "stewardship-reminder-refused");
        return shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            set_reminder_days(tx, actor, days)?;
            Ok::<_, Failure<Infallible>>(PATH.to_owned())
        })
        .await;
    let to = done.map_err(Fault::from)?;
    visit.redirect_with(&to, &Flash::success("stewardship-reminder-kept"))
}

async fn shown(visit: &Visit, mut form: Form, status: StatusCode) -> Answer {
    let today = visit.today();
    let (all, names, organisations, days) = visit
        .read(move |tx, actor| {
            let all = domiciliations::all(tx, actor.place)?;
            let parties: Vec<Party> = all
                .iter()
                .map(|one| Party::Organisation(one.organisation))
                .collect();
            let names = people::addressees(tx, actor.place, &parties)?;
            let organisations = people::organisation_choices(tx, actor.place)?;
            let days = number_setting(tx, actor.place, REMINDER_SETTING, USUAL_REMINDER_DAYS)?;
            Ok::<_, Fault>((all, names, organisations, days))
        })
        .await?;
    if form.value("reminder_days").is_empty() {
        form.set("reminder_days", days);
    }
    let line = |one: Domiciliation| Line {
        name: names
            .get(&Party::Organisation(one.organisation))
            .map(|known| known.name.clone())
            .unwrap_or_default(),
        one,
    };
    let (past, current): (Vec<Line>, Vec<Line>) = all
        .into_iter()
        .map(line)
        .partition(|line| line.one.until.is_some_and(|until| until < today));
    let choose = (String::new(), visit.text("stewardship-choose"));
    let page = DomiciliationsPage {
        shell: visit.shell("stewardship-domiciliations"),
        form,
        current,
        past,
        organisations: std::iter::once(choose)
            .chain(
                organisations
                    .into_iter()
                    .map(|(id, name)| (id.to_string(), name.to_string())),
            )
            .collect(),
        today,
    };
    visit.page_with_status(status, &page)
}
