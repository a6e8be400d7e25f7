//! Proposing an event, and the council that answers (T34).

use crate::world::World;
use axum::http::StatusCode;
use harness::{Visitor, both_engines};

/// Somebody proposes; the address of their page, and of the council's.
pub(crate) fn proposes(world: &World, visitor: &mut Visitor) -> (String, String) {
    let form = visitor.page("/proposals/new").form("form[action=\"/proposals\"]");
    let form = form
        .with("title", "Ciné-club")
        .with("body", "Un film par mois, et on en parle.");
    let own = visitor.post(&form).location;
    let council = world.team().page("/programming-council");
    (own, council.attribute("ul.lines a", "href").unwrap())
}

pub(crate) fn sits(world: &World, email: &str) {
    let mut director = world.director();
    let form = director
        .page("/office/programming-council")
        .form("form[action=\"/office/programming-council\"]");
    assert_eq!(
        director.post(&form.with("email", email)).location,
        "/office/programming-council"
    );
}

/// The council makes a draft of it, in the room; not nowhere.
fn accepts(world: &World, councillor: &mut Visitor, address: &str) {
    let day = world.today().plus_days(12).to_string();
    let form = councillor.page(address).form("form[action$=\"/acceptance\"]");
    let form = form
        .with("day", &day)
        .with("starts", "18:00")
        .with("ends", "20:00");
    let nowhere = councillor.refused(&form);
    assert!(nowhere.says("Choisissez une salle"));
    let done = councillor.post_anew(&form.with("room", &world.room.to_string()));
    assert_eq!(done.location, address, "{done}");
}

#[test]
fn t34_a_member_proposes_answers_a_question_and_the_council_makes_a_draft_of_it() {
    both_engines(|db| {
        let world = World::new(db);
        sits(&world, "bruno@example.org");
        let mut lucie = world.member(world.lucie);
        let (own, address) = proposes(&world, &mut lucie);
        let outbox = world.outbox_after(1);
        assert_eq!(
            outbox[0].recipient.as_str(),
            "bruno@example.org",
            "the council is told"
        );
        assert!(lucie.page(&own).says("En discussion"));
        let mut bruno = world.member(world.bruno);
        assert!(bruno.page("/me").exists("a[href=\"/programming-council\"]"));
        let form = bruno.page(&address).form("form[action$=\"/remarks\"]");
        bruno.post(
            &form
                .with("remark", "Entre nous : et les droits ?")
                .and("to", "council"),
        );
        let form = bruno.page(&address).form("form[action$=\"/remarks\"]");
        bruno.post(&form.with("remark", "Quel soir ?").and("to", "proposer"));
        let outbox = world.outbox_after(1);
        assert_eq!(outbox[0].recipient.as_str(), "lucie@example.org");
        assert!(outbox[0].text_body.contains("Quel soir"));
        let page = lucie.page(&own);
        assert!(
            page.says("Quel soir") && !page.says("droits"),
            "what the council says among itself stays there"
        );
        let answer = page
            .form("form[action$=\"/answers\"]")
            .with("answer", "Le jeudi.");
        assert_eq!(lucie.post(&answer).location, own);
        world.outbox_after(1);
        assert!(bruno.page(&address).says("Le jeudi."));
        accepts(&world, &mut bruno, &address);
        let outbox = world.outbox_after(1);
        assert!(outbox[0].subject.contains("C’est oui"), "{}", outbox[0].subject);
        assert!(lucie.page(&own).says("Acceptée"));
        assert!(
            !lucie.page("/agenda").says("Ciné-club"),
            "a draft is not announced"
        );
        let draft = world
            .team()
            .page(&address)
            .attribute("a[href^=\"/office/events/\"]", "href")
            .unwrap();
        assert!(world.team().page(&draft).says("Garance"), "its room is booked");
    });
}

#[test]
fn a_proposal_is_refused_for_a_reason_and_answered_once() {
    both_engines(|db| {
        let world = World::new(db);
        let mut lucie = world.member(world.lucie);
        let (own, address) = proposes(&world, &mut lucie);
        let mut team = world.team();
        let form = team.page(&address).form("form[action$=\"/refusal\"]");
        assert!(team.refused(&form).field_error("reason").is_some());
        assert_eq!(
            team.post_anew(&form.clone().with("reason", "Le voisin le fait déjà."))
                .location,
            address
        );
        let outbox = world.outbox_after(1);
        assert!(outbox[0].text_body.contains("Le voisin le fait déjà."));
        assert!(lucie.page(&own).says("Le voisin le fait déjà."));
        let again = team.post_anew(&form.with("reason", "Non"));
        assert!(again.html().says("a déjà sa réponse"));
        let (token, place) = (own.replace("/proposals/", ""), world.place);
        let lucie = kernel::Actor {
            person: Some(world.lucie),
            ..kernel::Actor::visitor(place)
        };
        let late = world
            .db
            .write_blocking(move |tx| events::withdraw_proposal(tx, &lucie, &token));
        assert!(late.is_err(), "what was answered is not taken back");
    });
}

#[test]
fn the_council_is_closed_to_who_does_not_sit_there_and_a_seat_ends() {
    both_engines(|db| {
        let world = World::new(db);
        let mut lucie = world.member(world.lucie);
        let (_, address) = proposes(&world, &mut lucie);
        let mut chloe = world.member(world.chloe);
        for path in ["/programming-council", address.as_str()] {
            assert_eq!(chloe.get(path).status, StatusCode::NOT_FOUND, "{path}");
        }
        let sent = chloe.send_fields(&format!("{address}/refusal"), &[("reason", "Non")]);
        assert_eq!(sent.status, StatusCode::NOT_FOUND);
        sits(&world, "chloe@example.org");
        assert_eq!(chloe.get(&address).status, StatusCode::OK);
        let mut director = world.director();
        let again = director
            .page("/office/programming-council")
            .form("form[action=\"/office/programming-council\"]");
        assert!(
            director
                .refused(&again.with("email", "chloe@example.org"))
                .says("siège déjà")
        );
        let end = director
            .page("/office/programming-council")
            .form("form[action$=\"/end\"]");
        director.post(&end);
        let now = world.write(|tx, _| tx.now());
        world.at(now.plus_minutes(24 * 60));
        assert_eq!(chloe.get(&address).status, StatusCode::NOT_FOUND, "the day after");
    });
}

#[test]
fn somebody_from_outside_proposes_where_the_place_allows_it_once_their_address_is_proven() {
    both_engines(|db| {
        let world = World::new(db);
        let mut nora = world.stranger();
        assert!(!nora.page("/proposals/new").exists("form[action=\"/proposals\"]"));
        let mut director = world.director();
        let form = director.page("/office/events/settings").form("main form");
        director.post(&form.and("outside_proposals", "yes"));
        let form = nora.page("/proposals/new").form("form[action=\"/proposals\"]");
        let form = form.with("title", "Chorale").with("body", "Chanter à plusieurs.");
        let form = form.with("name", "Nora Petit").with("email", "nora@example.org");
        assert!(nora.post(&form).html().says("Regardez votre courrier"));
        assert!(!world.team().page("/programming-council").says("Chorale"));
        let link = world.link_to("nora@example.org", &world.outbox_after(1));
        let confirm = nora.page(&link).form("form[action$=\"/confirmation\"]");
        assert_eq!(nora.post(&confirm).location, link);
        assert!(world.team().page("/programming-council").says("Chorale"));
        let withdraw = nora.page(&link).form("form[action$=\"/withdrawal\"]");
        nora.post(&withdraw);
        assert!(nora.page(&link).says("Retirée"));
    });
}
