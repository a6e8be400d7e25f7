//! The lists and cards of the office.

use crate::world::House;
use axum::http::StatusCode;
use harness::Session;
use kernel::Role;
use platform::database::Engine;

#[test]
fn a_name_that_is_known_is_asked_about_with_the_card_of_who_has_it() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let house = House::on(engine);
        let (_, mut office) = house.arrives("Alix", Role::Administrator);
        let form = office
            .page("/office/people/new")
            .form("form.stack")
            .with("given_name", "Élodie")
            .with("family_name", "Lefèvre")
            .with("email", "elodie@example.org");
        let card = office.post(&form).location;
        let again = office.post_anew(&form.clone().with("given_name", "Elodie").with("email", ""));
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = again.html();
        assert!(page.exists(&format!("#alike ~ ul a[href='{card}']")), "{page}");
        assert!(page.field_error("another").is_some(), "{page}");
        let yes = office.post(&page.form("form.stack").and("another", "yes"));
        assert_eq!(yes.status, StatusCode::SEE_OTHER, "{}", yes.html());
        assert_ne!(yes.location, card);
        let address = form.with("given_name", "Zoé").with("family_name", "Autre");
        let taken = office.post_anew(&address);
        assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = taken.html();
        assert!(page.field_error("email").is_some());
        assert!(page.exists(&format!("#alike ~ ul a[href='{card}']")), "{page}");
    }
}

#[test]
fn a_person_is_added_corrected_made_a_member_and_given_a_role() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let house = House::on(engine);
        let (_, mut office) = house.arrives("Alix", Role::Administrator);
        let form = office.page("/office/people/new").form("form.stack");
        let form = form
            .with("given_name", "Élodie")
            .with("family_name", "Lefèvre")
            .with("email", "elodie@example.org")
            .with("phone", "06 12 34 56 78")
            .with("note", "Vient le mardi");
        let made = office.post(&form);
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.html());
        let twice = office.post(&form);
        assert_eq!(twice.location, made.location, "sent twice, made once");
        let card = made.location;
        let page = office.page(&card);
        assert_eq!(page.text("h1"), "Élodie Lefèvre");
        assert!(page.says("06 12 34 56 78") && page.says("Vient le mardi") && page.says("N’est pas membre"));
        let join = page
            .form("form[action$=\"/membership\"]")
            .with("joined_on", "2026-06-01");
        assert_eq!(office.post(&join).location, card);
        let page = office.page(&card);
        assert!(page.says("Membre depuis le 1er juin 2026"), "{page}");
        let leave = page
            .form("form[action$=\"/membership/end\"]")
            .with("left_on", "2026-05-01");
        let refused = office.post(&leave);
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.html().field_error("left_on").is_some());
        let role = page.form("form[action$=\"/roles\"]").with("role", "facilitator");
        assert_eq!(office.post(&role).location, card);
        let page = office.page(&card);
        assert!(
            page.says("a donné le rôle « facilitation » à partir du 15 juin 2026"),
            "{page}"
        );
        let end = page.form("form[action$=\"/roles/facilitator/end\"]");
        assert_eq!(office.post(&end).location, card);
        assert!(
            !office
                .page(&card)
                .exists("form[action$=\"/roles/facilitator/end\"]")
        );
        let edit = office
            .page(&format!("{card}/edit"))
            .form("form.stack")
            .with("family_name", "Lefèbvre");
        assert_eq!(office.post(&edit).location, card);
        assert_eq!(office.page(&card).text("h1"), "Élodie Lefèbvre");
        let close = office.page(&card);
        assert!(
            !close.exists("form[action$=\"/account/closure\"]"),
            "no account yet"
        );
    }
}

