//! What I have left, and a pass bought in two taps.

use crate::house::House;
use crate::world::{day, euros, pass_terms};
use axum::http::StatusCode;
use kernel::Role;
use offers::DayUse;

#[test]
fn somebody_without_a_pass_is_told_what_a_pass_is_and_can_buy_one() {
    let house = House::new();
    let camille = house.member("Camille");
    let page = house.signed_in(camille, Role::Member).page("/me/passes");
    assert_eq!(page.text("h1"), "Mes carnets");
    assert_eq!(page.text("#buy"), "Acheter un carnet");
    assert!(
        page.says("30 unités, soit 10 jours ou 15 demi-journées"),
        "{page}"
    );
    assert!(page.says("150,00 € HT"), "{page}");
    assert!(!page.exists(".ticket"));
}

#[test]
fn what_is_left_is_told_in_units_and_days_with_the_dates_and_every_movement() {
    let house = House::new();
    let camille = house.member("Camille");
    let pass = house.pass;
    house.write(move |tx, system| {
        let mut terms = pass_terms("Carnet", 30, (3, 2));
        terms.validity_months = Some(12);
        offers::change_pass_offer(tx, system, pass, terms).unwrap();
    });
    house.sell(camille, "2026-06-01");
    house.used(camille, "2026-06-02", DayUse::Day);
    house.used(camille, "2026-06-03", DayUse::TwoHalfDays);
    house.used(camille, "2026-06-03", DayUse::HalfDay);
    let page = house.signed_in(camille, Role::Member).page("/me/passes");
    assert_eq!(page.text(".ticket .figure"), "25");
    assert!(
        page.text(".ticket").contains("8 jours ou 12 demi-journées"),
        "{page}"
    );
    assert!(
        page.text(".ticket").contains("Jusqu’au 1er juin 2027 inclus"),
        "{page}"
    );
    assert_eq!(
        page.all("#ledger strong"),
        [
            "mercredi 3 juin 2026",
            "mercredi 3 juin 2026",
            "mardi 2 juin 2026"
        ]
    );
    assert_eq!(
        page.all("#ledger .line-when"),
        ["Unités +1", "Unités −3", "Unités −3"]
    );
    assert!(page.says("25 / 30"), "{page}");
    assert_eq!(page.text("#buy"), "Racheter un carnet");
}

/// T27.
#[test]
fn another_pass_is_bought_in_two_taps_with_its_price_and_consequence_seen_before() {
    let house = House::new();
    let camille = house.member("Camille");
    house.sell(camille, "2026-01-05");
    house.used(camille, "2026-06-02", DayUse::Day);
    let mut visitor = house.signed_in(camille, Role::Member);
    let first_tap = visitor
        .page("/me/passes")
        .attribute(".card a.button", "href")
        .unwrap();
    let confirmation = visitor.page(&first_tap);
    assert!(
        confirmation.says("150,00 € HT seront ajoutés à votre prochaine facture."),
        "{confirmation}"
    );
    assert!(confirmation.says("180,00 € TTC"), "{confirmation}");
    assert!(confirmation.says("Vous avez déjà 27 unités"), "{confirmation}");
    let form = confirmation.form(".confirm form");
    let done = visitor.submit(&form);
    assert!(done.says("C’est fait : votre carnet est prêt."), "{done}");
    assert_eq!(done.text(".ticket .figure"), "57");
    assert_eq!(house.lots(camille), [30, 27]);
    assert_eq!(house.charges(camille), [15_000, 15_000]);
    let again = visitor.post(&form);
    assert_eq!(
        (again.status, again.location.as_str()),
        (StatusCode::SEE_OTHER, "/me/passes")
    );
    assert_eq!(
        house.lots(camille),
        [30, 27],
        "the same form sent twice buys once"
    );
    house.assert_sound();
}

#[test]
fn debts_are_shown_before_and_settled_by_the_purchase() {
    let house = House::new();
    let camille = house.member("Camille");
    house.used(camille, "2026-06-02", DayUse::Day);
    let mut visitor = house.signed_in(camille, Role::Member);
    let page = visitor.page("/me/passes");
    let owed = "3 unités sont dues pour des visites sans carnet. Le prochain carnet les réglera.";
    assert_eq!(page.text(".note-warning"), owed);
    let confirmation = visitor.page(&format!("/me/passes/new?offer={}", house.pass));
    assert!(confirmation.says(owed), "{confirmation}");
    let done = visitor.submit(&confirmation.form(".confirm form"));
    assert_eq!(done.text(".ticket .figure"), "27");
    assert!(!done.exists(".note-warning"));
}

