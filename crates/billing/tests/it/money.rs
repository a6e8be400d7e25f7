//! Payments: recorded, spread, taken back, kept as credit.

use crate::world::{House, both, cents, day};
use billing::{Allocation, InvoiceHead, Method, NewCharge, NewPayment, Payment, PaymentRefusal};
use kernel::{CustomerId, Id, Money, Role};
use people::Payer;
use platform::{Failure, Fault};

/// Three invoices of 72.00 with VAT, of three months.
fn with_three_invoices(house: &House) -> CustomerId {
    let customer = house.customer_named("Camille", "Durand");
    for (key, of) in [("a", "2026-03"), ("b", "2026-04"), ("c", "2026-05")] {
        house.charge(house.room_for(customer, key, &format!("{of}-02")));
        house.issue(of);
    }
    customer
}

fn payment(customer: CustomerId, amount: i64) -> NewPayment {
    NewPayment {
        customer,
        received_on: day("2026-06-14"),
        amount: cents(amount),
        method: Method::Transfer,
        reference: "VIR 42".to_owned(),
        allocation: Allocation::OldestFirst,
    }
}

fn pay(house: &House, new: NewPayment) -> Result<Id<Payment>, Failure<PaymentRefusal>> {
    house.attempt(&house.system(), move |tx, actor| {
        billing::record_payment(tx, actor, new.clone())
    })
}

fn paid(house: &House, customer: CustomerId) -> Vec<Money> {
    let invoices: Vec<InvoiceHead> = house.read(move |tx, place| billing::invoices_of(tx, place, customer));
    invoices.iter().map(|head| head.paid).collect()
}

fn balance(house: &House, customer: CustomerId) -> Money {
    house.read(move |tx, place| billing::balance(tx, place, customer))
}

#[test]
fn a_payment_pays_the_oldest_invoices_first() {
    both(|house| {
        let customer = with_three_invoices(&house);
        pay(&house, payment(customer, 10_000)).unwrap();
        assert_eq!(paid(&house, customer), [cents(7_200), cents(2_800), cents(0)]);
        assert_eq!(balance(&house, customer), cents(3 * 7_200 - 10_000));
        assert!(house.verified().is_clean(), "{:?}", house.verified().faults());
    });
}

#[test]
fn a_payment_may_be_meant_for_one_invoice_and_what_is_over_is_credit() {
    both(|house| {
        let customer = with_three_invoices(&house);
        let last = house
            .read(move |tx, place| billing::invoices_of(tx, place, customer))
            .pop()
            .unwrap()
            .id;
        let meant = NewPayment {
            allocation: Allocation::To(last),
            ..payment(customer, 8_000)
        };
        pay(&house, meant.clone()).unwrap();
        assert_eq!(paid(&house, customer), [cents(0), cents(0), cents(7_200)]);
        assert_eq!(
            pay(&house, meant),
            Err(Failure::Refused(PaymentRefusal::InvoicePaid))
        );
        let used = house.attempt(&house.system(), move |tx, actor| {
            billing::use_credit(tx, actor, customer)
        });
        assert_eq!(used, Ok(cents(800)));
        assert_eq!(paid(&house, customer), [cents(800), cents(0), cents(7_200)]);
        let again = house.attempt(&house.system(), move |tx, actor| {
            billing::use_credit(tx, actor, customer)
        });
        assert_eq!(again, Err(Failure::Refused(PaymentRefusal::NoCredit)));
        assert!(house.verified().is_clean());
    });
}

#[test]
fn credit_waits_for_the_next_invoice() {
    both(|house| {
        let customer = with_three_invoices(&house);
        pay(&house, payment(customer, 3 * 7_200 + 5_000)).unwrap();
        assert_eq!(balance(&house, customer), cents(-5_000));
        house.charge(house.room_for(customer, "d", "2026-06-02"));
        house.issue("2026-06");
        assert_eq!(balance(&house, customer), cents(2_200));
        house.write(move |tx, actor| billing::use_credit(tx, actor, customer).unwrap());
        assert_eq!(paid(&house, customer).pop(), Some(cents(5_000)));
    });
}

