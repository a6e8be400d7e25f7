//! An authenticator in software: makes passkeys and signs with them as a telephone does (Web Authentication level 3), or as a
//! test bends it to.

use data_encoding::BASE64URL_NOPAD;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// Somebody touched it, and it knows who.
pub const PRESENT_AND_VERIFIED: u8 = 0x05;
/// The key may be copied, and was.
pub const SYNCHRONISED: u8 = 0x18;

enum Key {
    Ed25519(Ed25519KeyPair),
    P256(EcdsaKeyPair, SystemRandom),
}

/// An authenticator with one passkey. What it says of itself may be bent; answers are those that the script sends.
pub struct Authenticator {
    key: Key,
    /// The identifier of its credential.
    pub id: Vec<u8>,
    /// The site that the browser says it is on.
    pub origin: String,
    /// The relying party it answers for.
    pub party: String,
    /// What it says of the touch and of copies.
    pub flags: u8,
    /// How often it signed; each answer counts one more, unless it never counts.
    pub count: u32,
    /// Whether it counts.
    pub counts: bool,
    /// What the browser says besides, or instead.
    pub client: Vec<(String, Value)>,
    /// The format and the statement of its attestation: CBOR of a text and of a map.
    pub attestation: (&'static str, Vec<u8>),
    /// Whom it made its passkey for, as it was told.
    pub handle: Option<String>,
}

impl Authenticator {
    /// One with an Ed25519 key that this number names, at a site such as `https://lieu.example.org`.
    pub fn at(origin: &str, number: u8) -> Self {
        let key = Ed25519KeyPair::from_seed_unchecked(&[number; 32]).expect("a seed of 32 bytes");
        Self::with(Key::Ed25519(key), origin, number)
    }

    /// One with a key on P-256, as most are.
    pub fn on_p256(origin: &str, number: u8) -> Self {
        let chance = SystemRandom::new();
        let kind = &ECDSA_P256_SHA256_ASN1_SIGNING;
        let document = EcdsaKeyPair::generate_pkcs8(kind, &chance).expect("a key");
        let key = EcdsaKeyPair::from_pkcs8(kind, document.as_ref(), &chance).expect("the key just made");
        Self::with(Key::P256(key, chance), origin, number)
    }

    fn with(key: Key, origin: &str, number: u8) -> Self {
        let host = origin.split_once("://").expect("an origin").1;
        Self {
            key,
            id: vec![number; 24],
            origin: origin.to_owned(),
            party: host.split(':').next().unwrap_or_default().to_owned(),
            flags: PRESENT_AND_VERIFIED,
            count: 0,
            counts: true,
            client: Vec::new(),
            attestation: ("none", vec![0xa0]),
            handle: None,
        }
    }

    /// Makes its passkey, as asked by `PublicKeyCredentialCreationOptions`.
    pub fn create(&mut self, asked: &Value) -> String {
        self.handle = asked["user"]["id"].as_str().map(str::to_owned);
        let client = self.client_data("webauthn.create", asked);
        let said = self.said_at_creation();
        let (format, statement) = &self.attestation;
        let mut object = vec![0xa3];
        object.extend(text("fmt"));
        object.extend(text(format));
        object.extend(text("attStmt"));
        object.extend(statement);
        object.extend(text("authData"));
        object.extend(bytes(&said));
        json!({
            "id": encoded(&self.id), "clientDataJSON": encoded(&client), "attestationObject": encoded(&object),
        })
        .to_string()
    }

    /// What it says when it makes its passkey: also what a self attestation signs, with the hash of the client data.
    pub fn said_at_creation(&mut self) -> Vec<u8> {
        let mut said = self.said(0x40);
        said.extend([0; 16]);
        said.extend(
            u16::try_from(self.id.len())
                .expect("a short identifier")
                .to_be_bytes(),
        );
        said.extend(&self.id);
        said.extend(self.cose());
        said
    }

    /// Signs, as asked by `PublicKeyCredentialRequestOptions`.
    pub fn get(&mut self, asked: &Value) -> String {
        if self.counts {
            self.count += 1;
        }
        let client = self.client_data("webauthn.get", asked);
        let said = self.said(0);
        let message = [said.as_slice(), &Sha256::digest(&client)].concat();
        json!({
            "id": encoded(&self.id), "clientDataJSON": encoded(&client), "authenticatorData": encoded(&said),
            "signature": encoded(&self.sign(&message)), "userHandle": self.handle,
        })
        .to_string()
    }

    fn client_data(&self, kind: &str, asked: &Value) -> Vec<u8> {
        let mut client = json!({
            "type": kind, "challenge": asked["challenge"], "origin": self.origin, "crossOrigin": false,
        });
        for (name, value) in &self.client {
            client[name] = value.clone();
        }
        client.to_string().into_bytes()
    }

    /// Signs anything.
    pub fn sign(&self, message: &[u8]) -> Vec<u8> {
        match &self.key {
            Key::Ed25519(key) => key.sign(message).as_ref().to_vec(),
            Key::P256(key, chance) => key.sign(chance, message).expect("a signature").as_ref().to_vec(),
        }
    }

    /// Its public key, as a COSE key.
    pub fn cose(&self) -> Vec<u8> {
        match &self.key {
            // {1: 1, 3: -8, -1: 6, -2: x}
            Key::Ed25519(key) => {
                let mut cose = vec![0xa4, 0x01, 0x01, 0x03, 0x27, 0x20, 0x06, 0x21];
                cose.extend(bytes(key.public_key().as_ref()));
                cose
            }
            // {1: 2, 3: -7, -1: 1, -2: x, -3: y}
            Key::P256(key, _) => {
                let (_, point) = key.public_key().as_ref().split_at(1);
                let (x, y) = point.split_at(32);
                let mut cose = vec![0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21];
                cose.extend(bytes(x));
                cose.push(0x22);
                cose.extend(bytes(y));
                cose
            }
        }
    }

    fn said(&self, more: u8) -> Vec<u8> {
        let mut said = Sha256::digest(&self.party).to_vec();
        said.push(self.flags | more);
        said.extend(self.count.to_be_bytes());
        said
    }
}

fn encoded(bytes: &[u8]) -> String {
    BASE64URL_NOPAD.encode(bytes)
}

fn text(text: &str) -> Vec<u8> {
    let length = u8::try_from(text.len()).expect("a short text");
    [&[0x60 | length], text.as_bytes()].concat()
}

/// A string of bytes in CBOR.
fn bytes(bytes: &[u8]) -> Vec<u8> {
    match u8::try_from(bytes.len()) {
        Ok(short) if short < 24 => [&[0x40 | short], bytes].concat(),
        Ok(short) => [&[0x58, short], bytes].concat(),
        Err(_) => {
            let length = u16::try_from(bytes.len()).expect("less than 65536 bytes");
            [&[0x59], length.to_be_bytes().as_slice(), bytes].concat()
        }
    }
}
