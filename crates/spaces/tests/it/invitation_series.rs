//! Inviting to a series: one letter with every date, and one for all that changes at once.

use crate::house::House;
use crate::invitation_files::read_by_a_client;
use crate::letters::{letters, speaks};
use crate::participants::{addresses, invite, invite_all, invited, kept, link, moved, to};
use crate::series::{book, tuesdays};
use harness::both_engines;
use kernel::{Actor, Locale, MinuteOfDay};
use spaces::{Cancellation, DailyHours, InvitationAnswer, Invited, Reach, Scope, SeriesBooked, SeriesMove};
use std::collections::BTreeSet;

fn whole(booked: &SeriesBooked) -> Reach {
    Reach {
        series: booked.id,
        scope: Scope::All,
        from: None,
    }
}

fn all_dates(who: &[&str]) -> Invited {
    Invited {
        following: true,
        ..addresses(who)
    }
}

fn later(house: &House, actor: &Actor, booked: &SeriesBooked) {
    let minute = |text| MinuteOfDay::parse(text).unwrap();
    let (reach, resource) = (whole(booked), house.salon);
    let hours = DailyHours::between(minute("14:00"), minute("16:00"), 0).unwrap();
    let to = SeriesMove {
        resource,
        hours,
        left: BTreeSet::new(),
        total_shown: None,
    };
    house
        .write(actor, move |tx, actor| spaces::move_series(tx, actor, reach, &to))
        .unwrap();
}

fn given_up(house: &House, actor: &Actor, booked: &SeriesBooked) {
    let reach = whole(booked);
    let done = house.write(actor, move |tx, actor| {
        spaces::cancel_series(tx, actor, reach, Cancellation::default())
    });
    done.unwrap();
}

#[test]
fn a_series_is_one_letter_with_every_date_and_stays_one_when_all_move_or_are_given_up() {
    both_engines(|db| {
        let house = House::new(db);
        let ada = house.member("Ada Un");
        let booked = book(&house, &ada, &tuesdays(&house, &ada, 3)).unwrap();
        let (second, third) = (booked.bookings[1].id, booked.bookings[2].id);
        assert_eq!(
            invite_all(
                &house,
                &ada,
                second,
                all_dates(&["ana@example.org", "leo@example.org"])
            )
            .unwrap(),
            2
        );
        let sent = letters(&house);
        assert_eq!(sent.len(), 2, "one to each");
        let read = read_by_a_client(&house, to(&sent, "ana@example.org")[0]);
        let uid = format!("series-{}@tribu.{}", booked.id, house.place.id);
        assert_eq!(read.len(), 3);
        assert_eq!(read[0], format!("# REQUEST {uid}"));
        assert!(
            read[1].starts_with("23/06 09:00 -> 23/06 09:00 11:00 0 CONFIRMED Atelier"),
            "{read:?}"
        );
        assert!(
            read[2].starts_with("30/06 09:00 -> 30/06 09:00 11:00 0 CONFIRMED Atelier"),
            "{read:?}"
        );
        // One date alone keeps its name among the others.
        moved(&house, &ada, third, ("30 10:00", "30 12:00"));
        let read = read_by_a_client(&house, letters(&house).last().unwrap());
        assert!(
            read[1].starts_with("30/06 09:00 -> 30/06 10:00 12:00 1 CONFIRMED"),
            "{read:?}"
        );
        later(&house, &ada, &booked);
        let sent = letters(&house);
        assert_eq!(sent.len(), 6, "two first, two for one date, two for all");
        let read = read_by_a_client(&house, sent.last().unwrap());
        assert!(
            read[1].starts_with("23/06 09:00 -> 23/06 14:00 16:00 1 CONFIRMED"),
            "{read:?}"
        );
        assert!(
            read[2].starts_with("30/06 09:00 -> 30/06 14:00 16:00 2 CONFIRMED"),
            "{read:?}"
        );
        given_up(&house, &ada, &booked);
        let sent = letters(&house);
        assert_eq!(sent.len(), 8);
        let read = read_by_a_client(&house, sent.last().unwrap());
        assert_eq!(read[0], format!("# CANCEL {uid}"));
        assert!(
            read[2].starts_with("30/06 09:00 -> 30/06 14:00 16:00 3 CANCELLED"),
            "{read:?}"
        );
    });
}

