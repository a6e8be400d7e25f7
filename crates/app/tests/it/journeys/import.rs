//! The people of another program come in with their file, and the same file again changes nothing.

use super::inspection::Inspection;
use super::served::Served;
use harness::{Page, Viewport};
use kernel::Role;
use std::path::Path;

const FILE: &str = "Nom complet;Courriel;Téléphone;Date d’adhésion\n\
    Léa Fontaine;lea.fontaine@example.org;01 23 45 67 89;03/02/2025\n\
    Malo Garnier;malo.garnier@example.org;;15/09/2025\n";

/// Hands the file in and goes as far as its preview.
fn preview(served: &Served, office: &Page, file: &Path, inspection: &mut Inspection) {
    served.go(office, "/office/imports");
    inspection.see(office, "imports");
    office.click("input[name=kind][value=people]");
    office.upload("#file", file);
    office.click("main form.stack button.primary");
    office.wait_for_url("/mapping");
    inspection.see(office, "import-mapping");
    office.click("text=Voir ce que cela donnerait");
    office.wait_for_text("Aperçu avant import");
    inspection.see(office, "import-preview");
}

#[test]
fn a_file_is_mapped_previewed_and_imported_and_a_second_time_changes_nothing() {
    let served = Served::with_roles(&[Role::ManagingDirector]);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("membres.csv");
    std::fs::write(&file, FILE).unwrap();
    let mut inspection = Inspection::new();
    let office = served.signed_in(Role::ManagingDirector, Viewport::DESKTOP, "/office/imports");
    preview(&served, &office, &file, &mut inspection);
    office.wait_for_text("2 lignes du fichier vont être ajoutées");
    office.click("text=Importer");
    office.wait_for_text("Ajoutés");
    inspection.see(&office, "import-report");
    served.go(&office, "/office/people?q=fontaine");
    office.wait_for_text("Fontaine Léa");
    inspection.see(&office, "people");
    preview(&served, &office, &file, &mut inspection);
    office.wait_for_text("Tout ce que contient ce fichier est déjà là.");
    assert!(
        !office.exists("form[action$='/confirmation']"),
        "there is nothing to confirm"
    );
    inspection.finish();
    assert_eq!(served.faults(), Vec::<String>::new());
}
