//! Calendars followed from outside: one's own, the house's for the team, free or taken for everybody.

use crate::house::House;
use crate::recurrence::python;
use harness::both_engines;
use kernel::{Actor, Role};
use spaces::{BookingId, FeedScope, NewBooking};
use std::io::Write;
use std::process::{Command, Stdio};

/// Reads a calendar as a client does, and prints its name and its events with their hours in Paris.
const CLIENT: &str = r#"
import sys, icalendar
from dateutil import tz
calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
print(calendar["X-WR-CALNAME"])
for event in calendar.walk("VEVENT"):
    start, end = (event[key].dt.astimezone(tz.gettz("Europe/Paris")) for key in ("DTSTART", "DTEND"))
    print(start.strftime("%d/%m %H:%M"), end.strftime("%H:%M"), event["SUMMARY"], event.get("DESCRIPTION", "-"), event.get("URL", "-") != "-")
"#;

fn read_by_a_client(file: &str) -> Vec<String> {
    let mut client = Command::new(python())
        .args(["-c", CLIENT])
        .env("PYTHONIOENCODING", "utf-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3 is installed");
    client.stdin.take().unwrap().write_all(file.as_bytes()).unwrap();
    let answer = client.wait_with_output().unwrap();
    assert!(
        answer.status.success(),
        "icalendar reads it: bin/test installs it"
    );
    let text = String::from_utf8(answer.stdout).unwrap();
    text.lines().map(str::to_owned).collect()
}

/// Takes an address on the page, and gives its path.
fn followed(house: &House, actor: &Actor, scope: FeedScope) -> String {
    let mut visitor = house.visitor(actor);
    let form = visitor.page("/me/calendar").form("main form");
    let page = visitor.post(&form.bent("scope", scope.code())).html();
    let address = page.attribute(&format!("#address-{scope}"), "value").unwrap();
    let path = address.find("/calendars/").map(|at| address[at..].to_owned());
    assert!(
        !visitor.page("/me/calendar").says("/calendars/"),
        "it is shown once"
    );
    path.unwrap()
}

fn titled(house: &House, actor: &Actor, title: &str, from: &str, until: &str) -> BookingId {
    let new = NewBooking {
        title: title.to_owned(),
        overriding: true,
        ..house.own(actor, house.salon, from, until)
    };
    let id = house.write(&house.system(), move |tx, actor| spaces::book(tx, actor, &new));
    id.unwrap().id
}

fn stranger(house: &House) -> harness::Visitor {
    house.visitor(&Actor::visitor(house.place.id))
}

#[test]
fn ones_own_calendar_is_read_by_a_client_with_its_hours_right_across_the_clock_change() {
    both_engines(|db| {
        let house = House::new(db);
        let (camille, driss) = (house.member("Camille Durand"), house.member("Driss Alaoui"));
        titled(
            &house,
            &camille,
            "Comité, bureau; suite",
            "10-24 09:00",
            "10-24 10:30",
        );
        titled(&house, &camille, "", "10-26 09:00", "10-26 10:30");
        titled(&house, &driss, "Atelier", "10-27 09:00", "10-27 10:30");
        let path = followed(&house, &camille, FeedScope::Own);
        let answer = stranger(&house).get(&path);
        assert_eq!(answer.status, 200);
        assert_eq!(
            read_by_a_client(&answer.text()),
            [
                "Mes réservations · La Fabrique",
                "24/10 09:00 10:30 Comité, bureau; suite · Salon - True",
                "26/10 09:00 10:30 Salon - True",
            ]
        );
    });
}

#[test]
fn an_address_taken_back_or_replaced_answers_nothing() {
    both_engines(|db| {
        let house = House::new(db.clone());
        let camille = house.member("Camille Durand");
        let first = followed(&house, &camille, FeedScope::Own);
        let second = followed(&house, &camille, FeedScope::Own);
        let mut stranger = stranger(&house);
        assert_eq!(stranger.get(&first).status, 404);
        assert_eq!(stranger.get(&second).status, 200);
        assert_eq!(stranger.get("/calendars/nothing").status, 404);
        let elsewhere = House::in_zone(db, "La Filature");
        let mut there = elsewhere.visitor(&Actor::visitor(elsewhere.place.id));
        assert_eq!(
            there.get(&second).status,
            404,
            "an address is worth nothing in another place"
        );
        let mut visitor = house.visitor(&camille);
        let end = visitor.own_form("/me/calendar/ending").and("scope", "own");
        assert_eq!(visitor.post(&end).status, 303);
        assert_eq!(stranger.get(&second).status, 404);
        assert_eq!(visitor.post_anew(&end).status, 404, "there is none any more");
    });
}

