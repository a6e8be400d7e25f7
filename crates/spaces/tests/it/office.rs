//! The office's pages of spaces, through the router.

use crate::house::House;
use harness::both_engines;
use kernel::{Audience, Role};

#[test]
fn every_page_of_the_office_is_complete_and_closed_to_members() {
    both_engines(|db| {
        let house = House::new(db);
        let (camille, director) = (house.member("Camille Durand"), house.director());
        let salon = house.salon;
        let paths = [
            "/office/spaces".to_owned(),
            "/office/spaces/new".to_owned(),
            format!("/office/spaces/{salon}"),
            "/office/spaces/hours".to_owned(),
            format!("/office/spaces/hours?audience=external&resource={salon}"),
            "/office/spaces/limits".to_owned(),
            format!("/office/spaces/limits?audience=resident&resource={salon}"),
            "/office/spaces/closures".to_owned(),
            "/office/spaces/bookings".to_owned(),
        ];
        let (mut office, mut member) = (house.visitor(&director), house.visitor(&camille));
        for path in paths {
            office.page(&path);
            assert_eq!(member.get(&path).status, 403, "{path}");
        }
    });
}

#[test]
fn a_space_is_added_corrected_and_retired() {
    both_engines(|db| {
        let house = House::new(db);
        let mut visitor = house.visitor(&house.director());
        let form = visitor
            .page("/office/spaces/new")
            .form("main form")
            .with("name", "Bibliothèque");
        let refused = visitor.post(&form.clone().with("units", "1000000000"));
        assert_eq!(refused.status, 422);

        assert_eq!(
            refused.html().attribute("#name", "value").unwrap(),
            "Bibliothèque"
        );
        let answer = visitor.post(&form.with("capacity", "12"));
        assert_eq!(answer.status, 303, "{}", answer.text());
        let page = visitor.page(&answer.location);
        assert_eq!(page.text("h1"), "Bibliothèque");
        let taken = visitor.post(&page.form("main form").with("name", "Salon"));
        assert_eq!(
            taken.html().field_error("name").unwrap(),
            "Un autre espace porte déjà ce nom."
        );
        let retired = visitor.post(&page.form("form[action$=retirement]"));
        assert_eq!(retired.status, 303);
        assert!(visitor.page(&answer.location).says("Plus proposé"));
        let feed = answer.location.replace("/office/spaces", "/rooms");
        assert_eq!(visitor.get(&format!("{feed}/calendar")).status, 404);
    });
}

#[test]
fn hours_are_written_as_people_write_them() {
    both_engines(|db| {
        let house = House::new(db);
        let mut visitor = house.visitor(&house.director());
        let path = format!("/office/spaces/hours?audience=nomad&resource={}", house.salon);
        let page = visitor.page(&path);
        let wrong = page
            .form("main form")
            .with("monday", "9h-12h, 11h-13h")
            .with("tuesday", "whenever");
        let refused = visitor.post(&wrong);
        assert_eq!(refused.status, 422);
        let errors = refused.html().field_errors();
        assert_eq!(
            errors["monday"],
            "La ligne qui ouvre à 11 h en recouvre une autre."
        );
        assert!(errors.contains_key("tuesday"));
        let form = page
            .form("main form")
            .with("monday", "9h-12h, 14:00–18:30")
            .with("sunday", "0h-24h");
        assert_eq!(visitor.post(&form).status, 303);
        let kept = visitor.page(&path);
        assert_eq!(
            kept.attribute("#monday", "value").unwrap(),
            "09:00–12:00, 14:00–18:30"
        );
        assert_eq!(kept.attribute("#sunday", "value").unwrap(), "00:00–24:00");
        let camille = house.member("Camille Durand");
        house
            .book_own(&camille, house.salon, "21 06:00", "21 07:00")
            .unwrap();
    });
}

