//! The record of processing activities (GDPR, article 30): composed of what every capability declares and of what the place says of
//! itself.

use super::{declarations, my_data};
use crate::actions::keep_particulars;
use crate::documents::copy::label;
use crate::permissions::WRITE;
use crate::rules::retention::months_on;
use crate::store::retention;
use askama::Template;
use platform::personal::{Holding, Owner};
use platform::web::{Answer, Flash, Form, Shell, Visit};
use platform::{Failure, Fault, place};
use std::collections::BTreeSet;

/// What the place says of itself: the fields of the form, and the settings that hold them.
pub(crate) const PARTICULARS: &[(&str, &str)] = &[
    ("controller", "privacy_controller"),
    ("contact", "privacy_contact"),
    ("recipients", "privacy_recipients"),
    ("security", "privacy_security"),
];

/// The record.
#[derive(Template)]
#[template(path = "processing_record.html")]
pub(super) struct RecordPage {
    shell: Shell,
    form: Form,
    activities: Vec<Activity>,
    may_write: bool,
}

impl RecordPage {
    /// Who answers, or that nobody was named yet.
    fn contact(&self) -> String {
        match self.form.value("contact") {
            "" => self.shell.t("privacy-contact-missing"),
            named => named.to_owned(),
        }
    }
}

/// One kind of processing.
struct Activity {
    name: String,
    purpose: String,
    basis: String,
    /// What is held, as columns are named.
    categories: String,
    retention: Option<i64>,
    fate: String,
    law: String,
}

pub(super) async fn show(visit: Visit) -> Answer {
    let (today, known) = (visit.today(), declarations(&visit)?);
    let (rules, said) = visit
        .read(|tx, actor| {
            let mut said = Vec::new();
            for (field, setting) in PARTICULARS {
                said.push((*field, place::setting(tx, actor.place, setting)?));
            }
            Ok::<_, Fault>((retention::rules(tx, actor.place)?, said))
        })
        .await?;
    let mut form = Form::blank(&visit);
    for (field, value) in said {
        let usual = match field {
            "controller" => visit.place.name.clone(),
            "contact" => String::new(),
            other => visit.text(&format!("privacy-record-usual-{other}")),
        };
        form.set(field, value.unwrap_or(usual));
    }
    let activity = |holding: &'static Holding| {
        let decided = rules.get(holding.name).map(Vec::as_slice).unwrap_or_default();
        Activity {
            name: visit.text(holding.name),
            purpose: visit.text(&format!("{}-purpose", holding.name)),
            basis: visit.text(&holding.basis.message()),
            categories: categories(&visit, holding),
            retention: holding.retention.map(|bounds| months_on(&bounds, decided, today)),
            fate: visit.text(&format!("privacy-fate-{}", holding.fate.code())),
            law: my_data::law(&visit, holding),
        }
    };
    visit.page(&RecordPage {
        shell: visit.shell("privacy-record"),
        form,
        activities: known.holdings().map(activity).collect(),
        may_write: visit.actor.may(WRITE),
    })
}

/// What is held, each thing once, in the words of a copy.
fn categories(visit: &Visit, holding: &Holding) -> String {
    let shown = holding.tables.iter().flat_map(|held| held.shown.iter());
    let addresses = holding.tables.iter().flat_map(|held| {
        held.owners.iter().filter_map(|owner| match owner {
            Owner::Address(column) => Some(column),
            _ => None,
        })
    });
    let names: BTreeSet<String> = shown
        .chain(addresses)
        .map(|column| visit.text(&label(column)))
        .collect();
    names.into_iter().collect::<Vec<_>>().join(", ")
}

pub(super) async fn update(visit: Visit, form: Form) -> Answer {
    let said: Vec<(&'static str, String)> = PARTICULARS
        .iter()
        .map(|(field, setting)| (*setting, form.value(field).to_owned()))
        .collect();
    let done = visit
        .submit(&form, move |tx, actor| {
            keep_particulars(tx, actor, &said)?;
            Ok("/office/processing-record".to_owned())
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("privacy-record-kept")),
        Err(Failure::Refused(why)) => visit.redirect_with(
            "/office/processing-record",
            &Flash::error(kernel::Refusal::key(&why)),
        ),
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}
