//! Doors, and a controller that keeps to the contract of `docs/access-control.md`.

use crate::world::{NEIGHBOUR, World, read, send};
use api::Scope;
use harness::{FreshDatabase, Visitor, both_engines};
use kernel::{Actor, Id, PersonId, Role};
use platform::database::{Database, Engine};
use platform::{Failure, Fault};
use serde_json::{Value, json};
use stewardship::{ItemKind, NewItem, NewLoan};

/// What hangs beside a door: it knows its secret, asks, checks, and keeps a list for when nobody answers.
struct Controller {
    door: String,
    secret: String,
    list: Option<Value>,
    asked: u32,
}

impl Controller {
    /// Asks about a badge; the house answers at `now`.
    fn reads(&mut self, house: &mut Visitor, badge: &str, now: i64) -> bool {
        self.asked += 1;
        let nonce = format!("{}-{badge}-{}", self.door, self.asked);
        let reply = send(
            house,
            "/api/v1/access/decisions",
            &nonce,
            &json!({ "door": self.door, "badge": badge }),
        );
        assert_eq!(reply.status, 200, "{reply}");
        self.opens(&read(&reply), badge, now)
    }

    /// Whether an answer opens: it is about this door and this badge, is fresh, and was signed by the house.
    fn opens(&self, answer: &Value, badge: &str, now: i64) -> bool {
        let open = answer["open"] == json!(true);
        let text = format!(
            "decision.{}.{}.{}.{}.{}.{badge}",
            answer["id"].as_str().unwrap(),
            self.door,
            answer["at"],
            answer["until"],
            if open { "open" } else { "shut" },
        );
        let genuine = answer["signature"] == json!(sign(&self.secret, &text));
        genuine && open && now < answer["until"].as_i64().unwrap()
    }

    /// Takes the list for the next day, if it was signed by the house.
    fn prepares(&mut self, house: &mut Visitor) {
        let list = read(&house.get(&format!("/api/v1/access/doors/{}/list", self.door)));
        let mut text = format!("list.{}.{}.{}\n", self.door, list["made"], list["until"]);
        for one in list["openings"].as_array().unwrap() {
            text.push_str(&format!(
                "{}.{}.{}\n",
                one["from"],
                one["until"],
                one["badge"].as_str().unwrap()
            ));
        }
        assert_eq!(
            list["signature"],
            json!(sign(&self.secret, &text)),
            "a forged list"
        );
        self.list = Some(list);
    }

    /// Without a network: the list decides, while it is good.
    fn opens_alone(&self, badge: &str, now: i64) -> bool {
        let Some(list) = &self.list else { return false };
        let holds = |one: &Value| {
            one["badge"] == json!(badge)
                && one["from"].as_i64().unwrap() <= now
                && now < one["until"].as_i64().unwrap()
        };
        now < list["until"].as_i64().unwrap() && list["openings"].as_array().unwrap().iter().any(holds)
    }
}

/// HMAC-SHA256 written from its definition (RFC 2104), so that the contract is not checked against itself.
fn sign(secret: &str, text: &str) -> String {
    use sha2::{Digest as _, Sha256};
    let mut key = [0_u8; 64];
    let bytes = secret.as_bytes();
    if bytes.len() > 64 {
        key[..32].copy_from_slice(&Sha256::digest(bytes));
    } else {
        key[..bytes.len()].copy_from_slice(bytes);
    }
    let inner: Vec<u8> = key.iter().map(|byte| byte ^ 0x36).collect();
    let outer: Vec<u8> = key.iter().map(|byte| byte ^ 0x5c).collect();
    let inside = Sha256::digest([inner.as_slice(), text.as_bytes()].concat());
    data_encoding::BASE64.encode(&Sha256::digest([outer.as_slice(), inside.as_slice()].concat()))
}

/// Somebody is handed a badge.
fn hand(db: &Database, world: &World, number: &'static str, person: PersonId) {
    let place = world.place;
    db.write_blocking(move |tx| {
        let system = Actor::system(place);
        let item = stewardship::create_item(
            tx,
            &system,
            NewItem {
                kind: ItemKind::Badge,
                number: number.to_owned(),
                opens: String::new(),
                deposit: kernel::Money::ZERO,
            },
        )
        .map_err(Failure::unexpected)?;
        let loan = NewLoan {
            item,
            person,
            due_on: None,
            deposit: kernel::Money::ZERO,
            method: None,
        };
        stewardship::hand_over_item(tx, &system, &loan).map_err(Failure::unexpected)?;
        Ok::<_, Fault>(())
    })
    .unwrap();
}

/// The office keeps a door; its controller is given the secret.
fn door(world: &World, fields: &[(&str, &str)]) -> Controller {
    let mut director = world.signed_in(Role::ManagingDirector);
    let form = director
        .page("/office/doors")
        .form("form[action='/office/doors']");
    let form = fields
        .iter()
        .fold(form, |form, (name, value)| form.bent(name, value));
    let made = director.post(&form);
    assert_eq!(made.status, 200, "{made}");
    let page = made.html();
    Controller {
        door: page
            .form("form[action$='/retirement']")
            .action
            .split('/')
            .nth(3)
            .unwrap()
            .to_owned(),
        secret: page.attribute("#secret", "value").unwrap(),
        list: None,
        asked: 0,
    }
}