#[test]
fn an_address_that_another_has_is_a_message_at_its_field() {
    let house = House::new();
    house.person("Camille", "Durand");
    let (_, mut desk) = house.arrives("Noa", Role::Facilitator);
    let form = desk.page("/office/people/new").form("form.stack");
    let filled = form
        .with("given_name", "Sacha")
        .with("email", "CAMILLE@example.org");
    let refused = desk.post(&filled);
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let html = refused.html();
    assert_eq!(
        html.field_error("email").as_deref(),
        Some("Une autre personne a déjà cette adresse.")
    );
    assert_eq!(html.attribute("#given_name", "value").as_deref(), Some("Sacha"));
}

#[test]
fn the_list_is_searched_filtered_sorted_and_exported() {
    let house = House::new();
    let (_, mut office) = house.arrives("Alix", Role::Administrator);
    let zoe = house.person("Zoé", "Abadie");
    house.person("Ana", "Zola");
    house.write(move |tx, system| {
        let day = kernel::Day::parse("2026-01-31").unwrap();
        people::become_member(tx, system, zoe, day).unwrap();
    });
    let names = |html: &harness::Html| html.all("tbody th");
    let all = office.page("/office/people");
    assert_eq!(names(&all), ["Abadie Zoé", "Vasseur Alix", "Zola Ana"]);
    assert_eq!(
        names(&office.page("/office/people?sort=-name")),
        ["Zola Ana", "Vasseur Alix", "Abadie Zoé"]
    );
    assert_eq!(names(&office.page("/office/people?sort=joined"))[0], "Abadie Zoé");
    assert_eq!(names(&office.page("/office/people?sort=-organisation")).len(), 3);
    assert_eq!(names(&office.page("/office/people?q=ZOE")), ["Abadie Zoé"]);
    assert_eq!(names(&office.page("/office/people?member=yes")), ["Abadie Zoé"]);
    assert_eq!(names(&office.page("/office/people?member=no")).len(), 2);
    assert_eq!(
        names(&office.page("/office/people?role=administrator")),
        ["Vasseur Alix"]
    );
    assert!(
        office
            .page("/office/people?q=xyzzy")
            .says("Personne ne correspond")
    );
    let odd = "/office/people?page=99&sort=drop+table&member=peut-%C3%AAtre&role=roi";
    assert_eq!(office.get(odd).status, StatusCode::OK);
    let link = office.page("/office/people?member=yes").attributes("a", "href");
    let csv = link.iter().find(|href| href.contains("format=csv")).unwrap();
    let file = office.get(csv);
    assert_eq!(file.headers["content-type"], "text/csv; charset=utf-8");
    insta::with_settings!({ snapshot_path => "golden", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("persons_csv", file.text().trim_start_matches('\u{feff}').replace("\r\n", "\n"));
    });
}

#[test]
fn a_long_list_is_cut_into_pages_that_keep_the_filter() {
    let house = House::new();
    let (_, mut office) = house.arrives("Alix", Role::Administrator);
    house.write(|tx, system| {
        for number in 0..60 {
            let name = people::PersonName::parse("Foule", &format!("Nom{number:02}")).unwrap();
            people::create_person(tx, system, people::NewPerson::named(name)).unwrap();
        }
    });
    let first = office.page("/office/people?q=foule");
    assert_eq!(first.count("tbody tr"), 50);
    let next = first.attribute(".pagination a[rel=\"next\"]", "href").unwrap();
    let second = office.page(&next);
    assert_eq!(second.count("tbody tr"), 10);
    assert_eq!(second.all("tbody th")[0], "Nom50 Foule");
}

