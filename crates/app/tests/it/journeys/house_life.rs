//! A lived-in house on an ordinary day: keys, notes, lists, shifts, what is broken, what is consumed (T9, T15, T22, T23, T24, T41).

use super::inspection::Inspection;
use super::served::Served;
use harness::{Page, Viewport};

fn member(served: &Served) -> Page {
    served.signed_in_with("membre@example.org", app::demo::PASSWORD, Viewport::PHONE)
}

fn desk(served: &Served) -> Page {
    served.signed_in_with("facilitation@example.org", app::demo::PASSWORD, Viewport::DESKTOP)
}

#[test]
fn a_key_goes_out_against_a_deposit_and_comes_back() {
    let served = Served::lived_in();
    let mut inspection = Inspection::new();
    let desk = desk(&served);
    served.go(&desk, "/front-desk/items");
    desk.click("section[aria-labelledby=free] .line-acts a");
    desk.fill("#q", "lucie");
    desk.click("form[role=search][action^='/front-desk/items/'] button[type=submit]");
    desk.click("section[aria-labelledby=who] ul.lines a");
    desk.wait_for("#deposit");
    desk.fill("#deposit", "20,00");
    desk.fill("#method", "espèces");
    inspection.see(&desk, "item-handing");
    desk.click("form[action$='/loans'] button[type=submit]");
    desk.wait_for_absence("#deposit");
    served.go(&desk, "/front-desk/items");
    desk.wait_for_text("Lucie Amrani");
    desk.click("section[aria-labelledby=out] li:last-child .line-acts a");
    desk.wait_for("form[action$='/ending']");
    inspection.see(&desk, "item-return");
    desk.click("#outcome label:first-of-type");
    desk.click("form[action$='/ending'] button[type=submit]");
    desk.wait_for_absence("form[action$='/ending']");
    inspection.finish();
    assert_eq!(served.faults(), Vec::<String>::new());
}

#[test]
fn the_day_is_handed_over_with_a_note_a_list_and_a_shift_to_come() {
    let served = Served::lived_in();
    let mut inspection = Inspection::new();
    let desk = desk(&served);
    served.go(&desk, "/front-desk/notes");
    desk.fill("#body", "Le bac de la cour est plein, la benne passe jeudi.");
    desk.click("form[action='/front-desk/notes'] button[type=submit]");
    desk.wait_for_text("la benne passe jeudi");
    inspection.see(&desk, "notes-left");
    served.go(&desk, "/front-desk/checklists");
    desk.click("#closing ~ ul form[action$='/tick'] button");
    desk.wait_for("#closing ~ ul form[action$='/undoing']");
    inspection.see(&desk, "checklist-ticked");
    served.go(&desk, "/front-desk/duty?week=2026-06-22");
    desk.click("main a[href^='/front-desk/duty/assign']");
    desk.fill("#q", "lucie");
    desk.click("form[role=search][action='/front-desk/duty/assign'] button[type=submit]");
    inspection.see(&desk, "duty-assign");
    desk.click("form[action='/front-desk/duty'] button");
    desk.wait_for_text("Lucie Amrani");
    let phone = member(&served);
    served.go(&phone, "/me/duty");
    phone.wait_for_text("juin 2026");
    inspection.see(&phone, "my-duty-taken");
    inspection.finish();
    assert_eq!(served.faults(), Vec::<String>::new());
}

#[test]
fn what_a_member_reports_is_taken_in_hand_and_a_coffee_goes_on_the_account() {
    let served = Served::lived_in();
    let mut inspection = Inspection::new();
    let phone = member(&served);
    served.go(&phone, "/me/incidents");
    phone.fill("#title", "La porte du jardin ferme mal");
    phone.click("#urgency label:first-of-type");
    phone.click("form[action='/me/incidents'] button[type=submit]");
    phone.wait_for_text("La porte du jardin ferme mal");
    inspection.see(&phone, "incident-reported");
    let desk = desk(&served);
    served.go(&desk, "/front-desk/incidents");
    desk.click("text=La porte du jardin ferme mal");
    desk.wait_for("main form");
    inspection.see(&desk, "incident-at-the-desk");
    served.go(&desk, "/office/people?q=lucie");
    desk.click("main table a[href^='/office/people/']");
    desk.click("main a[href$='/consumption']");
    desk.wait_for("#quantity");
    desk.fill("#quantity", "2");
    desk.click("form[action$='/consumption'] button[type=submit]");
    desk.wait_for("form[action$='/removal']");
    assert!(
        desk.text("section[aria-labelledby=open]").contains('€'),
        "what it costs is said"
    );
    inspection.see(&desk, "consumption-added");
    desk.click("form[action$='/removal'] button");
    desk.wait_for_absence("form[action$='/removal']");
    inspection.finish();
    assert_eq!(served.faults(), Vec::<String>::new());
}
