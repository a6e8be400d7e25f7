//! Tables of answers, each wrong in one way.
#![allow(clippy::unwrap_used, reason = "tests may stop at the first surprise")]

use super::cbor::{self, Value};
use super::*;
use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use harness::{Authenticator, PRESENT_AND_VERIFIED, SYNCHRONISED};
use kernel::{AccountId, Id, Instant, PlaceId};
use serde_json::json;
use sha2::{Digest, Sha256};

const ORIGIN: &str = "https://lieu.example.org";

fn party() -> RelyingParty {
    RelyingParty::of(ORIGIN, None).unwrap()
}

fn challenge(number: u8) -> Challenge {
    Challenge::from_bytes([number; 32])
}

fn handle() -> String {
    user_handle(PlaceId::from_i64(1), AccountId::from_i64(2))
}

fn asked() -> serde_json::Value {
    json!({ "challenge": challenge(1).text(), "user": { "id": handle() } })
}

fn registered(device: &mut Authenticator) -> Result<NewCredential, Wrong> {
    let answer = device.create(&asked());
    register(&serde_json::from_str(&answer).unwrap(), &challenge(1), &party())
}

/// The passkey of a device, as the place keeps it.
fn kept(device: &mut Authenticator) -> Passkey {
    let new = registered(device).unwrap();
    Passkey {
        id: Id::from_i64(3),
        account: AccountId::from_i64(2),
        credential: new.id,
        key: new.key,
        sign_count: new.sign_count,
        backup_eligible: new.backup_eligible,
        name: PasskeyName::parse("Téléphone").unwrap(),
        created_at: Instant::from_micros(0),
        used_at: None,
    }
}

fn signed(device: &mut Authenticator, passkey: &Passkey, verification: Verification) -> Result<Used, Wrong> {
    let answer = serde_json::from_str(&device.get(&asked())).unwrap();
    assert(
        &answer,
        passkey,
        (&challenge(1), &party()),
        &handle(),
        verification,
    )
}

#[test]
fn a_passkey_of_either_curve_is_kept_and_signs_again_and_again() {
    for mut device in [Authenticator::at(ORIGIN, 1), Authenticator::on_p256(ORIGIN, 2)] {
        let mut passkey = kept(&mut device);
        for count in 1..4 {
            let used = signed(&mut device, &passkey, Verification::Required).unwrap();
            assert_eq!(used.sign_count, count);
            passkey.sign_count = used.sign_count;
        }
    }
}

type Bend = fn(&mut Authenticator);

/// Ways in which both a new passkey and one that is used are refused.
const BENT: &[(Bend, Wrong)] = &[
    (
        |device| device.client.push(("type".into(), json!("payment.get"))),
        Wrong::Type,
    ),
    (
        |device| {
            device
                .client
                .push(("challenge".into(), json!(challenge(2).text())))
        },
        Wrong::Challenge,
    ),
    (
        |device| device.client.push(("challenge".into(), json!(""))),
        Wrong::Challenge,
    ),
    (
        |device| device.client.push(("challenge".into(), json!(7))),
        Wrong::Malformed,
    ),
    (
        |device| device.origin = "https://lieu.example.com".into(),
        Wrong::Origin,
    ),
    (
        |device| device.origin = "http://lieu.example.org".into(),
        Wrong::Origin,
    ),
    (
        |device| device.origin = "https://lieu.example.org:8443".into(),
        Wrong::Origin,
    ),
    (
        |device| device.origin = "https://autre.lieu.example.org".into(),
        Wrong::Origin,
    ),
    (
        |device| device.client.push(("crossOrigin".into(), json!(true))),
        Wrong::Framed,
    ),
    (
        |device| {
            device
                .client
                .push(("topOrigin".into(), json!("https://mairie.example.org")))
        },
        Wrong::Framed,
    ),
    (|device| device.party = "example.org".into(), Wrong::RelyingParty),
    (|device| device.flags = 0x04, Wrong::Presence),
    (|device| device.flags = 0x01, Wrong::Verification),
    (|device| device.flags = PRESENT_AND_VERIFIED | 0x10, Wrong::Backup),
    (
        |device| device.flags = PRESENT_AND_VERIFIED | 0x80,
        Wrong::Malformed,
    ),
];

#[test]
fn an_answer_that_is_wrong_in_one_way_is_refused_for_it() {
    for (index, (bend, wrong)) in BENT.iter().enumerate() {
        let mut device = Authenticator::at(ORIGIN, 1);
        let passkey = kept(&mut device);
        bend(&mut device);
        assert_eq!(registered(&mut device), Err(*wrong), "creation {index}");
        let used = signed(&mut device, &passkey, Verification::Required);
        assert_eq!(used, Err(*wrong), "use {index}");
    }
}

#[test]
fn a_touch_is_enough_after_a_password_and_not_without() {
    let mut device = Authenticator::at(ORIGIN, 1);
    let passkey = kept(&mut device);
    device.flags = 0x01;
    device.handle = None;
    assert!(signed(&mut device, &passkey, Verification::Preferred).is_ok());
    assert_eq!(
        signed(&mut device, &passkey, Verification::Required),
        Err(Wrong::Holder)
    );
}

