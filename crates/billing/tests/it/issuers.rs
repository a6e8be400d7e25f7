//! Many who issue at once: numbers stay without a hole, in the order of days, and nothing is invoiced twice.

use crate::world::{House, both, month};
use billing::{BeforeBilling, InvoiceHead};
use kernel::Id;
use platform::Failure;
use platform::database::Database;
use std::collections::BTreeSet;

const NAMES: [&str; 16] = [
    "Ada", "Bea", "Cleo", "Dana", "Edna", "Flora", "Gaia", "Hana", "Iris", "Jade", "Kim", "Lia", "Mona",
    "Nour", "Olga", "Pia",
];

/// Sixteen workers on one run, as sixteen processes that each believe that they hold the job.
#[test]
fn sixteen_issuers_of_one_run_issue_each_draft_once_and_leave_no_hole() {
    both(|house| {
        for (position, name) in NAMES.into_iter().enumerate() {
            let customer = house.customer_named(name, "Test");
            house.charge(house.room_for(customer, &position.to_string(), "2026-05-02"));
        }
        let run = started(&house);
        let second = house.another_process();
        let databases: [&Database; 2] = [&house.db, &second];
        let actor = house.system();
        std::thread::scope(|scope| {
            for worker in 0..16 {
                let (db, actor) = (databases[worker % 2], &actor);
                scope.spawn(move || billing::issue_run(db, None, actor, run, &|_, _| Ok(())).unwrap());
            }
        });
        second.close();
        check(&house, NAMES.len());
    });
}

/// Sixteen months of sixteen places would not meet; sixteen runs of one place share its series.
#[test]
fn sixteen_runs_at_once_share_one_series_without_a_hole() {
    both(|house| {
        let months: Vec<String> = (0..16)
            .map(|back| month("2026-05").plus(-back).to_string())
            .collect();
        for (position, (name, of)) in NAMES.into_iter().zip(&months).enumerate() {
            let customer = house.customer_named(name, "Test");
            house.charge(house.room_for(customer, &position.to_string(), &format!("{of}-03")));
        }
        let actor = house.system();
        std::thread::scope(|scope| {
            for of in &months {
                let (db, actor) = (&house.db, &actor);
                // A later month takes what earlier ones left: some runs find nothing more to issue.
                scope.spawn(move || {
                    let issued =
                        billing::issue_run_blocking(db, None, actor, month(of), &BeforeBilling::default());
                    let nothing = matches!(
                        &issued,
                        Err(Failure::Refused(billing::RunRefusal::NothingToIssue))
                    );
                    assert!(issued.is_ok() || nothing, "{issued:?}");
                });
            }
        });
        check(&house, NAMES.len());
    });
}

fn started(house: &House) -> Id<billing::Run> {
    house.write(|tx, actor| {
        let of = month("2026-05");
        billing::prepare_month(tx, actor, of, &BeforeBilling::default()).unwrap();
        let today = kernel::Day::parse("2026-06-15").unwrap();
        let review = billing::review(tx, actor.place, of, today).unwrap();
        billing::start_run(tx, actor, of, &review.reviewed).unwrap();
        review.run.unwrap().id
    })
}

fn check(house: &House, expected: usize) {
    let invoices: Vec<InvoiceHead> = house.read(billing::issued_invoices);
    let numbers: Vec<i64> = invoices.iter().map(|head| head.number.number).collect();
    assert_eq!(
        numbers,
        (1..=i64::try_from(expected).unwrap()).collect::<Vec<_>>()
    );
    let customers: BTreeSet<_> = invoices.iter().map(|head| head.customer).collect();
    assert_eq!(customers.len(), expected);
    assert!(house.verified().is_clean(), "{:?}", house.verified().faults());
}