#[test]
fn a_price_that_changed_after_it_was_seen_is_refused_and_the_new_one_shown() {
    let house = House::new();
    let camille = house.member("Camille");
    let mut visitor = house.signed_in(camille, Role::Member);
    let form = visitor
        .page(&format!("/me/passes/new?offer={}", house.pass))
        .form(".confirm form");
    let pass = house.pass;
    house.write(move |tx, system| {
        offers::price_pass_offer(tx, system, pass, euros(160), day("2026-06-15")).unwrap();
    });
    let page = visitor.refused(&form);
    assert!(
        page.text(".refusals").contains("Le prix a changé entre-temps"),
        "{page}"
    );
    assert!(page.says("160,00 € HT seront ajoutés"), "{page}");
    assert_eq!(house.charges(camille), Vec::<i64>::new());
    visitor.submit(&page.form(".confirm form"));
    assert_eq!(house.charges(camille), [16_000]);
}

#[test]
fn a_pass_that_is_not_for_sale_is_not_found() {
    let house = House::new();
    let camille = house.member("Camille");
    let mut visitor = house.signed_in(camille, Role::Member);
    for query in ["", "?offer=", "?offer=0000000000001", "?offer=%27%3B--"] {
        let answer = visitor.get(&format!("/me/passes/new{query}"));
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{query}");
    }
}

#[test]
fn the_plan_held_is_shown_and_the_page_speaks_english_too() {
    let house = House::new();
    let camille = house.member("Camille");
    house.subscribe(camille, "2026-06-01");
    house.sell(camille, "2026-06-01");
    let mut visitor = house.signed_in(camille, Role::Member);
    let page = visitor.page("/me/passes");
    assert!(
        page.says("250,00 € HT par mois · depuis le 1er juin 2026"),
        "{page}"
    );
    visitor = visitor.speaking("en");
    let page = visitor.page("/me/passes");
    assert_eq!(page.text("h1"), "My passes");
    assert!(page.text(".ticket").contains("10 days or 15 half-days"), "{page}");
    assert!(page.text(".ticket").contains("No time limit"), "{page}");
}

#[test]
fn the_use_of_passes_is_exported_as_a_file() {
    let house = House::new();
    let camille = house.member("Camille");
    house.sell(camille, "2026-06-01");
    house.used(camille, "2026-06-02", DayUse::Day);
    let mut visitor = house.signed_in(camille, Role::Member);
    let answer = visitor.get("/me/passes?format=csv");
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.header("content-type").starts_with("text/csv"));
    assert!(answer.text().contains("2026-06-02"), "{}", answer.text());
    assert!(answer.text().contains("-3"), "{}", answer.text());
}

#[test]
fn somebody_else_s_passes_are_never_shown() {
    let house = House::new();
    let (camille, sasha) = (house.member("Camille"), house.member("Sasha"));
    house.sell(camille, "2026-06-01");
    let mut visitor = house.signed_in(sasha, Role::Member);
    assert!(!visitor.page("/me/passes").exists(".ticket"));
    for path in ["office", "front-desk"] {
        let answer = visitor.get(&format!("/{path}/people/{camille}/passes"));
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path}");
    }
}

#[test]
fn codes_of_coupons_are_tried_so_often_an_hour_and_no_more() {
    let house = House::new();
    let camille = house.member("Camille");
    let mut visitor = house.signed_in(camille, Role::Member);
    let address = format!("/me/passes/new?offer={}", house.pass);
    for number in 0..100 {
        let tried = visitor.get(&format!("{address}&code=NOEL{number}"));
        assert_eq!(tried.status, StatusCode::OK, "{number}");
    }
    let more = visitor.get(&format!("{address}&code=NOEL100"));
    assert_eq!(more.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(
        visitor.get(&address).status,
        StatusCode::OK,
        "without a code it is still sold"
    );
    let max = house.member("Max");
    let other = house
        .signed_in(max, Role::Member)
        .get(&format!("{address}&code=NOEL1"));
    assert_eq!(other.status, StatusCode::OK, "each for themselves");
}
