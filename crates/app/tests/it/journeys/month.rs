//! A month closed in one sitting: prepare, read every draft, issue, follow, download.

use super::inspection::Inspection;
use super::lives::{OnOffer, open_books};
use super::served::Served;
use harness::Viewport;
use kernel::{Day, Role};

fn opened() -> Served {
    let served = Served::with_roles(&[Role::ManagingDirector]);
    served.write(|tx, system| {
        let on_offer = OnOffer::put(tx, system);
        open_books(tx, system);
        let may = Day::new(2026, 5, 1).unwrap();
        for name in ["Rose Meunier", "Yanis Perrin", "Inès Roche"] {
            on_offer.resident(tx, system, name, may);
        }
    });
    served
}

#[test]
fn a_month_is_read_issued_followed_and_its_invoices_leave_as_pdf() {
    let served = opened();
    let mut inspection = Inspection::new();
    let office = served.signed_in(Role::ManagingDirector, Viewport::DESKTOP, "/office/billing");
    inspection.see(&office, "months");
    served.go(&office, "/office/billing/2026-05");
    inspection.see(&office, "month-before");
    office.click("text=Préparer la facturation");
    office.wait_for_text("Le mois est prêt à être relu.");
    office.wait_for_text("Rose Meunier");
    office.click("details.draft summary");
    office.wait_for_text("300,00");
    inspection.see(&office, "month-review");
    office.click("text=Émettre les factures");
    office.wait_for("dialog[open]");
    inspection.see(&office, "month-confirm");
    office.click("text=Confirmer");
    office.wait_for_text("Le travail est terminé.");
    office.wait_for_text("3 faits");
    inspection.see(&office, "month-job");
    served.go(&office, "/office/billing/2026-05");
    office.wait_for_text("émis");
    inspection.see(&office, "month-issued");
    served.go(&office, "/office/billing/invoices");
    inspection.see(&office, "invoices");
    office.click("text=2026-000001");
    office.wait_for_text("300,00");
    inspection.see(&office, "invoice");
    let pdf = office.download("text=Télécharger le PDF");
    assert!(pdf.starts_with(b"%PDF-"), "an invoice leaves as PDF");
    inspection.finish();
    assert_eq!(served.faults(), Vec::<String>::new());
}
