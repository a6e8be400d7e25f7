//! A new member at the desk: who they are, what they take, what they agree to, in one form (T8).

use super::application::{person_cards, read_whom};
use super::asked;
use crate::actions::{self, Admission, Alike, alike};
use crate::rules::application::Asked;
use crate::rules::offer::Proposed;
use crate::rules::text::Consent;
use crate::rules::tour::Tour;
use crate::store::{texts, tours};
use askama::Template;
use kernel::{Day, Id, Locale};
use platform::web::{Answer, Flash, Form, Query, Shell, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound};
use serde::Deserialize;

/// The form of the desk.
#[derive(Template)]
#[template(path = "admission.html")]
pub(super) struct AdmissionPage {
    shell: Shell,
    form: Form,
    offers: Vec<(String, String, String)>,
    texts: Vec<Consent>,
    languages: Vec<(String, String)>,
    alike: Alike,
    persons: Vec<(String, String, String)>,
}

/// After which tour.
#[derive(Debug, Default, Deserialize)]
pub(super) struct AdmissionQuery {
    tour: Option<String>,
}

pub(super) async fn new(visit: Visit, Query(query): Query<AdmissionQuery>) -> Answer {
    let mut form = Form::blank(&visit)
        .with("from", visit.today())
        .with("language", visit.place.language.code());
    let tour = query.tour.and_then(|text| Id::<Tour>::parse(&text).ok());
    if let Some(tour) = tour {
        let known = visit
            .read(move |tx, actor| {
                let known = tours::find(tx, actor.place, tour)?.or_not_found()?;
                Ok::<_, Fault>(known)
            })
            .await?;
        let who = &known.prospect;
        let (given, family) = who
            .name
            .as_str()
            .split_once(' ')
            .unwrap_or(("", who.name.as_str()));
        form.set("given_name", given);
        form.set("family_name", family);
        form.set(
            "email",
            who.email.as_ref().map(ToString::to_string).unwrap_or_default(),
        );
        form.set(
            "phone",
            who.phone.as_ref().map(kernel::Phone::grouped).unwrap_or_default(),
        );
        form.set("tour", tour);
        form.set("language", who.language.code());
        if let Some(person) = known.person {
            form.set("person", person);
        }
    }
    shown(&visit, form, None, StatusCode::OK).await
}

async fn shown(visit: &Visit, form: Form, asked: Option<Asked>, status: StatusCode) -> Answer {
    let today = visit.today();
    let (proposed, texts, alike) = visit
        .read(move |tx, actor| {
            let alike = match &asked {
                Some(asked) => alike(tx, actor.place, asked)?,
                None => Alike::default(),
            };
            let proposed: Vec<Proposed> = actions::proposed(tx, actor.place, today)?;
            Ok::<_, Fault>((proposed, texts::current(tx, actor.place)?, alike))
        })
        .await?;
    let shell = visit.shell("joining-new-member");
    let languages = Locale::ALL.iter().map(|language| {
        let key = format!("people-language-{}", language.code());
        (language.code().to_owned(), visit.text(&key))
    });
    let page = AdmissionPage {
        offers: asked::desk_cards(&shell, &proposed),
        persons: person_cards(&shell, &alike),
        languages: languages.collect(),
        shell,
        form,
        texts: texts.iter().map(Consent::from).collect(),
        alike,
    };
    visit.page_with_status(status, &page)
}

pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let texts = visit
        .read(|tx, actor| texts::current(tx, actor.place))
        .await
        .map_err(Fault::from)?;
    let asked = asked::read(&visit, &mut form, &texts, false);
    let whom = read_whom(&mut form);
    let from = form.parse("from", Day::parse);
    let (Some(asked), Some(whom), Some(from)) = (asked, whom, from) else {
        return shown(&visit, form, None, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (asking, what) = (visit.clone(), asked.clone());
    let done = visit
        .submit(&form, move |tx, actor| {
            let set = actions::settings(tx, actor.place)?.first_visit;
            let admission = Admission {
                whom,
                offer: what.offer,
                coupon: what.coupon.clone(),
                from,
                letter: String::new(),
                steps: super::steps(&asking, &set),
            };
            let person = actions::admit(tx, actor, &what, &admission)?;
            Ok(format!("/office/newcomers/{person}"))
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("joining-admitted")),
        Err(Failure::Refused(at)) => {
            form.refuse(at.field, &*at.why);
            shown(&visit, form, Some(asked), StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}
