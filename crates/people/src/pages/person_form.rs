//! Adding and correcting a person.

use crate::actions;
use crate::rules::address::{Address, AddressRefused};
use crate::rules::name::PersonName;
use crate::rules::person::{NewPerson, Person, PersonRefusal};
use crate::store::{organisations, persons};
use askama::Template;
use kernel::{Email, Locale, OrganisationId, PersonId, Phone, PlaceId};
use platform::database::Tx;
use platform::web::{Answer, Flash, Form, Path, Shell, Visit, WebError};
use platform::{Failure, Fault, OrNotFound};

/// The form of a person.
#[derive(Template)]
#[template(path = "person_form.html")]
pub(super) struct PersonFormPage {
    shell: Shell,
    form: Form,
    /// Where the form goes.
    target: String,
    /// Where one goes back to.
    back: String,
    organisations: Vec<(String, String)>,
    languages: Vec<(String, String)>,
    /// Who is known by this name or address already, each with the address of their card.
    alike: Vec<(String, String)>,
}

pub(super) async fn new(visit: Visit) -> Answer {
    let form = Form::blank(&visit);
    let page = page(&visit, form, None).await?;
    visit.page(&page)
}

pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let Some(person) = read(&mut form) else {
        return refused(&visit, form, None).await;
    };
    let another = form.checked("another", "yes");
    let made = visit
        .submit(&form, move |tx, actor| {
            // Asked within the act: the same form sent twice finds its own person, and is answered as the first time.
            if !another && !persons::named(tx, actor.place, &person.name)?.is_empty() {
                return Err(Failure::Refused(PersonRefusal::Alike));
            }
            let id = actions::create_person(tx, actor, person.clone())?;
            Ok(format!("/office/people/{id}"))
        })
        .await;
    match made {
        Ok(to) => visit.redirect_with(&to, &Flash::success("people-person-added")),
        Err(Failure::Refused(refusal)) => {
            form.refuse(field_of(&refusal), &refusal);
            refused(&visit, form, None).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

pub(super) async fn edit(visit: Visit, Path(id): Path<PersonId>) -> Answer {
    let person = visit
        .read(move |tx, actor| persons::find(tx, actor.place, id)?.or_not_found())
        .await?;
    let page = page(&visit, filled(Form::blank(&visit), &person), Some(id)).await?;
    visit.page(&page)
}

pub(super) async fn update(visit: Visit, Path(id): Path<PersonId>, mut form: Form) -> Answer {
    let Some(person) = read(&mut form) else {
        return refused(&visit, form, Some(id)).await;
    };
    let changed = visit
        .write(move |tx, actor| actions::update_person(tx, actor, id, person.clone()))
        .await;
    match changed {
        Ok(()) => visit.redirect_with(
            &format!("/office/people/{id}"),
            &Flash::success("people-person-kept"),
        ),
        Err(Failure::Refused(refusal)) => {
            form.refuse(field_of(&refusal), &refusal);
            refused(&visit, form, Some(id)).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

async fn refused(visit: &Visit, form: Form, id: Option<PersonId>) -> Answer {
    let page = page(visit, form, id).await?;
    visit.refused(&page)
}

async fn page(visit: &Visit, form: Form, id: Option<PersonId>) -> Result<PersonFormPage, WebError> {
    let (choices, alike) = visit
        .read({
            let told = (id.is_none() && !form.is_valid()).then(|| form.clone());
            move |tx, actor| {
                let choices = organisations::choices(tx, actor.place)?;
                let alike = match &told {
                    Some(form) => alike(tx, actor.place, form)?,
                    None => Vec::new(),
                };
                Ok::<_, Fault>((choices, alike))
            }
        })
        .await?;
    let none = (String::new(), visit.text("people-pays-themself"));
    let named = choices
        .into_iter()
        .map(|(id, name)| (id.to_string(), name.as_str().to_owned()));
    let (title, target) = match id {
        None => ("people-person-new", "/office/people".to_owned()),
        Some(id) => ("people-person-edit", format!("/office/people/{id}")),
    };
    Ok(PersonFormPage {
        shell: visit.shell(title),
        form,
        back: target.clone(),
        target,
        organisations: std::iter::once(none).chain(named).collect(),
        languages: languages(visit),
        alike,
    })
}

/// Who is known by the name or the address that the form says already.
fn alike(tx: &mut Tx<'_>, place: PlaceId, form: &Form) -> Result<Vec<(String, String)>, Fault> {
    let mut known = match PersonName::parse(form.value("given_name"), form.value("family_name")) {
        Ok(name) => persons::named(tx, place, &name)?,
        Err(_) => Vec::new(),
    };
    if let Ok(email) = Email::parse(form.value("email"))
        && let Some(person) = persons::find_by_email(tx, place, &email)?
        && known.iter().all(|one| one.id != person.id)
    {
        known.push(person);
    }
    let told = |person: Person| {
        let email = person.email.map(|email| email.to_string());
        let parts = std::iter::once(person.name.full()).chain(email);
        let label = parts.collect::<Vec<_>>().join(" · ");
        (format!("/office/people/{}", person.id), label)
    };
    Ok(known.into_iter().map(told).collect())
}

/// The languages one may choose, after "no choice".
pub(super) fn languages(visit: &Visit) -> Vec<(String, String)> {
    let any = (String::new(), visit.text("people-language-any"));
    let named = Locale::ALL.iter().map(|locale| {
        (
            locale.code().to_owned(),
            visit.text(match locale {
                Locale::Fr => "people-language-fr",
                Locale::En => "people-language-en",
            }),
        )
    });
    std::iter::once(any).chain(named).collect()
}

/// The form opened with what is known.
pub(super) fn filled(mut form: Form, person: &Person) -> Form {
    for (name, value) in values(person) {
        form.set(name, value);
    }
    form
}

/// What is known, by field.
pub(super) fn values(person: &Person) -> Vec<(&'static str, String)> {
    let address = &person.address;
    vec![
        ("given_name", person.name.given().to_owned()),
        ("family_name", person.name.family().to_owned()),
        (
            "email",
            person.email.as_ref().map(ToString::to_string).unwrap_or_default(),
        ),
        (
            "phone",
            person.phone.as_ref().map(Phone::grouped).unwrap_or_default(),
        ),
        ("street", address.street().to_owned()),
        ("postal_code", address.postal_code().to_owned()),
        ("city", address.city().to_owned()),
        ("country", address.country().to_owned()),
        (
            "organisation",
            person.organisation.map(|id| id.to_string()).unwrap_or_default(),
        ),
        ("note", person.note.clone()),
        (
            "language",
            person
                .language
                .map(|language| language.code().to_owned())
                .unwrap_or_default(),
        ),
    ]
}

/// Everything the form says of a person; none once a message stands at a field.
fn read(form: &mut Form) -> Option<NewPerson> {
    let details = read_details(form);
    let email = form.parse_optional("email", Email::parse);
    let organisation = form.parse_optional("organisation", OrganisationId::parse);
    let note = form.value("note").to_owned();
    Some(NewPerson {
        email: email?,
        organisation: organisation?,
        note,
        ..details?
    })
}

/// What a form says of a person besides their address of mail, who pays and what the team noted.
pub(super) fn read_details(form: &mut Form) -> Option<NewPerson> {
    let name = PersonName::parse(form.value("given_name"), form.value("family_name"));
    let name = name.map_err(|refused| form.refuse("given_name", &refused)).ok();
    let phone = form.parse_optional("phone", Phone::parse);
    let address = read_address(form);
    let language = form.parse_optional("language", Locale::parse);
    Some(NewPerson {
        phone: phone?,
        address: address?,
        language: language?,
        ..NewPerson::named(name?)
    })
}

/// The postal address of a form.
pub(super) fn read_address(form: &mut Form) -> Option<Address> {
    let read = Address::parse(
        form.value("street"),
        form.value("postal_code"),
        form.value("city"),
        form.value("country"),
    );
    let field = |refused: &AddressRefused| match refused {
        AddressRefused::Unreadable => "street",
        AddressRefused::PostalCode => "postal_code",
        AddressRefused::Country => "country",
    };
    read.map_err(|refused| form.refuse(field(&refused), &refused))
        .ok()
}

/// The field at which a refusal is shown.
pub(super) fn field_of(refusal: &PersonRefusal) -> &'static str {
    match refusal {
        PersonRefusal::EmailTaken
        | PersonRefusal::EmailProtected
        | PersonRefusal::EmailNeeded
        | PersonRefusal::EmailLinkSpent => "email",
        PersonRefusal::OrganisationUnknown => "organisation",
        PersonRefusal::NoteTooLong => "note",
        PersonRefusal::AlreadyImported => "family_name",
        PersonRefusal::Alike => "another",
    }
}
