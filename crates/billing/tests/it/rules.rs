//! The other rules, by tables.

use crate::world::{cents, day, month, seller};
use billing::{
    Change, Debtor, DraftKey, InvoiceHead, InvoiceKind, InvoiceNumber, Price, PriceFor, Quantity,
    QuantityRefused, Reviewed, SellerRefusal, Series, Standing, Unit, Unpaid, billing_month, cash_ceiling,
    price_in, spread,
};
use kernel::{Audience, Id, Locale, Money, Rate, VatNumber};
use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

#[test]
fn the_price_of_an_audience_goes_before_that_of_everybody_and_the_latest_before_older_ones() {
    let price = |audience, unit, from, amount| Price {
        product: Id::from_i64(1),
        audience: PriceFor(audience),
        unit,
        amount: cents(amount),
        from: day(from),
    };
    let prices = [
        price(None, Unit::Hour, "2026-01-01", 3_000),
        price(None, Unit::Hour, "2026-06-01", 3_500),
        price(Some(Audience::Nomad), Unit::Hour, "2026-01-01", 2_000),
        price(None, Unit::Day, "2026-01-01", 18_000),
    ];
    let cases = [
        (Audience::External, Unit::Hour, "2026-05-31", Some(3_000)),
        (Audience::External, Unit::Hour, "2026-06-01", Some(3_500)),
        // A general rise does not touch the price agreed for one audience.
        (Audience::Nomad, Unit::Hour, "2026-07-01", Some(2_000)),
        (Audience::Nomad, Unit::Day, "2026-07-01", Some(18_000)),
        (Audience::Nomad, Unit::HalfDay, "2026-07-01", None),
        (Audience::External, Unit::Hour, "2025-12-31", None),
    ];
    for (audience, unit, on, expected) in cases {
        assert_eq!(
            price_in(&prices, audience, unit, day(on)),
            expected.map(cents),
            "{audience} {unit} {on}"
        );
    }
}

#[test]
fn what_comes_late_is_billed_with_the_first_open_month() {
    let cases = [
        ("2026-06-15", None, "2026-06"),
        ("2026-06-15", Some("2026-05"), "2026-06"),
        ("2026-06-15", Some("2026-06"), "2026-07"),
        ("2026-01-31", Some("2026-06"), "2026-07"),
        ("2026-12-31", Some("2026-12"), "2027-01"),
    ];
    for (service, closed, expected) in cases {
        assert_eq!(
            billing_month(day(service), closed.map(month)),
            month(expected),
            "{service} {closed:?}"
        );
    }
}

#[test]
fn quantities_are_read_with_three_decimals_at_most() {
    for (text, expected) in [
        ("2", 2_000),
        ("1,5", 1_500),
        ("0.25", 250),
        ("-1", -1_000),
        (" 3 ", 3_000),
        ("0,001", 1),
    ] {
        assert_eq!(
            Quantity::parse(text).map(Quantity::thousandths),
            Ok(expected),
            "{text}"
        );
    }
    for text in ["", "-", "a", "1,", ",5", "1,2345", "1 000", "1e3", "+1"] {
        assert_eq!(Quantity::parse(text), Err(QuantityRefused::Unreadable), "{text}");
    }
    for text in ["0", "0,000", "1000000,001", "99999999999999999999"] {
        assert_eq!(Quantity::parse(text), Err(QuantityRefused::OutOfBounds), "{text}");
    }
    let shown = [
        (1_500, "1,5", "1.5"),
        (1_000, "1", "1"),
        (-250, "-0,25", "-0.25"),
        (10_000, "10", "10"),
    ];
    for (thousandths, french, english) in shown {
        let quantity = Quantity::from_thousandths(thousandths).unwrap();
        assert_eq!(
            (
                quantity.display(Locale::Fr).as_str(),
                quantity.display(Locale::En).as_str()
            ),
            (french, english)
        );
    }
}

#[test]
fn numbers_are_written_with_their_year_and_six_digits() {
    let number = |series, number| {
        InvoiceNumber {
            series,
            year: 2026,
            number,
        }
        .to_string()
    };
    assert_eq!(number(Series::Invoices, 123), "2026-000123");
    assert_eq!(number(Series::Invoices, 1_234_567), "2026-1234567");
    assert_eq!(number(Series::CreditNotes, 1), "A-2026-000001");
}

#[test]
fn an_invoice_stands_as_its_payments_and_the_day_say() {
    let head = |paid| InvoiceHead {
        id: Id::from_i64(1),
        kind: InvoiceKind::Invoice,
        number: InvoiceNumber {
            series: Series::Invoices,
            year: 2026,
            number: 1,
        },
        customer: Id::from_i64(1),
        buyer_name: String::new(),
        issued_on: day("2026-06-01"),
        due_on: day("2026-07-01"),
        net: cents(1_000),
        vat: cents(200),
        gross: cents(1_200),
        paid: cents(paid),
    };
    let cases = [
        (0, "2026-07-01", Standing::Due),
        (0, "2026-07-02", Standing::Overdue),
        (1, "2026-07-01", Standing::PartlyPaid),
        (1_199, "2026-07-02", Standing::Overdue),
        (1_200, "2027-01-01", Standing::Paid),
    ];
    for (paid, on, expected) in cases {
        assert_eq!(head(paid).standing(&day(on)), expected, "{paid} {on}");
    }
}

