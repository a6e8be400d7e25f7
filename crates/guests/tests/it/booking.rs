//! Booking without an account (T87), and coming back to it.

use crate::world::World;
use harness::both_engines;

const MORNING: &str = "day=2026-06-16&start=10:00&end=12:00";

fn books(world: &World, email: &str) -> String {
    let mut visitor = world.stranger();
    let form = world.asks(&mut visitor, MORNING, email);
    let sent = visitor.post(&form);
    assert_eq!(sent.status, 200, "{sent}");
    let link = world.link_of_the_last_letter();
    let confirm = visitor.page(&link).form("main form");
    let done = visitor.post(&confirm);
    assert_eq!(done.status, 303, "{done}");
    done.location
}

#[test]
fn a_guest_books_by_a_letter_pays_the_price_shown_and_gives_up_at_the_fee_shown() {
    both_engines(|db| {
        let world = World::new(db);
        world.publishes();
        world.charges_for_giving_up();
        let mut visitor = world.stranger();
        let form = world.asks(&mut visitor, MORNING, "solene@example.org");
        assert!(
            visitor
                .page(&format!("/rooms/{}/booking?{MORNING}", world.salon))
                .says("40,00 € HT (48,00 € TTC)")
        );
        let unread = visitor.post(&form.clone().with("house_rules", ""));
        assert_eq!(unread.status, 422, "the rules of the house are agreed to");
        let sent = visitor.post(&form);
        assert!(sent.html().says("solene@example.org"), "{sent}");
        assert!(
            world.person("solene@example.org").is_none(),
            "nobody is written down unproven"
        );
        let taken = world.own(world.hours(16, 11, 12));
        let refused = world.write(move |tx, system| spaces::book(tx, system, &taken).is_err());
        assert!(refused, "the hours are held meanwhile");
        let link = world.link_of_the_last_letter();
        let page = visitor.page(&link);
        let done = visitor.post(&page.form("main form"));
        let mine = visitor.page(&done.location);
        assert!(mine.says("Confirmée"), "{mine}");
        let who = world.person("solene@example.org").unwrap();
        assert_eq!(world.owed(who.id), [4_000]);
        // The letter of confirmation leads back as well, and the link of the first one too.
        let again = world.link_of_the_last_letter();
        assert!(again.starts_with("/guest-bookings/"), "{again}");
        assert_eq!(visitor.get(&again).status, 200);
        let twice = visitor.page(&link).form("main form");
        assert_eq!(visitor.post(&twice).status, 303);
        assert_eq!(world.owed(who.id), [4_000]);
        assert!(
            visitor
                .get(&format!("{again}/calendar"))
                .text()
                .contains("BEGIN:VEVENT")
        );
        let bent = mine.form("form[action$=cancellation]").bent("fee", "0");
        assert_eq!(
            visitor.post(&bent).status,
            422,
            "the fee is the one that was shown"
        );
        let given = visitor.page(&again).form("form[action$=cancellation]");
        assert_eq!(visitor.post(&given).status, 303);
        assert_eq!(world.owed(who.id), [2_000], "half is due");
        assert!(world.team().page("/office/guests").says("Guibert"));
    });
}

#[test]
fn a_member_who_books_as_a_guest_proves_their_address_and_nobody_gets_their_account() {
    both_engines(|db| {
        let world = World::new(db);
        let mut visitor = world.stranger();
        let form = world.asks(&mut visitor, MORNING, "lucie@example.org");
        let known = visitor.post(&form).text().replace("lucie@example.org", "X");
        let letter = world.outbox_after(1);
        assert!(
            letter[0].text_body.contains("Vous avez un compte"),
            "{}",
            letter[0].text_body
        );
        let mut other = world.stranger();
        let form = world.asks(
            &mut other,
            "day=2026-06-17&start=10:00&end=12:00",
            "nora@example.org",
        );
        let unknown = other.post(&form).text().replace("nora@example.org", "X");
        let tell = |text: &str| harness::Html::parse(text).text("main");
        assert_eq!(
            tell(&known).replace("16 juin", "D").replace("mardi", "J"),
            tell(&unknown).replace("17 juin", "D").replace("mercredi", "J"),
            "nothing tells whether an address is known"
        );
        let text = &letter[0].text_body;
        let start = text.find("/guest-confirmations/").unwrap();
        let link = text[start..].split_whitespace().next().unwrap().to_owned();
        let confirm = visitor.page(&link).form("main form");
        let done = visitor.post(&confirm);
        assert!(visitor.cookie("tribu_session").is_none(), "no session is opened");
        assert_eq!(visitor.get("/me").status, 303);
        assert_eq!(visitor.get(&done.location).status, 200);
        assert_eq!(world.owed(world.lucie), [4_000], "by the price for guests");
    });
}

