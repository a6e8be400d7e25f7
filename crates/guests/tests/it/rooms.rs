//! The rooms as everybody sees them (T87).

use crate::world::World;
use harness::both_engines;
use image::{ImageFormat, Rgb, RgbImage};
use std::io::Cursor;

fn picture(shade: u8) -> Vec<u8> {
    let picture = RgbImage::from_fn(700, 400, |x, y| {
        Rgb([
            u8::try_from(x % 250).unwrap(),
            u8::try_from(y % 250).unwrap(),
            shade,
        ])
    });
    let mut file = Cursor::new(Vec::new());
    picture.write_to(&mut file, ImageFormat::Png).unwrap();
    file.into_inner()
}

#[test]
fn a_room_is_shown_with_its_prices_its_free_hours_and_the_rules_and_nobodys_name() {
    both_engines(|db| {
        let world = World::new(db);
        world.charges_for_giving_up();
        let taken = world.own(world.hours(15, 10, 12));
        world.write(move |tx, system| spaces::book(tx, system, &taken).unwrap());
        let mut visitor = world.stranger();
        let list = visitor.page("/rooms");
        assert_eq!(list.all(".card h2"), ["Postes", "Salon"]);
        assert!(list.says("20,00 € HT (24,00 € TTC) l’heure"), "{list}");
        let page = visitor.page(&format!("/rooms/{}", world.salon));
        assert!(page.says("20,00 € HT (24,00 € TTC)"));
        let first = page.text("#hours .line:first-of-type");
        assert!(
            first.contains("10 h – 12 h Occupé") && first.contains("12 h – 20 h"),
            "{first}"
        );
        assert!(page.says("Ensuite, l’annulation coûte 50 % du prix."), "{page}");
        assert!(!page.says("Amrani"));
        assert_eq!(visitor.get("/rooms/0000000000001").status, 404);
        assert_eq!(visitor.get("/rooms/nowhere").status, 404);
    });
}

#[test]
fn the_list_keeps_the_rooms_that_are_large_enough_and_have_the_thing() {
    both_engines(|db| {
        let world = World::new(db);
        let mut visitor = world.stranger();
        for (query, expected) in [
            ("people=9", vec!["Postes"]),
            ("people=8&thing=ecran", vec!["Salon"]),
            ("people=&thing=", vec!["Postes", "Salon"]),
            ("people=many", vec!["Postes", "Salon"]),
            ("people=-3", vec!["Postes", "Salon"]),
            ("people=500", vec![]),
        ] {
            let list = visitor.page(&format!("/rooms?{query}"));
            assert_eq!(list.all(".card h2"), expected, "{query}");
        }
    });
}

#[test]
fn search_engines_read_the_room_and_no_text_leaves_its_block() {
    both_engines(|db| {
        let world = World::new(db);
        let reply = world.stranger().get(&format!("/rooms/{}", world.salon));
        let text = reply.text();
        let block = text
            .split("<script type=\"application/ld+json\">")
            .nth(1)
            .and_then(|rest| rest.split("</script>").next())
            .unwrap();
        let read: serde_json::Value = serde_json::from_str(block).unwrap();
        assert_eq!(read["@type"], "MeetingRoom");
        assert_eq!(read["maximumAttendeeCapacity"], 8);
        assert_eq!(read["description"], "Vue sur la cour </script>.");
        assert_eq!(read["amenityFeature"][0]["name"], "Écran");
        assert_eq!(
            read["openingHoursSpecification"][0]["dayOfWeek"],
            "https://schema.org/Monday"
        );
    });
}

#[test]
fn a_thing_is_shown_without_seats_and_is_no_meeting_room() {
    both_engines(|db| {
        let world = World::new(db);
        let van = world.write(|tx, system| {
            let name = kernel::Name::parse("Camionnette").unwrap();
            let facts = spaces::ResourceFacts::named(spaces::ResourceKind::Equipment, name, 1);
            spaces::create_resource(tx, system, facts, None).unwrap()
        });
        let mut visitor = world.stranger();
        let address = format!("/rooms/{van}");
        let page = visitor.page(&address);
        assert!(page.says("Équipement") && !page.says("1 place"), "{page}");
        assert!(
            page.attributes("a", "href")
                .iter()
                .all(|href| !href.contains("/booking")),
            "without a price it is for members"
        );
        let text = visitor.get(&address).text().into_owned();
        assert!(text.contains("\"@type\":\"Product\"") && !text.contains("MeetingRoom"));
        assert_eq!(
            visitor.page("/rooms?people=1").all(".card h2"),
            ["Postes", "Salon"]
        );
        assert!(
            visitor
                .page("/rooms")
                .all(".card h2")
                .contains(&"Camionnette".to_owned())
        );
    });
}

