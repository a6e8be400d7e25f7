//! Backups: one file whatever the engine, and back into either.

use std::path::{Path, PathBuf};

use platform::database::backup::{BackupRefused, Copied, backup, restore};
use platform::database::{
    Database, DatabaseError, DatabaseUrl, Engine, Migration, OpenRefused, Options, params, row, statement,
};

use super::{ADD_COUNTER, ADD_PLACE, Fresh, MORNING, counters, fresh, nowhere, on_both, options, with_place};

static OLD: &[Migration] = &[Migration {
    number: 1,
    name: "bench",
    sql: "-- owner: test. Two tables that refer to each other in a circle.
        create table bench (
            place_id bigint not null,
            id bigint not null,
            facing bigint,
            constraint bench_pk primary key (place_id, id),
            constraint bench_facing_fk foreign key (place_id, facing) references bench (place_id, id)
        );
        insert into bench (place_id, id, facing) values (1, 2, null), (1, 1, 2);
        update bench set facing = 1 where id = 2;",
}];

const PAINT: Migration = Migration {
    number: 2,
    name: "bench_colour",
    sql: "-- owner: test. Benches are painted.
        alter table bench add column colour text;
        update bench set colour = 'blue';",
};

static NEW: &[Migration] = &[OLD[0], PAINT];

row! {
    #[derive(Debug, PartialEq)]
    struct BenchRow {
        id: i64,
        facing: Option<i64>,
        colour: Option<String>,
    }

    #[derive(Debug, PartialEq)]
    struct DocumentRow {
        filename: String,
        content: Vec<u8>,
    }

    #[derive(Debug, PartialEq)]
    struct SettingRow {
        value: String,
    }
}

statement! {
    BENCHES -> BenchRow = "select id, facing, colour from bench where place_id = $1 order by id";
    ADD_DOCUMENT = "
        insert into document (place_id, id, kind, filename, media_type, sha256, content, subject_kind,
            subject_id, created_at)
        values ($1, $2, 'test', $3, 'application/octet-stream', $4, $5, 'place', $1, 0)";
    DOCUMENTS -> DocumentRow = "select filename, content from document where place_id = $1 order by id";
    SET = "insert into setting (place_id, name, value) values ($1, $2, $3)";
    SETTING -> SettingRow = "select value from setting where place_id = $1 and name = $2";
}

fn with(migrations: &'static [Migration]) -> Options {
    Options {
        migrations,
        ..options()
    }
}

/// A place with rows of every kind, and a secret of the installation.
fn furnished(engine: Engine) -> Fresh {
    let fresh = with_place(engine);
    let filled = fresh.database.write_blocking(|tx| -> Result<(), DatabaseError> {
        tx.run(&SET, &params![0_i64, "secret", "L’été ☀"])?;
        tx.run(&ADD_COUNTER, &params![1_i64, "invoice", i64::MAX])?;
        let content = [0_u8, 1, 255];
        tx.run(
            &ADD_DOCUMENT,
            &params![1_i64, 1_i64, "été.pdf", "a".repeat(64), content],
        )?;
        tx.run(
            &ADD_DOCUMENT,
            &params![1_i64, 2_i64, "vide", "b".repeat(64), Vec::<u8>::new()],
        )?;
        Ok(())
    });
    assert_eq!(filled, Ok(()));
    fresh
}

fn assert_furnished(database: &Database) {
    assert_eq!(counters(database), [("invoice".to_owned(), i64::MAX)]);
    let documents = database
        .read_blocking(|tx| tx.all(&DOCUMENTS, &params![1_i64]))
        .unwrap();
    let expected = [("été.pdf", vec![0_u8, 1, 255]), ("vide", Vec::new())];
    let found: Vec<_> = documents
        .iter()
        .map(|row| (row.filename.as_str(), row.content.clone()))
        .collect();
    assert_eq!(found, expected);
    let secret = database.read_blocking(|tx| tx.one(&SETTING, &params![0_i64, "secret"]));
    assert_eq!(
        secret,
        Ok(SettingRow {
            value: "L’été ☀".to_owned()
        })
    );
}

fn file(folder: &tempfile::TempDir) -> PathBuf {
    folder.path().join("house.backup")
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect()
}

#[test]
fn a_backup_is_restored_from_either_engine_into_either() {
    for from in [Engine::Sqlite, Engine::Postgres] {
        let source = furnished(from);
        let folder = tempfile::tempdir().unwrap();
        let saved = backup(source.url(), &file(&folder), &options()).unwrap();
        assert_eq!(saved, Copied { tables: 14, rows: 5 });
        assert_eq!(names(folder.path()), ["house.backup"]);
        for into in [Engine::Sqlite, Engine::Postgres] {
            let (url, _home) = nowhere(into);
            let restored = restore(&file(&folder), &url, false, &options()).unwrap();
            assert_eq!(restored, saved, "{from} to {into}");
            let database = Database::open(&url, options()).unwrap();
            assert_furnished(&database);
            // References hold again.
            let nowhere = database.write_blocking(|tx| tx.run(&ADD_COUNTER, &params![9_i64, "x", 1_i64]));
            assert_eq!(nowhere, Err(DatabaseError::ForeignKey));
        }
    }
}

#[test]
fn a_backup_holds_one_moment_while_others_write() {
    on_both(|engine| {
        let source = with_place(engine);
        let database = &source.database;
        let folder = tempfile::tempdir().unwrap();
        std::thread::scope(|scope| {
            scope.spawn(|| {
                for number in 0..200_i64 {
                    // Two rows that must be seen together or not at all.
                    let written = database.write_blocking(move |tx| {
                        tx.run(&ADD_COUNTER, &params![1_i64, format!("left {number}"), number])?;
                        tx.run(&ADD_COUNTER, &params![1_i64, format!("right {number}"), number])
                    });
                    assert_eq!(written, Ok(1));
                }
            });
            for _ in 0..3 {
                backup(source.url(), &file(&folder), &options()).unwrap();
                let copy = Database::open(&DatabaseUrl::file(file(&folder)), options()).unwrap();
                assert_eq!(counters(&copy).len() % 2, 0);
            }
        });
    });
}

