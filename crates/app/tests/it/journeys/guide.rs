//! The pictures of the user's guide, in both languages, and proof that the guide shows what the pages say today.
//!
//! `just guide` takes the pictures anew. Without it the same pages are walked through, and their words compared with those
//! kept when the pictures were taken.

use super::served::Served;
use harness::{Page, Viewport};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::PathBuf;

/// One picture: whose page, through which window, and what is done before it is taken.
struct Picture {
    name: &'static str,
    who: &'static str,
    viewport: Viewport,
    path: &'static str,
    act: fn(&Page),
}

const MEMBER: &str = "membre@example.org";
const DESK: &str = "facilitation@example.org";
const OFFICE: &str = "gerance@example.org";

/// A window wide enough for the tables of the office.
const WINDOW: Viewport = Viewport {
    width: 1_100,
    height: 800,
    dark: false,
    javascript: true,
};

const PICTURES: [Picture; 17] = [
    Picture::phone("my-place", "/me", nothing),
    Picture::phone("booking-form", "/calendar", choose_hours),
    Picture::phone("find-a-room", "/calendar/find", find),
    Picture::phone("series", "/bookings/new", repeat),
    Picture::phone("passes", "/me/passes", nothing),
    Picture::phone("directory", "/directory", nothing),
    Picture::window("front-desk", DESK, "/front-desk", nothing),
    Picture::window("week", DESK, "/calendar", calendar),
    Picture::window("closures", DESK, "/office/spaces/closures", nothing),
    Picture::window("deliveries", DESK, "/front-desk/deliveries", nothing),
    Picture::window("duty", DESK, "/front-desk/duty", nothing),
    Picture::window("applications", DESK, "/office/applications", nothing),
    Picture::window("month", OFFICE, "/office/billing", last_month),
    Picture::window("offers", OFFICE, "/office/offers", nothing),
    Picture::window("spaces", OFFICE, "/office/spaces", nothing),
    Picture::window("occupancy", OFFICE, "/office/occupancy", nothing),
    Picture::window("people", OFFICE, "/office/people", nothing),
];

impl Picture {
    const fn phone(name: &'static str, path: &'static str, act: fn(&Page)) -> Self {
        Self {
            name,
            who: MEMBER,
            viewport: Viewport::PHONE,
            path,
            act,
        }
    }

    const fn window(name: &'static str, who: &'static str, path: &'static str, act: fn(&Page)) -> Self {
        Self {
            name,
            who,
            viewport: WINDOW,
            path,
            act,
        }
    }
}

fn nothing(_page: &Page) {}

fn choose_hours(page: &Page) {
    page.click("#day-2026-06-17 a[href^='/bookings/new']");
    page.wait_for("#quote button[value=confirm]");
}

fn find(page: &Page) {
    page.fill("#people", "6");
    page.fill("#day", "2026-06-18");
    page.fill("#part", "afternoon");
    page.click("form[action='/calendar/find'] button[type=submit]");
    page.wait_for("#found li");
}

fn repeat(page: &Page) {
    page.fill("#day", "2026-06-23");
    page.fill("#start", "18:00");
    page.fill("#end", "19:30");
    page.click("details.repeat summary");
    page.fill("#repeat", "weekly");
    page.fill("#count", "4");
    page.click("button[value=preview]");
    page.wait_for("ul.series-dates");
}

fn calendar(page: &Page) {
    page.wait_for("#week-calendar .ec-event");
}

fn last_month(page: &Page) {
    page.click("main a[href='/office/billing/2026-05']");
    page.wait_for_url("/office/billing/2026-05");
}

/// The folder of the guide.
fn guide() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/guide")
}

/// What a page says by itself: titles, labels, buttons, heads of columns.
fn words(page: &Page) -> String {
    let said = "main h1, main h2, main label, main legend, main summary, main th, main button, main .button";
    let all = page.evaluate(&format!(
        "[...new Set([...document.querySelectorAll({said:?})].filter(it => it.checkVisibility())
            .map(it => it.textContent.trim().replace(/\\s+/g, ' ').replace(/[0-9]+/g, '#')))].join(' · ')"
    ));
    all.as_str().unwrap_or_default().to_owned()
}

/// Walks through all pages in a language and takes the pictures when they are asked for.
fn walk(served: &Served, visitors: &BTreeMap<&str, Page>, language: &str, take: bool) -> String {
    let mut said = String::new();
    for picture in &PICTURES {
        let page = &visitors[picture.who];
        page.look_through(picture.viewport);
        page.keep_cookie(&served.address, "tribu_language", language);
        served.go(page, picture.path);
        (picture.act)(page);
        assert!(!page.url().contains("/sign-in"), "{} is let in", picture.who);
        if take {
            let name = format!("pictures/{language}/{}.png", picture.name);
            page.screenshot_of_view(guide().join(name));
        }
        writeln!(said, "{}: {}", picture.name, words(page)).unwrap();
    }
    said
}

#[test]
fn the_guide_shows_the_pages_as_they_are() {
    let served = Served::lived_in();
    let take = std::env::var_os("TRIBU_GUIDE").is_some();
    let visitors = [MEMBER, DESK, OFFICE]
        .map(|who| (who, served.signed_in_with(who, app::demo::PASSWORD, WINDOW)))
        .into();
    for language in ["fr", "en"] {
        let said = walk(&served, &visitors, language, take);
        let kept = guide().join(format!("pictures/{language}/words.txt"));
        if take {
            std::fs::write(&kept, &said).unwrap();
        }
        let before = std::fs::read_to_string(&kept).unwrap_or_default();
        let changed: Vec<String> = said
            .lines()
            .zip(before.lines().chain(std::iter::repeat("")))
            .filter(|(now, then)| now != then)
            .map(|(now, then)| format!("now  {now}\nthen {then}"))
            .collect();
        assert!(
            changed.is_empty(),
            "pages changed since their pictures were taken: look at them, then `just guide`\n{}",
            changed.join("\n")
        );
    }
}

#[test]
fn each_picture_of_the_guide_is_there_and_is_shown() {
    let taken: BTreeSet<&str> = PICTURES.iter().map(|picture| picture.name).collect();
    for language in ["fr", "en"] {
        let mut shown = BTreeSet::new();
        for page in std::fs::read_dir(guide().join(language)).unwrap() {
            let text = std::fs::read_to_string(page.unwrap().path()).unwrap();
            for part in text.split("](../pictures/").skip(1) {
                let file = part.split(')').next().unwrap();
                assert!(
                    guide().join("pictures").join(file).is_file(),
                    "{file} is not there"
                );
                let name = file
                    .strip_prefix(&format!("{language}/"))
                    .expect("a picture in the language of its page");
                shown.insert(name.strip_suffix(".png").unwrap().to_owned());
            }
        }
        let shown: BTreeSet<&str> = shown.iter().map(String::as_str).collect();
        assert_eq!(
            shown, taken,
            "every picture in {language} is taken by the journey, and shown"
        );
    }
}