#[test]
fn a_passkey_stands_for_its_own_holder_and_its_own_credential() {
    let mut device = Authenticator::at(ORIGIN, 1);
    let passkey = kept(&mut device);
    let mut other = Authenticator::at(ORIGIN, 2);
    let foreign = kept(&mut other);
    assert_eq!(
        signed(&mut other, &passkey, Verification::Required),
        Err(Wrong::Credential)
    );
    other.id.clone_from(&device.id);
    assert_eq!(
        signed(&mut other, &passkey, Verification::Required),
        Err(Wrong::Signature)
    );
    other.id = vec![2; 24];
    other.handle = Some(user_handle(PlaceId::from_i64(1), AccountId::from_i64(9)));
    assert_eq!(
        signed(&mut other, &foreign, Verification::Preferred),
        Err(Wrong::Holder)
    );
    assert_ne!(
        user_handle(PlaceId::from_i64(1), AccountId::from_i64(2)),
        user_handle(PlaceId::from_i64(2), AccountId::from_i64(2))
    );
}

#[test]
fn a_signature_holds_for_every_byte_that_was_signed() {
    let mut device = Authenticator::on_p256(ORIGIN, 1);
    let passkey = kept(&mut device);
    let honest: serde_json::Value = serde_json::from_str(&device.get(&asked())).unwrap();
    for name in ["authenticatorData", "signature", "clientDataJSON"] {
        let bytes = BASE64URL_NOPAD
            .decode(honest[name].as_str().unwrap().as_bytes())
            .unwrap();
        for at in [bytes.len() - 1, bytes.len() / 2, 0] {
            let mut bent = bytes.clone();
            bent[at] ^= 1;
            let mut answer = honest.clone();
            answer[name] = json!(BASE64URL_NOPAD.encode(&bent));
            let answer = serde_json::from_value(answer).unwrap();
            let used = assert(
                &answer,
                &passkey,
                (&challenge(1), &party()),
                &handle(),
                Verification::Required,
            );
            assert!(used.is_err(), "{name} {at}");
        }
        for cut in ["", "AA", "?"] {
            let mut answer = honest.clone();
            answer[name] = json!(cut);
            let answer = serde_json::from_value(answer).unwrap();
            let used = assert(
                &answer,
                &passkey,
                (&challenge(1), &party()),
                &handle(),
                Verification::Required,
            );
            assert!(used.is_err(), "{name} {cut}");
        }
    }
}

#[test]
fn a_counter_grows_or_never_counted() {
    // Kept, told, whether it may come in.
    let cases = [
        (0, 0, true),
        (0, 1, true),
        (5, 6, true),
        (5, 5, false),
        (5, 4, false),
        (5, 0, false),
    ];
    for (known, told, good) in cases {
        let mut device = Authenticator::at(ORIGIN, 1);
        let passkey = Passkey {
            sign_count: known,
            ..kept(&mut device)
        };
        (device.count, device.counts) = (told, false);
        let used = signed(&mut device, &passkey, Verification::Required);
        let expected = if good {
            Ok(Used {
                sign_count: i64::from(told),
            })
        } else {
            Err(Wrong::Counter)
        };
        assert_eq!(used, expected, "{known} {told}");
    }
}

#[test]
fn whether_a_passkey_may_be_copied_never_changes() {
    let mut device = Authenticator::at(ORIGIN, 1);
    device.flags |= SYNCHRONISED;
    let passkey = kept(&mut device);
    assert!(passkey.backup_eligible && signed(&mut device, &passkey, Verification::Required).is_ok());
    device.flags = PRESENT_AND_VERIFIED;
    assert_eq!(
        signed(&mut device, &passkey, Verification::Required),
        Err(Wrong::Backup)
    );
}

#[test]
fn no_attestation_or_that_of_the_key_itself_stands_and_no_other() {
    let mut device = Authenticator::at(ORIGIN, 1);
    device.attestation = ("none", vec![0xa1, 0x01, 0x01]);
    assert_eq!(registered(&mut device), Err(Wrong::Attestation));
    device.attestation = ("tpm", vec![0xa0]);
    assert_eq!(registered(&mut device), Err(Wrong::Attestation));
    let client = json!({ "type": "webauthn.create", "challenge": challenge(1).text(), "origin": ORIGIN, "crossOrigin": false });
    let hash = Sha256::digest(client.to_string());
    let message = [device.said_at_creation(), hash.to_vec()].concat();
    for (signature, expected) in [(device.sign(&message), true), (device.sign(b"another"), false)] {
        // {"alg": -8, "sig": …}
        let mut statement = vec![
            0xa2, 0x63, b'a', b'l', b'g', 0x27, 0x63, b's', b'i', b'g', 0x58, 64,
        ];
        statement.extend(signature);
        device.attestation = ("packed", statement);
        assert_eq!(registered(&mut device).is_ok(), expected);
    }
}

#[test]
fn a_creation_that_is_cut_or_lengthened_anywhere_is_malformed() {
    let mut device = Authenticator::on_p256(ORIGIN, 1);
    let honest: serde_json::Value = serde_json::from_str(&device.create(&asked())).unwrap();
    let object = BASE64URL_NOPAD
        .decode(honest["attestationObject"].as_str().unwrap().as_bytes())
        .unwrap();
    let with = |bytes: &[u8]| {
        let mut answer = honest.clone();
        answer["attestationObject"] = json!(BASE64URL_NOPAD.encode(bytes));
        register(&serde_json::from_value(answer).unwrap(), &challenge(1), &party())
    };
    assert!(with(&object).is_ok());
    for end in 0..object.len() {
        assert_eq!(with(&object[..end]), Err(Wrong::Malformed), "cut at {end}");
    }
    assert_eq!(with(&[object.as_slice(), &[0]].concat()), Err(Wrong::Malformed));
    device.id = vec![];
    assert_eq!(registered(&mut device), Err(Wrong::Malformed));
    device.id = vec![1; 1024];
    assert_eq!(registered(&mut device), Err(Wrong::Malformed));
}

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
