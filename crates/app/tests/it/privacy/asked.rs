//! A copy for oneself, and requests that the office answers.

use super::{ADDRESS, Privacy};
use crate::world::PASSWORD;
use harness::on_both_engines;
use kernel::{Locale, Role};
use std::io::{Cursor, Read as _};

#[test]
fn t39_a_member_takes_away_a_copy_of_everything_alone_and_it_dies() {
    on_both_engines(|fresh| {
        let house = Privacy::in_house(fresh, &[Role::Administrator]);
        let mut zoe = house.world.signed_in_as(ADDRESS, PASSWORD);
        let form = zoe.page("/me/data").form("form[action=\"/me/data/copies\"]");
        let wrong = zoe.refused(&form.clone().with("copy_password", "un autre secret"));
        assert!(wrong.field_error("copy_password").is_some());
        let asked = zoe.post_anew(&form.with("copy_password", PASSWORD));
        assert!(asked.location.starts_with("/jobs/"), "{asked}");
        house.job_done();
        let page = zoe.page("/me/data");
        let address = page.attribute("a[href^=\"/me/data/copies/\"]", "href").unwrap();
        let file = zoe.get(&address);
        assert_eq!(file.header("content-type"), "application/zip");
        let mut zip = zip::ZipArchive::new(Cursor::new(file.body)).unwrap();
        let mut read = |name: &str| {
            let mut text = String::new();
            zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
            text
        };
        let (json, html) = (read("data.json"), read("data.html"));
        let copy: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(copy["format"], "tribu-personal-data");
        let tables = copy["kinds"][0]["tables"].as_array();
        assert!(tables.is_some_and(|tables| !tables.is_empty()));
        assert!(json.contains(ADDRESS) && html.contains("Quévrin-Ôst"), "{json}");
        assert!(
            json.contains("vient le mardi"),
            "what the team wrote is hers to read"
        );
        assert!(!json.contains("administrator@example.org") && !json.contains("password_hash"));
        let mut other = house.world.signed_in(Role::Administrator);
        assert_eq!(
            other.get(&address).status,
            404,
            "nobody else fetches it, whatever their rights"
        );
        let mut stranger = house.world.visitor();
        assert!(stranger.get(&address).location.starts_with("/sign-in"));
        let later = house.db.clock().now().plus_seconds(8 * 86_400);
        house.db.clock().set(later);
        assert_eq!(zoe.get(&address).status, 404, "it died after a week");
    });
}

#[test]
fn t78_the_office_notes_a_request_and_answers_it_within_the_month() {
    on_both_engines(|fresh| {
        let house = Privacy::in_house(fresh, &[Role::ManagingDirector]);
        let mut office = house.world.signed_in(Role::ManagingDirector);
        let found = office.page("/office/personal-data?q=quevrin");
        let person = found
            .attribute("main a[href$=\"/personal-data\"]", "href")
            .unwrap();
        let form = office.page(&person).form("form[action$=\"/personal-data\"]");
        let tomorrow = office.refused(&form.clone().with("asked_on", "2026-06-16"));
        assert!(tomorrow.field_error("asked_on").is_some());
        let noted = office.post_anew(
            &form
                .with("kind", "rectification")
                .with("asked_on", "2026-05-01")
                .with("note", "Son prénom prend un accent"),
        );
        assert!(noted.location.starts_with("/office/personal-data/"), "{noted}");
        house.job_done();
        let queue = office.page("/office/personal-data");
        assert!(queue.exists(".badge-error"), "the month is over: it is late");
        let answer = office.page(&noted.location).form("form[action$=\"/answer\"]");
        let silent = office.refused(&answer.clone().and("outcome", "declined"));
        assert!(silent.says("Dites pourquoi"));
        let done = office.post_anew(&answer.and("outcome", "granted").with("answer", "C’est corrigé."));
        assert_eq!(done.status, 303, "{done}");
        house.job_done();
        let mut zoe = house.world.signed_in_as(ADDRESS, PASSWORD);
        assert!(zoe.page("/me/data").says("C’est corrigé."));
        let letters = house.write(|tx, place| platform::mail::list(tx, place, 1_000).unwrap());
        let to_zoe = letters.iter().filter(|mail| mail.recipient.as_str() == ADDRESS);
        assert_eq!(to_zoe.count(), 2, "that it came in, and the answer");
    });
}

