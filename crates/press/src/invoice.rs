//! What an invoice says. Amounts arrive computed: nothing here adds up.

use kernel::{Bic, Currency, Day, Days, Email, Iban, Locale, Money, Phone, Rate, Siren, VatNumber};

use crate::{Colour, InvoiceLabels};

/// An invoice or a credit note, ready to print.
#[derive(Debug, Clone, PartialEq)]
pub struct Invoice {
    /// The language of numbers and dates, and of the document.
    pub locale: Locale,
    /// The words around the values, in that language.
    pub labels: InvoiceLabels,
    /// The currency of every amount.
    pub currency: Currency,
    /// Invoice or credit note.
    pub kind: InvoiceKind,
    /// The number in its series: `2026-000123`.
    pub number: String,
    /// The day of issue; also the date of the PDF.
    pub issued: Day,
    /// The last day to pay, where there is something to pay.
    pub due: Option<Day>,
    /// The days on which what is billed was supplied.
    pub supplied: Option<Days>,
    /// The buyer's purchase order.
    pub purchase_order: Option<String>,
    /// What it is about, in one line under the title.
    pub subject: Option<String>,
    /// Who sells.
    pub seller: Seller,
    /// Who pays.
    pub buyer: Buyer,
    /// The lines, in one or more groups.
    pub sections: Vec<Section>,
    /// VAT for each rate.
    pub vat: Vec<VatRow>,
    /// The sums.
    pub totals: Totals,
    /// How to pay; `None` where nothing is expected.
    pub payment: Option<Payment>,
    /// Words of the place to its customer, a paragraph each.
    pub notes: Vec<String>,
    /// What the law wants printed, a paragraph each.
    pub mentions: Vec<String>,
    /// The colour of the place.
    pub brand: Colour,
    /// Printed by a demonstration place: each page says that it is worth nothing.
    pub demonstration: bool,
}

/// Which of the two documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InvoiceKind {
    /// Asks for a payment.
    Invoice,
    /// Corrects an invoice and gives back.
    CreditNote {
        /// The number of the invoice that it corrects.
        corrects: String,
        /// The day that invoice was issued.
        issued: Day,
    },
}

/// The company that issues the invoice, as on the day of issue.
#[derive(Debug, Clone, PartialEq)]
pub struct Seller {
    /// Its name.
    pub name: String,
    /// Its legal form: `SCIC SARL à capital variable`.
    pub legal_form: Option<String>,
    /// Its share capital.
    pub capital: Option<Money>,
    /// Its SIREN.
    pub siren: Option<Siren>,
    /// The trade register where it is enrolled: `RCS Lille`.
    pub registry: Option<String>,
    /// Its VAT number.
    pub vat_number: Option<VatNumber>,
    /// Its postal address, line by line, without the name.
    pub address: Vec<String>,
    /// Where to write.
    pub email: Option<Email>,
    /// Where to call.
    pub phone: Option<Phone>,
    /// Its mark, printed 13 mm high above the name.
    pub mark: Option<Mark>,
}

/// The picture that stands for a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    /// An SVG drawing.
    Svg(Vec<u8>),
    /// A PNG picture.
    Png(Vec<u8>),
    /// A JPEG picture.
    Jpeg(Vec<u8>),
}

impl Mark {
    pub(crate) fn bytes(&self) -> &[u8] {
        match self {
            Self::Svg(bytes) | Self::Png(bytes) | Self::Jpeg(bytes) => bytes,
        }
    }

    pub(crate) const fn format(&self) -> &'static str {
        match self {
            Self::Svg(_) => "svg",
            Self::Png(_) => "png",
            Self::Jpeg(_) => "jpg",
        }
    }
}

/// The customer, as on the day of issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Buyer {
    /// The name of the person or the company.
    pub name: String,
    /// The postal address, line by line, without the name.
    pub address: Vec<String>,
    /// The SIREN of a company.
    pub siren: Option<Siren>,
    /// Its VAT number.
    pub vat_number: Option<VatNumber>,
    /// The customer's number with the seller, or the reference it asked for.
    pub reference: Option<String>,
}

/// Lines that belong together: those of one person, or of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its heading, repeated on each page where it goes on.
    pub heading: Option<String>,
    /// Its lines; an empty section is not printed.
    pub lines: Vec<Line>,
    /// The sum of its lines, where worth saying.
    pub subtotal: Option<Money>,
}

/// One thing billed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub label: String,
    /// Which one, when, for whom: smaller, beneath.
    pub detail: Option<String>,
    /// How much with its unit, as people read it: `3,5 h`.
    pub quantity: String,
    /// The price of one unit, net or gross as the column's label says.
    pub unit_price: Money,
    /// The VAT rate.
    pub rate: Rate,
    /// The amount of the line, net or gross like the unit price.
    pub amount: Money,
}

/// The VAT of one rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VatRow {
    /// The rate.
    pub rate: Rate,
    /// The net amount it applies to.
    pub base: Money,
    /// The VAT.
    pub vat: Money,
}

/// The sums of the invoice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Totals {
    /// Without VAT.
    pub net: Money,
    /// The VAT of all rates.
    pub vat: Money,
    /// With VAT.
    pub gross: Money,
    /// Paid before the issue, positive; not printed when zero.
    pub paid: Money,
    /// What remains to pay.
    pub due: Money,
}

/// How to pay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payment {
    /// Sentences that say how and until when, a line each.
    pub terms: Vec<String>,
    /// The account to pay to.
    pub iban: Option<Iban>,
    /// The bank of that account.
    pub bic: Option<Bic>,
    /// What to write on the transfer.
    pub reference: Option<String>,
}

/// A quote: laid out as the invoice that it would become, with what only a quote has.
#[derive(Debug, Clone, PartialEq)]
pub struct Quote {
    /// Its head, lines, totals and mentions. The title of its labels says that it is a quote, the last day to pay is its last day.
    pub body: Invoice,
    /// What may be taken in addition; not in the totals.
    pub options: Vec<Line>,
    /// Above the options.
    pub options_title: String,
    /// Under that title: how they are taken.
    pub options_note: String,
    /// Where it is signed, or who has said yes.
    pub agreement: Agreement,
    /// Above the general conditions.
    pub conditions_title: String,
    /// The general conditions, a paragraph each; none, and no page for them.
    pub conditions: Vec<String>,
}

/// The foot of a quote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    /// Its heading.
    pub title: String,
    /// What saying yes means, or who said it and when: a line each.
    pub lines: Vec<String>,
    /// What is to be filled in by hand, such as the date and the name; none on a quote that was accepted.
    pub blanks: Vec<String>,
}
