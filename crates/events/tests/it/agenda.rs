//! The agenda for everybody, for search engines and for calendar programs (T98).

use crate::world::World;
use axum::http::StatusCode;
use harness::both_engines;

#[test]
fn an_event_says_what_it_is_to_search_engines() {
    both_engines(|db| {
        let world = World::new(db);
        let event = world.lunch(10, 0);
        let page = world.stranger().page(&format!("/agenda/{event}"));
        assert_eq!(
            page.attribute("[itemscope]", "itemtype").as_deref(),
            Some("https://schema.org/FoodEvent")
        );
        assert_eq!(page.text("[itemprop=name]"), "Mardi partagé");
        let start = page.attribute("[itemprop=startDate]", "datetime").unwrap();
        assert_eq!(kernel::Instant::parse(&start).unwrap(), world.noon(7).start());
        assert_eq!(
            page.attribute("[itemprop=price]", "content").as_deref(),
            Some("0.00")
        );
        assert_eq!(
            page.attribute("[itemprop=priceCurrency]", "content").as_deref(),
            Some("EUR")
        );
    });
}

#[test]
fn the_feed_of_everybody_carries_what_is_announced_and_says_what_was_given_up() {
    both_engines(|db| {
        let world = World::new(db);
        let event = world.lunch(10, 0);
        let feed = world.stranger().get("/agenda.ics");
        assert!(feed.header("content-type").starts_with("text/calendar"));
        let text = feed.text().replace("\r\n ", "");
        assert!(
            text.contains(&format!("UID:event-{event}@")) && text.contains("STATUS:CONFIRMED"),
            "{text}"
        );
        assert!(text.contains("LOCATION:Garance\\, La Fabrique"), "{text}");
        let actor = world.awa_acts();
        world
            .db
            .write_blocking(move |tx| events::cancel_event(tx, &actor, event, ""))
            .unwrap();
        let feed = world.stranger().get("/agenda.ics");
        let text = feed.text();
        assert!(text.contains("STATUS:CANCELLED"), "{text}");
    });
}

#[test]
fn a_member_follows_what_is_for_members_too_until_the_address_is_taken_back() {
    both_engines(|db| {
        let world = World::new(db);
        let facts = events::EventFacts {
            open_to: events::OpenTo::Members,
            ..world.facts("Pow-Wow", world.noon(3))
        };
        world.announces(facts);
        let mut lucie = world.member(world.lucie);
        let form = lucie
            .page("/me/events")
            .form("form[action=\"/me/events/calendar\"]");
        let made = lucie.post(&form);
        let address = made.html().text("code").replace("https://lieu.example.org", "");
        let mut program = world.stranger();
        assert!(program.get(&address).text().contains("SUMMARY:Pow-Wow"));
        let end = lucie.page("/me/events").form("form[action$=\"/calendar/end\"]");
        assert_eq!(lucie.post(&end).location, "/me/events");
        assert_eq!(program.get(&address).status, StatusCode::NOT_FOUND);
    });
}
