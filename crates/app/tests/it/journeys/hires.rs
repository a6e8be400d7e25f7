//! Somebody asks to have the hall to themselves for sixty people on a Saturday, gets a quote and accepts it (T88); the desk checks the
//! rooms afterwards and keeps a part of the deposit (T14).

use super::inspection::Inspection;
use super::lives::{a_member_and_a_room, monday, open_books};
use super::served::Served;
use guests::Asked;
use harness::{Page, Viewport};
use hires::{Hire, Occasion, Proof, Wanted, Wish};
use kernel::{Actor, Days, Email, Id, Locale, MinuteOfDay, Name, Phone, Role};
use people::{PersonName, Token};
use platform::database::Tx;

fn opened() -> Served {
    let served = Served::with_roles(&[Role::Facilitator, Role::ManagingDirector]);
    let hash = served.password_hash();
    served.write(move |tx, system| {
        a_member_and_a_room(tx, system, &hash);
        open_books(tx, system);
        let text = "Article 1. Le lieu est rendu propre.\nArticle 2. Les clés sont rendues le soir même.";
        hires::publish_conditions(tx, system, text).unwrap();
    });
    served
}

/// A request whose address is proven, for the Saturday of that week.
fn asked(tx: &mut Tx<'_>, system: &Actor) -> Id<Hire> {
    let room = spaces::store::resources::list(tx, system.place)
        .unwrap()
        .remove(0);
    let asked = Asked {
        name: PersonName::parse("Solène", "Guibert").unwrap(),
        email: Some(Email::parse("solene.guibert@example.org").unwrap()),
        phone: Some(Phone::parse("06 39 98 12 40").unwrap()),
        language: Locale::Fr,
        organisation: Some((Name::parse("Chorale du Faubourg").unwrap(), None)),
        rules: None,
        privacy: None,
    };
    let wanted = Wanted {
        days: Days::one(monday().plus_days(5)),
        starts: MinuteOfDay::parse("09:00").unwrap(),
        ends: MinuteOfDay::parse("18:00").unwrap(),
        people: 60,
        occasion: Occasion::Assembly,
        wishes: vec![Wish::Coffee, Wish::Lunch],
        advise: false,
        message: "Assemblée générale de la chorale.".to_owned(),
    };
    hires::ask(tx, system, (&asked, &wanted), &[room.id], Proof::ByTheTeam).unwrap()
}

/// The address by which the customer reads the newest quote of a request.
fn link_to_quote(served: &Served, hire: Id<Hire>) -> String {
    let token = Token::from_bytes([7; 32]);
    let given = token.clone();
    served.write(move |tx, system| {
        let quotes = billing::quotes_of(tx, system.place, &hires::source_of(hire)).unwrap();
        billing::give_quote_key(tx, system.place, quotes[0].id, &given.hash()).unwrap();
    });
    format!("/quotes/{}", token.as_str())
}

/// The desk keeps the room, writes a quote with a lunch at choice, and sends it.
fn quote(desk: &Page, inspection: &mut Inspection) {
    inspection.see(desk, "hire-open");
    desk.click("#overriding");
    desk.click("form[action$='/holds'] button[type=submit]");
    desk.wait_for_text("Les espaces sont gardés.");
    desk.click("form[action$='/quotes'] button[type=submit]");
    desk.wait_for("#line-1-label");
    desk.fill("#line-1-label", "Déjeuner");
    desk.fill("#line-1-quantity", "60");
    desk.fill("#line-1-price", "15,00");
    desk.fill("#line-1-product", &desk.value("#line-0-product"));
    desk.click("#line-1-optional");
    desk.fill("#guarantee", "500");
    desk.click("form[action*='/quotes/']:not([action$='/sending']) button[type=submit]");
    desk.wait_for_text("Le devis est enregistré.");
    inspection.see(desk, "quote-draft");
    desk.click("form[action$='/sending'] button[type=submit]");
    desk.wait_for_text("Le devis est parti.");
    inspection.see(desk, "hire-answered");
}

/// The customer ticks the option and accepts.
fn accept(phone: &Page, inspection: &mut Inspection) {
    phone.wait_for("#name");
    inspection.see(phone, "quote");
    phone.click("input[name=options]");
    phone.click("button[value=count]");
    phone.wait_for("input[name=options]:checked");
    phone.fill("#name", "Solène Guibert, présidente");
    phone.fill("#street", "3 rue Haute");
    phone.fill("#postal_code", "44000");
    phone.fill("#city", "Nantes");
    phone.click("#conditions");
    phone.click("button[value=accept]");
    phone.wait_for_text("C’est accepté.");
    inspection.see(phone, "quote-accepted");
}

