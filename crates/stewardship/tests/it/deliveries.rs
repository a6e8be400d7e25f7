//! Letters and parcels: written down, told, handed over, remembered (T16).

use crate::world::World;
use axum::http::StatusCode;
use harness::{Form, Visitor, both_engines};
use stewardship::{DeliveryKind, DeliveryRefused, Ending, NewDelivery};

/// Writes a delivery down in two steps, and gives where it stands on the list.
pub(crate) fn arrives(desk: &mut Visitor, typed: &str, kind: &str, sender: &str) -> String {
    let href = desk
        .page(&format!("/front-desk/deliveries?q={typed}"))
        .attribute("ul.lines a[href*=\"/new?\"]", "href")
        .expect("somebody is found");
    let form = desk.page(&href).form("form[action=\"/front-desk/deliveries\"]");
    let form = form
        .bent("kind", kind)
        .with("sender", sender)
        .with("kept_at", "Étagère B");
    let kept = desk.post(&form);
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{kept}");
    let id = kept.location.rsplit('-').next().unwrap().to_owned();
    format!("/front-desk/deliveries/{id}")
}

fn handing_over(desk: &mut Visitor, address: &str) -> Form {
    desk.page(address).form("form:has([name=\"taken_by\"])")
}

#[test]
fn t16_a_parcel_is_written_down_told_at_once_and_handed_over() {
    both_engines(|db| {
        let world = World::new(db);
        let mut desk = world.desk();
        let address = arrives(&mut desk, "luc", "parcel", "La Poste");
        let outbox = world.outbox_after(1);
        assert_eq!(outbox.len(), 1);
        assert_eq!(outbox[0].recipient.as_str(), "lucie@example.org");
        assert!(outbox[0].text_body.contains("La Poste"));
        let list = desk.page("/front-desk/deliveries");
        assert!(list.says("Colis de La Poste") && list.says("Étagère B") && list.says("prévenu"));
        let mut lucie = world.member(world.lucie);
        assert!(lucie.page("/me").says("Mon courrier"), "her day says so");
        assert!(lucie.page("/me/deliveries").says("Colis de La Poste"));
        assert!(
            desk.page("/front-desk").says("Un envoi en attente"),
            "and so does the desk's"
        );
        let form = handing_over(&mut desk, &address).with("taken_by", "Nour Bensaïd");
        let done = desk.post(&form);
        assert_eq!(done.location, "/front-desk/deliveries", "{done}");
        assert!(desk.page("/front-desk").says("Rien n’attend"));
        let mine = lucie.page("/me/deliveries");
        assert!(mine.says("Remis") && mine.says("Nour Bensaïd"));
        let past = desk.page("/front-desk/deliveries/past");
        assert!(past.says("Lucie Amrani") && past.says("Nour Bensaïd"));
        let csv = desk.get("/front-desk/deliveries/past?format=csv");
        assert!(
            csv.text().contains("Awa Diarra"),
            "who handed it over: {}",
            csv.text()
        );
        let history = desk.page(&address).text(".history");
        assert!(history.contains("a remis l’envoi à Nour Bensaïd"), "{history}");
    });
}

#[test]
fn what_comes_for_a_company_is_told_to_its_people_and_seen_by_them() {
    both_engines(|db| {
        let world = World::new(db);
        let mut desk = world.desk();
        arrives(&mut desk, "novaq", "registered", "");
        let outbox = world.outbox_after(1);
        let to: Vec<&str> = outbox.iter().map(|mail| mail.recipient.as_str()).collect();
        assert_eq!(to, ["karim@example.org"], "the company has no address of its own");
        let mut karim = world.member(world.karim);
        assert!(karim.page("/me/deliveries").says("Recommandé"));
        let mut lucie = world.member(world.lucie);
        assert!(
            !lucie.page("/me/deliveries").says("Recommandé"),
            "it is not for her"
        );
        assert!(!lucie.page("/me").says("Mon courrier"));
        assert!(desk.page("/front-desk").says("dont un recommandé"));
    });
}

#[test]
fn what_is_left_waiting_is_remembered_at_a_polite_hour_and_three_times_at_most() {
    both_engines(|db| {
        let world = World::new(db);
        let mut desk = world.desk();
        let address = arrives(&mut desk, "luc", "letter", "");
        assert_eq!(world.outbox_after(1).len(), 1);
        world.run("stewardship.reminders");
        assert_eq!(world.outbox_after(0).len(), 1, "told today");
        for (reminder, mails) in [(1, 2), (2, 3), (3, 4), (4, 4)] {
            world.days_pass(7);
            world.run("stewardship.reminders");
            assert_eq!(world.outbox_after(0).len(), mails, "reminder {reminder}");
            world.run("stewardship.reminders");
            assert_eq!(world.outbox_after(0).len(), mails, "once a week is enough");
        }
        assert!(desk.page(&address).says("rappelé 3 fois"));
        arrives(&mut desk, "luc", "letter", "");
        assert_eq!(world.outbox_after(1).len(), 5);
        let now = world.db.clock().now();
        world.db.clock().set(now.plus_minutes(8 * 24 * 60 + 14 * 60));
        world.run("stewardship.reminders");
        assert_eq!(world.outbox_after(0).len(), 5, "nobody is written to at night");
    });
}

