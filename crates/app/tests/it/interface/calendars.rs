//! Calendars followed over the network by a client that is not ours.

use super::{Running, content, tool};
use kernel::Actor;
use people::Token;
use platform::{Fault, place};
use spaces::FeedScope;

/// Follows a calendar as a calendar program does, books through the interface, and looks again.
const CLIENT: &str = r#"
import datetime, json, os, sys, urllib.error, urllib.request
from icalendar import Calendar

base, key, room, feed = os.environ["TRIBU"], os.environ["KEY"], os.environ["ROOM"], sys.argv[1]

def fetch(address, tag=None):
    request = urllib.request.Request(address, headers={"If-None-Match": tag} if tag else {})
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.headers["ETag"], Calendar.from_ical(answer.read())
    except urllib.error.HTTPError as error:
        return error.code, error.headers.get("ETag"), None

def call(path, body):
    headers = {"Authorization": "Bearer " + key, "Content-Type": "application/json", "Idempotency-Key": path.replace("/", "-")}
    request = urllib.request.Request(base + path, json.dumps(body).encode(), headers)
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)

busy = base + "/rooms/" + room + "/calendar"
for address in (feed, busy):
    status, tag, calendar = fetch(address)
    assert status == 200 and tag and not calendar.walk("VEVENT"), (address, status)
    assert fetch(address, tag)[0] == 304, address
tags = {address: fetch(address)[1] for address in (feed, busy)}

start = (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=7)).replace(minute=0, second=0, microsecond=0)
end = start + datetime.timedelta(hours=2)
booking = call("/api/v1/bookings", {"resource": room, "starts_at": start.isoformat(), "ends_at": end.isoformat(), "title": "Conseil"})

for address in (feed, busy):
    status, tag, calendar = fetch(address, tags[address])
    assert status == 200 and tag != tags[address], (address, status)
    event, = calendar.walk("VEVENT")
    assert event.decoded("DTSTART").astimezone(datetime.timezone.utc) == start
    assert event.decoded("DTEND").astimezone(datetime.timezone.utc) == end
    assert ("Conseil" in str(event["SUMMARY"])) == (address == feed), event["SUMMARY"]

call("/api/v1/bookings/" + booking["id"] + "/cancellation", {})
assert not fetch(busy)[2].walk("VEVENT")
print(fetch(feed)[0])
"#;

/// Asks once more.
const AGAIN: &str = r#"
import sys, urllib.error, urllib.request
try:
    print(urllib.request.urlopen(sys.argv[1]).status)
except urllib.error.HTTPError as error:
    print(error.code)
"#;

#[test]
fn a_calendar_program_sees_a_booking_saves_what_did_not_change_and_is_let_go_with_its_secret() {
    let running = Running::start();
    let token = Token::from_bytes(running.fresh.database().entropy().bytes());
    let (hash, person) = (token.hash(), running.person);
    let actor = running
        .fresh
        .database()
        .write_blocking(move |tx| {
            let place = place::all(tx)?.remove(0).id;
            let (account, roles) = people::standing(tx, place, person)?.unwrap();
            let permissions = platform::permissions_of(&roles, &app::composition::grants());
            let actor = Actor::person(place, account, person, roles, permissions);
            spaces::follow(tx, &actor, FeedScope::Own, &hash).unwrap();
            Ok::<_, Fault>(actor)
        })
        .unwrap();
    let feed = format!("{}/calendars/{}", running.program.address, token.as_str());
    let python = tool("python");
    assert_eq!(
        content(&running.run(&python, &["-c", CLIENT, &feed])).trim(),
        "200"
    );
    running
        .fresh
        .database()
        .write_blocking(move |tx| {
            spaces::unfollow(tx, &actor, FeedScope::Own).unwrap();
            Ok::<_, Fault>(())
        })
        .unwrap();
    assert_eq!(
        content(&running.run(&python, &["-c", AGAIN, &feed])).trim(),
        "404"
    );
}
