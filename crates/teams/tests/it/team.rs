//! Running the team of one's organisation (T37).

use crate::world::World;
use axum::http::StatusCode;
use harness::{both_engines, together};
use kernel::Actor;
use spaces::{NewCheckIn, Part};

fn invites(world: &World, name: &str) -> harness::Reply {
    let mut lucie = world.member(world.lucie);
    let form = lucie.page("/team").form("form[action$=\"/invitations\"]");
    let form = form
        .with("given_name", name)
        .with("family_name", "Petit")
        .with("email", &format!("{}@example.org", name.to_lowercase()));
    lucie.post(&form)
}

#[test]
fn t37_a_manager_adds_an_employee_by_mail_and_sees_what_the_team_uses() {
    both_engines(|db| {
        let world = World::new(db);
        assert_eq!(
            world.member(world.lucie).get("/team").status,
            StatusCode::NOT_FOUND
        );
        let world = world.with_manager();
        let mut lucie = world.member(world.lucie);
        assert!(lucie.page("/me").says("Mon équipe"), "found without help");
        let sent = invites(&world, "Nora");
        assert!(sent.location.starts_with("/team?organisation="), "{sent}");
        let link = world.link();
        assert!(
            world.person("nora@example.org").is_none(),
            "nobody joins without saying so"
        );
        let mut nora = world.site.visitor();
        let page = nora.page(&link);
        assert!(page.says("Petit Bois"));
        let form = page.form("main form");
        assert!(nora.post(&form).html().says("Petit Bois"));
        assert_eq!(nora.get(&link).status, StatusCode::GONE, "good once");
        let known = world.person("nora@example.org").unwrap();
        assert_eq!(known.organisation, Some(world.wood));
        world.buys_a_pass(known.id);
        world.write(move |tx, system| {
            let new = NewCheckIn {
                person: known.id,
                part: Part::Day,
                welcome: None,
            };
            spaces::check_in(tx, system, new).unwrap();
        });
        let page = lucie.page("/team");
        let row = page
            .all("tbody tr")
            .into_iter()
            .find(|row| row.contains("Nora"))
            .unwrap();
        assert!(row.contains("27 unités") && row.contains(" 1 "), "{row}");
        assert!(page.says("150,00"), "what the company pays is listed");
        let file = lucie.get("/team?format=csv");
        let text = file.text();
        let line = text
            .lines()
            .find(|line| line.contains("nora@example.org"))
            .unwrap();
        assert!(line.contains("27") && line.ends_with("1;0;0"), "{line}");
        let before = lucie.page("/team?month=2020-01");
        assert!(!before.says("150,00"), "another month is another matter");
    });
}

fn removal(world: &World, who: kernel::PersonId) -> String {
    format!("/team/{}/people/{who}/removal", world.wood)
}

/// The last day of the only plan of somebody.
fn last_day(world: &World, who: kernel::PersonId) -> Option<kernel::Day> {
    world.write(move |tx, system| offers::contracts_of(tx, system.place, who).unwrap()[0].until)
}

#[test]
fn who_is_removed_pays_for_themselves_and_the_companys_plan_without_notice_ends_today() {
    both_engines(|db| {
        let world = World::new(db).with_manager();
        world.takes_the_plan(world.karim);
        let mut lucie = world.member(world.lucie);
        let address = removal(&world, world.karim);
        let page = lucie.page("/team");
        assert!(page.says("Retirer"));
        assert!(!page.all(&format!("a[href=\"{address}\"]")).is_empty());
        let page = lucie.page(&address);
        assert!(page.says("Résident"), "the plan that ends is named");
        let form = page.form("main form");
        lucie.post(&form);
        let (karim, today) = (world.karim, world.today());
        world.write(move |tx, system| {
            let known = people::person(tx, system.place, karim).unwrap().unwrap();
            assert_eq!(known.organisation, None);
            assert!(people::is_member_on(tx, system.place, karim, today.next()).unwrap());
        });
        assert_eq!(last_day(&world, karim), Some(today));
        assert!(!lucie.page("/team").says("Karim Test"));
        assert_eq!(lucie.get(&address).status, StatusCode::NOT_FOUND);
        let again = lucie.post_anew(&form);
        assert!(again.location.starts_with("/team"), "{again}");
    });
}

