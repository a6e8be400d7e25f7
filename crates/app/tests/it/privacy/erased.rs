//! Somebody erased: everywhere, for good, and after an older copy of the database is brought back.

use super::{ADDRESS, NAME, Privacy, assert_nobody_named, bytes_of, catalogue, copy_to, declarations, endow};
use crate::world::PASSWORD;
use harness::{FreshDatabase, on_both_engines};
use kernel::Role;
use platform::Fault;
use platform::database::Engine;
use std::process::Command;

fn asks_to_be_erased(house: &Privacy) {
    let mut zoe = house.world.signed_in_as(ADDRESS, PASSWORD);
    let form = zoe.page("/me/data").form("form[action=\"/me/data/erasure\"]");
    let form = form
        .with("erasure_password", PASSWORD)
        .with("note", "Zoé Quévrin-Ôst s’en va");
    assert_eq!(zoe.post(&form).status, 303);
    house.job_done();
}

fn erases(house: &Privacy) -> String {
    let mut office = house.world.signed_in(Role::ManagingDirector);
    let request = Privacy::request(&mut office);
    let page = office.page(&request);
    assert!(page.says("Ce que l’effacement fait"));
    let erased = office.post(&page.form("form[action$=\"/erasure\"]"));
    assert_eq!(erased.location, request, "{erased}");
    request
}

#[test]
fn t78_who_asked_is_erased_everywhere_and_gets_a_last_letter() {
    on_both_engines(|fresh| {
        let house = Privacy::in_house(fresh, &[Role::ManagingDirector, Role::Facilitator]);
        let mut zoe = house.world.signed_in_as(ADDRESS, PASSWORD);
        asks_to_be_erased(&house);
        let request = erases(&house);
        assert!(
            zoe.get("/me").location.starts_with("/sign-in"),
            "her sessions ended"
        );
        let letters = house.write(|tx, place| platform::mail::list(tx, place, 20).unwrap());
        let last: Vec<_> = letters
            .iter()
            .filter(|mail| mail.recipient.as_str() == ADDRESS)
            .collect();
        assert_eq!(last.len(), 1, "one last letter, and nothing else");
        assert_eq!(last[0].subject, "Vos données sont effacées");
        let mut office = house.world.signed_in(Role::ManagingDirector);
        assert!(office.page(&request).says("Personne effacée"));
        let card = office.page(&format!("/office/people/{}", house.zoe));
        assert!(card.says("Personne effacée") && !card.says("Quévrin"));
        assert!(!office.page("/office/people?q=quevrin").says("Quévrin"));
        assert!(
            !office
                .get("/office/people?format=csv")
                .text()
                .contains("Personne effacée")
        );
        // Its letter left: then it goes too, and nothing names her any more.
        let id = last[0].id;
        house.write(move |tx, place| {
            assert!(!platform::mail::forget(tx, place, id).unwrap(), "it still waits");
        });
        platform::mail::deliver_due(&house.db, &platform::mail::Sender::Shown, || true).unwrap();
        house.write(move |tx, place| {
            assert!(platform::mail::forget(tx, place, id).unwrap());
        });
        assert_nobody_named(&bytes_of(fresh));
    });
}

#[test]
fn nobody_is_erased_while_something_is_open() {
    on_both_engines(|fresh| {
        let house = Privacy::in_house(fresh, &[Role::ManagingDirector]);
        let (zoe, endowed) = (house.zoe, house.zoe);
        house.write(move |tx, place| endow(tx, place, endowed, &[]).len());
        asks_to_be_erased(&house);
        let mut office = house.world.signed_in(Role::ManagingDirector);
        let request = Privacy::request(&mut office);
        let page = office.page(&request);
        assert!(page.says("Ce qui est encore ouvert") && !page.exists("form[action$=\"/erasure\"]"));
        let forced = office.send_fields(&format!("{request}/erasure"), &[]);
        assert_eq!(forced.status, 422, "{forced}");
        let known = house.write(move |tx, place| people::person(tx, place, zoe).unwrap().unwrap());
        assert_eq!(known.name.given(), NAME.0);
    });
}