#[test]
fn a_photograph_is_added_described_moved_and_removed_and_everybody_sees_it() {
    both_engines(|db| {
        let world = World::new(db);
        let mut office = world.director();
        let desk = format!("/office/spaces/{}/photos", world.salon);
        for (shade, shows) in [(90, "La table"), (200, "La fenêtre")] {
            let form = office
                .page(&desk)
                .form("form[enctype]")
                .with("alternative", shows);
            assert_eq!(
                office.upload(&form, "photo", "salle.txt", &picture(shade)).status,
                303
            );
        }
        let form = office.page(&desk).form("form[enctype]").with("alternative", "X");
        let refused = office.upload(&form, "photo", "salle.jpg", b"not a picture");
        assert_eq!(refused.status, 422);
        assert!(refused.html().field_error("photo").is_some());
        let raise = office.page(&desk).form("form[action$=raising]");
        assert_eq!(office.post(&raise).status, 303);
        let mut visitor = world.stranger();
        let page = visitor.page(&format!("/rooms/{}", world.salon));
        let told = page.attributes(".photos img", "alt");
        assert_eq!(told, ["La fenêtre", "La table"]);
        let address = page.attribute(".photos img", "src").unwrap();
        let file = visitor.get(&address);
        assert_eq!(file.header("content-type"), "image/jpeg");
        assert_eq!(
            file.header("cache-control"),
            "public, max-age=31536000, immutable"
        );
        let other = address.replace(&world.salon.to_string(), &world.desks.to_string());
        assert_eq!(visitor.get(&other).status, 404, "a photograph is of one room");
        let shown = page.attribute(".photos img", "srcset").unwrap();
        assert!(shown.contains(" 480w") && shown.contains(" 700w"), "{shown}");
        let remove = office.page(&desk).form("form[action$=removal]");
        let gone = remove.clone();
        assert_eq!(office.post(&remove).status, 303);
        assert_eq!(visitor.get(&address).status, 404);
        assert_eq!(office.post_anew(&gone).status, 404);
        for mut other in [world.member(), world.team(), world.stranger()] {
            assert_ne!(other.get(&desk).status, 200, "rooms are kept by the office");
        }
    });
}

#[test]
fn a_room_is_framed_by_the_sites_that_the_place_names_and_by_no_other_page() {
    both_engines(|db| {
        let world = World::new(db);
        let mut office = world.director();
        let settings = "/office/guests/settings";
        let form = office.page(settings).form("main form");
        let refused = office.post(
            &form
                .clone()
                .with("sites", "https://lieu.example.org; script-src *"),
        );
        assert_eq!(refused.status, 422);
        assert!(refused.html().field_error("sites").is_some());
        let kept = office.post(&form.with("sites", "https://Lieu.example.org/salles"));
        assert_eq!(kept.status, 303);
        let page = office.page(settings);
        assert!(page.says(&format!("/embed/rooms/{}", world.salon)), "{page}");
        let mut visitor = world.stranger();
        let framed = visitor.get(&format!("/embed/rooms/{}", world.salon));
        let policy = framed.header("content-security-policy").to_owned();
        assert!(
            policy.ends_with("frame-ancestors 'self' https://lieu.example.org"),
            "{policy}"
        );
        assert_eq!(framed.header("x-frame-options"), "");
        let page = framed.html();
        assert_eq!(
            page.count("form"),
            page.count("dialog form"),
            "a framed page writes nothing"
        );
        assert!(
            page.attributes("main a.chip", "target")
                .iter()
                .all(|one| one == "_blank")
        );
        for path in [
            format!("/rooms/{}", world.salon),
            format!("/rooms/{}/booking", world.salon),
        ] {
            let reply = visitor.get(&path);
            assert!(
                reply
                    .header("content-security-policy")
                    .ends_with("frame-ancestors 'none'")
            );
            assert_eq!(reply.header("x-frame-options"), "DENY");
        }
        assert_eq!(world.member().get(settings).status, 403);
        assert_eq!(world.team().get(settings).status, 403);
    });
}
