//! What is broken: reported by anybody, followed by the desk, told to who reported it (T23).

use crate::letters::{golden, in_both};
use crate::world::World;
use axum::http::StatusCode;
use harness::{Form, Visitor, both_engines};

/// Reports something on one's own page, and gives where the desk follows it.
fn reports(world: &World, visitor: &mut Visitor, title: &str, urgency: &str) -> String {
    let form = visitor
        .page("/me/incidents")
        .form("form[action=\"/me/incidents\"]");
    let form = form
        .with("title", title)
        .bent("urgency", urgency)
        .with("detail", "Depuis ce matin.");
    assert_eq!(visitor.post(&form).location, "/me/incidents");
    let page = world.desk().page("/front-desk/incidents");
    let at = page.all("ul.lines strong").iter().position(|one| one == title);
    let links = page.attributes("ul.lines .line-what > a", "href");
    links[at.expect("the desk sees it")].clone()
}

#[test]
fn a_report_sent_again_by_going_back_is_one_incident() {
    both_engines(|db| {
        let world = World::new(db);
        let mut lucie = world.member(world.lucie);
        let form = lucie
            .page("/me/incidents")
            .form("form[action=\"/me/incidents\"]")
            .with("title", "Vitre fêlée")
            .with("detail", "Au premier");
        let count = || {
            let page = world.desk().page("/front-desk/incidents");
            page.all("ul.lines strong")
                .iter()
                .filter(|one| *one == "Vitre fêlée")
                .count()
        };
        lucie.post(&form);
        lucie.post_anew(&form);
        assert_eq!(count(), 1, "the same words, the same incident");
        lucie.post_anew(&form.clone().with("detail", "Au second"));
        assert_eq!(count(), 2, "another window");
        world.db.clock().set(world.db.clock().now().plus_minutes(10));
        lucie.post_anew(&form);
        assert_eq!(count(), 3, "said again on purpose");
    });
}

fn follow(visitor: &mut Visitor, address: &str) -> Form {
    visitor.page(address).form("form[action$=\"/steps\"]")
}

#[test]
fn t23_a_broken_printer_is_reported_and_its_repair_followed() {
    both_engines(|db| {
        let world = World::new(db);
        let mut lucie = world.member(world.lucie);
        assert!(lucie.page("/me").says("Quelque chose est cassé ? Dites-le."));
        let address = reports(&world, &mut lucie, "L’imprimante ne répond plus", "high");
        assert!(lucie.page("/me").says("L’imprimante ne répond plus"));
        let mut desk = world.desk();
        assert!(desk.page("/front-desk").says("dont un pressé"));
        let form = follow(&mut desk, &address)
            .with("state", "in_hand")
            .with("body", "Un dépanneur passe mardi.")
            .and("mine", "yes");
        assert_eq!(desk.post(&form).location, address);
        let outbox = world.outbox_after(1);
        assert_eq!(outbox.len(), 1);
        assert_eq!(outbox[0].recipient.as_str(), "lucie@example.org");
        assert!(outbox[0].text_body.contains("Un dépanneur passe mardi."));
        let mine = lucie
            .page("/me/incidents")
            .attribute("ul.lines a", "href")
            .unwrap();
        let page = lucie.page(&mine);
        assert!(page.says("Un dépanneur passe mardi.") && page.says("suivi par Awa Diarra"));
        let solved = follow(&mut desk, &address)
            .with("state", "solved")
            .with("cost", "85,50");
        desk.post(&solved);
        assert_eq!(world.outbox_after(1).len(), 2);
        assert!(desk.page("/front-desk/incidents").says("Rien n’est cassé"));
        let ended = desk.page("/front-desk/incidents?show=ended");
        assert!(ended.says("L’imprimante ne répond plus") && ended.says("85,50"));
        assert!(desk.page("/front-desk").says("Rien n’est cassé."));
    });
}

