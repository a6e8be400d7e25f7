//! A member takes a copy of their data and asks to be erased; the office answers, sets the rules and makes one of two records (T39,
//! T78).

use super::inspection::Inspection;
use super::lives::a_member_and_a_room;
use super::served::Served;
use harness::Viewport;
use kernel::{Email, Role};
use people::{NewPerson, PersonName};

fn opened() -> Served {
    let served = Served::with_roles(&[Role::Facilitator, Role::ManagingDirector]);
    let hash = served.password_hash();
    served.write(move |tx, system| {
        a_member_and_a_room(tx, system, &hash);
        for email in ["aurelie.kervadec@example.org", "a.kervadec@example.org"] {
            let name = PersonName::parse("Aurélie", "Kervadec").unwrap();
            let mut new = NewPerson::named(name);
            new.email = Some(Email::parse(email).unwrap());
            people::create_person(tx, system, new).unwrap();
        }
    });
    served
}

#[test]
fn t39_and_t78_a_member_asks_about_their_data_on_a_phone_and_the_office_answers() {
    let served = opened();
    let mut inspection = Inspection::new();
    let member = served.signed_in_as("camille.durand@example.org", Viewport::PHONE, "/me/data");
    member.wait_for("#copy_password");
    inspection.see(&member, "my-data");
    member.fill("#erasure_password", crate::world::PASSWORD);
    member.click("form[action='/me/data/erasure'] button[type=submit]");
    member.wait_for("form[action$='/withdrawal']");
    inspection.see(&member, "my-data-asked");
    let office = served.signed_in(Role::ManagingDirector, Viewport::DESKTOP, "/office/personal-data");
    office.wait_for("main a[href^='/office/personal-data/']");
    inspection.see(&office, "requests");
    office.click("main .lines a[href^='/office/personal-data/']");
    office.wait_for("#fates");
    inspection.see(&office, "erasure");
    for (path, name) in [
        ("/office/personal-data?q=kervadec", "request-for-somebody"),
        ("/office/retention", "retention"),
        ("/office/processing-record", "processing-record"),
    ] {
        served.go(&office, path);
        inspection.see(&office, name);
    }
    inspection.finish();
    assert_eq!(served.faults(), Vec::<String>::new());
}

#[test]
fn two_records_of_one_person_are_made_one_at_the_desk() {
    let served = opened();
    let mut inspection = Inspection::new();
    let path = "/office/people/duplicates";
    let desk = served.signed_in(Role::Facilitator, Viewport::DESKTOP, path);
    desk.wait_for("main a[href^='/office/people/duplicates/']");
    inspection.see(&desk, "duplicates");
    desk.click("main a[href^='/office/people/duplicates/']");
    desk.wait_for("#email");
    inspection.see(&desk, "merger");
    desk.click("form.stack button.danger");
    desk.wait_for("a[href$='/edit']");
    assert!(!desk.url().contains("duplicates"), "{}", desk.url());
    inspection.finish();
    assert_eq!(served.faults(), Vec::<String>::new());
}
