//! Asking for the place to oneself: from outside, as a member, or taken down by the team at the telephone.

use super::fields::{hireable, limit, occasions, wanted, wished};
use crate::actions::ask::{Proof, ask};
use crate::permissions::ANSWER;
use crate::rules::hire::At;
use crate::rules::wanted::Wish;
use askama::Template;
use guests::{Asked, read_contact};
use joining::HouseText;
use kernel::Day;
use people::Token;
use platform::web::{Answer, Flash, Form, Query, RateLimit, Shell, StatusCode, Visit, WebError};
use platform::{Failure, Fault};
use serde::Deserialize;
use spaces::Resource;
use spaces::store::resources;

/// Requests from one network address: nobody fills the list of the office.
const REQUESTS_BY_ADDRESS: RateLimit = RateLimit {
    tries: 10,
    seconds: 3_600,
};

/// The form.
#[derive(Template)]
#[template(path = "hire_request.html")]
pub(super) struct RequestPage {
    shell: Shell,
    form: Form,
    spaces: Vec<Resource>,
    texts: Vec<HouseText>,
    occasions: Vec<(String, String)>,
    /// Whether the visitor is known: their own name is taken.
    known: bool,
    /// Whether the team takes it down for somebody.
    team: bool,
}

impl RequestPage {
    const fn wishes() -> &'static [Wish] {
        Wish::ALL
    }
}

/// The same page for everybody, whoever has the address.
#[derive(Template)]
#[template(path = "hire_sent.html")]
pub(super) struct SentPage {
    shell: Shell,
    email: String,
}

/// Where the form begins.
#[derive(Debug, Default, Deserialize)]
pub(super) struct RequestQuery {
    space: Option<String>,
    day: Option<String>,
}

pub(super) async fn new(visit: Visit, Query(query): Query<RequestQuery>) -> Answer {
    let day = query.day.and_then(|day| Day::parse(&day).ok());
    let form = Form::blank(&visit)
        .with("starts", "09:00")
        .with("ends", "18:00")
        .with("occasion", "seminar")
        .with("spaces", query.space.unwrap_or_default())
        .with("first_day", day.map(|day| day.to_string()).unwrap_or_default());
    shown(&visit, form, StatusCode::OK).await
}

async fn shown(visit: &Visit, form: Form, status: StatusCode) -> Answer {
    let (all, texts) = visit
        .read(|tx, actor| {
            let all = resources::list(tx, actor.place)?;
            Ok::<_, Fault>((all, joining::texts_in_force(tx, actor.place)?))
        })
        .await?;
    let team = visit.actor.may(ANSWER);
    let known = visit.actor.person.is_some() && !team;
    let shell = visit.shell("hires-request-title");
    let page = RequestPage {
        occasions: occasions(&shell),
        shell,
        form,
        spaces: hireable(all),
        texts: if known || team { vec![] } else { texts },
        known,
        team,
    };
    visit.page_with_status(status, &page)
}

pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let team = visit.actor.may(ANSWER);
    let wanted = wanted(&mut form);
    let asked = match visit.actor.person {
        Some(_) if !team => own(&visit, &mut form).await?,
        _ => {
            let texts = visit
                .read(|tx, actor| joining::texts_in_force(tx, actor.place))
                .await?;
            let texts = if team { vec![] } else { texts };
            read_contact(&mut form, visit.locale, &texts)
        }
    };
    let (Some(wanted), Some(asked)) = (wanted, asked) else {
        return shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let email = asked.email.as_ref().map(ToString::to_string).unwrap_or_default();
    let signed_in = visit.actor.person.is_some();
    if !signed_in {
        people::limit_mails(&visit, &email).await?;
    }
    limit(&visit, "exclusive-hire", REQUESTS_BY_ADDRESS).await?;
    let (spaces, token) = (wished(&form), Token::from_bytes(visit.app.db.entropy().bytes()));
    let done = visit
        .submit(&form, move |tx, actor| {
            let proof = match actor.person {
                Some(_) if actor.may(ANSWER) => Proof::ByTheTeam,
                Some(person) => Proof::SignedIn(person),
                None => Proof::ByLetter(&token),
            };
            let id = ask(tx, actor, (&asked, &wanted), &spaces, proof)?;
            Ok(match proof {
                Proof::ByTheTeam => format!("/office/exclusive-hires/{id}"),
                Proof::SignedIn(_) => "/me".to_owned(),
                Proof::ByLetter(_) => String::new(),
            })
        })
        .await;
    match done {
        Ok(to) if to.is_empty() => visit.page(&SentPage {
            shell: visit.shell("hires-sent-title"),
            email,
        }),
        Ok(to) => visit.redirect_with(&to, &Flash::success("hires-asked-done")),
        Err(Failure::Refused(At { field, why })) => {
            form.refuse(field, &*why);
            shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

/// What the place knows of who is signed in; the organisation that pays for them is asked for in the same fields as of anybody.
async fn own(visit: &Visit, form: &mut Form) -> Result<Option<Asked>, WebError> {
    let known = visit
        .read(|tx, actor| {
            let person = match actor.person {
                Some(id) => people::person(tx, actor.place, id)?,
                None => None,
            };
            let organisation = match person.as_ref().and_then(|person| person.organisation) {
                Some(id) => people::organisation(tx, actor.place, id)?,
                None => None,
            };
            Ok::<_, Fault>(person.map(|person| (person, organisation)))
        })
        .await?;
    let Some((person, organisation)) = known else {
        return Ok(None);
    };
    if person.email.is_none() {
        form.refuse_with("message", "hires-refused-no-mail");
        return Ok(None);
    }
    Ok(Some(Asked {
        name: person.name,
        email: person.email,
        phone: person.phone,
        language: visit.locale,
        organisation: organisation.map(|one| (one.name, one.siren)),
        rules: None,
        privacy: None,
    }))
}
