//! The PDF of a quote: what it says, handed to the press.

use super::invoice_pdf::{INK, buyer_of, labels, seller_of};
use super::wording::{self, text, text_with};
use crate::rules::catalogue::{Basis, Exemption};
use crate::rules::invoice::InvoiceKind;
use crate::rules::quote::{Conditions, Quote, QuoteLine, QuoteState};
use crate::rules::seller::Seller;
use kernel::{Day, Money, Rate};
use platform::place::Place;
use press::{Agreement, Colour, InvoiceLabels, Line, Payment, Section, Totals, VatRow};
use std::collections::BTreeSet;

/// The quote as the press prints it.
pub(crate) fn printable(
    quote: &Quote,
    place: &Place,
    conditions: Option<&Conditions>,
    (seller, today): (&Seller, Day),
) -> press::Quote {
    let facts = &quote.facts;
    let locale = facts.language;
    let say = |key: &str| text(locale, key);
    let conditions_title = conditions.map_or_else(String::new, |conditions| {
        let version = conditions.version.to_string().into();
        text_with(locale, "billing-quote-conditions-title", &[("version", version)])
    });
    let paragraphs = conditions.map_or("", |conditions| conditions.body.as_str());
    press::Quote {
        body: body(quote, place, (seller, today)),
        options: facts
            .lines
            .iter()
            .filter(|line| line.optional && !line.chosen && quote.acceptance.is_none())
            .map(|line| printed(quote, line))
            .collect(),
        options_title: say("billing-quote-options"),
        options_note: say("billing-quote-options-note"),
        agreement: agreement(quote),
        conditions_title,
        conditions: paragraphs
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
            .collect(),
    }
}

/// The name of the file.
pub(crate) fn filename(quote: &Quote) -> String {
    let number = number(quote);
    text_with(
        quote.facts.language,
        "billing-quote-filename",
        &[("number", number.into())],
    )
}

fn number(quote: &Quote) -> String {
    quote.number.map_or_else(
        || text(quote.facts.language, "billing-quote-unnumbered"),
        |number| number.to_string(),
    )
}

fn body(quote: &Quote, place: &Place, (seller, today): (&Seller, Day)) -> press::Invoice {
    let facts = &quote.facts;
    let totals = facts.totals();
    press::Invoice {
        locale: facts.language,
        labels: quote_labels(quote),
        currency: quote.currency,
        kind: press::InvoiceKind::Invoice,
        number: number(quote),
        issued: quote.issued_on.unwrap_or(today),
        due: Some(facts.valid_until),
        supplied: Some(facts.service),
        purchase_order: None,
        subject: Some(facts.subject.clone()),
        seller: seller_of(seller, facts.language),
        buyer: buyer_of(&facts.buyer),
        sections: vec![Section {
            heading: None,
            lines: facts.chosen().map(|line| printed(quote, line)).collect(),
            subtotal: None,
        }],
        vat: totals
            .by_rate
            .iter()
            .map(|line| VatRow {
                rate: line.vat.rate,
                base: line.base,
                vat: line.amount,
            })
            .collect(),
        totals: Totals {
            net: totals.net,
            vat: totals.vat,
            gross: totals.gross,
            paid: Money::ZERO,
            due: totals.gross,
        },
        payment: Some(payment(quote, seller)),
        notes: notes(quote),
        mentions: mentions(quote, seller),
        brand: Colour::parse(&place.brand_colour).unwrap_or(INK),
        demonstration: place.demonstration,
    }
}

fn quote_labels(quote: &Quote) -> InvoiceLabels {
    let locale = quote.facts.language;
    let say = |key: &str| text(locale, &format!("billing-quote-pdf-{key}"));
    InvoiceLabels {
        title: say("title"),
        billed_to: say("for"),
        issued: say("issued"),
        due: say("valid-until"),
        supplied: say("service"),
        amount_due: say("total"),
        ..labels(locale, Basis::Net, InvoiceKind::Invoice)
    }
}

fn printed(quote: &Quote, line: &QuoteLine) -> Line {
    let (facts, locale) = (&quote.facts, quote.facts.language);
    let reduced = (facts.discount != Rate::ZERO).then(|| {
        let rate = facts.discount.display(locale).into();
        text_with(locale, "billing-quote-line-discount", &[("rate", rate)])
    });
    let told: Vec<String> = [Some(line.detail.clone()), reduced]
        .into_iter()
        .flatten()
        .filter(|text| !text.is_empty())
        .collect();
    Line {
        label: line.label.clone(),
        detail: (!told.is_empty()).then(|| told.join(" · ")),
        quantity: wording::quantity(locale, line.quantity, line.unit),
        unit_price: line.unit_price,
        rate: line.vat.rate,
        amount: line.amount(facts.discount),
    }
}

fn payment(quote: &Quote, seller: &Seller) -> Payment {
    let locale = quote.facts.language;
    let days = seller.payment_days.to_string().into();
    Payment {
        terms: vec![text_with(locale, "billing-quote-payment", &[("days", days)])],
        iban: None,
        bic: None,
        reference: None,
    }
}

/// Word to the customer, the guarantee and how it goes back.
fn notes(quote: &Quote) -> Vec<String> {
    let facts = &quote.facts;
    let mut notes: Vec<String> = facts
        .introduction
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect();
    if facts.guarantee.is_positive() {
        let amount = facts.guarantee.display(facts.language, quote.currency);
        notes.push(text_with(
            facts.language,
            "billing-quote-guarantee",
            &[("amount", amount.into())],
        ));
    }
    notes
}

/// What the law wants of a quote: that it binds until its last day, that it costs nothing, why a line bears no VAT.
fn mentions(quote: &Quote, seller: &Seller) -> Vec<String> {
    let locale = quote.facts.language;
    let until = wording::day(locale, quote.facts.valid_until);
    let mut told = vec![
        text_with(locale, "billing-quote-mention-validity", &[("day", until.into())]),
        text(locale, "billing-mention-services"),
    ];
    let exemptions: BTreeSet<Exemption> = quote
        .facts
        .lines
        .iter()
        .filter_map(|line| line.vat.exemption)
        .collect();
    told.extend(
        exemptions
            .into_iter()
            .map(|exemption| text(locale, exemption.message())),
    );
    let footer = seller.footer.trim();
    if !footer.is_empty() {
        told.push(footer.to_owned());
    }
    told
}

fn agreement(quote: &Quote) -> Agreement {
    let locale = quote.facts.language;
    let yes = quote
        .acceptance
        .as_ref()
        .filter(|_| quote.state == QuoteState::Accepted);
    match yes {
        Some(yes) => Agreement {
            title: text(locale, "billing-quote-agreed"),
            lines: vec![text_with(
                locale,
                "billing-quote-agreed-by",
                &[("name", yes.name.clone().into())],
            )],
            blanks: vec![],
        },
        None => Agreement {
            title: text(locale, "billing-quote-agreement"),
            lines: vec![text(locale, "billing-quote-agreement-text")],
            blanks: [
                "billing-quote-blank-date",
                "billing-quote-blank-name",
                "billing-quote-blank-signature",
            ]
            .iter()
            .map(|key| text(locale, key))
            .collect(),
        },
    }
}
