//! My plan, its change and its pause; what the office sets for it (T38, T39, T59).

use crate::house::House;
use crate::world::{euros, net, plan_terms};
use axum::http::StatusCode;
use kernel::Role;

#[test]
fn the_office_sets_what_a_plan_asks_for_and_gives_on_one_page_and_the_member_reads_it() {
    let house = House::new();
    let mut office = house.team(Role::ManagingDirector);
    let way = format!("/office/offers/plans/{}", house.plan);
    let form = office.page(&way).form("main form");
    let refused = office.refused(
        &form
            .clone()
            .bent("commitment", "61")
            .bent("hours_room", "deux")
            .bent("setup", "50")
            .bent("discount_room", "101"),
    );
    for field in ["commitment", "hours_room", "setup", "discount_room"] {
        assert!(refused.field_error(field).is_some(), "{field}: {refused}");
    }
    let form = form
        .bent("billing", "anniversary")
        .bent("commitment", "6")
        .bent("notice", "1")
        .bent("setup", "50")
        .bent("setup_label", "Frais de dossier")
        .bent("units_of", &house.pass.to_string())
        .bent("units", "6")
        .bent("hours_room", "4,5")
        .bent("discount_room", "20")
        .bent("keys", "1 badge");
    assert_eq!(office.post(&form).location, "/office/offers");
    let page = office.page(&way);
    assert_eq!(page.attribute("#hours_room", "value"), Some("4:30".to_owned()));
    assert_eq!(page.attribute("#discount_room", "value"), Some("20".to_owned()));
    let camille = house.member("Camille");
    house.subscribe(camille, "2026-06-15");
    let page = house.signed_in(camille, Role::Member).page("/me/plan");
    for told in [
        "250,00 € HT par mois",
        "De date à date, le 15 de chaque mois",
        "Jusqu’au lundi 14 décembre 2026 inclus",
        "6 unités par période",
        "4 h 30 par période, il reste 4 h 30, remise de 20 %",
        "1 badge",
    ] {
        assert!(page.says(told), "{told}: {page}");
    }
}

#[test]
fn a_member_changes_plan_after_seeing_what_each_month_bears_and_gives_it_up() {
    let house = House::new();
    let nomad = house
        .write(|tx, system| offers::create_plan(tx, system, plan_terms("Nomade"), net(euros(120))).unwrap());
    let camille = house.member("Camille");
    let contract = house.subscribe(camille, "2026-06-01");
    let mut member = house.signed_in(camille, Role::Member);
    let page = member.page("/me/plan");
    let way = format!("/me/plan/{contract}/change");
    assert!(page.exists(&format!("a[href=\"{way}\"]")), "{page}");
    let page = member.page(&way);
    assert_eq!(page.all("#from strong"), ["mercredi 1er juillet 2026"]);
    let early = member.get(&format!("{way}?plan={nomad}&from=2026-06-20"));
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = member.page(&format!("{way}?plan={nomad}&from=2026-07-01"));
    assert!(page.says("Nomade, 31/31 des jours"), "{page}");
    let form = page.form(".confirm form");
    assert_eq!(member.post(&form).location, "/me/plan");
    assert_eq!(
        member.post(&form).location,
        "/me/plan",
        "sent twice, it happens once"
    );
    let page = member.page("/me/plan");
    assert!(page.says("À venir"), "{page}");
    let form = page.form("form[action$=\"/cancellation\"]");
    assert_eq!(member.post(&form).location, "/me/plan");
    let page = member.page("/me/plan");
    assert!(!page.says("Nomade"), "{page}");
    let sasha = house.member("Sasha");
    let foreign = house.signed_in(sasha, Role::Member).get(&way);
    assert_eq!(foreign.status, StatusCode::NOT_FOUND);
}

#[test]
fn a_member_pauses_and_resumes_and_only_they_and_the_management_read_why() {
    let house = House::new();
    let camille = house.member("Camille");
    let contract = house.subscribe(camille, "2026-06-01");
    let mut member = house.signed_in(camille, Role::Member);
    let way = format!("/me/plan/{contract}/pause");
    let page = member.page(&way);
    assert!(page.says("90 jours de pause au plus par an"), "{page}");
    let late = member.get(&format!("{way}?from=2026-06-21&until=2026-12-31"));
    assert!(late.html().field_error("until").is_some(), "{late}");
    let page = member.page(&format!("{way}?from=2026-06-21&until=2026-07-10"));
    assert!(page.says("250,00 € HT → 166,67 € HT"), "{page}");
    let form = page.form(".confirm form").bent("reason", "Congé maternité");
    assert_eq!(member.post(&form).location, "/me/plan");
    let page = member.page("/me/plan");
    assert!(page.says("Congé maternité"), "{page}");
    let passes = format!("/office/people/{camille}/passes");
    let facilitator = house.team(Role::Facilitator).page(&passes);
    assert!(!facilitator.says("Congé maternité"), "{facilitator}");
    assert!(
        facilitator.says("Forfait Résident en pause du 21 juin 2026"),
        "{facilitator}"
    );
    let office = house
        .team(Role::ManagingDirector)
        .page(&format!("{passes}/contracts/{contract}/pause"));
    assert!(office.says("Congé maternité"), "{office}");
    assert_eq!(
        member.post(&page.form("form[action$=\"/end\"]")).location,
        "/me/plan"
    );
    assert!(!member.page("/me/plan").says("Congé maternité"));
    house.assert_sound();
}

