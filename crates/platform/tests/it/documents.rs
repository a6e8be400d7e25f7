use crate::world::place;
use harness::both_engines;
use kernel::{DocumentId, Id, PlaceId};
use platform::activity::Subject;
use platform::database::{Database, params, statement};
use platform::documents::{self, NewDocument};
use platform::failure::Fault;
use platform::verify::{self, Report};

statement! {
    ALTER = "update document set content = $3 where place_id = $1 and id = $2";
}

enum Invoice {}

fn store(db: &Database, home: PlaceId, bytes: &'static [u8]) -> DocumentId {
    let stored = db.write_blocking(move |tx| {
        let new = NewDocument {
            kind: "invoice",
            filename: "2026-000001.pdf",
            media_type: "application/pdf",
            bytes,
            subject: Subject::new("invoice", Id::<Invoice>::from_i64(7)),
        };
        documents::store(tx, home, &new)
    });
    stored.unwrap()
}

fn report(db: &Database, home: PlaceId) -> Report {
    let checked = db.read_blocking(move |tx| {
        let mut report = Report::new();
        verify::check(tx, home, &mut report)?;
        Ok::<_, Fault>(report)
    });
    checked.unwrap()
}

#[test]
fn a_document_is_read_as_it_was_stored_and_in_its_place_only() {
    both_engines(|db| {
        let (here, there) = (place(&db).id, place(&db).id);
        let id = store(&db, here, b"%PDF\x00\xff");
        let read = db.read_blocking(move |tx| documents::get(tx, here, id)).unwrap();
        assert_eq!(read.bytes, b"%PDF\x00\xff");
        assert_eq!(
            (
                read.kind.as_str(),
                read.filename.as_str(),
                read.media_type.as_str()
            ),
            ("invoice", "2026-000001.pdf", "application/pdf")
        );
        let elsewhere = db.read_blocking(move |tx| documents::get(tx, there, id));
        assert_eq!(elsewhere, Err(Fault::NotFound));
    });
}

#[test]
fn a_document_that_was_altered_is_not_served_and_is_reported() {
    both_engines(|db| {
        let home = place(&db).id;
        store(&db, home, b"one");
        let id = store(&db, home, b"two");
        assert!(report(&db, home).is_clean());
        db.write_blocking(move |tx| tx.run(&ALTER, &params![home, id, b"tw0".as_slice()]))
            .unwrap();
        let read = db.read_blocking(move |tx| documents::get(tx, home, id));
        assert!(matches!(read, Err(Fault::Internal(_))), "{read:?}");
        let report = report(&db, home);
        assert_eq!(report.faults().len(), 1);
        assert_eq!(report.faults()[0].what, "verify-documents");
        assert_eq!(report.faults()[0].detail, id.to_string());
        let documents = report
            .checks()
            .iter()
            .find(|check| check.what == "verify-documents");
        assert_eq!(documents.unwrap().count, 2);
    });
}
