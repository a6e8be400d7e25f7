//! One thing of each kind in a place, for tests that ask for what is somebody else's.

use billing::{Basis, Family, NewProduct, VatCategory};
use events::{EventFacts, EventKind, NewEvent, OpenTo};
use floors::{Area, Drawing, Shape, Size};
use hires::Hire;
use kernel::{
    Actor, Audience, Day, Days, Email, Id, Instant, Locale, MinuteOfDay, Money, Name, Period, PersonId,
    PlaceId,
};
use offers::{NewSubscription, OfferPrice, PassTerms, PlanTerms, UnitCosts};
use people::PersonName;
use platform::database::Tx;
use spaces::{
    DailyHours, Holder, Invited, NewBooking, NewCheckIn, NewClosure, NewSeries, NewWait, Part, Recurrence,
    ResourceId, Welcome,
};
use std::collections::BTreeMap;

/// Identifiers of one thing of each kind.
pub(crate) type Things = BTreeMap<&'static str, String>;

/// A day far enough for every rule, and hours on it.
pub(crate) fn hours(tx: &mut Tx<'_>, place: PlaceId, hour: i64) -> (Day, Period) {
    let zone = platform::place::get(tx, place).unwrap().zone;
    let day = tx.today(&zone).plus_days(9);
    let start: Instant = zone.instant(day, MinuteOfDay::MIDNIGHT).plus_minutes(hour * 60);
    (day, Period::new(start, start.plus_minutes(60)).unwrap())
}

/// One thing of each kind in a place, of this person where it is somebody's.
pub(crate) fn furnish(tx: &mut Tx<'_>, place: PlaceId, person: PersonId, room: ResourceId) -> Things {
    let system = Actor::system(place);
    let mut things = sold(tx, &system, person);
    things.extend(booked(tx, &system, person, room));
    things.extend(met(tx, &system, person, room));
    things.extend([("person", person.to_string()), ("resource", room.to_string())]);
    things
}

/// Products, plans and passes.
fn sold(tx: &mut Tx<'_>, system: &Actor, person: PersonId) -> Things {
    let zone = platform::place::get(tx, system.place).unwrap().zone;
    let today = tx.today(&zone);
    billing::set_french_vat_rates(tx, system).unwrap();
    let product = NewProduct {
        code: "SALLE".to_owned(),
        name: "Salle".to_owned(),
        family: Family::Room,
        vat_category: VatCategory::Standard,
        basis: Basis::Net,
        account_code: String::new(),
    };
    let product = billing::create_product(tx, system, product).unwrap();
    let price = OfferPrice {
        amount: Money::from_cents(1_000),
        basis: Basis::Net,
        vat: VatCategory::Standard,
        from: today,
    };
    let plan = PlanTerms {
        name: Name::parse("R\u{e9}sident").unwrap(),
        audience: Audience::Resident,
        active: true,
    };
    let plan = offers::create_plan(tx, system, plan, price).unwrap();
    let pass = PassTerms {
        name: Name::parse("Carnet").unwrap(),
        units: 30,
        costs: UnitCosts::new(3, 2).unwrap(),
        validity_months: None,
        active: true,
    };
    let pass = offers::create_pass_offer(tx, system, pass, price).unwrap();
    let new = NewSubscription {
        person,
        plan,
        from: today,
        on: today,
        seen: None,
    };
    let contract = offers::subscribe_plan(tx, system, new).unwrap();
    let name = Name::parse("Atelier").unwrap();
    let organisation = people::create_organisation(tx, system, people::NewOrganisation::named(name)).unwrap();
    Things::from([
        ("product", product.to_string()),
        ("plan", plan.to_string()),
        ("pass-offer", pass.to_string()),
        ("contract", contract.to_string()),
        ("pause", contract.to_string()),
        ("organisation", organisation.to_string()),
    ])
}

