//! Proposing an event to the council, and following the answer (T34).

use crate::actions;
use crate::permissions::OWN;
use crate::rules::proposal::{Idea, Proposal, ProposalRefused, Remark, RemarkKind};
use crate::rules::prose;
use crate::store::proposals;
use askama::Template;
use kernel::{Email, Name};
use platform::web::{Answer, Flash, Form, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault};

/// The form, and what one proposed before.
#[derive(Template)]
#[template(path = "proposal_new.html")]
pub(super) struct NewProposalPage {
    shell: Shell,
    form: Form,
    /// Whether somebody is signed in who may propose.
    member: bool,
    /// Whether the place takes proposals from who is not.
    outside: bool,
    mine: Vec<Proposal>,
}

/// Said to somebody from outside once they proposed.
#[derive(Template)]
#[template(path = "proposal_sent.html")]
pub(super) struct SentPage {
    shell: Shell,
    email: String,
}

/// A proposal as who made it sees it.
#[derive(Template)]
#[template(path = "proposal.html")]
pub(super) struct ProposalPage {
    shell: Shell,
    form: Form,
    /// The end of its own address.
    key: String,
    one: Proposal,
    /// Questions and answers.
    said: Vec<Remark>,
}

impl ProposalPage {
    fn is(&self, code: &str) -> bool {
        self.one.state.code() == code
    }

    fn may_withdraw(&self) -> bool {
        self.one.state.is_open()
    }

    fn asks(&self, remark: &Remark) -> bool {
        remark.kind == RemarkKind::Question
    }
}

pub(super) async fn new(visit: Visit) -> Answer {
    let form = Form::blank(&visit);
    shown(&visit, form, StatusCode::OK).await
}

async fn shown(visit: &Visit, form: Form, status: StatusCode) -> Answer {
    let member = visit.actor.person.is_some() && visit.actor.may(OWN);
    let (outside, mine) = visit
        .read(|tx, actor| {
            let mine = match actor.person {
                Some(person) => proposals::of_person(tx, actor.place, person)?,
                None => vec![],
            };
            Ok::<_, Fault>((actions::settings(tx, actor.place)?.outside_proposals, mine))
        })
        .await?;
    let page = NewProposalPage {
        shell: visit.shell("events-propose"),
        form,
        member,
        outside,
        mine,
    };
    visit.page_with_status(status, &page)
}

pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let title = form.parse("title", prose::filled_line);
    let body = form.parse("body", prose::text);
    let wish = form.parse_optional("wish", prose::text);
    let (Some(title), Some(body), Some(wish)) = (title, body, wish) else {
        return shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let idea = Idea {
        title,
        body,
        wish: wish.unwrap_or_default(),
    };
    if visit.actor.person.is_some() && visit.actor.may(OWN) {
        let done = visit
            .submit(&form, move |tx, actor| {
                let one = actions::propose(tx, actor, &idea)?;
                Ok::<_, Failure<std::convert::Infallible>>(format!("/proposals/{}", one.id))
            })
            .await;
        let to = done.map_err(Failure::no_refusal)?;
        return visit.redirect_with(&to, &Flash::success("events-proposed"));
    }
    from_outside(visit, form, idea).await
}

async fn from_outside(visit: Visit, mut form: Form, idea: Idea) -> Answer {
    let name = form.parse("name", Name::parse);
    let email = form.parse("email", Email::parse);
    let (Some(name), Some(email)) = (name, email) else {
        return shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    people::limit_mails(&visit, email.as_str()).await?;
    let (told, language) = (email.to_string(), visit.locale);
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::propose_from_outside(tx, actor, (&name, &email, language), &idea)?;
            Ok("/proposals/new".to_owned())
        })
        .await;
    match done {
        Ok(_) => visit.page(&SentPage {
            shell: visit.shell("events-sent-title"),
            email: told,
        }),
        Err(Failure::Refused(refusal)) => {
            form.refuse("email", &refusal);
            shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

pub(super) async fn show(visit: Visit, Path(token): Path<String>) -> Answer {
    let form = Form::blank(&visit);
    one_shown(&visit, token, form, StatusCode::OK).await
}

async fn one_shown(visit: &Visit, token: String, form: Form, status: StatusCode) -> Answer {
    let key = token.clone();
    let (one, mut said) = visit
        .read(move |tx, actor| {
            let one = actions::proposal_behind(tx, actor, &token)?;
            let said = proposals::remarks(tx, actor.place, one.id)?;
            Ok::<_, Fault>((one, said))
        })
        .await?;
    // What the council says among itself stays there.
    said.retain(|remark| remark.kind != RemarkKind::Comment);
    let page = ProposalPage {
        shell: visit.shell_titled(one.idea.title.clone()),
        form,
        key,
        one,
        said,
    };
    visit.page_with_status(status, &page)
}

pub(super) async fn confirm(visit: Visit, Path(token): Path<String>, form: Form) -> Answer {
    let secret = token.clone();
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::confirm_proposal(tx, actor, &secret)?;
            Ok(format!("/proposals/{secret}"))
        })
        .await;
    answered(&visit, token, form, (done, "events-proposed")).await
}

pub(super) async fn answer(visit: Visit, Path(token): Path<String>, mut form: Form) -> Answer {
    let Some(body) = form.parse("answer", prose::text) else {
        return one_shown(&visit, token, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let secret = token.clone();
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::answer_question(tx, actor, &secret, &body)?;
            Ok(format!("/proposals/{secret}"))
        })
        .await;
    answered(&visit, token, form, (done, "events-answer-sent")).await
}

pub(super) async fn withdraw(visit: Visit, Path(token): Path<String>, form: Form) -> Answer {
    let secret = token.clone();
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::withdraw_proposal(tx, actor, &secret)?;
            Ok(format!("/proposals/{secret}"))
        })
        .await;
    answered(&visit, token, form, (done, "events-proposal-is-withdrawn")).await
}

async fn answered(
    visit: &Visit,
    token: String,
    mut form: Form,
    (done, flash): (Result<String, Failure<ProposalRefused>>, &'static str),
) -> Answer {
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success(flash)),
        Err(Failure::Refused(refusal)) => {
            form.refuse("answer", &refusal);
            one_shown(visit, token, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}
