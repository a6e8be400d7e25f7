//! A room booked without ever touching a mouse or a screen (T28).

use super::lives::a_member_and_a_room;
use super::served::Served;
use harness::{Page, Viewport};

/// More presses than any page asks of anybody.
const PRESSES: usize = 200;

/// Goes on with Tab until the focus is on such an element; every stop on the way shows where it is (fields of dates and
/// hours mark their parts themselves).
#[track_caller]
fn tab_to(page: &Page, selector: &str) {
    for _ in 0..PRESSES {
        page.press("Tab");
        let state = page.evaluate(&format!(
            "(() => {{ const at = document.activeElement; const style = getComputedStyle(at);
                const within = ['date', 'time'].includes(at.type) || at === document.body;
                return {{ there: at.matches({selector:?}), what: at.outerHTML.slice(0, 120),
                    hidden: !within && style.outlineStyle === 'none' && style.boxShadow === 'none' }} }})()"
        ));
        assert_eq!(state["hidden"], false, "the focus is seen on {}", state["what"]);
        if state["there"] == true {
            return;
        }
    }
    panic!("`{selector}` is not reached by Tab on {}", page.url());
}

#[test]
fn a_room_is_booked_and_cancelled_by_keyboard_alone() {
    let served = Served::with_roles(&[]);
    let hash = served.password_hash();
    served.write(move |tx, system| a_member_and_a_room(tx, system, &hash));
    let page = served.page(Viewport::DESKTOP, "/sign-in");
    tab_to(&page, "#email");
    page.type_text("camille.durand@example.org");
    tab_to(&page, "#password");
    page.type_text(crate::world::PASSWORD);
    page.press("Enter");
    page.wait_for_absence("#password");
    tab_to(&page, "a[href='/calendar']");
    page.press("Enter");
    page.wait_for_url("/calendar");
    tab_to(&page, "#week-switch");
    page.press("Enter");
    page.wait_for("#week-table");
    tab_to(&page, "#day-2026-06-16 a[href^='/bookings/new']");
    page.press("Enter");
    page.wait_for_url("/bookings/new");
    tab_to(&page, "#title");
    page.type_text("Lecture");
    page.wait_for("#quote button[value=confirm]");
    tab_to(&page, "#quote button[value=confirm]");
    page.press("Enter");
    page.wait_for_text("C’est réservé.");
    tab_to(&page, "main a[href$='/move']");
    page.press("Enter");
    page.wait_for_url("/move");
    page.goto(&format!("{}/me/bookings", served.address));
    tab_to(&page, "main a[href$='/cancellation']");
    page.press("Enter");
    page.wait_for_url("/cancellation");
    tab_to(&page, "main form button[type=submit]");
    page.press("Enter");
    page.wait_for_text("La réservation est annulée.");
    assert_eq!(served.faults(), Vec::<String>::new());
}
