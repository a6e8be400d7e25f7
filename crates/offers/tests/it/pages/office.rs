//! What a person holds, seen and changed from the office.

use crate::house::House;
use axum::http::StatusCode;
use kernel::Role;
use offers::DayUse;

#[test]
fn the_office_sees_passes_contract_movements_and_history() {
    let house = House::new();
    let camille = house.member("Camille");
    house.sell(camille, "2026-06-01");
    house.used(camille, "2026-06-02", DayUse::Day);
    house.subscribe(camille, "2026-06-10");
    let page = house
        .team(Role::ManagingDirector)
        .page(&format!("/office/people/{camille}/passes"));
    assert_eq!(page.text("h1"), "Carnets et forfait");
    assert_eq!(page.text(".ticket .figure"), "27");
    assert!(
        page.says("250,00 € HT par mois · depuis le 10 juin 2026"),
        "{page}"
    );
    let history = page.text(".history");
    assert!(history.contains("Carnet vendu (30 unités)"), "{history}");
    assert!(
        history.contains("Forfait Résident à partir du 10 juin 2026"),
        "{history}"
    );
}

#[test]
fn the_accountant_reads_and_has_no_button() {
    let house = House::new();
    let camille = house.member("Camille");
    house.sell(camille, "2026-06-01");
    house.used(camille, "2026-06-02", DayUse::Day);
    let mut accountant = house.team(Role::Accountant);
    let page = accountant.page(&format!("/office/people/{camille}/passes"));
    assert_eq!(page.count("main form"), 0, "{page}");
    let page = accountant.page("/office/offers");
    assert!(!page.exists("main .button.primary"), "{page}");
}

#[test]
fn units_of_a_visit_are_given_back_with_a_reason_that_the_member_reads() {
    let house = House::new();
    let camille = house.member("Camille");
    house.sell(camille, "2026-06-01");
    house.used(camille, "2026-06-02", DayUse::Day);
    let mut office = house.team(Role::Facilitator);
    let path = format!("/office/people/{camille}/passes");
    let form = office.page(&path).form("form[action$=\"/returns\"]");
    let page = office.refused(
        &form
            .clone()
            .with("units", "4")
            .with("reason", "Chauffage en panne"),
    );
    assert_eq!(
        page.field_error("units").unwrap(),
        "On peut rendre de 1 à 3 unités de cette venue."
    );
    let page = office.refused(&form.clone().with("units", "1").with("reason", ""));
    assert!(page.field_error("reason").is_some(), "{page}");
    let page = office.refused(&form.clone().with("units", "un").with("reason", "Panne"));
    assert!(page.field_error("units").is_some(), "{page}");
    let done = office.submit(&form.with("units", "1").with("reason", "Chauffage en panne"));
    assert_eq!(done.text(".ticket .figure"), "28");
    let mine = house.signed_in(camille, Role::Member).page("/me/passes");
    assert!(mine.says("Unités rendues : Chauffage en panne"), "{mine}");
    house.assert_sound();
}

#[test]
fn a_pass_sold_by_mistake_is_taken_back_and_not_billed() {
    let house = House::new();
    let camille = house.member("Camille");
    house.sell(camille, "2026-06-01");
    let mut office = house.team(Role::Facilitator);
    let path = format!("/office/people/{camille}/passes");
    let form = office.page(&path).form("form[action$=\"/cancellation\"]");
    house.used(camille, "2026-06-15", DayUse::Day);
    let page = office.refused(&form);
    assert!(page.text(".refusals").contains("Ce carnet a servi"), "{page}");
    house.used(camille, "2026-06-15", DayUse::Nothing);
    let form = office.page(&path).form("form[action$=\"/cancellation\"]");
    let done = office.submit(&form);
    assert!(done.says("Carnet repris."), "{done}");
    assert_eq!((house.lots(camille), house.charges(camille)), (vec![], vec![]));
    house.assert_sound();
}

