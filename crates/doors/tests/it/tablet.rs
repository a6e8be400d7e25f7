//! What a tablet shows, and what one may do at a door and not.

use crate::world::World;
use axum::http::StatusCode;
use harness::both_engines;
use spaces::BookingState;

#[test]
fn a_tablet_is_opened_by_its_address_alone_until_it_is_ended() {
    both_engines(|db| {
        let world = World::new(db);
        let tablet = world.tablet(world.garance);
        let mut anybody = world.site.visitor();
        assert!(anybody.page(&tablet).says("Garance"));
        assert_eq!(anybody.get(&format!("{tablet}/now")).status, StatusCode::OK);
        for wrong in [
            "/doors/x".to_owned(),
            format!("{tablet}0"),
            format!("{}/now", "/doors/abc"),
        ] {
            assert_eq!(anybody.get(&wrong).status, StatusCode::NOT_FOUND, "{wrong}");
        }
        let mut team = world.team();
        assert!(
            !team.page("/front-desk/doors").says(&tablet),
            "the address is shown once"
        );
        let end = team.page("/front-desk/doors").form("form.line-acts");
        assert_eq!(team.post(&end).location, "/front-desk/doors");
        assert_eq!(anybody.get(&tablet).status, StatusCode::NOT_FOUND);
        assert_eq!(
            anybody.get(&format!("{tablet}/live")).status,
            StatusCode::NOT_FOUND
        );
        assert_eq!(team.post_anew(&end).status, StatusCode::NOT_FOUND, "ended twice");
        let closed = world.member(world.lucie).get("/front-desk/doors").status;
        assert_eq!(closed, StatusCode::FORBIDDEN);
    });
}

#[test]
fn names_stand_at_a_door_only_of_who_wanted_it() {
    both_engines(|db| {
        let world = World::new(db);
        let tablet = world.tablet(world.garance);
        world.books(world.lucie, world.garance, 0, false);
        world.books(world.karim, world.garance, 90, true);
        let page = world.site.visitor().page(&tablet);
        assert!(page.exists(".door-busy"));
        assert!(!page.says("Lucie"));
        assert!(page.says("Karim Test"));
    });
}

#[test]
fn a_member_takes_the_room_now_after_seeing_what_it_is() {
    both_engines(|db| {
        let world = World::new(db);
        let tablet = world.tablet(world.garance);
        let number = world.number(world.lucie);
        let (offer, done) = world.takes(&tablet, &number, "30");
        assert!(offer.text(".door-offer h2").contains("Lucie"), "{offer}");
        assert_eq!(done.location, tablet);
        let page = world.site.visitor().page(&tablet);
        assert!(
            page.exists(".door-busy") && page.exists(".door-now .badge-success"),
            "{page}"
        );
        let again = world.presses(&tablet, &number, "15");
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(again.html().field_error("number").is_some());
        let other = world.site.visitor().page(&world.tablet(world.pastel));
        assert!(other.exists(".door-free"), "another room is not touched");
    });
}

#[test]
fn a_number_of_nobody_of_who_left_or_a_strange_length_is_refused() {
    both_engines(|db| {
        let world = World::new(db);
        let tablet = world.tablet(world.garance);
        let (known, gone) = (world.number(world.lucie), world.number(world.gone));
        for (number, act) in [
            ("00000000", "15"),
            (gone.as_str(), "15"),
            ("123", "15"),
            ("", "15"),
            (known.as_str(), "45"),
            (known.as_str(), "10080"),
        ] {
            let refused = world.presses(&tablet, number, act);
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{number} {act}");
        }
        assert!(world.site.visitor().page(&tablet).exists(".door-free"));
    });
}

#[test]
fn numbers_are_not_guessed_at_a_door() {
    both_engines(|db| {
        let world = World::new(db);
        let tablet = world.tablet(world.garance);
        let number = world.number(world.lucie);
        for tried in 0..20 {
            world.presses(&tablet, &format!("{:08}", 10_000_000 + tried), "15");
        }
        let right = world.presses(&tablet, &number, "15");
        assert_eq!(
            right.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "the right one is too late"
        );
    });
}

