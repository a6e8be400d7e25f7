//! The way of a file through the pages.

use crate::world::World;
use axum::http::StatusCode;
use harness::{Form, Reply, Visitor, both_engines};
use kernel::Role;
use platform::jobs::{Extras, Runner};
use std::time::Duration;

const MEMBERS: &[u8] =
    b"Qui;Nom complet;Courriel\n1;Marie Dupont;marie@example.org\n2;Paul Petit;paul@example.org\n";
const UPLOAD: &str = "form[action=\"/office/imports\"]";

fn form(visitor: &mut Visitor, path: &str, selector: &str) -> Form {
    visitor.page(path).form(selector)
}

/// Hands a file in and follows to its columns.
fn hand_in(visitor: &mut Visitor, kind: &str, content: &[u8]) -> String {
    let form = form(visitor, "/office/imports", UPLOAD).with("kind", kind);
    let answer = visitor.upload(&form, "file", "C:\\export\\membres.csv", content);
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.location
}

/// Takes the columns as they were guessed, and tells where that leads.
fn keep_columns(visitor: &mut Visitor, columns: &str) -> String {
    let form = form(visitor, columns, "form[action$=\"/mapping\"]");
    visitor.post(&form).location
}

fn confirm(visitor: &mut Visitor, preview: &str) -> Reply {
    let form = form(visitor, preview, "form[action$=\"/confirmation\"]");
    visitor.post(&form)
}

fn persons(world: &World) -> usize {
    world.read(|tx, place| people::person_keys(tx, place).unwrap().len())
}

#[test]
fn a_file_goes_from_its_columns_to_its_preview_to_its_report() {
    both_engines(|db| {
        let world = World::new(db);
        let mut visitor = world.visitor(Role::Administrator);
        let columns = hand_in(&mut visitor, "people", MEMBERS);
        let page = visitor.get(&columns).html();
        assert!(
            page.says("Marie Dupont · Paul Petit") && page.says("membres.csv"),
            "{page}"
        );
        let mapping = page.form("form[action$=\"/mapping\"]");
        let chosen = |name: &str| {
            mapping
                .fields
                .iter()
                .find(|(own, _)| own == name)
                .unwrap()
                .1
                .clone()
        };
        assert_eq!(
            [chosen("column-0"), chosen("column-1"), chosen("column-2")],
            ["", "full_name", "email"]
        );

        let answer = visitor.post(&mapping.with("column-0", "identifier"));
        assert_eq!(answer.status, 303);
        let preview = visitor.get(&answer.location).html();
        assert!(
            preview.says("2 lignes du fichier vont être ajoutées"),
            "{preview}"
        );
        assert_eq!(persons(&world), 1);

        let done = confirm(&mut visitor, &answer.location);
        assert_eq!(done.status, 303);
        assert_eq!(persons(&world), 3);
        let report = visitor.get(&done.location).html();
        assert!(report.says("Ajoutés 2"), "{report}");
        assert!(
            report.says("a importé « membres.csv » : 2 lignes ajoutées"),
            "{report}"
        );
        let list = visitor.get("/office/imports").html();
        assert!(
            list.says("membres.csv") && list.says("Gina Direction") && list.says("2 ajouts"),
            "{list}"
        );
    });
}

#[test]
fn the_same_file_again_has_nothing_to_import() {
    both_engines(|db| {
        let world = World::new(db);
        let mut visitor = world.visitor(Role::ManagingDirector);
        for turn in 0..2 {
            let columns = hand_in(&mut visitor, "people", MEMBERS);
            let to = keep_columns(&mut visitor, &columns);
            if turn == 0 {
                confirm(&mut visitor, &to);
            } else {
                let preview = visitor.get(&to).html();
                assert!(preview.says("Il n’y a rien à importer"), "{preview}");
                assert!(!preview.exists("form[action$=\"/confirmation\"]"));
            }
        }
    });
}

#[test]
fn a_confirmation_sent_twice_imports_once() {
    both_engines(|db| {
        let world = World::new(db);
        let mut visitor = world.visitor(Role::Administrator);
        let columns = hand_in(&mut visitor, "people", MEMBERS);
        let preview = keep_columns(&mut visitor, &columns);
        let confirmation = form(&mut visitor, &preview, "form[action$=\"/confirmation\"]");
        let (first, second) = (visitor.post(&confirmation), visitor.post(&confirmation));
        assert_eq!(
            (first.status, second.status),
            (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER)
        );
        assert_eq!(first.location, second.location);
        assert_eq!(persons(&world), 3);
    });
}

#[test]
fn wrong_lines_are_shown_and_downloaded_and_nothing_is_lost() {
    both_engines(|db| {
        let world = World::new(db);
        let mut visitor = world.visitor(Role::Administrator);
        let file = "Nom complet;Courriel\nMarie Dupont;marie@example.org\nPaul Petit;=paul\n".as_bytes();
        let columns = hand_in(&mut visitor, "people", file);
        let to = keep_columns(&mut visitor, &columns);
        let preview = visitor.get(&to).html();
        assert!(preview.says("Une ligne est à corriger"), "{preview}");
        assert!(!preview.exists("form[action$=\"/confirmation\"]"));
        let list = visitor.get(&format!("{to}?format=csv"));
        assert!(list.text().contains("3;Courriel;'=paul;"), "{}", list.text());
        assert_eq!(persons(&world), 1);
        // The columns are still there to be changed, and leaving the wrong one out is enough.
        let mapping = form(&mut visitor, &columns, "form[action$=\"/mapping\"]").with("column-1", "");
        let to = visitor.post(&mapping).location;
        assert_eq!(confirm(&mut visitor, &to).status, 303);
        assert_eq!(persons(&world), 3);
    });
}

