//! Opening: addresses, migrations, and what is refused.

use platform::database::{
    Database, DatabaseUrl, Engine, Migration, OpenRefused, Options, params, row, statement,
};

use super::{nowhere, on_both, options};

const FIRST: Migration = Migration {
    number: 1,
    name: "shed",
    sql: "-- owner: test. A first table.
        create table shed (
            place_id bigint not null,
            id bigint not null,
            name text not null, -- not 'unique'; a; semicolon
            constraint shed_pk primary key (place_id, id)
        );
        insert into shed (place_id, id, name) values (1, 1, 'it''s; text');",
};

const SECOND: Migration = Migration {
    number: 2,
    name: "shed_colour",
    sql: "-- owner: test. Sheds are painted.
        alter table shed add column colour text;
        update shed set colour = 'green';",
};

const BROKEN: Migration = Migration {
    number: 2,
    name: "shed_broken",
    sql: "-- owner: test. Fails in its second statement.
        alter table shed add column roof text;
        insert into barn (place_id) values (1);",
};

static ONE: &[Migration] = &[FIRST];
static TWO: &[Migration] = &[FIRST, SECOND];
static THEN_BROKEN: &[Migration] = &[FIRST, BROKEN];
static ALTERED: &[Migration] = &[Migration {
    sql: "-- owner: test. Another text.",
    ..FIRST
}];

row! {
    #[derive(Debug, PartialEq)]
    struct ShedRow {
        name: String,
        colour: Option<String>,
    }

    #[derive(Debug, PartialEq)]
    struct CountRow {
        many: i64,
    }
}

statement! {
    SHEDS -> ShedRow = "select name, colour from shed where place_id = $1 order by id";
    APPLIED -> CountRow = "select count(*) as many from schema_migration";
}

fn with(migrations: &'static [Migration]) -> Options {
    Options {
        migrations,
        ..options()
    }
}

fn green_shed() -> Vec<ShedRow> {
    vec![ShedRow {
        name: "it's; text".to_owned(),
        colour: Some("green".to_owned()),
    }]
}

#[test]
fn addresses_are_read_and_shown_without_their_password() {
    let engine = |text| {
        DatabaseUrl::parse(text)
            .map(|url| (url.engine(), url.to_string()))
            .ok()
    };
    assert_eq!(
        engine("tribu.db"),
        Some((Engine::Sqlite, "sqlite:tribu.db".to_owned()))
    );
    assert_eq!(
        engine("sqlite:/var/a.db"),
        Some((Engine::Sqlite, "sqlite:/var/a.db".to_owned()))
    );
    assert_eq!(
        engine("postgres://claire:secret@db.example.org:5433/tribu?application_name=x"),
        Some((
            Engine::Postgres,
            "postgres://claire@db.example.org:5433/tribu".to_owned()
        )),
    );
    assert_eq!(
        engine("postgresql:///tribu?host=/run/postgresql"),
        Some((Engine::Postgres, "postgresql:///tribu".to_owned())),
    );
    for wrong in ["", "sqlite:", "mysql://a/b", "postgres://a:b:c:d/e"] {
        assert_eq!(engine(wrong), None, "{wrong}");
    }
}

#[test]
fn migrations_run_once_and_in_order() {
    on_both(|engine| {
        let (url, _home) = nowhere(engine);
        drop(Database::open(&url, with(ONE)).unwrap());
        for _ in 0..2 {
            let database = Database::open(&url, with(TWO)).unwrap();
            let sheds = database.read_blocking(|tx| tx.all(&SHEDS, &params![1_i64]));
            assert_eq!(sheds, Ok(green_shed()));
            let applied = database.read_blocking(|tx| tx.one(&APPLIED, &params![]));
            assert_eq!(applied, Ok(CountRow { many: 2 }));
        }
    });
}

#[test]
fn many_who_start_at_once_migrate_once() {
    on_both(|engine| {
        let (url, _home) = nowhere(engine);
        std::thread::scope(|scope| {
            for _ in 0..6 {
                scope.spawn(|| {
                    let database = Database::open(&url, with(TWO)).unwrap();
                    let sheds = database.read_blocking(|tx| tx.all(&SHEDS, &params![1_i64]));
                    assert_eq!(sheds, Ok(green_shed()));
                });
            }
        });
    });
}

