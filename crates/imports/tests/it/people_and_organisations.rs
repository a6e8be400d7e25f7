//! Files of persons and of organisations.

use crate::world::{World, day, told};
use harness::both_engines;
use imports::ImportKind::{Organisations, People};
use kernel::{Actor, Email, Name, Role};
use people::Person;
use platform::{Failure, Fault};

const MEMBERS: &str = "Nom;Prénom;Courriel;Téléphone;Société;SIREN;Membre depuis\n\
    Dupont;Marie;marie@example.org;06 12 34 56 78;La Ruche;123 456 782;14/06/2025\n\
    Petit;Paul;paul@example.org;612345679;La Ruche;;01/02/26\n\
    Roy;Ana;ana@example.org;;;;\n";

fn person(world: &World, email: &'static str) -> Person {
    let email = Email::parse(email).unwrap();
    world.read(move |tx, place| people::person_by_email(tx, place, &email).unwrap().unwrap())
}

fn persons(world: &World) -> usize {
    world.read(|tx, place| people::person_keys(tx, place).unwrap().len())
}

#[test]
fn persons_come_in_with_their_organisation_and_their_membership() {
    both_engines(|db| {
        let world = World::new(db);
        let report = world.import(People, MEMBERS);
        assert_eq!((report.created, report.known, report.organisations), (3, 0, 1));
        let (marie, paul, ana) = (
            person(&world, "marie@example.org"),
            person(&world, "paul@example.org"),
            person(&world, "ana@example.org"),
        );
        assert_eq!(marie.name.full(), "Marie Dupont");
        assert_eq!(paul.phone.unwrap().as_str(), "+33612345679");
        assert!(
            marie.organisation.is_some()
                && marie.organisation == paul.organisation
                && ana.organisation.is_none()
        );
        let member_on = |id, on: &str| {
            let on = day(on);
            world.read(move |tx, place| people::is_member_on(tx, place, id, on).unwrap())
        };
        assert!(member_on(marie.id, "2025-06-14") && !member_on(marie.id, "2025-06-13"));
        assert!(member_on(paul.id, "2026-02-01") && !member_on(ana.id, "2026-06-15"));
    });
}

#[test]
fn the_same_file_again_changes_nothing_nor_does_the_same_in_another_dialect() {
    both_engines(|db| {
        let world = World::new(db);
        world.import(People, MEMBERS);
        let again = world.import(People, MEMBERS);
        assert_eq!((again.created, again.known, again.differing), (0, 3, 0));
        let dialect = "Family name,Given name,Email,Phone,Company,SIREN,Member since\r\n\
            Dupont,Marie,MARIE@example.org,+33612345678,La Ruche,123456782,2025-06-14\r\n\
            Petit,Paul,paul@example.org,0612345679,La Ruche,,2026-02-01\r\n\
            Roy,Ana,ana@example.org,,,,\r\n";
        let again = world.import(People, dialect);
        assert_eq!((again.created, again.known, again.differing), (0, 3, 0));
        assert_eq!(persons(&world), 3);
    });
}

#[test]
fn one_wrong_line_stops_the_whole_file_and_each_wrong_cell_is_told() {
    both_engines(|db| {
        let world = World::new(db);
        let file = "Nom;Prénom;Courriel;Téléphone;SIREN;Membre depuis\n\
            Dupont;Marie;marie@example.org;;;\n\
            Petit;Paul;pas une adresse;12;123456789;31/02/2026\n\
            ;;zoe@example.org;;;\n\
            Roy;Ana;marie@example.org;;;\n";
        let report = world.try_import(People, file.as_bytes(), &[], false).unwrap();
        assert!(!report.applied);
        assert_eq!((report.created, report.refused), (1, 3));
        let text = told(&report);
        for said in [
            "line 3, Courriel “pas une adresse”",
            "line 3, Téléphone “12”",
            "line 3, SIREN “123456789”: Not a SIREN",
            "line 3, Membre depuis “31/02/2026”: There is no such day.",
            "line 4, Nom: This cell is empty",
            "line 5, Courriel “marie@example.org”: This address is Marie Dupont’s.",
            "Nothing was imported.",
        ] {
            assert!(text.contains(said), "{said} in\n{text}");
        }
        assert_eq!(persons(&world), 0);
        assert_eq!(world.faults(), [""; 0]);
    });
}

#[test]
fn a_preview_says_what_would_happen_and_changes_nothing() {
    both_engines(|db| {
        let world = World::new(db);
        let report = world.try_import(People, MEMBERS.as_bytes(), &[], true).unwrap();
        assert_eq!(
            (report.applied, report.created, report.organisations),
            (false, 3, 1)
        );
        assert!(told(&report).contains("A trial only"));
        assert_eq!(persons(&world), 0);
    });
}

