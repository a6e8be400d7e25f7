//! The desk receives somebody: a tour is booked, noted with a trial day, who came becomes a member, somebody calls for a room (T6,
//! T7, T8, T10); on the laptop of the desk, then on its phone.

use super::inspection::Inspection;
use super::lives::a_member_and_a_room;
use super::served::Served;
use harness::{Page, Viewport};
use kernel::Role;

const SUBMIT: &str = "main form[method=post].stack button[type=submit]";

/// Somebody looks round on Monday at `time`, an hour from now, and wants to try a day.
fn shown_round(served: &Served, desk: &Page, name: &str, (day, time): (&str, &str)) {
    served.go(desk, "/office/tours/new");
    desk.fill("#name", name);
    desk.fill(
        "#email",
        &format!("{}@example.org", name.to_lowercase().replace(' ', ".")),
    );
    desk.fill("#starts_at", "Un autre moment");
    desk.fill("#day", day);
    desk.fill("#time", time);
    desk.click(SUBMIT);
    desk.wait_for_text("La visite est réservée.");
    let later = served.db.clock().now().plus_seconds(2 * 3_600);
    served.db.clock().set(later);
    served.go(desk, "/office/tours");
    desk.click(&format!("text={name}"));
    desk.wait_for("#outcome");
    desk.click("#outcome label:first-of-type");
    desk.fill("#trial_day", "2026-06-17");
    desk.click(SUBMIT);
    desk.wait_for_text("C’est noté.");
}

fn admitted(desk: &Page) {
    desk.click("text=Inscrire comme membre");
    desk.wait_for("#offer");
    desk.click("#offer label:first-of-type");
    desk.click(SUBMIT);
    desk.wait_for_text("La personne est inscrite.");
}

/// A room for somebody on the telephone who is not known yet.
fn booked_for_a_caller(served: &Served, desk: &Page, family: &str, (start, end): (&str, &str)) {
    served.go(desk, "/front-desk/bookings/new");
    desk.fill("#family", family);
    desk.fill("#phone", "06 12 34 56 78");
    desk.click(SUBMIT);
    desk.wait_for("#resource");
    desk.fill("#resource", "Salon bleu · 8 places");
    desk.fill("#day", "2026-06-18");
    desk.fill("#start", start);
    desk.fill("#end", end);
    desk.wait_for("#quote button[value=confirm]");
    desk.click("#quote button[value=confirm]");
    desk.wait_for_text("C’est réservé.");
}

#[test]
fn the_desk_shows_round_admits_and_books_for_who_calls_on_a_laptop_and_on_a_phone() {
    let served = Served::with_roles(&[Role::Facilitator]);
    let hash = served.password_hash();
    served.write(move |tx, system| a_member_and_a_room(tx, system, &hash));
    let mut inspection = Inspection::new();
    let sizes = [
        (
            Viewport::DESKTOP,
            "Lou Caradec",
            "10:00",
            "Petit",
            ("10:00", "11:00"),
        ),
        (
            Viewport::PHONE,
            "Noor Avelin",
            "12:00",
            "Grandin",
            ("14:00", "15:00"),
        ),
    ];
    for (viewport, name, hour, family, hours) in sizes {
        let desk = served.signed_in(Role::Facilitator, viewport, "/front-desk");
        shown_round(&served, &desk, name, ("2026-06-15", hour));
        inspection.see(&desk, "tour-noted");
        admitted(&desk);
        inspection.see(&desk, "admitted");
        booked_for_a_caller(&served, &desk, family, hours);
        inspection.see(&desk, "booked-for-a-caller");
    }
    inspection.finish();
    assert_eq!(served.faults(), Vec::<String>::new());
}
