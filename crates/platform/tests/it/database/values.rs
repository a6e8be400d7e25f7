//! Every type of value comes back as it went, from both engines.

use kernel::{Day, Email, Id, Instant, Locale, MinuteOfDay, Money, Rate, Weekday, Zone};
use platform::database::{DatabaseError, Migration, Options, check_all_statements, params, row, statement};

use super::{Database, Engine, counters, nowhere, on_both, options, with_place};

/// A table of the test's own.
static SHELF: &[Migration] = &[Migration {
    number: 1,
    name: "shelf",
    sql: "-- owner: test. Columns of each kind.
        create table shelf (
            place_id bigint not null,
            id bigint not null,
            flag bigint not null,
            at bigint not null,
            price bigint not null,
            tax bigint not null,
            minute bigint not null,
            weekday bigint not null,
            day text not null,
            email text not null,
            zone text not null,
            locale text not null,
            words text not null,
            content bytea not null,
            maybe bigint,
            note text,
            picture bytea,
            constraint shelf_pk primary key (place_id, id)
        );",
}];

row! {
    #[derive(Debug, Clone, PartialEq)]
    struct ShelfRow {
        place_id: i64,
        id: Id<()>,
        flag: bool,
        at: Instant,
        price: Money,
        tax: Rate,
        minute: MinuteOfDay,
        weekday: Weekday,
        day: Day,
        email: Email,
        zone: Zone,
        locale: Locale,
        words: String,
        content: Vec<u8>,
        maybe: Option<i64>,
        note: Option<String>,
        picture: Option<[u8; 3]>,
    }

    #[derive(Debug, PartialEq)]
    struct ComputedRow {
        many: i64,
        total: Money,
        known: bool,
        absent: Option<i64>,
    }

    #[derive(Debug, PartialEq)]
    struct WordsRow {
        words: String,
    }

    #[derive(Debug)]
    struct WrongRow {
        words: bool,
    }
}

statement! {
    PUT -> ShelfRow = "
        insert into shelf (place_id, id, flag, at, price, tax, minute, weekday, day, email, zone, locale,
            words, content, maybe, note, picture)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
        returning place_id, id, flag, at, price, tax, minute, weekday, day, email, zone, locale,
            words, content, maybe, note, picture";
    COMPUTED -> ComputedRow = "
        select count(*) as many, cast(sum(price) as bigint) as total,
            exists (select 1 from shelf where id = $2) as known, cast(null as bigint) as absent
        from shelf
        where place_id = $1";
    LIKE -> WordsRow = "
        select words
        from shelf
        where place_id = $1 and words like $2 escape '\\'
        order by words";
    DOLLAR -> WordsRow = "select words from shelf where place_id = $1 and words = 'It costs $2'";
    MISFIT -> WrongRow = "select words from shelf where place_id = $1";
    ABSENT -> WordsRow = "select words from cellar where place_id = $1";
    RENAMED -> WordsRow = "select words as text_of_it from shelf where place_id = $1";
}

fn shelf(engine: Engine) -> (Database, super::Home) {
    let (url, home) = nowhere(engine);
    let options = Options {
        migrations: SHELF,
        ..options()
    };
    (Database::open(&url, options).unwrap(), home)
}

fn item(id: i64, words: &str) -> ShelfRow {
    ShelfRow {
        place_id: 1,
        id: Id::from_i64(id),
        flag: true,
        at: Instant::from_micros(-1),
        price: Money::from_cents(-15_000),
        tax: Rate::from_basis_points(550),
        minute: MinuteOfDay::from_minutes(1_439).unwrap(),
        weekday: Weekday::from_number(7).unwrap(),
        day: Day::parse("2028-02-29").unwrap(),
        email: Email::parse("claire@example.org").unwrap(),
        zone: Zone::parse("Europe/Paris").unwrap(),
        locale: Locale::Fr,
        words: words.to_owned(),
        content: vec![0, 255, 10, 0],
        maybe: Some(i64::MIN),
        note: Some(String::new()),
        picture: Some([1, 2, 3]),
    }
}

fn put(database: &Database, item: &ShelfRow) -> Result<ShelfRow, DatabaseError> {
    let row = item.clone();
    database.write_blocking(move |tx| {
        let values = params![
            row.place_id,
            row.id,
            row.flag,
            row.at,
            row.price,
            row.tax,
            row.minute,
            row.weekday,
            row.day,
            row.email,
            row.zone,
            row.locale,
            row.words,
            row.content,
            row.maybe,
            row.note,
            row.picture
        ];
        tx.one(&PUT, &values)
    })
}