#[test]
fn cash_is_limited_for_who_pays_in_france_or_for_a_profession() {
    let debtor = |professional, in_france| Debtor {
        professional,
        in_france,
    };
    let cases = [
        (debtor(true, true), "2026-06-15", Some(100_000)),
        (debtor(true, false), "2026-06-15", Some(100_000)),
        (debtor(false, true), "2026-06-15", Some(100_000)),
        (debtor(false, false), "2026-06-15", Some(1_000_000)),
        (debtor(false, false), "2018-09-30", Some(1_500_000)),
        (debtor(true, true), "2015-08-31", None),
    ];
    for (debtor, on, expected) in cases {
        assert_eq!(
            cash_ceiling(debtor, day(on)),
            expected.map(cents),
            "{debtor:?} {on}"
        );
    }
}

proptest! {
    #[test]
    fn a_payment_spread_over_invoices_pays_none_beyond_what_it_waits_for(
        amount in 0_i64..1_000_000,
        waiting in proptest::collection::vec(-1_000_i64..100_000, 0..20),
    ) {
        let unpaid: Vec<Unpaid> = (1..)
            .zip(&waiting)
            .map(|(id, cents)| Unpaid { invoice: Id::from_i64(id), remaining: Money::from_cents(*cents) })
            .collect();
        let parts = spread(cents(amount), &unpaid);
        let spent: Money = parts.iter().map(|(_, part)| *part).sum();
        let owed: i64 = waiting.iter().filter(|cents| **cents > 0).sum();
        prop_assert_eq!(spent, cents(amount.min(owed)));
        // In order: every invoice before the last one paid is paid wholly.
        for (position, (invoice, part)) in parts.iter().enumerate() {
            let remaining = unpaid.iter().find(|one| one.invoice == *invoice).unwrap().remaining;
            prop_assert!(part.is_positive() && *part <= remaining);
            prop_assert!(position + 1 == parts.len() || *part == remaining);
        }
    }
}

#[test]
fn a_review_posted_is_read_back_and_its_changes_are_named() {
    let key = |id| DraftKey {
        customer: Id::from_i64(id),
        basis: billing::Basis::Net,
    };
    let seen = Reviewed {
        seller: "aa".to_owned(),
        drafts: [
            (key(1), "11".to_owned()),
            (key(2), "22".to_owned()),
            (key(3), "33".to_owned()),
        ]
        .into(),
    };
    assert_eq!(Reviewed::parse(&seen.to_string()), seen);
    let mut now = seen.clone();
    assert_eq!(seen.changes(&now), []);
    now.seller = "bb".to_owned();
    now.drafts.remove(&key(1));
    now.drafts.insert(key(2), "2x".to_owned());
    now.drafts.insert(key(4), "44".to_owned());
    let changes = [
        Change::Seller,
        Change::Altered(key(2)),
        Change::New(key(4)),
        Change::Gone(key(1)),
    ];
    assert_eq!(seen.changes(&now), changes);
    // What cannot be read was not reviewed.
    for text in ["", "aa garbage", "aa x.net:11", "\u{0}"] {
        assert!(!Reviewed::parse(text).changes(&seen).is_empty(), "{text:?}");
    }
    assert_eq!(DraftKey::parse(&key(7).to_string()), Some(key(7)));
}

#[test]
fn a_seller_that_the_law_would_refuse_is_refused() {
    let wrong = |change: fn(&mut billing::Seller)| {
        let mut seller = seller();
        change(&mut seller);
        seller.check()
    };
    assert_eq!(wrong(|_| ()), Ok(()));
    assert_eq!(wrong(|seller| seller.payment_days = 60), Ok(()));
    assert_eq!(
        wrong(|seller| seller.payment_days = 61),
        Err(SellerRefusal::PaymentTooLate)
    );
    assert_eq!(
        wrong(|seller| seller.payment_days = -1),
        Err(SellerRefusal::PaymentTooLate)
    );
    assert_eq!(
        wrong(|seller| seller.legal_name = "  ".to_owned()),
        Err(SellerRefusal::TextRefused)
    );
    assert_eq!(
        wrong(|seller| seller.footer = "x".repeat(301)),
        Err(SellerRefusal::TextRefused)
    );
    assert_eq!(
        wrong(|seller| seller.indemnity = cents(-1)),
        Err(SellerRefusal::AmountRefused)
    );
    assert_eq!(
        wrong(|seller| seller.penalty_rate = Rate::from_basis_points(-1)),
        Err(SellerRefusal::AmountRefused)
    );
    let of_another = |seller: &mut billing::Seller| {
        seller.vat_number = Some(VatNumber::of_siren(&kernel::Siren::parse("000000018").unwrap()));
    };
    assert_eq!(wrong(of_another), Err(SellerRefusal::VatNumberMismatch));
}
