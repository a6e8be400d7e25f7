//! Paid workshops that members hold: the agreement, the statement, the payout (T42).

use crate::world::World;
use axum::http::StatusCode;
use events::{EventFacts, EventId};
use harness::both_engines;
use kernel::Money;

fn workshop(world: &World) -> EventId {
    let facts = EventFacts {
        product: Some(world.product),
        price: Some(Money::from_cents(2_500)),
        capacity: Some(8),
        guests: 1,
        host: "Lucie".to_owned(),
        ..world.facts("Atelier reliure", world.noon(7))
    };
    world.announces(facts)
}

/// The director notes that Lucie holds it and that the house keeps thirty percent.
fn agrees(world: &World, event: EventId) -> String {
    let address = format!("/office/events/{event}/workshop");
    let mut director = world.director();
    let form = director.page(&address).form("form.stack");
    let done = director.post(&form.with("email", "lucie@example.org").with("share", "30"));
    assert_eq!(done.location, address, "{done}");
    address
}

#[test]
fn t42_a_member_holds_a_workshop_and_gets_their_share_once_it_is_over() {
    both_engines(|db| {
        let world = World::new(db);
        let event = workshop(&world);
        let address = agrees(&world, event);
        world.registers(world.bruno, event, "1");
        world.registers(world.chloe, event, "0");
        let mut lucie = world.member(world.lucie);
        assert!(lucie.page("/me/events").exists("a[href=\"/me/workshops\"]"));
        assert!(lucie.page("/me/workshops").says("Atelier reliure"));
        let page = lucie.page(&format!("/me/workshops/{event}"));
        assert!(
            page.says("75,00") && page.says("22,50") && page.says("52,50"),
            "30 % of three seats"
        );
        let mut director = world.director();
        assert!(
            !director.page(&address).exists("form[action$=\"/payout\"]"),
            "not before it is over"
        );
        // An hour before, half stays due of who gives up: 62.50 come in.
        world.at(world.noon(7).start().minus_minutes(60));
        world.leaves(world.chloe, event);
        let page = lucie.page(&format!("/me/workshops/{event}"));
        assert!(page.says("62,50") && page.says("18,75") && page.says("43,75"));
        world.at(world.noon(7).end());
        let form = director.page(&address).form("form[action$=\"/payout\"]");
        assert!(
            director
                .refused(&form.clone().bent("member", "9999"))
                .says("Le montant a changé")
        );
        assert_eq!(director.post_anew(&form).location, address);
        let page = lucie.page("/me/workshops");
        assert!(page.says("43,75") && page.says("Reversé"));
        assert!(!director.page(&address).exists("form[action$=\"/payout\"]"));
        let list = director.page("/office/workshops");
        assert!(list.says("Lucie Amrani") && list.says("43,75"));
        let file = director.get("/office/workshops?format=csv");
        assert!(file.text().contains("Atelier reliure"));
    });
}

#[test]
fn a_free_event_has_nothing_to_share_and_terms_have_bounds() {
    both_engines(|db| {
        let world = World::new(db);
        let lunch = world.announces(world.facts("Midi", world.hours(8, 720, 840)));
        let mut director = world.director();
        assert!(
            !director
                .page(&format!("/office/events/{lunch}/workshop"))
                .exists("form.stack")
        );
        let actor = world.actor(world.noor, kernel::Role::ManagingDirector);
        let who = world.lucie;
        let refused = world.db.write_blocking(move |tx| {
            events::agree_workshop(tx, &actor, lunch, (who, events::Terms::RoomFee(Money::ZERO)))
        });
        assert!(refused.is_err());
        let event = workshop(&world);
        let form = director
            .page(&format!("/office/events/{event}/workshop"))
            .form("form.stack");
        let form = form.with("email", "lucie@example.org");
        assert!(
            director
                .refused(&form.clone().with("share", "130"))
                .says("De 0 à 100")
        );
        let unknown = form.with("email", "personne@example.org");
        assert!(director.post_anew(&unknown).html().says("ne connaît personne"));
    });
}

#[test]
fn a_workshop_is_its_holders_and_the_offices() {
    both_engines(|db| {
        let world = World::new(db);
        let event = workshop(&world);
        let address = agrees(&world, event);
        let own = format!("/me/workshops/{event}");
        assert_eq!(world.member(world.bruno).get(&own).status, StatusCode::NOT_FOUND);
        assert_eq!(world.team().get(&address).status, StatusCode::FORBIDDEN);
        assert_eq!(
            world.team().get("/office/workshops").status,
            StatusCode::FORBIDDEN
        );
        assert_eq!(world.director().get(&own).status, StatusCode::OK);
    });
}
