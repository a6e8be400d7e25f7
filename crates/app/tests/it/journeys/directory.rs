//! The directory: a card kept on a phone, a member found in spite of a slip of the finger and written to, a need met.

use super::inspection::Inspection;
use super::lives::{account, monday, person};
use super::served::Served;
use harness::Viewport;
use people::become_member;

fn opened() -> Served {
    let served = Served::with_roles(&[]);
    let hash = served.password_hash();
    served.write(move |tx, system| {
        for name in ["Camille Durand", "Noa Blanc"] {
            let person = person(tx, system, name);
            become_member(tx, system, person, monday()).unwrap();
            account(tx, system, person, &hash);
        }
    });
    served
}

#[test]
fn members_show_themselves_find_each_other_and_help() {
    let served = opened();
    let mut inspection = Inspection::new();
    let phone = served.signed_in_as("camille.durand@example.org", Viewport::PHONE, "/directory");
    inspection.see(&phone, "directory-empty");
    phone.click("main a[href='/me/card']");
    phone.wait_for("#trade");
    phone.fill("#trade", "Graphiste");
    phone.fill("#skills", "Affiche, Logo");
    inspection.see(&phone, "my-card");
    phone.click("main button[type=submit]");
    phone.wait_for_text("Votre fiche est enregistrée.");
    let desk = served.signed_in_as("noa.blanc@example.org", Viewport::DESKTOP, "/directory");
    desk.fill("#q", "grafiste");
    desk.click("form[role=search] button[type=submit]");
    desk.wait_for_text("Camille Durand");
    inspection.see(&desk, "directory");
    desk.click("a.card");
    desk.wait_for("#text");
    inspection.see(&desk, "directory-card");
    assert!(
        !desk.text("body").contains("camille.durand@example.org"),
        "the address stays with the house"
    );
    desk.fill("#text", "Une affiche pour juin ?");
    desk.click("form[action$='/letters'] button[type=submit]");
    desk.wait_for_text("Votre message est parti.");
    served.go(&desk, "/board/new");
    desk.fill("#title", "Une affiche pour juin");
    desk.fill("#skills", "affiches");
    inspection.see(&desk, "notice-form");
    desk.click("main button[type=submit]");
    desk.wait_for_text("Qui pourrait aider");
    assert!(desk.text("main").contains("Camille Durand"));
    inspection.see(&desk, "notice");
    served.go(&phone, "/board");
    phone.wait_for_text("Une affiche pour juin");
    inspection.see(&phone, "board");
    desk.click("text=C’est trouvé");
    desk.wait_for_text("a trouvé sa réponse");
    inspection.finish();
    assert_eq!(served.faults(), Vec::<String>::new());
}