#[test]
fn t37_removing_somebody_does_not_undo_the_commitment_to_their_plan() {
    both_engines(|db| {
        let world = World::new(db).with_manager();
        world.commits_to(12, 1);
        world.takes_the_plan(world.karim);
        let today = world.today();
        let committed = today.plus_months(12).previous();
        let mut lucie = world.member(world.lucie);
        let page = lucie.page(&removal(&world, world.karim));
        assert!(page.says("engagement"), "what binds is said: {page}");
        assert!(page.says(&committed.year().to_string()));
        lucie.post(&page.form("main form"));
        let karim = world.person("karim@example.org").unwrap();
        assert_eq!(karim.organisation, None, "out of the team");
        assert_eq!(last_day(&world, karim.id), Some(committed));
        let wood = world.wood;
        world.write(move |tx, system| {
            let held = &offers::contracts_of(tx, system.place, karim.id).unwrap()[0];
            let payer = people::Party::Organisation(wood);
            let customer = billing::known_customer(tx, system.place, payer).unwrap();
            assert_eq!(Some(held.customer), customer, "the company pays until then");
        });
    });
}

#[test]
fn a_plan_with_a_notice_is_paid_until_the_notice_is_over() {
    both_engines(|db| {
        let world = World::new(db).with_manager();
        world.commits_to(0, 2);
        world.takes_the_plan(world.karim);
        let mut lucie = world.member(world.lucie);
        let page = lucie.page(&removal(&world, world.karim));
        lucie.post(&page.form("main form"));
        let expected = world.today().plus_months(2).previous();
        assert_eq!(last_day(&world, world.karim), Some(expected));
    });
}

#[test]
fn who_keeps_the_offers_of_the_place_may_end_the_plan_with_the_removal() {
    both_engines(|db| {
        let world = World::new(db);
        world.commits_to(12, 1);
        world.takes_the_plan(world.karim);
        let mut desk = world.team();
        let page = desk.page(&removal(&world, world.karim));
        assert!(page.says("engagement"), "the desk keeps no offers");
        let mut director = world.director();
        let page = director.page(&removal(&world, world.karim));
        director.post(&page.form("main form"));
        assert_eq!(last_day(&world, world.karim), Some(world.today()));
    });
}

#[test]
fn nobody_is_invited_twice_or_when_they_belong_already() {
    both_engines(|db| {
        let world = World::new(db).with_manager();
        assert_eq!(invites(&world, "Nora").status, StatusCode::SEE_OTHER);
        world.outbox_after(1);
        for name in ["Nora", "Karim"] {
            let refused = invites(&world, name);
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
            assert!(refused.html().field_error("email").is_some());
        }
        let mut lucie = world.member(world.lucie);
        let form = lucie.page("/team").form("form[action$=\"/withdrawal\"]");
        lucie.post(&form);
        assert!(!lucie.page("/team").says("nora@example.org"));
        assert_eq!(
            invites(&world, "Nora").status,
            StatusCode::SEE_OTHER,
            "asked again"
        );
    });
}

#[test]
fn an_invitation_taken_back_lets_nobody_in() {
    both_engines(|db| {
        let world = World::new(db).with_manager();
        invites(&world, "Nora");
        let link = world.link();
        let mut nora = world.site.visitor();
        let form = nora.page(&link).form("main form");
        let mut lucie = world.member(world.lucie);
        let withdrawal = lucie.page("/team").form("form[action$=\"/withdrawal\"]");
        lucie.post(&withdrawal);
        assert_eq!(nora.post(&form).status, StatusCode::GONE);
        assert!(world.person("nora@example.org").is_none());
        assert_eq!(nora.get("/team-invitations/abc.def").status, StatusCode::GONE);
    });
}

