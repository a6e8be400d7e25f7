//! What is done from the card of a person: membership, roles, account.

use super::person;
use crate::actions;
use crate::rules::token::TokenHash;
use kernel::{Actor, Day, PersonId, Refusal, Role};
use platform::Failure;
use platform::database::Tx;
use platform::web::{Answer, Flash, Form, Path, Visit, WebError};

pub(super) async fn join(visit: Visit, Path(id): Path<PersonId>, mut form: Form) -> Answer {
    let Some(day) = form.parse("joined_on", Day::parse) else {
        return person::refused(&visit, id, form).await;
    };
    let act = move |tx: &mut Tx<'_>, actor: &Actor| actions::become_member(tx, actor, id, day).map(drop);
    run(&visit, id, form, ("joined_on", "people-member-joined"), act).await
}

pub(super) async fn leave(visit: Visit, Path(id): Path<PersonId>, mut form: Form) -> Answer {
    let Some(day) = form.parse("left_on", Day::parse) else {
        return person::refused(&visit, id, form).await;
    };
    let act = move |tx: &mut Tx<'_>, actor: &Actor| actions::end_membership(tx, actor, id, day);
    run(&visit, id, form, ("left_on", "people-member-left"), act).await
}

pub(super) async fn grant(visit: Visit, Path(id): Path<PersonId>, mut form: Form) -> Answer {
    let (role, day) = (
        form.parse("role", Role::parse),
        form.parse("from_day", Day::parse),
    );
    let until = form.parse_optional("until_day", Day::parse);
    let (Some(role), Some(day), Some(until)) = (role, day, until) else {
        return person::refused(&visit, id, form).await;
    };
    let act =
        move |tx: &mut Tx<'_>, actor: &Actor| actions::grant_role_until(tx, actor, id, role, (day, until));
    let answer = run(&visit, id, form, ("role", "people-role-granted"), act).await?;
    renewed(&visit, id, answer).await
}

pub(super) async fn end_role(visit: Visit, Path((id, role)): Path<(PersonId, String)>, form: Form) -> Answer {
    let role = Role::parse(&role).map_err(|_| WebError::NotFound)?;
    // Over at once: yesterday is the last day on which it was held.
    let last_day = visit.today().previous();
    let act = move |tx: &mut Tx<'_>, actor: &Actor| actions::end_role(tx, actor, id, role, last_day);
    let answer = run(&visit, id, form, ("role", "people-role-ended"), act).await?;
    renewed(&visit, id, answer).await
}

pub(super) async fn invite(visit: Visit, Path(id): Path<PersonId>, form: Form) -> Answer {
    let act = move |tx: &mut Tx<'_>, actor: &Actor| actions::invite(tx, actor, id).map(drop);
    run(&visit, id, form, ("invitation", "people-invited"), act).await
}

pub(super) async fn close_account(visit: Visit, Path(id): Path<PersonId>, form: Form) -> Answer {
    let act = move |tx: &mut Tx<'_>, actor: &Actor| actions::disable_account(tx, actor, id);
    run(&visit, id, form, ("account", "people-account-closed"), act).await
}

pub(super) async fn reopen_account(visit: Visit, Path(id): Path<PersonId>, form: Form) -> Answer {
    let act = move |tx: &mut Tx<'_>, actor: &Actor| actions::enable_account(tx, actor, id);
    run(&visit, id, form, ("account", "people-account-reopened"), act).await
}

/// Does one act, then back to the card; a refusal shows the card again with the message at `field`.
async fn run<R: Refusal + Send + 'static>(
    visit: &Visit,
    id: PersonId,
    mut form: Form,
    (field, done): (&str, &str),
    act: impl Fn(&mut Tx<'_>, &Actor) -> Result<(), Failure<R>> + Send + 'static,
) -> Answer {
    match visit.write(act).await {
        Ok(()) => visit.redirect_with(&format!("/office/people/{id}"), &Flash::success(done)),
        Err(Failure::Refused(refusal)) => {
            form.refuse(field, &refusal);
            person::refused(visit, id, form).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

/// Whoever changes their own roles goes on with a new token.
async fn renewed(visit: &Visit, id: PersonId, mut answer: platform::web::Response) -> Answer {
    let token = TokenHash::of(visit.session_token()).filter(|_| visit.actor.is(id));
    if let (Some(token), true) = (token, answer.status().is_redirection()) {
        let opened = visit
            .write(move |tx, actor| actions::renew_session(tx, actor, &token))
            .await?;
        visit.set_session(&mut answer, Some(opened.token.as_str()), opened.seconds);
    }
    Ok(answer)
}