#[test]
fn a_database_newer_than_the_program_is_refused() {
    on_both(|engine| {
        let (url, _home) = nowhere(engine);
        drop(Database::open(&url, with(TWO)).unwrap());
        let refused = Database::open(&url, with(ONE)).unwrap_err();
        let OpenRefused::NewerDatabase { number: 2, name } = refused else {
            panic!("{refused}")
        };
        assert_eq!(name, "shed_colour");
    });
}

#[test]
fn a_migration_rewritten_after_it_was_applied_is_refused() {
    on_both(|engine| {
        let (url, _home) = nowhere(engine);
        drop(Database::open(&url, with(ONE)).unwrap());
        let refused = Database::open(&url, with(ALTERED)).unwrap_err();
        assert!(
            matches!(refused, OpenRefused::AlteredMigration { number: 1, .. }),
            "{refused}"
        );
    });
}

#[test]
fn a_migration_that_fails_leaves_nothing_behind() {
    on_both(|engine| {
        let (url, _home) = nowhere(engine);
        let refused = Database::open(&url, with(THEN_BROKEN)).unwrap_err();
        let OpenRefused::MigrationFailed {
            number: 2, reason, ..
        } = refused
        else {
            panic!("{refused}")
        };
        assert!(reason.contains("barn"), "{reason}");
        // The first stays; the second is free to be applied once mended.
        let database = Database::open(&url, with(TWO)).unwrap();
        let sheds = database.read_blocking(|tx| tx.all(&SHEDS, &params![1_i64]));
        assert_eq!(sheds, Ok(green_shed()));
    });
}

#[test]
fn the_file_of_another_program_is_refused() {
    let (url, _home) = nowhere(Engine::Sqlite);
    let path = url.path().unwrap();
    rusqlite::Connection::open(path)
        .unwrap()
        .execute_batch("create table recipe (name text)")
        .unwrap();
    let refused = Database::open(&url, options()).unwrap_err();
    assert!(matches!(refused, OpenRefused::ForeignFile(_)), "{refused}");
    std::fs::write(
        path,
        "Dear diary, today I wrote a file that is no database at all.",
    )
    .unwrap();
    let refused = Database::open(&url, options()).unwrap_err();
    assert!(matches!(refused, OpenRefused::Unreachable { .. }), "{refused}");
}

#[test]
fn a_file_in_a_folder_that_does_not_exist_is_refused() {
    let url = DatabaseUrl::file("/nowhere/at/all/tribu.db");
    let refused = Database::open(&url, options()).unwrap_err();
    assert!(matches!(refused, OpenRefused::Unreachable { .. }), "{refused}");
}

#[cfg(unix)]
#[test]
fn a_new_file_is_closed_to_other_accounts() {
    use std::os::unix::fs::PermissionsExt;
    let (url, _home) = nowhere(Engine::Sqlite);
    let _database = Database::open(&url, options()).unwrap();
    let mode = std::fs::metadata(url.path().unwrap())
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o077, 0);
}

#[test]
fn a_server_that_confirms_before_writing_is_refused() {
    let (url, home) = nowhere(Engine::Postgres);
    let mut administrator = home.administrator();
    let name: String = administrator
        .query_one("select current_database()", &[])
        .unwrap()
        .get(0);
    administrator
        .batch_execute(&format!("alter database {name} set synchronous_commit = off"))
        .unwrap();
    let refused = Database::open(&url, options()).unwrap_err();
    let OpenRefused::UnsafeSetting { setting, value, .. } = refused else {
        panic!("{refused}")
    };
    assert_eq!((setting, value.as_str()), ("synchronous_commit", "off"));
}

#[test]
fn a_server_that_does_not_answer_is_refused() {
    let url = DatabaseUrl::parse("postgres://tribu@localhost:1/tribu").unwrap();
    let refused = Database::open(&url, options()).unwrap_err();
    assert!(matches!(refused, OpenRefused::Unreachable { .. }), "{refused}");
}