#[test]
fn what_is_under_way_is_ended_by_whose_it_is_or_by_the_team_and_not_cancelled() {
    both_engines(|db| {
        let world = World::new(db);
        let tablet = world.tablet(world.garance);
        let nothing = world.presses(&tablet, &world.number(world.lucie), "end");
        assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
        let booking = world.books(world.lucie, world.garance, 0, false);
        let strange = world.presses(&tablet, &world.number(world.karim), "end");
        assert_eq!(strange.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(world.state(booking), BookingState::Confirmed);
        assert_eq!(
            world.presses(&tablet, &world.number(world.lucie), "end").location,
            tablet
        );
        assert_eq!(world.state(booking), BookingState::Done, "ended, not cancelled");
        let other = world.tablet(world.pastel);
        let next = world.books(world.karim, world.pastel, 0, false);
        assert_eq!(
            world.presses(&other, &world.number(world.awa), "end").location,
            other
        );
        assert_eq!(world.state(next), BookingState::Done);
    });
}

#[test]
fn one_says_to_be_here_from_half_an_hour_before_and_at_the_own_door_only() {
    both_engines(|db| {
        let world = World::new(db);
        let tablet = world.tablet(world.garance);
        let soon = world.books(world.lucie, world.garance, 20, false);
        let later = world.books(world.karim, world.garance, 120, false);
        let elsewhere = world.books(world.karim, world.pastel, 0, false);
        let mut passer_by = world.site.visitor();
        let page = passer_by.page(&tablet);
        assert_eq!(page.count(".door-next form"), 1, "only what begins soon");
        let form = page.form(".door-next form");
        let late = passer_by.post(&form.clone().with("booking", &later.to_string()));
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
        let strange = passer_by.post_anew(&form.clone().with("booking", &elsewhere.to_string()));
        assert_eq!(strange.status, StatusCode::NOT_FOUND, "a booking of another room");
        assert_eq!(passer_by.post_anew(&form).location, tablet);
        assert_eq!(world.state(soon), BookingState::CheckedIn);
        assert_eq!(world.state(elsewhere), BookingState::Confirmed);
    });
}

#[test]
fn what_is_broken_is_told_at_the_door_with_a_number_or_without() {
    both_engines(|db| {
        let world = World::new(db);
        let tablet = world.tablet(world.garance);
        let mut passer_by = world.site.visitor();
        let form = passer_by.page(&tablet).form("form.door-form");
        let empty = passer_by.post(&form.clone().and("act", "fault"));
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        let told = form.with("fault", "L’écran est noir").and("act", "fault");
        assert_eq!(passer_by.post_anew(&told).location, tablet);
        let number = world.number(world.lucie);
        let named = passer_by.page(&tablet).form("form.door-form");
        let named = named
            .with("fault", "La porte grince")
            .with("number", &number)
            .and("act", "fault");
        assert_eq!(passer_by.post(&named).location, tablet);
        let incidents = world.team().page("/front-desk/incidents");
        assert!(incidents.says("L’écran est noir") && incidents.says("La porte grince"));
        assert!(
            world
                .member(world.lucie)
                .page("/me/incidents")
                .says("La porte grince")
        );
    });
}

#[test]
fn faults_told_without_a_number_are_in_nobodys_name_and_few_an_hour() {
    both_engines(|db| {
        let world = World::new(db);
        let tablet = world.tablet(world.garance);
        let mut passer_by = world.site.visitor();
        let tells = |visitor: &mut harness::Visitor, what: &str, number: &str| {
            let form = visitor.page(&tablet).form("form.door-form");
            let form = form.with("fault", what).with("number", number);
            visitor.post(&form.and("act", "fault"))
        };
        for told in 1..=5 {
            let reply = tells(&mut passer_by, &format!("Panne {told}"), "");
            assert_eq!(reply.location, tablet, "{told}");
        }
        let sixth = tells(&mut passer_by, "Panne 6", "");
        assert_eq!(sixth.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(sixth.html().field_error("fault").is_some(), "{sixth}");
        let number = world.number(world.lucie);
        let named = tells(&mut passer_by, "Panne de Lucie", &number);
        assert_eq!(named.location, tablet, "who says who they are still tells");
        let mut team = world.team();
        let incidents = team.page("/front-desk/incidents");
        assert!(incidents.says("Panne 5") && !incidents.says("Panne 6"));
        assert!(incidents.says("à la porte de la salle"), "{incidents}");
        assert!(
            !team.page("/me/incidents").says("Panne 1"),
            "who put the tablet up did not say it"
        );
    });
}