#[test]
fn every_kind_of_value_comes_back_as_it_went() {
    on_both(|engine| {
        let (database, _home) = shelf(engine);
        let full = item(i64::MAX, "L’été à Œuilly, « enfin » 🌻 '$1' \\ \"");
        assert_eq!(put(&database, &full), Ok(full));
        let bare = ShelfRow {
            flag: false,
            maybe: None,
            note: None,
            picture: None,
            ..item(0, "")
        };
        assert_eq!(put(&database, &bare), Ok(bare));
    });
}

#[test]
fn computed_columns_are_read_alike() {
    on_both(|engine| {
        let (database, _home) = shelf(engine);
        put(&database, &item(1, "a")).unwrap();
        put(&database, &item(2, "b")).unwrap();
        let computed = database.read_blocking(|tx| tx.one(&COMPUTED, &params![1_i64, 2_i64]));
        let expected = ComputedRow {
            many: 2,
            total: Money::from_cents(-30_000),
            known: true,
            absent: None,
        };
        assert_eq!(computed, Ok(expected));
    });
}

#[test]
fn text_sorts_and_matches_alike() {
    on_both(|engine| {
        let (database, _home) = shelf(engine);
        for (id, words) in ["b", "Zoé", "a_c", "É", "abc", "Abc", "-a"].iter().enumerate() {
            put(&database, &item(id as i64, words)).unwrap();
        }
        let ask = |pattern: &'static str| {
            let rows = database.read_blocking(move |tx| tx.all(&LIKE, &params![1_i64, pattern]));
            rows.unwrap().into_iter().map(|row| row.words).collect::<Vec<_>>()
        };
        assert_eq!(ask("%"), ["-a", "Abc", "Zoé", "a_c", "abc", "b", "É"]);
        assert_eq!(ask("a%"), ["a_c", "abc"]);
        assert_eq!(ask("a\\_%"), ["a_c"]);
    });
}

#[test]
fn a_dollar_inside_quotes_is_no_parameter() {
    on_both(|engine| {
        let (database, _home) = shelf(engine);
        put(&database, &item(1, "It costs $2")).unwrap();
        let found = database.read_blocking(|tx| tx.all(&DOLLAR, &params![1_i64]));
        assert_eq!(
            found,
            Ok(vec![WordsRow {
                words: "It costs $2".to_owned()
            }])
        );
    });
}

#[test]
fn a_value_that_does_not_fit_its_type_names_its_column() {
    on_both(|engine| {
        let (database, _home) = shelf(engine);
        put(&database, &item(1, "a")).unwrap();
        let read = database.read_blocking(|tx| tx.one(&MISFIT, &params![1_i64]));
        let Err(DatabaseError::Value { column, .. }) = read else {
            panic!("{read:?}")
        };
        assert_eq!(column, "words");
    });
}

#[test]
fn the_check_of_all_statements_finds_those_that_do_not_fit() {
    on_both(|engine| {
        let (database, _home) = shelf(engine);
        let found = check_all_statements(&database).unwrap();
        let about = |name: &str| {
            found
                .iter()
                .find(|one| one.place.ends_with(name))
                .map(|one| one.reason.clone())
        };
        assert_eq!(about(" PUT"), None);
        assert_eq!(about(" COMPUTED"), None);
        assert_eq!(about(" LIKE"), None);
        assert_eq!(about(" MISFIT").unwrap(), "`words` is text, its row reads bigint");
        assert_eq!(
            about(" RENAMED").unwrap(),
            "answers with `text_of_it` where its row has `words`"
        );
        assert!(about(" ABSENT").unwrap().contains("cellar"));
    });
}

#[test]
fn the_statements_over_the_platform_s_own_tables_fit_them() {
    on_both(|engine| {
        let fresh = with_place(engine);
        let found = check_all_statements(&fresh.database).unwrap();
        // These tests have schemas of their own.
        let elsewhere = ["values.rs", "opening.rs", "backup.rs"];
        let misfits: Vec<_> = found
            .iter()
            .filter(|one| !elsewhere.iter().any(|file| one.place.contains(file)))
            .collect();
        assert!(misfits.is_empty(), "{misfits:?}");
        assert_eq!(counters(&fresh.database), []);
    });
}
