//! Whatever somebody changes with a database client is found.

use crate::world::{House, both, cents, day};
use billing::{Allocation, Method, NewPayment};
use kernel::CustomerId;
use platform::database::{NoRow, Statement, params, statement};

statement! {
    INVOICE_TOTAL = "update invoice set net_cents = net_cents - 100, gross_cents = gross_cents - 100 where place_id = $1";
    INVOICE_BUYER = "update invoice set buyer = '{}' where place_id = $1";
    INVOICE_DAY = "update invoice set issued_on = '2026-06-14' where place_id = $1 and number = 2";
    INVOICE_DUE = "update invoice set due_on = '2026-12-31' where place_id = $1";
    INVOICE_NUMBER = "update invoice set number = 7 where place_id = $1 and number = 2";
    INVOICE_MENTIONS = "update invoice set mentions = '' where place_id = $1";
    INVOICE_CUSTOMER = "update invoice set customer_id = (select max(id) from customer where place_id = $1) where place_id = $1 and number = 1";
    INVOICE_MOMENT = "update invoice set issued_at = issued_at + 1 where place_id = $1";
    LINE_LABEL = "update invoice_line set label = 'Autre' where place_id = $1";
    LINE_AMOUNT = "update invoice_line set amount_cents = amount_cents + 1 where place_id = $1";
    LINE_GONE = "delete from invoice_line where place_id = $1";
    VAT_RATE = "update invoice_vat set rate_bp = 550 where place_id = $1";
    VAT_GONE = "delete from invoice_vat where place_id = $1";
    CHARGE_OPEN = "update charge set state = 'open', invoice_id = null where place_id = $1";
    CHARGE_AMOUNT = "update charge set amount_cents = 1 where place_id = $1";
    PAYMENT_AMOUNT = "update payment set amount_cents = 1 where place_id = $1";
    PAYMENT_DAY = "update payment set received_on = '2026-01-01' where place_id = $1";
    PAYMENT_REFERENCE = "update payment set reference = '' where place_id = $1";
    ALLOCATION_AMOUNT = "update payment_allocation set cents = 1 where place_id = $1";
    ALLOCATION_GONE = "delete from payment_allocation where place_id = $1";
    LINK_GONE = "delete from chain_link where place_id = $1 and register = 'payment'";
    COUNTER = "update counter set value = 9 where place_id = $1";
}

/// Two invoices and a payment.
fn busy() -> (House, CustomerId) {
    let house = House::new();
    let customer = house.customer_named("Camille", "Durand");
    house.customer_named("Noa", "Albert");
    for (key, of) in [("a", "2026-04"), ("b", "2026-05")] {
        house.charge(house.room_for(customer, key, &format!("{of}-02")));
        house.issue(of);
    }
    let new = NewPayment {
        customer,
        received_on: day("2026-06-14"),
        amount: cents(8_000),
        method: Method::Cheque,
        reference: "CHQ 7".to_owned(),
        allocation: Allocation::OldestFirst,
    };
    house.write(move |tx, actor| billing::record_payment(tx, actor, new.clone()).unwrap());
    (house, customer)
}

#[test]
fn each_change_made_behind_the_programs_back_is_found() {
    let changes: [&'static Statement<NoRow>; 22] = [
        &INVOICE_TOTAL,
        &INVOICE_BUYER,
        &INVOICE_DAY,
        &INVOICE_DUE,
        &INVOICE_NUMBER,
        &INVOICE_MENTIONS,
        &INVOICE_CUSTOMER,
        &INVOICE_MOMENT,
        &LINE_LABEL,
        &LINE_AMOUNT,
        &LINE_GONE,
        &VAT_RATE,
        &VAT_GONE,
        &CHARGE_OPEN,
        &CHARGE_AMOUNT,
        &PAYMENT_AMOUNT,
        &PAYMENT_DAY,
        &PAYMENT_REFERENCE,
        &ALLOCATION_AMOUNT,
        &ALLOCATION_GONE,
        &LINK_GONE,
        &COUNTER,
    ];
    for change in changes {
        let (house, _) = busy();
        assert!(house.verified().is_clean(), "{:?}", house.verified().faults());
        let touched = house.write(move |tx, actor| tx.run(change, &params![actor.place]).unwrap());
        let name = change.facts().name;
        assert!(touched > 0, "{name}");
        assert!(!house.verified().is_clean(), "{name} was not found");
    }
}

#[test]
fn what_was_checked_is_counted_on_both_engines() {
    both(|house| {
        let customer = house.customer_named("Camille", "Durand");
        house.charge(house.room_for(customer, "a", "2026-05-02"));
        house.issue("2026-05");
        let report = house.verified();
        assert!(report.is_clean(), "{:?}", report.faults());
        let counts: Vec<(&str, usize)> = report
            .checks()
            .iter()
            .map(|check| (check.what, check.count))
            .collect();
        let expected = [
            ("billing-verify-invoice-numbers", 1),
            ("billing-verify-invoice-totals", 1),
            ("billing-verify-charges", 1),
            ("billing-verify-balances", 0),
            ("billing-verify-invoices", 1),
            ("billing-verify-payments", 0),
            ("billing-verify-allocations", 0),
            ("billing-verify-quotes", 0),
            ("billing-verify-quote-acceptances", 0),
        ];
        assert_eq!(counts, expected);
    });
}
