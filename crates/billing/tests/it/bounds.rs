//! What would get round a limit by another way: cash by way of credit, a month before there was anything to bill.

use crate::world::{House, both, cents, day, month};
use billing::{Allocation, BeforeBilling, Method, NewCharge, NewPayment, PaymentRefusal, RunRefusal};
use kernel::{CustomerId, Money};
use people::Payer;
use platform::Failure;

fn advance(house: &House, customer: CustomerId, amount: i64) {
    let new = NewPayment {
        customer,
        received_on: day("2026-06-14"),
        amount: cents(amount),
        method: Method::Cash,
        reference: String::new(),
        allocation: Allocation::OldestFirst,
    };
    house
        .attempt(&house.system(), move |tx, actor| {
            billing::record_payment(tx, actor, new.clone())
        })
        .unwrap();
}

fn use_credit(house: &House, customer: CustomerId) -> Result<Money, Failure<PaymentRefusal>> {
    house.attempt(&house.system(), move |tx, actor| {
        billing::use_credit(tx, actor, customer)
    })
}

#[test]
fn advances_in_cash_pay_no_more_of_one_debt_than_cash_may() {
    both(|house| {
        let company = house.company("Atelier Test");
        let customer = house.customer(Payer::Organisation(company));
        advance(&house, customer, 90_000);
        advance(&house, customer, 90_000);
        house.charge(NewCharge {
            unit_price: cents(75_000),
            ..house.room_for(customer, "a", "2026-05-02")
        });
        house.issue("2026-05");
        assert_eq!(use_credit(&house, customer).unwrap(), cents(100_000));
        let too_much = PaymentRefusal::TooMuchCash {
            ceiling: cents(100_000).display(kernel::Locale::Fr, house.place.currency),
        };
        assert_eq!(use_credit(&house, customer), Err(Failure::Refused(too_much)));
        // Another debt has a ceiling of its own.
        house.charge(NewCharge {
            unit_price: cents(50_000),
            ..house.room_for(customer, "b", "2026-06-02")
        });
        house.issue("2026-06");
        assert_eq!(use_credit(&house, customer).unwrap(), cents(80_000));
        assert!(house.verified().is_clean(), "{:?}", house.verified().faults());
    });
}

#[test]
fn no_month_is_prepared_before_the_first_in_which_anything_was_owed() {
    both(|house| {
        let prepare = |of: &str| {
            let of = month(of);
            house.attempt(&house.system(), move |tx, actor| {
                billing::prepare_month(tx, actor, of, &BeforeBilling::default())
            })
        };
        let too_old = Err(Failure::Refused(RunRefusal::MonthTooOld));
        for of in ["0001-01", "2026-04"] {
            assert_eq!(prepare(of), too_old, "{of}");
        }
        let customer = house.customer_named("Camille", "Durand");
        house.charge(house.room_for(customer, "a", "2026-02-02"));
        assert_eq!(prepare("2026-01"), too_old);
        for of in ["2026-02", "2026-04", "2026-05", "2026-06"] {
            assert_eq!(prepare(of), Ok(()), "{of}");
        }
    });
}