#[test]
fn what_says_nothing_new_is_refused_and_a_cost_alone_writes_to_nobody() {
    both_engines(|db| {
        let world = World::new(db);
        let mut lucie = world.member(world.lucie);
        let address = reports(&world, &mut lucie, "Une ampoule grille", "low");
        let mut desk = world.desk();
        let nothing = follow(&mut desk, &address);
        assert!(desk.refused(&nothing).field_error("body").is_some());
        for cost in ["-1", "1000000,01", "dix"] {
            let wrong = follow(&mut desk, &address).with("cost", cost);
            assert!(desk.refused(&wrong).field_error("cost").is_some(), "{cost}");
        }
        let cost = follow(&mut desk, &address).with("cost", "3");
        assert_eq!(desk.post(&cost).location, address);
        let declined = follow(&mut desk, &address).with("state", "declined");
        desk.post(&declined);
        assert_eq!(world.outbox_after(1).len(), 1, "one letter, for the state");
        let back = follow(&mut desk, &address).bent("state", "waiting");
        assert!(desk.refused(&back).field_error("state").is_some());
        let own = reports(&world, &mut world.desk(), "La porte grince", "normal");
        let solved = follow(&mut desk, &own).with("state", "solved");
        desk.post(&solved);
        assert_eq!(
            world.outbox_after(0).len(),
            1,
            "nobody is told of what they did themselves"
        );
    });
}

#[test]
fn a_report_is_read_by_its_author_and_the_desk_alone() {
    both_engines(|db| {
        let world = World::new(db);
        let mut lucie = world.member(world.lucie);
        reports(&world, &mut lucie, "Une fuite", "normal");
        let mine = lucie
            .page("/me/incidents")
            .attribute("ul.lines a", "href")
            .unwrap();
        let mut karim = world.member(world.karim);
        assert_eq!(karim.get(&mine).status, StatusCode::NOT_FOUND);
        assert_eq!(karim.get("/front-desk/incidents").status, StatusCode::FORBIDDEN);
        assert!(!karim.page("/me/incidents").says("Une fuite"));
        let form = karim.page("/me/incidents").form("form[action=\"/me/incidents\"]");
        let empty = karim.refused(&form.clone().with("title", " "));
        assert!(empty.field_error("title").is_some());
        for subject in ["space:zzzz", "thing:0000000000001", "else"] {
            let refused = karim.refused(&form.clone().with("title", "Rien").bent("subject", subject));
            assert!(refused.field_error("subject").is_some(), "{subject}");
        }
    });
}

#[test]
fn letters_about_an_incident_read_well_in_both_languages() {
    in_both(|world, code| {
        let mut lucie = world.member(world.lucie);
        let mut desk = world.desk();
        let form = {
            let page = lucie.page("/me/incidents");
            page.form("form[action=\"/me/incidents\"]")
                .with("title", "L’imprimante ne répond plus")
        };
        lucie.post(&form);
        let address = desk
            .page("/front-desk/incidents")
            .attribute("ul.lines a", "href")
            .unwrap();
        let form = follow(&mut desk, &address);
        desk.post(
            &form
                .with("state", "waiting")
                .with("body", "La pièce arrive jeudi."),
        );
        let mut mail = world.outbox_after(1).remove(0);
        let id = address.rsplit('/').next().unwrap();
        mail.text_body = mail.text_body.replace(id, "IDENTIFIER");
        golden(&format!("incident_{code}"), &mail);
    });
}

/// A small picture, as a file.
fn picture() -> Vec<u8> {
    let mut file = std::io::Cursor::new(Vec::new());
    let picture = image::RgbImage::from_pixel(200, 120, image::Rgb([120, 90, 60]));
    picture.write_to(&mut file, image::ImageFormat::Png).unwrap();
    file.into_inner()
}

