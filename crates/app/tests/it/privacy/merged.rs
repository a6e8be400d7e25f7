//! Two records of one person, or of one organisation, made one with nothing lost.

use super::{ADDRESS, Privacy, endow, person_columns, somebody};
use crate::world::PASSWORD;
use harness::on_both_engines;
use kernel::{Actor, Name, PersonId, PlaceId, Role};
use people::{NewOrganisation, NewPerson};
use platform::database::Tx;
use platform::personal::{Held, Merged};
use std::collections::BTreeMap;

type Counts = BTreeMap<(&'static str, &'static str), i64>;

/// In how many rows of each declared column somebody stands.
fn counts(tx: &mut Tx<'_>, place: PlaceId, who: PersonId) -> Counts {
    let count = |(held, column): (&'static Held, &'static str)| {
        let rows = tx.count_held(held.table, column, place, who.as_i64()).unwrap();
        ((held.table, column), rows)
    };
    person_columns().into_iter().map(count).collect()
}

/// Everything that was of both is of the one who stays.
fn assert_all_moved(before: &Counts, left: &Counts, kept: &Counts) {
    for (held, column) in person_columns() {
        let key = (held.table, column);
        if held.table == "customer" {
            // What was issued stays on its own account.
            continue;
        }
        assert_eq!(left[&key], 0, "{key:?} still means the record that went");
        match held.merged {
            Merged::Once { .. } => assert!(kept[&key] > 0 || before[&key] == 0, "{key:?}"),
            Merged::Settled => assert!(kept[&key] <= before[&key], "{key:?}"),
            // The merger itself is told in the log, and one account is closed.
            Merged::Moves if held.table == "activity" || held.table == "account" => {}
            Merged::Moves => assert_eq!(kept[&key], before[&key], "{key:?}"),
        }
    }
}

#[test]
fn every_declared_column_moves_and_nothing_is_lost() {
    on_both_engines(|fresh| {
        let house = Privacy::in_house(fresh, &[Role::Administrator]);
        let name = ("Zoë", "Quevrin-Ost");
        let twin = somebody(&house.db, house.place, name, "zoe@ailleurs.example.org", None);
        let zoe = house.zoe;
        let (before, endowed) = house.write(move |tx, place| {
            endow(tx, place, zoe, &[twin]);
            let endowed = endow(tx, place, twin, &[zoe]).len();
            let (ours, theirs) = (counts(tx, place, zoe), counts(tx, place, twin));
            let sum: Counts = ours
                .iter()
                .map(|(key, count)| (*key, count + theirs[key]))
                .collect();
            (sum, endowed)
        });
        assert!(endowed > 20, "she had rows in many tables: {endowed}");
        let mut desk = house.world.signed_in(Role::Administrator);
        let address = format!("/office/people/duplicates/{zoe}/{twin}");
        let list = desk.page("/office/people/duplicates");
        assert!(
            list.exists(&format!("main a[href$=\"/{zoe}/{twin}\"]")),
            "they look alike"
        );
        let form = desk.page(&address).form(&format!("form[action=\"{address}\"]"));
        let both = desk.refused(&form);
        assert!(both.says("Les deux personnes se connectent"));
        let merged = desk.post_anew(&form.and("close", "yes"));
        assert_eq!(merged.location, format!("/office/people/{zoe}"), "{merged}");
        let after = house.write(move |tx, place| {
            assert_all_moved(&before, &counts(tx, place, twin), &counts(tx, place, zoe));
            people::person(tx, place, zoe).unwrap().unwrap()
        });
        assert_eq!(
            after.email.unwrap().as_str(),
            ADDRESS,
            "the address of the account"
        );
        assert!(
            after.note.contains("zoe@ailleurs.example.org"),
            "nothing is lost: {}",
            after.note
        );
        let gone = desk.get(&format!("/office/people/{twin}"));
        assert_eq!(gone.location, format!("/office/people/{zoe}"));
        assert_eq!(desk.get(&address).status, 404, "there is nothing left to merge");
        let mut zoe_herself = house.world.signed_in_as(ADDRESS, PASSWORD);
        assert_eq!(zoe_herself.get("/me/data").status, 200);
        assert!(registers_hold(&house), "the books still hold");
    });
}