#[test]
fn an_organisation_is_added_corrected_and_pays_for_people() {
    let house = House::new();
    let (_, mut office) = house.arrives("Gil", Role::ManagingDirector);
    let form = office.page("/office/organisations/new").form("form.stack");
    let wrong = office.post(&form.clone().with("siren", "123").with("vat_number", "x"));
    let errors = wrong.html().field_errors();
    assert_eq!(errors.keys().collect::<Vec<_>>(), ["name", "siren", "vat_number"]);
    let filled = form
        .with("name", "Les Brumes")
        .with("siren", "000 000 000")
        .with("city", "Rouen");
    let made = office.post(&filled);
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.html());
    let again = office.page("/office/organisations/new").form("form.stack");
    let twin = office.post(&again.with("name", "Autre").with("siren", "000000000"));
    assert!(twin.html().field_error("siren").is_some());
    let edit = office.page(&format!("{}/edit", made.location)).form("form.stack");
    assert_eq!(
        office.post(&edit.with("name", "Les Brumes SCOP")).location,
        made.location
    );
    let organisation = made.location.rsplit('/').next().unwrap().to_owned();
    let form = office.page("/office/people/new").form("form.stack");
    office.post(&form.with("given_name", "Ana").with("organisation", &organisation));
    let card = office.page(&made.location);
    assert_eq!(card.text("h1"), "Les Brumes SCOP");
    assert!(card.says("Ana") && card.says("000 000 000"));
    let list = office.page("/office/organisations?q=brum");
    assert_eq!(list.all("tbody td.num"), ["1"]);
    assert_eq!(
        office.get("/office/organisations?sort=-city&format=csv").status,
        StatusCode::OK
    );
}

#[test]
fn a_facilitator_sees_no_way_to_give_roles_and_cannot_take_the_team_over() {
    let house = House::new();
    let boss = house.account("Alix", Role::Administrator);
    let (own, mut desk) = house.arrives("Noa", Role::Facilitator);
    let card = format!("/office/people/{boss}");
    let page = desk.page(&card);
    assert!(!page.exists("form[action$=\"/roles\"]") && !page.exists("form[action*=\"/roles/\"]"));
    for path in [format!("{card}/roles"), format!("/office/people/{own}/roles")] {
        let answer = desk.send_fields(&path, &[("role", "administrator"), ("from_day", "2026-06-15")]);
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
    }
    let edit = desk.page(&format!("{card}/edit")).form("form.stack");
    let stolen = desk.post(&edit.with("email", "pirate@example.org"));
    assert_eq!(stolen.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(stolen.html().field_error("email").is_some());
    for act in ["invitation", "account/closure", "account/reopening"] {
        let answer = desk.send_fields(&format!("{card}/{act}"), &[]);
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{act}");
        assert!(
            answer.html().says("seul un administrateur peut y toucher"),
            "{act}"
        );
    }
}

#[test]
fn an_account_is_closed_and_opened_again_from_the_card() {
    let house = House::new();
    let (mae, mut member) = house.arrives("Mae", Role::Member);
    let (_, mut desk) = house.arrives("Noa", Role::Facilitator);
    let card = format!("/office/people/{mae}");
    let close = desk.page(&card).form("form[action$=\"/account/closure\"]");
    desk.post(&close);
    assert_eq!(member.get("/me/profile").status, StatusCode::SEE_OTHER);
    let reopen = desk.page(&card).form("form[action$=\"/account/reopening\"]");
    desk.post(&reopen);
    assert!(desk.page(&card).exists("form[action$=\"/account/closure\"]"));
    house.signed_in("Mae");
}

#[test]
fn the_last_administrator_stays_and_ones_own_new_role_keeps_one_signed_in() {
    let house = House::new();
    let (alix, mut boss) = house.arrives("Alix", Role::Administrator);
    let card = format!("/office/people/{alix}");
    let end = boss
        .page(&card)
        .form("form[action$=\"/roles/administrator/end\"]");
    let refused = boss.post(&end);
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        refused
            .html()
            .says("Personne ne pourrait plus administrer le lieu")
    );
    let before = boss.cookie(Session::COOKIE).unwrap().to_owned();
    let give = boss
        .page(&card)
        .form("form[action$=\"/roles\"]")
        .with("role", "facilitator");
    assert_eq!(boss.post(&give).location, card);
    assert_ne!(
        boss.cookie(Session::COOKIE),
        Some(before.as_str()),
        "new rights, new token"
    );
    assert_eq!(boss.get(&card).status, StatusCode::OK);
}
