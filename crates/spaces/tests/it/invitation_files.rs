//! The calendar files of invitations, read as a client reads them.

use crate::house::House;
use crate::letters::letters;
use crate::participants::{cancelled, invite, invited, meeting, moved};
use crate::recurrence::python;
use harness::both_engines;
use platform::mail::OutboxMail;
use std::io::Write;
use std::process::{Command, Stdio};

/// Holds a message to RFC 5545 and 5546, and prints what a client keeps of it.
const CLIENT: &str = r##"
import sys, icalendar
from dateutil import tz
paris = tz.gettz("Europe/Paris")
raw = sys.stdin.buffer.read()
assert all(len(line) <= 75 for line in raw.split(b"\r\n")), "long lines"
assert b"\n" not in raw.replace(b"\r\n", b""), "bare line ends"
calendar = icalendar.Calendar.from_ical(raw)
assert calendar["VERSION"] == "2.0" and calendar["PRODID"] and not calendar.errors
events = calendar.walk("VEVENT")
assert len({str(event["UID"]) for event in events}) == 1, "one message is about one thing"
print("#", calendar["METHOD"], events[0]["UID"])
for event in events:
    assert not event.errors, event.errors
    people = event["ATTENDEE"] if isinstance(event["ATTENDEE"], list) else [event["ATTENDEE"]]
    assert len(people) == 1, "nobody reads who else is invited"
    assert event["DTSTAMP"].dt.tzinfo is not None
    if "RECURRENCE-ID" in event:
        print(event["RECURRENCE-ID"].dt.astimezone(paris).strftime("%d/%m %H:%M"), end=" -> ")
    start, end = (event[key].dt.astimezone(paris) for key in ("DTSTART", "DTEND"))
    who, host = people[0], event["ORGANIZER"]
    print(start.strftime("%d/%m %H:%M"), end.strftime("%H:%M"), int(event["SEQUENCE"]), event["STATUS"], event["SUMMARY"], "|",
          event["LOCATION"], "|", who, who.params["PARTSTAT"], who.params["RSVP"], "|", host.params["CN"], host)
"##;

/// What a client keeps of the file that went with a letter: the method and the name first, then an event a line.
pub(crate) fn read_by_a_client(house: &House, mail: &OutboxMail) -> Vec<String> {
    let (place, document) = (house.place.id, mail.attachment_document_id.unwrap());
    let file = house
        .db
        .read_blocking(move |tx| platform::documents::get(tx, place, document))
        .unwrap();
    let method = format!("method={}", method_of(&file.bytes));
    assert!(file.media_type.ends_with(&method), "{}", file.media_type);
    let mut client = Command::new(python())
        .args(["-c", CLIENT])
        .env("PYTHONIOENCODING", "utf-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("python3 is installed");
    client.stdin.take().unwrap().write_all(&file.bytes).unwrap();
    let answer = client.wait_with_output().unwrap();
    assert!(
        answer.status.success(),
        "icalendar reads it: bin/test installs it\n{}",
        String::from_utf8_lossy(&answer.stderr)
    );
    let text = String::from_utf8(answer.stdout).unwrap();
    text.lines().map(str::to_owned).collect()
}

fn method_of(file: &[u8]) -> String {
    let text = String::from_utf8_lossy(file);
    let line = text.lines().find_map(|line| line.strip_prefix("METHOD:"));
    line.unwrap().to_owned()
}

fn last(house: &House) -> Vec<String> {
    read_by_a_client(house, letters(house).last().unwrap())
}

#[test]
fn an_event_keeps_its_name_its_number_rises_and_it_is_called_off() {
    both_engines(|db| {
        let house = House::new(db);
        let camille = house.member("Camille Durand");
        let id = meeting(&house, &camille);
        let uid = format!("{id}@tribu.{}", house.place.id);
        let rest = |state: &str| {
            format!(
                "{state} Comité de lecture · Salon | Salon, 1er étage, La Fabrique | mailto:ana@example.org NEEDS-ACTION FALSE | Camille Durand \
                 mailto:camille@example.org"
            )
        };
        let one = |when: &str, sequence: i64, state: &str| format!("{when} {sequence} {}", rest(state));
        invite(&house, &camille, id, &["ana@example.org"]).unwrap();
        let (then, thereafter) = ("22/06 09:00 11:00", "23/06 09:00 11:00");
        let expected = [format!("# REQUEST {uid}"), one(then, 0, "CONFIRMED")];
        assert_eq!(last(&house), expected);
        moved(&house, &camille, id, ("23 09:00", "23 11:00"));
        let expected = [format!("# REQUEST {uid}"), one(thereafter, 1, "CONFIRMED")];
        assert_eq!(last(&house), expected);
        let ana = invited(&house, id)[0].id;
        house
            .write(&camille, move |tx, actor| {
                spaces::uninvite(tx, actor, (id, ana), false)
            })
            .unwrap();
        let expected = [format!("# CANCEL {uid}"), one(thereafter, 2, "CANCELLED")];
        assert_eq!(last(&house), expected);
        invite(&house, &camille, id, &["ana@example.org"]).unwrap();
        let expected = [format!("# REQUEST {uid}"), one(thereafter, 3, "CONFIRMED")];
        assert_eq!(last(&house), expected, "it comes back under the next number");
        cancelled(&house, &camille, id);
        let expected = [format!("# CANCEL {uid}"), one(thereafter, 4, "CANCELLED")];
        assert_eq!(last(&house), expected);
        assert_eq!(letters(&house).len(), 5);
    });
}

#[test]
fn names_with_signs_of_the_format_go_through() {
    both_engines(|db| {
        let house = House::new(db);
        let camille = house.member("Camille \"Cam;mie\",:Dü");
        let new = spaces::NewBooking {
            title: "Pause, café; 1\\2 \"fin\" 🥐 : suite longue pour que la ligne soit pliée au bon endroit"
                .to_owned(),
            ..house.own(&camille, house.salon, "22 09:00", "22 11:00")
        };
        let id = house.book(&camille, &new).unwrap().id;
        invite(&house, &camille, id, &["ana@example.org"]).unwrap();
        let read = last(&house);
        assert!(read[1].contains(&new.title), "{read:?}");
        assert!(
            read[1].contains("| Camille Cam;mie,:Dü mailto:camille@"),
            "{read:?}"
        );
    });
}

#[test]
fn a_booking_of_the_house_is_invited_to_by_who_put_the_names_down() {
    both_engines(|db| {
        let house = House::new(db);
        let desk = house.facilitator();
        let new = spaces::NewBooking {
            holder: spaces::Holder::House,
            ..house.own(&desk, house.salon, "22 09:00", "22 11:00")
        };
        let id = house.book(&desk, &new).unwrap().id;
        invite(&house, &desk, id, &["ana@example.org"]).unwrap();
        let read = last(&house);
        assert!(
            read[1].ends_with("| La Fabrique mailto:fanny@example.org"),
            "{read:?}"
        );
    });
}
