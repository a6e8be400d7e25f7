//! What is done to an agreement from its page.

use super::partner::{Compared, Fresh, shown};
use crate::actions::agreements::{
    end as end_agreement, invite_again, resume as resume_agreement, suspend as suspend_agreement,
};
use crate::actions::claims::{charge_month, lines, uncharge_month};
use crate::calls::{CallFailed, Correspondent, call};
use crate::rules::agreement::{PartnerId, PartnerRefused};
use crate::rules::code::Invitation;
use crate::rules::visit::{Side, VisitRefused};
use crate::store::partners;
use crate::wire::{STATEMENTS, StatementAnswer, StatementCall};
use kernel::{Actor, Month, Refusal};
use platform::database::Tx;
use platform::messages::Argument;
use platform::web::{Answer, Flash, Form, Path, StatusCode, Visit, WebError};
use platform::{Failure, Fault, OrNotFound as _};

fn month_of(visit: &Visit, form: &Form) -> Month {
    Month::parse(form.value("month")).unwrap_or_else(|_| visit.today().month_of())
}

async fn refused(visit: &Visit, id: PartnerId, mut form: Form, refusal: &(impl Refusal + Sync)) -> Answer {
    let month = month_of(visit, &form);
    form.refuse("statement", refusal);
    shown(
        visit,
        (id, month),
        form,
        Fresh::default(),
        StatusCode::UNPROCESSABLE_ENTITY,
    )
    .await
}

/// `POST /office/network/{id}/invitation`: another text, told once.
pub(super) async fn invite(visit: Visit, Path(id): Path<PartnerId>, form: Form) -> Answer {
    let invitation = Invitation::new(visit.app.db.entropy().bytes());
    let made = invitation.clone();
    let done = visit
        .submit(&form, move |tx, actor| {
            invite_again(tx, actor, id, &made)?;
            Ok(format!("/office/network/{id}"))
        })
        .await;
    match done {
        Ok(_) => told_once(&visit, id, invitation).await,
        Err(Failure::Refused(refusal)) => refused(&visit, id, form, &refusal).await,
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

/// The page with the text of the invitation, unless the same form had been sent before: that answer showed it.
pub(super) async fn told_once(visit: &Visit, id: PartnerId, invitation: Invitation) -> Answer {
    let kept = visit
        .read(move |tx, actor| partners::find(tx, actor.place, id))
        .await
        .map_err(Fault::from)?
        .or_not_found()?;
    if kept.invitation != invitation.key() {
        let to = format!("/office/network/{id}");
        return visit.redirect_with(&to, &Flash::success("network-invited-before"));
    }
    let fresh = Fresh {
        invitation: Some(invitation),
        ..Fresh::default()
    };
    let month = visit.today().month_of();
    shown(visit, (id, month), Form::blank(visit), fresh, StatusCode::OK).await
}

pub(super) async fn suspend(visit: Visit, Path(id): Path<PartnerId>, form: Form) -> Answer {
    act(visit, id, form, suspend_agreement, "network-is-suspended").await
}

pub(super) async fn resume(visit: Visit, Path(id): Path<PartnerId>, form: Form) -> Answer {
    act(visit, id, form, resume_agreement, "network-is-resumed").await
}

pub(super) async fn end(visit: Visit, Path(id): Path<PartnerId>, form: Form) -> Answer {
    act(visit, id, form, end_agreement, "network-is-ended").await
}

type Act = fn(&mut Tx<'_>, &Actor, PartnerId) -> Result<(), Failure<PartnerRefused>>;

async fn act(visit: Visit, id: PartnerId, form: Form, act: Act, said: &'static str) -> Answer {
    let done = visit
        .submit(&form, move |tx, actor| {
            act(tx, actor, id)?;
            Ok(format!("/office/network/{id}"))
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success(said)),
        Err(Failure::Refused(refusal)) => refused(&visit, id, form, &refusal).await,
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

/// `POST /office/network/{id}/comparison`: what the other place holds of a month.
pub(super) async fn compare(visit: Visit, Path(id): Path<PartnerId>, form: Form) -> Answer {
    let month = month_of(&visit, &form);
    let (partner, said) = visit
        .read(move |tx, actor| {
            let partner = partners::find(tx, actor.place, id)?.or_not_found()?;
            let said = StatementCall {
                month: month.to_string(),
                home: lines(tx, actor.place, (id, Side::Home), month)?,
                host: lines(tx, actor.place, (id, Side::Host), month)?,
            };
            Ok::<_, Fault>((partner, said))
        })
        .await?;
    if partner.standing(visit.now) != crate::Standing::Open {
        return refused(&visit, id, form, &PartnerRefused::Standing).await;
    }
    let to = Correspondent::of(&partner);
    let answer: Result<StatementAnswer, CallFailed> =
        call(&visit, &to, (STATEMENTS, &month.to_string()), &said).await?;
    match answer {
        Ok(told) => {
            let fresh = Fresh {
                compared: Some(Compared {
                    home: told.home,
                    host: told.host,
                }),
                ..Fresh::default()
            };
            shown(&visit, (id, month), form, fresh, StatusCode::OK).await
        }
        Err(failed) => refused(&visit, id, form, &failed.refusal()).await,
    }
}

/// `POST /office/network/{id}/claims`: what a month comes to goes on the account of the other place.
pub(super) async fn charge(visit: Visit, Path(id): Path<PartnerId>, form: Form) -> Answer {
    let month = month_of(&visit, &form);
    let label = label(&visit, id, month).await?;
    let done = visit
        .submit(&form, move |tx, actor| {
            charge_month(tx, actor, (id, month), &label)?;
            Ok::<_, Failure<VisitRefused>>(format!("/office/network/{id}?month={month}"))
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("network-is-charged")),
        Err(Failure::Refused(refusal)) => refused(&visit, id, form, &refusal).await,
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

/// `POST /office/network/{id}/claims/withdrawal`: what a month was charged with is taken back.
pub(super) async fn uncharge(visit: Visit, Path(id): Path<PartnerId>, form: Form) -> Answer {
    let month = month_of(&visit, &form);
    let done = visit
        .submit(&form, move |tx, actor| {
            uncharge_month(tx, actor, (id, month))?;
            Ok::<_, Failure<VisitRefused>>(format!("/office/network/{id}?month={month}"))
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("network-is-uncharged")),
        Err(Failure::Refused(refusal)) => refused(&visit, id, form, &refusal).await,
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

/// The line of the invoice, in the language of the place.
async fn label(visit: &Visit, id: PartnerId, month: Month) -> Result<String, WebError> {
    let partner = visit
        .read(move |tx, actor| partners::find(tx, actor.place, id))
        .await
        .map_err(Fault::from)?
        .or_not_found()?;
    let words = platform::web::Words::new(
        visit.app.messages.clone(),
        visit.place.language,
        visit.place.zone.clone(),
        visit.place.currency,
    );
    let arguments = [
        ("name", Argument::from(partner.name.as_str())),
        ("month", Argument::from(words.month(month))),
    ];
    Ok(words.text("network-charge-label", &arguments))
}
