//! A quote as its customer reads it, by the secret of a letter: no account, nothing that tells more than the letter did.

use super::fields::{slow_down, words_in};
use crate::rules::hire::{Hire, link_until};
use crate::store::{hires, slots};
use askama::Template;
use billing::{Conditions, Quote, QuoteAct, QuoteLine, QuoteState};
use kernel::{Day, Id, Locale, Money};
use people::TokenHash;
use platform::web::{Answer, Form, Path, Shell, StatusCode, Visit, WebError};
use platform::{Fault, OrNotFound};

/// The quote and the three answers to it.
#[derive(Template)]
#[template(path = "quote.html")]
pub(super) struct QuotePage {
    shell: Shell,
    form: Form,
    quote: Quote,
    conditions: Option<Conditions>,
    secret: String,
    today: Day,
    /// The spaces and their hours.
    spaces: Vec<(String, String)>,
}

/// A link that shows nothing.
#[derive(Template)]
#[template(path = "quote_unknown.html")]
struct UnknownPage {
    shell: Shell,
    /// What there is to say.
    text: String,
    /// What leads to a new request.
    again: String,
    /// In which language all this is.
    language: Locale,
}

impl QuotePage {
    fn state(&self) -> QuoteState {
        self.quote.state_on(self.today)
    }

    fn is_open(&self) -> bool {
        self.quote.may(QuoteAct::Accept, self.today).is_ok()
    }

    fn number(&self) -> String {
        self.quote
            .number
            .map(|number| number.to_string())
            .unwrap_or_default()
    }

    fn amount(&self, line: &QuoteLine) -> String {
        self.shell.money(&line.amount(self.quote.facts.discount))
    }

    fn quantity(&self, line: &QuoteLine) -> String {
        format!(
            "{} × {}",
            line.quantity.display(self.shell.locale()),
            self.shell.money(&line.unit_price)
        )
    }

    fn base(&self) -> impl Iterator<Item = &QuoteLine> {
        self.quote.facts.lines.iter().filter(|line| !line.optional)
    }

    /// The options with their positions.
    fn options(&self) -> Vec<(usize, &QuoteLine)> {
        let lines = self.quote.facts.lines.iter().enumerate();
        lines.filter(|(_, line)| line.optional).collect()
    }

    fn cents(&self) -> i64 {
        self.quote.facts.totals().gross.cents()
    }

    fn lacks_address(&self) -> bool {
        !self.quote.facts.buyer.has_address()
    }

    fn taken_off(&self) -> Option<Money> {
        Some(self.quote.facts.taken_off()).filter(|amount| amount.is_positive())
    }
}

/// Why a link shows no quote.
#[derive(Clone, Copy)]
pub(super) enum Missing {
    /// It is none of ours.
    Unknown,
    /// Its time is over; the language of whom it was sent to.
    Ended(Locale),
}

/// The quote that a secret shows. Whoever tries many, or has many printed, waits.
pub(super) async fn of_secret(visit: &Visit, secret: &str) -> Result<Result<Quote, Missing>, WebError> {
    slow_down(visit).await?;
    let hash = TokenHash::of(secret);
    let today = visit.today();
    let found = visit
        .read(move |tx, actor| {
            let Some(hash) = &hash else {
                return Ok(Err(Missing::Unknown));
            };
            let Some(id) = billing::quote_by_key(tx, actor.place, hash)? else {
                return Ok(Err(Missing::Unknown));
            };
            let quote = billing::quote(tx, actor.place, id)?;
            let hire = hires::find(tx, actor.place, Id::from_i64(quote.source.id))?.or_not_found()?;
            let accepted = quote.state == QuoteState::Accepted;
            let until = link_until(quote.facts.valid_until, accepted.then(|| hire.wanted.days.last()));
            Ok::<_, Fault>(if today <= until {
                Ok(quote)
            } else {
                Err(Missing::Ended(hire.asked.language))
            })
        })
        .await;
    Ok(found?)
}

pub(super) async fn show(visit: Visit, Path(secret): Path<String>) -> Answer {
    match of_secret(&visit, &secret).await? {
        Ok(quote) => {
            let form = Form::blank(&visit).with("name", &quote.facts.contact);
            shown(&visit, (secret, quote), form, StatusCode::OK).await
        }
        Err(why) => missing(&visit, why),
    }
}

/// The page of a link that shows nothing; of one that ended, in the language of whom it was sent to.
pub(super) fn missing(visit: &Visit, why: Missing) -> Answer {
    let (keys, language) = match why {
        Missing::Unknown => (
            ["hires-quote-unknown-title", "hires-quote-unknown-text"],
            visit.locale,
        ),
        Missing::Ended(language) => (["hires-quote-ended-title", "hires-quote-ended-text"], language),
    };
    let words = words_in(visit, language);
    let [title, text] = keys.map(|key| words.text(key, &[]));
    let again = words.text("hires-request-title", &[]);
    let page = UnknownPage {
        shell: visit.shell_titled(title),
        text,
        again,
        language,
    };
    visit.page_with_status(StatusCode::GONE, &page)
}

pub(super) async fn shown(
    visit: &Visit,
    (secret, quote): (String, Quote),
    form: Form,
    status: StatusCode,
) -> Answer {
    let (hire, conditions): (Id<Hire>, _) = (Id::from_i64(quote.source.id), quote.conditions);
    let named: Vec<i64> = quote
        .facts
        .chosen()
        .filter_map(|line| line.source.as_ref().map(|source| source.id))
        .collect();
    let (conditions, kept) = visit
        .read(move |tx, actor| {
            let conditions = match conditions {
                Some(id) => Some(billing::conditions(tx, actor.place, id)?),
                None => None,
            };
            hires::find(tx, actor.place, hire)?.or_not_found()?;
            let mut kept = Vec::new();
            for slot in slots::of_hire(tx, actor.place, hire)? {
                let space = spaces::store::resources::find(tx, actor.place, slot.resource)?.or_not_found()?;
                kept.push((slot, space.facts.name.to_string()));
            }
            Ok::<_, Fault>((conditions, kept))
        })
        .await?;
    let shell = visit.shell_titled(quote.facts.subject.clone());
    let page = QuotePage {
        spaces: kept
            .into_iter()
            .filter(|(slot, _)| named.contains(&slot.id.as_i64()))
            .map(|(slot, space)| (space, shell.period(&slot.period)))
            .collect(),
        shell,
        form,
        quote,
        conditions,
        secret,
        today: visit.today(),
    };
    visit.page_with_status(status, &page)
}

pub(super) async fn document(visit: Visit, Path(secret): Path<String>) -> Answer {
    let quote = match of_secret(&visit, &secret).await? {
        Ok(quote) => quote,
        Err(why) => return missing(&visit, why),
    };
    let mut file = super::quote_form::pdf(&visit, &quote).await?;
    let unlisted = "noindex".parse().map_err(Fault::internal)?;
    file.headers_mut().insert("x-robots-tag", unlisted);
    Ok(file)
}