#[test]
fn the_calendar_of_the_house_is_for_the_team_as_long_as_one_is_in_it() {
    both_engines(|db| {
        let house = House::new(db);
        let camille = house.member("Camille Durand");
        house.booked(&camille, house.salon, "16 09:00", "16 11:00");
        let mut member = house.visitor(&camille);
        let asked = member.own_form("/me/calendar").and("scope", "house");
        assert_eq!(member.post(&asked).status, 403);
        let fanny = house.facilitator();
        let person = fanny.person.unwrap();
        let from = house.place.zone.day_of(house.at("15 09:00"));
        house
            .write(&house.system(), move |tx, actor| {
                people::grant_role(tx, actor, person, Role::Facilitator, from)
            })
            .unwrap();
        let path = followed(&house, &fanny, FeedScope::House);
        let mut stranger = stranger(&house);
        let read = read_by_a_client(&stranger.get(&path).text());
        assert_eq!(read[1], "16/06 09:00 11:00 Salon Camille Durand True");
        house
            .write(&house.system(), move |tx, actor| {
                people::end_role(tx, actor, person, Role::Facilitator, from.plus_days(-1))
            })
            .unwrap();
        assert_eq!(stranger.get(&path).status, 404);
    });
}

#[test]
fn everybody_sees_when_a_space_is_taken_and_nothing_else() {
    both_engines(|db| {
        let house = House::new(db);
        let camille = house.member("Camille Durand");
        titled(&house, &camille, "Secret", "16 09:00", "16 11:00");
        let given_up = house.booked(&camille, house.salon, "17 09:00", "17 11:00");
        house
            .write(&camille, move |tx, actor| {
                spaces::cancel(tx, actor, given_up, spaces::Cancellation::default())
            })
            .unwrap();
        let path = format!("/rooms/{}/calendar", house.salon);
        let file = stranger(&house).get(&path).text().into_owned();
        assert_eq!(
            read_by_a_client(&file),
            ["Salon · La Fabrique", "16/06 09:00 11:00 Occupé - False"]
        );
        assert!(!file.contains("Secret") && !file.contains("Camille"), "{file}");
    });
}

#[test]
fn the_team_follows_one_space_with_who_booked_it_as_long_as_the_address_lives() {
    both_engines(|db| {
        let house = House::new(db.clone());
        let camille = house.member("Camille Durand");
        house.booked(&camille, house.salon, "16 09:00", "16 11:00");
        house.booked(&camille, house.studio, "17 09:00", "17 11:00");
        let fanny = house.facilitator();
        let (person, from) = (
            fanny.person.unwrap(),
            house.place.zone.day_of(house.at("15 09:00")),
        );
        house
            .write(&house.system(), move |tx, actor| {
                people::grant_role(tx, actor, person, Role::Facilitator, from)
            })
            .unwrap();
        let mut team = house.visitor(&fanny);
        let form = team.page("/me/calendar").form("main form");
        let page = team.post(&form.bent("scope", "house")).html();
        let whole = page.attribute("#address-house", "value").unwrap();
        let one = page
            .attribute(&format!("#address-{}", house.studio), "value")
            .unwrap();
        let path = |address: &str| address[address.find("/calendars/").unwrap()..].to_owned();
        let mut stranger = stranger(&house);
        let answer = stranger.get(&path(&one));
        assert_eq!(answer.status, 200);
        assert_eq!(
            read_by_a_client(&answer.text()),
            [
                "Studio · La Fabrique",
                "17/06 09:00 11:00 Studio Camille Durand True",
            ]
        );
        assert_eq!(read_by_a_client(&stranger.get(&path(&whole)).text()).len(), 3);

        let elsewhere = House::in_zone(db, "La Filature");
        for foreign in [elsewhere.salon.to_string(), "nowhere".to_owned()] {
            let asked = format!("{}?space={foreign}", path(&whole));
            assert_eq!(stranger.get(&asked).status, 404, "{foreign}");
        }
        let own = followed(&house, &camille, FeedScope::Own);
        let salon = stranger.get(&format!("{own}?space={}", house.salon));
        assert_eq!(
            read_by_a_client(&salon.text()).len(),
            2,
            "one of her two bookings"
        );
        let end = team.own_form("/me/calendar/ending").and("scope", "house");
        assert_eq!(team.post(&end).status, 303);
        assert_eq!(stranger.get(&path(&one)).status, 404, "gone with the whole");
    });
}
