//! The first evening of a place: one link, four short steps, and the door opens.

use super::inspection::Inspection;
use super::served::Served;
use harness::Viewport;

#[test]
fn four_short_steps_open_a_place_and_its_administrator_walks_in() {
    let served = Served::unopened();
    let token = app::set_up_token(&served.db)
        .unwrap()
        .expect("an empty house has a link");
    let mut inspection = Inspection::new();
    let page = served.page(Viewport::DESKTOP, &format!("/set-up/{token}"));
    inspection.see(&page, "set-up-place");
    page.fill("label=Nom du lieu", "Le Phare");
    page.click("text=Continuer");
    page.wait_for("label=Ouvre à");
    inspection.see(&page, "set-up-hours");
    page.fill("label=Ouvre à", "08:30");
    page.click("text=Continuer");
    page.wait_for_text("Ses premiers espaces");
    inspection.see(&page, "set-up-rooms");
    page.click("text=Continuer");
    page.wait_for("label=Prénom");
    page.fill("label=Prénom", "Inès");
    page.fill("label=Nom", "Laroche");
    page.fill("label=Adresse électronique", "ines@example.org");
    page.fill("label=Mot de passe", "court");
    page.click("text=Ouvrir le lieu");
    page.wait_for("#password-error");
    assert_eq!(page.value("label=Prénom"), "Inès", "what was typed stays");
    inspection.see(&page, "set-up-administrator");
    page.fill("label=Mot de passe", "une phrase assez longue");
    page.click("text=Ouvrir le lieu");
    page.wait_for_url("/office");
    page.wait_for_text("Votre lieu est ouvert");
    inspection.see(&page, "office-first-day");
    served.go(&page, "/");
    inspection.see(&page, "home");
    page.goto(&format!("{}/set-up/{token}", served.address));
    assert_eq!(page.status(), 404, "the link works once");
    inspection.see(&page, "set-up-spent");
    inspection.finish();
    assert_eq!(served.faults(), Vec::<String>::new());
}
