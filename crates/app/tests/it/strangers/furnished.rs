//! What the house of these tests holds beyond the demonstration, and who of it can open what is theirs alone.

use crate::world::World;
use harness::Visitor;
use kernel::{Email, PersonId, PlaceId, Role};
use platform::mail::{self, Mail};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What the demonstration has none of: a listener, an agreement, a file brought in, the picture of a floor, a proof, a letter.
pub(super) fn furnish(house: &World, rows: &BTreeMap<String, Vec<Value>>) {
    let place = house.place.as_ref().expect("the house is open").id;
    let mut office = house.signed_in(Role::Administrator);
    let form = office
        .page("/office/webhooks")
        .form("form[action='/office/webhooks']");
    let form = form
        .with("name", "Comptoir")
        .with("url", "https://example.org/hook");
    assert!(
        office
            .post(&form.and("events", "booking.made"))
            .status
            .is_success()
    );
    let organisation = rows["organisation"][0]["id"].as_i64().expect("an identifier");
    let form = office
        .page("/office/agreements/new")
        .form("main form")
        .bent("organisation", &PersonId::from_i64(organisation).to_string())
        .bent("name", "Convention")
        .bent("hours", "40")
        .and("kind", "room");
    assert!(office.post(&form).location.starts_with("/office/agreements/"));
    let form = office
        .page("/office/imports")
        .form("form[action='/office/imports']");
    let file = "Prénom,Nom\nAda,Martin\n".as_bytes();
    let taken = office.upload(&form.with("kind", "people"), "file", "personnes.csv", file);
    let form = office.page(&taken.location).form("form[action$='/mapping']");
    assert!(office.post(&form).location.ends_with("/preview"));
    let plan = office
        .page("/office/plans")
        .attribute("main a[href^='/office/plans/']", "href");
    let form = office
        .page(&plan.expect("a plan"))
        .form("form[action$='/picture']");
    let picture = office.upload(&form, "picture", "etage.png", b"\x89PNG\r\n\x1a\nrest");
    assert_eq!(picture.status, 303, "{picture}");
    let mut member = house.signed_in_as("membre@example.org", app::demo::PASSWORD);
    let page = member.page("/me/reductions");
    let tariff = page.attributes("input[name=tariff]", "value").remove(0);
    let form = page
        .form("main form")
        .and("tariff", &tariff)
        .bent("words", "Sans emploi");
    let proof = member.upload(&form, "file", "avis.pdf", b"%PDF-1.7 test");
    assert_eq!(proof.location, "/me/reductions", "{proof}");
    written(house, place);
}

/// A letter that waits to leave.
fn written(house: &World, place: PlaceId) {
    let letter = Mail {
        place,
        person: None,
        to: Email::parse("quelquun@example.org").expect("an address"),
        name: String::new(),
        subject: "Rappel".to_owned(),
        text: "Bonjour".to_owned(),
        html: String::new(),
        attachment: None,
        secret: false,
    };
    let sent = house
        .db
        .write_blocking(move |tx| mail::enqueue(tx, letter.clone()));
    sent.expect("a letter leaves");
}

/// An owner of a plan, of a pass and of an invoice, each with their account of the demonstration.
pub(super) fn owners(house: &World, kept: &BTreeMap<String, Vec<Value>>) -> Vec<Visitor> {
    let billed: Vec<&Value> = kept["invoice"].iter().map(|row| &row["customer_id"]).collect();
    let buyers = kept["customer"].iter().filter(|row| billed.contains(&&row["id"]));
    let held = kept["plan_contract"]
        .iter()
        .filter(|row| row["until_day"].is_null());
    let owned: [Vec<&Value>; 3] = [
        held.collect(),
        kept["pass_lot"].iter().collect(),
        buyers.collect(),
    ];
    let emails: BTreeSet<&str> = owned
        .iter()
        .map(|rows| {
            let is_theirs =
                |account: &&Value| rows.iter().any(|row| row["person_id"] == account["person_id"]);
            let account = kept["account"].iter().find(is_theirs).expect("somebody has one");
            account["email"].as_str().expect("an address")
        })
        .collect();
    emails
        .into_iter()
        .map(|email| house.signed_in_as(email, app::demo::PASSWORD))
        .collect()
}