#[test]
fn a_line_that_changed_since_is_told_and_left_as_it_is() {
    both_engines(|db| {
        let world = World::new(db);
        world.import(
            People,
            "ID;Nom complet;Courriel\n7;DUPONT Marie;marie@example.org\n",
        );
        let changed = world.import(
            People,
            "ID;Nom complet;Courriel\n7;DUPONT Marie;autre@example.org\n8;Luc Bel;\n",
        );
        assert_eq!((changed.created, changed.known, changed.differing), (1, 1, 1));
        assert_eq!(changed.notices[0].line, 2);
        assert_eq!(person(&world, "marie@example.org").name.full(), "Marie DUPONT");
        assert!(told(&changed).contains("line 2, ID “7”: Imported before"));
    });
}

#[test]
fn two_lines_with_one_identifier_are_refused() {
    both_engines(|db| {
        let world = World::new(db);
        let issues = world.issues(People, "ID;Nom complet\n7;Marie Dupont\n7;Luc Bel\n");
        assert_eq!(issues, [(3, "imports-cell-identifier-twice".to_owned())]);
    });
}

#[test]
fn organisations_come_in_once_whether_by_siren_or_by_name() {
    both_engines(|db| {
        let world = World::new(db);
        let file = "Raison sociale;SIREN;N° TVA;Courriel;Adresse;Code postal;Ville;Pays\n\
            La Ruche;123 456 782;;compta@example.org;1 rue Haute;1000;Bourg;France\n\
            L'Atelier;;;;;;;\n";
        assert_eq!(world.import(Organisations, file).created, 2);
        assert_eq!(world.import(Organisations, file).known, 2);
        let other = "Company name,SIRET\nRuche SAS,12345678200010\nL’ATELIER,\nTroisième,\n";
        let report = world.import(Organisations, other);
        assert_eq!((report.created, report.known), (1, 2));
        let ruche = world.read(|tx, place| {
            people::organisation_named(tx, place, &Name::parse("la ruche").unwrap())
                .unwrap()
                .unwrap()
        });
        assert_eq!(
            (ruche.address.postal_code(), ruche.address.city()),
            ("01000", "Bourg")
        );
    });
}

#[test]
fn a_title_that_says_nothing_is_mapped_by_hand() {
    both_engines(|db| {
        let world = World::new(db);
        let file = "Qui;Où écrire\nMarie Dupont;marie@example.org\n".as_bytes();
        let refused = world.try_import(People, file, &[], false).unwrap_err();
        let Failure::Refused(refused) = refused else {
            panic!("a fault")
        };
        assert_eq!(kernel::Refusal::key(&refused), "imports-refused-no-name");
        let report = world
            .try_import(People, file, &["full_name=qui", "member==oui"], false)
            .unwrap();
        assert!(report.applied);
        let marie = person(&world, "marie@example.org");
        assert!(
            world
                .read(move |tx, place| people::is_member_on(tx, place, marie.id, day("2026-06-15")).unwrap())
        );
    });
}

#[test]
fn only_who_may_run_imports_runs_them() {
    both_engines(|db| {
        let world = World::new(db);
        for (role, allowed) in [
            (Role::Member, false),
            (Role::Facilitator, false),
            (Role::Accountant, false),
            (Role::ManagingDirector, true),
            (Role::Administrator, true),
        ] {
            let grants = crate::world::capabilities()
                .map(|capability| capability.permissions)
                .concat();
            let permissions = platform::permissions_of(&[role], &grants);
            let (account, person) = (kernel::Id::from_i64(1), kernel::Id::from_i64(2));
            let actor = Actor::person(world.place.id, account, person, vec![role], permissions);
            let file = imports::FileToImport {
                kind: People,
                filename: "membres.csv",
                content: MEMBERS.as_bytes(),
                mapping: &[],
                preview: true,
            };
            let answered = imports::command(&world.db, &actor, &file);
            match answered {
                Ok(report) => assert!(allowed && report.is_clean(), "{role}"),
                Err(Failure::Fault(Fault::Forbidden)) => assert!(!allowed, "{role}"),
                Err(other) => panic!("{role}: {}", kernel_key(&other)),
            }
        }
    });
}

fn kernel_key(failure: &Failure<imports::CommandRefused>) -> String {
    match failure {
        Failure::Refused(refused) => kernel::Refusal::key(refused).to_owned(),
        Failure::Fault(fault) => fault.to_string(),
    }
}
