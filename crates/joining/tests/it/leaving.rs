//! Leaving: the notice, what ends, what stays open, what one keeps.

use crate::world::World;
use axum::http::StatusCode;
use harness::both_engines;
use joining::Offer;
use kernel::Role;
use offers::NewSubscription;

#[test]
fn a_member_gives_notice_to_the_end_of_next_month_and_keeps_their_invoices() {
    both_engines(|db| {
        let world = World::new(db);
        let (lucie, today) = (world.lucie, world.today());
        world.write(move |tx, system| {
            let proposed = joining::proposed(tx, system.place, today).unwrap();
            let plan = proposed.iter().find_map(|one| match one.offer {
                Offer::Plan(plan) => Some(plan),
                Offer::Pass(_) => None,
            });
            let new = NewSubscription {
                person: lucie,
                plan: plan.unwrap(),
                from: today,
                on: today,
                seen: None,
            };
            offers::subscribe_plan(tx, system, new).unwrap();
        });
        let mut member = world.member(world.lucie);
        let page = member.page("/me/leaving");
        assert!(page.says("Résident"), "what ends is listed");
        let form = page.form("form[action=\"/me/leaving\"]");
        let early = form.clone().with("last_day", &today.plus_days(3).to_string());
        assert!(member.refused(&early).field_error("last_day").is_some());
        assert_eq!(member.post_anew(&form).location, "/me/leaving");
        let last = today.plus_months(1).previous().last_of_month();
        world.write(move |tx, system| {
            let place = system.place;
            assert!(people::is_member_on(tx, place, lucie, last).unwrap());
            assert!(!people::is_member_on(tx, place, lucie, last.next()).unwrap());
            let held = offers::contracts_of(tx, place, lucie).unwrap();
            assert_eq!(held[0].until, Some(last));
        });
        assert!(world.outbox_after(1)[0].subject.contains("départ"));
        assert!(
            member
                .page("/me/leaving")
                .says("Vous gardez l’accès à vos factures")
        );
        assert!(world.team().page("/office/applications").says("Lucie Amrani"));
        let end = world.db.clock().now().plus_seconds(90 * 86_400);
        world.db.clock().set(end);
        assert_eq!(
            world.member(world.lucie).get("/me/invoices").status,
            StatusCode::OK
        );
        let again = world.member(world.lucie).page("/me/leaving");
        assert!(!again.exists("form[action=\"/me/leaving\"]"));
    });
}

#[test]
fn the_team_agrees_to_an_earlier_day_and_notes_why() {
    both_engines(|db| {
        let world = World::new(db);
        let address = format!("/office/people/{}/departure", world.lucie);
        let mut team = world.team();
        let form = team.page(&address).form("form.stack");
        let past = form
            .clone()
            .with("last_day", &world.today().previous().to_string());
        assert!(team.refused(&past).field_error("last_day").is_some());
        let form = form
            .with("last_day", &world.today().to_string())
            .with("reason", "Déménage");
        assert_eq!(team.post_anew(&form).location, address);
        assert!(team.page(&address).says("Déménage"));
        assert_eq!(
            team.post_anew(&form).status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "notice is given once"
        );
    });
}

#[test]
fn roles_of_the_team_end_by_an_administrator_alone() {
    both_engines(|db| {
        let world = World::new(db);
        let (awa, today) = (world.awa, world.today());
        world.write(move |tx, system| {
            people::become_member(tx, system, awa, today).unwrap();
        });
        let address = format!("/office/people/{awa}/departure");
        let mut director = world.director();
        let form = director.page(&address).form("form.stack");
        assert!(director.refused(&form).field_error("last_day").is_some());
        let mut administrator = world.site.visitor().signed_in(world.noor, Role::Administrator);
        let form = administrator.page(&address).form("form.stack");
        let last = today.plus_days(10);
        assert_eq!(
            administrator
                .post(&form.with("last_day", &last.to_string()))
                .location,
            address
        );
        let held = world.write(move |tx, system| {
            let on = people::roles_on(tx, system.place, awa, last).unwrap();
            (
                on.len(),
                people::roles_on(tx, system.place, awa, last.next()).unwrap(),
            )
        });
        assert_eq!(held, (2, vec![Role::Member]));
    });
}

#[test]
fn t39_a_notice_is_taken_back_until_its_day_and_everything_lasts_as_before() {
    both_engines(|db| {
        let world = World::new(db);
        let (lucie, today) = (world.lucie, world.today());
        world.write(move |tx, system| {
            let proposed = joining::proposed(tx, system.place, today).unwrap();
            let plan = proposed.iter().find_map(|one| match one.offer {
                Offer::Plan(plan) => Some(plan),
                Offer::Pass(_) => None,
            });
            let new = NewSubscription {
                person: lucie,
                plan: plan.unwrap(),
                from: today,
                on: today,
                seen: None,
            };
            offers::subscribe_plan(tx, system, new).unwrap();
        });
        let mut member = world.member(lucie);
        let form = member.page("/me/leaving").form("form[action=\"/me/leaving\"]");
        assert_eq!(member.post(&form).location, "/me/leaving");
        let page = member.page("/me/leaving");
        assert!(
            page.exists("a[href=\"/me/data\"]"),
            "who leaves is shown the way to their data"
        );
        let back = page.form("form[action=\"/me/leaving/withdrawal\"]");
        let mut noor = world.member(world.noor);
        assert_eq!(
            noor.send_fields("/me/leaving/withdrawal", &[]).status,
            StatusCode::NOT_FOUND,
            "a notice that was not given"
        );
        assert_eq!(member.post(&back).location, "/me/leaving");
        world.write(move |tx, system| {
            let place = system.place;
            let far = today.plus_days(300);
            assert!(people::is_member_on(tx, place, lucie, far).unwrap());
            let held = offers::contracts_of(tx, place, lucie).unwrap();
            assert_eq!(held[0].until, None, "the plan lasts as before");
        });
        let again = member.page("/me/leaving");
        assert!(
            again.exists("form[action=\"/me/leaving\"]"),
            "one may leave another time"
        );
        assert!(!again.exists("form[action=\"/me/leaving/withdrawal\"]"));
        let form = again.form("form[action=\"/me/leaving\"]");
        assert_eq!(member.post_anew(&form).location, "/me/leaving");
        let late = world.db.clock().now().plus_seconds(90 * 86_400);
        world.db.clock().set(late);
        let mut member = world.member(lucie);
        assert!(
            !member
                .page("/me/leaving")
                .exists("form[action=\"/me/leaving/withdrawal\"]")
        );
    });
}
