//! What the place owns: bought, worth, broken, gone.

use crate::world::World;
use axum::http::StatusCode;
use harness::{Visitor, both_engines};

/// Writes a printer down, bought on the first of January for 1,200 over a year, and gives its page.
pub(crate) fn buys(director: &mut Visitor) -> String {
    let form = director
        .page("/office/equipment/new")
        .form("form[action=\"/office/equipment\"]");
    let form = form
        .with("name", "Imprimante Brindille 300")
        .with("serial", "BR-0042")
        .with("supplier", "Bureau & Cie")
        .with("stands", "Premier étage")
        .with("bought_on", "2026-01-01")
        .with("price", "1200")
        .with("life_months", "12")
        .with("warranty_until", "2027-12-31");
    let kept = director.post(&form);
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{kept}");
    kept.location
}

#[test]
fn the_inventory_says_what_things_are_worth_on_a_day() {
    both_engines(|db| {
        let world = World::new(db);
        let mut director = world.director();
        let address = buys(&mut director);
        let page = director.page("/office/equipment?day=2026-06-30");
        assert!(
            page.says("Imprimante Brindille 300") && page.says("604,93"),
            "{}",
            page.text("table")
        );
        assert!(
            director
                .page("/office/equipment?day=2025-12-31")
                .says("L’inventaire est vide")
        );
        let csv = director.get("/office/equipment?day=2026-06-30&format=csv");
        assert!(
            csv.text().contains("604.93") && csv.text().contains("BR-0042"),
            "{}",
            csv.text()
        );
        assert!(director.page(&address).says("sous garantie"));
        let form = director.page(&address).form("form:has(#name)");
        for (field, value) in [
            ("name", " "),
            ("price", "-1"),
            ("life_months", "0"),
            ("bought_on", "demain"),
        ] {
            let refused = director.refused(&form.clone().with(field, value));
            assert!(refused.field_error(field).is_some(), "{field}");
        }
        assert_eq!(director.post(&form.with("stands", "Accueil")).location, address);
        assert!(director.page("/office/equipment").says("Accueil"));
        assert_eq!(
            world.desk().get("/office/equipment").status,
            StatusCode::FORBIDDEN
        );
    });
}

#[test]
fn a_thing_keeps_the_history_of_what_broke_and_leaves_with_how() {
    both_engines(|db| {
        let world = World::new(db);
        let mut director = world.director();
        let address = buys(&mut director);
        let id = address.rsplit('/').next().unwrap();
        let mut lucie = world.member(world.lucie);
        let page = lucie.page("/me/incidents");
        assert!(page.says("Imprimante Brindille 300 (Premier étage)"));
        let form = page.form("form[action=\"/me/incidents\"]");
        let form = form
            .with("title", "Elle fait des traits")
            .with("subject", &format!("thing:{id}"));
        assert_eq!(lucie.post(&form).location, "/me/incidents");
        assert!(director.page(&address).says("Elle fait des traits"));
        let gone = director.page(&address).form("form[action$=\"/disposal\"]");
        for (field, value) in [
            ("gone_on", "2025-12-31"),
            ("gone_on", "2030-01-01"),
            ("gone_price", "-1"),
        ] {
            let refused = director.refused(&gone.clone().with(field, value));
            assert!(refused.field_error(field).is_some(), "{field} {value}");
        }
        assert_eq!(
            director.post(&gone.clone().with("gone_price", "50")).location,
            address
        );
        director.post_anew(&gone);
        assert!(director.page(&address).says("vendu"));
        assert!(director.page("/office/equipment").says("L’inventaire est vide"));
        assert!(
            !lucie.page("/me/incidents").exists("option[value^=\"thing:\"]"),
            "nobody reports it any more"
        );
    });
}
