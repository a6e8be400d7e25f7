//! Tables of answers, each wrong in one way.
#![allow(clippy::unwrap_used, reason = "tests may stop at the first surprise")]

mod parts;

use super::*;
use data_encoding::BASE64URL_NOPAD;
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
