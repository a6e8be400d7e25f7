#![allow(clippy::unwrap_used, reason = "tests may stop at the first surprise")]

use super::{TotpSecret, plain};
use kernel::Instant;

/// The key of the tests of both RFC: `12345678901234567890` in ASCII.
fn secret() -> TotpSecret {
    TotpSecret::from_bytes(*b"12345678901234567890")
}

fn at(seconds: i64) -> Instant {
    Instant::from_micros(seconds * 1_000_000)
}

#[test]
fn codes_are_those_of_rfc_4226_appendix_d() {
    let codes = [
        "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489",
    ];
    for (step, code) in (0..).zip(codes) {
        assert_eq!(secret().code(step), code, "{step}");
    }
}

#[test]
fn codes_follow_the_clock_as_in_rfc_6238_appendix_b() {
    // The RFC prints eight digits; six are their end.
    let cases = [
        (59, "94287082"),
        (1_111_111_109, "07081804"),
        (1_111_111_111, "14050471"),
        (1_234_567_890, "89005924"),
        (2_000_000_000, "69279037"),
        (20_000_000_000, "65353130"),
    ];
    for (seconds, eight) in cases {
        assert_eq!(
            secret().code_at(at(seconds)),
            eight.get(2..).unwrap(),
            "{seconds}"
        );
    }
}

#[test]
fn a_code_is_good_for_a_clock_half_a_minute_wrong_and_never_twice() {
    let secret = secret();
    let code = secret.code_at(at(1_000_000_000));
    let step = 1_000_000_000 / 30;
    for (seconds, good) in [(-60, false), (-30, true), (0, true), (30, true), (60, false)] {
        let accepted = secret.accepted(&code, at(1_000_000_000 + seconds), 0);
        assert_eq!(accepted, good.then_some(step), "{seconds}");
    }
    assert_eq!(secret.accepted(&code, at(1_000_000_000), step), None, "used");
    assert_eq!(secret.accepted("", at(1_000_000_000), 0), None);
    assert_eq!(secret.accepted("00000a", at(1_000_000_000), 0), None);
}

#[test]
fn a_secret_is_read_as_people_type_it() {
    let written = secret().base32();
    assert_eq!(written, "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    assert_eq!(
        TotpSecret::parse("gezd gnbv gy3t qojq gezd gnbv gy3t qojq"),
        Some(secret())
    );
    for wrong in ["", "GEZD", "0189", "é"] {
        assert_eq!(TotpSecret::parse(wrong), None, "{wrong}");
    }
    assert_eq!(plain(" AbC-12 3"), "abc123");
    assert_eq!(format!("{:?}", secret()), "TotpSecret", "no log shows it");
}
