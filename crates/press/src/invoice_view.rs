//! An invoice as its template reads it: every value in the words and figures of the language.

use kernel::{Money, Rate};
use serde::Serialize;

use crate::invoice::{Buyer, Invoice, InvoiceKind, Line, Payment, Quote, Section, Seller};
use crate::{Colour, PdfDate};

#[derive(Serialize)]
pub(crate) struct InvoiceView<'a> {
    lang: &'static str,
    brand: Colour,
    picture: Option<&'static str>,
    specimen: Option<&'a str>,
    title: &'a str,
    number: &'a str,
    issued: PdfDate,
    subject: Option<&'a str>,
    seller: SellerView<'a>,
    buyer: BuyerView<'a>,
    facts: Vec<Fact<'a>>,
    words: Words<'a>,
    sections: Vec<SectionView<'a>>,
    vat: Vec<[String; 3]>,
    totals: Vec<Fact<'a>>,
    due: Fact<'a>,
    payment: Option<PaymentView<'a>>,
    notes: &'a [String],
    mentions: &'a [String],
    offer: Option<OfferView<'a>>,
}

/// What only a quote has.
#[derive(Serialize)]
struct OfferView<'a> {
    title: &'a str,
    note: &'a str,
    options: Vec<LineView<'a>>,
    agreement: &'a str,
    agreed: &'a [String],
    blanks: &'a [String],
    conditions_title: &'a str,
    conditions: &'a [String],
}

#[derive(Serialize)]
struct SellerView<'a> {
    name: &'a str,
    lines: Vec<String>,
    imprint: Vec<String>,
}

#[derive(Serialize)]
struct BuyerView<'a> {
    name: &'a str,
    address: &'a [String],
    identity: Vec<String>,
}

#[derive(Serialize)]
struct Fact<'a> {
    label: &'a str,
    value: String,
}

#[derive(Serialize)]
struct SectionView<'a> {
    heading: Option<&'a str>,
    lines: Vec<LineView<'a>>,
    subtotal: Option<String>,
}

#[derive(Serialize)]
struct LineView<'a> {
    label: &'a str,
    detail: Option<&'a str>,
    quantity: &'a str,
    price: String,
    rate: String,
    amount: String,
}

#[derive(Serialize)]
struct PaymentView<'a> {
    terms: &'a [String],
    rows: Vec<Fact<'a>>,
}