#[test]
fn nobody_reads_or_takes_back_what_somebody_else_asked() {
    on_both_engines(|fresh| {
        let roles = [
            Role::Member,
            Role::Facilitator,
            Role::Accountant,
            Role::ManagingDirector,
        ];
        let house = Privacy::in_house(fresh, &roles);
        let mut zoe = house.world.signed_in_as(ADDRESS, PASSWORD);
        let form = zoe.page("/me/data").form("form[action=\"/me/data/erasure\"]");
        let asked = zoe.post(&form.with("erasure_password", PASSWORD));
        assert_eq!(asked.location, "/me/data", "{asked}");
        let withdrawal = zoe.page("/me/data").form("form[action$=\"/withdrawal\"]");
        let mut office = house.world.signed_in(Role::ManagingDirector);
        let request = Privacy::request(&mut office);
        for role in [Role::Member, Role::Facilitator, Role::Accountant] {
            let mut other = house.world.signed_in(role);
            let theirs = other.send_fields(&withdrawal.action, &[]);
            assert_eq!(theirs.status, 404, "{role:?} takes nothing back for another");
            for page in [
                "/office/personal-data",
                "/office/retention",
                "/office/processing-record",
                &request,
            ] {
                assert_eq!(other.get(page).status, 403, "{role:?} {page}");
            }
            let erased = other.send_fields(&format!("{request}/erasure"), &[]);
            assert_eq!(erased.status, 403, "{role:?}");
        }
        let elsewhere = crate::world::World::neighbour(&house.db).with_role(Role::ManagingDirector);
        let mut neighbour = elsewhere.signed_in(Role::ManagingDirector);
        assert_eq!(neighbour.get(&request).status, 404);
        let person = format!("/office/people/{}/personal-data", house.zoe);
        assert_eq!(neighbour.get(&person).status, 404);
        assert_eq!(
            neighbour.send_fields(&format!("{request}/erasure"), &[]).status,
            404
        );
        assert_eq!(zoe.post(&withdrawal).status, 303, "she does");
        assert!(office.page(&request).exists(".badge-neutral"));
    });
}

#[test]
fn what_the_office_answers_reads_well_in_both_languages() {
    for (code, locale) in [("fr", Locale::Fr), ("en", Locale::En)] {
        let fresh = harness::FreshDatabase::on(platform::database::Engine::Sqlite);
        let house = Privacy::in_house(&fresh, &[Role::ManagingDirector]);
        let zoe = house.zoe;
        house.write(move |tx, place| {
            let known = people::person(tx, place, zoe).unwrap().unwrap();
            let known = people::NewPerson {
                language: Some(locale),
                ..known.into()
            };
            people::update_person(tx, &kernel::Actor::system(place), zoe, known).unwrap();
        });
        let mut office = house.world.signed_in(Role::ManagingDirector);
        let person = format!("/office/people/{zoe}/personal-data");
        for (outcome, answer) in [
            ("granted", "C’est corrigé."),
            ("declined", "Le contrat court encore."),
        ] {
            let form = office.page(&person).form("form[action$=\"/personal-data\"]");
            let form = form.with("kind", "rectification").with("asked_on", "2026-06-01");
            let noted = office.post_anew(&form);
            house.job_done();
            golden(&house, &format!("privacy_received_{code}"));
            let form = office.page(&noted.location).form("form[action$=\"/answer\"]");
            office.post_anew(&form.and("outcome", outcome).with("answer", answer));
            house.job_done();
            golden(&house, &format!("privacy_{outcome}_{code}"));
        }
        let form = office.page(&person).form("form[action$=\"/personal-data\"]");
        let form = form.with("kind", "erasure").with("asked_on", "2026-06-01");
        let noted = office.post_anew(&form);
        let form = office.page(&noted.location).form("form[action$=\"/erasure\"]");
        office.post_anew(&form);
        golden(&house, &format!("privacy_erased_{code}"));
    }
}

/// The last letter to Zoé, as she reads it.
fn golden(house: &Privacy, name: &str) {
    let letters = house.write(|tx, place| platform::mail::list(tx, place, 1_000).unwrap());
    let last = letters
        .iter()
        .find(|mail| mail.recipient.as_str() == ADDRESS)
        .unwrap();
    insta::with_settings!({ snapshot_path => "../golden", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(format!("{name}_text"), harness::letter_as_read(last));
    });
}
