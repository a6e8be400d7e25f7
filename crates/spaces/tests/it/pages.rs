//! The pages of bookings, through the router.

use crate::house::House;
use harness::both_engines;
use kernel::{Actor, Role};
use spaces::NewBooking;

pub(crate) fn new_form(house: &House, from: &str, until: &str) -> String {
    format!(
        "/bookings/new?resource={}&start=2026-06-{from}&end=2026-06-{until}",
        house.salon
    )
}

#[test]
fn a_member_sees_the_price_then_books_with_one_button() {
    both_engines(|db| {
        let house = House::new(db);
        let camille = house.member("Camille Durand");
        let mut visitor = house.visitor(&camille);
        let page = visitor.page(&new_form(&house, "16T09:00", "16T11:00"));
        assert!(page.says("30,00 € HT"), "{page}");
        assert!(page.says("mardi 16 juin 2026, 9 h – 11 h"));
        let form = page.form("main form").and("step", "confirm");
        let answer = visitor.post(&form);
        assert_eq!(answer.status, 303, "{}", answer.text());
        assert!(answer.location.starts_with("/bookings/"), "{}", answer.location);
        assert_eq!(house.cents(&camille), [3_000]);
        // The same form again, from a double click or the back button, is answered the same and does nothing.
        assert_eq!(visitor.post(&form).location, answer.location);
        assert_eq!(house.cents(&camille), [3_000]);

        let booking = visitor.page(&answer.location);
        assert_eq!(booking.text("h1"), "Salon");
        assert!(booking.says("Confirmée"));
        assert!(
            booking.says("Réservé : Salon, 16 juin 2026, 9 h – 11 h"),
            "{booking}"
        );
        assert!(visitor.page("/me/bookings").says("Salon"));
        let file = visitor.get(&format!("{}/calendar", answer.location));
        assert!(
            file.text().contains("DTSTART:20260616T070000Z\r\n"),
            "{}",
            file.text()
        );
    });
}

#[test]
fn without_a_script_the_price_is_shown_by_a_first_post() {
    both_engines(|db| {
        let house = House::new(db);
        let camille = house.member("Camille Durand");
        let mut visitor = house.visitor(&camille);
        let empty = visitor.page("/bookings/new");
        let salon = house.salon.to_string();
        let form = empty
            .form("main form")
            .with("resource", &salon)
            .with("day", "2026-06-16")
            .with("start", "09:00")
            .with("end", "12:45")
            .with("title", "Conseil")
            .and("step", "preview");
        let answer = visitor.post(&form);
        assert_eq!(answer.status.as_u16(), 200);
        let page = answer.html();
        assert!(
            page.says("50,00 € HT"),
            "three hours and three quarters cost a half-day: {page}"
        );
        assert_eq!(page.attribute("#title", "value").unwrap(), "Conseil");
        assert_eq!(house.cents(&camille), Vec::<i64>::new());
        let done = visitor.post(&page.form("main form").and("step", "confirm"));
        assert_eq!(done.status, 303);
        assert_eq!(house.cents(&camille), [5_000]);
    });
}

#[test]
fn a_refused_form_keeps_what_was_typed_and_shows_what_is_free() {
    both_engines(|db| {
        let house = House::new(db);
        let (camille, zoe) = (house.member("Camille Durand"), house.member("Zoé Martin"));
        let mut visitor = house.visitor(&zoe);
        let page = visitor.page(&new_form(&house, "16T09:00", "16T11:00"));
        let form = page
            .form("main form")
            .with("title", "Atelier")
            .and("step", "confirm");
        let secret = NewBooking {
            title: "Rendez-vous très privé".to_owned(),
            ..house.own(&camille, house.salon, "16 10:00", "16 12:00")
        };
        house.book(&camille, &secret).unwrap();
        let answer = visitor.post(&form);
        assert_eq!(answer.status, 422);
        let page = answer.html();
        assert_eq!(page.attribute("#title", "value").unwrap(), "Atelier");
        assert_eq!(page.field_error("start").unwrap(), "Déjà pris de 10 h à 12 h.");
        assert!(page.says("8 h – 10 h"), "{page}");
        assert!(page.says("12 h – 20 h"));
        assert!(!answer.text().contains("privé") && !answer.text().contains("Durand"));
    });
}

