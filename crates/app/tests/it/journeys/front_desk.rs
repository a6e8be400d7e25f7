//! A morning at the front desk, with a second screen on the counter.

use super::inspection::Inspection;
use super::lives::{OnOffer, monday, open_rooms};
use super::served::Served;
use harness::{Page, Viewport};
use kernel::Role;

fn opened() -> Served {
    let served = Served::with_roles(&[Role::Facilitator]);
    served.write(|tx, system| {
        let on_offer = OnOffer::put(tx, system);
        for (name, left) in [("Camille Durand", 11), ("Inès Roche", 28), ("Élodie Lefèvre", 1)] {
            on_offer.nomad(tx, system, name, left);
        }
        on_offer.resident(tx, system, "Rose Meunier", monday());
        open_rooms(tx, system, &["Salon bleu", "Atelier", "Verrière"]);
    });
    served
}

/// Presses `/`, types and waits for the row of somebody.
fn search(desk: &Page, letters: &str, name: &str) {
    desk.press("/");
    desk.type_text(letters);
    desk.wait_for(&format!("[data-result][aria-label='{name}']"));
}

#[test]
fn a_morning_at_the_desk_is_two_keystrokes_a_person_and_every_screen_follows() {
    let served = opened();
    let mut inspection = Inspection::new();
    let desk = served.signed_in(Role::Facilitator, Viewport::DESKTOP, "/front-desk");
    let other = served.signed_in(Role::Facilitator, Viewport::TABLET, "/front-desk");
    inspection.see(&desk, "front-desk-empty");
    search(&desk, "cam", "Camille Durand");
    inspection.see(&desk, "front-desk-search");
    desk.press("Enter");
    desk.press("Enter");
    desk.wait_for_text("Camille Durand est là pour la matinée.");
    other.wait_for_text("Camille Durand");
    search(&desk, "durand", "Camille Durand");
    desk.press("Enter");
    desk.press("j");
    desk.wait_for_text("Camille Durand reste la journée.");
    desk.wait_for_text("8 unités");
    desk.click(".last-act button");
    desk.wait_for_text("9 unités");
    search(&desk, "elod", "Élodie Lefèvre");
    desk.press("Enter");
    desk.press("Enter");
    desk.wait_for_text("Élodie Lefèvre est là pour la matinée.");
    search(&desk, "rose", "Rose Meunier");
    desk.press("Enter");
    desk.press("Enter");
    desk.wait_for_text("Rose Meunier est là");
    other.wait_for_text("Ici maintenant : 3");
    inspection.see(&desk, "front-desk");
    served.go(&desk, "/front-desk/walk-ins/new?name=Noa%20Blanc");
    inspection.see(&desk, "walk-in");
    desk.click("text=Inscrire et pointer");
    desk.wait_for_text("Noa Blanc est là");
    served.go(&desk, "/front-desk/day");
    inspection.see(&desk, "day-sheet");
    inspection.finish();
    assert_eq!(served.faults(), Vec::<String>::new());
}
