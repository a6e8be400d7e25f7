//! What a customer does with a quote: options, yes, no, a question.

use super::fields::limit;
use super::quote::{missing, of_secret, shown};
use crate::actions::accept as answers;
use crate::actions::words;
use crate::rules::hire::At;
use billing::{Acceptance, Conditions, Quote, Yes};
use kernel::{Id, Money};
use people::Address;
use platform::Failure;
use platform::web::{Answer, Flash, Form, Path, RateLimit, StatusCode, Visit};

/// Questions from one network address.
const QUESTIONS: RateLimit = RateLimit {
    tries: 10,
    seconds: 3_600,
};

/// The options that the form ticks.
fn options(form: &Form) -> Vec<usize> {
    form.values("options")
        .filter_map(|position| position.parse().ok())
        .collect()
}

/// The yes; with the button that only counts again, the page with the options that are ticked.
pub(super) async fn accept(visit: Visit, Path(secret): Path<String>, mut form: Form) -> Answer {
    let mut quote = match of_secret(&visit, &secret).await? {
        Ok(quote) => quote,
        Err(why) => return missing(&visit, why),
    };
    let id = quote.id;
    let buyer = quote.facts.buyer.clone();
    if quote.may(billing::QuoteAct::Accept, visit.today()).is_ok() {
        quote.facts.lines = billing::taking(quote.facts.lines, &options(&form));
    }
    if form.value("step") == "count" {
        return shown(&visit, (secret, quote), form, StatusCode::OK).await;
    }
    let name = form.required("name");
    let conditions = form
        .parse_optional("conditions", Id::<Conditions>::parse)
        .flatten();
    let total = form
        .value("total")
        .parse::<i64>()
        .map(Money::from_cents)
        .unwrap_or_default();
    let address = if buyer.has_address() {
        Address::parse(&buyer.street, &buyer.postal_code, &buyer.city, &buyer.country).ok()
    } else {
        address(&mut form)
    };
    let (Some(name), Some(address)) = (name, address) else {
        return shown(&visit, (secret, quote), form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let yes = Yes {
        acceptance: Acceptance {
            name,
            from: visit.app.seal.digest("quote-acceptance", &visit.address),
        },
        options: options(&form),
        conditions,
        shown: total,
    };
    let to = format!("/quotes/{secret}");
    let back = to.clone();
    let acted = visit
        .submit(&form, move |tx, actor| {
            answers::accept(tx, actor, id, (&yes, &address))?;
            Ok(to.clone())
        })
        .await;
    answered(&visit, (secret, quote), form, (acted, &back, "hires-accepted")).await
}

/// Where the invoice goes.
fn address(form: &mut Form) -> Option<Address> {
    let street = form.required("street");
    let postal_code = form.required("postal_code");
    let city = form.required("city");
    match Address::parse(&street?, &postal_code?, &city?, people::FRANCE) {
        Ok(address) => Some(address),
        Err(refused) => {
            form.refuse("postal_code", &refused);
            None
        }
    }
}

pub(super) async fn decline(visit: Visit, Path(secret): Path<String>, form: Form) -> Answer {
    let quote = match of_secret(&visit, &secret).await? {
        Ok(quote) => quote,
        Err(why) => return missing(&visit, why),
    };
    let (id, reason, to) = (
        quote.id,
        form.value("reason").to_owned(),
        format!("/quotes/{secret}"),
    );
    let back = to.clone();
    let acted = visit
        .submit(&form, move |tx, actor| {
            answers::decline(tx, actor, id, &reason)?;
            Ok(to.clone())
        })
        .await;
    answered(&visit, (secret, quote), form, (acted, &back, "hires-declined")).await
}

pub(super) async fn ask(visit: Visit, Path(secret): Path<String>, form: Form) -> Answer {
    let quote = match of_secret(&visit, &secret).await? {
        Ok(quote) => quote,
        Err(why) => return missing(&visit, why),
    };
    limit(&visit, "quote-question", QUESTIONS).await?;
    let (id, body, to) = (
        quote.id,
        form.value("message").to_owned(),
        format!("/quotes/{secret}"),
    );
    let back = to.clone();
    let acted = visit
        .submit(&form, move |tx, actor| {
            words::question(tx, actor, id, &body)?;
            Ok(to.clone())
        })
        .await;
    answered(
        &visit,
        (secret, quote),
        form,
        (acted, &back, "hires-question-sent"),
    )
    .await
}

/// After an act: the quote as it is now. What was refused is said beside what was typed, on the quote as it stands by then.
async fn answered(
    visit: &Visit,
    (secret, before): (String, Quote),
    mut form: Form,
    (acted, to, success): (Result<String, Failure<At>>, &str, &str),
) -> Answer {
    match acted {
        Ok(_) => visit.redirect_with(to, &Flash::success(success)),
        Err(Failure::Refused(at)) => {
            form.refuse(at.field, &*at.why);
            let now = of_secret(visit, &secret).await?.unwrap_or(before);
            let ticked = options(&form);
            let mut quote = now;
            if quote.may(billing::QuoteAct::Accept, visit.today()).is_ok() {
                quote.facts.lines = billing::taking(quote.facts.lines, &ticked);
            }
            shown(visit, (secret, quote), form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}
