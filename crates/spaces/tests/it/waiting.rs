//! The waiting list: the first who fits gets what comes free, for a while, and nobody gets it twice.

use crate::house::{Done, House, slot_refusal};
use crate::letters::letters;
use harness::{both_engines, rounds, together};
use kernel::{Actor, Role};
use platform::{Failure, Fault};
use spaces::{
    Booking, BookingId, BookingState, Cancellation, Move, NewWait, ResourceId, SlotRefused, WaitingEntry,
    WaitingId, WaitingState,
};

type Joined = Result<WaitingId, Failure<spaces::BookingRefusal>>;

fn join(house: &House, actor: &Actor, resource: ResourceId, from: &str, until: &str) -> Joined {
    let new = NewWait {
        resource,
        period: house.hours(from, until),
        person: actor.person.unwrap(),
        title: "Entretien".to_owned(),
        attendance: Some(3),
        layout: None,
        note: String::new(),
    };
    house.write(actor, move |tx, actor| spaces::join_waiting(tx, actor, &new))
}

fn entry(house: &House, id: WaitingId) -> WaitingEntry {
    let place = house.place.id;
    let found = house
        .db
        .read_blocking(move |tx| spaces::store::waiting::find(tx, place, id));
    found.unwrap().unwrap()
}

fn state(house: &House, id: WaitingId) -> WaitingState {
    entry(house, id).state
}

fn cancel(house: &House, actor: &Actor, id: BookingId) -> Booking {
    let done = house.write(actor, move |tx, actor| {
        spaces::cancel(tx, actor, id, Cancellation::default())
    });
    done.unwrap()
}

fn accept(house: &House, actor: &Actor, id: BookingId) -> Done {
    house.write(actor, move |tx, actor| spaces::accept_offer(tx, actor, id))
}

fn offer(house: &House, id: WaitingId) -> Option<Booking> {
    let place = house.place.id;
    house
        .db
        .write_blocking(move |tx| spaces::offer_waiting(tx, place, id))
        .unwrap()
}

#[test]
fn one_waits_for_hours_that_are_taken_and_for_nothing_else() {
    both_engines(|db| {
        let house = House::new(db);
        let (ada, bob) = (house.member("Ada Un"), house.member("Bob Deux"));
        assert_eq!(
            slot_refusal(join(&house, &ada, house.salon, "16 09:00", "16 10:00")),
            SlotRefused::StillFree
        );
        house.booked(&bob, house.salon, "16 09:00", "16 12:00");
        join(&house, &ada, house.salon, "16 09:00", "16 10:00").unwrap();
        let again = slot_refusal(join(&house, &ada, house.salon, "16 09:30", "16 11:00"));
        assert_eq!(again, SlotRefused::WaitsAlready);
        let own = slot_refusal(join(&house, &bob, house.salon, "16 09:00", "16 10:00"));
        assert!(matches!(own, SlotRefused::TakenByYou { .. }), "{own:?}");
        let night = slot_refusal(join(&house, &ada, house.salon, "16 22:00", "16 23:00"));
        assert!(matches!(night, SlotRefused::OutsideHours { .. }), "{night:?}");
        let for_bob = NewWait {
            resource: house.salon,
            period: house.hours("16 10:00", "16 11:00"),
            person: bob.person.unwrap(),
            title: String::new(),
            attendance: None,
            layout: None,
            note: String::new(),
        };
        let found = house.write(&ada, move |tx, actor| spaces::join_waiting(tx, actor, &for_bob));
        assert!(
            matches!(found, Err(Failure::Fault(Fault::Forbidden))),
            "{found:?}"
        );
    });
}

fn held_for_its_person(house: &House, other: &Actor, offered: BookingId, waits: WaitingId) {
    // The offer holds the hours as a request does, and the place is not asked to answer it.
    let met = slot_refusal(house.book_own(other, house.salon, "16 10:00", "16 11:00"));
    assert!(matches!(met, SlotRefused::Taken { .. }), "{met:?}");
    let place = house.place.id;
    let asked = house
        .db
        .read_blocking(move |tx| spaces::store::lists::requests(tx, place));
    assert_eq!(asked.unwrap(), []);
    let until = entry(house, waits).offer_until.unwrap();
    assert_eq!(until, house.booking(offered).request_expires_at.unwrap());
}

