//! Passes that can be bought today, with what buying one would mean, and the sale itself.

use super::words;
use crate::actions::sell_pass::{self, NewPassSale, PassQuote, SaleRefused};
use crate::rules::pass_offer::PassOffer;
use crate::store::pass_offers;
use kernel::{Day, Id, IdRefused, Money, PersonId, PlaceId};
use people::Payer;
use platform::database::Tx;
use platform::web::{Form, Shell, Visit};
use platform::{Failure, Fault};

/// Passes on sale for a person, and who will get the invoice.
#[derive(Debug, Clone)]
pub(super) struct Counter {
    quotes: Vec<PassQuote>,
    /// The organisation that pays, when one does.
    payer: Option<String>,
}

impl Counter {
    /// Reads what a person may buy on a day. A pass without a price is not shown.
    pub(super) fn read(tx: &mut Tx<'_>, place: PlaceId, person: PersonId, today: Day) -> Result<Self, Fault> {
        let mut quotes = Vec::new();
        let offered = pass_offers::all(tx, place)?;
        for offer in offered.iter().filter(|offer| offer.active) {
            match sell_pass::quote_pass(tx, place, person, offer.id, today) {
                Ok(quote) => quotes.push(quote),
                Err(Failure::Refused(_)) => {}
                Err(Failure::Fault(fault)) => return Err(fault),
            }
        }
        let payer = match people::payer(tx, place, person)? {
            Payer::Organisation(id) => {
                people::organisation(tx, place, id)?.map(|found| found.name.to_string())
            }
            Payer::Person(_) => None,
        };
        Ok(Self { quotes, payer })
    }

    pub(super) fn quotes(&self) -> &[PassQuote] {
        &self.quotes
    }

    /// The quote of one pass.
    pub(super) fn quote(&self, offer: Id<PassOffer>) -> Option<&PassQuote> {
        self.quotes.iter().find(|quote| quote.offer.id == offer)
    }

    /// `150,00 € HT`.
    pub(super) fn price(&self, shell: &Shell, quote: &PassQuote) -> String {
        words::price(shell, quote.price, quote.basis)
    }

    /// `30 unités, soit 10 jours ou 15 demi-journées`.
    pub(super) fn content(&self, shell: &Shell, quote: &PassQuote) -> String {
        let offer = &quote.offer;
        let (days, half_days) = (
            offer.costs.days_in(offer.units),
            offer.costs.half_days_in(offer.units),
        );
        let in_words = words::days_or_half_days(shell, days, half_days);
        shell.t2(
            "offers-content",
            "units",
            words::units(shell, offer.units),
            "words",
            in_words,
        )
    }

    /// Until when the pass would be good.
    pub(super) fn expiry(&self, shell: &Shell, quote: &PassQuote) -> String {
        words::expiry(shell, quote.expires_on)
    }

    /// `180,00 € TTC`.
    pub(super) fn gross(&self, shell: &Shell, quote: &PassQuote) -> String {
        words::price(shell, quote.gross, billing::Basis::Gross)
    }

    /// Whose next invoice will carry the price, said to that person.
    pub(super) fn consequence(&self, shell: &Shell, quote: &PassQuote) -> String {
        let price = self.price(shell, quote);
        match &self.payer {
            Some(name) => shell.t2(
                "offers-buy-consequence-payer",
                "price",
                price,
                "payer",
                name.as_str(),
            ),
            None => shell.t1("offers-buy-consequence", "price", price),
        }
    }

    /// Who will get the invoice, said to the team.
    pub(super) fn billed_to(&self, shell: &Shell) -> String {
        match &self.payer {
            Some(name) => shell.t1("offers-billed-to", "payer", name.as_str()),
            None => shell.t("offers-billed-to-person"),
        }
    }

    /// The sale that a form asks for; its refusals are noted at `offer`.
    pub(super) fn asked(visit: &Visit, form: &mut Form, person: PersonId) -> Option<NewPassSale> {
        let offer = form.parse("offer", Id::<PassOffer>::parse);
        let seen = form.parse("seen", |text| {
            text.parse()
                .map(Money::from_cents)
                .map_err(|_| IdRefused::Malformed)
        });
        Some(NewPassSale {
            person,
            offer: offer?,
            on: visit.today(),
            seen: Some(seen?),
        })
    }
}

/// Sells once per form and answers where to go.
pub(super) async fn sell(
    visit: &Visit,
    form: &Form,
    sale: NewPassSale,
    then: String,
) -> Result<String, Failure<SaleRefused>> {
    let code = form.value("code").trim().to_owned();
    visit
        .submit(form, move |tx, actor| {
            let code = Some(code.as_str()).filter(|code| !code.is_empty());
            sell_pass::sell_pass_with(tx, actor, sale, code)?;
            Ok(then.clone())
        })
        .await
}
