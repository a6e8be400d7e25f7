use crate::world::{named_place, place};
use harness::both_engines;
use kernel::{Actor, Id, PlaceId};
use platform::database::Database;
use platform::failure::Fault;
use platform::uploads::{self, Upload, UploadId};
use std::collections::BTreeSet;

const CONTENT: &[u8] = b"Nom;Courriel\r\nDupont\0\xE9;";

fn somebody(place: PlaceId) -> Actor {
    Actor::person(place, Id::from_i64(5), Id::from_i64(6), vec![], BTreeSet::new())
}

fn keep(db: &Database, actor: Actor) -> UploadId {
    db.write_blocking(move |tx| uploads::keep(tx, &actor, "membres.csv", CONTENT))
        .unwrap()
}

fn find(db: &Database, place: PlaceId, id: UploadId) -> Option<Upload> {
    db.read_blocking(move |tx| uploads::find(tx, place, id)).unwrap()
}

#[test]
fn a_file_handed_in_is_found_byte_for_byte_in_its_place_only_until_it_is_forgotten() {
    both_engines(|db| {
        let (home, elsewhere) = (
            place(&db).id,
            named_place(&db, "Ailleurs", Some("ailleurs.example.org")).id,
        );
        let id = keep(&db, somebody(home));
        let expected = Upload {
            filename: "membres.csv".to_owned(),
            content: CONTENT.to_vec(),
        };
        assert_eq!(find(&db, home, id), Some(expected));
        assert_eq!(find(&db, elsewhere, id), None);
        db.write_blocking(move |tx| uploads::forget(tx, elsewhere, id))
            .unwrap();
        assert!(find(&db, home, id).is_some());
        db.write_blocking(move |tx| uploads::forget(tx, home, id))
            .unwrap();
        assert_eq!(find(&db, home, id), None);
    });
}

#[test]
fn a_visitor_hands_nothing_in() {
    both_engines(|db| {
        let visitor = Actor::visitor(place(&db).id);
        let refused = db.write_blocking(move |tx| uploads::keep(tx, &visitor, "membres.csv", CONTENT));
        assert_eq!(refused, Err(Fault::Forbidden));
    });
}

#[test]
fn files_left_behind_are_forgotten_after_a_while_and_younger_ones_stay() {
    both_engines(|db| {
        let home = place(&db).id;
        let old = keep(&db, somebody(home));
        let later = db.clock().now().plus_minutes(60);
        db.clock().set(later);
        let young = keep(&db, somebody(home));
        let gone = db
            .write_blocking(move |tx| uploads::forget_older_than(tx, home, later))
            .unwrap();
        assert_eq!(gone, 1);
        assert_eq!(find(&db, home, old), None);
        assert!(find(&db, home, young).is_some());
    });
}
