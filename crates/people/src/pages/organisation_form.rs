//! Adding and correcting an organisation.

use super::person_form::read_address;
use crate::actions;
use crate::rules::person::{NewOrganisation, Organisation, OrganisationRefusal};
use crate::store::organisations;
use askama::Template;
use kernel::{Email, Name, OrganisationId, Phone, Siren, VatNumber};
use platform::web::{Answer, Flash, Form, Path, Shell, Visit};
use platform::{Failure, OrNotFound};

/// The form of an organisation.
#[derive(Template)]
#[template(path = "organisation_form.html")]
pub(super) struct OrganisationFormPage {
    shell: Shell,
    form: Form,
    /// Where the form goes, and where one goes back to.
    target: String,
}

impl OrganisationFormPage {
    fn new(visit: &Visit, form: Form, id: Option<OrganisationId>) -> Self {
        let (title, target) = match id {
            None => ("people-organisation-new", "/office/organisations".to_owned()),
            Some(id) => ("people-organisation-edit", format!("/office/organisations/{id}")),
        };
        Self {
            shell: visit.shell(title),
            form,
            target,
        }
    }
}

pub(super) async fn new(visit: Visit) -> Answer {
    let form = Form::blank(&visit);
    visit.page(&OrganisationFormPage::new(&visit, form, None))
}

pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let Some(organisation) = read(&mut form) else {
        return visit.refused(&OrganisationFormPage::new(&visit, form, None));
    };
    let made = visit
        .submit(&form, move |tx, actor| {
            let id = actions::create_organisation(tx, actor, organisation.clone())?;
            Ok(format!("/office/organisations/{id}"))
        })
        .await;
    match made {
        Ok(to) => visit.redirect_with(&to, &Flash::success("people-organisation-added")),
        Err(Failure::Refused(refusal)) => {
            form.refuse(field_of(&refusal), &refusal);
            visit.refused(&OrganisationFormPage::new(&visit, form, None))
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

pub(super) async fn edit(visit: Visit, Path(id): Path<OrganisationId>) -> Answer {
    let organisation = visit
        .read(move |tx, actor| organisations::find(tx, actor.place, id)?.or_not_found())
        .await?;
    let form = filled(Form::blank(&visit), &organisation);
    visit.page(&OrganisationFormPage::new(&visit, form, Some(id)))
}

pub(super) async fn update(visit: Visit, Path(id): Path<OrganisationId>, mut form: Form) -> Answer {
    let Some(organisation) = read(&mut form) else {
        return visit.refused(&OrganisationFormPage::new(&visit, form, Some(id)));
    };
    let changed = visit
        .write(move |tx, actor| actions::update_organisation(tx, actor, id, organisation.clone()))
        .await;
    match changed {
        Ok(()) => {
            let flash = Flash::success("people-organisation-kept");
            visit.redirect_with(&format!("/office/organisations/{id}"), &flash)
        }
        Err(Failure::Refused(refusal)) => {
            form.refuse(field_of(&refusal), &refusal);
            visit.refused(&OrganisationFormPage::new(&visit, form, Some(id)))
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

fn filled(form: Form, organisation: &Organisation) -> Form {
    let address = &organisation.address;
    form.with("name", &organisation.name)
        .with(
            "siren",
            organisation
                .siren
                .as_ref()
                .map(Siren::grouped)
                .unwrap_or_default(),
        )
        .with(
            "vat_number",
            organisation
                .vat_number
                .as_ref()
                .map(ToString::to_string)
                .unwrap_or_default(),
        )
        .with(
            "email",
            organisation
                .email
                .as_ref()
                .map(ToString::to_string)
                .unwrap_or_default(),
        )
        .with(
            "phone",
            organisation
                .phone
                .as_ref()
                .map(Phone::grouped)
                .unwrap_or_default(),
        )
        .with("street", address.street())
        .with("postal_code", address.postal_code())
        .with("city", address.city())
        .with("country", address.country())
}

fn read(form: &mut Form) -> Option<NewOrganisation> {
    let name = form.parse("name", Name::parse);
    let siren = form.parse_optional("siren", Siren::parse);
    let vat_number = form.parse_optional("vat_number", VatNumber::parse);
    let email = form.parse_optional("email", Email::parse);
    let phone = form.parse_optional("phone", Phone::parse);
    let address = read_address(form);
    Some(NewOrganisation {
        name: name?,
        siren: siren?,
        vat_number: vat_number?,
        email: email?,
        phone: phone?,
        address: address?,
        external_ref: None,
    })
}

fn field_of(refusal: &OrganisationRefusal) -> &'static str {
    match refusal {
        OrganisationRefusal::SirenTaken => "siren",
        OrganisationRefusal::AlreadyImported => "name",
    }
}