#[test]
fn one_link_answers_for_each_date_or_for_all_and_only_for_its_reader() {
    both_engines(|db| {
        let house = House::new(db);
        let ada = house.member("Ada Un");
        let booked = book(&house, &ada, &tuesdays(&house, &ada, 3)).unwrap();
        let first = booked.bookings[0].id;
        let said = || -> Vec<InvitationAnswer> {
            let dates = booked.bookings.iter().map(|one| invited(&house, one.id));
            dates.map(|all| all[0].answer).collect()
        };
        invite_all(
            &house,
            &ada,
            first,
            all_dates(&["ana@example.org", "leo@example.org"]),
        )
        .unwrap();
        let link = link(to(&letters(&house), "ana@example.org")[0]);
        let mut ana = house.visitor(&Actor::visitor(house.place.id));
        let page = ana.page(&link);
        assert!(page.says("3 dates") && page.says("mardi 30 juin 2026"), "{page}");
        let every = page.form("main section:nth-of-type(1) form").and("answer", "yes");
        assert_eq!(ana.post(&every).status, 303);
        assert_eq!(said(), [InvitationAnswer::Yes; 3]);
        let second = ana.page(&link).form("main section:nth-of-type(3) form");
        assert_eq!(ana.post(&second.and("answer", "no")).status, 303);
        let (yes, no) = (InvitationAnswer::Yes, InvitationAnswer::No);
        assert_eq!(said(), [yes, no, yes]);
        assert_eq!(
            invited(&house, first)[1].answer,
            InvitationAnswer::Waiting,
            "Léo said nothing"
        );
    });
}

#[test]
fn somebody_is_taken_off_all_dates_that_follow_with_one_letter_from_the_page() {
    both_engines(|db| {
        let house = House::new(db);
        let ada = house.member("Ada Un");
        let booked = book(&house, &ada, &tuesdays(&house, &ada, 3)).unwrap();
        let (first, second) = (booked.bookings[0].id, booked.bookings[1].id);
        let mut booker = house.visitor(&ada);
        let page = booker.page(&format!("/bookings/{first}/participants"));
        let form = page.form("aside form[method=post]");
        let form = form.with("addresses", "ana@example.org").bent("following", "yes");
        assert_eq!(booker.post(&form).status, 303);
        letters(&house);
        let page = booker.page(&format!("/bookings/{second}/participants"));
        let off = page.form(".line-acts form").and("following", "yes");
        assert_eq!(booker.post(&off).status, 303);
        let left: Vec<usize> = booked
            .bookings
            .iter()
            .map(|one| invited(&house, one.id).len())
            .collect();
        assert_eq!(left, [1, 0, 0]);
        let sent = letters(&house);
        assert_eq!(sent.len(), 2);
        let read = read_by_a_client(&house, &sent[1]);
        assert_eq!(read.len(), 3, "{read:?}");
        assert!(read[0].starts_with("# CANCEL "));
        // Who is invited to one date more hears of that one.
        invite(&house, &ada, second, &["ana@example.org"]).unwrap();
        let read = read_by_a_client(&house, letters(&house).last().unwrap());
        assert_eq!(read.len(), 2, "{read:?}");
        assert!(read[1].contains(" 2 CONFIRMED "), "{read:?}");
    });
}

#[test]
fn the_letter_about_a_series_is_kept() {
    for locale in [Locale::Fr, Locale::En] {
        both_engines(|db| {
            let house = House::new(db);
            let (camille, ada) = (house.member("Camille Durand"), house.member("Ada Un"));
            speaks(&house, ada.person.unwrap(), locale);
            let booked = book(&house, &camille, &tuesdays(&house, &camille, 3)).unwrap();
            invite_all(
                &house,
                &camille,
                booked.bookings[0].id,
                all_dates(&["ada@example.org"]),
            )
            .unwrap();
            kept("invitation_series", locale, &letters(&house).pop().unwrap());
        });
    }
}