#[test]
fn a_payment_is_taken_back_by_an_opposite_one_and_never_deleted() {
    both(|house| {
        let customer = with_three_invoices(&house);
        let id = pay(&house, payment(customer, 10_000)).unwrap();
        let reverse = |id| {
            house.attempt(&house.system(), move |tx, actor| {
                billing::reverse_payment(tx, actor, id)
            })
        };
        let reversal = reverse(id).unwrap();
        assert_eq!(paid(&house, customer), [cents(0), cents(0), cents(0)]);
        assert_eq!(balance(&house, customer), cents(3 * 7_200));
        assert_eq!(
            reverse(id),
            Err(Failure::Refused(PaymentRefusal::AlreadyReversed))
        );
        assert_eq!(
            reverse(reversal),
            Err(Failure::Refused(PaymentRefusal::AlreadyReversed))
        );
        assert_eq!(reverse(Id::from_i64(404)), Err(Failure::Fault(Fault::NotFound)));
        // The money that bounced is no credit.
        let used = house.attempt(&house.system(), move |tx, actor| {
            billing::use_credit(tx, actor, customer)
        });
        assert_eq!(used, Err(Failure::Refused(PaymentRefusal::NoCredit)));
        let report = house.verified();
        assert!(report.is_clean(), "{:?}", report.faults());
    });
}

#[test]
fn a_payment_that_cannot_be_meant_is_refused() {
    let house = House::new();
    let customer = with_three_invoices(&house);
    let other = house.customer_named("Noa", "Albert");
    let of_camille = house.read(move |tx, place| billing::invoices_of(tx, place, customer))[0].id;
    let tried = |change: &dyn Fn(&mut NewPayment)| {
        let mut new = payment(customer, 100);
        change(&mut new);
        pay(&house, new)
    };
    let no = |reason| Err(Failure::Refused(reason));
    for amount in [0, -1, i64::MAX] {
        let refused = tried(&|new| new.amount = cents(amount));
        assert_eq!(refused, no(PaymentRefusal::AmountRefused), "{amount}");
    }
    let to_come = tried(&|new| new.received_on = day("2026-06-16"));
    assert_eq!(to_come, no(PaymentRefusal::DayToCome));
    let too_old = tried(&|new| new.received_on = day("2006-06-15"));
    assert_eq!(too_old, no(PaymentRefusal::DayTooOld));
    let too_long = tried(&|new| new.reference = "x".repeat(141));
    assert_eq!(too_long, no(PaymentRefusal::TextRefused));
    let unknown = tried(&|new| new.customer = Id::from_i64(404));
    assert_eq!(unknown, no(PaymentRefusal::UnknownCustomer));
    let foreign = tried(&|new| {
        new.customer = other;
        new.allocation = Allocation::To(of_camille);
    });
    assert_eq!(foreign, no(PaymentRefusal::ForeignInvoice));
}

#[test]
fn a_debt_is_not_paid_beyond_the_ceiling_in_cash_in_one_go_nor_in_several() {
    both(|house| {
        let company = house.company("Atelier Test");
        let customer = house.customer(Payer::Organisation(company));
        house.charge(NewCharge {
            unit_price: cents(100_000),
            ..house.room_for(customer, "a", "2026-05-02")
        });
        house.issue("2026-05");
        let cash = |amount| NewPayment {
            method: Method::Cash,
            ..payment(customer, amount)
        };
        let too_much = Err(Failure::Refused(PaymentRefusal::TooMuchCash {
            ceiling: cents(100_000).display(kernel::Locale::Fr, house.place.currency),
        }));
        assert_eq!(pay(&house, cash(100_001)), too_much);
        pay(&house, cash(60_000)).unwrap();
        assert_eq!(pay(&house, cash(40_001)), too_much);
        pay(&house, cash(40_000)).unwrap();
        // Other means have no ceiling.
        pay(&house, payment(customer, 140_000)).unwrap();
        assert_eq!(balance(&house, customer), cents(0));
    });
}

#[test]
fn who_may_only_read_records_nothing() {
    let house = House::new();
    let customer = with_three_invoices(&house);
    let person = house.person("Noa", "Vasseur");
    for role in [Role::Accountant, Role::Facilitator, Role::Member] {
        let actor = house.somebody(role, person);
        let new = payment(customer, 100);
        let tried = house.attempt(&actor, move |tx, actor| {
            billing::record_payment(tx, actor, new.clone())
        });
        assert_eq!(tried, Err(Failure::Fault(Fault::Forbidden)), "{role}");
    }
}

#[test]
fn two_payments_at_once_pay_no_invoice_twice() {
    both(|house| {
        let customer = with_three_invoices(&house);
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| pay(&house, payment(customer, 5_000)).unwrap());
            }
        });
        assert_eq!(paid(&house, customer), [cents(7_200); 3]);
        assert_eq!(balance(&house, customer), cents(3 * 7_200 - 8 * 5_000));
        assert!(house.verified().is_clean(), "{:?}", house.verified().faults());
    });
}
