//! What a month puts on whose invoice, before anything is issued.

use super::{JUNE, camille_and_noa, invoices, review};
use crate::world::{House, both, cents, day};
use billing::{Basis, Draft, NewCharge, Warning};
use kernel::Days;
use people::{NewPerson, Payer, PersonName};

#[test]
fn one_invoice_is_drafted_for_each_customer_and_basis() {
    both(|house| {
        let (camille, noa) = camille_and_noa(&house);
        house.charge(house.room_for(camille, "a", "2026-06-02"));
        house.charge(house.room_for(camille, "b", "2026-06-10"));
        let coffee = NewCharge {
            product: house.coffee,
            basis: Basis::Gross,
            unit_price: cents(150),
            ..house.room_for(camille, "c", "2026-06-03")
        };
        house.charge(coffee);
        house.charge(house.room_for(noa, "d", "2026-06-01"));
        house.charge(house.room_for(noa, "later", "2026-07-01"));
        let review = review(&house, JUNE);
        let told: Vec<(String, Basis, i64, i64, i64)> = review
            .drafts
            .iter()
            .map(|draft| {
                let totals = &draft.totals;
                (
                    draft.recipient.buyer.name.clone(),
                    draft.basis,
                    totals.net.cents(),
                    totals.vat.cents(),
                    totals.gross.cents(),
                )
            })
            .collect();
        let expected = [
            ("Camille Durand".to_owned(), Basis::Net, 12_000, 2_400, 14_400),
            ("Camille Durand".to_owned(), Basis::Gross, 250, 50, 300),
            ("Noa Albert".to_owned(), Basis::Net, 6_000, 1_200, 7_200),
        ];
        assert_eq!(told, expected);
        assert_eq!(
            review.drafts[0].supply,
            Days::spanning(day("2026-06-02"), day("2026-06-10"))
        );
        assert_eq!(review.total(), cents(14_400 + 300 + 7_200));
    });
}

#[test]
fn an_organisation_reads_who_used_what() {
    both(|house| {
        let company = house.company("Atelier Test");
        let customer = house.customer(Payer::Organisation(company));
        let people = [house.person("Noa", "Albert"), house.person("Camille", "Durand")];
        for (key, person) in ["a", "b"].into_iter().zip(people) {
            house.charge(NewCharge {
                person: Some(person),
                ..house.room_for(customer, key, "2026-06-02")
            });
        }
        house.charge(house.room_for(customer, "c", "2026-06-02"));
        let drafts = review(&house, JUNE).drafts;
        let sections: Vec<&str> = drafts[0].lines.iter().map(|line| line.section.as_str()).collect();
        assert_eq!(sections, ["", "Camille Durand", "Noa Albert"]);
        assert!(drafts[0].recipient.buyer.professional);
        assert_eq!(drafts[0].warnings, []);
    });
}

#[test]
fn what_is_missing_is_said_and_forbids_nothing() {
    let house = House::new();
    let bare = house.write(|tx, actor| {
        people::create_person(
            tx,
            actor,
            NewPerson::named(PersonName::parse("Lou", "Martin").unwrap()),
        )
        .unwrap()
    });
    let customer = house.customer(Payer::Person(bare));
    house.charge(house.room_for(customer, "a", "2026-05-02"));
    assert_eq!(
        review(&house, "2026-05").drafts[0].warnings,
        [Warning::MissingAddress, Warning::NoEmail]
    );
    let report = house.issue("2026-05");
    assert_eq!((report.done, report.skipped.len()), (1, 0));
}

#[test]
fn a_negative_total_waits_for_more_and_a_total_of_nothing_is_issued() {
    both(|house| {
        let (camille, noa) = camille_and_noa(&house);
        house.charge(NewCharge {
            unit_price: cents(-1_000),
            ..house.room_for(camille, "a", "2026-05-02")
        });
        house.charge(house.room_for(noa, "b", "2026-05-02"));
        house.charge(NewCharge {
            unit_price: cents(-3_000),
            ..house.room_for(noa, "c", "2026-05-02")
        });
        let report = house.issue("2026-05");
        assert_eq!(report.done, 1);
        assert_eq!(report.skipped.len(), 1);
        assert_eq!(
            (report.skipped[0].what.as_str(), report.skipped[0].why.as_str()),
            ("Camille Durand", "billing-skip-negative")
        );
        assert_eq!(invoices(&house)[0].gross, cents(0));
        // What waits goes to the next month with what comes then.
        house.charge(house.room_for(camille, "d", "2026-06-02"));
        let drafts = review(&house, JUNE).drafts;
        assert_eq!(
            drafts.iter().map(|draft| draft.totals.net).collect::<Vec<_>>(),
            [cents(4_000)]
        );
    });
}

#[test]
fn what_takes_back_an_invoiced_line_names_its_invoice() {
    both(|house| {
        let customer = house.customer_named("Camille", "Durand");
        let charge = house.charge(house.room_for(customer, "a", "2026-05-02"));
        house.issue("2026-05");
        house.write(move |tx, actor| billing::cancel_charge(tx, actor, charge).unwrap());
        house.charge(NewCharge {
            unit_price: cents(9_000),
            ..house.room_for(customer, "b", "2026-06-02")
        });
        let draft: Draft = review(&house, JUNE).drafts.remove(0);
        assert_eq!(
            draft.lines[0]
                .corrects
                .map(|number| number.to_string())
                .as_deref(),
            Some("2026-000001")
        );
        house.issue(JUNE);
        let id = invoices(&house)[1].id;
        let invoice = house.read(move |tx, place| billing::invoice(tx, place, id));
        assert_eq!(
            invoice.lines[0].detail,
            "2026-05-02, 9 h – 11 h · Annule une ligne de la facture 2026-000001"
        );
        assert_eq!(invoice.head.gross, cents(14_400));
        assert!(house.verified().is_clean());
    });
}
