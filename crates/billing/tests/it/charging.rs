//! Charges: made once, taken back, billed with the right month.

use crate::world::{House, both, cents, day, month};
use billing::{Basis, Cancelled, ChargeRefusal, ChargeState, NewCharge, Quantity};
use kernel::{Days, Id, Money, Rate};
use people::Payer;
use platform::{Failure, Fault};

#[test]
fn a_customer_is_made_once_for_a_person_or_an_organisation() {
    both(|house| {
        let (person, company) = (house.person("Camille", "Durand"), house.company("Atelier Test"));
        let first = house.customer(Payer::Person(person));
        assert_eq!(house.customer(Payer::Person(person)), first);
        let second = house.customer(Payer::Organisation(company));
        assert_eq!(house.customer(Payer::Organisation(company)), second);
        assert_ne!(first, second);
    });
}

#[test]
fn a_source_is_charged_once_and_answers_the_same() {
    both(|house| {
        let customer = house.customer_named("Camille", "Durand");
        let new = house.room_for(customer, "booking:1", "2026-06-15");
        let first = house.charge(new.clone());
        assert_eq!(house.charge(new.clone()), first);
        let other = NewCharge {
            unit_price: cents(1),
            ..new
        };
        let again = house.attempt(&house.system(), move |tx, actor| {
            billing::charge(tx, actor, other.clone())
        });
        assert_eq!(again, Err(Failure::Refused(ChargeRefusal::AlreadyCharged)));
        let kept = house
            .read(|tx, place| billing::charge_of_source(tx, place, "booking:1"))
            .unwrap();
        assert_eq!(
            (kept.id, kept.amount, kept.month),
            (first, cents(6_000), month("2026-06"))
        );
        assert_eq!(
            house.read(move |tx, place| billing::charge_by_id(tx, place, first)),
            kept
        );
    });
}

#[test]
fn a_negative_price_is_a_negative_quantity() {
    let house = House::new();
    let customer = house.customer_named("Camille", "Durand");
    let new = NewCharge {
        unit_price: cents(-500),
        ..house.room_for(customer, "a", "2026-06-15")
    };
    let id = house.charge(new);
    let kept = house.read(move |tx, place| billing::charge_by_id(tx, place, id));
    assert_eq!((kept.unit_price, kept.amount), (cents(500), cents(-1_000)));
    assert_eq!(kept.quantity, Quantity::whole(-2).unwrap());
}

#[test]
fn an_open_charge_is_withdrawn_and_an_invoiced_one_is_taken_back() {
    both(|house| {
        let customer = house.customer_named("Camille", "Durand");
        let open = house.charge(house.room_for(customer, "a", "2026-06-15"));
        let invoiced = house.charge(house.room_for(customer, "b", "2026-05-15"));
        house.issue("2026-05");
        let cancel = |id| {
            house.attempt(&house.system(), move |tx, actor| {
                billing::cancel_charge(tx, actor, id)
            })
        };
        assert_eq!(cancel(open), Ok(Cancelled::Withdrawn));
        assert_eq!(
            cancel(open),
            Err(Failure::Refused(ChargeRefusal::AlreadyCancelled))
        );
        let Ok(Cancelled::Credited(correction)) = cancel(invoiced) else {
            panic!("it was invoiced")
        };
        assert_eq!(
            cancel(invoiced),
            Err(Failure::Refused(ChargeRefusal::AlreadyCancelled))
        );
        let back = house.read(move |tx, place| billing::charge_by_id(tx, place, correction));
        assert_eq!(
            (back.amount, back.corrects, back.state),
            (cents(-6_000), Some(invoiced), ChargeState::Open)
        );
        // May is closed: what takes it back goes to June.
        assert_eq!(
            (back.month, back.service.first()),
            (month("2026-06"), day("2026-05-15"))
        );
        assert_eq!(cancel(Id::from_i64(404)), Err(Failure::Fault(Fault::NotFound)));
    });
}

#[test]
fn a_cancelled_source_cannot_be_charged_again_under_its_key() {
    let house = House::new();
    let customer = house.customer_named("Camille", "Durand");
    let new = house.room_for(customer, "a", "2026-06-15");
    let id = house.charge(new.clone());
    house.write(move |tx, actor| billing::cancel_charge(tx, actor, id).unwrap());
    let again = house.attempt(&house.system(), move |tx, actor| {
        billing::charge(tx, actor, new.clone())
    });
    assert_eq!(again, Err(Failure::Refused(ChargeRefusal::AlreadyCharged)));
}

