//! A guest without an account gives a code (T87): it is in the price before they ask, and used when they prove who they are.

use crate::world::World;
use guests::Asked;
use harness::{both_engines, on_both_engines, rounds, together};
use kernel::{Actor, Day, Days, Email, Locale, Name, Rate};
use offers::{CouponCut, CouponTarget, CouponTerms};
use people::{PersonName, Token, TokenHash};
use platform::Failure;
use spaces::{BookingRefusal, Holder, NewBooking};

const MORNING: &str = "day=2026-06-16&start=10:00&end=12:00";

fn terms(code: &str) -> CouponTerms {
    let june = (Day::new(2026, 6, 1).unwrap(), Day::new(2026, 6, 30).unwrap());
    CouponTerms {
        code: code.to_owned(),
        cut: CouponCut::Rate(Rate::from_basis_points(1_000)),
        targets: [CouponTarget::Bookings].into(),
        offer: None,
        plan: None,
        days: Days::new(june.0, june.1).unwrap(),
        most_uses: None,
        most_each: Some(1),
        active: true,
    }
}

fn hand_out(world: &World, terms: CouponTerms) {
    world.write(move |tx, system| offers::keep_coupon(tx, system, None, &terms).unwrap());
}

/// Asks for the morning with a code, and gives the link of the letter.
fn asks_with(world: &World, hours: &str, email: &str, code: &str) -> String {
    let mut visitor = world.stranger();
    let form = world.asks(&mut visitor, hours, email).with("coupon", code);
    let price = visitor.post(&form.clone().bent("step", "price")).html();
    let cents = price.hidden("price");
    let sent = visitor.post(&form.with("price", &cents));
    assert_eq!(sent.status, 200, "{sent}");
    world.link_of_the_last_letter()
}

#[test]
fn a_guest_sees_the_price_with_the_code_asks_and_pays_it() {
    both_engines(|db| {
        let world = World::new(db);
        hand_out(&world, terms("BIENVENUE"));
        let mut visitor = world.stranger();
        let form = world.asks(&mut visitor, MORNING, "solene@example.org");
        let look = form.clone().bent("step", "price");
        let wrong = visitor.post(&look.clone().with("coupon", "AUTRE")).html();
        assert_eq!(
            wrong.field_error("coupon").unwrap(),
            "Ce code n’existe pas, ou n’est pas valable aujourd’hui."
        );
        let priced = visitor.post(&look.with("coupon", "bienvenue")).html();
        assert!(
            priced.says("36,00 € HT (43,20 € TTC)") && priced.says("BIENVENUE : \u{2212}4,00"),
            "{priced}"
        );
        let stale = visitor.post(&form.clone().with("coupon", "bienvenue"));
        assert_eq!(stale.status, 422, "the price shown was that without the code");
        let sent = visitor.post(
            &form
                .with("coupon", "bienvenue")
                .with("price", &priced.hidden("price")),
        );
        assert_eq!(sent.status, 200, "{sent}");
        let link = world.link_of_the_last_letter();
        let page = visitor.page(&link);
        assert!(
            page.says("36,00 € HT") && page.says("BIENVENUE : \u{2212}4,00"),
            "{page}"
        );
        let done = visitor.post(&page.form("main form"));
        assert_eq!(done.status, 303, "{done}");
        assert!(visitor.page(&done.location).says("36,00"));
        let who = world.person("solene@example.org").unwrap();
        assert_eq!(world.owed(who.id), [3_600]);
        let twice = visitor.post(&page.form("main form"));
        assert_eq!(twice.status, 303);
        assert_eq!(world.owed(who.id), [3_600], "said twice, used once");
    });
}

#[test]
fn who_used_the_code_already_learns_it_from_the_link_alone_and_may_pay_the_whole_price() {
    both_engines(|db| {
        let world = World::new(db);
        hand_out(&world, terms("BIENVENUE"));
        let first = asks_with(&world, MORNING, "solene@example.org", "BIENVENUE");
        let mut visitor = world.stranger();
        let confirm = visitor.page(&first).form("main form");
        assert_eq!(visitor.post(&confirm).status, 303);
        world.outbox_after(1);

        // The form says nothing of what is known of an address.
        let next = "day=2026-06-17&start=10:00&end=12:00";
        let second = asks_with(&world, next, "solene@example.org", "BIENVENUE");
        let page = visitor.page(&second);
        assert!(
            page.says("Vous avez déjà utilisé ce code") && page.says("40,00 € HT"),
            "{page}"
        );
        let bent = page.form("main form").bent("price", "3600");
        let refused = visitor.post(&bent);
        assert_eq!(refused.status, 200, "asked again at the price as it is");
        assert!(refused.html().says("40,00 € HT"));
        let done = visitor.post(&page.form("main form"));
        assert_eq!(done.status, 303, "{done}");
        let who = world.person("solene@example.org").unwrap();
        assert_eq!(world.owed(who.id), [3_600, 4_000]);
    });
}

