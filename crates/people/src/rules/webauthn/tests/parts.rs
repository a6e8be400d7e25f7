//! Keys, CBOR and sites, each alone.

use crate::rules::webauthn::cbor::{self, Value};
use crate::rules::webauthn::{PublicKey, RelyingParty, Wrong};
use data_encoding::HEXLOWER;

#[test]
fn only_kinds_of_keys_that_were_offered_are_read() {
    let key =
        |hex: &str| PublicKey::parse(&HEXLOWER.decode(hex.as_bytes()).unwrap()).map(|key| key.algorithm());
    let point = "11".repeat(32);
    assert_eq!(
        key(&format!("a401010327200621 5820{point}").replace(' ', "")),
        Ok(-8)
    );
    assert_eq!(
        key(&format!("a4010103272004215820{point}")),
        Err(Wrong::Algorithm),
        "X25519"
    );
    assert_eq!(
        key(&format!("a5010203382220022158 20{point}225820{point}").replace(' ', "")),
        Err(Wrong::Algorithm),
        "P-384"
    );
    assert_eq!(
        key(&format!("a401010327200621581f{}", "11".repeat(31))),
        Err(Wrong::Malformed)
    );
    assert_eq!(
        key(&format!("a401010127200621 5820{point}").replace(' ', "")),
        Err(Wrong::Malformed),
        "a key twice"
    );
    assert_eq!(key("80"), Err(Wrong::Algorithm));
    assert_eq!(key(""), Err(Wrong::Malformed));
}

/// Made with OpenSSL 3: 2048 bits, exponent 65537, PKCS #1 v1.5 with SHA-256 over "une passkey".
const MODULUS: &str = "\
    cbfb9453f37fb6d30d78a157dea67e7bb05f4a4863e30fb227ef74e0f61f8050079ca3f0c1cf08b457f0f151e983915b2bb164cc0afc580f\
    e07d91ccf9086d86efd8a7f8d1934b9dfbb84356382ec17b79779ad65c2f844735a65274a1e57ea9ce2564547f1329fe7296a79d9b987400\
    38ee340b3657e31342d306c0aa272523a25e2e51d1d657013a6aab0bd4f724d91cfd46a0312801b57f6c94716fb1208ee522fd9bceebaea5\
    cecb8fc36653e0670a5cba0afde77cd379aa1fc3425ca23ce9fff6827c7bbd7de0263de2c71808b0e0735498d9172e592d4dcb81a0753043\
    e157f5607f67801704efe1081d6c0d82e4b20639f6650594b944c367a04f9c2d\
";
const RSA_SIGNATURE: &str = "\
    6289968a17aa4d320680dd9b216194e478176f240980ec5821772c1c9eac71c4cd11520fc75e9a13097d076a333378e7092578ecafd16fbc\
    89c4c1e824a517629c8ad60c7ac9bb96439d351e8e96c9f1f35179ae4d7feefee846abe0ede2cdd5772abb36ec700b262d3f6357d188ef0f\
    3f3ade406b92b486c0b89bcdb29c2ac77e431042c9049ea547c6c7a5af37a8b558e5e9dca4a2880cbbf13723924f2a8bd2d4f2cb9ad5aba6\
    46f4848b9c70c53921bf7c47af4e745807b3e09f42e453e630a2c9da550b8569db33f7c3cd6056bf509e6e646c8144795ad20374ea9ac3d5\
    79d5836afa4e602fd642952e8c1ee00bba49410cc7acf16246426d1f24afc878\
";

#[test]
fn a_key_of_an_older_windows_machine_verifies_what_openssl_signed() {
    let cose = format!("a401030339010020590100{MODULUS}2143010001");
    let key = PublicKey::parse(&HEXLOWER.decode(cose.as_bytes()).unwrap()).unwrap();
    let signature = HEXLOWER.decode(RSA_SIGNATURE.as_bytes()).unwrap();
    assert!(key.signed("une passkey".as_bytes(), &signature));
    assert!(!key.signed("une autre".as_bytes(), &signature));
    let short = format!("a40103033901002058ff{}2143010001", &MODULUS[2..]);
    assert_eq!(
        PublicKey::parse(&HEXLOWER.decode(short.as_bytes()).unwrap()),
        Err(Wrong::Malformed)
    );
}

#[test]
fn cbor_is_read_as_authenticators_write_it_and_nothing_else() {
    let read = |hex: &str| cbor::read_whole(&HEXLOWER.decode(hex.as_bytes()).unwrap());
    assert_eq!(read("1903e8"), Some(Value::Integer(1000)));
    assert_eq!(read("3903e7"), Some(Value::Integer(-1000)));
    assert_eq!(read("1b7fffffffffffffff"), Some(Value::Integer(i64::MAX)));
    assert_eq!(
        read("8201f5"),
        Some(Value::List(vec![Value::Integer(1), Value::Simple(21)]))
    );
    assert_eq!(read("6161"), Some(Value::Text("a".into())));
    for refused in [
        "",
        "18",
        "1bffffffffffffffff",
        "5f",
        "9f01ff",
        "a1",
        "a201010102",
        "61ff",
        "5affffffff",
        "9bffffffffffffffff",
        "c001",
        "f93c00",
        "0101",
        "818181818181818181818101",
    ] {
        assert_eq!(read(refused), None, "{refused}");
    }
}

#[test]
fn the_site_of_a_place_is_a_name_that_browsers_bind_passkeys_to() {
    let cases = [
        (
            "https://lieu.example.org",
            None,
            Some(("lieu.example.org", "https://lieu.example.org")),
        ),
        (
            "https://Lieu.example.org:443/",
            None,
            Some(("lieu.example.org", "https://lieu.example.org")),
        ),
        (
            "https://lieu.example.org:8443",
            None,
            Some(("lieu.example.org", "https://lieu.example.org:8443")),
        ),
        (
            "https://lieu.example.org",
            Some("quai.example.org"),
            Some(("quai.example.org", "https://quai.example.org")),
        ),
        (
            "http://127.0.0.1:8080",
            None,
            Some(("localhost", "http://localhost:8080")),
        ),
        (
            "http://[::1]:8080",
            None,
            Some(("localhost", "http://localhost:8080")),
        ),
        ("http://localhost", None, Some(("localhost", "http://localhost"))),
        ("http://lieu.example.org", None, None),
        ("http://127.0.0.1:8080", Some("quai.example.org"), None),
        ("https://192.0.2.7", None, None),
        ("https://[2001:db8::1]:8443", None, None),
        ("http://127.example.org", None, None),
        ("ftp://lieu.example.org", None, None),
        ("", None, None),
    ];
    for (base_url, host, expected) in cases {
        let found = RelyingParty::of(base_url, host);
        let found = found.as_ref().map(|party| (party.id(), party.origin()));
        assert_eq!(found, expected, "{base_url} {host:?}");
    }
}