#[test]
fn limits_and_terms_are_kept_together_or_not_at_all() {
    both_engines(|db| {
        let house = House::new(db);
        let mut visitor = house.visitor(&house.director());
        let page = visitor.page("/office/spaces/limits?audience=nomad");
        assert_eq!(page.text("#terms"), "24 h : 0 % 0 h : 50 %");
        let form = page.form("main form").with("step_minutes", "30");
        let refused = visitor.post(&form.clone().with("terms", "24 h : 50 %\n0 h : 10 %"));
        assert_eq!(refused.status, 422);
        assert!(
            refused
                .html()
                .says("Une annulation plus tardive ne peut pas coûter moins cher.")
        );
        let place = house.place.id;
        let step = || {
            let today = house.hours("15 00:00", "16 00:00");
            let schedule = house
                .db
                .read_blocking(move |tx| spaces::store::schedule::schedule(tx, place, today))
                .unwrap();
            schedule
                .window_of(kernel::Id::from_i64(0), Audience::Nomad)
                .step_minutes
        };
        assert_eq!(step(), 15, "nothing was half done");
        assert_eq!(
            visitor
                .post(&form.with("terms", "48 h : 0 %\n0 h : 100 %"))
                .status,
            303
        );
        assert_eq!(step(), 30);
        let unreadable = visitor
            .page("/office/spaces/limits?audience=nomad")
            .form("main form")
            .with("terms", "demain");
        assert_eq!(visitor.post(&unreadable).status, 422);
    });
}

#[test]
fn a_closure_lists_the_bookings_in_its_way() {
    both_engines(|db| {
        let house = House::new(db);
        let camille = house.member("Camille Durand");
        house
            .book_own(&camille, house.salon, "16 10:00", "16 11:00")
            .unwrap();
        let mut visitor = house.visitor(&house.director());
        let form = visitor
            .page("/office/spaces/closures")
            .form("form[action='/office/spaces/closures']")
            .with("from_day", "2026-06-16")
            .with("until_day", "2026-06-16");
        assert_eq!(visitor.post(&form).status, 422, "no reason");
        let form = form.with("reason", "Peinture");
        assert_eq!(
            visitor.post(&form.clone().with("until_day", "2026-06-15")).status,
            422,
            "reversed"
        );
        assert_eq!(visitor.post(&form).status, 303);
        let page = visitor.page("/office/spaces/closures");
        assert!(page.says("1 réservation est à déplacer ou à annuler"), "{page}");
        assert!(page.says("Camille Durand"));
        assert_eq!(visitor.post(&page.form("form[action$=withdrawal]")).status, 303);
        assert!(
            visitor
                .page("/office/spaces/closures")
                .says("Aucune fermeture à venir")
        );
    });
}

#[test]
fn the_list_of_bookings_is_a_file_without_harm() {
    both_engines(|db| {
        let house = House::new(db);
        let camille = house.member("Camille Durand");
        let formula = spaces::NewBooking {
            title: "=HYPERLINK(\"http://example.org\")".to_owned(),
            ..house.own(&camille, house.salon, "16 10:00", "16 11:00")
        };
        house.book(&camille, &formula).unwrap();
        let accountant = house.actor(house.person("Aude Compta"), Role::Accountant);
        let mut visitor = house.visitor(&accountant);
        let file = visitor.get("/office/spaces/bookings?from=2026-06-01&until=2026-06-30&format=csv");
        assert_eq!(file.status, 200);
        assert!(file.text().contains("Camille Durand"), "{}", file.text());
        assert!(file.text().contains("'=HYPERLINK"), "{}", file.text());
        let filtered =
            visitor.page("/office/spaces/bookings?from=2026-06-01&until=2026-06-30&state=cancelled");
        assert!(filtered.says("Aucune réservation"));
        for query in [
            "from=9999-99-99",
            "from=9999-12-31&until=0001-01-01",
            "page=-1",
            "page=99999999999999999999",
            "resource=x&state=y",
        ] {
            visitor.page(&format!("/office/spaces/bookings?{query}"));
        }
    });
}
