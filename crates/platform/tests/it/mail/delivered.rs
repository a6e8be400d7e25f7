use super::postman::Postman;
use crate::world::place;
use harness::{both_engines, on_both_engines, together};
use kernel::{DocumentId, Email, Id, PersonId, PlaceId};
use platform::activity::Subject;
use platform::database::Database;
use platform::documents::{self, NewDocument};
use platform::failure::Fault;
use platform::mail::{self, Delivered, Mail, Outbox, OutboxMail, OutboxState, Sender, Smtp, deliver_due};
use platform::place::set_setting;

enum Booking {}

fn mail(home: PlaceId, subject: &str) -> Mail {
    Mail {
        place: home,
        person: Some(PersonId::from_i64(3)),
        to: Email::parse("elodie.martin@example.org").unwrap(),
        name: "Élodie Martin".to_owned(),
        subject: subject.to_owned(),
        text: "Bonjour".to_owned(),
        html: "<p>Bonjour</p>".to_owned(),
        attachment: None,
        secret: false,
    }
}

fn enqueue(db: &Database, mail: Mail) {
    db.write_blocking(move |tx| mail::enqueue(tx, mail.clone()))
        .unwrap();
}

fn list(db: &Database, home: PlaceId) -> Vec<OutboxMail> {
    db.read_blocking(move |tx| mail::list(tx, home, 100)).unwrap()
}

fn smtp(postman: &Postman) -> Sender {
    let from = Email::parse("bonjour@fabrique.example.org").unwrap();
    Sender::Smtp(Smtp::parse(&postman.address(), from).unwrap())
}

fn deliver(db: &Database, sender: &Sender) -> Delivered {
    deliver_due(db, sender, || true).unwrap()
}

fn counts(sent: usize, later: usize, failed: usize) -> Delivered {
    Delivered { sent, later, failed }
}

#[test]
fn a_mail_leaves_with_its_document_under_the_name_of_the_place() {
    both_engines(|db| {
        let home = place(&db).id;
        let document: Result<DocumentId, Fault> = db.write_blocking(move |tx| {
            set_setting(tx, home, "mail_reply_to", "accueil@fabrique.example.org")?;
            let new = NewDocument {
                kind: "confirmation",
                filename: "stored.txt",
                media_type: "text/plain",
                bytes: b"salon bleu",
                subject: Subject::new("booking", Id::<Booking>::from_i64(1)),
            };
            documents::store(tx, home, &new)
        });
        let attachment = Some((document.unwrap(), "salon.txt".to_owned()));
        enqueue(
            &db,
            Mail {
                attachment,
                ..mail(home, "Votre\r\nsalon")
            },
        );
        let postman = Postman::answering("250 ok");
        assert_eq!(deliver(&db, &smtp(&postman)), counts(1, 0, 0));
        assert_eq!(
            deliver(&db, &smtp(&postman)),
            counts(0, 0, 0),
            "nothing is left to send"
        );
        let taken = postman.taken();
        assert_eq!(taken.len(), 1);
        for expected in [
            "From: \"La Fabrique\" <bonjour@fabrique.example.org>",
            "Reply-To: \"La Fabrique\" <accueil@fabrique.example.org>",
            "Subject: Votre salon",
            "filename=\"salon.txt\"",
            "salon bleu",
        ] {
            assert!(taken[0].contains(expected), "{expected} in {}", taken[0]);
        }
        let sent = &list(&db, home)[0];
        assert_eq!(
            (sent.state, sent.sent_at),
            (OutboxState::Sent, Some(harness::MONDAY_MORNING))
        );
        let id = sent.id;
        let found = db.read_blocking(move |tx| mail::find(tx, home, id)).unwrap();
        assert_eq!(found.as_ref(), Some(sent));
    });
}

#[test]
fn a_mail_caused_by_an_act_that_did_not_happen_is_not_sent() {
    both_engines(|db| {
        let home = place(&db).id;
        let undone: Result<(), Fault> = db.write_blocking(move |tx| {
            mail::enqueue(tx, mail(home, "Bonjour"))?;
            Err(Fault::Forbidden)
        });
        assert_eq!(undone, Err(Fault::Forbidden));
        assert_eq!(list(&db, home), []);
    });
}