#[test]
fn a_door_opens_to_who_may_come_in_and_writes_down_who_asked() {
    both_engines(|db| {
        let world = World::new(&db);
        hand(&db, &world, "0412", world.karim);
        hand(&db, &world, "0007", world.people[&Role::Facilitator]);
        let mut entrance = door(&world, &[("name", "Rue"), ("members", "yes"), ("margin", "15")]);
        let room = world.room.to_string();
        let mut salon = door(
            &world,
            &[
                ("name", "Salon"),
                ("resource", &room),
                ("members", ""),
                ("margin", "15"),
            ],
        );
        let key = world.key(Role::ManagingDirector, &[Scope::AccessDecide]);
        let mut house = world.caller(&key);
        let now = || db.clock().now().seconds();
        assert!(
            entrance.reads(&mut house, "0412", now()),
            "a member, in their hours"
        );
        assert!(entrance.reads(&mut house, "0007", now()), "somebody of the team");
        assert!(
            !entrance.reads(&mut house, "9999", now()),
            "a badge that nobody holds"
        );
        assert!(
            !salon.reads(&mut house, "0412", now()),
            "a room that they did not book"
        );
        let starts = world.db.clock().now().plus_minutes(15);
        let (start, end) = (starts.to_string(), starts.plus_minutes(60).to_string());
        let mut karim = world.caller(&world.key_of(world.karim, Scope::ALL));
        let booking = json!({ "resource": room, "starts_at": start, "ends_at": end });
        let made = send(&mut karim, "/api/v1/bookings", "b", &booking);
        assert_eq!(made.status, 201, "{made}");
        assert!(
            salon.reads(&mut house, "0412", now()),
            "a quarter of an hour before their booking"
        );
        db.clock().set(starts.plus_minutes(76));
        assert!(!salon.reads(&mut house, "0412", now()), "long after it");
        let mut director = world.signed_in(Role::ManagingDirector);
        let log = director
            .page(&format!("/office/doors/{}", salon.door))
            .text("main");
        assert!(
            log.contains("0412") && log.contains("karim") && log.contains("réservation"),
            "{log}"
        );
    });
}

#[test]
fn a_controller_believes_only_fresh_answers_of_the_house_about_its_own_door() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let world = World::new(fresh.database());
    hand(fresh.database(), &world, "0412", world.karim);
    let entrance = door(&world, &[("name", "Rue"), ("members", "yes"), ("margin", "15")]);
    let mut house = world.open(Role::ManagingDirector);
    let asked = json!({ "door": entrance.door, "badge": "0412" });
    let answer = read(&send(&mut house, "/api/v1/access/decisions", "a", &asked));
    let now = fresh.database().clock().now().seconds();
    assert!(entrance.opens(&answer, "0412", now));
    assert!(!entrance.opens(&answer, "0412", now + 11), "played again later");
    assert!(!entrance.opens(&answer, "0413", now), "about another badge");
    let shut = read(&send(
        &mut house,
        "/api/v1/access/decisions",
        "b",
        &json!({ "door": entrance.door, "badge": "1" }),
    ));
    let mut forged = shut;
    forged["open"] = json!(true);
    assert!(!entrance.opens(&forged, "1", now), "shut made open on the way");
    let elsewhere = Controller {
        secret: "door_other".to_owned(),
        ..door(&world, &[("name", "Cour"), ("margin", "0")])
    };
    assert!(!elsewhere.opens(&answer, "0412", now), "signed for another door");
}

#[test]
fn a_door_without_a_network_opens_by_its_list_for_a_day() {
    both_engines(|db| {
        let world = World::new(&db);
        hand(&db, &world, "0412", world.karim);
        hand(&db, &world, "0500", world.people[&Role::Member]);
        let mut entrance = door(&world, &[("name", "Rue"), ("members", "yes"), ("margin", "15")]);
        let mut house = world.open(Role::ManagingDirector);
        entrance.prepares(&mut house);
        let now = db.clock().now().seconds();
        assert!(entrance.opens_alone("0412", now) && entrance.opens_alone("0500", now + 3_600));
        assert!(!entrance.opens_alone("9999", now));
        assert!(!entrance.opens_alone("0412", now + 86_400), "the list is over");
    });
}

#[test]
fn a_door_of_another_place_or_out_of_use_does_not_exist() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let world = World::new(fresh.database());
    let entrance = door(&world, &[("name", "Rue"), ("members", "yes"), ("margin", "15")]);
    let path = format!("/office/doors/{}", entrance.door);
    let mut there = world
        .site
        .visitor()
        .at(NEIGHBOUR)
        .signed_in(world.there.0, Role::ManagingDirector);
    assert_eq!(there.get(&path).status, 404);
    for act in ["secret", "retirement"] {
        let form = there.own_form(&format!("{path}/{act}"));
        assert_eq!(there.post(&form).status, 404, "{act}");
    }
    let foreign = world.caller(&world.key_of(world.there.0, Scope::ALL));
    let mut foreign = foreign.at(NEIGHBOUR);
    let asked = json!({ "door": entrance.door, "badge": "1" });
    assert_eq!(
        send(&mut foreign, "/api/v1/access/decisions", "a", &asked).status,
        404
    );
    assert_eq!(
        foreign
            .get(&format!("/api/v1/access/doors/{}/list", entrance.door))
            .status,
        404
    );
    let mut director = world.signed_in(Role::ManagingDirector);
    let retirement = director.page(&path).form("form[action$='/retirement']");
    director.submit(&retirement);
    let mut house = world.open(Role::ManagingDirector);
    assert_eq!(
        send(&mut house, "/api/v1/access/decisions", "a", &asked).status,
        404
    );
    assert_eq!(read(&house.get("/api/v1/access/doors"))["items"], json!([]));
    for wrong in ["", "   ", &"9".repeat(61)] {
        let body = json!({ "door": Id::<()>::from_i64(1).to_string(), "badge": wrong });
        assert_eq!(
            send(
                &mut house,
                "/api/v1/access/decisions",
                &format!("w{}", wrong.len()),
                &body
            )
            .status,
            422
        );
    }
}
