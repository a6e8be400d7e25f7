//! The quote: written, sent, accepted, declined, withdrawn, expired (T88).

use crate::world::World;
use harness::both_engines;
use hires::HireState;
use spaces::BookingState;

#[test]
fn the_customer_ticks_an_option_accepts_and_everything_is_booked_and_charged_at_the_quoted_prices() {
    both_engines(|db| {
        let world = World::new(db);
        let (hire, _) = world.quoted();
        let link = world.link_to_quote();
        let mut visitor = world.stranger();
        let page = visitor.page(&link);
        assert!(page.says("216,00 €"), "the hall alone, with VAT: {page}");
        let form = world.yes(&mut visitor, &link).and("options", "1");
        let counted = visitor.post(&form.clone().and("step", "count"));
        assert!(counted.html().says("1 206,00 €"), "with sixty lunches: {counted}");
        let unseen = visitor.post(&form);
        assert_eq!(unseen.status, 422, "the total is the one that was shown");
        let form = form.bent("total", &counted.html().hidden("total"));
        let unread = visitor.post(&form.clone().bent("conditions", ""));
        assert!(unread.html().exists("#conditions-error"), "{unread}");
        let done = visitor.post(&form);
        assert_eq!(done.status, 303, "{done}");
        assert_eq!(visitor.post(&form).status, 303, "a double click is one yes");
        let second_tab = visitor.post(&form.clone().bent("_key", "another"));
        assert_eq!(second_tab.status, 422, "{second_tab}");
        assert!(second_tab.html().says("déjà accepté"), "{second_tab}");
        let known = world.hire(hire);
        assert_eq!(known.state, HireState::Accepted);
        let booked = world.bookings(hire);
        let booking = booked[0].as_ref().unwrap();
        assert_eq!(booking.state, BookingState::Confirmed);
        assert_eq!(booking.price.amount.cents(), 18_000);
        assert_eq!(world.owed_by_organisation("732829320"), [18_000, 90_000]);
        let outbox = world.outbox_after(2);
        let mut both = [outbox[0].recipient.to_string(), outbox[1].recipient.to_string()];
        both.sort();
        assert_eq!(both, ["maison@example.org", "solene@example.org"]);
        let pdf = visitor.get(&format!("{link}/document"));
        assert!(pdf.body.starts_with(b"%PDF"), "a document");
        let faults = world.faults();
        assert!(faults.is_empty(), "{faults:?}");
    });
}

#[test]
fn an_option_that_is_left_is_neither_booked_nor_charged() {
    both_engines(|db| {
        let world = World::new(db);
        let (hire, _) = world.quoted();
        let link = world.link_to_quote();
        let mut visitor = world.stranger();
        let form = world.yes(&mut visitor, &link);
        assert_eq!(visitor.post(&form).status, 303);
        assert_eq!(world.owed_by_organisation("732829320"), [18_000]);
        assert_eq!(world.hire(hire).state, HireState::Accepted);
    });
}

#[test]
fn a_declined_quote_gives_the_spaces_back_and_cannot_be_accepted() {
    both_engines(|db| {
        let world = World::new(db);
        let (hire, _) = world.quoted();
        let link = world.link_to_quote();
        let mut visitor = world.stranger();
        let yes = world.yes(&mut visitor, &link);
        let no = visitor.page(&link).form("form[action$=refusal]");
        assert_eq!(visitor.post(&no.with("reason", "Trop cher")).status, 303);
        assert_eq!(world.hire(hire).state, HireState::Lost);
        assert!(world.bookings(hire)[0].is_none(), "free at once");
        let late = visitor.post(&yes);
        assert_eq!(late.status, 422);
        assert!(late.html().says("décliné"), "{late}");
        let taken = world.own(world.hall, world.hours(20, 9, 18));
        assert!(world.write(move |tx, system| spaces::book(tx, system, &taken).is_ok()));
        assert!(world.outbox_after(1)[0].text_body.contains("Trop cher"));
    });
}

#[test]
fn a_quote_that_is_over_gives_its_spaces_back_once_and_tells_both_sides() {
    both_engines(|db| {
        let world = World::new(db);
        let (hire, _) = world.quoted();
        let link = world.link_to_quote();
        let mut visitor = world.stranger();
        let yes = world.yes(&mut visitor, &link);
        world.at("2026-06-16", "10:00");
        world.reminds();
        world.reminds();
        let outbox = world.outbox_after(1);
        assert!(
            outbox[0].subject.contains("Plus que quelques jours"),
            "{}",
            outbox[0].subject
        );
        world.at("2026-06-18", "23:59");
        world.upkeep();
        assert_eq!(
            world.hire(hire).state,
            HireState::Answered,
            "its last day counts whole"
        );
        world.at("2026-06-19", "00:00");
        assert_eq!(visitor.post(&yes).status, 422, "before the job notes it");
        world.upkeep();
        world.upkeep();
        assert_eq!(world.hire(hire).state, HireState::Lost);
        assert!(world.bookings(hire)[0].is_none());
        let outbox = world.outbox_after(2);
        let over = outbox
            .iter()
            .filter(|mail| mail.subject.contains("D-2026-000001"))
            .count();
        assert_eq!(over, 4, "the quote, one reminder, and a word to both sides");
        assert!(visitor.page(&link).says("ne peut plus être accepté"));
    });
}