#[derive(Serialize)]
struct Words<'a> {
    billed_to: &'a str,
    columns: [&'a str; 5],
    subtotal: &'a str,
    vat_columns: [&'a str; 3],
    payment: &'a str,
    page: &'a str,
}

impl<'a> InvoiceView<'a> {
    pub(crate) fn of(invoice: &'a Invoice) -> Self {
        let labels = &invoice.labels;
        Self {
            lang: invoice.locale.code(),
            brand: invoice.brand,
            picture: invoice.seller.mark.as_ref().map(|mark| mark.format()),
            specimen: invoice.demonstration.then_some(labels.specimen.as_str()),
            title: &labels.title,
            number: &invoice.number,
            issued: PdfDate::of(invoice.issued),
            subject: invoice.subject.as_deref(),
            seller: invoice.seller_view(&invoice.seller),
            buyer: invoice.buyer_view(&invoice.buyer),
            facts: invoice.facts(),
            words: invoice.words(),
            sections: invoice
                .sections
                .iter()
                .filter(|section| !section.lines.is_empty())
                .map(|section| invoice.section_view(section))
                .collect(),
            vat: invoice
                .vat
                .iter()
                .map(|row| {
                    [
                        invoice.rate(row.rate),
                        invoice.money(row.base),
                        invoice.money(row.vat),
                    ]
                })
                .collect(),
            totals: invoice.sums(),
            due: Fact {
                label: &labels.amount_due,
                value: invoice.money(invoice.totals.due),
            },
            payment: invoice
                .payment
                .as_ref()
                .map(|payment| invoice.payment_view(payment)),
            notes: &invoice.notes,
            mentions: &invoice.mentions,
            offer: None,
        }
    }

    /// A quote. Its gross total stands once, where an invoice says what is to be paid.
    pub(crate) fn of_quote(quote: &'a Quote) -> Self {
        let body = &quote.body;
        let mut view = Self::of(body);
        view.totals.retain(|fact| fact.label != body.labels.gross);
        view.offer = Some(OfferView {
            title: &quote.options_title,
            note: &quote.options_note,
            options: quote.options.iter().map(|line| body.line_view(line)).collect(),
            agreement: &quote.agreement.title,
            agreed: &quote.agreement.lines,
            blanks: &quote.agreement.blanks,
            conditions_title: &quote.conditions_title,
            conditions: &quote.conditions,
        });
        view
    }
}

impl Invoice {
    /// The amount with a true minus sign, as wide as a figure's own.
    fn money(&self, amount: Money) -> String {
        amount
            .display(self.locale, self.currency)
            .replacen('-', "\u{2212}", 1)
    }

    fn rate(&self, rate: Rate) -> String {
        rate.display(self.locale)
    }

    fn seller_view<'a>(&self, seller: &'a Seller) -> SellerView<'a> {
        let reach = [
            seller.email.as_ref().map(|email| email.as_str().to_owned()),
            seller.phone.as_ref().map(kernel::Phone::grouped),
        ];
        let reach: Vec<String> = reach.into_iter().flatten().collect();
        let mut lines = seller.address.clone();
        if !reach.is_empty() {
            lines.push(reach.join(" · "));
        }
        SellerView {
            name: &seller.name,
            lines,
            imprint: self.imprint(seller),
        }
    }

    /// What identifies the company, in the order of a French letterhead (code de commerce R. 123-237).
    fn imprint(&self, seller: &Seller) -> Vec<String> {
        let labels = &self.labels;
        let capital = seller.capital.map(|capital| {
            format!(
                "{} {}",
                labels.capital,
                self.money(capital).replace(' ', "\u{a0}")
            )
        });
        let form: Vec<String> = [seller.legal_form.clone(), capital]
            .into_iter()
            .flatten()
            .collect();
        let siren = seller
            .siren
            .as_ref()
            .map(|siren| pair(&labels.siren, &siren.grouped()));
        let vat = seller
            .vat_number
            .as_ref()
            .map(|number| pair(&labels.vat_number, number.as_str()));
        [
            Some(seller.name.clone()),
            Some(form.join(" ")),
            siren,
            seller.registry.clone(),
            vat,
        ]
        .into_iter()
        .flatten()
        .filter(|part| !part.trim().is_empty())
        .collect()
    }

    fn buyer_view<'a>(&self, buyer: &'a Buyer) -> BuyerView<'a> {
        let siren = buyer
            .siren
            .as_ref()
            .map(|siren| pair(&self.labels.siren, &siren.grouped()));
        let vat = buyer
            .vat_number
            .as_ref()
            .map(|number| pair(&self.labels.vat_number, number.as_str()));
        BuyerView {
            name: &buyer.name,
            address: &buyer.address,
            identity: [siren, vat].into_iter().flatten().collect(),
        }
    }

    fn facts(&self) -> Vec<Fact<'_>> {
        let labels = &self.labels;
        let day = |day| labels.months.day(day, self.locale);
        let corrects = match &self.kind {
            InvoiceKind::Invoice => None,
            InvoiceKind::CreditNote { corrects, issued } => Some(format!("{corrects} ({})", day(*issued))),
        };
        let supplied = self.supplied.map(|days| labels.months.days(days, self.locale));
        let facts = [
            (&labels.issued, Some(day(self.issued))),
            (&labels.due, self.due.map(day)),
            (&labels.supplied, supplied),
            (&labels.corrects, corrects),
            (&labels.purchase_order, self.purchase_order.clone()),
            (&labels.customer_reference, self.buyer.reference.clone()),
        ];
        facts
            .into_iter()
            .filter_map(|(label, value)| value.map(|value| Fact { label, value }))
            .collect()
    }

    fn words(&self) -> Words<'_> {
        let labels = &self.labels;
        Words {
            billed_to: &labels.billed_to,
            columns: [
                &labels.description,
                &labels.quantity,
                &labels.unit_price,
                &labels.rate,
                &labels.amount,
            ],
            subtotal: &labels.subtotal,
            vat_columns: [&labels.vat_rate, &labels.vat_base, &labels.vat_amount],
            payment: &labels.payment,
            page: &labels.page,
        }
    }

    fn section_view<'a>(&self, section: &'a Section) -> SectionView<'a> {
        SectionView {
            heading: section.heading.as_deref(),
            lines: section.lines.iter().map(|line| self.line_view(line)).collect(),
            subtotal: section.subtotal.map(|sum| self.money(sum)),
        }
    }

    fn line_view<'a>(&self, line: &'a Line) -> LineView<'a> {
        LineView {
            label: &line.label,
            detail: line.detail.as_deref(),
            quantity: &line.quantity,
            price: self.money(line.unit_price),
            rate: self.rate(line.rate),
            amount: self.money(line.amount),
        }
    }

    fn sums(&self) -> Vec<Fact<'_>> {
        let (labels, totals) = (&self.labels, self.totals);
        let paid = (totals.paid != Money::ZERO).then(|| (&labels.paid, -totals.paid));
        [
            (&labels.net, totals.net),
            (&labels.vat, totals.vat),
            (&labels.gross, totals.gross),
        ]
        .into_iter()
        .chain(paid)
        .map(|(label, amount)| Fact {
            label,
            value: self.money(amount),
        })
        .collect()
    }

    fn payment_view<'a>(&'a self, payment: &'a Payment) -> PaymentView<'a> {
        let labels = &self.labels;
        let rows = [
            (&labels.iban, payment.iban.as_ref().map(kernel::Iban::grouped)),
            (
                &labels.bic,
                payment.bic.as_ref().map(|bic| bic.as_str().to_owned()),
            ),
            (&labels.payment_reference, payment.reference.clone()),
        ];
        PaymentView {
            terms: &payment.terms,
            rows: rows
                .into_iter()
                .filter_map(|(label, value)| value.map(|value| Fact { label, value }))
                .collect(),
        }
    }
}

/// A label and its value, never parted at the end of a line.
fn pair(label: &str, value: &str) -> String {
    format!("{label}\u{a0}{}", value.replace(' ', "\u{a0}"))
}
