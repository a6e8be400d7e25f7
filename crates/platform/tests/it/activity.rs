use crate::world::{actor, place};
use harness::both_engines;
use kernel::{AccountId, Actor, ActorKind, Id, PersonId};
use platform::activity::{self, Subject};
use platform::database::Database;
use platform::failure::Fault;
use serde_json::json;
use std::collections::BTreeSet;

enum Booking {}

const BOOKING: Id<Booking> = Id::from_i64(41);

fn record(db: &Database, actor: &Actor, verb: &'static str, subject: Subject) {
    let actor = actor.clone();
    let written = db.write_blocking(move |tx| activity::record(tx, &actor, verb, subject, json!({ "n": 1 })));
    written.unwrap();
}

#[test]
fn the_history_of_a_thing_says_who_did_what_newest_first() {
    both_engines(|db| {
        let home = place(&db).id;
        let (account, person) = (AccountId::from_i64(8), PersonId::from_i64(9));
        let member = Actor::person(home, account, person, vec![], BTreeSet::new());
        let subject = Subject::new("booking", BOOKING);
        record(&db, &member, "booking.made", subject);
        record(&db, &Actor::system(home), "booking.no_show", subject);
        record(
            &db,
            &member,
            "booking.made",
            Subject::new("booking", Id::<Booking>::from_i64(42)),
        );
        let history = db
            .read_blocking(move |tx| activity::history(tx, home, subject))
            .unwrap();
        let told: Vec<_> = history
            .iter()
            .map(|entry| (entry.message(), entry.person_id, entry.actor_kind))
            .collect();
        assert_eq!(
            told,
            [
                ("activity-booking-no-show".to_owned(), None, ActorKind::System),
                (
                    "activity-booking-made".to_owned(),
                    Some(person),
                    ActorKind::Person
                ),
            ]
        );
        assert_eq!(history[1].account_id, Some(account));
        assert_eq!(history[1].detail, json!({ "n": 1 }));
        assert_eq!(history[1].at, harness::MONDAY_MORNING);
    });
}

#[test]
fn a_live_screen_reads_what_came_since_it_looked() {
    both_engines(|db| {
        let (here, elsewhere) = (actor(&db), actor(&db));
        let home = here.place;
        let latest = || db.read_blocking(move |tx| activity::latest(tx, home)).unwrap();
        assert_eq!(latest(), 0);
        record(&db, &here, "booking.made", Subject::new("booking", BOOKING));
        let seen = latest();
        record(&db, &elsewhere, "booking.made", Subject::new("booking", BOOKING));
        assert_eq!(latest(), seen, "another place is not heard");
        record(&db, &here, "booking.moved", Subject::new("booking", BOOKING));
        record(&db, &here, "booking.cancelled", Subject::new("booking", BOOKING));
        let news = db
            .read_blocking(move |tx| activity::since(tx, home, seen, 10))
            .unwrap();
        let verbs: Vec<_> = news.iter().map(|entry| entry.verb.as_str()).collect();
        assert_eq!(verbs, ["booking.moved", "booking.cancelled"]);
        assert_eq!(news[1].id, latest());
        let first = db
            .read_blocking(move |tx| activity::since(tx, home, seen, 1))
            .unwrap();
        assert_eq!(first.len(), 1);
    });
}

#[test]
fn an_act_that_does_not_happen_leaves_no_line() {
    both_engines(|db| {
        let here = actor(&db);
        let home = here.place;
        let undone: Result<(), Fault> = db.write_blocking(move |tx| {
            activity::record(
                tx,
                &here,
                "booking.made",
                Subject::new("booking", BOOKING),
                json!({}),
            )?;
            Err(Fault::Forbidden)
        });
        assert_eq!(undone, Err(Fault::Forbidden));
        assert_eq!(db.read_blocking(move |tx| activity::latest(tx, home)), Ok(0));
    });
}
