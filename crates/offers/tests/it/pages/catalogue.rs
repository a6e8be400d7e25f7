//! What the place offers: created, changed, priced.

use crate::house::House;
use kernel::Role;

#[test]
fn a_pass_is_put_on_sale_and_bought_at_its_price() {
    let house = House::new();
    let camille = house.member("Camille");
    let mut office = house.team(Role::ManagingDirector);
    let form = office.page("/office/offers/passes/new").form("main form");
    let form = form
        .with("name", "Petit carnet")
        .with("units", "15")
        .with("validity", "6")
        .with("amount", "80");
    let done = office.submit(&form);
    assert!(done.says("Le carnet est en vente."), "{done}");
    assert!(
        done.says("15 unités · journée 3, demi-journée 2 valable 6 mois"),
        "{done}"
    );
    assert!(done.says("80,00 € HT"), "{done}");
    let page = house.signed_in(camille, Role::Member).page("/me/passes");
    assert!(page.says("15 unités, soit 5 jours ou 7 demi-journées"), "{page}");
}

#[test]
fn a_form_refused_keeps_what_was_typed_and_says_why_at_each_field() {
    let house = House::new();
    let mut office = house.team(Role::ManagingDirector);
    let form = office
        .page("/office/offers/passes/new")
        .form("main form")
        .with("name", "Grand carnet");
    let table = [
        ("name", "Carnet", "Ce nom est déjà pris."),
        ("units", "2", "Un carnet contient de 3 à 10000 unités."),
        ("units", "99999999999999999999", ""),
        (
            "half_day",
            "4",
            "Une demi-journée ne peut pas coûter plus qu’une journée.",
        ),
        ("half_day", "0", "Une demi-journée coûte au moins une unité."),
        ("day", "1001", "Une journée coûte au plus 1000 unités."),
        ("validity", "121", "La validité va de 1 à 120 mois."),
        ("amount", "-3", "Ce prix est refusé"),
        ("amount", "beaucoup", ""),
        ("amount", "", ""),
    ];
    for (field, typed, expected) in table {
        let filled = form.clone().with("amount", "80").with(field, typed);
        let page = office.refused(&filled);
        let told = page
            .field_error(field)
            .unwrap_or_else(|| panic!("{field} {typed}: {page}"));
        assert!(told.contains(expected), "{field} {typed}: {told}");
        assert_eq!(
            page.attribute(&format!("[name={field}]"), "value").unwrap(),
            typed
        );
    }
}

#[test]
fn a_pass_is_changed_withdrawn_and_priced_from_a_day_on() {
    let house = House::new();
    let camille = house.member("Camille");
    let mut office = house.team(Role::ManagingDirector);
    let path = format!("/office/offers/passes/{}", house.pass);
    let page = office.page(&path);
    assert_eq!(page.text("h1"), "Carnet");
    let prices = page.form("form[action$=\"/prices\"]");
    let done = office.submit(&prices.clone().with("amount", "165").with("from", "2026-07-01"));
    assert!(done.says("À partir du 1er juillet 2026"), "{done}");
    assert!(done.says("165,00 € HT"), "{done}");
    let page = office.refused(&prices.with("amount", "165").with("from", "demain"));
    assert!(page.field_error("from").is_some(), "{page}");
    assert_eq!(
        page.attribute("[name=units]", "value").unwrap(),
        "30",
        "the other form is filled all the same"
    );
    let form = office.page(&path).form("main form");
    let mut withdrawn = form.with("name", "Ancien carnet");
    withdrawn.fields.retain(|(name, _)| name != "active");
    let done = office.submit(&withdrawn);
    assert!(
        done.says("Ancien carnet") && done.says("Retiré de la vente"),
        "{done}"
    );
    let page = house.signed_in(camille, Role::Member).page("/me/passes");
    assert!(page.exists(".empty"), "{page}");
}

#[test]
fn a_plan_is_put_on_offer_changed_and_priced() {
    let house = House::new();
    let mut office = house.team(Role::ManagingDirector);
    let form = office.page("/office/offers/plans/new").form("main form");
    let page = office.refused(&form.clone().with("name", "Résident").with("amount", "300"));
    assert!(
        page.field_error("name")
            .unwrap()
            .starts_with("Ce nom est déjà pris."),
        "{page}"
    );
    let done = office.submit(&form.with("name", "Résident plus").with("amount", "300"));
    assert!(done.says("300,00 € HT"), "{done}");
    let path = format!("/office/offers/plans/{}", house.plan);
    let page = office.page(&path);
    let done = office.submit(&page.form("main form").with("name", "Bureau attitré"));
    assert!(done.says("Bureau attitré"), "{done}");
    let form = office.page(&path).form("form[action$=\"/prices\"]");
    let done = office.submit(&form.with("amount", "260").with("from", "2026-09-01"));
    assert!(
        done.says("260,00 € HT") && done.says("À partir du 1er septembre 2026"),
        "{done}"
    );
}

#[test]
fn a_locker_comes_beside_a_plan() {
    let house = House::new();
    let camille = house.member("Camille");
    let mut office = house.team(Role::ManagingDirector);
    let form = office.page("/office/offers/plans/new").form("main form");
    office.submit(
        &form
            .with("name", "Casier")
            .with("amount", "12")
            .and("beside", "yes"),
    );
    house.subscribe(camille, "2026-06-01");
    let locker = house.write(|tx, system| {
        let plans = offers::plans(tx, system.place).unwrap();
        plans.into_iter().find(|plan| plan.beside).unwrap().id
    });
    let page = office.page(&format!(
        "/office/people/{camille}/passes/contracts/new?plan={locker}&from=2026-06-15"
    ));
    let done = office.submit(&page.form(".confirm form"));
    assert!(done.says("Casier") && done.says("Résident"), "{done}");
}