#[test]
fn the_last_administrator_and_the_team_are_not_erased_by_who_may_not_give_rights() {
    on_both_engines(|fresh| {
        let house = Privacy::in_house(fresh, &[Role::ManagingDirector, Role::Facilitator]);
        let mut office = house.world.signed_in(Role::ManagingDirector);
        let found = office.page("/office/personal-data?q=facilitator");
        let person = found
            .attribute("main a[href$=\"/personal-data\"]", "href")
            .unwrap();
        let form = office.page(&person).form("form[action$=\"/personal-data\"]");
        let noted = office.post(&form.with("kind", "erasure").with("asked_on", "2026-06-15"));
        let erased = office.send_fields(&format!("{}/erasure", noted.location), &[]);
        assert_eq!(erased.status, 422, "{erased}");
        assert!(erased.text().contains("est de l’équipe"));
    });
}

#[test]
fn every_declared_row_forgets_who_is_erased() {
    on_both_engines(|fresh| {
        let house = Privacy::in_house(fresh, &[]);
        let (zoe, messages) = (house.zoe, catalogue(&house.db));
        let endowed = house.write(move |tx, place| {
            let endowed = endow(tx, place, zoe, &[]).len();
            let list = [privacy::Erasure {
                place,
                person: zoe,
                at: tx.now(),
            }];
            let declarations = declarations();
            assert_eq!(
                privacy::erase_again(tx, &declarations, &messages, &list).unwrap(),
                1
            );
            assert_eq!(
                privacy::erase_again(tx, &declarations, &messages, &list).unwrap(),
                0,
                "once is enough"
            );
            endowed
        });
        assert!(endowed > 20, "she had rows in many tables: {endowed}");
        assert_nobody_named(&bytes_of(fresh));
    });
}

#[test]
fn who_was_erased_stays_erased_when_an_older_copy_is_brought_back() {
    on_both_engines(|fresh| {
        let house = Privacy::in_house(fresh, &[Role::ManagingDirector]);
        let folder = tempfile::tempdir().unwrap();
        let (older, list) = (
            folder.path().join("older.db"),
            folder.path().join("erasures.json"),
        );
        copy_to(fresh, &older);
        assert!(
            std::fs::read(&older)
                .unwrap()
                .windows(8)
                .any(|part| part == "Quévrin".as_bytes())
        );
        asks_to_be_erased(&house);
        erases(&house);
        let tribu = |arguments: &[&str]| {
            let done = Command::new(env!("CARGO_BIN_EXE_tribu"))
                .args(arguments)
                .output()
                .unwrap();
            assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
            String::from_utf8_lossy(&done.stdout).into_owned()
        };
        let (older, list) = (older.to_str().unwrap(), list.to_str().unwrap());
        tribu(&["erasures", list, "--database", &fresh.url()]);
        let kept = std::fs::read_to_string(list).unwrap();
        assert!(
            kept.contains(&house.zoe.to_string()) && !kept.contains("Qu"),
            "identifiers alone: {kept}"
        );
        let said = tribu(&["restore", older, "--force", "--database", &fresh.url()]);
        assert!(said.contains("1 persons erased again"), "{said}");
        assert_nobody_named(&bytes_of(fresh));
        // Into an empty database, the list says who.
        let other = FreshDatabase::on(Engine::Sqlite);
        let said = tribu(&["restore", older, "--erasures", list, "--database", &other.url()]);
        assert!(said.contains("1 persons erased again"), "{said}");
        assert_nobody_named(&bytes_of(&other));
        let zoe = house.zoe;
        let place = house.place;
        let erased = house
            .db
            .read_blocking(move |tx| people::is_erased(tx, place, zoe).map_err(Fault::from))
            .unwrap();
        assert!(erased);
    });
}
