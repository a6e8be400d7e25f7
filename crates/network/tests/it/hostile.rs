//! Calls that are replayed, late, bent or signed by somebody else.

use crate::world::{House, LOCAL, code, invite};
use harness::FreshDatabase;
use kernel::Role;
use network::{Invitation, Signed, shared_key};
use platform::database::Engine;
use serde_json::{Value, json};

const VISITS: &str = "/api/network/v1/visits";

/// A program of another place, which holds a key.
pub(crate) struct Caller {
    pub(crate) url: String,
    pub(crate) agreement: String,
    pub(crate) key: String,
}

impl Caller {
    /// Accepts an invitation as a program does.
    pub(crate) fn accepting(home: &House) -> Self {
        let placeholder = FreshDatabase::on(Engine::Sqlite);
        let host = House::alone(placeholder.database(), "La Fabrique");
        let invitation = Invitation::parse(&invite(home, &host)).unwrap();
        let mut caller = Self {
            url: home.url(),
            agreement: invitation.agreement.clone(),
            key: invitation.key(),
        };
        let path = "/api/network/v1/acceptances";
        let accept = |caller: &Self, nonce: &str| {
            let now = home.db.clock().now().seconds();
            caller.call(path, now, "accept", &json!({ "nonce": nonce }))
        };
        let (status, told) = accept(&caller, "mine");
        assert_eq!(
            (status, &told["done"]["day_cents"]),
            (200, &json!(1_400)),
            "{told}"
        );
        assert_eq!(accept(&caller, "mine").1, told, "a lost answer is told again");
        assert_eq!(accept(&caller, "thine").1, json!({ "refused": "closed" }));
        caller.key = shared_key(&invitation.key(), "mine");
        caller
    }

    /// Says something at a moment, and reads the answer, which must be signed.
    pub(crate) fn call(&self, path: &str, seconds: i64, reference: &str, body: &Value) -> (u16, Value) {
        let body = body.to_string();
        let signed = Signed {
            what: "call",
            agreement: &self.agreement,
            inviter: false,
            path,
            seconds,
            reference,
            body: &body,
        };
        let (status, text) = self.send(path, seconds, reference, (&body, &signed.sign(&self.key)));
        if status != 200 {
            return (status, Value::Null);
        }
        let envelope: Value = serde_json::from_str(&text).unwrap();
        let answer = envelope["answer"].as_str().unwrap();
        let signed = Signed {
            what: "answer",
            inviter: true,
            body: answer,
            ..signed
        };
        assert!(
            signed.holds(&self.key, envelope["signature"].as_str().unwrap()),
            "{text}"
        );
        (status, serde_json::from_str(answer).unwrap())
    }

    fn send(
        &self,
        path: &str,
        seconds: i64,
        reference: &str,
        (body, signature): (&str, &str),
    ) -> (u16, String) {
        let headers = [
            ("content-type", "application/json".to_owned()),
            ("tribu-agreement", self.agreement.clone()),
            ("tribu-timestamp", seconds.to_string()),
            ("idempotency-key", reference.to_owned()),
            ("tribu-signature", signature.to_owned()),
        ];
        let answered = api::post(LOCAL, &format!("{}{path}", self.url), &headers, body);
        (answered.status.unwrap_or(0), answered.text)
    }
}

/// Somebody stands at the desk today.
pub(crate) fn standing(home: &House, code: &str, part: &str) -> Value {
    json!({ "code": code, "day": home.today().to_string(), "part": part })
}

