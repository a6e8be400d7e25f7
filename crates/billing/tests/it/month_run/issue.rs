//! What a run leaves behind: invoices, numbers, files and mails, wherever it was stopped.

use super::{JUNE, camille_and_noa, invoices, prepare, review};
use crate::world::{House, PRESS, both, cents, day, month};
use billing::{BeforeBilling, ChargeState};
use kernel::{Day, Days};
use people::Payer;
use platform::failure::Fault;
use platform::{documents, mail};
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicI64, Ordering};

#[test]
fn an_issued_invoice_says_everything_it_must() {
    both(|house| {
        let person = house.person("Camille", "Durand");
        let customer = house.customer(Payer::Person(person));
        let charge = house.charge(house.room_for(customer, "a", "2026-05-02"));
        house.issue("2026-05");
        let head = invoices(&house).remove(0);
        assert_eq!(head.number.to_string(), "2026-000001");
        assert_eq!(
            (head.issued_on, head.due_on),
            (day("2026-06-15"), day("2026-07-15"))
        );
        assert_eq!(
            (head.net, head.vat, head.gross, head.paid),
            (cents(6_000), cents(1_200), cents(7_200), cents(0))
        );
        let id = head.id;
        let invoice = house.read(move |tx, place| billing::invoice(tx, place, id));
        assert_eq!(invoice.seller, crate::world::seller());
        assert_eq!(
            (invoice.buyer.name.as_str(), invoice.buyer.street.as_str()),
            ("Camille Durand", "3 rue des Essais")
        );
        assert_eq!(invoice.supply, Days::one(day("2026-05-02")));
        assert_eq!(invoice.mentions, ["Prestations de services."]);
        assert_eq!(invoice.recomputed().by_rate, invoice.by_rate);
        let state = house
            .read(move |tx, place| billing::charge_by_id(tx, place, charge))
            .state;
        assert_eq!(state, ChargeState::Invoiced(id));
        assert_eq!(
            house.read(move |tx, place| billing::balance(tx, place, customer)),
            cents(7_200)
        );
        assert!(house.verified().is_clean(), "{:?}", house.verified().faults());
    });
}

#[test]
fn a_month_closes_when_it_is_over_and_stays_open_before() {
    let house = House::new();
    let customer = house.customer_named("Camille", "Durand");
    house.charge(house.room_for(customer, "a", "2026-06-02"));
    house.issue(JUNE);
    // June is not over on the fifteenth: it goes on taking charges, and is issued again.
    let more = house.charge(house.room_for(customer, "b", "2026-06-20"));
    assert_eq!(
        house
            .read(move |tx, place| billing::charge_by_id(tx, place, more))
            .month,
        month(JUNE)
    );
    house.on_day("2026-07-01");
    house.issue(JUNE);
    let late = house.charge(house.room_for(customer, "c", "2026-06-21"));
    assert_eq!(
        house
            .read(move |tx, place| billing::charge_by_id(tx, place, late))
            .month,
        month("2026-07")
    );
    assert_eq!(numbers(&house), ["2026-000001", "2026-000002"]);
}

#[test]
fn numbers_begin_again_with_the_year_and_days_never_go_back() {
    both(|house| {
        let customer = house.customer_named("Camille", "Durand");
        for (position, (today, of)) in [
            ("2026-10-20", "2026-10"),
            // A clock set wrong: the invoice takes the day of the one before it.
            ("2026-10-18", "2026-10"),
            ("2026-12-31", "2026-11"),
            ("2027-01-01", "2026-12"),
        ]
        .into_iter()
        .enumerate()
        {
            house.on_day(today);
            house.charge(house.room_for(customer, &position.to_string(), &format!("{of}-05")));
            house.issue(of);
        }
        let told: Vec<(String, Day)> = invoices(&house)
            .iter()
            .map(|head| (head.number.to_string(), head.issued_on))
            .collect();
        let expected = [
            ("2026-000001".to_owned(), day("2026-10-20")),
            ("2026-000002".to_owned(), day("2026-10-20")),
            ("2026-000003".to_owned(), day("2026-12-31")),
            ("2027-000001".to_owned(), day("2027-01-01")),
        ];
        assert_eq!(told, expected);
        assert!(house.verified().is_clean());
    });
}

