//! The rules alone.

use billing::Basis;
use guests::Both;
use kernel::{Money, Rate};

#[test]
fn a_price_is_said_without_vat_and_with_it_to_the_cent() {
    let cases = [
        (Basis::Net, 2_000, "20", 2_000, 2_400),
        (Basis::Gross, 2_400, "20", 2_000, 2_400),
        (Basis::Net, 333, "20", 333, 400),
        (Basis::Gross, 1_000, "5.5", 948, 1_000),
        (Basis::Net, 2_000, "0", 2_000, 2_000),
    ];
    for (basis, cents, rate, net, gross) in cases {
        let both = Both::of(Money::from_cents(cents), basis, Rate::parse(rate).unwrap());
        let told = (both.net.cents(), both.gross.cents());
        assert_eq!(told, (net, gross), "{cents} {rate}");
    }
}
