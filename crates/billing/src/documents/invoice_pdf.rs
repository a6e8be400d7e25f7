//! The PDF of an invoice: what it says, handed to the press.

use super::wording::{self, text, text_with};
use crate::rules::catalogue::Basis;
use crate::rules::invoice::{Invoice, InvoiceKind, InvoiceLine};
use kernel::{Locale, Month};
use platform::place::Place;
use press::{Buyer, Colour, InvoiceLabels, Line, Months, Payment, Section, Seller, Totals, VatRow};

/// The colour of a place whose own cannot be read.
pub(super) const INK: Colour = Colour {
    red: 0x33,
    green: 0x41,
    blue: 0x3b,
};

/// The invoice as the press prints it. Paper does not change with later payments: it says what was owed at issue.
pub(crate) fn printable(invoice: &Invoice, place: &Place) -> press::Invoice {
    let locale = invoice.language;
    let head = &invoice.head;
    press::Invoice {
        locale,
        labels: labels(locale, invoice.basis, head.kind),
        currency: invoice.currency,
        kind: press::InvoiceKind::Invoice,
        number: head.number.to_string(),
        issued: head.issued_on,
        due: head.gross.is_positive().then_some(head.due_on),
        supplied: Some(invoice.supply),
        purchase_order: None,
        subject: None,
        seller: seller(invoice, locale),
        buyer: buyer(invoice),
        sections: sections(invoice),
        vat: invoice
            .by_rate
            .iter()
            .map(|line| VatRow {
                rate: line.vat.rate,
                base: line.base,
                vat: line.amount,
            })
            .collect(),
        totals: Totals {
            net: head.net,
            vat: head.vat,
            gross: head.gross,
            paid: kernel::Money::ZERO,
            due: head.gross,
        },
        payment: head.gross.is_positive().then(|| payment(invoice)),
        notes: Vec::new(),
        mentions: invoice.mentions.clone(),
        brand: Colour::parse(&place.brand_colour).unwrap_or(INK),
        demonstration: place.demonstration,
    }
}

/// The name of the file: `facture-2026-000123.pdf`.
pub(crate) fn filename(invoice: &Invoice) -> String {
    text_with(
        invoice.language,
        "billing-pdf-filename",
        &[("number", invoice.head.number.to_string().into())],
    )
}

fn seller(invoice: &Invoice, locale: Locale) -> Seller {
    seller_of(&invoice.seller, locale)
}

/// A seller as its letterhead says it.
pub(super) fn seller_of(seller: &crate::Seller, locale: Locale) -> Seller {
    let town = format!("{} {}", seller.postal_code, seller.city);
    let registry = (!seller.rcs.is_empty()).then(|| {
        text_with(
            locale,
            "billing-pdf-registry",
            &[("town", seller.rcs.clone().into())],
        )
    });
    Seller {
        name: seller.legal_name.clone(),
        legal_form: Some(seller.legal_form.clone()),
        capital: seller.capital.is_positive().then_some(seller.capital),
        siren: Some(seller.siren.clone()),
        registry,
        vat_number: seller.vat_number.clone(),
        address: vec![seller.street.clone(), town],
        email: Some(seller.email.clone()),
        phone: seller.phone.clone(),
        mark: None,
    }
}

fn buyer(invoice: &Invoice) -> Buyer {
    buyer_of(&invoice.buyer)
}

/// A customer in the window of the envelope.
pub(super) fn buyer_of(buyer: &crate::Buyer) -> Buyer {
    Buyer {
        name: buyer.name.clone(),
        address: buyer.address(),
        siren: buyer.siren.clone(),
        vat_number: buyer.vat_number.clone(),
        reference: None,
    }
}

/// One section per person on an organisation's invoice, in the order of the lines.
fn sections(invoice: &Invoice) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for line in &invoice.lines {
        let heading = (!line.section.is_empty()).then(|| line.section.clone());
        match sections.last_mut() {
            Some(section) if section.heading == heading => section.lines.push(printed(invoice, line)),
            _ => sections.push(Section {
                heading,
                lines: vec![printed(invoice, line)],
                subtotal: None,
            }),
        }
    }
    if sections.len() > 1 {
        for section in &mut sections {
            section.subtotal = Some(section.lines.iter().map(|line| line.amount).sum());
        }
    }
    sections
}

fn printed(invoice: &Invoice, line: &InvoiceLine) -> Line {
    let locale = invoice.language;
    // The law wants the unit price without VAT (CGI ann. II art. 242 nonies A, I 8°), also where prices are agreed with it.
    let net_price = (invoice.basis == Basis::Gross).then(|| {
        let net = line
            .vat
            .rate
            .net_from_gross(line.unit_price)
            .display(locale, invoice.currency);
        text_with(locale, "billing-pdf-net-price", &[("price", net.into())])
    });
    let detail: Vec<String> = [Some(line.detail.clone()), net_price]
        .into_iter()
        .flatten()
        .filter(|text| !text.is_empty())
        .collect();
    Line {
        label: line.label.clone(),
        detail: (!detail.is_empty()).then(|| detail.join(" · ")),
        quantity: wording::quantity(locale, line.quantity, line.unit),
        unit_price: line.unit_price,
        rate: line.vat.rate,
        amount: line.amount,
    }
}

fn payment(invoice: &Invoice) -> Payment {
    let locale = invoice.language;
    let due = wording::day(locale, invoice.head.due_on);
    Payment {
        terms: vec![text_with(locale, "billing-pdf-terms", &[("due", due.into())])],
        iban: invoice.seller.iban.clone(),
        bic: invoice.seller.bic.clone(),
        reference: Some(invoice.head.number.to_string()),
    }
}

pub(super) fn labels(locale: Locale, basis: Basis, kind: InvoiceKind) -> InvoiceLabels {
    let say = |key: &str| text(locale, &format!("billing-pdf-{key}"));
    let on_basis = |key: &str| match basis {
        Basis::Net => say(&format!("{key}-net")),
        Basis::Gross => say(&format!("{key}-gross")),
    };
    InvoiceLabels {
        title: match kind {
            InvoiceKind::Invoice => say("title"),
            InvoiceKind::CreditNote => say("title-credit-note"),
        },
        billed_to: say("billed-to"),
        issued: say("issued"),
        due: say("due"),
        supplied: say("supplied"),
        purchase_order: say("purchase-order"),
        customer_reference: say("customer-reference"),
        corrects: say("corrects"),
        capital: say("capital"),
        siren: say("siren"),
        vat_number: say("vat-number"),
        description: say("description"),
        quantity: say("quantity"),
        unit_price: on_basis("unit-price"),
        rate: say("rate"),
        amount: on_basis("amount"),
        subtotal: say("subtotal"),
        vat_rate: say("vat-rate"),
        vat_base: say("vat-base"),
        vat_amount: say("vat-amount"),
        net: say("net"),
        vat: say("vat"),
        gross: say("gross"),
        paid: say("paid"),
        amount_due: say("amount-due"),
        payment: say("payment"),
        iban: say("iban"),
        bic: say("bic"),
        payment_reference: say("payment-reference"),
        page: say("page"),
        specimen: say("specimen"),
        months: months(locale),
    }
}

fn months(locale: Locale) -> Months {
    let names = std::array::from_fn(|index| {
        let number = u8::try_from(index).unwrap_or_default().saturating_add(1);
        Month::new(2000, number)
            .map(|month| text(locale, month.message()))
            .unwrap_or_default()
    });
    Months(names)
}
