//! What leaves the house: mails as golden files, and invoices as the press is told to print them.

use crate::world::{House, PRESS, cents, day, month};
use billing::{BeforeBilling, NewCharge};
use kernel::{Locale, Money, Rate};
use people::{NewPerson, Payer};
use platform::mail::{self, OutboxMail};

fn issued_in(locale: Locale, gross: bool) -> OutboxMail {
    let house = House::new();
    let person = house.person("Camille", "Durand");
    house.write(move |tx, actor| {
        let known = people::person(tx, actor.place, person).unwrap().unwrap();
        people::update_person(
            tx,
            actor,
            person,
            NewPerson {
                language: Some(locale),
                ..known.into()
            },
        )
        .unwrap();
    });
    let customer = house.customer(Payer::Person(person));
    house.charge(house.room_for(customer, "a", "2026-05-02"));
    if gross {
        house.charge(NewCharge {
            unit_price: cents(-3_000),
            ..house.room_for(customer, "b", "2026-05-02")
        });
    }
    let hooks = BeforeBilling::default();
    billing::issue_run_blocking(&house.db, Some(&PRESS), &house.system(), month("2026-05"), &hooks).unwrap();
    house.read(|tx, place| mail::list(tx, place, 1)).remove(0)
}

fn golden(name: &str, mail: &OutboxMail) {
    let attached = mail.attachment_name.clone().unwrap_or_default();
    let text = format!(
        "{} <{}>\n{}\n[{attached}]\n\n{}",
        mail.recipient_name, mail.recipient, mail.subject, mail.text_body
    );
    insta::with_settings!({ snapshot_path => "golden", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(format!("{name}_text"), text);
        insta::assert_snapshot!(format!("{name}_html"), mail.html_body);
    });
}

#[test]
fn the_mail_of_an_invoice_reads_well_in_both_languages() {
    golden("invoice_fr", &issued_in(Locale::Fr, false));
    golden("invoice_en", &issued_in(Locale::En, false));
}

#[test]
fn the_mail_of_an_invoice_of_nothing_asks_for_nothing() {
    golden("invoice_of_nothing_fr", &issued_in(Locale::Fr, true));
}

/// An invoice as its reader meets it, line by line.
fn in_words(invoice: &press::Invoice) -> String {
    let mut lines = parties(invoice);
    lines.extend(services(invoice));
    lines.extend(sums(invoice));
    lines.extend(payment(invoice));
    lines.push(String::new());
    lines.extend(invoice.mentions.clone());
    lines.join("\n")
}

fn money(invoice: &press::Invoice, amount: Money) -> String {
    amount.display(invoice.locale, invoice.currency)
}

/// Who bills whom, when and for which days.
fn parties(invoice: &press::Invoice) -> Vec<String> {
    let (labels, seller, buyer) = (&invoice.labels, &invoice.seller, &invoice.buyer);
    let supplied = invoice
        .supplied
        .map(|days| (days.first().to_string(), days.last().to_string()))
        .unwrap();
    let legal_form = seller.legal_form.clone().unwrap();
    let capital = money(invoice, seller.capital.unwrap());
    let siren = seller.siren.clone().unwrap().grouped();
    let registry = seller.registry.clone().unwrap();
    vec![
        format!("{} {}", labels.title, invoice.number),
        format!("{} {}", labels.issued, invoice.issued),
        format!("{} {}", labels.due, invoice.due.unwrap()),
        format!("{} {supplied:?}", labels.supplied),
        String::new(),
        format!("{} – {}", seller.name, seller.address.join(", ")),
        format!("{legal_form} {} {capital}", labels.capital),
        format!("{} {siren} – {registry}", labels.siren),
        format!("{} {}", labels.vat_number, seller.vat_number.clone().unwrap()),
        String::new(),
        format!(
            "{} {} – {}",
            labels.billed_to,
            buyer.name,
            buyer.address.join(", ")
        ),
        format!("{} {}", labels.siren, buyer.siren.clone().unwrap().grouped()),
        String::new(),
    ]
}

/// What was supplied, section by section.
fn services(invoice: &press::Invoice) -> Vec<String> {
    let labels = &invoice.labels;
    let heads = [
        &labels.description,
        &labels.quantity,
        &labels.unit_price,
        &labels.rate,
        &labels.amount,
    ];
    let mut lines = vec![heads.map(String::as_str).join(" | ")];
    for section in &invoice.sections {
        lines.push(format!("[{}]", section.heading.clone().unwrap_or_default()));
        for line in &section.lines {
            let detail = line.detail.clone().unwrap_or_default();
            let (rate, price) = (line.rate.display(invoice.locale), money(invoice, line.unit_price));
            let amount = money(invoice, line.amount);
            lines.push(format!(
                "{} ({detail}) | {} | {price} | {rate} | {amount}",
                line.label, line.quantity
            ));
        }
        let subtotal = money(invoice, section.subtotal.unwrap());
        lines.push(format!("{} {subtotal}", labels.subtotal));
    }
    lines
}

/// VAT per rate, then the totals.
fn sums(invoice: &press::Invoice) -> Vec<String> {
    let (labels, totals) = (&invoice.labels, &invoice.totals);
    let rates = invoice.vat.iter().map(|row| {
        let rate = row.rate.display(invoice.locale);
        let (base, vat) = (money(invoice, row.base), money(invoice, row.vat));
        format!(
            "{} {rate} | {} {base} | {} {vat}",
            labels.vat_rate, labels.vat_base, labels.vat_amount
        )
    });
    let totals = [
        (&labels.net, totals.net),
        (&labels.vat, totals.vat),
        (&labels.gross, totals.gross),
        (&labels.amount_due, totals.due),
    ];
    rates
        .chain(totals.map(|(label, amount)| format!("{label} {}", money(invoice, amount))))
        .collect()
}

/// How it is to be paid.
fn payment(invoice: &press::Invoice) -> Vec<String> {
    let (labels, payment) = (&invoice.labels, invoice.payment.as_ref().unwrap());
    let iban = payment.iban.clone().unwrap().grouped();
    let reference = payment.reference.clone().unwrap();
    let mut lines = vec![String::new()];
    lines.extend(payment.terms.clone());
    lines.push(format!("{} {iban}", labels.iban));
    lines.push(format!("{} {reference}", labels.payment_reference));
    lines
}

/// Everything that an invoice says, in the order of the page: what a person reviews when a word changes.
#[test]
fn the_invoice_of_a_company_says_what_the_law_wants() {
    let house = House::new();
    let company = house.company("Atelier Test");
    let customer = house.customer(Payer::Organisation(company));
    for (key, given, family) in [("a", "Noa", "Albert"), ("b", "Camille", "Durand")] {
        let person = house.person(given, family);
        house.charge(NewCharge {
            person: Some(person),
            ..house.room_for(customer, key, "2026-05-02")
        });
    }
    house.charge(NewCharge {
        rate: Rate::from_basis_points(550),
        ..house.room_for(customer, "c", "2026-05-09")
    });
    house.issue("2026-05");
    let id = house.read(billing::issued_invoices)[0].id;
    let invoice = house.read(move |tx, place| billing::invoice(tx, place, id));
    assert_eq!(invoice.supply.first(), day("2026-05-02"));
    insta::with_settings!({ snapshot_path => "golden", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("company_invoice_fr", in_words(&billing::printable(&invoice, &house.place)));
    });
    let pdf = PRESS
        .invoice(&billing::printable(&invoice, &house.place))
        .unwrap();
    assert!(pdf.starts_with(b"%PDF-"));
}
