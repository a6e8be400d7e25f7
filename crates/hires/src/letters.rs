//! Letters about exclusive hires, to customers and to the place: asked for in the transaction of the act, written in the background.

mod shape;
mod telling;

use shape::Link;
use telling::{Told, arguments, reader};

use crate::rules::hire::{Hire, Message};
use crate::store::{hires, messages};
use billing::{Quote, QuoteState};
use kernel::{Actor, Id};
use people::Token;
use platform::activity::Subject;
use platform::database::Tx;
use platform::documents::{self, NewDocument};
use platform::mail::{self, Mail};
use platform::place;
use platform::web::{WebSettings, Words};
use platform::{Catalogue, Fault, JobContext, JobReport, OrNotFound, jobs};
use press::Press;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The job that writes one letter.
pub(crate) const KIND: &str = "hires.letter";

/// A letter asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "letter", rename_all = "snake_case")]
pub(crate) enum Letter {
    /// The link that proves an address.
    Proof {
        hire: Id<Hire>,
        /// The end of the link.
        secret: String,
    },
    /// The place has the request.
    Received { hire: Id<Hire> },
    /// To the place: somebody asks.
    Arrived { hire: Id<Hire> },
    /// The place says no.
    Refused { hire: Id<Hire> },
    /// The quote, with its PDF and the link to it.
    QuoteSent { hire: Id<Hire>, quote: Id<Quote> },
    /// Its last day is near.
    Reminder { hire: Id<Hire>, quote: Id<Quote> },
    /// It was accepted; with the PDF that says so.
    Accepted { hire: Id<Hire>, quote: Id<Quote> },
    /// To the place: it was accepted.
    AcceptedToHouse { hire: Id<Hire>, quote: Id<Quote> },
    /// To the place: it was declined.
    Declined { hire: Id<Hire>, quote: Id<Quote> },
    /// To the place: the customer asks something.
    Question {
        hire: Id<Hire>,
        quote: Id<Quote>,
        /// What they wrote.
        message: Id<Message>,
    },
    /// The place writes.
    Reply {
        hire: Id<Hire>,
        /// What it wrote.
        message: Id<Message>,
    },
    /// The place took the quote back.
    Withdrawn { hire: Id<Hire>, quote: Id<Quote> },
    /// Its time is over.
    Expired { hire: Id<Hire>, quote: Id<Quote> },
    /// To the place: its time is over.
    ExpiredToHouse { hire: Id<Hire>, quote: Id<Quote> },
    /// What became of the deposit of guarantee.
    Settled { hire: Id<Hire> },
}

/// Asks for a letter.
pub(crate) fn ask(tx: &mut Tx<'_>, actor: &Actor, letter: &Letter) -> Result<(), Fault> {
    let payload = serde_json::to_value(letter).map_err(Fault::internal)?;
    jobs::enqueue(tx, actor, KIND, &payload, None)?;
    Ok(())
}

/// Writes a letter; nobody to write to, nothing written. The PDF is made outside of any transaction, so nobody waits for it.
pub(crate) fn write(context: &JobContext<'_>) -> Result<JobReport, Fault> {
    let letter: Letter = serde_json::from_value(context.payload.clone()).map_err(Fault::internal)?;
    let desk = Desk {
        messages: context.extras.get::<Arc<Catalogue>>()?.clone(),
        base_url: context.extras.get::<WebSettings>()?.base_url.clone(),
        actor: context.actor.clone(),
    };
    let pdf = match letter.about() {
        (_, Some(quote)) if letter.shape().with_pdf => {
            let press: &Arc<Press> = context.extras.get()?;
            let place = context.place;
            let printable = context.db.read_blocking(move |tx| printable(tx, place, quote))?;
            Some(press.quote(&printable).map_err(Fault::internal)?)
        }
        _ => None,
    };
    let written = context
        .db
        .write_blocking(move |tx| desk.write(tx, &letter, pdf.as_deref()))?;
    Ok(JobReport {
        done: i64::from(written),
        ..JobReport::default()
    })
}

/// A quote ready for the press.
///
/// # Errors
/// [`Fault::NotFound`] when there is no such quote, or the place has not described itself as a seller.
pub(crate) fn printable(
    tx: &mut Tx<'_>,
    place: kernel::PlaceId,
    quote: Id<Quote>,
) -> Result<press::Quote, Fault> {
    let quote = billing::quote(tx, place, quote)?;
    let house = place::get(tx, place)?;
    let today = tx.today(&house.zone);
    let seller = match &quote.seller {
        Some(seller) => seller.clone(),
        None => billing::seller_on(tx, place, today)?.or_not_found()?,
    };
    let conditions = match (quote.state, quote.conditions) {
        (_, Some(id)) => Some(billing::conditions(tx, place, id)?),
        (QuoteState::Draft, None) => billing::conditions_in_force(tx, place)?,
        (_, None) => None,
    };
    Ok(billing::printable_quote(
        &quote,
        &house,
        conditions.as_ref(),
        (&seller, today),
    ))
}

