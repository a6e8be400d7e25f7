//! What somebody looks at, leaves out and orders; and what keeps a run from starting.

use super::{JUNE, camille_and_noa, prepare, review};
use crate::world::{House, both, cents, day, month};
use billing::{Basis, BeforeBilling, DraftKey, NewCharge, Quantity, Reviewed, RunRefusal, SkipReason, Unit};
use kernel::{Actor, CustomerId, Days, Id, Month, Role};
use people::{NewPerson, Payer, PersonName};
use platform::Failure;
use platform::database::Tx;
use platform::failure::Fault;
use platform::jobs::{self, JobState};
use std::collections::BTreeSet;

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
fn preparing_charges_what_is_due_once() {
    both(|house| {
        let customer = house.customer_named("Camille", "Durand");
        house.charge(house.room_for(customer, "a", "2026-06-02"));
        let hooks = BeforeBilling::new([platform::capability::BillingHook {
            charge: plans,
            left_out: |_, _, _| Ok(vec![]),
        }]);
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
        let (camille, noa) = camille_and_noa(&house);
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