#[test]
fn a_column_chosen_twice_and_a_name_chosen_nowhere_are_refused_at_their_place() {
    both_engines(|db| {
        let world = World::new(db);
        let mut visitor = world.visitor(Role::Administrator);
        let columns = hand_in(&mut visitor, "people", MEMBERS);
        let mapping = form(&mut visitor, &columns, "form[action$=\"/mapping\"]");
        let twice = visitor.post(&mapping.clone().with("column-0", "email"));
        assert_eq!(twice.status, 422);
        assert!(twice.html().field_error("column-2").is_some());
        let nowhere = visitor.post(&mapping.with("column-1", ""));
        assert_eq!(nowhere.status, 422);
        assert!(
            nowhere.html().says("Aucune colonne ne porte le nom"),
            "{}",
            nowhere.html()
        );
    });
}

#[test]
fn a_file_that_is_no_table_is_refused_at_its_field() {
    both_engines(|db| {
        let world = World::new(db);
        let mut visitor = world.visitor(Role::Administrator);
        let blank = form(&mut visitor, "/office/imports", UPLOAD);
        for content in [
            &b""[..],
            b"\0\0\0",
            b"Nom;Courriel\n",
            b"PK\x03\x04",
            b"Nom;Nom\nx;y\n",
        ] {
            let answer = visitor.upload(&blank, "file", "x.csv", content);
            assert_eq!(answer.status, 422, "{}", answer.text());
            assert!(answer.html().field_error("file").is_some());
        }
        let unknown = visitor.upload(
            &blank.clone().with("kind", "people").and("kind", "dragons"),
            "file",
            "x.csv",
            b"Nom\nx\n",
        );
        assert_eq!(unknown.status, 303);
        let huge = visitor.upload(&blank, "file", "x.csv", &vec![b'x'; 13_000_000]);
        assert_eq!(huge.status, 413);
    });
}

#[test]
fn only_who_may_import_sees_any_of_it() {
    both_engines(|db| {
        let world = World::new(db);
        let mut boss = world.visitor(Role::Administrator);
        let columns = hand_in(&mut boss, "people", MEMBERS);
        let import = columns.trim_end_matches("/mapping").to_owned();
        for role in [Role::Member, Role::Facilitator, Role::Accountant] {
            let mut visitor = world.visitor(role);
            for path in ["/office/imports", &import, &columns, &format!("{import}/preview")] {
                assert_eq!(visitor.get(path).status, 403, "{role} {path}");
            }
            let upload = visitor.own_form("/office/imports").and("kind", "people");
            let answer = visitor.upload(&upload, "file", "x.csv", MEMBERS);
            assert_eq!(answer.status, 403, "{role}");
        }
        let forged = Form::to(&format!("{import}/confirmation"));
        assert_eq!(boss.post(&forged).status, 403);
        assert_eq!(boss.get("/office/imports/0000000000000").status, 404);
    });
}

#[test]
fn a_long_file_is_worked_on_in_the_background() {
    both_engines(|db| {
        let world = World::new(db);
        let mut visitor = world.visitor(Role::Administrator);
        let lines: String = (0..1_200)
            .map(|at| format!("Personne {at};p{at}@example.org\n"))
            .collect();
        let columns = hand_in(
            &mut visitor,
            "people",
            format!("Nom complet;Courriel\n{lines}").as_bytes(),
        );
        let import = columns.trim_end_matches("/mapping").to_owned();
        let job = keep_columns(&mut visitor, &columns);
        let preview = finished(&world, &mut visitor, &job);
        assert_eq!((preview, persons(&world)), (format!("{import}/preview"), 1));
        let job = confirm(&mut visitor, &format!("{import}/preview")).location;
        assert_eq!(finished(&world, &mut visitor, &job), import);
        assert_eq!(persons(&world), 1_201);
        let report = visitor.get(&import).html();
        assert!(report.says("Gina Direction"), "{report}");
    });
}

/// Does the jobs that wait, and answers where the page of this one leads.
fn finished(world: &World, visitor: &mut Visitor, job: &str) -> String {
    assert!(job.starts_with("/jobs/"), "{job}");
    let runner = Runner::start(
        world.db.clone(),
        imports::capability().jobs,
        Vec::new(),
        Extras::new(),
        1,
    );
    let patience = Duration::from_secs(120);
    let (step, mut waited) = (Duration::from_millis(50), Duration::ZERO);
    loop {
        let page = visitor.get(job).html();
        if let Some(onward) = page.attributes("section#job a.button", "href").into_iter().next() {
            runner.stop();
            return onward;
        }
        assert!(waited < patience, "{page}");
        std::thread::park_timeout(step);
        waited += step;
    }
}