#[test]
fn a_plan_is_taken_after_its_price_and_first_month_were_shown() {
    let house = House::new();
    let camille = house.member("Camille");
    let mut office = house.team(Role::ManagingDirector);
    let path = format!("/office/people/{camille}/passes/contracts/new");
    let page = office.page(&path);
    assert!(page.says("250,00 € HT par mois"), "{page}");
    let page = office.page(&format!("{path}?plan={}&from=2026-06-10", house.plan));
    let told = page.text(".consequence");
    assert!(
        told.contains("À partir du mercredi 10 juin 2026 : 250,00 € HT par mois"),
        "{told}"
    );
    assert!(
        told.contains("Le premier mois, 175,00 € HT (21/30 des jours)."),
        "{told}"
    );
    let form = page.form(".confirm form");
    let done = office.submit(&form);
    assert!(done.says("Le forfait est enregistré."), "{done}");
    assert!(done.says("depuis le 10 juin 2026"), "{done}");
    let again = office.page(&format!("{path}?plan={}&from=2026-06-15", house.plan));
    let page = office.refused(&again.form(".confirm form"));
    assert!(
        page.text(".refusals").contains("Le forfait Résident court déjà"),
        "{page}"
    );
}

#[test]
fn a_plan_that_cannot_be_read_is_refused_at_its_field() {
    let house = House::new();
    let camille = house.member("Camille");
    let mut office = house.team(Role::ManagingDirector);
    let path = format!("/office/people/{camille}/passes/contracts/new");
    let answer = office.get(&format!("{path}?plan={}&from=2026-02-30", house.plan));
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.html().field_error("from").is_some());
    let answer = office.get(&format!("{path}?plan=x&from=2026-06-10"));
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let far = office.page(&format!("{path}?plan={}&from=9999-12-31", house.plan));
    let page = office.refused(&far.form(".confirm form"));
    assert!(page.text(".refusals").contains("à moins d’un an"), "{page}");
}

#[test]
fn a_plan_ends_on_the_day_chosen() {
    let house = House::new();
    let camille = house.member("Camille");
    let contract = house.subscribe(camille, "2026-06-10");
    let mut office = house.team(Role::ManagingDirector);
    let path = format!("/office/people/{camille}/passes/contracts/{contract}/end");
    let page = office.page(&path);
    assert!(
        page.text(".consequence")
            .contains("Le forfait Résident de Camille Vasseur s’arrêtera."),
        "{page}"
    );
    let form = page.form(".confirm form");
    let page = office.refused(&form.clone().with("until", "2026-06-01"));
    assert!(page.field_error("until").is_some(), "{page}");
    let done = office.submit(&form.with("until", "2026-08-31"));
    assert!(done.says("du 10 juin 2026 au 31 août 2026"), "{done}");
    let sasha = house.member("Sasha");
    let other = format!("/office/people/{sasha}/passes/contracts/{contract}/end");
    assert_eq!(
        office.get(&other).status,
        StatusCode::NOT_FOUND,
        "a contract of somebody else"
    );
}

#[test]
fn contracts_are_listed_sorted_and_exported() {
    let house = House::new();
    for (given, from) in [("Zoé", "2026-01-10"), ("Anaïs", "2026-03-01")] {
        let person = house.member(given);
        house.subscribe(person, from);
    }
    let mut office = house.team(Role::Accountant);
    let names = |page: &harness::Html| page.all("tbody th");
    assert_eq!(
        names(&office.page("/office/offers/contracts")),
        ["Zoé Vasseur", "Anaïs Vasseur"]
    );
    assert_eq!(
        names(&office.page("/office/offers/contracts?sort=name")),
        ["Anaïs Vasseur", "Zoé Vasseur"]
    );
    assert_eq!(
        names(&office.page("/office/offers/contracts?sort=-from")),
        ["Anaïs Vasseur", "Zoé Vasseur"]
    );
    let file = office.get("/office/offers/contracts?format=csv");
    assert_eq!(file.status, StatusCode::OK);
    assert!(file.text().contains("Zoé Vasseur"), "{}", file.text());
    assert!(file.text().contains("250,00"), "{}", file.text());
}
