//! Listeners: what happens is told, signed, once for each act, until it is taken.

use crate::world::{World, capabilities, send};
use api::{Outgoing, Scope, signature};
use harness::{FreshDatabase, Html, Visitor, both_engines};
use kernel::Role;
use platform::database::{Database, Engine};
use platform::jobs::Runner;
use serde_json::{Value, json};
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

/// Longer than anything here takes; reaching it is a failure.
const PATIENCE: Duration = Duration::from_secs(30);
/// Addresses of this machine may be called, and a call that hangs is soon given up.
const LOCAL: Outgoing = Outgoing {
    local: true,
    longest_milliseconds: Some(2_000),
};

/// What a listener of the test was sent.
#[derive(Debug, Clone)]
struct Heard {
    id: String,
    timestamp: i64,
    signature: String,
    body: String,
}

/// A program of somebody else, which answers as it is told: a status, or 0 for not at all.
struct Listener {
    address: String,
    heard: Receiver<Heard>,
    answers: Sender<u16>,
}

impl Listener {
    fn start() -> Self {
        let socket = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}/hook", socket.local_addr().unwrap());
        let (hear, heard) = channel();
        let (answers, told) = channel::<u16>();
        std::thread::spawn(move || {
            // What is not answered is held, so that its caller waits.
            let mut held: Vec<TcpStream> = Vec::new();
            for stream in socket.incoming() {
                let (mut stream, answer) = (stream.unwrap(), told.try_recv().unwrap_or(200));
                let request = read(&mut stream);
                if answer == 0 {
                    held.push(stream);
                } else {
                    let location = if answer == 302 {
                        "location: http://127.0.0.1:1/\r\n"
                    } else {
                        ""
                    };
                    let reply = format!(
                        "HTTP/1.1 {answer} X\r\n{location}content-length: 2\r\nconnection: close\r\n\r\nok"
                    );
                    stream.write_all(reply.as_bytes()).unwrap();
                }
                if hear.send(request).is_err() {
                    return;
                }
            }
        });
        Self {
            address,
            heard,
            answers,
        }
    }

    fn hears(&self) -> Heard {
        self.heard.recv_timeout(PATIENCE).expect("a message")
    }
}

fn read(stream: &mut TcpStream) -> Heard {
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    let (mut text, mut part) = (String::new(), [0; 4096]);
    let (head, length) = loop {
        let count = stream.read(&mut part).unwrap();
        text.push_str(std::str::from_utf8(&part[..count]).unwrap());
        if let Some(end) = text.find("\r\n\r\n") {
            let head = text[..end].to_owned();
            let length: usize = field(&head, "content-length").parse().unwrap();
            break (head, end + 4 + length);
        }
    };
    while text.len() < length {
        let count = stream.read(&mut part).unwrap();
        text.push_str(std::str::from_utf8(&part[..count]).unwrap());
    }
    Heard {
        id: field(&head, "webhook-id"),
        timestamp: field(&head, "webhook-timestamp").parse().unwrap(),
        signature: field(&head, "webhook-signature"),
        body: text[head.len() + 4..].to_owned(),
    }
}

fn field(head: &str, name: &str) -> String {
    let line = head
        .lines()
        .find(|line| line.to_ascii_lowercase().starts_with(&format!("{name}:")));
    line.unwrap_or_else(|| panic!("no {name} in {head}"))
        .split_once(':')
        .unwrap()
        .1
        .trim()
        .to_owned()
}

/// A world with a listener that hears of bookings made and cancelled; its page, and its secret.
fn told(db: &Database, address: &str) -> (World, Visitor, String, String) {
    let world = World::calling(db, LOCAL);
    let mut director = world.signed_in(Role::ManagingDirector);
    let form = director
        .page("/office/webhooks")
        .form("form[action='/office/webhooks']")
        .with("name", "Comptoir")
        .with("url", address)
        .and("events", "booking.made")
        .and("events", "booking.cancelled");
    let made = director.post(&form);
    assert_eq!(made.status, 200, "{made}");
    let page = made.html();
    let secret = page.attribute("#secret", "value").unwrap();
    let path = page.form("form[action$='/trials']").action.replace("/trials", "");
    (world, director, path, secret)
}