#[test]
fn a_team_that_one_does_not_run_is_not_found() {
    both_engines(|db| {
        let world = World::new(db).with_manager();
        let mut lucie = world.member(world.lucie);
        let (stone, oumou) = (world.stone, world.oumou);
        assert_eq!(
            lucie.get(&format!("/team?organisation={stone}")).status,
            StatusCode::NOT_FOUND
        );
        let foreign = format!("/team/{stone}/people/{oumou}/removal");
        assert_eq!(lucie.get(&foreign).status, StatusCode::NOT_FOUND);
        assert_eq!(lucie.get(&removal(&world, oumou)).status, StatusCode::NOT_FOUND);
        let removal = lucie.send_fields(&foreign, &[]);
        assert_eq!(removal.status, StatusCode::NOT_FOUND);
        let fields = [("family_name", "X"), ("email", "x@example.org")];
        let invitation = lucie.send_fields(&format!("/team/{stone}/invitations"), &fields);
        assert_eq!(invitation.status, StatusCode::NOT_FOUND);
        let strange = lucie.send_fields(&format!("/team/{}/people/{oumou}/removal", world.wood), &[]);
        assert_eq!(strange.status, StatusCode::SEE_OTHER);
        let still = world.person("oumou@example.org").unwrap().organisation;
        assert_eq!(still, Some(stone), "nobody else's people are touched");
        let mut karim = world.member(world.karim);
        assert_eq!(
            karim.get("/team").status,
            StatusCode::NOT_FOUND,
            "belonging is not running"
        );
        assert_eq!(
            karim
                .get(&format!("/office/organisations/{}/team", world.wood))
                .status,
            StatusCode::FORBIDDEN
        );
        assert_eq!(
            world
                .team()
                .get("/office/organisations/0000000000001/team")
                .status,
            StatusCode::NOT_FOUND
        );
    });
}

#[test]
fn running_a_team_is_withdrawn_at_once() {
    both_engines(|db| {
        let world = World::new(db).with_manager();
        let mut team = world.team();
        let address = format!("/office/organisations/{}/team", world.wood);
        let form = team.page(&address).form("form[action$=\"/end\"]");
        assert_eq!(team.post(&form).location, address);
        assert_eq!(
            world.member(world.lucie).get("/team").status,
            StatusCode::NOT_FOUND
        );
        let stranger = team.send_fields(
            &format!("{address}/managers"),
            &[("person", &world.oumou.to_string())],
        );
        assert_eq!(
            stranger.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "only somebody of the team"
        );
    });
}

#[test]
fn of_two_who_use_the_same_link_at_once_one_joins() {
    both_engines(|db| {
        let world = World::new(db).with_manager();
        invites(&world, "Nora");
        world.outbox_after(1);
        let (place, wood) = (world.place, world.wood);
        let id = world.write(move |tx, system| {
            let told = platform::activity::since(tx, system.place, 0, 200).unwrap();
            assert!(told.iter().any(|entry| entry.verb == "team.invited"));
            let new = teams::NewInvitation {
                name: people::PersonName::parse("Max", "Petit").unwrap(),
                email: kernel::Email::parse("max@example.org").unwrap(),
                language: kernel::Locale::Fr,
            };
            teams::invite(tx, system, wood, &new).unwrap()
        });
        let db = &world.db;
        let answers = together(8, |_| {
            db.write_blocking(move |tx| teams::accept_invitation(tx, &Actor::visitor(place), id).map(drop))
        });
        assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1);
    });
}

#[test]
fn the_invitation_reads_well_in_both_languages() {
    for code in ["fr", "en"] {
        let fresh = harness::FreshDatabase::on(platform::database::Engine::Sqlite);
        let world = World::new(fresh.database().clone()).with_manager();
        let mut lucie = world.member(world.lucie).speaking(code);
        let form = lucie.page("/team").form("form[action$=\"/invitations\"]");
        let form = form.with("given_name", "Nora").with("family_name", "Petit");
        lucie.post(&form.with("email", "nora@example.org"));
        let read = harness::letter_as_read(&world.outbox_after(1)[0]);
        insta::with_settings!({ snapshot_path => "golden", prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(format!("invitation_{code}_text"), read);
        });
    }
}
