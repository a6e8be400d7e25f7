//! What is kept of requests that came to nothing, and the list of all quotes.

use crate::world::World;
use harness::both_engines;
use kernel::{Day, Id, Instant};
use platform::personal::Limit;

/// Applies the rule of retention as of a day, and says how many requests it forgot.
fn forgets(world: &World, before: &str) -> u64 {
    let day = Day::parse(before).unwrap();
    let moment: Instant = world.midnight(day);
    world.write(move |tx, system| {
        let rule = hires::capability().personal.holdings[0].retention.unwrap();
        (rule.apply)(tx, system.place, Limit { moment, day }).unwrap()
    })
}

#[test]
fn a_request_that_came_to_nothing_is_forgotten_in_time_and_what_was_agreed_stays() {
    both_engines(|db| {
        let world = World::new(db);
        let refused = world.asked();
        let mut team = world.team();
        let at = format!("/office/exclusive-hires/{refused}");
        let draft = team.page(&at).form("form[action$=quotes]");
        assert_eq!(team.post(&draft).status, 303);
        let no = team.page(&at).form("form[action$=refusal]");
        assert_eq!(
            team.post(&no.with("reason", "La halle est en travaux.")).status,
            303
        );
        world.outbox_after(1);
        let (accepted, _) = world.quoted();
        assert_eq!(forgets(&world, "2026-06-15"), 0, "answered this very day");
        assert_eq!(forgets(&world, "2026-06-16"), 1);
        assert_eq!(forgets(&world, "2026-06-16"), 0, "once is enough");
        let known = world.hire(refused);
        assert_eq!(known.asked.email, None);
        assert_eq!((known.reason.as_str(), known.wanted.message.as_str()), ("", ""));
        assert_eq!(known.wanted.people, 60, "how many came is still counted");
        let drafts = world.write(move |tx, system| {
            billing::quotes_of(tx, system.place, &hires::source_of(refused)).unwrap()
        });
        assert!(drafts.is_empty(), "{drafts:?}");
        assert!(!team.page(&at).says("Solène"));
        assert!(world.hire(accepted).asked.email.is_some(), "its quote is out");
        assert_eq!(
            forgets(&world, "2029-06-21"),
            0,
            "a quote that is out is no refusal"
        );
        assert!(world.faults().is_empty(), "{:?}", world.faults());
    });
}

#[test]
fn every_quote_is_found_by_number_by_customer_and_by_where_it_stands() {
    both_engines(|db| {
        let world = World::new(db);
        let (hire, quote) = world.quoted();
        let mut team = world.team();
        let list = "/office/exclusive-hires/quotes";
        let page = team.page("/office/exclusive-hires");
        assert!(page.exists(&format!("a[href='{list}']")), "found without help");
        let page = team.page(list);
        let href = page.attribute("tbody th a", "href");
        assert_eq!(
            href,
            Some(format!("/office/exclusive-hires/{hire}/quotes/{quote}"))
        );
        assert!(page.says("D-2026-000001") && page.says("216,00"), "{page}");
        for (query, found) in [
            ("?q=D-2026-000001", true),
            ("?q=atelier+faubourg", false),
            ("?q=ATELIER+DU+FAUBOURG", true),
            ("?q=Solene", true),
            ("?q=%25", true),
            ("?q=%00x", false),
            ("?state=sent", true),
            ("?state=accepted", false),
            ("?state=expired", false),
            ("?state=war", true),
            ("?page=-3", true),
            ("?page=99", false),
        ] {
            let page = team.page(&format!("{list}{query}"));
            assert_eq!(page.exists("tbody th a"), found, "{query}: {page}");
        }
        let file = team.get(&format!("{list}?format=csv")).text().into_owned();
        assert!(
            file.contains("D-2026-000001") && file.contains("216,00"),
            "{file}"
        );
        assert_eq!(file.trim().lines().count(), 2, "{file}");
        world.at("2026-06-19", "00:00");
        assert!(team.page(&format!("{list}?state=expired")).exists("tbody th a"));
        assert!(!team.page(&format!("{list}?state=sent")).exists("tbody th a"));
        assert_eq!(world.member().get(list).status, 403);
    });
}

#[test]
fn photographs_of_a_check_are_the_team_s_and_stay_once_the_deposit_is_settled() {
    both_engines(|db| {
        let world = World::new(db);
        let hire = world.over_in("fr");
        let mut team = world.team();
        let check = format!("/front-desk/exclusive-hires/{hire}/check");
        let album = format!("/front-desk/exclusive-hires/{hire}/photos");
        assert!(team.page(&check).exists(&format!("a[href='{album}']")));
        let add = team.page(&album).form("main form[action$=photos]");
        let silent = team.upload(&add.clone().with("alternative", ""), "photo", "c.png", &picture());
        assert_eq!(silent.status, 422, "{silent}");
        let add = add.with("alternative", "Une chaise cassée");
        assert_eq!(team.upload(&add, "photo", "c.png", b"no picture").status, 422);
        assert_eq!(team.upload(&add, "photo", "c.png", &picture()).status, 303);
        let page = team.page(&check);
        let src = page.attribute("ul.photos img", "src").expect("it is shown");
        assert_eq!(team.get(&src).status, 200);
        assert_eq!(world.member().get(&src).status, 403);
        let elsewhere = src.replace(&hire.to_string(), &Id::<()>::from_i64(77).to_string());
        assert_eq!(team.get(&elsewhere).status, 404);
        let remove = team.page(&album).form("form[action$=removal]");
        let settle = team.page(&check).form("form[action$=settlement]");
        assert_eq!(team.post(&settle).status, 303);
        world.outbox_after(1);
        assert_eq!(team.post(&remove).status, 422, "it proves what was settled");
        assert_eq!(
            team.upload(&add.bent("_key", "late"), "photo", "c.png", &picture())
                .status,
            422
        );
        let page = team.page(&album);
        assert!(!page.exists("main form[action*=photos]"), "{page}");
        assert!(page.exists("ul.photos img"));
    });
}

fn picture() -> Vec<u8> {
    let mut file = std::io::Cursor::new(Vec::new());
    let picture = image::RgbImage::from_pixel(200, 120, image::Rgb([120, 90, 60]));
    picture.write_to(&mut file, image::ImageFormat::Png).unwrap();
    file.into_inner()
}