/// Bookings, series, closures, who waits and who came.
fn booked(tx: &mut Tx<'_>, system: &Actor, person: PersonId, room: ResourceId) -> Things {
    let place = system.place;
    let (day, morning) = hours(tx, place, 9);
    let wanted = NewBooking::plain(room, morning, Holder::Person(person));
    let booking = spaces::book(tx, system, &wanted).unwrap();
    let ana = Invited {
        emails: vec![Email::parse("ana@example.org").unwrap()],
        ..Invited::default()
    };
    spaces::invite(tx, system, booking.id, &ana).unwrap();
    let invited = spaces::participants(tx, system, booking.id).unwrap();
    let daily = DailyHours {
        starts: MinuteOfDay::parse("14:00").unwrap(),
        minutes: 60,
    };
    let (_, later) = hours(tx, place, 14);
    let series = NewSeries {
        booking: NewBooking::plain(room, later, Holder::Person(person)),
        rule: Recurrence::parse("FREQ=DAILY;COUNT=2").unwrap(),
        first: day,
        hours: daily,
        adjusted: BTreeMap::new(),
        total_shown: None,
    };
    let series = spaces::book_series(tx, system, &series).unwrap();
    let wait = NewWait {
        resource: room,
        period: morning,
        person,
        title: String::new(),
        attendance: None,
        layout: None,
        note: String::new(),
    };
    let waiting = spaces::join_waiting(tx, system, &wait).unwrap();
    let (_, night) = hours(tx, place, 22);
    let closure = NewClosure {
        resource: Some(room),
        period: night,
        reason: "Travaux".to_owned(),
    };
    let closure = spaces::block(tx, system, &closure).unwrap();
    let here = NewCheckIn {
        person,
        part: Part::Morning,
        welcome: Some(Welcome::Trial),
    };
    let here = spaces::check_in(tx, system, here).unwrap();
    Things::from([
        ("booking", booking.id.to_string()),
        ("participant", invited[0].id.to_string()),
        ("series", series.id.to_string()),
        ("waiting", waiting.to_string()),
        ("closure", closure.id.to_string()),
        ("check-in", here.check_in.to_string()),
    ])
}

/// Events, and who comes.
fn met(tx: &mut Tx<'_>, system: &Actor, person: PersonId, room: ResourceId) -> Things {
    let (day, evening) = hours(tx, system.place, 19);
    let facts = EventFacts {
        kind: EventKind::Talk,
        title: "Causerie".to_owned(),
        body: String::new(),
        period: evening,
        venue: "Au jardin".to_owned(),
        host: String::new(),
        open_to: OpenTo::Members,
        registers: true,
        capacity: Some(10),
        guests: 1,
        product: None,
        price: None,
    };
    let new = NewEvent {
        facts,
        rooms: vec![],
        overriding: false,
    };
    let event = events::create_event(tx, system, &new).unwrap();
    events::publish_event(tx, system, event).unwrap();
    let seat = events::register_other(tx, system, event, Ok(person), 0).unwrap();
    let mut things = drawn(tx, system, person, (room, day));
    things.extend([
        ("hire", asked(tx, system, day).to_string()),
        ("event", event.to_string()),
        ("registration", seat.id.to_string()),
    ]);
    things
}

/// Somebody who wants the place to themselves.
pub(crate) fn asked(tx: &mut Tx<'_>, system: &Actor, day: Day) -> Id<Hire> {
    let asked = hires::Asked {
        name: PersonName::parse("Solène", "Guibert").unwrap(),
        email: Some(Email::parse("solene@example.org").unwrap()),
        phone: None,
        language: Locale::Fr,
        organisation: None,
        rules: None,
        privacy: None,
    };
    let wanted = hires::Wanted {
        days: Days::one(day),
        starts: MinuteOfDay::parse("09:00").unwrap(),
        ends: MinuteOfDay::parse("18:00").unwrap(),
        people: 60,
        occasion: hires::Occasion::Assembly,
        wishes: vec![],
        advise: true,
        message: String::new(),
    };
    let asked = (&asked, &wanted);
    hires::ask(tx, system, asked, &[], hires::Proof::ByTheTeam).unwrap()
}

/// Plans of levels, doors, notices.
fn drawn(tx: &mut Tx<'_>, system: &Actor, person: PersonId, (room, day): (ResourceId, Day)) -> Things {
    let drawing = Drawing {
        name: Name::parse("Rez-de-chauss\u{e9}e").unwrap(),
        size: Size { wide: 20, high: 12 },
        position: 0,
        shapes: vec![Shape {
            resource: Some(room),
            label: String::new(),
            area: Area {
                x: 1,
                y: 1,
                wide: 4,
                high: 4,
            },
        }],
    };
    let level = floors::create_plan(tx, system, drawing).unwrap();
    let door = api::NewDoor {
        name: "Entr\u{e9}e".to_owned(),
        resource: None,
        members: true,
        margin: 15,
    };
    let door = api::keep_door(tx, system, &door, "secret").unwrap();
    let own = Actor {
        person: Some(person),
        ..system.clone()
    };
    let notice = directory::NewNotice {
        kind: directory::NoticeKind::Need,
        title: "Une affiche".to_owned(),
        body: String::new(),
        skills: vec![],
        until: day,
    };
    let notice = directory::post_notice(tx, &own, notice).unwrap();
    Things::from([
        ("floor-plan", level.to_string()),
        ("door", door.to_string()),
        ("notice", notice.to_string()),
    ])
}
