//! Writing down what arrived for somebody.

use crate::actions::{NewDelivery, receive};
use crate::rules::delivery::{DeliveryKind, DeliveryRefused};
use crate::rules::text::line;
use crate::store::domiciliations;
use crate::tell_of_delivery;
use askama::Template;
use kernel::Id;
use people::Party;
use platform::web::{Answer, Flash, Form, Query, Shell, StatusCode, Visit, WebError};
use platform::{Failure, Fault, OrNotFound};
use serde::Deserialize;

/// What arrived, and where it lies.
#[derive(Template)]
#[template(path = "delivery_form.html")]
pub(super) struct DeliveryFormPage {
    shell: Shell,
    form: Form,
    name: String,
    /// For an organisation, whether it has its address here today.
    domiciled: Option<bool>,
    /// Whether a letter can reach anybody.
    reachable: bool,
    kinds: Vec<(String, String, String)>,
}

/// For whom.
#[derive(Debug, Default, Deserialize)]
pub(super) struct ForWhom {
    person: Option<String>,
    organisation: Option<String>,
}

pub(super) async fn new(visit: Visit, Query(query): Query<ForWhom>) -> Answer {
    let form = Form::blank(&visit)
        .with("person", query.person.unwrap_or_default())
        .with("organisation", query.organisation.unwrap_or_default())
        .with("kind", DeliveryKind::Letter)
        .with("quantity", 1);
    shown(&visit, form, StatusCode::OK).await
}

pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let addressee = addressee(&form)?;
    let kind = form.parse("kind", DeliveryKind::parse);
    let quantity = form.number("quantity");
    let sender = form.parse_optional("sender", line);
    let kept_at = form.parse_optional("kept_at", line);
    let (Some(kind), Some(quantity), Some(sender), Some(kept_at)) = (kind, quantity, sender, kept_at) else {
        return shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let new = NewDelivery {
        addressee,
        kind,
        quantity,
        sender: sender.unwrap_or_default(),
        kept_at: kept_at.unwrap_or_default(),
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            let id = receive(tx, actor, new.clone())?;
            tell_of_delivery(tx, actor, id)?;
            Ok(format!("/front-desk/deliveries#delivery-{id}"))
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("stewardship-delivery-kept")),
        Err(Failure::Refused(DeliveryRefused::NoAddressee)) => Err(WebError::NotFound),
        Err(Failure::Refused(refusal)) => {
            form.refuse("quantity", &refusal);
            shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

/// Whom the form is for: one of two identifiers.
fn addressee(form: &Form) -> Result<Party, WebError> {
    let person = Id::parse(form.value("person")).map(Party::Person);
    let organisation = Id::parse(form.value("organisation")).map(Party::Organisation);
    person.or(organisation).map_err(|_| WebError::NotFound)
}

async fn shown(visit: &Visit, form: Form, status: StatusCode) -> Answer {
    let (party, today) = (addressee(&form)?, visit.today());
    let (known, domiciled, people) = visit
        .read(move |tx, actor| {
            let known = people::addressees(tx, actor.place, &[party])?.remove(&party);
            let (domiciled, people) = match party {
                Party::Person(_) => (None, vec![]),
                Party::Organisation(one) => {
                    let all = domiciliations::of_organisation(tx, actor.place, one)?;
                    let here = all.iter().any(|domiciled| domiciled.holds_on(today));
                    (Some(here), people::persons_of(tx, actor.place, one)?)
                }
            };
            Ok::<_, Fault>((known.or_not_found()?, domiciled, people))
        })
        .await?;
    let kind = |kind: &DeliveryKind| {
        let name = visit.text_with(kind.message(), &[("count", 1_i64.into())]);
        (kind.code().to_owned(), name, String::new())
    };
    let page = DeliveryFormPage {
        shell: visit.shell("stewardship-delivery-new"),
        form,
        reachable: known.email.is_some() || people.iter().any(|person| person.email.is_some()),
        name: known.name,
        domiciled,
        kinds: DeliveryKind::ALL.iter().map(kind).collect(),
    };
    visit.page_with_status(status, &page)
}
