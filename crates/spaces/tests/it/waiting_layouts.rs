//! Waiting for a room laid out in some way: the time to set it up must be free too, and what is offered is laid out so.

use crate::house::{House, slot_refusal};
use crate::layouts::in_a_u;
use crate::letters::{golden, letters, speaks};
use harness::{both_engines, rounds, together};
use kernel::{Actor, Locale};
use platform::Failure;
use spaces::{
    Booking, BookingState, Cancellation, LayoutId, NewWait, SlotRefused, WaitingEntry, WaitingId,
    WaitingState,
};

type Joined = Result<WaitingId, Failure<spaces::BookingRefusal>>;

fn join(house: &House, actor: &Actor, layout: Option<LayoutId>, from: &str, until: &str) -> Joined {
    let new = NewWait {
        resource: house.salon,
        period: house.hours(from, until),
        person: actor.person.unwrap(),
        title: "Atelier".to_owned(),
        attendance: Some(5),
        layout,
        note: "Paperboard près de la fenêtre".to_owned(),
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

fn offer(house: &House, id: WaitingId) -> Option<Booking> {
    let place = house.place.id;
    let done = house
        .db
        .write_blocking(move |tx| spaces::offer_waiting(tx, place, id));
    done.unwrap()
}

fn cancel(house: &House, actor: &Actor, id: spaces::BookingId) {
    let done = house.write(actor, move |tx, actor| {
        spaces::cancel(tx, actor, id, Cancellation::default())
    });
    done.unwrap();
}

fn setup_of(house: &House, id: spaces::BookingId) -> spaces::Setup {
    let place = house.place.id;
    let read = house
        .db
        .read_blocking(move |tx| spaces::store::layouts::setup(tx, place, id));
    read.unwrap().unwrap_or_default()
}

#[test]
fn free_hours_without_the_time_to_set_up_are_worth_waiting_for() {
    both_engines(|db| {
        let house = House::new(db);
        let (ada, bob) = (house.member("Ada Un"), house.member("Bob Deux"));
        let layout = in_a_u(&house);
        let before = house.booked(&bob, house.salon, "16 09:00", "16 10:00");
        let usual = join(&house, &ada, None, "16 10:00", "16 12:00");
        assert_eq!(slot_refusal(usual), SlotRefused::StillFree);
        let waits = join(&house, &ada, Some(layout), "16 10:00", "16 12:00").unwrap();
        assert_eq!(
            offer(&house, waits),
            None,
            "thirty minutes to set up are taken before"
        );
        cancel(&house, &bob, before);
        letters(&house);

        let offered = entry(&house, waits);
        assert_eq!(offered.state, WaitingState::Offered);
        let id = offered.booking.unwrap();
        assert_eq!(
            house.booking(id).occupation.whole(),
            house.hours("16 09:30", "16 12:15")
        );
        let early = house.book_own(&bob, house.salon, "16 09:00", "16 10:00");
        assert_eq!(slot_refusal(early), SlotRefused::Buffer { minutes: 30 });

        let taken = house.write(&ada, move |tx, actor| spaces::accept_offer(tx, actor, id));
        assert_eq!(taken.unwrap().state, BookingState::Confirmed);
        let setup = setup_of(&house, id);
        assert_eq!(
            (setup.layout, setup.note.as_str()),
            (Some(layout), "Paperboard près de la fenêtre")
        );
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}

#[test]
fn what_comes_free_goes_past_who_needs_more_time_around_it() {
    both_engines(|db| {
        let house = House::new(db);
        let [ada, bob, cleo] = ["Ada Un", "Bob Deux", "Cleo Trois"].map(|name| house.member(name));
        let layout = in_a_u(&house);
        house.booked(&bob, house.salon, "16 09:00", "16 10:00");
        let taken = house.booked(&bob, house.salon, "16 10:00", "16 12:00");
        let first = join(&house, &ada, Some(layout), "16 10:00", "16 12:00").unwrap();
        let second = join(&house, &cleo, None, "16 10:00", "16 12:00").unwrap();
        cancel(&house, &bob, taken);
        letters(&house);
        assert_eq!(
            [first, second].map(|id| entry(&house, id).state),
            [WaitingState::Waiting, WaitingState::Offered]
        );
    });
}

#[test]
fn one_waits_for_a_layout_of_that_room_and_keeps_it_when_it_is_retired() {
    both_engines(|db| {
        let house = House::new(db);
        let (ada, bob) = (house.member("Ada Un"), house.member("Bob Deux"));
        let layout = in_a_u(&house);
        let taken = house.booked(&bob, house.salon, "16 09:00", "16 12:00");
        let elsewhere = crate::layouts::islands_in(&house, house.studio);
        let refused = join(&house, &ada, Some(elsewhere), "16 10:00", "16 12:00");
        assert_eq!(slot_refusal(refused), SlotRefused::Layout);
        let waits = join(&house, &ada, Some(layout), "16 10:00", "16 12:00").unwrap();
        let salon = house.salon;
        house
            .write(&house.system(), move |tx, actor| {
                spaces::set_layout_active(tx, actor, (salon, layout), false)
            })
            .unwrap();
        let late = join(&house, &bob, Some(layout), "17 10:00", "17 12:00");
        assert_eq!(slot_refusal(late), SlotRefused::Layout);
        cancel(&house, &bob, taken);
        letters(&house);
        let id = entry(&house, waits).booking.unwrap();
        assert_eq!(setup_of(&house, id).layout, Some(layout));
    });
}

#[test]
fn the_letter_of_the_offer_says_the_layout() {
    for locale in [Locale::Fr, Locale::En] {
        both_engines(|db| {
            let house = House::new(db);
            let (ada, bob) = (house.member("Ada Un"), house.member("Bob Deux"));
            speaks(&house, ada.person.unwrap(), locale);
            let layout = in_a_u(&house);
            let taken = house.booked(&bob, house.salon, "16 09:00", "16 12:00");
            join(&house, &ada, Some(layout), "16 10:00", "16 12:00").unwrap();
            cancel(&house, &bob, taken);
            let mail = letters(&house).pop().unwrap();
            let text = format!("{}\n\n{}", mail.subject, mail.text_body);
            golden(&format!("booking_offered_with_layout_{locale}_text"), &text);
            golden(
                &format!("booking_offered_with_layout_{locale}_html"),
                &mail.html_body,
            );
        });
    }
}

#[test]
fn a_member_waits_with_a_layout_and_finds_it_on_the_list_and_the_offer() {
    both_engines(|db| {
        let house = House::new(db);
        let (ada, bob) = (house.member("Ada Un"), house.member("Bob Deux"));
        let layout = in_a_u(&house);
        let taken = house.booked(&bob, house.salon, "16 09:00", "16 10:00");
        let mut visitor = house.visitor(&ada);
        let form = visitor
            .page(&crate::pages::new_form(&house, "16T10:00", "16T12:00"))
            .form("form.booking-form")
            .with("layout", &layout.to_string());
        let refused = visitor.post(&form.clone().and("step", "preview"));
        assert!(refused.html().exists("button[value=wait]"), "{}", refused.text());
        let page = visitor.submit(&form.bent("step", "wait"));
        assert!(page.text("#waiting").contains("En U"), "{}", page.text("main"));
        let desk = house
            .visitor(&house.facilitator())
            .page("/office/spaces/bookings");
        assert!(desk.text("#waiting").contains("En U"), "{}", desk.text("main"));
        cancel(&house, &bob, taken);
        letters(&house);
        let offer = visitor
            .page("/me/bookings")
            .attribute("#waiting a", "href")
            .unwrap()
            .to_owned();
        let page = visitor.page(&offer);
        assert!(page.says("En U · 6 places"), "{}", page.text("main"));
        let done = visitor.submit(&page.form("form[action$=acceptance]"));
        assert!(done.says("Confirmée") && done.says("En U · 6 places"));
    });
}

#[test]
fn of_two_who_would_set_up_in_each_others_hours_one_is_offered_the_room() {
    both_engines(|db| {
        let house = House::new(db);
        let [ada, bob, cleo] = ["Ada Un", "Bob Deux", "Cleo Trois"].map(|name| house.member(name));
        let layout = in_a_u(&house);
        for _ in 0..rounds("TRIBU_RACES", 50) {
            let taken = house.booked(&bob, house.salon, "16 09:00", "16 13:00");
            let waiting = [(&ada, "16 09:00", "16 11:00"), (&cleo, "16 11:00", "16 13:00")];
            let waiting = waiting
                .map(|(actor, from, until)| (actor, join(&house, actor, Some(layout), from, until).unwrap()));
            cancel(&house, &bob, taken);
            let got: Vec<Option<Booking>> = together(8, |number| offer(&house, waiting[number % 2].1));
            let got: Vec<Booking> = got.into_iter().flatten().collect();
            assert_eq!(got.len(), 1, "{got:?}");
            for (actor, id) in waiting {
                match entry(&house, id).booking {
                    Some(offered) => cancel(&house, actor, offered),
                    None => house
                        .write(actor, move |tx, actor| spaces::leave_waiting(tx, actor, id))
                        .unwrap(),
                }
            }
        }
        assert_eq!(house.faults(), Vec::<String>::new());
    });
}
