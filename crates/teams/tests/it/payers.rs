//! Belonging to several organisations, and choosing which one pays.

use crate::world::World;
use axum::http::StatusCode;
use harness::both_engines;
use people::Party;

/// Oumou of the other company joins the team of this one too.
fn belongs_to_both(world: &World) {
    let mut lucie = world.member(world.lucie);
    let form = lucie.page("/team").form("form[action$=\"/invitations\"]");
    let form = form
        .with("family_name", "Test")
        .with("email", "oumou@example.org");
    lucie.post(&form);
    let link = world.link();
    let mut oumou = world.site.visitor();
    let form = oumou.page(&link).form("main form");
    assert_eq!(oumou.post(&form).status, StatusCode::OK);
}

#[test]
fn somebody_of_two_organisations_acts_for_the_one_they_choose() {
    both_engines(|db| {
        let world = World::new(db).with_manager();
        belongs_to_both(&world);
        let oumou = world.oumou;
        assert_eq!(
            world.person("oumou@example.org").unwrap().organisation,
            Some(world.stone)
        );
        world.buys_a_pass(oumou);
        let mut lucie = world.member(world.lucie);
        let page = lucie.page("/team");
        assert!(
            page.says("Quelqu’un d’autre paie aujourd’hui"),
            "what others pay is not shown"
        );
        assert!(!page.says("150,00"));
        let mut visitor = world.member(oumou);
        let form = visitor.page("/me/payer").form("main form");
        let wood = world.wood.to_string();
        assert_eq!(visitor.post(&form.with("payer", &wood)).location, "/me/payer");
        world.buys_a_pass(oumou);
        let (wood, stone) = (world.wood, world.stone);
        world.write(move |tx, system| {
            let place = system.place;
            for organisation in [wood, stone] {
                let customer = billing::known_customer(tx, place, Party::Organisation(organisation)).unwrap();
                let month = platform::place::get(tx, place).unwrap().zone;
                let days = tx.today(&month).month_of().days();
                let charges = billing::charges_for(tx, place, customer.unwrap(), days).unwrap();
                assert_eq!(charges.len(), 1, "each pays what was bought for it");
            }
        });
        // Both are still to be chosen, and so is paying oneself.
        let page = visitor.page("/me/payer");
        assert_eq!(page.count("input[name=payer]"), 3);
        let form = page.form("main form");
        visitor.post(&form.with("payer", "self"));
        assert_eq!(world.person("oumou@example.org").unwrap().organisation, None);
        assert_eq!(visitor.page("/me/payer").count("input[name=payer]"), 3);
    });
}

#[test]
fn nobody_lets_a_company_pay_that_is_not_theirs() {
    both_engines(|db| {
        let world = World::new(db);
        let mut karim = world.member(world.karim);
        let stone = world.stone.to_string();
        let refused = karim.send_fields("/me/payer", &[("payer", &stone)]);
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let unknown = karim.send_fields("/me/payer", &[("payer", "nonsense")]);
        assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(
            world.person("karim@example.org").unwrap().organisation,
            Some(world.wood)
        );
    });
}