/// What every letter needs.
struct Desk {
    messages: Arc<Catalogue>,
    base_url: String,
    actor: Actor,
}

impl Desk {
    fn write(&self, tx: &mut Tx<'_>, letter: &Letter, pdf: Option<&[u8]>) -> Result<bool, Fault> {
        let id = self.actor.place;
        let (hire, quote) = letter.about();
        let Some(hire) = hires::find(tx, id, hire)? else {
            return Ok(false);
        };
        let told = Told {
            place: place::get(tx, id)?,
            quote: quote.map(|quote| billing::quote(tx, id, quote)).transpose()?,
            hire,
        };
        let shape = letter.shape();
        let Some((to, name, locale)) = reader(tx, &told, shape.to_house)? else {
            return Ok(false);
        };
        let words = Words::new(
            self.messages.clone(),
            locale,
            told.place.zone.clone(),
            told.place.currency,
        );
        let mut arguments = arguments(tx, &told, &words)?;
        arguments.push(("reader", name.as_str().into()));
        let say = |part: &str| words.text(&format!("hires-mail-{}-{part}", shape.stem), &arguments);
        let link = self.link(tx, &shape.link, &told)?;
        let (button, subject) = (say("button"), say("subject"));
        let mut paragraphs = vec![words.text("hires-mail-greeting", &arguments)];
        paragraphs.extend(
            say("text")
                .lines()
                .filter(|line| !line.trim().is_empty())
                .map(str::to_owned),
        );
        paragraphs.extend(self.quoted(tx, letter, &told)?);
        let act = link.as_deref().map(|link| (button.as_str(), link));
        let (text, html) = mail::compose(&told.place, locale, &subject, &paragraphs, act)?;
        let attachment = match (pdf, &told.quote) {
            (Some(pdf), Some(quote)) => Some(self.file(tx, quote, pdf)?),
            _ => None,
        };
        let mail = Mail {
            place: id,
            person: None,
            to,
            name,
            subject,
            text,
            html,
            attachment,
            secret: matches!(shape.link, Link::Proof(_) | Link::Quote),
        };
        mail::enqueue(tx, mail)?;
        Ok(true)
    }

    /// What somebody wrote, in their own words.
    fn quoted(&self, tx: &mut Tx<'_>, letter: &Letter, told: &Told) -> Result<Vec<String>, Fault> {
        let lines = |text: &str| -> Vec<String> {
            text.lines()
                .filter(|line| !line.trim().is_empty())
                .map(str::to_owned)
                .collect()
        };
        Ok(match letter {
            Letter::Question { hire, message, .. } | Letter::Reply { hire, message } => {
                let all = messages::of_hire(tx, self.actor.place, *hire)?;
                let written = all.iter().find(|one| one.id == *message);
                lines(written.map_or("", |one| one.body.as_str()))
            }
            Letter::Refused { .. } => lines(&told.hire.reason),
            Letter::Declined { .. } | Letter::Withdrawn { .. } => {
                lines(told.quote.as_ref().map_or("", |quote| quote.reason.as_str()))
            }
            Letter::QuoteSent { .. } => lines(
                told.quote
                    .as_ref()
                    .map_or("", |quote| quote.facts.introduction.as_str()),
            ),
            _ => vec![],
        })
    }

    fn link(&self, tx: &mut Tx<'_>, link: &Link, told: &Told) -> Result<Option<String>, Fault> {
        let base = &self.base_url;
        Ok(match (link, &told.quote) {
            (Link::Proof(secret), _) => Some(format!("{base}/exclusive-hire-confirmations/{secret}")),
            (Link::Office, _) => Some(format!("{base}/office/exclusive-hires/{}", told.hire.id)),
            (Link::New, _) => Some(format!("{base}/exclusive-hires")),
            (Link::Quote, Some(quote)) => {
                // Only hashes are kept: each letter carries a key of its own.
                let token = Token::from_bytes(tx.random_bytes());
                billing::give_quote_key(tx, self.actor.place, quote.id, &token.hash())?;
                Some(format!("{base}/quotes/{}", token.as_str()))
            }
            (Link::Quote, None) | (Link::Nowhere, _) => None,
        })
    }

    /// Keeps the PDF as it leaves.
    fn file(
        &self,
        tx: &mut Tx<'_>,
        quote: &Quote,
        pdf: &[u8],
    ) -> Result<(kernel::DocumentId, String), Fault> {
        let filename = billing::quote_filename(quote);
        let new = NewDocument {
            kind: "quote",
            filename: &filename,
            media_type: "application/pdf",
            bytes: pdf,
            subject: Subject::new("quote", quote.id),
        };
        let document = documents::store(tx, self.actor.place, &new)?;
        billing::file_quote(tx, &self.actor, quote.id, document)?;
        Ok((document, filename))
    }
}