#[test]
fn a_closed_month_takes_no_new_charge() {
    both(|house| {
        let customer = house.customer_named("Camille", "Durand");
        house.charge(house.room_for(customer, "a", "2026-05-04"));
        house.issue("2026-05");
        let late = house.charge(house.room_for(customer, "b", "2026-04-20"));
        let kept = house.read(move |tx, place| billing::charge_by_id(tx, place, late));
        assert_eq!(
            (kept.service, kept.month),
            (Days::one(day("2026-04-20")), month("2026-06"))
        );
        let open = house.read(|tx, place| billing::open_charges(tx, place, month("2026-06")));
        assert_eq!(open.len(), 1);
    });
}

#[test]
fn what_a_person_used_is_found_whoever_pays() {
    both(|house| {
        let person = house.person("Camille", "Durand");
        let company = house.company("Atelier Test");
        let customer = house.customer(Payer::Organisation(company));
        let new = NewCharge {
            person: Some(person),
            ..house.room_for(customer, "a", "2026-06-15")
        };
        house.charge(new);
        let open = house.read(move |tx, place| billing::open_charges_of(tx, place, person));
        assert_eq!(
            open.iter().map(|charge| charge.customer).collect::<Vec<_>>(),
            [customer]
        );
    });
}

#[test]
fn a_rate_of_nothing_takes_the_reason_of_its_product() {
    let house = House::new();
    let customer = house.customer_named("Camille", "Durand");
    let new = NewCharge {
        rate: Rate::ZERO,
        ..house.room_for(customer, "a", "2026-06-15")
    };
    // The product bears VAT: nothing says why this line would not.
    let refused = house.attempt(&house.system(), move |tx, actor| {
        billing::charge(tx, actor, new.clone())
    });
    assert_eq!(refused, Err(Failure::Refused(ChargeRefusal::NoExemption)));
}

#[test]
fn texts_and_amounts_that_cannot_be_meant_are_refused() {
    let house = House::new();
    let customer = house.customer_named("Camille", "Durand");
    let base = house.room_for(customer, "a", "2026-06-15");
    let refused = |new: NewCharge| {
        let tried = house.attempt(&house.system(), move |tx, actor| {
            billing::charge(tx, actor, new.clone())
        });
        let Err(Failure::Refused(refusal)) = tried else {
            panic!("{tried:?}")
        };
        refusal
    };
    let with = |change: fn(&mut NewCharge)| {
        let mut new = base.clone();
        change(&mut new);
        refused(new)
    };
    assert_eq!(with(|new| new.label = " ".to_owned()), ChargeRefusal::TextRefused);
    assert_eq!(
        with(|new| new.label = "x".repeat(301)),
        ChargeRefusal::TextRefused
    );
    assert_eq!(
        with(|new| new.label = "a\nb".to_owned()),
        ChargeRefusal::TextRefused
    );
    assert_eq!(
        with(|new| new.source_key = String::new()),
        ChargeRefusal::TextRefused
    );
    assert_eq!(
        with(|new| new.unit_price = Money::from_cents(i64::MAX)),
        ChargeRefusal::AmountRefused
    );
    assert_eq!(
        with(|new| new.unit_price = Money::from_cents(i64::MIN)),
        ChargeRefusal::AmountRefused
    );
    assert_eq!(
        with(|new| new.unit_price = cents(10_000_000_000)),
        ChargeRefusal::AmountRefused
    );
    assert_eq!(
        with(|new| new.product = Id::from_i64(404)),
        ChargeRefusal::UnknownProduct
    );
}

#[test]
fn a_price_with_vat_is_charged_as_it_is() {
    let house = House::new();
    let customer = house.customer_named("Camille", "Durand");
    let coffee = house.coffee;
    let new = NewCharge {
        product: coffee,
        basis: Basis::Gross,
        unit_price: cents(150),
        quantity: Quantity::whole(3).unwrap(),
        ..house.room_for(customer, "a", "2026-06-15")
    };
    let id = house.charge(new);
    assert_eq!(
        house
            .read(move |tx, place| billing::charge_by_id(tx, place, id))
            .amount,
        cents(450)
    );
}
