//! Asking to become a member: a form for everybody, then a link that proves the address (T25).

use super::asked;
use super::coupon::{self, Priced};
use crate::actions;
use crate::letters::{self, Letter};
use crate::rules::application::{Application, Asked};
use crate::rules::offer::Proposed;
use crate::rules::text::{Consent, HouseText};
use crate::store::texts;
use askama::Template;
use kernel::{Id, Instant, PlaceId};
use platform::web::{Answer, Form, Shell, StatusCode, Visit, WebError};
use platform::{Failure, Fault};
use serde::{Deserialize, Serialize};

/// What the seal of a link to a confirmation is for.
const PURPOSE: &str = "application-link";
/// How long the link is good, in seconds: two days.
const GOOD_SECONDS: i64 = 2 * 86_400;

/// The form.
#[derive(Template)]
#[template(path = "join.html")]
pub(super) struct JoinPage {
    shell: Shell,
    form: Form,
    cards: Vec<(String, String, String)>,
    texts: Vec<Consent>,
    /// Whether the place is shown at some hours to come.
    has_tours: bool,
    /// What the pass costs with the coupon, in words.
    priced: Option<String>,
    /// Which price with a coupon was shown, as [`Priced::written`] says it.
    shown: String,
}

/// The same page for everybody, whoever has the address.
#[derive(Template)]
#[template(path = "join_sent.html")]
pub(super) struct JoinSentPage {
    shell: Shell,
    email: String,
}

/// What a link says, sealed.
#[derive(Debug, Serialize, Deserialize)]
struct Link {
    application: Id<Application>,
    good_until: Instant,
    place: PlaceId,
}

pub(super) async fn new(visit: Visit) -> Answer {
    shown(&visit, Form::blank(&visit), StatusCode::OK).await
}

async fn shown(visit: &Visit, form: Form, status: StatusCode) -> Answer {
    with_price(visit, form, None, status).await
}

/// The form, with what a pass costs with the coupon that was typed.
async fn with_price(visit: &Visit, form: Form, priced: Option<Priced>, status: StatusCode) -> Answer {
    let (proposed, texts, has_tours) = facts(visit).await?;
    let shell = visit.shell("joining-join");
    let page = JoinPage {
        cards: asked::cards(&shell, &proposed),
        form,
        texts: texts.iter().map(Consent::from).collect(),
        has_tours,
        shown: priced.as_ref().map(Priced::written).unwrap_or_default(),
        priced: priced.map(|priced| priced.told(&shell, &proposed)),
        shell,
    };
    visit.page_with_status(status, &page)
}

/// What is proposed, what must be agreed to, and whether one may come and look first.
async fn facts(visit: &Visit) -> Result<(Vec<Proposed>, Vec<HouseText>, bool), Fault> {
    let today = visit.today();
    visit
        .read(move |tx, actor| {
            let mut proposed = actions::proposed(tx, actor.place, today)?;
            proposed.retain(|one| one.shown);
            let slots = actions::open_slots(tx, actor.place)?;
            let has_tours = slots.iter().any(|slot| slot.left > 0);
            Ok::<_, Fault>((proposed, texts::current(tx, actor.place)?, has_tours))
        })
        .await
}

pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let (_, texts, _) = facts(&visit).await?;
    if form.value("price") == "yes" {
        let priced = coupon::price_typed(&visit, &mut form).await?;
        let status = coupon::status(&form);
        return with_price(&visit, form, priced, status).await;
    }
    let Some(asked) = asked::read(&visit, &mut form, &texts, true) else {
        return shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    // Nobody asks at a price they have not seen.
    if asked.coupon.is_some() {
        let priced = coupon::price_typed(&visit, &mut form).await?;
        let seen = priced.as_ref().map(Priced::written);
        if seen.as_deref() != Some(form.value("coupon_shown")) {
            let status = coupon::status(&form);
            return with_price(&visit, form, priced, status).await;
        }
    }
    // The desk alone links an application to a tour: a stranger names no row of ours.
    let asked = Asked { tour: None, ..asked };
    let email = asked.email.clone().ok_or(WebError::NotFound)?;
    people::limit_mails(&visit, email.as_str()).await?;
    let sealing = visit.clone();
    let kept = visit
        .submit(&form, move |tx, actor| {
            let id = actions::apply(tx, actor, &asked)?;
            let sealed = seal(&sealing, id)?;
            letters::ask(
                tx,
                actor,
                &Letter::Confirmation {
                    application: id,
                    sealed,
                },
            )?;
            Ok("/join".to_owned())
        })
        .await;
    match kept {
        Ok(_) => visit.page(&JoinSentPage {
            shell: visit.shell("joining-sent-title"),
            email: email.to_string(),
        }),
        Err(Failure::Refused(at)) => {
            form.refuse(at.field, &*at.why);
            shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

fn seal(visit: &Visit, application: Id<Application>) -> Result<String, Fault> {
    let link = Link {
        application,
        good_until: visit.now.plus_seconds(GOOD_SECONDS),
        place: visit.place.id,
    };
    let text = serde_json::to_string(&link).map_err(Fault::internal)?;
    Ok(visit.app.seal.write(PURPOSE, &text))
}

/// The application that a link is for, while it is good.
pub(super) fn opened(visit: &Visit, sealed: &str) -> Option<Id<Application>> {
    let text = visit.app.seal.read(PURPOSE, sealed)?;
    let link: Link = serde_json::from_str(&text).ok()?;
    (visit.now < link.good_until && visit.place.id == link.place).then_some(link.application)
}