#[test]
fn a_request_that_the_place_refuses_gives_the_code_back() {
    both_engines(|db| {
        let world = World::new(db);
        world.asks_first();
        hand_out(&world, terms("BIENVENUE"));
        let link = asks_with(&world, MORNING, "solene@example.org", "BIENVENUE");
        let mut visitor = world.stranger();
        let confirm = visitor.page(&link).form("main form");
        assert_eq!(visitor.post(&confirm).status, 303);
        world.outbox_after(1);
        let who = world.person("solene@example.org").unwrap().id;
        world.write(move |tx, system| {
            let asked = spaces::store::lists::requests(tx, system.place).unwrap();
            assert_eq!(asked[0].price.amount.cents(), 3_600);
            spaces::refuse(tx, system, asked[0].id).unwrap();
        });
        let again = asks_with(&world, MORNING, "solene@example.org", "BIENVENUE");
        let page = visitor.page(&again);
        assert!(page.says("36,00 € HT"), "{page}");
        assert_eq!(visitor.post(&page.form("main form")).status, 303);
        assert_eq!(world.owed(who), [0; 0], "asked for again, not agreed to yet");
    });
}

/// Two hours held for a guest who gave a code, and the hash of the secret that proves their address.
fn held(world: &World, (round, number): (u32, u8), day: i64, code: &str) -> TokenHash {
    let holder = Holder::Caller(Name::parse(&format!("Guest {number}")).unwrap());
    let from = 8 + u16::from(number) * 2;
    let new = NewBooking {
        coupon: Some(code.to_owned()),
        ..NewBooking::plain(world.salon, world.hours(day, from, from + 2), holder)
    };
    let asked = Asked {
        name: PersonName::parse("Guest", &number.to_string()).unwrap(),
        email: Some(Email::parse(&format!("guest{round}-{number}@example.org")).unwrap()),
        phone: None,
        language: Locale::Fr,
        organisation: None,
        rules: None,
        privacy: None,
    };
    let mut bytes = [number + 1; 32];
    bytes[..4].copy_from_slice(&round.to_be_bytes());
    let secret = Token::from_bytes(bytes).hash();
    let (kept, visitor) = (secret.clone(), Actor::visitor(world.place));
    world.write(move |tx, _| drop(guests::ask(tx, &visitor, &new, &asked, &kept).unwrap()));
    secret
}

#[test]
fn the_last_use_of_a_code_is_had_by_one_of_many_guests_who_prove_themselves_at_once() {
    on_both_engines(|fresh| {
        let world = World::new(fresh.database().clone());
        let databases = [fresh.database().clone(), fresh.open_again()];
        let place = world.place;
        for round in 0..rounds("TRIBU_RACES", 3) {
            let code = format!("DERNIER-{round}");
            hand_out(
                &world,
                CouponTerms {
                    most_uses: Some(1),
                    ..terms(&code)
                },
            );
            let day = 16 + i64::from(round % 3);
            let secrets: Vec<TokenHash> = (0_u8..4)
                .map(|number| held(&world, (round, number), day, &code))
                .collect();
            let had = together(4, |number| {
                let secret = secrets[number].clone();
                let shown = Some(kernel::Money::from_cents(3_600));
                let done = databases[number % 2]
                    .write_blocking(move |tx| guests::confirm(tx, &Actor::visitor(place), &secret, shown));
                match done {
                    Ok((id, _)) => Some(id),
                    Err(Failure::Refused(at)) => {
                        assert_eq!(at.why.key(), "offers-refused-coupon-used-up");
                        None
                    }
                    Err(Failure::Fault(fault)) => panic!("{fault:?}"),
                }
            });
            let had: Vec<_> = had.into_iter().flatten().collect();
            assert_eq!(had.len(), 1, "round {round}");
            world.write(move |tx, system| {
                let wanted = spaces::Cancellation {
                    waived: true,
                    ..spaces::Cancellation::default()
                };
                drop(spaces::cancel(tx, system, had[0], wanted).unwrap());
            });
            world.db.clock().set(world.db.clock().now().plus_minutes(31));
        }
    });
}

#[test]
fn a_name_noted_by_the_desk_takes_no_code() {
    both_engines(|db| {
        let world = World::new(db);
        hand_out(&world, terms("BIENVENUE"));
        let holder = Holder::Caller(Name::parse("Mme Roy").unwrap());
        let new = NewBooking {
            coupon: Some("BIENVENUE".to_owned()),
            ..NewBooking::plain(world.salon, world.hours(16, 10, 12), holder)
        };
        world.write(move |tx, system| {
            let done = spaces::book(tx, system, &new);
            assert!(
                matches!(done, Err(Failure::Refused(BookingRefusal::Coupon(_)))),
                "{done:?}"
            );
        });
    });
}