#[test]
fn a_place_chooses_when_to_remind_or_never() {
    both_engines(|db| {
        let world = World::new(db);
        let mut director = world.director();
        let page = director.page("/office/domiciliations");
        let form = page.form("form[action$=\"/reminder\"]");
        let refused = director.refused(&form.clone().with("reminder_days", "91"));
        assert!(refused.field_error("reminder_days").is_some());
        assert_eq!(
            director.post(&form.with("reminder_days", "0")).location,
            "/office/domiciliations"
        );
        arrives(&mut world.desk(), "luc", "letter", "");
        assert_eq!(world.outbox_after(1).len(), 1);
        world.days_pass(30);
        world.run("stewardship.reminders");
        assert_eq!(world.outbox_after(0).len(), 1);
    });
}

#[test]
fn an_end_may_be_undone_and_nothing_ends_twice() {
    both_engines(|db| {
        let world = World::new(db);
        let mut desk = world.desk();
        let address = arrives(&mut desk, "luc", "letter", "");
        let page = desk.page(&address);
        let back = page.form("form:has([value=\"returned\"])");
        let nobody = handing_over(&mut desk, &address).bent("taken_by", " ");
        assert!(desk.refused(&nobody).field_error("taken_by").is_some());
        assert_eq!(desk.post(&back).location, "/front-desk/deliveries");
        assert!(desk.page(&address).says("Retourné à l’expéditeur"));
        desk.post_anew(&back);
        let undo = desk.page(&address).form("form[action$=\"/undoing\"]");
        assert_eq!(desk.post(&undo).location, address);
        desk.post_anew(&undo);
        assert!(
            desk.page(&address).exists("form:has([name=\"taken_by\"])"),
            "it waits again"
        );
        let past = desk.page("/front-desk/deliveries/past");
        assert!(past.says("Rien encore"));
    });
}

#[test]
fn nothing_and_nobody_are_not_written_down() {
    both_engines(|db| {
        let world = World::new(db);
        let mut desk = world.desk();
        let href = format!("/front-desk/deliveries/new?person={}", world.lucie);
        let form = desk.page(&href).form("form[action=\"/front-desk/deliveries\"]");
        for quantity in ["0", "201", "deux"] {
            let refused = desk.refused(&form.clone().with("quantity", quantity));
            assert!(refused.field_error("quantity").is_some(), "{quantity}");
        }
        let nobody = form.bent("person", &world.place.to_string());
        assert_eq!(desk.post(&nobody).status, StatusCode::NOT_FOUND);
        assert!(
            desk.page("/front-desk/deliveries?q=zzzzzz")
                .says("Personne ne correspond")
        );
        let refused = world.act(|tx, actor| {
            let new = NewDelivery {
                addressee: people::Party::Person(kernel::Id::from_i64(7)),
                kind: DeliveryKind::Letter,
                quantity: 1,
                sender: String::new(),
                kept_at: String::new(),
            };
            stewardship::receive(tx, actor, new)
        });
        assert_eq!(
            refused,
            Err(platform::Failure::Refused(DeliveryRefused::NoAddressee))
        );
    });
}

#[test]
fn members_do_not_write_the_post_of_others_down_nor_end_it() {
    both_engines(|db| {
        let world = World::new(db);
        let address = arrives(&mut world.desk(), "luc", "letter", "");
        let mut karim = world.member(world.karim);
        for path in ["/front-desk/deliveries", "/front-desk/deliveries/past", &address] {
            assert_eq!(karim.get(path).status, StatusCode::FORBIDDEN, "{path}");
        }
        let sent = karim.send_fields(&format!("{address}/ending"), &[("ending", "returned")]);
        assert_eq!(sent.status, StatusCode::FORBIDDEN);
        let lucie = world.lucie;
        let refused = world.read(move |tx, place| {
            let member = kernel::Actor::person(
                place,
                kernel::Id::from_i64(1),
                lucie,
                vec![kernel::Role::Member],
                [stewardship::OWN].into(),
            );
            let id = kernel::Id::from_i64(1);
            stewardship::end_delivery(tx, &member, id, Ending::Returned, "")
        });
        assert_eq!(refused, Err(platform::Failure::Fault(platform::Fault::Forbidden)));
    });
}
