//! At the desk: who came, who came unannounced, the sheet to sign, the year (T1, T18).

use crate::world::World;
use axum::http::StatusCode;
use harness::both_engines;

#[test]
fn t18_people_are_ticked_with_their_guests_and_those_unannounced_counted() {
    both_engines(|db| {
        let world = World::new(db);
        let event = world.lunch(10, 2);
        world.registers(world.lucie, event, "2");
        world.registers(world.bruno, event, "0");
        let address = format!("/office/events/{event}");
        let mut team = world.team();
        assert!(
            !team.page(&address).exists("form[action$=\"/attendance\"]"),
            "not a week before"
        );
        world.at(world.noon(7).start().plus_minutes(10));
        let page = team.page(&address);
        let forms: Vec<_> = page
            .forms()
            .into_iter()
            .map(|(form, _)| form)
            .filter(|form| form.action.ends_with("/attendance"))
            .collect();
        assert_eq!(forms.len(), 2);
        let lucie = page.form("form[action$=\"/attendance\"]:has(select)");
        assert!(
            team.refused(&lucie.clone().bent("came", "4"))
                .says("Ce nombre ne va pas")
        );
        let done = team.post_anew(&lucie.with("came", "2"));
        assert!(done.location.starts_with(&address), "{done}");
        let walk = team
            .page(&address)
            .form("form[action$=\"/walk-ins\"]")
            .with("walk_ins", "5");
        assert_eq!(team.post(&walk).location, address);
        let page = team.page(&address);
        assert!(page.says("2 présents"));
        let year = world.today().year();
        let list = team.page(&format!("/office/events?year={year}&show=past"));
        assert_eq!(list.all("tfoot td"), ["1", "7"], "one lunch, two and five people");
        let file = team.get(&format!("/office/events?year={year}&format=csv"));
        assert!(file.header("content-type").starts_with("text/csv"));
        assert!(file.text().contains("Mardi partagé"));
    });
}

#[test]
fn t1_the_front_desk_shows_the_events_of_the_day() {
    both_engines(|db| {
        let world = World::new(db);
        let event = world.lunch(10, 2);
        world.registers(world.lucie, event, "1");
        let mut team = world.team();
        assert!(!team.page("/front-desk").says("Mardi partagé"));
        world.at(world.noon(7).start().minus_minutes(180));
        let page = team.page("/front-desk");
        assert!(page.exists(&format!("a[href=\"/office/events/{event}\"]")));
        assert!(page.says("2 personnes") && page.says("Garance"));
    });
}

#[test]
fn the_desk_registers_a_caller_by_name_and_a_known_address_as_the_person() {
    both_engines(|db| {
        let world = World::new(db);
        let event = world.lunch(2, 0);
        let mut team = world.team();
        let address = format!("/office/events/{event}");
        let form = team.page(&address).form("form[action$=\"/registrations\"]");
        assert_eq!(team.post(&form.with("name", "Madame Voisin")).location, address);
        let form = team.page(&address).form("form[action$=\"/registrations\"]");
        let form = form.with("name", "Lucie").with("email", "lucie@example.org");
        assert_eq!(team.post(&form).location, address);
        let again = team.page(&address).form("form[action$=\"/registrations\"]");
        let again = again.with("name", "Lucie").with("email", "lucie@example.org");
        assert!(team.refused(&again).says("déjà inscrite"));
        let sheet = team.page(&format!("{address}/sheet"));
        assert!(sheet.says("Madame Voisin") && sheet.says("Lucie Amrani"));
        let off = team.page(&address).form("form[action$=\"/cancellation\"]");
        assert_eq!(team.post(&off).location, address);
    });
}

#[test]
fn the_programme_is_the_teams_and_its_settings_the_directors() {
    both_engines(|db| {
        let world = World::new(db);
        let event = world.lunch(2, 0);
        let mut member = world.member(world.lucie);
        for path in [
            "/office/events".to_owned(),
            format!("/office/events/{event}"),
            format!("/office/events/{event}/sheet"),
        ] {
            assert_eq!(member.get(&path).status, StatusCode::FORBIDDEN, "{path}");
        }
        assert_eq!(
            world.team().get("/office/events/settings").status,
            StatusCode::FORBIDDEN
        );
        let mut director = world.director();
        let form = director.page("/office/events/settings").form("main form");
        assert!(
            director
                .refused(&form.clone().bent("offer_hours", "0"))
                .field_error("offer_hours")
                .is_some()
        );
        assert_eq!(
            director.post_anew(&form.with("offer_hours", "2")).location,
            "/office/events/settings"
        );
        let kept = world.write(|tx, system| events::settings(tx, system.place).unwrap().offer_hours);
        assert_eq!(kept, 2);
    });
}