fn registers_hold(house: &Privacy) -> bool {
    let report = app::composition::verify(&house.db).unwrap();
    // Rows were given away between people who did not agree on it: only the registers must hold.
    let broken: Vec<_> = report
        .faults()
        .iter()
        .filter(|fault| ["billing-verify-invoices", "billing-verify-payments"].contains(&fault.what))
        .collect();
    broken.is_empty()
}

#[test]
fn two_who_only_look_alike_are_no_longer_proposed() {
    on_both_engines(|fresh| {
        let house = Privacy::in_house(fresh, &[Role::Facilitator]);
        let twin = somebody(
            &house.db,
            house.place,
            ("Zoé", "Quévrin-Ost"),
            "autre@ailleurs.example.org",
            None,
        );
        let mut desk = house.world.signed_in(Role::Facilitator);
        let address = format!("/office/people/duplicates/{}/{twin}", house.zoe);
        let parting = desk.page(&address).form("form[action$=\"/parting\"]");
        assert_eq!(desk.post(&parting).location, "/office/people/duplicates");
        let list = desk.page("/office/people/duplicates");
        assert!(!list.exists(&format!("main a[href=\"{address}\"]")));
    });
}

#[test]
fn nobody_becomes_the_team_by_a_merger() {
    on_both_engines(|fresh| {
        let roles = [
            Role::Facilitator,
            Role::Administrator,
            Role::Member,
            Role::Accountant,
        ];
        let house = Privacy::in_house(fresh, &roles);
        let zoe = house.zoe;
        let boss = house.write(|tx, place| {
            let email = kernel::Email::parse("administrator@example.org").unwrap();
            people::person_by_email(tx, place, &email).unwrap().unwrap().id
        });
        let mut desk = house.world.signed_in(Role::Facilitator);
        for pair in [format!("{boss}/{zoe}"), format!("{zoe}/{boss}")] {
            let address = format!("/office/people/duplicates/{pair}");
            let refused = desk.send_fields(&address, &[("close", "yes")]);
            assert_eq!(refused.status, 422, "{refused}");
        }
        for role in [Role::Member, Role::Accountant] {
            let mut other = house.world.signed_in(role);
            assert_eq!(other.get("/office/people/duplicates").status, 403, "{role:?}");
            let address = format!("/office/people/duplicates/{zoe}/{boss}");
            assert_eq!(other.send_fields(&address, &[]).status, 403, "{role:?}");
        }
    });
}

#[test]
fn two_records_of_an_organisation_become_one_with_its_people() {
    on_both_engines(|fresh| {
        let house = Privacy::in_house(fresh, &[Role::Facilitator]);
        let zoe = house.zoe;
        let (kept, gone) = house.write(move |tx, place| {
            let actor = Actor::system(place);
            let mut make = |name: &str| {
                let new = NewOrganisation::named(Name::parse(name).unwrap());
                people::create_organisation(tx, &actor, new).unwrap()
            };
            let (kept, gone) = (make("Atelier Quévrin"), make("SARL Atelier Quevrin"));
            let known = people::person(tx, place, zoe).unwrap().unwrap();
            let new = NewPerson {
                organisation: Some(gone),
                ..known.into()
            };
            people::update_person(tx, &actor, zoe, new).unwrap();
            (kept, gone)
        });
        let mut desk = house.world.signed_in(Role::Facilitator);
        let list = desk.page("/office/people/duplicates");
        let found = format!("main a[href=\"/office/organisations/duplicates/{kept}/{gone}\"]");
        assert!(list.exists(&found), "legal forms and accents tell nobody apart");
        let address = format!("/office/organisations/duplicates/{kept}/{gone}");
        let form = desk.page(&address).form(&format!("form[action=\"{address}\"]"));
        let merged = desk.post(&form);
        assert_eq!(
            merged.location,
            format!("/office/organisations/{kept}"),
            "{merged}"
        );
        assert_eq!(
            desk.get(&format!("/office/organisations/{gone}")).location,
            format!("/office/organisations/{kept}")
        );
        let payer =
            house.write(move |tx, place| people::person(tx, place, zoe).unwrap().unwrap().organisation);
        assert_eq!(payer, Some(kept));
    });
}
