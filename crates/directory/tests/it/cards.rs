//! Cards: kept by their owner, seen by whom they allow, found by what is shown (tasks T30 and T31).

use crate::world::{World, card_form};
use axum::http::StatusCode;
use harness::both_engines;

#[test]
fn t30_a_member_keeps_a_card_and_chooses_who_sees_which_part() {
    both_engines(|db| {
        let world = World::new(db);
        let mut lucie = world.member(world.lucie);
        let form = card_form(&mut lucie)
            .with("trade", "Comptable")
            .with("skills", "Paie, bilan carbone")
            .with("links", "www.example.org/lucie")
            .with("offers", "Une heure de conseil <gratuite>")
            .with("needs", "Un vélo")
            .with("card_for", "public")
            .with("skills_for", "public")
            .with("needs_for", "nobody");
        assert_eq!(lucie.post(&form).location, "/me/card");
        let again = lucie.page("/me/card");
        assert_eq!(
            again.attribute("#skills", "value").as_deref(),
            Some("Paie, bilan carbone")
        );
        assert_eq!(
            again.text("#needs"),
            "Un vélo",
            "its owner keeps what nobody sees"
        );
        let address = format!("/directory/{}", world.lucie);
        let seen = world.member(world.karim).page(&address);
        assert!(seen.says("Comptable") && seen.says("bilan carbone") && seen.says("conseil <gratuite>"));
        assert!(seen.exists("a[href=\"https://www.example.org/lucie\"]"));
        assert!(!seen.says("Un vélo"), "shown to nobody");
        let public = world.stranger().page(&format!("/members/{}", world.lucie));
        assert!(public.says("Lucie Amrani") && public.says("Paie"));
        assert!(
            !public.says("conseil") && !public.exists("a[href^=\"https://www\"]"),
            "for members"
        );
        assert!(world.stranger().page("/members").says("Lucie Amrani"));
    });
}

#[test]
fn what_is_wrong_is_said_at_its_field_and_nothing_is_lost() {
    both_engines(|db| {
        let world = World::new(db);
        let mut lucie = world.member(world.lucie);
        let form = card_form(&mut lucie)
            .with("trade", &"x".repeat(81))
            .with("links", "javascript:alert(1)")
            .with("offers", "Un coup de main");
        let wrong = lucie.post(&form);
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let html = wrong.html();
        assert_eq!(html.field_errors().keys().collect::<Vec<_>>(), ["links", "trade"]);
        assert_eq!(html.text("#offers"), "Un coup de main");
        let mut karim = world.member(world.karim);
        let address = format!("/directory/{}", world.lucie);
        assert_eq!(
            karim.get(&address).status,
            StatusCode::NOT_FOUND,
            "nothing was kept"
        );
    });
}

#[test]
fn t31_a_search_forgives_and_finds_nobody_by_what_is_hidden() {
    both_engines(|db| {
        let world = World::new(db);
        world.keeps_card(world.lucie, "Comptable", "Paie");
        let mut karim = world.keeps_card(world.karim, "Menuisier", "Escalier");
        let form = card_form(&mut karim).with("skills_for", "nobody");
        karim.post(&form);
        let mut lucie = world.member(world.lucie);
        let found = |visitor: &mut harness::Visitor, typed: &str| {
            visitor.page(&format!("/directory?q={typed}")).all(".card h2")
        };
        assert_eq!(found(&mut lucie, ""), ["Karim Haddouche", "Lucie Amrani"]);
        assert_eq!(found(&mut lucie, "conptable"), ["Lucie Amrani"]);
        assert_eq!(found(&mut lucie, "menuisier"), ["Karim Haddouche"]);
        assert!(
            found(&mut lucie, "escalier").is_empty(),
            "a hidden skill betrays nobody"
        );
        assert!(found(&mut lucie, "zzz").is_empty());
        assert!(
            world.stranger().page("/members").all(".card h2").is_empty(),
            "for members alone"
        );
    });
}

#[test]
fn who_left_sees_what_everybody_sees_and_is_no_longer_shown() {
    both_engines(|db| {
        let world = World::new(db);
        world.keeps_card(world.lucie, "Comptable", "Paie");
        let mut oumou = world.keeps_card(world.oumou, "Traductrice", "Anglais");
        assert_eq!(oumou.get("/directory").location, "/members");
        assert_eq!(oumou.get("/board").location, "/members");
        let address = format!("/directory/{}", world.lucie);
        let reply = oumou.get(&address);
        assert_eq!(reply.location, format!("/members/{}", world.lucie));
        assert_eq!(oumou.get(&reply.location).status, StatusCode::NOT_FOUND);
        assert_eq!(world.team().page("/directory").all(".card h2"), ["Lucie Amrani"]);
    });
}

#[test]
fn nobody_keeps_the_card_of_another() {
    both_engines(|db| {
        let world = World::new(db);
        world.keeps_card(world.lucie, "Comptable", "Paie");
        let mut karim = world.member(world.karim);
        let form = card_form(&mut karim)
            .and("person", &world.lucie.to_string())
            .with("trade", "Menuisier");
        karim.post(&form);
        let seen = karim.page(&format!("/directory/{}", world.lucie));
        assert!(seen.says("Comptable"));
    });
}

/// A small picture, as a file.
fn picture() -> Vec<u8> {
    let mut file = std::io::Cursor::new(Vec::new());
    let picture = image::RgbImage::from_pixel(200, 200, image::Rgb([120, 90, 60]));
    picture.write_to(&mut file, image::ImageFormat::Png).unwrap();
    file.into_inner()
}

#[test]
fn t30_a_photograph_is_seen_by_whom_its_owner_chose_and_goes_when_they_say_so() {
    both_engines(|db| {
        let world = World::new(db);
        let mut lucie = world.member(world.lucie);
        let public = card_form(&mut lucie).with("card_for", "public");
        lucie.post(&public);
        let form = lucie
            .page("/me/card/photo")
            .form("form[enctype]")
            .with("photo_for", "members");
        assert_eq!(lucie.upload(&form, "photo", "moi.png", &picture()).status, 303);
        let address = format!("/directory/{}", world.lucie);
        let page = world.member(world.karim).page(&address);
        let file = page.attribute("img.portrait", "src").unwrap();
        assert!(page.attribute("img.portrait", "alt").unwrap().contains("Lucie"));
        let seen = world.member(world.karim).get(&file);
        assert_eq!(seen.status, 200);
        assert_eq!(seen.header("cache-control"), "private, max-age=600");
        let outside = world.stranger().page(&format!("/members/{}", world.lucie));
        assert!(
            !outside.exists("img.portrait"),
            "hidden from the public unless she chooses"
        );
        assert_eq!(world.stranger().get(&file).status, 404);
        let other = file.replace(&world.lucie.to_string(), &world.karim.to_string());
        assert_eq!(world.member(world.karim).get(&other).status, 404);
        for (chosen, stranger, member) in [("public", 200, 200), ("nobody", 404, 404)] {
            let form = lucie.page("/me/card/photo").form("form[enctype]");
            lucie.post(&form.with("photo_for", chosen));
            assert_eq!(world.stranger().get(&file).status.as_u16(), stranger, "{chosen}");
            assert_eq!(
                world.member(world.karim).get(&file).status.as_u16(),
                member,
                "{chosen}"
            );
            assert_eq!(lucie.get(&file).status, 200, "one's own always");
        }
        let remove = lucie.page("/me/card/photo").form("form[action$=removal]");
        assert_eq!(lucie.post(&remove).status, 303);
        assert_eq!(lucie.get(&file).status, 404);
    });
}