#[test]
fn hours_that_nobody_confirmed_in_time_are_free_again() {
    both_engines(|db| {
        let world = World::new(db);
        let mut visitor = world.stranger();
        let form = world.asks(&mut visitor, MORNING, "solene@example.org");
        visitor.post(&form);
        let link = world.link_of_the_last_letter();
        let page = visitor.page(&link);
        world.db.clock().set(world.db.clock().now().plus_minutes(30));
        let late = visitor.post(&page.form("main form"));
        assert_eq!(late.status, 410);
        assert!(world.person("solene@example.org").is_none());
        let taken = world.own(world.hours(16, 10, 12));
        world.write(move |tx, system| spaces::book(tx, system, &taken).unwrap());
    });
}

#[test]
fn where_the_place_wants_to_be_asked_the_guest_asks_and_the_desk_answers_after_the_proof() {
    both_engines(|db| {
        let world = World::new(db);
        world.asks_first();
        let mut visitor = world.stranger();
        let form = world.asks(&mut visitor, MORNING, "solene@example.org");
        visitor.post(&form);
        let link = world.link_of_the_last_letter();
        let mut desk = world.team();
        let guests = desk.page("/office/guests");
        let booking = guests.attribute("td a[href^='/bookings/']", "href").unwrap();
        let held = desk.page(&booking);
        assert!(
            !held.exists("form[action$=approval]"),
            "what waits for its holder is not approved"
        );
        let refused = desk.send_fields(&format!("{booking}/approval"), &[]);
        assert_ne!(refused.status, 200);
        let confirm = visitor.page(&link).form("main form");
        let mine = visitor.post(&confirm).location;
        assert!(
            visitor
                .page(&mine)
                .says("Votre demande attend la réponse du lieu")
        );
        let who = world.person("solene@example.org").unwrap();
        assert_eq!(world.owed(who.id), Vec::<i64>::new());
        let approve = desk.page(&booking).form("form[action$=approval]");
        assert_eq!(desk.post(&approve).status, 303);
        assert_eq!(world.owed(who.id), [4_000]);
        assert!(visitor.page(&mine).says("Confirmée"));
    });
}

#[test]
fn a_secret_opens_its_own_booking_and_a_made_up_one_opens_nothing() {
    both_engines(|db| {
        let world = World::new(db);
        let mine = books(&world, "solene@example.org");
        let mut visitor = world.stranger();
        let other = mine.replace(&mine[mine.len() - 6..], "AAAAAA");
        for path in [
            other.as_str(),
            "/guest-bookings/x",
            "/guest-bookings/0000000000001",
        ] {
            assert_eq!(visitor.get(path).status, 404, "{path}");
            assert_eq!(visitor.get(&format!("{path}/calendar")).status, 404, "{path}");
            let sent = visitor.send_fields(&format!("{path}/cancellation"), &[("fee", "0")]);
            assert_eq!(sent.status, 404, "{path}");
        }
        let other = "/guest-confirmations/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        assert_eq!(visitor.get(other).status, 410);
        // The pages of members stay closed.
        let page = world.team().page("/office/guests");
        let booking = page.attribute("td a[href^='/bookings/']", "href").unwrap();
        assert_eq!(visitor.get(&booking).status, 303);
        assert_eq!(world.member().get(&booking).status, 404);
        assert_eq!(world.member().get("/office/guests").status, 403);
    });
}

