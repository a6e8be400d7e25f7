//! The month's run: prepared, reviewed, issued, resumed.

use crate::world::{House, PRESS, both, cents, day, month};
use billing::{
    Basis, BeforeBilling, ChargeState, Draft, DraftKey, InvoiceHead, NewCharge, Quantity, Reviewed,
    RunRefusal, SkipReason, Unit, Warning,
};
use kernel::{Actor, CustomerId, Day, Days, Id, Month, Role};
use people::{NewPerson, Payer, PersonName};
use platform::database::Tx;
use platform::failure::Fault;
use platform::jobs::{self, JobState};
use platform::{Failure, documents, mail};
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicI64, Ordering};

const JUNE: &str = "2026-06";

fn review(house: &House, of: &'static str) -> billing::Review {
    let today = house.place.zone.day_of(house.db.clock().now());
    house.read(move |tx, place| billing::review(tx, place, month(of), today))
}

fn invoices(house: &House) -> Vec<InvoiceHead> {
    house.read(billing::issued_invoices)
}

fn prepare(house: &House, of: &'static str) -> Result<(), Failure<RunRefusal>> {
    house.attempt(&house.system(), move |tx, actor| {
        billing::prepare_month(tx, actor, month(of), &BeforeBilling::default())
    })
}

fn numbers(house: &House) -> Vec<String> {
    invoices(house)
        .iter()
        .map(|head| head.number.to_string())
        .collect()
}

/// Charges a plan of the month to everybody who is a customer, as a capability above would.
fn plans(tx: &mut Tx<'_>, actor: &Actor, of: Month) -> Result<(), Fault> {
    let product = billing::products(tx, actor.place)?
        .into_iter()
        .find(|product| product.code == "RESIDENT")
        .unwrap();
    let customers: BTreeSet<CustomerId> = billing::open_charges(tx, actor.place, of)?
        .iter()
        .map(|charge| charge.customer)
        .collect();
    for customer in customers {
        let new = NewCharge {
            customer,
            person: None,
            product: product.id,
            label: product.name.clone(),
            detail: String::new(),
            quantity: Quantity::ONE,
            unit: Unit::Month,
            unit_price: cents(25_000),
            basis: product.basis,
            rate: kernel::Rate::from_basis_points(2_000),
            service: Days::spanning(of.first(), of.last()),
            source: billing::Source::new("plan", Id::<()>::from_i64(1)),
            source_key: format!("plan:{customer}:{of}"),
        };
        billing::charge(tx, actor, new).map_err(Failure::unexpected)?;
    }
    Ok(())
}