#[test]
fn two_processes_send_each_mail_once() {
    on_both_engines(|fresh| {
        let (db, other) = (fresh.database(), fresh.open_again());
        let home = place(db).id;
        for number in 0..20 {
            enqueue(db, mail(home, &format!("mail {number}")));
        }
        let postman = Postman::answering("250 ok");
        let sent = together(4, |thread| {
            deliver(if thread % 2 == 0 { db } else { &other }, &smtp(&postman)).sent
        });
        assert_eq!(sent.iter().sum::<usize>(), 20);
        let subject = |mail: &String| {
            mail.lines()
                .find(|line| line.starts_with("Subject"))
                .unwrap()
                .to_owned()
        };
        let mut subjects: Vec<_> = postman.taken().iter().map(subject).collect();
        subjects.sort();
        subjects.dedup();
        assert_eq!((subjects.len(), postman.taken().len()), (20, 20));
        other.close();
    });
}

#[test]
fn a_server_that_is_busy_is_tried_again_later_and_in_the_end_no_more() {
    both_engines(|db| {
        let home = place(&db).id;
        enqueue(&db, mail(home, "Bonjour"));
        let busy = smtp(&Postman::answering("451 later"));
        let mut minutes = 0;
        for wait in [1, 3, 9, 27, 81, 243, 360, 360, 360] {
            assert_eq!(deliver(&db, &busy), counts(0, 1, 0));
            assert_eq!(deliver(&db, &busy), counts(0, 0, 0), "not before its time");
            minutes += wait;
            db.clock().set(harness::MONDAY_MORNING.plus_minutes(minutes));
        }
        assert_eq!(list(&db, home)[0].state, OutboxState::Waiting);
        assert_eq!(deliver(&db, &busy), counts(0, 0, 1));
        let given_up = &list(&db, home)[0];
        assert_eq!(given_up.state, OutboxState::Failed);
        assert!(given_up.error.as_ref().unwrap().contains("later"), "{given_up:?}");
    });
}

#[test]
fn an_address_that_does_not_exist_is_not_tried_again() {
    both_engines(|db| {
        let home = place(&db).id;
        enqueue(&db, mail(home, "Bonjour"));
        assert_eq!(
            deliver(&db, &smtp(&Postman::answering("550 nobody"))),
            counts(0, 0, 1)
        );
        assert_eq!(list(&db, home)[0].state, OutboxState::Failed);
    });
}

#[test]
fn mail_is_shown_where_it_is_only_shown_and_waits_where_it_is_stopped() {
    both_engines(|db| {
        let home = place(&db).id;
        enqueue(&db, mail(home, "Bonjour"));
        assert_eq!(deliver(&db, &Sender::Stopped), counts(0, 0, 0));
        assert_eq!(list(&db, home)[0].state, OutboxState::Waiting);
        assert_eq!(deliver(&db, &Sender::Shown), counts(1, 0, 0));
        assert_eq!(list(&db, home)[0].state, OutboxState::Sent);
    });
}

#[test]
fn the_outbox_empties_itself_until_it_is_stopped() {
    both_engines(|db| {
        let home = place(&db).id;
        enqueue(&db, mail(home, "Bonjour"));
        let (sender, left) = std::sync::mpsc::channel();
        let outbox = Outbox::start(db.clone(), Sender::Shown);
        let watched = db.clone();
        std::thread::spawn(move || {
            while list(&watched, home)[0].state != OutboxState::Sent {
                std::thread::yield_now();
            }
            sender.send(()).unwrap();
        });
        left.recv_timeout(std::time::Duration::from_secs(20))
            .expect("the mail left");
        outbox.stop();
        enqueue(&db, mail(home, "Trop tard"));
        assert_eq!(list(&db, home)[0].state, OutboxState::Waiting);
    });
}

#[test]
fn an_address_of_a_server_that_is_none_is_refused_and_a_password_is_never_shown() {
    let from = || Email::parse("bonjour@example.org").unwrap();
    assert!(Smtp::parse("mail.example.org", from()).is_err());
    let smtp = Smtp::parse("smtps://user:secret@mail.example.org", from()).unwrap();
    assert!(!format!("{smtp:?}").contains("secret"));
}