#[test]
fn hostile_fields_are_told_at_the_field_and_nothing_breaks() {
    both_engines(|db| {
        let house = House::new(db);
        let camille = house.member("Camille Durand");
        let mut visitor = house.visitor(&camille);
        let blank = visitor
            .page("/bookings/new")
            .form("main form")
            .and("step", "confirm");
        let salon = house.salon.to_string();
        let cases = [
            [&salon, "9999-99-99", "09:00", "10:00", ""],
            [&salon, "9999-12-31", "09:00", "24:00", ""],
            [&salon, "0001-01-01", "09:00", "10:00", ""],
            [&salon, "2026-06-16", "25:99", "10:00", ""],
            [&salon, "2026-06-16", "10:00", "09:00", ""],
            [&salon, "2026-06-16", "10:00", "10:00", ""],
            [&salon, "2026-06-16", "10:00", "11:00", "1000000000000"],
            [&salon, "2026-06-16", "10:00", "11:00", "-3"],
            [&salon, "2026-06-16", "10:00", "11:00", "1e9"],
            ["zzzzzzzzzzzzz", "2026-06-16", "10:00", "11:00", ""],
            ["'; drop table booking; --", "2026-06-16", "10:00", "11:00", ""],
        ];
        for case in cases {
            let [resource, day, start, end, attendance] = case.map(|value| value.to_owned());
            let form = blank
                .clone()
                .and("resource", &resource)
                .with("day", &day)
                .with("start", &start)
                .with("end", &end)
                .with("attendance", &attendance)
                .and("price", "0");
            let mut form = form;
            form.fields
                .retain(|(name, value)| name != "resource" || *value == resource);
            let answer = visitor.post(&form);
            assert!(
                matches!(answer.status.as_u16(), 404 | 422),
                "{} {}",
                answer.status,
                answer.text()
            );
            let query = format!("/bookings/quote?{}", form.body());
            let quoted = visitor.get(&query);
            assert!(
                matches!(quoted.status.as_u16(), 200 | 404),
                "{} {}",
                quoted.status,
                quoted.text()
            );
        }
        assert_eq!(house.cents(&camille), Vec::<i64>::new());
    });
}

#[test]
fn the_calendar_says_free_and_taken_and_of_others_no_more() {
    both_engines(|db| {
        let house = House::new(db);
        let (camille, zoe) = (house.member("Camille Durand"), house.member("Zoé Martin"));
        let secret = NewBooking {
            title: "Rendez-vous très privé".to_owned(),
            ..house.own(&camille, house.salon, "16 09:00", "16 11:00")
        };
        house.book(&camille, &secret).unwrap();
        let shown = NewBooking {
            visible: true,
            ..house.own(&camille, house.studio, "16 09:00", "16 11:00")
        };
        house.book(&camille, &shown).unwrap();
        house.book_own(&zoe, house.salon, "17 09:00", "17 10:00").unwrap();

        let answer = house.visitor(&zoe).get("/calendar?day=2026-06-16");
        assert_eq!(answer.status.as_u16(), 200);
        assert!(!answer.text().contains("privé"), "what for is nobody's business");
        let page = answer.html();
        let tuesday = page.text("#day-2026-06-16");
        assert!(
            tuesday.contains("Salon 8 h – 9 h Libre 9 h – 11 h Occupé 11 h – 20 h Libre"),
            "{tuesday}"
        );
        assert!(tuesday.contains("9 h – 11 h Camille Durand"), "{tuesday}");
        assert!(page.text("#day-2026-06-17").contains("9 h – 10 h Ma réservation"));
        assert!(page.text("#day-2026-06-20").contains("Fermé"));

        let content: serde_json::Value = serde_json::from_str(&page.text("#week-data")).unwrap();
        assert_eq!(content["offset"], "+02:00");
        assert_eq!(content["hidden"], serde_json::json!([6, 0]));
        let events = content["events"].as_array().unwrap();
        let found = |state: &str| events.iter().filter(|event| event["state"] == state).count();
        assert_eq!((found("confirmed"), found("mine"), found("buffer")), (2, 1, 1));
        let others = events.iter().find(|event| event["state"] == "confirmed").unwrap();
        assert_eq!(others["title"], "Occupé");
        // It leads to the form of these hours, where one may wait for them, and to nothing of the booking.
        let href = others["href"].as_str().unwrap();
        assert!(href.starts_with("/bookings/new?resource=") && others.get("movable").is_none());

        let team = house
            .visitor(&house.facilitator())
            .get("/calendar?day=2026-06-16");
        assert!(
            team.text().contains("Camille Durand · Rendez-vous très privé"),
            "the team sees who and what for"
        );
    });
}

