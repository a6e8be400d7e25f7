//! Reduced tariffs that I asked for, and asking for one with a proof (T91).

use super::words;
use crate::actions::reduce::{NewReduction, ask_reduction, withdraw_reduction};
use crate::rules::reduction::{ReducedTariff, Reduction, ReductionRefused, ReductionState};
use crate::store::reductions;
use askama::Template;
use kernel::Id;
use people::Party;
use platform::web::{Answer, Flash, Form, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound};

const ADDRESS: &str = "/me/reductions";

/// What I asked for, and the form.
#[derive(Template)]
#[template(path = "my_reductions.html")]
pub(super) struct MyReductionsPage {
    shell: Shell,
    form: Form,
    asked: Vec<Reduction>,
    tariffs: Vec<ReducedTariff>,
    /// The organisation that pays for me.
    organisation: Option<String>,
}

impl MyReductionsPage {
    /// The tariffs that can be asked for, for the cards.
    fn cards(&self) -> Vec<(String, String, String)> {
        let card = |tariff: &ReducedTariff| {
            let rate = self.shell.t1(
                "offers-discount-told",
                "rate",
                self.shell.rate(&tariff.terms.rate),
            );
            let what = words::off_what(&self.shell, &tariff.terms);
            let text = format!("{rate} · {what}. {}", tariff.terms.proof);
            (tariff.id.to_string(), tariff.terms.name.to_string(), text)
        };
        self.tariffs.iter().map(card).collect()
    }

    fn whom(&self) -> Vec<(String, String, String)> {
        let me = (
            "me".to_owned(),
            self.shell.t("offers-reduction-for-me"),
            String::new(),
        );
        let organisation = self.organisation.iter().map(|name| {
            let text = self.shell.t("offers-reduction-for-organisation");
            ("organisation".to_owned(), name.clone(), text)
        });
        std::iter::once(me).chain(organisation).collect()
    }

    fn days(&self, reduction: &Reduction) -> String {
        words::reduction_days(&self.shell, reduction)
    }

    fn waits(&self, reduction: &Reduction) -> bool {
        reduction.state == ReductionState::Asked
    }
}

pub(super) async fn index(visit: Visit) -> Answer {
    let form = Form::blank(&visit).with("whom", "me");
    shown(&visit, form, StatusCode::OK).await
}

pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let tariff = form.parse("tariff", Id::parse);
    let file = form
        .file("file")
        .map(|file| (file.filename.clone(), file.content.to_vec()));
    let Some(tariff) = tariff else {
        return shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let new = NewReduction {
        tariff,
        for_organisation: form.checked("whom", "organisation"),
        words: form.value("words").to_owned(),
        file,
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            ask_reduction(tx, actor, &new)?;
            Ok(ADDRESS.to_owned())
        })
        .await;
    answer(&visit, form, done, "offers-reduction-sent").await
}

pub(super) async fn withdraw(visit: Visit, Path(id): Path<Id<Reduction>>, form: Form) -> Answer {
    let done = visit
        .submit(&form, move |tx, actor| {
            withdraw_reduction(tx, actor, id)?;
            Ok(ADDRESS.to_owned())
        })
        .await;
    answer(&visit, form, done, "offers-reduction-taken-back").await
}

async fn answer(
    visit: &Visit,
    mut form: Form,
    done: Result<String, Failure<ReductionRefused>>,
    told: &str,
) -> Answer {
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success(told)),
        Err(Failure::Refused(refusal)) => {
            form.refuse(field_of(&refusal), &refusal);
            shown(visit, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

fn field_of(refusal: &ReductionRefused) -> &'static str {
    match refusal {
        ReductionRefused::FileKind | ReductionRefused::FileTooLarge { .. } => "file",
        ReductionRefused::NoOrganisation => "whom",
        ReductionRefused::NotOffered | ReductionRefused::AskedAlready => "tariff",
        _ => "words",
    }
}

async fn shown(visit: &Visit, form: Form, status: StatusCode) -> Answer {
    let (asked, mut tariffs, organisation) = visit
        .read(|tx, actor| {
            let (place, person) = (actor.place, actor.person.or_not_found()?);
            let asked = reductions::of_person(tx, place, person)?;
            let organisation = match people::payer(tx, place, person)? {
                Party::Organisation(id) => people::organisation(tx, place, id)?,
                Party::Person(_) => None,
            };
            let organisation = organisation.map(|found| found.name.to_string());
            Ok::<_, Fault>((asked, reductions::tariffs(tx, place)?, organisation))
        })
        .await?;
    tariffs.retain(|tariff| tariff.terms.active);
    let page = MyReductionsPage {
        shell: visit.shell("offers-reductions-mine"),
        form,
        asked,
        tariffs,
        organisation,
    };
    visit.page_with_status(status, &page)
}