#[test]
fn t88_somebody_asks_for_the_house_on_a_phone_and_accepts_a_quote() {
    let served = opened();
    let mut inspection = Inspection::new();
    let phone = served.page(Viewport::PHONE, "/rooms");
    phone.click("a[href='/exclusive-hires']");
    phone.wait_for("#first_day");
    inspection.see(&phone, "hire-request");
    phone.fill("#first_day", &monday().plus_days(5).to_string());
    phone.fill("#people", "60");
    phone.click("input[name=spaces]");
    phone.fill("#given_name", "Solène");
    phone.fill("#email", "solene.guibert@example.org");
    phone.fill("#phone", "06 39 98 12 40");
    phone.click("form[action='/exclusive-hires'] button[type=submit]");
    phone.wait_for_absence("#first_day");
    inspection.see(&phone, "hire-sent");
    let hire = served.write(asked);
    let desk = served.signed_in(Role::Facilitator, Viewport::DESKTOP, "/office/exclusive-hires");
    inspection.see(&desk, "hires");
    desk.click("tbody th a");
    desk.wait_for("#overriding");
    quote(&desk, &mut inspection);
    served.go(&phone, &link_to_quote(&served, hire));
    accept(&phone, &mut inspection);
    served.go(&desk, "/office/exclusive-hires?state=accepted");
    desk.click("tbody th a");
    desk.wait_for_text("Chorale du Faubourg");
    inspection.see(&desk, "hire-accepted");
    served.go(&desk, "/office/exclusive-hires/quotes?q=faubourg");
    desk.wait_for_text("D-");
    inspection.see(&desk, "quotes");
    let office = served.signed_in(
        Role::ManagingDirector,
        Viewport::DESKTOP,
        "/office/exclusive-hires/settings",
    );
    inspection.see(&office, "hire-settings");
    let member = served.signed_in_as("camille.durand@example.org", Viewport::PHONE, "/exclusive-hires");
    inspection.see(&member, "hire-request-member");
    inspection.finish();
    assert_eq!(served.faults(), Vec::<String>::new());
}

#[test]
fn t14_the_desk_checks_the_rooms_and_keeps_a_part_of_the_deposit() {
    let served = opened();
    let mut inspection = Inspection::new();
    let hire = served.write(asked);
    let desk = served.signed_in(
        Role::Facilitator,
        Viewport::DESKTOP,
        &format!("/office/exclusive-hires/{hire}"),
    );
    quote(&desk, &mut Inspection::new());
    let phone = served.page(Viewport::PHONE, &link_to_quote(&served, hire));
    accept(&phone, &mut Inspection::new());
    let check = format!("/front-desk/exclusive-hires/{hire}/check");
    served.go(&desk, &check);
    desk.click("form[action$='/deposit'] button[type=submit]");
    desk.wait_for_text("Le dépôt est noté.");
    inspection.see(&desk, "check-before");
    let evening = served.write(|tx, system| {
        let zone = platform::place::get(tx, system.place).unwrap().zone;
        zone.instant(monday().plus_days(5), MinuteOfDay::parse("18:30").unwrap())
    });
    served.db.clock().set(evening);
    let desk = served.signed_in(Role::Facilitator, Viewport::TABLET, "/front-desk");
    desk.click(&format!("a[href='{check}']"));
    desk.wait_for("input[value=damaged]");
    inspection.see(&desk, "check");
    desk.click("input[value=damaged]");
    desk.fill("form[action$='/check'] textarea", "Une chaise cassée");
    desk.click("form[action$='/check'] button[type=submit]");
    desk.wait_for_text("Le constat est enregistré.");
    served.go(&desk, &check.replace("/check", "/photos"));
    desk.wait_for("#photo");
    inspection.see(&desk, "check-photos");
    served.go(&desk, &check);
    desk.fill("#cost", "120");
    desk.fill("#product", "Salle de réunion");
    desk.fill("#reason", "Une chaise cassée");
    desk.click("form[action$='/settlement'] button[type=submit]");
    desk.wait_for_text("C’est soldé, le client est prévenu.");
    desk.wait_for_text("380,00");
    inspection.see(&desk, "check-settled");
    inspection.finish();
    assert_eq!(served.faults(), Vec::<String>::new());
}
