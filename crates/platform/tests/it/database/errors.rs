//! What the database refuses, under the same name on both engines.

use platform::database::{DatabaseError, params, statement};

use super::{ADD_COUNTER, ADD_PLACE, MORNING, on_both, with_place};

statement! {
    ADD_HOST = "
        insert into place (place_id, name, zone, language, currency, host, demonstration, created_at)
        values ($1, $2, 'Europe/Paris', 'fr', 'EUR', $3, $4, 0)";
    ADD_JOB = "
        insert into job (place_id, id, kind, payload, state, run_at, attempts, max_attempts,
            progress_done, progress_total, unique_key, created_at)
        values ($1, $2, 'reminder', '', $3, 0, 0, 3, 0, 0, $4, 0)";
    FORGET_PLACE = "delete from place where place_id = $1";
    EMPTY_NAME = "update place set name = $2 where place_id = $1";
}

fn constraint(name: &str) -> DatabaseError {
    DatabaseError::Constraint {
        name: name.to_owned(),
    }
}

#[test]
fn a_key_taken_twice_is_refused_by_its_name() {
    on_both(|engine| {
        let fresh = with_place(engine);
        let database = &fresh.database;
        let place = database.write_blocking(|tx| tx.run(&ADD_PLACE, &params![1_i64, "Le Comptoir", MORNING]));
        assert_eq!(place, Err(constraint("place_pk")));
        let counter = database.write_blocking(|tx| {
            tx.run(&ADD_COUNTER, &params![1_i64, "invoice", 1_i64])?;
            tx.run(&ADD_COUNTER, &params![1_i64, "invoice", 1_i64])
        });
        assert_eq!(counter, Err(constraint("counter_pk")));
    });
}

#[test]
fn a_unique_constraint_and_a_unique_index_say_their_names() {
    on_both(|engine| {
        let fresh = with_place(engine);
        let database = &fresh.database;
        let host = database.write_blocking(|tx| {
            tx.run(&ADD_HOST, &params![2_i64, "Le Phare", "phare.example.org", false])?;
            tx.run(&ADD_HOST, &params![3_i64, "La Halle", "phare.example.org", false])
        });
        assert_eq!(host, Err(constraint("place_host_unique")));
        let job = database.write_blocking(|tx| {
            tx.run(&ADD_JOB, &params![1_i64, 1_i64, "waiting", None::<String>])?;
            tx.run(&ADD_JOB, &params![1_i64, 2_i64, "waiting", None::<String>])?;
            tx.run(&ADD_JOB, &params![1_i64, 3_i64, "waiting", "night"])?;
            tx.run(&ADD_JOB, &params![1_i64, 4_i64, "waiting", "night"])
        });
        assert_eq!(job, Err(constraint("job_unique_key")));
    });
}

#[test]
fn a_check_says_its_name() {
    on_both(|engine| {
        let fresh = with_place(engine);
        let database = &fresh.database;
        let state =
            database.write_blocking(|tx| tx.run(&ADD_JOB, &params![1_i64, 1_i64, "lost", None::<String>]));
        assert_eq!(state, Err(constraint("job_state_known")));
        let name = database.write_blocking(|tx| tx.run(&EMPTY_NAME, &params![1_i64, ""]));
        assert_eq!(name, Err(constraint("place_name_filled")));
    });
}

#[test]
fn a_missing_value_says_its_column() {
    on_both(|engine| {
        let fresh = with_place(engine);
        let database = &fresh.database;
        let name = database.write_blocking(|tx| tx.run(&EMPTY_NAME, &params![1_i64, None::<String>]));
        assert_eq!(
            name,
            Err(DatabaseError::NotNull {
                column: "place.name".to_owned()
            })
        );
    });
}

#[test]
fn a_reference_must_lead_somewhere() {
    on_both(|engine| {
        let fresh = with_place(engine);
        let database = &fresh.database;
        let nowhere = database.write_blocking(|tx| tx.run(&ADD_COUNTER, &params![9_i64, "invoice", 1_i64]));
        assert_eq!(nowhere, Err(DatabaseError::ForeignKey));
        let orphan = database.write_blocking(|tx| {
            tx.run(&ADD_COUNTER, &params![1_i64, "invoice", 1_i64])?;
            tx.run(&FORGET_PLACE, &params![1_i64])
        });
        assert_eq!(orphan, Err(DatabaseError::ForeignKey));
    });
}

#[test]
fn a_value_of_the_wrong_kind_is_refused() {
    on_both(|engine| {
        let fresh = with_place(engine);
        let database = &fresh.database;
        let text = database.write_blocking(|tx| tx.run(&ADD_COUNTER, &params![1_i64, "invoice", "twelve"]));
        assert!(matches!(text, Err(DatabaseError::Other(_))), "{text:?}");
        let zero = database.write_blocking(|tx| tx.run(&ADD_COUNTER, &params![1_i64, "in\0voice", 1_i64]));
        assert!(matches!(zero, Err(DatabaseError::Other(_))), "{zero:?}");
        let few = database.write_blocking(|tx| tx.run(&ADD_COUNTER, &params![1_i64, "invoice"]));
        assert!(matches!(few, Err(DatabaseError::Other(_))), "{few:?}");
    });
}
