//! Reading and naming what the forms of exclusive hires have in common.

use crate::rules::hire::{At, Hire};
use crate::rules::wanted::{Occasion, Wanted, WantedRefused, Wish};
use billing::Product;
use kernel::{Day, Days, Locale, MinuteOfDay, Money};
use platform::web::{Answer, Flash, Form, RateLimit, Shell, Visit, WebError, Words, allow, network};
use platform::{Failure, Fault};
use spaces::{Resource, ResourceId};

/// Visits of one network address to what the secret of a letter shows: enough for a whole office that reads one quote, too few to try
/// secrets or to keep the press busy.
const SECRETS_BY_ADDRESS: RateLimit = RateLimit {
    tries: 120,
    seconds: 3_600,
};

/// Counts a visit by a secret.
///
/// # Errors
/// [`WebError::TooMany`] when there were too many of this address.
pub(super) async fn slow_down(visit: &Visit) -> Result<(), WebError> {
    limit(visit, "hire-secret", SECRETS_BY_ADDRESS).await
}

/// Counts one try of the visitor's network address.
///
/// # Errors
/// [`WebError::TooMany`] when it is one too many.
pub(super) async fn limit(visit: &Visit, what: &str, limit: RateLimit) -> Result<(), WebError> {
    let (place, bucket) = (visit.place.id, format!("{what}:{}", network(&visit.address)));
    let counted = visit
        .app
        .db
        .write(move |tx| Ok::<_, Fault>(allow(tx, place, &bucket, limit)?));
    counted
        .await?
        .map_or(Ok(()), |seconds| Err(WebError::TooMany(seconds)))
}

/// Those spaces of a place that can be hired.
pub(super) fn hireable(all: Vec<Resource>) -> Vec<Resource> {
    all.into_iter().filter(|one| one.active).collect()
}

/// What is wanted, as the fields say.
pub(super) fn wanted(form: &mut Form) -> Option<Wanted> {
    let first = form.parse("first_day", Day::parse);
    let last = form.parse_optional("last_day", Day::parse);
    let starts = form.parse("starts", MinuteOfDay::parse);
    let ends = form.parse("ends", MinuteOfDay::parse);
    let people = form.number("people");
    let occasion = form.parse("occasion", Occasion::parse);
    let wishes: Vec<Wish> = form
        .values("wishes")
        .filter_map(|code| Wish::parse(code).ok())
        .collect();
    let (advise, message) = (form.checked("advise", "yes"), form.value("message").to_owned());
    let (first, last) = (first?, last?);
    let days = match Days::new(first, last.unwrap_or(first)) {
        Ok(days) => days,
        Err(_) => {
            form.refuse("last_day", &WantedRefused::Reversed);
            return None;
        }
    };
    Some(Wanted {
        days,
        starts: starts?,
        ends: ends?,
        people: people?,
        occasion: occasion?,
        wishes,
        advise,
        message,
    })
}

/// The spaces that were ticked.
pub(super) fn wished(form: &Form) -> Vec<ResourceId> {
    form.values("spaces")
        .filter_map(|id| ResourceId::parse(id).ok())
        .collect()
}

/// The occasions to choose from.
pub(super) fn occasions(shell: &Shell) -> Vec<(String, String)> {
    Occasion::ALL
        .iter()
        .map(|one| (one.code().to_owned(), shell.t(one.message())))
        .collect()
}

/// The words of whoever asked, for what they will read.
pub(super) fn words_of(visit: &Visit, hire: &Hire) -> Words {
    words_in(visit, hire.asked.language)
}

/// The words of the place in a language.
pub(super) fn words_in(visit: &Visit, language: Locale) -> Words {
    Words::new(
        visit.app.messages.clone(),
        language,
        visit.place.zone.clone(),
        visit.place.currency,
    )
}

/// The products that are sold, to choose from, after none.
pub(super) fn choices(shell: &Shell, products: Vec<Product>) -> Vec<(String, String)> {
    let none = (String::new(), shell.t("hires-product-none"));
    let sold = products.into_iter().filter(|product| product.active);
    std::iter::once(none)
        .chain(sold.map(|product| (product.id.to_string(), product.name)))
        .collect()
}

/// An amount as a field holds it; nothing is nothing.
pub(super) fn money(form: &mut Form, name: &str) -> Option<Money> {
    form.parse_optional(name, Money::parse)
        .map(Option::unwrap_or_default)
}

/// Where an act leads: back, with a word on how it went. A refusal is said on the page it came from.
pub(super) fn done(visit: &Visit, done: Result<String, Failure<At>>, to: &str, success: &str) -> Answer {
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success(success)),
        Err(Failure::Refused(at)) => {
            let told = Flash::error("hires-not-done").with("why", visit.explain(&*at.why));
            visit.redirect_with(to, &told)
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}