/// Does the work that waits, as the program does every minute.
fn work(world: &World) -> Runner {
    let jobs = capabilities().into_iter().flat_map(|one| one.jobs).collect();
    let recurring = api::capability().recurring;
    Runner::start(world.db.clone(), jobs, recurring, world.extras.clone(), 1)
}

/// A minute later.
fn later(db: &Database, seconds: i64) {
    let clock = db.clock();
    clock.set(clock.now().plus_seconds(seconds));
}

fn book(world: &World, call: &str, hour: u32) -> String {
    let mut member = world.open(Role::Member);
    let booking = json!({
        "resource": world.room.to_string(),
        "starts_at": format!("{}T{hour:02}:00:00+02:00", crate::keys::today(world).plus_days(7)),
        "ends_at": format!("{}T{hour:02}:30:00+02:00", crate::keys::today(world).plus_days(7)),
    });
    let made = send(&mut member, "/api/v1/bookings", call, &booking);
    assert_eq!(made.status, 201, "{made}");
    crate::world::read(&made)["id"].as_str().unwrap().to_owned()
}

/// The page of the listener once it says this.
fn page_saying(director: &mut Visitor, path: &str, wanted: &str) -> Html {
    for _ in 0..600 {
        let page = director.page(path);
        if page.text("main").contains(wanted) {
            return page;
        }
        std::thread::park_timeout(Duration::from_millis(50));
    }
    panic!(
        "the page never said {wanted}: {}",
        director.page(path).text("main")
    );
}

#[test]
fn an_act_is_told_once_and_signed_and_says_nothing_of_persons() {
    both_engines(|db| {
        let listener = Listener::start();
        let (world, mut director, path, secret) = told(&db, &listener.address);
        let booking = book(&world, "a", 9);
        let runner = work(&world);
        let heard = listener.hears();
        assert_eq!(
            heard.signature,
            signature(&secret, &heard.id, heard.timestamp, &heard.body)
        );
        assert_eq!(heard.timestamp, db.clock().now().seconds());
        let message: Value = serde_json::from_str(&heard.body).unwrap();
        assert_eq!(
            (&message["type"], &message["id"]),
            (&json!("booking.made"), &json!(heard.id))
        );
        assert_eq!(message["subject"], json!({ "kind": "booking", "id": booking }));
        assert!(
            !heard.body.contains("Camille") && !heard.body.contains("Salon"),
            "{}",
            heard.body
        );
        page_saying(&mut director, &path, "reçu");
        // The log is read again for a while, and nothing is told twice.
        later(&db, 60);
        let second = book(&world, "b", 11);
        let heard = listener.hears();
        assert!(heard.body.contains(&second));
        runner.stop();
        assert!(listener.heard.try_recv().is_err(), "an act was told twice");
    });
}

#[test]
fn what_is_not_taken_is_told_again_under_the_same_identifier() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let db = fresh.database();
    let listener = Listener::start();
    let (world, mut director, path, secret) = told(db, &listener.address);
    book(&world, "a", 9);
    for answer in [500, 302, 0, 200] {
        listener.answers.send(answer).unwrap();
    }
    let runner = work(&world);
    let first = listener.hears();
    page_saying(&mut director, &path, "500");
    later(db, 60);
    let second = listener.hears();
    page_saying(&mut director, &path, "302");
    later(db, 120);
    let third = listener.hears();
    page_saying(&mut director, &path, "Pas de réponse");
    later(db, 300);
    let fourth = listener.hears();
    page_saying(&mut director, &path, "reçu");
    runner.stop();
    for heard in [&second, &third, &fourth] {
        assert_eq!((&heard.id, &heard.body), (&first.id, &first.body));
        assert!(heard.timestamp > first.timestamp);
        assert_eq!(
            heard.signature,
            signature(&secret, &heard.id, heard.timestamp, &heard.body)
        );
    }
}