#[test]
fn one_invoice_is_drafted_for_each_customer_and_basis() {
    both(|house| {
        let (camille, noa) = (
            house.customer_named("Camille", "Durand"),
            house.customer_named("Noa", "Albert"),
        );
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
        let (camille, noa) = (
            house.customer_named("Camille", "Durand"),
            house.customer_named("Noa", "Albert"),
        );
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
fn preparing_charges_what_is_due_once() {
    both(|house| {
        let customer = house.customer_named("Camille", "Durand");
        house.charge(house.room_for(customer, "a", "2026-06-02"));
        let hooks = BeforeBilling::new([plans as platform::capability::BillingHook]);
        for _ in 0..2 {
            let hooks = hooks.clone();
            house.write(move |tx, actor| billing::prepare_month(tx, actor, month(JUNE), &hooks).unwrap());
        }
        assert_eq!(review(&house, JUNE).drafts[0].totals.net, cents(31_000));
    });
}

#[test]
fn a_month_to_come_is_not_prepared() {
    let house = House::new();
    assert_eq!(
        prepare(&house, "2026-07"),
        Err(Failure::Refused(RunRefusal::MonthToCome))
    );
    assert_eq!(prepare(&house, JUNE), Ok(()));
}

#[test]
fn what_is_left_out_is_not_issued_and_can_be_taken_back_in() {
    both(|house| {
        let (camille, noa) = (
            house.customer_named("Camille", "Durand"),
            house.customer_named("Noa", "Albert"),
        );
        house.charge(house.room_for(camille, "a", "2026-05-02"));
        house.charge(house.room_for(noa, "b", "2026-05-02"));
        let key = DraftKey {
            customer: camille,
            basis: Basis::Net,
        };
        let exclude = |key| {
            house.attempt(&house.system(), move |tx, actor| {
                billing::exclude(tx, actor, month("2026-05"), key)
            })
        };
        assert_eq!(exclude(key), Err(Failure::Refused(RunRefusal::NotPrepared)));
        prepare(&house, "2026-05").unwrap();
        let unknown = DraftKey {
            basis: Basis::Gross,
            ..key
        };
        assert_eq!(exclude(unknown), Err(Failure::Refused(RunRefusal::UnknownDraft)));
        assert_eq!(exclude(key), Ok(()));
        let shown = review(&house, "2026-05");
        assert_eq!(shown.left_out(&shown.drafts[0]), Some(SkipReason::Excluded));
        assert_eq!(shown.to_issue().count(), 1);
        house.write(move |tx, actor| billing::include(tx, actor, month("2026-05"), key).unwrap());
        assert_eq!(review(&house, "2026-05").to_issue().count(), 2);
        exclude(key).unwrap();
        let report = house.issue("2026-05");
        assert_eq!(
            (report.done, report.skipped[0].why.as_str()),
            (1, "billing-skip-excluded")
        );
        let open = house.read(|tx, place| billing::open_charges(tx, place, month("2026-05")));
        assert_eq!(
            open.iter().map(|charge| charge.customer).collect::<Vec<_>>(),
            [camille]
        );
    });
}

#[test]
fn only_what_was_reviewed_is_issued() {
    both(|house| {
        let customer = house.customer_named("Camille", "Durand");
        house.charge(house.room_for(customer, "a", "2026-05-02"));
        prepare(&house, "2026-05").unwrap();
        let seen = review(&house, "2026-05").reviewed;
        let start = |seen: &Reviewed| {
            let seen = seen.clone();
            house.attempt(&house.system(), move |tx, actor| {
                billing::start_run(tx, actor, month("2026-05"), &seen)
            })
        };
        // A charge comes between the review and the order.
        house.charge(house.room_for(customer, "b", "2026-05-03"));
        assert_eq!(
            start(&seen),
            Err(Failure::Refused(RunRefusal::Changed { count: 1 }))
        );
        assert_eq!(
            start(&Reviewed::default()),
            Err(Failure::Refused(RunRefusal::Changed { count: 2 }))
        );
        let now = review(&house, "2026-05").reviewed;
        let job = start(&now).unwrap();
        assert_eq!(start(&now), Err(Failure::Refused(RunRefusal::AlreadyIssuing)));
        let known = house.read(move |tx, place| jobs::find(tx, place, job)).unwrap();
        assert_eq!(
            (known.kind.as_str(), known.state),
            ("billing.issue", JobState::Waiting)
        );
        let resumed = house.attempt(&house.system(), |tx, actor| {
            billing::resume_run(tx, actor, month("2026-05"))
        });
        assert_eq!(resumed, Err(Failure::Refused(RunRefusal::AlreadyIssuing)));
    });
}

#[test]
fn a_change_of_name_or_seller_since_the_review_is_a_change() {
    let house = House::new();
    let person = house.person("Camille", "Durand");
    let customer = house.customer(Payer::Person(person));
    house.charge(house.room_for(customer, "a", "2026-05-02"));
    let before = review(&house, "2026-05").reviewed;
    house.write(move |tx, actor| {
        let known = people::person(tx, actor.place, person).unwrap().unwrap();
        let renamed = NewPerson {
            name: PersonName::parse("Camille", "Petit").unwrap(),
            ..known.into()
        };
        people::update_person(tx, actor, person, renamed).unwrap();
    });
    let renamed = review(&house, "2026-05").reviewed;
    assert_eq!(before.changes(&renamed).len(), 1);
    house.write(|tx, actor| {
        let mut seller = crate::world::seller();
        seller.payment_days = 15;
        billing::set_seller(tx, actor, &seller, day("2026-06-15")).unwrap();
    });
    assert_eq!(
        renamed.changes(&review(&house, "2026-05").reviewed),
        [billing::Change::Seller]
    );
}

#[test]
fn a_run_needs_a_seller_drafts_and_the_right_to_write() {
    let house = House::new();
    let start = |actor: &Actor| {
        house.attempt(actor, |tx, actor| {
            billing::start_run(tx, actor, month(JUNE), &Reviewed::default())
        })
    };
    assert_eq!(
        start(&house.system()),
        Err(Failure::Refused(RunRefusal::NotPrepared))
    );
    prepare(&house, JUNE).unwrap();
    let seen = review(&house, JUNE).reviewed;
    let empty = house.attempt(&house.system(), move |tx, actor| {
        billing::start_run(tx, actor, month(JUNE), &seen)
    });
    assert_eq!(empty, Err(Failure::Refused(RunRefusal::NothingToIssue)));
    let person = house.person("Noa", "Vasseur");
    for role in [Role::Accountant, Role::Facilitator, Role::Member] {
        assert_eq!(
            start(&house.somebody(role, person)),
            Err(Failure::Fault(Fault::Forbidden)),
            "{role}"
        );
    }
    // Before the seller was described, nothing can be issued.
    house.on_day("2023-06-15");
    prepare(&house, "2023-06").unwrap();
    let early = house.attempt(&house.system(), |tx, actor| {
        billing::start_run(tx, actor, month("2023-06"), &Reviewed::default())
    });
    assert_eq!(early, Err(Failure::Refused(RunRefusal::SellerMissing)));
}

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

#[test]
fn pdf_and_mail_come_once_with_a_run() {
    both(|house| {
        let (camille, noa) = (
            house.customer_named("Camille", "Durand"),
            house.customer_named("Noa", "Albert"),
        );
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
            assert!(stopped_after(&house, steps).is_err());
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
