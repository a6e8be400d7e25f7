//! Somebody from outside looks for a room and books it without an account, and sees it in the site of the place (T87).

use super::inspection::Inspection;
use super::lives::a_member_and_a_room;
use super::served::Served;
use harness::Viewport;
use kernel::{Actor, Audience, Role};
use platform::database::Tx;
use platform::photos::prepare;
use std::io::{Read as _, Write as _};
use std::net::TcpListener;

fn opened() -> Served {
    let served = Served::with_roles(&[Role::Facilitator, Role::ManagingDirector]);
    let hash = served.password_hash();
    served.write(move |tx, system| {
        a_member_and_a_room(tx, system, &hash);
        receive_guests(tx, system);
    });
    served
}

/// The room has a photograph, and guests need no answer of the place.
fn receive_guests(tx: &mut Tx<'_>, system: &Actor) {
    let trusting = spaces::BookingWindow::UNSET;
    spaces::set_booking_window(tx, system, None, Audience::External, Some(trusting)).unwrap();
    let mut file = std::io::Cursor::new(Vec::new());
    let picture = image::RgbImage::from_pixel(320, 200, image::Rgb([190, 160, 120]));
    picture.write_to(&mut file, image::ImageFormat::Png).unwrap();
    let prepared = prepare(&file.into_inner()).unwrap();
    let room = spaces::store::resources::list(tx, system.place)
        .unwrap()
        .remove(0);
    spaces::add_photo(tx, system, room.id, "Une table près de la fenêtre", &prepared).unwrap();
}

/// A site elsewhere that shows one page of ours in a frame; its address.
fn other_site(framed: &str) -> String {
    let page = format!(
        "<!doctype html><html lang=fr><title>Le site du lieu</title><h1>Nos salles</h1><iframe src=\"{framed}\" title=\"Salle\" width=900 height=900></iframe>"
    );
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut asked = [0; 2_048];
            let _ = stream.read(&mut asked);
            let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nConnection: close";
            let _ = write!(stream, "{head}\r\nContent-Length: {}\r\n\r\n{page}", page.len());
        }
    });
    format!("http://localhost:{port}")
}

#[test]
fn t87_somebody_from_outside_sees_a_room_and_books_it_without_an_account() {
    let served = opened();
    let mut inspection = Inspection::new();
    let phone = served.page(Viewport::PHONE, "/rooms");
    inspection.see(&phone, "guest-rooms");
    phone.click(".cards h2 a");
    phone.wait_for("#hours");
    inspection.see(&phone, "guest-room");
    phone.click("#hours li:nth-child(2) a.chip");
    phone.wait_for("#given_name");
    inspection.see(&phone, "guest-form");
    phone.fill("#given_name", "Solène");
    phone.fill("#email", "solene.guibert@example.org");
    phone.fill("#phone", "06 39 98 12 40");
    phone.click("button[value=confirm]");
    phone.wait_for_absence("#given_name");
    inspection.see(&phone, "guest-sent");
    let office = served.signed_in(Role::ManagingDirector, Viewport::DESKTOP, "/office/guests");
    inspection.see(&office, "guests");
    served.go(&office, "/office/guests/settings");
    inspection.see(&office, "guests-settings");
    served.go(&office, "/office/spaces");
    office.click("tbody th a");
    office.wait_for("a[href$='/photos']");
    office.click("a[href$='/photos']");
    office.wait_for(".photo-desk");
    inspection.see(&office, "room-photos");
    inspection.finish();
    assert_eq!(served.faults(), Vec::<String>::new());
}

#[test]
fn t87_a_site_that_the_place_did_not_name_does_not_show_a_room() {
    let served = opened();
    let room = served.write(|tx, system| {
        let rooms = spaces::store::resources::list(tx, system.place).unwrap();
        rooms[0].id
    });
    let site = other_site(&format!("{}/embed/rooms/{room}", served.address));
    let stranger = served.browser.page(Viewport::DESKTOP);
    stranger.goto(&site);
    stranger.wait_for("iframe");
    let refused = || {
        let told = stranger.console_errors();
        told.into_iter().any(|line| line.contains("frame-ancestors"))
    };
    assert!(refused(), "{:?}", stranger.console_errors());
}