#[test]
fn a_message_whose_sender_died_is_sent_by_another_under_the_same_identifier() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let db = fresh.database();
    let listener = Listener::start();
    let (world, mut director, path, _) = told(db, &listener.address);
    book(&world, "a", 9);
    for answer in [0, 200] {
        listener.answers.send(answer).unwrap();
    }
    let first_process = work(&world);
    let first = listener.hears();
    // The first process hangs in its call and says nothing more; after a minute another takes the message.
    later(db, 61);
    let second_process = work(&world);
    let second = listener.hears();
    assert_eq!((first.id, first.body), (second.id, second.body));
    page_saying(&mut director, &path, "reçu");
    first_process.stop();
    second_process.stop();
    // What the first process found out too late changes nothing.
    assert!(director.page(&path).text("main").contains("reçu"));
}

#[test]
fn a_listener_that_takes_nothing_for_three_days_is_given_up_with_a_letter_and_can_be_woken() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let db = fresh.database();
    let listener = Listener::start();
    let (world, mut director, path, _) = told(db, &listener.address);
    book(&world, "a", 9);
    for _ in 0..2 {
        listener.answers.send(503).unwrap();
    }
    let runner = work(&world);
    listener.hears();
    page_saying(&mut director, &path, "ne répond pas");
    later(db, 3 * 86_400 + 60);
    listener.hears();
    let page = page_saying(&mut director, &path, "abandonné");
    let place = world.place;
    let letters = db
        .read_blocking(move |tx| platform::mail::list(tx, place, 10))
        .unwrap();
    assert!(
        letters.iter().any(|letter| letter.subject.contains("Comptoir")),
        "{letters:?}"
    );
    assert!(letters.iter().all(|letter| !letter.text_body.contains('⟦')));
    director.submit(&page.form("form[action$='/waking']"));
    let replay = director.page(&path).form("form[action$='/replay']");
    director.submit(&replay);
    listener.hears();
    page_saying(&mut director, &path, "reçu");
    runner.stop();
}

#[test]
fn a_message_is_sent_again_from_its_page_and_a_trial_tells_nothing() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let listener = Listener::start();
    let (world, mut director, path, _) = told(fresh.database(), &listener.address);
    let trial = director.page(&path).form("form[action$='/trials']");
    director.submit(&trial);
    let runner = work(&world);
    let tried = listener.hears();
    assert!(tried.body.contains("webhook.tried"));
    let page = page_saying(&mut director, &path, "reçu");
    director.submit(&page.form("form[action$='/replay']"));
    assert_eq!(listener.hears().id, tried.id);
    let renewal = director.page(&path).form("form[action$='/secret']");
    let renewed = director.post(&renewal);
    assert!(
        renewed
            .html()
            .attribute("#secret", "value")
            .unwrap()
            .starts_with("whsec_")
    );
    let ending = director.page(&path).form("form[action$='/ending']");
    director.submit(&ending);
    book(&world, "a", 9);
    later(fresh.database(), 60);
    runner.stop();
    assert!(listener.heard.try_recv().is_err());
}

#[test]
fn an_address_inside_is_refused_or_never_called_and_a_stranger_finds_no_listener() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let listener = Listener::start();
    let world = World::new(fresh.database());
    let mut director = world.signed_in(Role::ManagingDirector);
    let form = director
        .page("/office/webhooks")
        .form("form[action='/office/webhooks']")
        .with("name", "Dedans")
        .and("events", "booking.made");
    for address in [
        listener.address.as_str(),
        "ftp://example.org",
        "https://",
        "https://a:b@example.org/",
    ] {
        director.refused(&form.clone().with("url", address));
    }
    let inside = listener.address.replace("http://", "https://");
    let made = director.post_anew(&form.with("url", &inside)).html();
    let path = made.form("form[action$='/trials']").action.replace("/trials", "");
    director.submit(&made.form("form[action$='/trials']"));
    let runner = work(&world);
    page_saying(&mut director, &path, "Pas de réponse");
    runner.stop();
    assert!(listener.heard.try_recv().is_err(), "an address inside was called");
    let mut there = world
        .site
        .visitor()
        .at(crate::world::NEIGHBOUR)
        .signed_in(world.there.0, Role::ManagingDirector);
    assert_eq!(there.get(&path).status, 404);
    for act in ["trials", "waking", "secret", "ending"] {
        let form = there.own_form(&format!("{path}/{act}"));
        assert_eq!(there.post(&form).status, 404, "{act}");
    }
    assert_eq!(world.open(Role::Member).get("/api/v1/access/doors").status, 403);
    assert!(Scope::ALL.len() > 10);
}