#[test]
fn weeks_out_of_this_world_are_shown_as_the_nearest() {
    both_engines(|db| {
        let house = House::new(db);
        let mut visitor = house.visitor(&house.member("Camille Durand"));
        for (typed, shown) in [
            ("9999-12-31", "2029-06-19"),
            ("0001-01-01", "2023-06-11"),
            ("9999-99-99", "2026-06-15"),
            ("", "2026-06-15"),
            ("%00", "2026-06-15"),
            ("2026-03-29", "2026-03-29"),
            ("2026-10-25", "2026-10-25"),
        ] {
            let day = format!("#day-{shown}");
            let week = visitor.page(&format!("/calendar?day={typed}"));
            assert_eq!((week.count(".week-day"), week.count(&day)), (7, 1), "{typed}");
            let one = visitor.page(&format!("/calendar?day={typed}&view=day"));
            assert_eq!((one.count(".week-day"), one.count(&day)), (1, 1), "{typed}");
        }
    });
}

#[test]
fn the_page_of_a_booking_is_for_its_holder_and_the_team() {
    both_engines(|db| {
        let house = House::new(db);
        let (camille, zoe) = (house.member("Camille Durand"), house.member("Zoé Martin"));
        let id = house.booked(&camille, house.salon, "16 09:00", "16 11:00");
        let status = |actor: &Actor, path: &str| house.visitor(actor).get(path).status;
        for part in ["", "/calendar", "/move", "/cancellation"] {
            let path = format!("/bookings/{id}{part}");
            assert_eq!(status(&camille, &path), 200, "{path}");
            assert_eq!(status(&zoe, &path), 404, "{path}");
            assert_eq!(status(&Actor::visitor(house.place.id), &path), 303, "{path}");
        }
        let accountant = house.actor(house.person("Aude Compta"), Role::Accountant);
        assert_eq!(status(&accountant, &format!("/bookings/{id}")), 200);
        assert_eq!(status(&accountant, &format!("/bookings/{id}/cancellation")), 403);
    });
}

#[test]
fn cancelling_says_the_exact_fee_before_the_last_word() {
    both_engines(|db| {
        let house = House::new(db);
        let camille = house.member("Camille Durand");
        let id = house.booked(&camille, house.salon, "15 14:00", "15 16:00");
        let mut visitor = house.visitor(&camille);
        let page = visitor.page(&format!("/bookings/{id}/cancellation"));
        assert!(page.says("15,00 € HT restent dus, sur 30,00 € HT"), "{page}");
        let answer = visitor.post(&page.form("main form"));
        assert_eq!(
            (answer.status.as_u16(), answer.location.as_str()),
            (303, format!("/bookings/{id}").as_str())
        );
        assert_eq!(house.cents(&camille), [1_500]);
        assert!(visitor.page(&answer.location).says("Annulée"));
    });
}

#[test]
fn moving_says_the_difference_before_the_last_word() {
    both_engines(|db| {
        let house = House::new(db);
        let camille = house.member("Camille Durand");
        let id = house.booked(&camille, house.salon, "16 09:00", "16 11:00");
        let mut visitor = house.visitor(&camille);
        let dragged = format!(
            "/bookings/{id}/move?resource={}&start=2026-06-16T14:00&end=2026-06-16T18:00",
            house.studio
        );
        let page = visitor.page(&dragged);
        assert!(
            page.says("Nouveau prix : 50,00 € HT, soit 20,00 € HT de plus."),
            "{page}"
        );
        let answer = visitor.post(&page.form("main form").and("step", "confirm"));
        assert_eq!(answer.status, 303, "{}", answer.text());
        assert_eq!(house.cents(&camille), [5_000]);
        assert_eq!(house.booking(id).resource, house.studio);
        let bare = visitor.page(&format!("/bookings/{id}/move"));
        assert_eq!(bare.attribute("#start", "value").unwrap(), "14:00");
    });
}
