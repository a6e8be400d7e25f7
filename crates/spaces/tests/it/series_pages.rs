//! Series on their pages and in letters.

use crate::house::House;
use crate::letters::letters;
use crate::series::{book, states, tuesdays};
use harness::both_engines;
use spaces::{BookingState, SeriesNotice};

#[test]
fn a_series_is_not_there_for_others_nor_for_other_places() {
    both_engines(|db| {
        let house = House::new(db.clone());
        let away = House::in_zone(db, "Ailleurs");
        let (ada, bob) = (house.member("Ada Un"), house.member("Bob Deux"));
        let booked = book(&house, &ada, &tuesdays(&house, &ada, 2)).unwrap();
        let (id, first) = (booked.id, booked.bookings[0].id);
        let paths = [
            format!("/series/{id}"),
            format!("/series/{id}/cancellation"),
            format!("/series/{id}/cancellation?from={first}"),
            format!("/series/{id}/move"),
        ];
        let (mut own, mut other) = (house.visitor(&ada), house.visitor(&bob));
        let mut far = away.visitor(&away.facilitator());
        for path in &paths {
            own.page(path);
            assert_eq!(other.get(path).status, 404, "{path}");
            assert_eq!(far.get(path).status, 404, "{path}");
        }
        for path in [&paths[1], &paths[3]] {
            let fields = [
                ("resource", house.studio.to_string()),
                ("start", "14:00".into()),
                ("end", "15:00".into()),
                ("step", "confirm".into()),
                ("total", "0".into()),
                ("fee", "0".into()),
                ("from", String::new()),
            ];
            let fields: Vec<(&str, &str)> = fields
                .iter()
                .map(|(name, value)| (*name, value.as_str()))
                .collect();
            assert_eq!(other.send_fields(path, &fields).status, 404, "{path}");
            assert_eq!(far.send_fields(path, &fields).status, 404, "{path}");
        }
        assert_eq!(
            own.get(&format!("/series/{id}/move?from=0000000000007")).status,
            404
        );
        assert_eq!(states(&house, &booked), [BookingState::Confirmed; 2]);
    });
}

#[test]
fn a_member_repeats_a_booking_sees_every_date_and_books_what_goes() {
    both_engines(|db| {
        let house = House::new(db);
        let (ada, bob) = (house.member("Ada Un"), house.member("Bob Deux"));
        house.booked(&bob, house.salon, "23 10:00", "23 12:00");
        let mut visitor = house.visitor(&ada);
        let address = format!(
            "/bookings/new?resource={}&start=2026-06-16T09:00&end=2026-06-16T11:00",
            house.salon
        );
        let form = visitor
            .page(&address)
            .form("form.booking-form")
            .with("repeat", "weekly");
        let unended = visitor.post(&form.clone());
        assert_eq!(unended.status, 422);
        assert!(unended.html().field_error("until").is_some());
        let preview = visitor.post(&form.with("count", "3"));
        assert_eq!(preview.status, 200, "{}", preview.text());
        let preview = preview.html();
        assert!(preview.says("Toutes les semaines"), "{}", preview.text("main"));
        assert_eq!(preview.count(".series-dates > li"), 3);
        assert!(
            preview.text("#date-2026-06-23").contains("Déjà pris de 10 h"),
            "{}",
            preview.text("#date-2026-06-23")
        );
        assert!(!preview.exists("button[value=book]"));
        let without = visitor.post(&preview.form("form[action='/series']").bent("step", "skip"));
        let without = without.html();
        assert!(
            without.text(".consequence").contains("2 dates"),
            "{}",
            without.text("main")
        );
        let last = without.form("form[action='/series']").bent("step", "book");
        let made = visitor.post(&last);
        assert_eq!(made.status, 303, "{}", made.text());
        // A second click of the same form books nothing more.
        assert_eq!(visitor.post(&last).location, made.location);
        assert_eq!(house.cents(&ada), [3_000, 3_000]);
        let page = visitor.page(&made.location);
        assert_eq!(page.count(".lines.dated > li"), 3);
        assert!(page.says("Laissée de côté"));
        one_letter_and_the_way_out(&house, &mut visitor, &page);
        assert_eq!(house.cents(&ada), [0; 0]);
    });
}

/// One letter was written for all dates, and from any of them those that follow are given up.
fn one_letter_and_the_way_out(house: &House, visitor: &mut harness::Visitor, page: &harness::Html) {
    let written = letters(house);
    assert_eq!(written.len(), 1, "one letter for all dates");
    assert!(
        written[0].subject.starts_with("2 réservations confirmées"),
        "{}",
        written[0].subject
    );
    assert!(written[0].attachment_document_id.is_some());

    let booking = visitor.page(&page.attribute(".lines a", "href").unwrap());
    let address = booking.attribute("a[href*='cancellation?from']", "href").unwrap();
    let form = visitor.page(&address).form("main form");
    let done = visitor.submit(&form);
    assert!(done.says("annulées"), "{}", done.text("main"));
}

#[test]
fn moving_the_following_on_the_page_shows_each_date_before_the_last_word() {
    both_engines(|db| {
        let house = House::new(db);
        let ada = house.member("Ada Un");
        let booked = book(&house, &ada, &tuesdays(&house, &ada, 3)).unwrap();
        let second = booked.bookings[1].id;
        let mut visitor = house.visitor(&ada);
        let form = visitor
            .page(&format!("/series/{}/move?from={second}", booked.id))
            .form("main form");
        let preview = visitor
            .post(
                &form
                    .with("start", "14:00")
                    .with("end", "17:00")
                    .bent("step", "preview"),
            )
            .html();
        assert!(
            preview.text(".consequence").contains("2 réservations"),
            "{}",
            preview.text("main")
        );
        assert!(
            preview.text(".consequence").contains("90,00"),
            "{}",
            preview.text(".consequence")
        );
        visitor.submit(&preview.form("main form").bent("step", "confirm"));
        let starts: Vec<String> = booked
            .bookings
            .iter()
            .map(|one| house.booking(one.id).period().start().to_string())
            .collect();
        assert_eq!(
            starts,
            [
                "2026-06-16T07:00:00Z",
                "2026-06-23T12:00:00Z",
                "2026-06-30T12:00:00Z"
            ]
        );
        assert_eq!(letters(&house).len(), 1);
    });
}

#[test]
fn every_notice_of_a_series_is_a_letter_to_read() {
    both_engines(|db| {
        let house = House::new(db);
        let ada = house.member("Ada Un");
        let booked = book(&house, &ada, &tuesdays(&house, &ada, 2)).unwrap();
        for notice in SeriesNotice::ALL.iter().copied() {
            let booked = booked.clone();
            house
                .write(&ada, move |tx, actor| {
                    spaces::notify_series(
                        tx,
                        actor,
                        booked.id,
                        &booked.bookings,
                        notice,
                        "https://fabrique.example.org",
                    )
                })
                .unwrap();
        }
        let written = letters(&house);
        assert_eq!(written.len(), SeriesNotice::ALL.len());
        for letter in written {
            assert!(
                !letter.text_body.contains('⟦') && letter.text_body.contains("mardi 23 juin"),
                "{}",
                letter.text_body
            );
            assert!(letter.text_body.contains("60,00"), "{}", letter.text_body);
        }
    });
}