fn numbers(house: &House) -> Vec<String> {
    invoices(house)
        .iter()
        .map(|head| head.number.to_string())
        .collect()
}

#[test]
fn pdf_and_mail_come_once_with_a_run() {
    both(|house| {
        let (camille, noa) = camille_and_noa(&house);
        house.charge(house.room_for(camille, "a", "2026-05-02"));
        house.charge(house.room_for(noa, "b", "2026-05-02"));
        let hooks = BeforeBilling::default();
        billing::issue_run_blocking(&house.db, Some(&PRESS), &house.system(), month("2026-05"), &hooks)
            .unwrap();
        let outbox = house.read(|tx, place| mail::list(tx, place, 50));
        let mut told: Vec<&str> = outbox.iter().map(|mail| mail.recipient.as_str()).collect();
        told.sort_unstable();
        assert_eq!(told, ["camille@example.org", "noa@example.org"]);
        let document = outbox[0].attachment_document_id.unwrap();
        let file = house.read(move |tx, place| documents::get(tx, place, document));
        assert!(file.bytes.starts_with(b"%PDF-"));
        assert_eq!(Some(file.filename), outbox[0].attachment_name);
    });
}

/// Goes on with the run of May, and stops it after so many steps, as the end of the process would between two transactions.
fn stopped_after(house: &House, steps: i64) -> Result<(), Fault> {
    let left = AtomicI64::new(steps);
    let run = review(house, "2026-05").run.unwrap().id;
    let stop = |_, _| match left.fetch_sub(1, Ordering::SeqCst) {
        step if step > 0 => Ok(()),
        _ => Err(Fault::internal("stopped")),
    };
    billing::issue_run(&house.db, Some(&PRESS), &house.system(), run, &stop).map(drop)
}

#[test]
fn a_run_stopped_anywhere_goes_on_without_double_or_gap() {
    both(|house| {
        for (position, name) in ["Ada", "Bea", "Cleo", "Dana", "Edna", "Flora"]
            .into_iter()
            .enumerate()
        {
            let customer = house.customer_named(name, "Test");
            house.charge(house.room_for(customer, &position.to_string(), "2026-05-02"));
        }
        prepare(&house, "2026-05").unwrap();
        let seen = review(&house, "2026-05").reviewed;
        house.write(move |tx, actor| billing::start_run(tx, actor, month("2026-05"), &seen).unwrap());
        for steps in [0, 1, 0] {
            assert_eq!(stopped_after(&house, steps), Err(Fault::internal("stopped")));
            assert!(house.verified().is_clean(), "{:?}", house.verified().faults());
        }
        stopped_after(&house, i64::MAX).unwrap();
        let issued: Vec<(String, String)> = invoices(&house)
            .iter()
            .map(|head| (head.number.to_string(), head.buyer_name.clone()))
            .collect();
        let names = [
            "Ada Test",
            "Bea Test",
            "Cleo Test",
            "Dana Test",
            "Edna Test",
            "Flora Test",
        ];
        let expected: Vec<(String, String)> = (1..)
            .zip(names)
            .map(|(number, name)| (format!("2026-{number:06}"), name.to_owned()))
            .collect();
        assert_eq!(issued, expected);
        let outbox = house.read(|tx, place| mail::list(tx, place, 50));
        let written: BTreeSet<&str> = outbox.iter().map(|mail| mail.recipient.as_str()).collect();
        assert_eq!((outbox.len(), written.len()), (6, 6));
        assert!(house.verified().is_clean());
    });
}
