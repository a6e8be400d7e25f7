//! What is held about people is declared: every column that means somebody, on both engines.

use app::composition::declarations;
use harness::both_engines;
use platform::database::SchemaColumn;
use platform::{Catalogue, Fault};
use std::collections::BTreeSet;

/// Tables whose rows mean the place itself, and columns that only look as if they meant somebody.
const OF_NOBODY: &[(&str, &str)] = &[
    ("place", "name"),
    ("setting", "name"),
    ("counter", "name"),
    ("seller", "email"),
    ("seller", "phone"),
    ("seller", "street"),
    ("seller", "city"),
    ("seller", "postal_code"),
];

/// Whether a column means somebody: it refers to a person, an account or an organisation, or is called like what does.
fn means_somebody(column: &SchemaColumn) -> bool {
    const NAMED: &[&str] = &[
        "address",
        "agent",
        "author_id",
        "buyer",
        "buyer_name",
        "caller_name",
        "city",
        "email",
        "family_name",
        "given_name",
        "guest_name",
        "owner_id",
        "phone",
        "postal_code",
        "recipient",
        "recipient_name",
        "reporter_id",
        "street",
    ];
    let name = column.column.as_str();
    let refers = ["person", "account", "organisation", "customer"].contains(&column.refers_to.as_str());
    let holds =
        name.ends_with("person_id") || name.ends_with("account_id") || name.ends_with("actor_account");
    let did = name.ends_with("_by") && name != "sorted_by";
    // What is owed belongs to whom it is charged to: the row of the person says who that is.
    let charged = column.refers_to == "customer" && name == "customer_id";
    (refers && !charged) || holds || did || NAMED.contains(&name)
}

#[test]
fn every_column_that_means_somebody_is_declared_by_the_capability_that_holds_it() {
    both_engines(|db| {
        let schema = db.read_blocking(|tx| tx.schema()).unwrap();
        assert!(schema.len() > 400, "the schema was read: {}", schema.len());
        let declarations = declarations();
        let undeclared: Vec<String> = schema
            .iter()
            .filter(|column| means_somebody(column))
            .filter(|column| !OF_NOBODY.contains(&(column.table.as_str(), column.column.as_str())))
            .filter(|column| {
                !declarations
                    .tables()
                    .any(|held| held.table == column.table && held.names(&column.column))
            })
            .map(|column| format!("{}.{}", column.table, column.column))
            .collect();
        assert!(
            undeclared.is_empty(),
            "declare what these hold about people in the `personal.rs` of their capability: {undeclared:#?}"
        );
    });
}

#[test]
fn what_is_declared_exists_on_both_engines_and_is_declared_once() {
    both_engines(|db| {
        let schema = db.read_blocking(|tx| tx.schema()).unwrap();
        let known: BTreeSet<(String, String)> = schema
            .into_iter()
            .map(|column| (column.table, column.column))
            .collect();
        let mut tables = BTreeSet::new();
        for held in declarations().tables() {
            assert!(tables.insert(held.table), "{} is declared twice", held.table);
            let named = held
                .owners
                .iter()
                .map(|owner| owner.column())
                .chain(held.doers.iter().copied())
                .chain(held.accounts.iter().copied())
                .chain(held.organisations.iter().copied())
                .chain(held.shown.iter().copied())
                .chain(held.texts.iter().copied())
                .chain(held.hidden.iter().copied());
            for column in named {
                let column = (held.table.to_owned(), column.to_owned());
                assert!(known.contains(&column), "{column:?} does not exist");
            }
        }
    });
}

#[test]
fn every_declared_statement_runs_on_both_engines() {
    both_engines(|db| {
        let who = platform::database::Somebody {
            person: kernel::Id::from_i64(1),
            account: Some(kernel::Id::from_i64(2)),
            email: Some("nobody@example.org".to_owned()),
        };
        let place = kernel::PlaceId::from_i64(1);
        db.write_blocking(move |tx| {
            for held in declarations().tables() {
                tx.held_rows(held, place, &who)?;
                tx.held_count(held, place, &who)?;
                tx.replace_in_texts(held, place, &[("x".to_owned(), "y".to_owned())])?;
                for column in held.organisations.iter().chain(held.doers).chain(held.accounts) {
                    tx.move_held(held, column, place, (1, 2))?;
                }
                for owner in held.owners.iter().filter(|owner| owner.column() != "id") {
                    if let platform::personal::Owner::Person(column) = owner {
                        tx.move_held(held, column, place, (1, 2))?;
                    }
                }
            }
            for held in declarations().tables() {
                tx.erase_held(held, place, &who)?;
            }
            Ok::<_, Fault>(())
        })
        .unwrap();
    });
}

#[test]
fn every_kind_of_data_and_every_column_of_a_copy_has_its_words() {
    let messages: Vec<_> = app::composition::capabilities()
        .iter()
        .map(|one| one.messages)
        .collect();
    let catalogue = Catalogue::new(&messages).unwrap();
    for holding in declarations().holdings() {
        assert!(catalogue.has(holding.name), "{}", holding.name);
        assert!(
            catalogue.has(&format!("{}-purpose", holding.name)),
            "{}",
            holding.name
        );
        if holding.fate == platform::personal::Fate::Kept {
            assert!(
                catalogue.has(&format!("{}-law", holding.name)),
                "{}",
                holding.name
            );
        }
        for column in holding.tables.iter().flat_map(|held| held.shown) {
            let key = format!("privacy-column-{}", column.replace('_', "-"));
            assert!(catalogue.has(&key), "{key}");
        }
    }
}

#[test]
fn the_table_of_the_rules_says_how_long_each_kind_is_kept() {
    let messages: Vec<_> = app::composition::capabilities()
        .iter()
        .map(|one| one.messages)
        .collect();
    let catalogue = Catalogue::new(&messages).unwrap();
    let guide = include_str!("../../../../docs/rules.md");
    let (_, rows) = guide.split_once("| kind | usual | least | most |\n").unwrap();
    let said: BTreeSet<&str> = rows
        .lines()
        .skip(1)
        .take_while(|line| line.starts_with('|'))
        .collect();
    let held: BTreeSet<String> = declarations()
        .holdings()
        .filter_map(|holding| Some((holding, holding.retention?)))
        .map(|(holding, kept)| {
            let kind = catalogue.text(kernel::Locale::En, holding.name, &[]);
            format!("| {kind} | {} | {} | {} |", kept.usual, kept.least, kept.most)
        })
        .collect();
    assert_eq!(held.iter().map(String::as_str).collect::<BTreeSet<_>>(), said);
}
