//! A new member at the desk, in one form, and the first visit (T8).

use crate::world::World;
use harness::both_engines;

#[test]
fn t8_a_facilitator_writes_a_member_down_with_a_plan_and_what_they_agreed_to() {
    both_engines(|db| {
        let world = World::new(db);
        world.publishes();
        let mut team = world.team();
        let page = team.page("/office/applications/new");
        let mut form = page.form("form[action=\"/office/applications\"]");
        let plan = page.attributes("input[name=offer]", "value");
        let plan = plan.iter().find(|value| value.starts_with("plan:")).unwrap();
        form = form
            .with("given_name", "Nora")
            .with("family_name", "Petit")
            .with("email", "nora@example.org")
            .and("offer", plan);
        let refused = team.refused(&form);
        assert!(
            refused.field_error("house_rules").is_some(),
            "nobody joins without agreeing"
        );
        for field in ["house_rules", "privacy_notice"] {
            let value = page.attribute(&format!("input[name={field}]"), "value").unwrap();
            form = form.and(field, &value);
        }
        let done = team.post_anew(&form);
        let nora = world.person("nora@example.org").unwrap().id;
        assert_eq!(done.location, format!("/office/newcomers/{nora}"));
        world.write(move |tx, system| {
            let zone = platform::place::get(tx, system.place).unwrap().zone;
            let today = tx.today(&zone);
            let held = offers::active_contract(tx, system.place, nora, today)
                .unwrap()
                .unwrap();
            assert_eq!(
                (held.plan_name.as_str(), held.price.cents()),
                ("Résident", 25_000)
            );
            let told = platform::activity::since(tx, system.place, 0, 200).unwrap();
            let started = told
                .iter()
                .find(|entry| entry.verb == "contract.started")
                .unwrap();
            assert!(
                started.person_id.is_some(),
                "it is written who opened the contract"
            );
        });
    });
}

#[test]
fn a_first_visit_is_ticked_with_who_and_when() {
    both_engines(|db| {
        let world = World::new(db);
        let mut team = world.team();
        let form = team
            .page("/office/applications/new")
            .form("form[action=\"/office/applications\"]");
        let form = form
            .with("given_name", "Nora")
            .with("family_name", "Petit")
            .and("offer", "none");
        let address = team.post(&form).location;
        let page = team.page(&address);
        let steps = page.count("form.line-acts");
        assert!(steps > 3, "the usual steps stand there");
        assert!(world.team().page("/office/applications").says("Nora Petit"));
        for _ in 0..steps {
            let form = team.page(&address).form("form:has(input[name=done][value=yes])");
            team.post(&form);
        }
        let page = team.page(&address);
        assert!(page.says("Awa Diarra"));
        assert!(!page.exists("input[name=done][value=yes]"));
        assert!(!world.team().page("/office/applications").says("Nouveaux membres"));
        let form = page.form("form.line-acts");
        team.post(&form);
        assert!(
            team.page(&address).exists("input[name=done][value=yes]"),
            "a slip is taken back"
        );
    });
}

#[test]
fn who_is_known_by_name_is_asked_about_at_the_desk_too() {
    both_engines(|db| {
        let world = World::new(db);
        let mut team = world.team();
        let form = team
            .page("/office/applications/new")
            .form("form[action=\"/office/applications\"]");
        let form = form
            .with("given_name", "lucie")
            .with("family_name", "AMRANI")
            .and("offer", "none");
        let page = team.refused(&form);
        assert!(
            page.says("lucie@example.org"),
            "the one who may be meant is shown"
        );
        let done = team.post_anew(&form.and("person", &world.lucie.to_string()));
        assert_eq!(done.location, format!("/office/newcomers/{}", world.lucie));
    });
}
