//! Keys: one's own, and those of everybody for who runs the place.

use crate::actions::tokens::{make_token, revoke_token};
use crate::endpoints;
use crate::rules::scope::Scope;
use crate::rules::token::{NewToken, Token, hash_of, secret};
use crate::store::tokens;
use askama::Template;
use kernel::{Actor, Id, Instant, PersonId};
use platform::web::{Access, Answer, Flash, Form, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault};
use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;

/// For how many days a key is good when nothing else is chosen.
const USUAL_DAYS: &str = "90";
/// What may be chosen.
const DAYS: [i64; 4] = [30, 90, 365, 730];

/// One's own keys.
#[derive(Template)]
#[template(path = "my_tokens.html")]
pub(super) struct MyTokensPage {
    shell: Shell,
    form: Form,
    lines: Vec<Line>,
    scopes: Vec<(String, String)>,
    days: Vec<(String, String)>,
    /// The secret that was made just now.
    fresh: Option<String>,
    base_url: String,
}

/// Everybody's keys.
#[derive(Template)]
#[template(path = "office_tokens.html")]
pub(super) struct OfficeTokensPage {
    shell: Shell,
    lines: Vec<Line>,
}

/// A key in a list.
pub(super) struct Line {
    token: Token,
    holder: String,
    state: &'static str,
    badge: &'static str,
}

impl Line {
    fn new(token: Token, holder: String, now: Instant) -> Self {
        let (state, badge) = match (token.revoked_at, token.is_open_at(now)) {
            (Some(_), _) => ("api-key-revoked", "neutral"),
            (None, false) => ("api-key-expired", "neutral"),
            (None, true) => ("api-key-open", "success"),
        };
        Self {
            token,
            holder,
            state,
            badge,
        }
    }

    fn is_open(&self) -> bool {
        self.badge == "success"
    }

    /// What it opens: the message that says it, and its code.
    fn scopes(&self) -> impl Iterator<Item = (String, &'static str)> {
        self.token
            .scopes
            .iter()
            .map(|scope| (scope.message(), scope.code()))
    }
}

pub(super) async fn mine(visit: Visit) -> Answer {
    let form = Form::blank(&visit).with("days", USUAL_DAYS);
    shown(&visit, form, None, StatusCode::OK).await
}

pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let days = form.number("days");
    let scopes: BTreeSet<Scope> = form
        .values("scopes")
        .filter_map(|code| Scope::parse(code).ok())
        .collect();
    let Some(days) = days else {
        return shown(&visit, form, None, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let new = NewToken {
        name: form.value("name").to_owned(),
        scopes,
        days,
    };
    let fresh = secret(visit.app.db.entropy().bytes());
    let made = fresh.clone();
    let done = visit
        .submit(&form, move |tx, actor| {
            make_token(tx, actor, &new, &made)?;
            Ok("/me/api".to_owned())
        })
        .await;
    match done {
        Ok(to) if !is_kept(&visit, &fresh).await? => {
            // The same form was sent before: that answer showed the secret.
            visit.redirect_with(&to, &Flash::success("api-key-made-before"))
        }
        Ok(_) => {
            let form = Form::blank(&visit).with("days", USUAL_DAYS);
            shown(&visit, form, Some(fresh), StatusCode::OK).await
        }
        Err(Failure::Refused(refusal)) => {
            let field = match refusal {
                crate::rules::token::TokenRefused::NoScope => "scopes",
                crate::rules::token::TokenRefused::Days { .. } => "days",
                _ => "name",
            };
            form.refuse(field, &refusal);
            shown(&visit, form, None, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

async fn is_kept(visit: &Visit, secret: &str) -> Result<bool, Fault> {
    let hash = hash_of(secret).unwrap_or_default();
    visit
        .read(move |tx, actor| Ok(tokens::by_hash(tx, actor.place, &hash)?.is_some()))
        .await
}

pub(super) async fn revoke(visit: Visit, Path(id): Path<Id<Token>>, form: Form) -> Answer {
    revoked(&visit, id, &form, "/me/api").await
}

pub(super) async fn revoke_any(visit: Visit, Path(id): Path<Id<Token>>, form: Form) -> Answer {
    revoked(&visit, id, &form, "/office/api").await
}

async fn revoked(visit: &Visit, id: Id<Token>, form: &Form, to: &'static str) -> Answer {
    let done: Result<String, Failure<Infallible>> = visit
        .submit(form, move |tx, actor| {
            revoke_token(tx, actor, id)?;
            Ok(to.to_owned())
        })
        .await;
    visit.redirect_with(
        &done.map_err(Failure::no_refusal)?,
        &Flash::success("api-key-taken-back"),
    )
}

pub(super) async fn all(visit: Visit) -> Answer {
    let (all, names) = visit
        .read(|tx, actor| {
            let all = tokens::all(tx, actor.place)?;
            let persons: BTreeSet<PersonId> = all.iter().map(|token| token.person).collect();
            let persons: Vec<PersonId> = persons.into_iter().collect();
            let names = people::names_of(tx, actor.place, &persons)?;
            Ok::<_, Fault>((all, names))
        })
        .await?;
    visit.page(&OfficeTokensPage {
        shell: visit.shell("api-keys-title"),
        lines: lines(all, &names, visit.now),
    })
}

fn lines(tokens: Vec<Token>, names: &BTreeMap<PersonId, String>, now: Instant) -> Vec<Line> {
    let line = |token: Token| {
        let holder = names.get(&token.person).cloned().unwrap_or_default();
        Line::new(token, holder, now)
    };
    tokens.into_iter().map(line).collect()
}

async fn shown(visit: &Visit, form: Form, fresh: Option<String>, status: StatusCode) -> Answer {
    let own = visit
        .read(|tx, actor| {
            let person = actor.person.ok_or(Fault::Forbidden)?;
            tokens::of_person(tx, actor.place, person).map_err(Fault::from)
        })
        .await?;
    let page = MyTokensPage {
        shell: visit.shell("api-my-keys-title"),
        form,
        lines: lines(own, &BTreeMap::new(), visit.now),
        scopes: useful(&visit.actor)
            .into_iter()
            .map(|scope| (scope.code().to_owned(), visit.text(&scope.message())))
            .collect(),
        days: DAYS
            .iter()
            .map(|days| (days.to_string(), visit.text(&format!("api-days-{days}"))))
            .collect(),
        fresh,
        base_url: visit.app.settings.base_url.clone(),
    };
    visit.page_with_status(status, &page)
}

/// The scopes that open something to this person.
fn useful(actor: &Actor) -> Vec<Scope> {
    let all = endpoints::all();
    let opens = |scope: Scope| {
        all.iter()
            .filter(|endpoint| endpoint.scope == Some(scope))
            .any(|endpoint| match endpoint.access {
                Access::Public | Access::SignedIn => true,
                Access::Needs(permission) => actor.may(permission),
                Access::Any(permissions) => permissions.iter().any(|one| actor.may(*one)),
            })
    };
    Scope::ALL.iter().copied().filter(|scope| opens(*scope)).collect()
}
