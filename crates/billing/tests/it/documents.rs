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
    let labels = &invoice.labels;
    let money = |amount: Money| amount.display(invoice.locale, invoice.currency);
    let (seller, buyer) = (&invoice.seller, &invoice.buyer);
    let mut lines = vec![
        format!("{} {}", labels.title, invoice.number),
        format!("{} {}", labels.issued, invoice.issued),
        format!("{} {}", labels.due, invoice.due.unwrap()),
        format!(
            "{} {:?}",
            labels.supplied,
            invoice
                .supplied
                .map(|days| (days.first().to_string(), days.last().to_string()))
                .unwrap()
        ),
        String::new(),
        format!("{} – {}", seller.name, seller.address.join(", ")),
        format!(
            "{} {} {}",
            seller.legal_form.clone().unwrap(),
            labels.capital,
            money(seller.capital.unwrap())
        ),
        format!(
            "{} {} – {}",
            labels.siren,
            seller.siren.clone().unwrap().grouped(),
            seller.registry.clone().unwrap()
        ),
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
        [
            &labels.description,
            &labels.quantity,
            &labels.unit_price,
            &labels.rate,
            &labels.amount,
        ]
        .map(String::as_str)
        .join(" | "),
    ];
    for section in &invoice.sections {
        lines.push(format!("[{}]", section.heading.clone().unwrap_or_default()));
        for line in &section.lines {
            let (rate, price, amount) = (
                line.rate.display(invoice.locale),
                money(line.unit_price),
                money(line.amount),
            );
            let detail = line.detail.clone().unwrap_or_default();
            lines.push(format!(
                "{} ({detail}) | {} | {price} | {rate} | {amount}",
                line.label, line.quantity
            ));
        }
        lines.push(format!(
            "{} {}",
            labels.subtotal,
            money(section.subtotal.unwrap())
        ));
    }
    for row in &invoice.vat {
        let rate = row.rate.display(invoice.locale);
        lines.push(format!(
            "{} {rate} | {} {} | {} {}",
            labels.vat_rate,
            labels.vat_base,
            money(row.base),
            labels.vat_amount,
            money(row.vat)
        ));
    }
    let totals = &invoice.totals;
    for (label, amount) in [
        (&labels.net, totals.net),
        (&labels.vat, totals.vat),
        (&labels.gross, totals.gross),
        (&labels.amount_due, totals.due),
    ] {
        lines.push(format!("{label} {}", money(amount)));
    }
    let payment = invoice.payment.as_ref().unwrap();
    lines.push(String::new());
    lines.extend(payment.terms.clone());
    lines.push(format!(
        "{} {}",
        labels.iban,
        payment.iban.clone().unwrap().grouped()
    ));
    lines.push(format!(
        "{} {}",
        labels.payment_reference,
        payment.reference.clone().unwrap()
    ));
    lines.push(String::new());
    lines.extend(invoice.mentions.clone());
    lines.join("\n")
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