#[test]
fn the_same_call_again_answers_the_same_and_takes_nothing() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let home = House::alone(fresh.database(), "Le Moulin");
    let caller = Caller::accepting(&home);
    let now = home.db.clock().now().seconds();
    let body = standing(&home, &code(&home).replace('-', ""), "day");
    let first = caller.call(VISITS, now, "one", &body);
    assert_eq!(first.1["done"]["units"], 3, "{}", first.1);
    let names: Vec<&String> = first.1["done"].as_object().unwrap().keys().collect();
    assert_eq!(
        names,
        ["cents", "name", "units", "units_left"],
        "a name and numbers, nothing else"
    );
    assert_eq!(caller.call(VISITS, now, "one", &body), first);
    assert_eq!(home.units(), 27);
    let cancel = json!({ "day": home.today().to_string(), "part": "day" });
    let path = "/api/network/v1/cancellations";
    for _ in 0..2 {
        assert_eq!(caller.call(path, now, "one", &cancel).1, json!({ "done": {} }));
    }
    assert_eq!(home.units(), 30);
    // The call that was taken back, replayed.
    assert_eq!(
        caller.call(VISITS, now, "one", &body).1,
        json!({ "refused": "undone" })
    );
    assert_eq!(home.units(), 30);
    home.assert_sound();
}

#[test]
fn a_call_that_is_late_bent_or_signed_by_somebody_else_is_not_heard() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let home = House::alone(fresh.database(), "Le Moulin");
    let caller = Caller::accepting(&home);
    let now = home.db.clock().now().seconds();
    let body = standing(&home, &code(&home).replace('-', ""), "day").to_string();
    let good = Signed {
        what: "call",
        agreement: &caller.agreement,
        inviter: false,
        path: VISITS,
        seconds: now,
        reference: "one",
        body: &body,
    };
    let send = |seconds: i64, reference: &str, body: &str, signature: &str| {
        caller.send(VISITS, seconds, reference, (body, signature)).0
    };
    let signature = good.sign(&caller.key);
    assert_eq!(send(now, "one", &body, ""), 401);
    assert_eq!(send(now, "one", &body, &good.sign("another key")), 401);
    assert_eq!(send(now, "two", &body, &signature), 401);
    assert_eq!(send(now + 1, "one", &body, &signature), 401);
    assert_eq!(send(now, "one", &body.replace("day", "morning"), &signature), 401);
    // Our own call, sent back to us.
    assert_eq!(
        send(
            now,
            "one",
            &body,
            &Signed {
                inviter: true,
                ..good
            }
            .sign(&caller.key)
        ),
        401
    );
    for late in [now - 301, now + 301] {
        let signed = Signed {
            seconds: late,
            ..good
        };
        assert_eq!(send(late, "one", &body, &signed.sign(&caller.key)), 401);
    }
    let unread = Signed { body: "{", ..good };
    assert_eq!(send(now, "one", "{", &unread.sign(&caller.key)), 422);
    let long = "x".repeat(300 * 1024);
    assert_ne!(send(now, "one", &long, &signature), 200);
    assert_eq!(home.units(), 30, "nothing moved");
    assert_eq!(send(now, "one", &body, &signature), 200);
    assert_eq!(home.units(), 27);
}

#[test]
fn codes_are_not_guessed() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let home = House::alone(fresh.database(), "Le Moulin");
    let caller = Caller::accepting(&home);
    let now = home.db.clock().now().seconds();
    let good = code(&home).replace('-', "");
    for number in 0..60 {
        let guess = standing(&home, &format!("{}{number:08}", &good[..4]), "day");
        let (_, told) = caller.call(VISITS, now, &format!("guess-{number}"), &guess);
        assert_eq!(told, json!({ "refused": "code" }));
    }
    let (_, told) = caller.call(VISITS, now, "right", &standing(&home, &good, "day"));
    assert_eq!(told, json!({ "refused": "too_many" }));
    assert_eq!(home.units(), 30);
}

#[test]
fn somebody_who_left_is_not_let_in() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let home = House::alone(fresh.database(), "Le Moulin");
    let caller = Caller::accepting(&home);
    let now = home.db.clock().now().seconds();
    let good = code(&home).replace('-', "");
    let (place, person, today) = (home.place, home.people[&Role::Member], home.today());
    home.db
        .write_blocking(move |tx| {
            let system = kernel::Actor::system(place);
            people::end_membership(tx, &system, person, today.plus_days(-1)).unwrap();
            Ok::<_, platform::Fault>(())
        })
        .unwrap();
    let (_, told) = caller.call(VISITS, now, "one", &standing(&home, &good, "day"));
    assert_eq!(told, json!({ "refused": "member" }));
}