#[test]
fn one_address_holds_two_bookings_unproven_at_most() {
    both_engines(|db| {
        let world = World::new(db);
        let mut visitor = world.stranger();
        for (day, expected) in [(16, 200), (17, 200), (18, 422)] {
            let hours = format!("day=2026-06-{day}&start=10:00&end=12:00");
            let form = world.asks(&mut visitor, &hours, "solene@example.org");
            let sent = visitor.post(&form);
            assert_eq!(sent.status.as_u16(), expected, "{day}: {sent}");
        }
    });
}

#[test]
fn a_known_organisation_pays_for_nobody_because_a_guest_named_it() {
    both_engines(|db| {
        let world = World::new(db);
        let known = world.write(|tx, system| {
            let name = kernel::Name::parse("Atelier Morel").unwrap();
            people::create_organisation(tx, system, people::NewOrganisation::named(name)).unwrap()
        });
        let mut visitor = world.stranger();
        for (email, day, organisation, payer) in [
            ("solene@example.org", 16, "atelier morel", None),
            (
                "nora@example.org",
                17,
                "Chorale du Faubourg",
                Some("Chorale du Faubourg"),
            ),
        ] {
            let hours = format!("day=2026-06-{day}&start=10:00&end=12:00");
            let form = world
                .asks(&mut visitor, &hours, email)
                .with("organisation", organisation);
            visitor.post(&form);
            let link = world.link_of_the_last_letter();
            let confirm = visitor.page(&link).form("main form");
            visitor.post(&confirm);
            world.outbox_after(1);
            let paid_by = world.person(email).unwrap().organisation;
            assert_ne!(paid_by, Some(known));
            let name = world.write(move |tx, system| {
                paid_by.and_then(|id| people::organisation(tx, system.place, id).unwrap())
            });
            assert_eq!(name.map(|one| one.name.to_string()).as_deref(), payer);
        }
        assert!(world.team().page("/office/guests").says("atelier morel"));
    });
}

#[test]
fn a_desk_that_is_counted_on_a_pass_is_not_given_to_a_guest_for_nothing() {
    both_engines(|db| {
        let world = World::new(db);
        let path = format!("/rooms/{}/booking?{MORNING}", world.desks);
        let page = world.stranger().page(&path);
        assert!(!page.exists("button[value=confirm]"), "{page}");
    });
}

#[test]
fn a_guest_without_an_account_has_coffee_and_a_layout_with_the_room_at_the_price_shown() {
    both_engines(|db| {
        let world = World::new(db);
        world.serves_coffee();
        let mut visitor = world.stranger();
        let path = format!("/rooms/{}/booking?{MORNING}", world.salon);
        let page = visitor.page(&path);
        assert!(page.says("Café"), "{page}");
        let field = page.attribute("#extras input", "name").unwrap().to_owned();
        let layout = page
            .attribute("#layout option:last-child", "value")
            .unwrap()
            .to_owned();
        let wanted = page.form("main form").with(&field, "8").with("layout", &layout);
        let look = visitor.post(&wanted.and("step", "price")).html();
        assert!(look.says("Café × 8"), "{look}");
        assert!(
            look.says("68,00 € HT (81,60 € TTC)"),
            "40.00 and 8 × 3.50: {look}"
        );
        let mut form = look.form("main form");
        for value in look.attributes("input[name=house_rules]", "value") {
            form = form.and("house_rules", &value);
        }
        let form = form
            .with("given_name", "Solène")
            .with("family_name", "Guibert")
            .with("email", "solene@example.org")
            .with("phone", "06 39 98 12 40")
            .and("step", "confirm");
        assert_eq!(visitor.post(&form).status, 200);
        let link = world.link_of_the_last_letter();
        let page = visitor.page(&link);
        assert!(page.says("Café × 8") && page.says("68,00 € HT"), "{page}");
        let done = visitor.post(&page.form("main form"));
        let mine = visitor.page(&done.location);
        assert!(mine.says("Café × 8") && mine.says("68,00 € HT"), "{mine}");
        let who = world.person("solene@example.org").unwrap();
        let mut owed = world.owed(who.id);
        owed.sort_unstable();
        assert_eq!(owed, [2_800, 4_000]);
    });
}
