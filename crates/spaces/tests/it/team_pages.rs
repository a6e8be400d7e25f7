//! What the team does on the pages of bookings: for a caller, for a request, past the rules.

use crate::house::House;
use crate::pages::new_form;
use harness::both_engines;
use platform::{Failure, Fault};
use spaces::{Holder, NewBooking};

/// T10.
#[test]
fn a_caller_is_written_down_then_booked_for() {
    both_engines(|db| {
        let house = House::new(db);
        let mut visitor = house.visitor(&house.facilitator());
        let page = visitor.page(&format!(
            "/front-desk/bookings/new?q=zzz&resource={}&start=2026-06-16T09:00&end=2026-06-16T10:00",
            house.salon
        ));
        let form = page.form("main form[method=post]").with("family", "Petit");
        assert_eq!(visitor.post(&form).status, 422, "no way to call back");
        let answer = visitor.post(&form.with("phone", "06 12 34 56 78"));
        assert_eq!(answer.status, 303, "{}", answer.text());
        let booking = visitor.page(&answer.location);
        assert!(booking.says("Pour Petit"), "{booking}");
        assert!(booking.says("20,00 € HT"), "a guest's price");
        let done = visitor.post(&booking.form("main form").and("step", "confirm"));
        assert_eq!(done.status, 303);
        assert!(
            visitor.page(&done.location).says("Confirmée"),
            "the team need not ask itself"
        );
        let found = visitor.page("/front-desk/bookings/new?q=peti");
        assert!(found.says("Petit"));
    });
}

#[test]
fn a_request_is_answered_on_its_page() {
    both_engines(|db| {
        let house = House::new(db);
        let zoe = house.guest("Zoé Martin");
        let id = house.booked(&zoe, house.salon, "22 09:00", "22 11:00");
        assert!(
            !house
                .visitor(&zoe)
                .page(&format!("/bookings/{id}"))
                .says("Accepter")
        );
        let mut visitor = house.visitor(&house.facilitator());
        assert!(
            visitor
                .page("/office/spaces/bookings")
                .says("Demandes en attente")
        );
        let page = visitor.page(&format!("/bookings/{id}"));
        let answer = visitor.post(&page.form(&format!("form[action='/bookings/{id}/approval']")));
        assert_eq!(answer.status, 303);
        assert_eq!(house.cents(&zoe), [4_000]);
    });
}

#[test]
fn the_team_goes_past_the_rules_from_the_form() {
    both_engines(|db| {
        let house = House::new(db);
        let (fanny, camille) = (house.facilitator(), house.member("Camille Durand"));
        let late = new_form(&house, "16T21:00", "16T22:00");
        let mut visitor = house.visitor(&fanny);
        let own = visitor.page(&late);
        assert!(own.says("En dehors des horaires de ce jour"), "{own}");
        let form = own
            .form("main form")
            .and("overriding", "yes")
            .and("house", "yes")
            .and("step", "preview");
        let page = visitor.post(&form).html();
        assert!(page.says("Gratuit"), "{page}");
        let answer = visitor.post(&page.form("main form").and("step", "confirm"));
        assert_eq!(answer.status, 303, "{}", answer.text());
        assert!(visitor.page(&answer.location).says("Hors règles"));

        let mut member = house.visitor(&camille);
        let late = member.page(&late);
        assert!(!late.exists("[name=overriding]") && !late.exists("[name=house]"));
        let forged = late
            .form("main form")
            .and("overriding", "yes")
            .and("price", "0")
            .and("step", "confirm");
        assert_eq!(member.post(&forged).status, 403);
        let system = NewBooking::plain(house.salon, house.hours("17 09:00", "17 10:00"), Holder::House);
        assert_eq!(
            house.book(&camille, &system),
            Err(Failure::Fault(Fault::Forbidden))
        );
    });
}
