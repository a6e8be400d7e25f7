//! People invited to a booking by mail: whom one may invite, their letters, their answers, what they hear when it changes.

use crate::house::House;
use crate::letters::{golden, letters, speaks, upkeep};
use directory::Shown;
use harness::both_engines;
use kernel::{Actor, Email, Locale, PersonId};
use platform::mail::OutboxMail;
use platform::{Failure, Fault};
use spaces::{
    BookingId, Cancellation, InvitationAnswer, InvitationRefused, Invited, Move, NewBooking, Participant,
};

type Told = Result<usize, Failure<InvitationRefused>>;

pub(crate) fn email(text: &str) -> Email {
    Email::parse(text).unwrap()
}

pub(crate) fn addresses(who: &[&str]) -> Invited {
    Invited {
        emails: who.iter().map(|text| email(text)).collect(),
        ..Invited::default()
    }
}

pub(crate) fn invite_all(house: &House, actor: &Actor, id: BookingId, wanted: Invited) -> Told {
    house.write(actor, move |tx, actor| spaces::invite(tx, actor, id, &wanted))
}

pub(crate) fn invite(house: &House, actor: &Actor, id: BookingId, who: &[&str]) -> Told {
    invite_all(house, actor, id, addresses(who))
}

pub(crate) fn invited(house: &House, id: BookingId) -> Vec<Participant> {
    let place = house.place.id;
    let read = house
        .db
        .read_blocking(move |tx| spaces::store::participants::of_booking(tx, place, id));
    let mut all = read.unwrap();
    all.retain(|one| one.removed_at.is_none());
    all
}

pub(crate) fn meeting(house: &House, actor: &Actor) -> BookingId {
    let new = NewBooking {
        title: "Comité de lecture".to_owned(),
        ..house.own(actor, house.salon, "22 09:00", "22 11:00")
    };
    house.book(actor, &new).unwrap().id
}

pub(crate) fn moved(house: &House, actor: &Actor, id: BookingId, (from, until): (&str, &str)) {
    let to = Move {
        resource: house.salon,
        period: house.hours(from, until),
        overriding: false,
        waived: false,
        price_shown: None,
    };
    let done = house.write(actor, move |tx, actor| spaces::move_booking(tx, actor, id, &to));
    done.unwrap();
}

pub(crate) fn cancelled(house: &House, actor: &Actor, id: BookingId) {
    let done = house.write(actor, move |tx, actor| {
        spaces::cancel(tx, actor, id, Cancellation::default())
    });
    done.unwrap();
}

/// The link of a letter.
pub(crate) fn link(mail: &OutboxMail) -> String {
    let start = mail.text_body.find("/invitations/").unwrap();
    let rest = mail.text_body[start..].split_whitespace();
    rest.into_iter().next().unwrap().to_owned()
}

pub(crate) fn to<'a>(letters: &'a [OutboxMail], who: &str) -> Vec<&'a OutboxMail> {
    letters
        .iter()
        .filter(|mail| mail.recipient == email(who))
        .collect()
}

#[track_caller]
pub(crate) fn refused(told: Told) -> InvitationRefused {
    match told {
        Err(Failure::Refused(refusal)) => refusal,
        other => panic!("a refusal was expected, not {other:?}"),
    }
}

#[test]
fn each_gets_one_letter_however_often_they_are_named_and_no_more_than_fifty() {
    both_engines(|db| {
        let house = House::new(db);
        let (camille, zoe) = (house.member("Camille Durand"), house.member("Zoé Martin"));
        let id = meeting(&house, &camille);
        let named = ["ana@example.org", "ANA@example.org", "leo@example.org"];
        assert_eq!(invite(&house, &camille, id, &named).unwrap(), 2);
        assert_eq!(letters(&house).len(), 2);
        let again = refused(invite(&house, &camille, id, &["ana@example.org"]));
        assert_eq!(again, InvitationRefused::Nobody);
        let many: Vec<String> = (0..49).map(|number| format!("p{number}@example.org")).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        let crowd = refused(invite(&house, &camille, id, &many));
        assert_eq!(crowd, InvitationRefused::TooMany { most: 50 });
        let stranger = invite(&house, &zoe, id, &["z@example.org"]);
        assert!(
            matches!(stranger, Err(Failure::Fault(Fault::NotFound))),
            "{stranger:?}"
        );
        let asked = house.booked(&house.guest("Gaël Passant"), house.salon, "23 09:00", "23 10:00");
        let early = refused(invite(&house, &house.facilitator(), asked, &["z@example.org"]));
        assert_eq!(early, InvitationRefused::NotStanding);
        assert_eq!(letters(&house).len(), 2);
    });
}