#[test]
fn the_first_who_fits_is_offered_what_came_free_and_takes_it() {
    both_engines(|db| {
        let house = House::new(db);
        let [ada, bob, cleo, dan] =
            ["Ada Un", "Bob Deux", "Cleo Trois", "Dan Quatre"].map(|name| house.member(name));
        let early = house.booked(&ada, house.salon, "16 09:00", "16 11:00");
        house.booked(&ada, house.salon, "16 11:00", "16 13:00");
        let long = join(&house, &bob, house.salon, "16 09:00", "16 12:00").unwrap();
        let first = join(&house, &cleo, house.salon, "16 10:00", "16 11:00").unwrap();
        let second = join(&house, &dan, house.salon, "16 09:00", "16 11:00").unwrap();
        cancel(&house, &ada, early);
        let written = letters(&house);
        assert_eq!(written.len(), 1);
        assert_eq!(written[0].recipient.to_string(), "cleo@example.org");
        assert!(
            written[0].text_body.contains("gardées jusqu’au "),
            "{}",
            written[0].text_body
        );
        assert!(!written[0].text_body.contains("jusqu’au  ") && written[0].text_body.contains("15,00"));
        assert!(
            written[0].subject.starts_with("Finalement libre"),
            "{}",
            written[0].subject
        );
        let waits = WaitingState::Waiting;
        assert_eq!(
            [long, first, second].map(|id| state(&house, id)),
            [waits, WaitingState::Offered, waits]
        );

        let offered = entry(&house, first).booking.unwrap();
        held_for_its_person(&house, &dan, offered, first);
        assert!(matches!(
            accept(&house, &dan, offered),
            Err(Failure::Fault(Fault::NotFound))
        ));

        let taken = accept(&house, &cleo, offered).unwrap();
        assert_eq!(
            (taken.state, taken.title.as_str(), taken.attendance),
            (BookingState::Confirmed, "Entretien", Some(3))
        );
        assert_eq!(house.cents(&cleo), [1_500]);
        assert_eq!(state(&house, first), WaitingState::Accepted);
        assert_eq!(
            slot_refusal(accept(&house, &cleo, offered)),
            SlotRefused::OfferGone
        );
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn an_offer_that_lapses_or_is_declined_goes_to_the_next() {
    both_engines(|db| {
        let house = House::new(db);
        let [ada, bob, cleo, dan] =
            ["Ada Un", "Bob Deux", "Cleo Trois", "Dan Quatre"].map(|name| house.member(name));
        let taken = house.booked(&ada, house.salon, "16 09:00", "16 11:00");
        let waiting = [&bob, &cleo, &dan]
            .map(|actor| join(&house, actor, house.salon, "16 09:00", "16 11:00").unwrap());
        cancel(&house, &ada, taken);
        letters(&house);
        let offered = entry(&house, waiting[0]);
        let until = offered.offer_until.unwrap();
        assert_eq!(
            until,
            house.db.clock().now().plus_minutes(240),
            "four hours while nothing is set"
        );
        house.db.clock().set(until);
        assert_eq!(
            slot_refusal(accept(&house, &bob, offered.booking.unwrap())),
            SlotRefused::OfferGone
        );
        house.write(&house.system(), spaces::overtake_all).unwrap();
        assert_eq!(state(&house, waiting[0]), WaitingState::Lapsed);
        let to: Vec<String> = letters(&house)
            .iter()
            .map(|one| one.recipient.to_string())
            .collect();
        assert_eq!(
            to,
            ["bob@example.org", "cleo@example.org"],
            "nobody is told that they did not answer themselves"
        );
        cancel(&house, &cleo, entry(&house, waiting[1]).booking.unwrap());
        assert_eq!(state(&house, waiting[1]), WaitingState::Withdrawn);
        letters(&house);
        let last = entry(&house, waiting[2]);
        assert_eq!(last.state, WaitingState::Offered);
        accept(&house, &dan, last.booking.unwrap()).unwrap();
        assert_eq!(house.cents(&bob), [0; 0]);
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn hours_left_by_a_move_an_early_end_or_a_linked_space_are_offered_too() {
    both_engines(|db| {
        let house = House::new(db);
        let floor = crate::links::with_a_floor(&house);
        let (ada, bob) = (house.member("Ada Un"), house.member("Bob Deux"));
        let moved = house.booked(&ada, house.salon, "16 09:00", "16 10:00");
        let waits = join(&house, &bob, house.salon, "16 09:00", "16 10:00").unwrap();
        let to = Move {
            resource: house.salon,
            period: house.hours("16 15:00", "16 16:00"),
            overriding: false,
            waived: false,
            price_shown: None,
        };
        house
            .write(&ada, move |tx, actor| spaces::move_booking(tx, actor, moved, &to))
            .unwrap();
        letters(&house);
        assert_eq!(state(&house, waits), WaitingState::Offered);

        let running = house.booked(&ada, house.studio, "17 09:00", "17 12:00");
        let above = join(&house, &bob, floor, "17 11:00", "17 12:00").unwrap();
        house.set_clock("17 09:30");
        house
            .write(&ada, move |tx, actor| spaces::end_early(tx, actor, running))
            .unwrap();
        letters(&house);
        assert_eq!(
            state(&house, above),
            WaitingState::Offered,
            "the floor is free when its room is"
        );
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn nobody_is_offered_what_has_begun_and_who_leaves_is_passed_over() {
    both_engines(|db| {
        let house = House::new(db);
        let (ada, bob, cleo) = (
            house.member("Ada Un"),
            house.member("Bob Deux"),
            house.member("Cleo Trois"),
        );
        let taken = house.booked(&ada, house.salon, "16 09:00", "16 11:00");
        let gone = join(&house, &bob, house.salon, "16 09:00", "16 10:00").unwrap();
        let late = join(&house, &cleo, house.salon, "16 09:00", "16 11:00").unwrap();
        let leave =
            |actor: &Actor| house.write(actor, move |tx, actor| spaces::leave_waiting(tx, actor, gone));
        assert!(matches!(leave(&cleo), Err(Failure::Fault(Fault::NotFound))));
        leave(&bob).unwrap();
        assert_eq!(slot_refusal(leave(&bob)), SlotRefused::OfferGone);
        house.set_clock("16 09:00");
        house
            .write(&ada, move |tx, actor| spaces::end_early(tx, actor, taken))
            .unwrap();
        letters(&house);
        assert_eq!(
            (state(&house, gone), state(&house, late)),
            (WaitingState::Withdrawn, WaitingState::Waiting)
        );
        assert_eq!(offer(&house, late), None);
    });
}

#[test]
fn a_guest_who_takes_an_offer_still_asks_the_place() {
    both_engines(|db| {
        let house = House::new(db);
        let (ada, guest) = (house.member("Ada Un"), house.guest("Gaston Hôte"));
        let taken = house.booked(&ada, house.salon, "19 09:00", "19 11:00");
        let waits = join(&house, &guest, house.salon, "19 09:00", "19 11:00").unwrap();
        cancel(&house, &ada, taken);
        letters(&house);
        let offered = entry(&house, waits).booking.unwrap();
        let asked = accept(&house, &guest, offered).unwrap();
        assert_eq!(
            (asked.state, house.cents(&guest)),
            (BookingState::Requested, vec![])
        );
        assert_eq!(state(&house, waits), WaitingState::Accepted);
        let fanny = house.facilitator();
        house
            .write(&fanny, move |tx, actor| spaces::approve(tx, actor, offered))
            .unwrap();
        assert_eq!(house.cents(&guest), [4_000]);
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn a_race_of_offers_and_bookings_gives_the_hours_once() {
    both_engines(|db| {
        let house = House::new(db);
        let actors = ["Ada Un", "Bob Deux", "Cleo Trois", "Dan Quatre"].map(|name| house.member(name));
        for _ in 0..rounds("TRIBU_RACES", 50) {
            let taken = house.booked(&actors[0], house.salon, "16 09:00", "16 10:00");
            let waiting: Vec<WaitingId> = actors[1..]
                .iter()
                .map(|actor| join(&house, actor, house.salon, "16 09:00", "16 10:00").unwrap())
                .collect();
            cancel(&house, &actors[0], taken);
            let got: Vec<Option<Booking>> = together(16, |number| match number % 4 {
                3 => house
                    .book_own(&actors[0], house.salon, "16 09:00", "16 10:00")
                    .ok(),
                waiter => offer(&house, waiting[waiter]),
            });
            let got: Vec<Booking> = got.into_iter().flatten().collect();
            assert_eq!(got.len(), 1, "{got:?}");
            // Whoever has it answers, gives it up and takes it at once: it is answered once.
            let holder = actors.iter().find(|actor| got[0].belongs_to(actor)).unwrap();
            let id = got[0].id;
            if got[0].state == BookingState::Requested {
                let answers: Vec<bool> = together(4, |_| accept(&house, holder, id).is_ok());
                assert_eq!(answers.iter().filter(|done| **done).count(), 1);
            }
            cancel(&house, holder, id);
            for (actor, id) in actors[1..].iter().zip(waiting) {
                if state(&house, id) == WaitingState::Waiting {
                    house
                        .write(actor, move |tx, actor| spaces::leave_waiting(tx, actor, id))
                        .unwrap();
                }
            }
        }
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn a_member_waits_from_the_refusal_and_takes_the_offer_on_its_page() {
    both_engines(|db| {
        let house = House::new(db);
        let (ada, bob) = (house.member("Ada Un"), house.member("Bob Deux"));
        let taken = house.booked(&ada, house.salon, "16 09:00", "16 11:00");
        let mut visitor = house.visitor(&bob);
        let week = visitor.page("/calendar?day=2026-06-16&view=day");
        let address = format!(
            "/bookings/new?resource={}&start=2026-06-16T09:00&end=2026-06-16T11:00",
            house.salon
        );
        assert_eq!(week.attribute(".week-confirmed a", "href").unwrap(), address);
        let form = visitor
            .page(&address)
            .form("form.booking-form")
            .bent("step", "wait");
        let page = visitor.submit(&form);
        assert!(page.text("#waiting").contains("Salon"), "{}", page.text("main"));
        let withdrawal = page.form("form[action$=withdrawal]");
        assert_eq!(house.visitor(&ada).post(&withdrawal.clone()).status, 403);
        let path = withdrawal.action.clone();
        assert_eq!(house.visitor(&ada).send_fields(&path, &[]).status, 404);
        let desk = house
            .visitor(&house.facilitator())
            .page("/office/spaces/bookings");
        assert!(
            desk.text("#waiting").contains("Bob Deux"),
            "{}",
            desk.text("main")
        );

        cancel(&house, &ada, taken);
        letters(&house);
        let page = visitor.page("/me/bookings");
        let offer = page.attribute("#waiting a", "href").unwrap();
        assert_eq!(house.visitor(&ada).get(&offer).status, 404);
        assert_eq!(
            house
                .visitor(&ada)
                .send_fields(&format!("{offer}/acceptance"), &[])
                .status,
            404
        );
        let page = visitor.page(&offer);
        assert!(page.says("vous sont gardées jusqu’au"), "{}", page.text("main"));
        let done = visitor.submit(&page.form("form[action$=acceptance]"));
        assert!(done.says("Confirmée"), "{}", done.text("main"));
        assert_eq!(house.cents(&bob), [3_000]);
        let accountant = house.actor(house.person("Claire Compte"), Role::Accountant);
        house.visitor(&accountant).page("/office/spaces/bookings");
    });
}
