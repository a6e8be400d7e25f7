//! One's own details, address and password.

use super::{door, person_form};
use crate::actions::{self, OwnDetails};
use crate::hashing;
use crate::rules::access::Account;
use crate::rules::password::{Password, PasswordRefused};
use crate::rules::person::Person;
use crate::rules::token::TokenHash;
use crate::store::{accounts, persons};
use askama::Template;
use kernel::Locale;
use platform::web::{Answer, Flash, Form, Shell, Visit, WebError};
use platform::{Failure, Fault, OrNotFound};

/// One's own details, then address and password, each a form of its own.
#[derive(Template)]
#[template(path = "profile.html")]
pub(super) struct ProfilePage {
    shell: Shell,
    form: Form,
    email: String,
    has_password: bool,
    languages: Vec<(String, String)>,
}

/// "My account", from the menu of every page.
pub(super) async fn account(visit: Visit) -> Answer {
    visit.redirect("/me/profile")
}

pub(super) async fn edit(visit: Visit) -> Answer {
    let (person, account) = own(&visit).await?;
    let form = person_form::filled(Form::blank(&visit), &person);
    visit.page(&page(&visit, form, &account))
}

pub(super) async fn update(visit: Visit, mut form: Form) -> Answer {
    let Some(read) = person_form::read_details(&mut form) else {
        return refused(&visit, form).await;
    };
    let language = read.language;
    let details = OwnDetails {
        name: read.name,
        phone: read.phone,
        address: read.address,
        language,
    };
    let changed = visit
        .write(move |tx, actor| actions::update_own_details(tx, actor, details.clone()))
        .await;
    match changed {
        Ok(()) => done(&visit, "people-profile-kept", language),
        Err(Failure::Refused(refusal)) => {
            form.refuse(person_form::field_of(&refusal), &refusal);
            refused(&visit, form).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

pub(super) async fn update_password(visit: Visit, mut form: Form) -> Answer {
    let Some(present) = proven(&visit, &mut form, "present_password").await? else {
        return refused(&visit, form).await;
    };
    let Some(hash) = door::new_password(&visit, &mut form).await? else {
        return refused(&visit, form).await;
    };
    let kept = TokenHash::of(visit.session_token());
    let changed = visit
        .write(move |tx, actor| actions::change_password(tx, actor, present.as_deref(), &hash, kept.as_ref()))
        .await;
    match changed {
        Ok(()) => done(&visit, "people-password-kept", None),
        Err(Failure::Refused(refusal)) => {
            form.refuse("present_password", &refusal);
            refused(&visit, form).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

/// The hash that the present password was found to have: `Some(None)` for an account that has none, `None` once a message
/// stands at its field.
///
/// # Errors
/// After too many tries; as the database says.
pub async fn proven(visit: &Visit, form: &mut Form, field: &str) -> Result<Option<Option<String>>, WebError> {
    let (_, account) = own(visit).await?;
    let Some(hash) = account.password_hash else {
        return Ok(Some(None));
    };
    door::limit_tries(visit, account.email.as_str()).await?;
    let right = match Password::typed(door::secret(form, field)) {
        Ok(password) => hashing::verify(password, Some(hash.clone())).await?,
        Err(_) => false,
    };
    if right {
        return Ok(Some(Some(hash)));
    }
    form.refuse(field, &PasswordRefused::Wrong);
    Ok(None)
}

/// The page again, with what was typed and the rest as it is.
pub(super) async fn refused(visit: &Visit, form: Form) -> Answer {
    let (person, account) = own(visit).await?;
    let mut form = door::without_secrets(form);
    for (name, value) in person_form::values(&person) {
        if !form.pairs().iter().any(|(typed, _)| typed == name) {
            form.set(name, value);
        }
    }
    visit.refused(&page(visit, form, &account))
}

fn page(visit: &Visit, form: Form, account: &Account) -> ProfilePage {
    ProfilePage {
        shell: visit.shell("people-profile-title"),
        form,
        email: account.email.to_string(),
        has_password: account.password_hash.is_some(),
        languages: person_form::languages(visit),
    }
}

pub(super) async fn own(visit: &Visit) -> Result<(Person, Account), Fault> {
    visit
        .read(|tx, actor| {
            let (person, account) = actor.person.zip(actor.account).or_not_found()?;
            let person = persons::find(tx, actor.place, person)?.or_not_found()?;
            let account = accounts::find(tx, actor.place, account)?.or_not_found()?;
            Ok((person, account))
        })
        .await
}

fn done(visit: &Visit, key: &str, language: Option<Locale>) -> Answer {
    let mut response = visit.redirect_with("/me/profile", &Flash::success(key))?;
    if let Some(language) = language {
        visit.set_language(&mut response, language);
    }
    Ok(response)
}