#[test]
fn a_withdrawn_quote_says_so_and_another_one_takes_the_next_number() {
    both_engines(|db| {
        let world = World::new(db);
        let (hire, quote) = world.quoted();
        let link = world.link_to_quote();
        let mut visitor = world.stranger();
        let yes = world.yes(&mut visitor, &link);
        let mut team = world.team();
        let at = format!("/office/exclusive-hires/{hire}/quotes/{quote}");
        let back = team.page(&at).form("form[action$=withdrawal]");
        assert_eq!(team.post(&back.with("reason", "Une erreur de prix")).status, 303);
        world.outbox_after(1);
        let late = visitor.post(&yes);
        assert!(late.html().says("retiré"), "{late}");
        assert_eq!(world.hire(hire).state, HireState::Open);
        world.quote_for(hire);
        let outbox = world.outbox_after(1);
        assert!(
            outbox[0].subject.contains("D-2026-000002"),
            "{}",
            outbox[0].subject
        );
        assert!(world.faults().is_empty(), "{:?}", world.faults());
    });
}

#[test]
fn a_space_lost_meanwhile_is_said_clearly_and_nothing_is_half_done() {
    both_engines(|db| {
        let world = World::new(db);
        let (hire, _) = world.quoted();
        let link = world.link_to_quote();
        let mut visitor = world.stranger();
        let yes = world.yes(&mut visitor, &link);
        // The place gives the hours away by hand, and somebody else takes them.
        let held = world.bookings(hire)[0].clone().unwrap().id;
        let taken = world.own(world.hall, world.hours(20, 10, 12));
        world.write(move |tx, system| {
            spaces::release_hold(tx, system, held).unwrap();
            spaces::book(tx, system, &taken).unwrap();
        });
        let refused = visitor.post(&yes);
        assert_eq!(refused.status, 422, "{refused}");
        assert!(
            refused
                .html()
                .says("Grande halle, le 20 juin 2026, 9 h – 18 h, n’est plus libre"),
            "{refused}"
        );
        assert_eq!(world.hire(hire).state, HireState::Answered);
        assert!(
            visitor.page(&link).exists("form[action$=acceptance] #name"),
            "still open"
        );
        assert!(world.person("solene@example.org").is_none(), "nobody was made");
    });
}

#[test]
fn hours_that_were_given_back_but_are_still_free_are_taken_again() {
    both_engines(|db| {
        let world = World::new(db);
        let (hire, _) = world.quoted();
        let link = world.link_to_quote();
        let mut visitor = world.stranger();
        let yes = world.yes(&mut visitor, &link);
        let held = world.bookings(hire)[0].clone().unwrap().id;
        world.write(move |tx, system| spaces::release_hold(tx, system, held).unwrap());
        let done = visitor.post(&yes);
        assert_eq!(done.status, 303, "{done}");
        let booked = world.bookings(hire);
        assert_eq!(booked[0].as_ref().unwrap().state, BookingState::Confirmed);
    });
}

#[test]
fn a_question_reaches_the_place_and_its_answer_the_customer() {
    both_engines(|db| {
        let world = World::new(db);
        let (hire, _) = world.quoted();
        let link = world.link_to_quote();
        let mut visitor = world.stranger();
        let ask = visitor.page(&link).form("form[action$=questions]");
        assert_eq!(visitor.post(&ask.clone().with("message", "")).status, 422);
        assert_eq!(visitor.post(&ask.with("message", "Et la sono ?")).status, 303);
        let outbox = world.outbox_after(1);
        assert_eq!(outbox[0].recipient.to_string(), "maison@example.org");
        assert!(outbox[0].text_body.contains("Et la sono ?"));
        let mut team = world.team();
        let page = team.page(&format!("/office/exclusive-hires/{hire}"));
        assert!(page.says("Et la sono ?"), "{page}");
        let reply = page
            .form("form[action$=messages]")
            .with("message", "Elle est comprise.");
        assert_eq!(team.post(&reply).status, 303);
        let outbox = world.outbox_after(1);
        assert_eq!(outbox[0].recipient.to_string(), "solene@example.org");
        assert!(outbox[0].text_body.contains("Elle est comprise."));
    });
}

#[test]
fn a_draft_is_not_sent_without_its_spaces_and_a_stranger_sees_no_quote() {
    both_engines(|db| {
        let world = World::new(db);
        let hire = world.asked();
        let taken = world.own(world.hall, world.hours(20, 10, 12));
        world.write(move |tx, system| drop(spaces::book(tx, system, &taken).unwrap()));
        let mut team = world.team();
        let at = format!("/office/exclusive-hires/{hire}");
        let hold = team
            .page(&at)
            .form("form[action$=holds]")
            .and("overriding", "yes");
        let refused = team.post(&hold);
        assert_eq!(refused.status, 422, "{refused}");
        let draft = team.page(&at).form("form[action$=quotes]");
        let begun = team.post(&draft);
        let send = team.page(&begun.location).form("form[action$=sending]");
        let sent = team.post(&send);
        assert_eq!(sent.location, begun.location, "nothing is sent");
        assert!(team.page(&begun.location).says("ne peut pas être gardé"));
        assert_eq!(world.hire(hire).state, HireState::Open);
        let nobody = world.stranger().get("/quotes/AAAA");
        assert_eq!(nobody.status, 410);
        let member = world.member().get(&begun.location);
        assert_eq!(member.status, 403);
    });
}

#[test]
fn refusing_tells_the_customer_why() {
    both_engines(|db| {
        let world = World::new(db);
        let hire = world.asked();
        let mut team = world.team();
        let at = format!("/office/exclusive-hires/{hire}");
        let form = team.page(&at).form("form[action$=refusal]");
        assert_eq!(team.post(&form).status, 422, "a word is needed");
        assert_eq!(
            team.post(&form.with("reason", "La halle est en travaux.")).status,
            303
        );
        assert_eq!(world.hire(hire).state, HireState::Refused);
        assert!(world.outbox_after(1)[0].text_body.contains("en travaux"));
    });
}
