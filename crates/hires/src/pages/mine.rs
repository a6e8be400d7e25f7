//! A member's own requests, with the quotes that were sent for them.

use crate::actions::source_of;
use crate::rules::hire::{Hire, link_until};
use crate::store::hires;
use askama::Template;
use billing::{Quote, QuoteState};
use kernel::{Day, Id};
use people::Token;
use platform::web::{Answer, Form, Path, Shell, Visit};
use platform::{Fault, OrNotFound};

/// Somebody's own requests.
#[derive(Template)]
#[template(path = "my_hires.html")]
pub(super) struct MyHiresPage {
    shell: Shell,
    /// Each with its quotes that can still be read, the newest first.
    hires: Vec<(Hire, Vec<Quote>)>,
    today: Day,
}

impl MyHiresPage {
    fn line(&self, hire: &Hire) -> String {
        let days = hire.wanted.days;
        let days = self.shell.words().days(days.first(), days.last());
        self.shell
            .t2("hires-mine-line", "days", days, "count", hire.wanted.people)
    }

    fn number(quote: &Quote) -> String {
        quote.number.map(|number| number.to_string()).unwrap_or_default()
    }

    fn state(&self, quote: &Quote) -> QuoteState {
        quote.state_on(self.today)
    }

    fn open(&self, quote: &Quote) -> String {
        self.shell.t1("hires-mine-open", "number", Self::number(quote))
    }

    fn gross(&self, quote: &Quote) -> String {
        self.shell.money(&quote.facts.totals().gross)
    }
}

/// Whether the customer may read it: it was sent, and its time is not over.
fn is_shown(hire: &Hire, quote: &Quote, today: Day) -> bool {
    let accepted = quote.state == QuoteState::Accepted;
    let until = link_until(quote.facts.valid_until, accepted.then(|| hire.wanted.days.last()));
    quote.number.is_some() && today <= until
}

pub(super) async fn index(visit: Visit) -> Answer {
    let today = visit.today();
    let hires = visit
        .read(move |tx, actor| {
            let person = actor.person.ok_or(Fault::Forbidden)?;
            let mut found = Vec::new();
            for hire in hires::of_person(tx, actor.place, person)? {
                let mut quotes = billing::quotes_of(tx, actor.place, &source_of(hire.id))?;
                quotes.retain(|quote| is_shown(&hire, quote, today));
                found.push((hire, quotes));
            }
            Ok::<_, Fault>(found)
        })
        .await?;
    visit.page(&MyHiresPage {
        shell: visit.shell("hires-mine"),
        hires,
        today,
    })
}

/// Opens a quote of one's own: by a secret made for it, as the letter does.
pub(super) async fn read(visit: Visit, Path((id, quote)): Path<(Id<Hire>, Id<Quote>)>, _: Form) -> Answer {
    let (token, today) = (Token::from_bytes(visit.app.db.entropy().bytes()), visit.today());
    let given = token.hash();
    visit
        .write(move |tx, actor| {
            let hire = hires::find(tx, actor.place, id)?
                .filter(|hire| hire.person.is_some_and(|person| actor.is(person)))
                .or_not_found()?;
            let quotes = billing::quotes_of(tx, actor.place, &source_of(hire.id))?;
            let own = quotes
                .iter()
                .find(|one| one.id == quote && is_shown(&hire, one, today))
                .or_not_found()?;
            billing::give_quote_key(tx, actor.place, own.id, &given)
        })
        .await?;
    visit.redirect(&format!("/quotes/{}", token.as_str()))
}