#[test]
fn members_are_picked_by_name_among_those_who_show_themselves_and_their_address_stays_theirs() {
    both_engines(|db| {
        let house = House::new(db);
        let (camille, zoe) = (house.member("Camille Durand"), house.member("Zoé Martin"));
        let hidden = house.member("Hugo Discret");
        house
            .write(&zoe, |tx, actor| {
                directory::keep_card(tx, actor, directory::Told::default(), Shown::TO_MEMBERS, true)
            })
            .unwrap();
        let id = meeting(&house, &camille);
        let picked = |who: &Actor| Invited {
            persons: vec![who.person.unwrap()],
            ..Invited::default()
        };
        let unseen = invite_all(&house, &camille, id, picked(&hidden));
        assert!(
            matches!(unseen, Err(Failure::Fault(Fault::NotFound))),
            "{unseen:?}"
        );
        let nobody = Invited {
            persons: vec![PersonId::from_i64(77)],
            ..Invited::default()
        };
        let nobody = invite_all(&house, &house.facilitator(), id, nobody);
        assert!(
            matches!(nobody, Err(Failure::Fault(Fault::NotFound))),
            "{nobody:?}"
        );
        let mut booker = house.visitor(&camille);
        let path = format!("/bookings/{id}/participants");
        assert!(booker.page(&format!("{path}?q=hugo")).says("Personne à ce nom"));
        let found = booker.page(&format!("{path}?q=zoe"));
        assert!(
            found.says("Zoé Martin") && !found.says("zoe@example.org"),
            "{found}"
        );
        let form = found.form("aside form[method=post]");
        let done = booker.post(&form.and("person", &zoe.person.unwrap().to_string()));
        assert_eq!(done.status, 303, "{done}");
        let page = booker.page(&path);
        assert!(page.says("Zoé Martin") && !page.says("zoe@example.org"), "{page}");
        assert_eq!(to(&letters(&house), "zoe@example.org").len(), 1);
    });
}

#[test]
fn who_is_taken_off_is_told_and_everybody_is_forgotten_thirty_days_later() {
    both_engines(|db| {
        let house = House::new(db);
        let (camille, zoe) = (house.member("Camille Durand"), house.member("Zoé Martin"));
        let id = meeting(&house, &camille);
        invite(&house, &camille, id, &["ana@example.org", "leo@example.org"]).unwrap();
        letters(&house);
        let ana = invited(&house, id)[0].id;
        let other = house.booked(&zoe, house.studio, "22 09:00", "22 11:00");
        for (actor, booking) in [(&zoe, other), (&zoe, id), (&camille, other)] {
            let foreign = house.write(actor, move |tx, actor| {
                spaces::uninvite(tx, actor, (booking, ana), false)
            });
            assert!(matches!(foreign, Err(Fault::NotFound)), "{foreign:?}");
        }
        let off = || {
            house.write(&camille, move |tx, actor| {
                spaces::uninvite(tx, actor, (id, ana), false)
            })
        };
        off().unwrap();
        let twice = off();
        assert!(matches!(twice, Err(Fault::NotFound)), "{twice:?}");
        let sent = letters(&house);
        assert!(
            sent.last().unwrap().subject.starts_with("Invitation retirée"),
            "{sent:?}"
        );
        assert_eq!(to(&sent, "ana@example.org").len(), 2);
        assert_eq!(to(&sent, "leo@example.org").len(), 1);
        assert_eq!(invited(&house, id).len(), 1);
        house.set_clock("23 09:00");
        upkeep(&house);
        assert_eq!(invited(&house, id).len(), 1);
        assert_eq!(files(&house), 3);
        house.set_clock("07-23 09:00");
        upkeep(&house);
        assert_eq!(invited(&house, id).len(), 0);
        assert_eq!(files(&house), 0, "the files of their letters go with them");
    });
}

/// How many of the files that went with invitations are still kept.
fn files(house: &House) -> usize {
    let place = house.place.id;
    let read = house.db.read_blocking(move |tx| {
        let all = platform::mail::list(tx, place, 100)?;
        let mut kept = 0;
        for document in all.iter().filter_map(|mail| mail.attachment_document_id) {
            kept += usize::from(platform::documents::get(tx, place, document).is_ok());
        }
        Ok::<_, Fault>(kept)
    });
    read.unwrap()
}

