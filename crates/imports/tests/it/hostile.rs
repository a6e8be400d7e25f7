//! Files that are wrong by accident or by intent: a clear refusal, and nothing half done.

use crate::world::World;
use harness::both_engines;
use imports::ImportKind::{self, Bookings, CheckIns, Organisations, Passes, People, Plans};
use kernel::Refusal;
use platform::Failure;

const KINDS: [ImportKind; 6] = [Organisations, People, Plans, Passes, Bookings, CheckIns];

/// The message by which the file as a whole is refused.
#[track_caller]
fn refused(world: &World, kind: ImportKind, content: &[u8]) -> String {
    match world.try_import(kind, content, &[], false) {
        Err(Failure::Refused(refused)) => refused.key().to_owned(),
        Err(Failure::Fault(fault)) => panic!("a fault: {fault}"),
        Ok(report) => panic!("taken: {report:?}"),
    }
}

#[test]
fn what_is_no_table_is_refused_as_such() {
    both_engines(|db| {
        let world = World::new(db);
        let large = vec![b'x'; 10 * 1024 * 1024 + 1];
        let cases: [(&[u8], &str); 9] = [
            (b"", "shell-sheet-empty"),
            (b"\n\n ;;\n", "shell-sheet-empty"),
            (b"Nom;Courriel\0\nAna;x\n", "shell-sheet-unreadable"),
            (b"PK\x03\x04 not a workbook", "shell-sheet-unreadable"),
            (b"\xD0\xCF\x11\xE0 an old workbook", "shell-sheet-old-workbook"),
            (&large, "shell-sheet-too-large"),
            (
                b"Nom;Courriel;Forfait;Carnet;Salle;Date\n",
                "imports-refused-no-lines",
            ),
            (b"Nom;Courriel;nom\nAna;x;y\n", "imports-refused-title-twice"),
            (
                b"Nom;Note;Courriel\nAna;\"ouvert;x\nLuc;a;b\nZoe;c;d\n",
                "imports-refused-open-quote",
            ),
        ];
        for kind in KINDS {
            for (content, key) in cases {
                assert_eq!(refused(&world, kind, content), key, "{kind}");
            }
        }
    });
}

#[test]
fn columns_that_say_nothing_are_refused_for_every_kind() {
    both_engines(|db| {
        let world = World::new(db);
        for kind in KINDS {
            let key = refused(&world, kind, b"a;b;c\n1;2;3\n");
            assert!(
                ["imports-refused-no-name", "imports-refused-nobody-named"].contains(&key.as_str()),
                "{kind}: {key}"
            );
        }
    });
}

#[test]
fn a_file_in_another_encoding_is_read_or_its_letters_are_kept_as_they_are() {
    both_engines(|db| {
        let world = World::new(db);
        let utf16: Vec<u8> = [0xFF, 0xFE]
            .into_iter()
            .chain(
                "Nom complet;Courriel\nÉlodie Roy;e@example.org\n"
                    .encode_utf16()
                    .flat_map(u16::to_le_bytes),
            )
            .collect();
        assert_eq!(world.try_import(People, &utf16, &[], false).unwrap().created, 1);
        let windows = b"Nom complet;Courriel\nNo\xEBl Petit;n@example.org\n";
        assert_eq!(world.try_import(People, windows, &[], false).unwrap().created, 1);
        let names = world.read(|tx, place| people::person_keys(tx, place).unwrap());
        let names: Vec<String> = names.iter().map(|key| key.name.full()).collect();
        assert_eq!(names, ["Élodie Roy", "Noël Petit"]);
    });
}

#[test]
fn formulas_and_ragged_lines_are_told_line_by_line() {
    both_engines(|db| {
        let world = World::new(db);
        let file = "Nom complet;Courriel;Notes\n\
            =HYPERLINK(\"http://x\");a@example.org;\n\
            Ana Roy;a@example.org;=1+1\n\
            Luc Bel;luc@example.org;note;de trop\n\
            Zoé Pic\n";
        let issues = world.issues(People, file);
        let keys: Vec<(usize, &str)> = issues.iter().map(|(line, key)| (*line, key.as_str())).collect();
        assert_eq!(
            keys,
            [
                (2, "imports-cell-formula"),
                (3, "imports-cell-formula"),
                (4, "imports-cell-too-many-cells")
            ]
        );
    });
}

#[test]
fn values_made_to_break_things_are_refused_in_every_kind() {
    both_engines(|db| {
        let world = World::new(db);
        world.import(People, "Nom complet;Courriel\nMarie Dupont;marie@example.org\n");
        let long = "x".repeat(4_000);
        let nasty = [
            "' or 1=1 --",
            "<script>alert(1)</script>",
            "%00",
            "\u{202e}eiraM",
            "9".repeat(400).as_str(),
            &long,
            "-1",
            "1e999",
            "NaN",
        ]
        .map(str::to_owned);
        for value in nasty {
            let files = [
                (
                    Plans,
                    format!("Nom;Forfait;Début;Prix\nMarie Dupont;{value};{value};{value}\n"),
                ),
                (
                    Passes,
                    format!(
                        "Nom;Carnet;Unités;Solde;Date d'achat\nMarie Dupont;{value};{value};{value};{value}\n"
                    ),
                ),
                (
                    Bookings,
                    format!("Nom;Salle;Début;Fin\nMarie Dupont;{value};{value};{value}\n"),
                ),
                (
                    CheckIns,
                    format!("Nom;Date;Créneau\nMarie Dupont;{value};{value}\n"),
                ),
                (
                    People,
                    format!("Nom complet;Courriel;SIREN;Pays\nAna Roy;{value};{value};{value}\n"),
                ),
                (
                    Organisations,
                    format!("Raison sociale;SIREN;N° TVA\nLa Ruche;{value};{value}\n"),
                ),
            ];
            for (kind, file) in files {
                assert!(!world.issues(kind, &file).is_empty(), "{kind} {value}");
            }
        }
        assert_eq!(
            world.read(|tx, place| people::person_keys(tx, place).unwrap().len()),
            1
        );
        assert_eq!(world.faults(), [""; 0]);
    });
}

#[test]
fn years_out_of_reach_are_refused() {
    both_engines(|db| {
        let world = World::new(db);
        world.import(People, "Nom complet\nMarie Dupont\n");
        for when in ["31/12/9999", "0001-01-01", "9999-12-31T23:59:59"] {
            let bookings = format!("Nom;Salle;Début;Durée\nMarie Dupont;Salon;{when} 09:00;2h\n");
            assert!(!world.issues(Bookings, &bookings).is_empty(), "{when}");
            let visits = format!("Nom;Date;Créneau\nMarie Dupont;{when};matin\n");
            assert_eq!(
                world.issues(CheckIns, &visits),
                [(2, "imports-cell-far-day".to_owned())]
            );
        }
        let endless = "Nom;Salle;Début;Fin\nMarie Dupont;Salon;01/01/2026 09:00;01/01/2099 09:00\n";
        assert_eq!(world.issues(Bookings, endless).len(), 1);
    });
}

#[test]
fn too_many_lines_are_refused_before_any_is_tried() {
    both_engines(|db| {
        let world = World::new(db);
        let file = format!("Nom complet\n{}", "Ana Roy\n".repeat(10_001));
        assert_eq!(
            refused(&world, People, file.as_bytes()),
            "imports-refused-too-many-lines"
        );
    });
}
