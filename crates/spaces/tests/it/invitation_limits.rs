//! Inviting is no way to write to the whole town, nor to write twice.

use crate::house::House;
use crate::letters::letters;
use crate::participants::{email, invite, invited, meeting, moved, refused};
use harness::{both_engines, rounds, together};
use spaces::InvitationRefused;

#[test]
fn who_writes_to_many_waits_for_the_next_hour_and_so_do_news_of_what_moves_all_the_time() {
    both_engines(|db| {
        let house = House::new(db);
        let camille = house.member("Camille Durand");
        let id = meeting(&house, &camille);
        let other = house.booked(&camille, house.studio, "22 09:00", "22 11:00");
        let many: Vec<String> = (0..50).map(|number| format!("p{number}@example.org")).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        assert_eq!(invite(&house, &camille, id, &many).unwrap(), 50);
        let waits = refused(invite(&house, &camille, other, &many[..11]));
        assert!(matches!(waits, InvitationRefused::TooFast { minutes } if (1..=60).contains(&minutes)));
        assert_eq!(invited(&house, other).len(), 0, "nothing is done by halves");
        assert_eq!(invite(&house, &camille, other, &many[..10]).unwrap(), 10);
        assert_eq!(letters(&house).len(), 60);
        // Each move is worth fifty letters: the fifth waits, and what it says is said once for all that came after.
        for hours in ["10:00", "11:00", "12:00", "13:00", "14:00", "15:00"] {
            moved(&house, &camille, id, (&format!("23 {hours}"), "23 17:00"));
            letters(&house);
        }
        let sent = letters_of(&house, "p0@example.org");
        assert_eq!(sent, 6, "two invitations and four changes");
        house.set_clock("15 10:05");
        letters(&house);
        assert_eq!(letters_of(&house, "p0@example.org"), 7);
    });
}

/// How many letters somebody had.
fn letters_of(house: &House, who: &str) -> i64 {
    let place = house.place.id;
    let all = house
        .db
        .read_blocking(move |tx| platform::mail::list(tx, place, 1_000))
        .unwrap();
    i64::try_from(all.iter().filter(|mail| mail.recipient == email(who)).count()).unwrap()
}

#[test]
fn of_many_who_invite_the_same_at_once_one_does() {
    both_engines(|db| {
        let house = House::new(db);
        let (camille, desk) = (house.member("Camille Durand"), house.facilitator());
        let id = meeting(&house, &camille);
        for round in 0..rounds("TRIBU_RACES", 10) {
            let who = format!("p{round}@example.org");
            let done = together(6, |number| {
                let actor = if number % 2 == 0 { &camille } else { &desk };
                invite(&house, actor, id, &[&who])
            });
            let won = done.iter().filter(|told| told.is_ok()).count();
            assert_eq!(won, 1, "{done:?}");
            let one = invited(&house, id)[0].id;
            house
                .write(&camille, move |tx, actor| {
                    spaces::uninvite(tx, actor, (id, one), false)
                })
                .unwrap();
            let minute = i64::from(round) * 2;
            house.db.clock().set(house.at("15 08:00").plus_minutes(minute));
        }
    });
}