#[test]
fn an_answer_needs_no_account_and_the_booker_reads_it() {
    both_engines(|db| {
        let house = House::new(db);
        let (camille, zoe) = (house.member("Camille Durand"), house.member("Zoé Martin"));
        let id = meeting(&house, &camille);
        let mut booker = house.visitor(&camille);
        let path = format!("/bookings/{id}/participants");
        let form = booker.page(&path).form("aside form[method=post]");
        let wrong = booker.post(&form.clone().with("addresses", "ana@example.org, léo"));
        assert_eq!(wrong.status, 422);
        assert!(wrong.html().says("« léo » n’est pas une adresse"), "{wrong}");
        let form = form.with("addresses", "Ana Lys <ana@example.org>; leo@example.org");
        let done = booker.post(&form);
        assert_eq!(done.status, 303, "{done}");
        assert_eq!(booker.post(&form).status, 303, "a double click does nothing more");
        let sent = letters(&house);
        assert_eq!(sent.len(), 2);
        let link = link(to(&sent, "ana@example.org")[0]);
        let mut ana = house.visitor(&Actor::visitor(house.place.id));
        let page = ana.page(&link);
        assert!(
            page.says("Comité de lecture") && page.says("sans réponse"),
            "{page}"
        );
        let form = page.form("main form");
        let answered = ana.post(&form.clone().and("answer", "yes"));
        assert_eq!(answered.status, 303, "{answered}");
        assert!(ana.page(&link).says("vient"));
        let list = booker.page(&path);
        assert!(list.says("ana@example.org vient"), "{list}");
        let told = "1 oui, 0 peut-être, 0 non, 1 sans réponse";
        assert!(booker.page(&format!("/bookings/{id}")).says(told));
        let silly = ana.post(&form.clone().and("answer", "perhaps"));
        assert_ne!(silly.status, 303);
        let leo = invited(&house, id)[1].id;
        let form = ana.page(&link).form("main form");
        let elses = ana.post(&form.with("date", &leo.to_string()).and("answer", "no"));
        assert_eq!(elses.status, 404, "a link answers for its reader alone");
        assert_eq!(ana.get("/invitations/nonsense").status, 404);
        assert_eq!(house.visitor(&zoe).get(&path).status, 404);
        assert_eq!(invited(&house, id)[0].answer, InvitationAnswer::Yes);
        house.set_clock("22 11:00");
        let late = ana.page(&link);
        assert!(late.says("n’a plus lieu"), "{late}");
    });
}

#[test]
fn other_hours_ask_again_another_title_does_not_and_nothing_new_is_not_told() {
    both_engines(|db| {
        let house = House::new(db);
        let camille = house.member("Camille Durand");
        let id = meeting(&house, &camille);
        invite(&house, &camille, id, &["ana@example.org"]).unwrap();
        let first = link(&letters(&house)[0]);
        let mut ana = house.visitor(&Actor::visitor(house.place.id));
        let yes = ana.page(&first).form("main form").and("answer", "yes");
        assert_eq!(ana.post(&yes).status, 303);
        let named = |title: &str, attendance| {
            let details = spaces::BookingDetails {
                title: title.to_owned(),
                attendance: Some(attendance),
                visible: false,
            };
            let done = house.write(&camille, move |tx, actor| {
                spaces::change_booking(tx, actor, id, &details)
            });
            done.unwrap();
            letters(&house).len()
        };
        assert_eq!(
            named("Comité de lecture", 4),
            1,
            "how many come is not their matter"
        );
        assert_eq!(named("Comité d’été", 4), 2);
        assert_eq!(invited(&house, id)[0].answer, InvitationAnswer::Yes);
        moved(&house, &camille, id, ("23 09:00", "23 11:00"));
        assert_eq!(invited(&house, id)[0].answer, InvitationAnswer::Waiting);
        let sent = letters(&house);
        assert_eq!(sent.len(), 3);
        assert_eq!(
            ana.get(&first).status,
            404,
            "the link of the latest letter answers"
        );
        assert_eq!(ana.get(&link(&sent[2])).status, 200);
        // Moved there and back before anybody wrote: there is nothing to tell.
        moved(&house, &camille, id, ("24 09:00", "24 11:00"));
        moved(&house, &camille, id, ("23 09:00", "23 11:00"));
        assert_eq!(letters(&house).len(), 3);
        // Invited and given up before anybody wrote.
        invite(&house, &camille, id, &["leo@example.org"]).unwrap();
        cancelled(&house, &camille, id);
        let sent = letters(&house);
        assert_eq!(to(&sent, "leo@example.org").len(), 0);
        assert_eq!(to(&sent, "ana@example.org").len(), 4);
    });
}

#[test]
fn the_letters_to_who_is_invited_are_kept() {
    for locale in [Locale::Fr, Locale::En] {
        both_engines(|db| {
            let house = House::new(db);
            let (camille, ada) = (house.member("Camille Durand"), house.member("Ada Un"));
            speaks(&house, ada.person.unwrap(), locale);
            let id = meeting(&house, &camille);
            invite(&house, &camille, id, &["ada@example.org"]).unwrap();
            kept("invitation", locale, &letters(&house).pop().unwrap());
            moved(&house, &camille, id, ("23 09:00", "23 11:00"));
            kept("invitation_changed", locale, &letters(&house).pop().unwrap());
            let one = invited(&house, id)[0].id;
            house
                .write(&camille, move |tx, actor| {
                    spaces::uninvite(tx, actor, (id, one), false)
                })
                .unwrap();
            kept("invitation_withdrawn", locale, &letters(&house).pop().unwrap());
            invite(&house, &camille, id, &["ada@example.org"]).unwrap();
            letters(&house);
            cancelled(&house, &camille, id);
            kept("invitation_off", locale, &letters(&house).pop().unwrap());
        });
    }
}

pub(crate) fn kept(name: &str, locale: Locale, mail: &OutboxMail) {
    let text = format!("{}\n\n{}", mail.subject, mail.text_body);
    golden(&format!("{name}_{locale}_text"), &text);
    golden(&format!("{name}_{locale}_html"), &mail.html_body);
}