#[test]
fn the_office_pauses_for_somebody_and_decides_what_members_may() {
    let house = House::new();
    let camille = house.member("Camille");
    let contract = house.subscribe(camille, "2026-06-01");
    let mut office = house.team(Role::ManagingDirector);
    let form = office.page("/office/offers/settings").form("main form");
    let refused = office.refused(&form.clone().bent("pause_days", "400").bent("pause_due", "101"));
    assert!(refused.field_error("pause_days").is_some() && refused.field_error("pause_due").is_some());
    office.post(
        &form
            .bent("pause_days", "0")
            .bent("pause_due", "50")
            .bent("change_when", "either"),
    );
    let mut member = house.signed_in(camille, Role::Member);
    let page = member.page("/me/plan");
    assert!(!page.exists("a[href$=\"/pause\"]"), "{page}");
    let forbidden = member.get(&format!(
        "/me/plan/{contract}/pause?from=2026-06-20&until=2026-06-21"
    ));
    assert_eq!(forbidden.status, StatusCode::UNPROCESSABLE_ENTITY);
    let days = member
        .page(&format!("/me/plan/{contract}/change"))
        .attributes("#from input", "value");
    assert_eq!(days, Vec::<String>::new(), "there is no other plan");
    let way = format!("/office/people/{camille}/passes/contracts/{contract}/pause");
    let page = office.page(&format!("{way}?from=2026-06-16&until=2026-06-30"));
    assert!(page.says("250,00 € HT → 187,50 € HT"), "{page}");
    assert_eq!(office.post(&page.form(".confirm form")).location, way);
    let page = office.page(&way);
    assert_eq!(office.post(&page.form("form[action$=\"/end\"]")).location, way);
    house.assert_sound();
}

#[test]
fn t38_a_member_reads_the_terms_and_first_amounts_before_taking_a_plan_and_ends_it_with_its_notice() {
    let house = House::new();
    let plan = house.plan;
    house.write(move |tx, system| {
        let asked = offers::PlanConditions {
            commitment_months: 3,
            notice: offers::PlanNotice {
                months: 1,
                to_the_end: true,
            },
            setup: Some(("Frais de dossier".to_owned(), euros(50))),
            ..Default::default()
        };
        offers::set_plan_conditions(tx, system, plan, &asked, &Default::default()).unwrap();
    });
    let camille = house.member("Camille");
    let mut member = house.signed_in(camille, Role::Member);
    let page = member.page("/me/plan");
    assert!(
        page.exists("a[href=\"/me/plan/new\"]"),
        "found without help: {page}"
    );
    let page = member.page("/me/plan/new");
    assert!(page.says("250,00 € HT par mois, engagement de 3 mois"), "{page}");
    let early = member.get(&format!("/me/plan/new?plan={plan}&from=2026-06-14"));
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(early.html().field_error("from").is_some(), "{early}");
    let page = member.page(&format!("/me/plan/new?plan={plan}&from=2026-06-16"));
    for told in [
        "Jusqu’au mardi 15 septembre 2026 inclus",
        "1 mois, puis jusqu’à la fin de la période facturée",
        "Frais de dossier",
        "15/30 des jours",
        "125,00 € HT",
        "175,00 € HT",
    ] {
        assert!(page.says(told), "{told}: {page}");
    }
    let form = page.form(".confirm form");
    let other = member.post(&form.clone().bent("seen", "1"));
    assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY, "another price");
    assert_eq!(member.post_anew(&form).location, "/me/plan");
    let page = member.page("/me/plan");
    let way = page.attribute("a[href$=\"/end\"]", "href").unwrap();
    let page = member.page(&way);
    assert!(
        page.says("L’engagement court jusqu’au mardi 15 septembre 2026"),
        "{page}"
    );
    let form = page.form(".confirm form");
    let early = member.post(&form.clone().with("until", "2026-07-31"));
    assert!(early.html().field_error("until").is_some(), "{early}");
    assert_eq!(member.post_anew(&form).location, "/me/plan");
    assert!(member.page("/me/plan").says("mardi 15 septembre 2026"));
    let sasha = house.member("Sasha");
    let mut other = house.signed_in(sasha, Role::Member);
    assert_eq!(other.get(&way).status, StatusCode::NOT_FOUND);
    house.assert_sound();
}

#[test]
fn who_is_no_member_takes_no_plan() {
    let house = House::new();
    let sasha = house.person("Sasha");
    let mut visitor = house.signed_in(sasha, Role::Member);
    let asked = visitor.get(&format!("/me/plan/new?plan={}&from=2026-06-16", house.plan));
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fields = [
        ("plan", house.plan.to_string()),
        ("from", "2026-06-16".to_owned()),
        ("seen", "25000".to_owned()),
    ];
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let sent = visitor.send_fields("/me/plan", &fields);
    assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY, "{sent}");
}