#[test]
fn t23_a_photograph_of_what_is_broken_is_for_the_desk_and_whoever_reported_it() {
    both_engines(|db| {
        let world = World::new(db);
        let mut lucie = world.member(world.lucie);
        let address = reports(&world, &mut lucie, "La porte ferme mal", "normal");
        let mine = lucie
            .page("/me/incidents")
            .attribute("ul.lines a", "href")
            .unwrap();
        let form = lucie
            .page(&format!("{mine}/photos"))
            .form("form[enctype]")
            .with("alternative", "La serrure tordue");
        assert_eq!(lucie.upload(&form, "photo", "porte.png", &picture()).status, 303);
        let seen = world.desk().page(&address);
        let file = seen.attribute(".photos img", "src").unwrap();
        assert_eq!(seen.attribute(".photos img", "alt").unwrap(), "La serrure tordue");
        assert_eq!(world.desk().get(&file).status, 200);
        let own = lucie.page(&mine).attribute(".photos img", "src").unwrap();
        assert_eq!(lucie.get(&own).status, 200);
        let mut other = world.member(world.karim);
        for path in [own.clone(), format!("{mine}/photos")] {
            assert_eq!(other.get(&path).status, 404, "{path}");
        }
        assert_eq!(other.get(&file).status, 403);
        let remove = lucie
            .page(&format!("{mine}/photos"))
            .form("form[action$=removal]");
        let taken = other.own_form(&format!("{mine}/photos"));
        assert_ne!(other.post(&taken).status, 303);
        assert_eq!(lucie.post(&remove).status, 303);
        assert_eq!(world.desk().get(&file).status, 404);
    });
}

#[test]
fn t23_whoever_reported_removes_their_own_photographs_and_only_while_it_is_open() {
    both_engines(|db| {
        let world = World::new(db);
        let mut lucie = world.member(world.lucie);
        let address = reports(&world, &mut lucie, "La porte ferme mal", "normal");
        let mine = lucie
            .page("/me/incidents")
            .attribute("ul.lines a", "href")
            .unwrap();
        let (own, theirs) = (format!("{mine}/photos"), format!("{address}/photos"));
        let mut desk = world.desk();
        let form = desk.page(&theirs).form("form[enctype]");
        let form = form.with("alternative", "Devis du serrurier");
        assert_eq!(desk.upload(&form, "photo", "devis.png", &picture()).status, 303);
        let removal = desk.page(&theirs).form("form[action$=removal]");
        assert!(
            !lucie.page(&own).exists("form[action$=removal]"),
            "it is the desk's"
        );
        let bent = removal.action.replace(&theirs, &own);
        assert_eq!(lucie.send_fields(&bent, &[]).status, 404);
        let form = lucie.page(&own).form("form[enctype]");
        let form = form.with("alternative", "La serrure");
        assert_eq!(lucie.upload(&form, "photo", "porte.png", &picture()).status, 303);
        let page = lucie.page(&own);
        assert_eq!(page.count("form[action$=removal]"), 1, "one's own only: {page}");
        let removal = page.form("form[action$=removal]");
        let form = desk.page(&address).form("main form");
        let ended = desk.post(&form.with("state", "solved").with("body", "Réparé"));
        assert_eq!(ended.status, 303, "{ended}");
        assert!(!lucie.page(&own).exists("form[action$=removal]"), "it is over");
        assert_eq!(lucie.post(&removal).status, 404);
        assert_eq!(desk.page(&theirs).count(".photo-desk img"), 2);
    });
}

#[test]
fn a_photograph_of_what_the_place_bought_is_for_who_keeps_the_inventory() {
    both_engines(|db| {
        let world = World::new(db);
        let mut office = world.director();
        let form = office.page("/office/equipment/new").form("main form");
        let kept = office.post(&form.with("name", "Vidéoprojecteur").with("price", "900"));
        let album = format!("{}/photos", kept.location);
        let form = office
            .page(&album)
            .form("form[enctype]")
            .with("alternative", "Le vidéoprojecteur dans sa housse");
        assert_eq!(office.upload(&form, "photo", "v.png", &picture()).status, 303);
        let file = office.page(&album).attribute(".photo-desk img", "src").unwrap();
        assert_eq!(office.get(&file).status, 200);
        assert_eq!(world.desk().get(&file).status, 403);
        assert_eq!(world.member(world.lucie).get(&album).status, 403);
    });
}