#[test]
fn a_database_that_holds_a_place_is_replaced_only_when_asked() {
    for into in [Engine::Sqlite, Engine::Postgres] {
        let source = furnished(Engine::Sqlite);
        let folder = tempfile::tempdir().unwrap();
        backup(source.url(), &file(&folder), &options()).unwrap();
        let target = fresh(into);
        let other =
            |tx: &mut platform::database::Tx<'_>| tx.run(&ADD_PLACE, &params![2_i64, "La Halle", MORNING]);
        target.database.write_blocking(other).unwrap();
        let refused = restore(&file(&folder), target.url(), false, &options()).unwrap_err();
        assert!(matches!(refused, BackupRefused::NotEmpty(_)), "{refused}");
        assert_eq!(counters(&target.database), []);
        // The program that uses the target sees the new content without being restarted.
        restore(&file(&folder), target.url(), true, &options()).unwrap();
        assert_furnished(&target.database);
        assert_eq!(target.database.write_blocking(other), Ok(1));
    }
}

#[test]
fn an_older_backup_is_brought_up_to_date_and_circles_hold() {
    for from in [Engine::Sqlite, Engine::Postgres] {
        let (source, _home) = nowhere(from);
        drop(Database::open(&source, with(OLD)).unwrap());
        let folder = tempfile::tempdir().unwrap();
        // A program with a newer schema may copy an older database without touching it.
        backup(&source, &file(&folder), &with(NEW)).unwrap();
        for into in [Engine::Sqlite, Engine::Postgres] {
            let (target, _home) = nowhere(into);
            // The migrations of the test fill their table themselves: the target is not empty.
            restore(&file(&folder), &target, true, &with(NEW)).unwrap();
            let database = Database::open(&target, with(NEW)).unwrap();
            let benches = database
                .read_blocking(|tx| tx.all(&BENCHES, &params![1_i64]))
                .unwrap();
            let blue = |id, facing| BenchRow {
                id,
                facing: Some(facing),
                colour: Some("blue".to_owned()),
            };
            assert_eq!(benches, [blue(1, 2), blue(2, 1)]);
        }
    }
}

#[test]
fn a_backup_newer_than_the_program_is_refused() {
    on_both(|engine| {
        let (source, _home) = nowhere(Engine::Sqlite);
        drop(Database::open(&source, with(NEW)).unwrap());
        let folder = tempfile::tempdir().unwrap();
        backup(&source, &file(&folder), &with(NEW)).unwrap();
        let (target, _home) = nowhere(engine);
        let refused = restore(&file(&folder), &target, true, &with(OLD)).unwrap_err();
        let newer = matches!(
            refused,
            BackupRefused::Open(OpenRefused::NewerDatabase { number: 2, .. })
        );
        assert!(newer, "{refused}");
    });
}

#[test]
fn what_is_no_backup_is_refused_and_changes_nothing() {
    on_both(|engine| {
        let target = furnished(engine);
        let folder = tempfile::tempdir().unwrap();
        let try_with = |file: &Path| restore(file, target.url(), true, &options()).unwrap_err();
        let missing = try_with(&folder.path().join("missing"));
        assert!(matches!(missing, BackupRefused::File { .. }), "{missing}");
        let diary = folder.path().join("diary");
        std::fs::write(
            &diary,
            "Dear diary, today I wrote a file that is no database at all.",
        )
        .unwrap();
        assert!(matches!(try_with(&diary), BackupRefused::NotABackup(_)));
        let recipes = folder.path().join("recipes");
        let other = rusqlite::Connection::open(&recipes).unwrap();
        other.execute_batch("create table recipe (name text)").unwrap();
        assert!(matches!(try_with(&recipes), BackupRefused::NotABackup(_)));
        assert_furnished(&target.database);
    });
}

#[test]
fn a_damaged_backup_is_refused_and_changes_nothing() {
    on_both(|engine| {
        let source = furnished(Engine::Sqlite);
        let folder = tempfile::tempdir().unwrap();
        backup(source.url(), &file(&folder), &options()).unwrap();
        let orphan = rusqlite::Connection::open(file(&folder)).unwrap();
        orphan
            .execute_batch("pragma foreign_keys = off; delete from place")
            .unwrap();
        drop(orphan);
        let target = furnished(engine);
        let refused = restore(&file(&folder), target.url(), true, &options()).unwrap_err();
        assert!(matches!(refused, BackupRefused::Damaged(_)), "{refused}");
        let whole = std::fs::read(file(&folder)).unwrap();
        std::fs::write(file(&folder), &whole[..whole.len() / 2]).unwrap();
        let refused = restore(&file(&folder), target.url(), true, &options()).unwrap_err();
        assert!(matches!(refused, BackupRefused::Damaged(_)), "{refused}");
        assert_furnished(&target.database);
    });
}

#[test]
fn there_is_nothing_to_back_up_where_the_program_never_was() {
    on_both(|engine| {
        let (url, _home) = nowhere(engine);
        let folder = tempfile::tempdir().unwrap();
        let refused = backup(&url, &file(&folder), &options()).unwrap_err();
        assert!(matches!(refused, BackupRefused::Nothing(_)), "{refused}");
        assert_eq!(names(folder.path()), Vec::<String>::new());
        assert!(url.path().is_none_or(|path| !path.exists()));
    });
}
