//! Shifts of the week: taken, given up, assigned, done, and what they give (T24, T41).

use crate::world::World;
use axum::http::StatusCode;
use billing::{Basis, VatCategory};
use harness::{Visitor, both_engines, rounds, together};
use kernel::{Actor, Day, Id, MinuteOfDay, Money, Name, PersonId};
use offers::{OfferPrice, PassTerms, UnitCosts};
use platform::{Failure, Fault};
use stewardship::{DutyRefused, NewShift, Shift};

/// The day of the tests: the clock of a new world stands on it.
pub(crate) fn today(world: &World) -> Day {
    world.read(|tx, place| {
        let zone = platform::place::get(tx, place).unwrap().zone;
        tx.today(&zone)
    })
}

/// A shift each week on the weekday of a day, from nine to half past twelve.
pub(crate) fn shift(world: &World, day: Day, wanted: i64, units: i64) -> Id<Shift> {
    let new = NewShift {
        weekday: day.weekday(),
        from: MinuteOfDay::parse("09:00").unwrap(),
        until: MinuteOfDay::parse("12:30").unwrap(),
        wanted,
        label: "Ouverture".to_owned(),
        units,
        from_day: today(world),
        until_day: None,
    };
    world.act(move |tx, actor| stewardship::create_shift(tx, actor, new.clone()).unwrap())
}

/// The office says of which pass the units are.
fn shifts_give_units(world: &World) {
    world.act(|tx, actor| {
        billing::set_french_vat_rates(tx, actor).unwrap();
        let terms = PassTerms {
            name: Name::parse("Carnet de dix").unwrap(),
            units: 30,
            costs: UnitCosts::new(3, 2).unwrap(),
            validity_months: Some(12),
            active: true,
        };
        let price = OfferPrice {
            amount: Money::from_cents(15_000),
            basis: Basis::Gross,
            vat: VatCategory::Standard,
            from: Day::parse("2026-01-01").unwrap(),
        };
        let offer = offers::create_pass_offer(tx, actor, terms, price).unwrap();
        stewardship::set_duty_offer(tx, actor, offer).unwrap();
    });
}

fn units(world: &World, person: PersonId) -> i64 {
    world.read(move |tx, place| {
        let lots = offers::lots_of(tx, place, person).unwrap();
        lots.iter().map(|lot| lot.remaining).sum()
    })
}

/// Takes the first free shift on one's own page.
fn takes(visitor: &mut Visitor) -> harness::Reply {
    let form = visitor.page("/me/duty").form("form[action=\"/me/duty\"]");
    visitor.post(&form)
}

#[test]
fn t41_a_member_takes_a_shift_and_gets_its_units_once() {
    both_engines(|db| {
        let world = World::new(db);
        shifts_give_units(&world);
        let in_two_days = today(&world).plus_days(2);
        shift(&world, in_two_days, 1, 3);
        let mut lucie = world.member(world.lucie);
        assert!(lucie.page("/me").says("Voir les permanences à prendre"));
        assert!(lucie.page("/me/duty").says("donne 3 unités de « Carnet de dix »"));
        assert_eq!(takes(&mut lucie).location, "/me/duty");
        let mut desk = world.desk();
        let sheet = format!("/front-desk/duty?week={in_two_days}");
        assert!(desk.page(&sheet).says("Lucie Amrani") && desk.page(&sheet).says("prévu"));
        assert!(
            !desk.page(&sheet).exists("form[action$=\"/settlement\"]"),
            "it has not begun"
        );
        world.days_pass(2);
        assert!(
            desk.page("/front-desk").says("De permanence") && desk.page("/front-desk").says("Lucie Amrani")
        );
        world.db.clock().set(world.db.clock().now().plus_minutes(4 * 60));
        let form = desk.page(&sheet).form("form[action$=\"/settlement\"]");
        assert_eq!(desk.post(&form.clone().and("came", "yes")).location, sheet);
        assert_eq!(units(&world, world.lucie), 3);
        desk.post_anew(&form.and("came", "yes"));
        assert_eq!(units(&world, world.lucie), 3, "once");
        let hours = desk.page("/front-desk/duty/hours");
        assert!(hours.says("Lucie Amrani") && hours.says("3:30"));
        let csv = desk.get("/front-desk/duty/hours?format=csv");
        assert!(csv.text().contains("3:30"));
        assert!(lucie.page("/me/duty").says("3 h 30 tenues cette année"));
        let card = desk.page(&format!("/office/people/{}", world.lucie));
        assert!(card.says("permanence tenue"), "her card says why she got units");
    });
}

#[test]
fn a_shift_is_given_up_in_time_or_by_the_desk() {
    both_engines(|db| {
        let world = World::new(db);
        let in_two_days = today(&world).plus_days(2);
        shift(&world, in_two_days, 1, 0);
        let mut lucie = world.member(world.lucie);
        takes(&mut lucie);
        let mine = lucie.page("/me/duty").form("form[action$=\"/release\"]");
        let mut karim = world.member(world.karim);
        let not_his = karim.send_fields(&mine.action, &[]);
        assert_eq!(not_his.status, StatusCode::NOT_FOUND);
        assert_eq!(lucie.post(&mine).location, "/me/duty");
        assert_eq!(takes(&mut karim).location, "/me/duty", "it is free again");
        world.days_pass(1);
        world.db.clock().set(world.db.clock().now().plus_minutes(3 * 60));
        let page = karim.page("/me/duty");
        assert!(page.says("C’est pour bientôt") && !page.exists("form[action$=\"/release\"]"));
        let mut desk = world.desk();
        let sheet = format!("/front-desk/duty?week={in_two_days}");
        let form = desk.page(&sheet).form("form[action$=\"/release\"]");
        assert_eq!(karim.send_fields(&form.action, &[]).status, StatusCode::FORBIDDEN);
        desk.post(&form);
        assert!(desk.page(&sheet).says("une personne à trouver"));
    });
}

#[test]
fn t24_the_desk_assigns_a_shift_to_a_member_and_to_nobody_else() {
    both_engines(|db| {
        let world = World::new(db);
        let tomorrow = today(&world).plus_days(1);
        shift(&world, tomorrow, 2, 0);
        let mut desk = world.desk();
        let sheet = format!("/front-desk/duty?week={tomorrow}");
        let assign = desk
            .page(&sheet)
            .attribute("a[href*=\"/assign\"]", "href")
            .unwrap();
        let form = desk
            .page(&format!("{assign}&q=kar"))
            .form("form[action=\"/front-desk/duty\"]");
        assert_eq!(desk.post(&form).location, sheet);
        assert!(desk.page(&sheet).says("Karim Haddouche"));
        desk.post_anew(&form);
        assert!(
            desk.page(&sheet).says("une personne à trouver"),
            "nobody has a shift twice"
        );
        let stranger = desk
            .page(&format!("{assign}&q=hel"))
            .form("form[action=\"/front-desk/duty\"]");
        let refused = desk.post(&stranger);
        assert!(desk.follow(&refused).says("Seuls les membres et l’équipe"));
        let mut lucie = world.member(world.lucie);
        assert_eq!(lucie.send_fields(&form.action, &[]).status, StatusCode::FORBIDDEN);
    });
}

#[test]
fn who_did_not_come_gets_nothing_and_a_mistake_is_mended() {
    both_engines(|db| {
        let world = World::new(db);
        shifts_give_units(&world);
        let day = today(&world);
        let id = shift(&world, day, 1, 3);
        let lucie = world.lucie;
        let duty = world.act(move |tx, actor| stewardship::take_duty(tx, actor, id, day, lucie).unwrap());
        let settle =
            |came: bool| world.act(move |tx, actor| stewardship::settle_duty(tx, actor, duty, came, "tenue"));
        world.db.clock().set(world.db.clock().now().plus_minutes(6 * 60));
        assert_eq!(settle(false), Ok(()));
        assert_eq!(units(&world, lucie), 0);
        assert_eq!(settle(false), Err(Failure::Refused(DutyRefused::Settled)));
        assert_eq!(settle(true), Ok(()));
        assert_eq!(units(&world, lucie), 3);
        assert_eq!(settle(false), Err(Failure::Refused(DutyRefused::Settled)));
        let given_up = world.act(move |tx, actor| stewardship::give_up_duty(tx, actor, duty));
        assert_eq!(given_up, Err(Failure::Refused(DutyRefused::Settled)));
    });
}

#[test]
fn units_without_a_pass_chosen_are_refused_and_nothing_is_settled() {
    both_engines(|db| {
        let world = World::new(db);
        let day = today(&world);
        let id = shift(&world, day, 1, 3);
        let lucie = world.lucie;
        let duty = world.act(move |tx, actor| stewardship::take_duty(tx, actor, id, day, lucie).unwrap());
        world.db.clock().set(world.db.clock().now().plus_minutes(6 * 60));
        let place = world.place;
        let refused: Result<(), Failure<DutyRefused>> = world.db.write_blocking(move |tx| {
            stewardship::settle_duty(tx, &Actor::system(place), duty, true, "tenue")
        });
        assert_eq!(refused, Err(Failure::Refused(DutyRefused::NoOffer)));
        shifts_give_units(&world);
        let done = world.act(move |tx, actor| stewardship::settle_duty(tx, actor, duty, true, "tenue"));
        assert_eq!(done, Ok(()));
    });
}

#[test]
fn the_office_keeps_the_shifts_of_the_week() {
    both_engines(|db| {
        let world = World::new(db);
        let mut director = world.director();
        let form = director
            .page("/office/shifts")
            .form("form[action=\"/office/shifts\"]");
        let form = form
            .with("weekday", "tuesday")
            .with("from", "09:00")
            .with("until", "12:30");
        for (field, value) in [
            ("until", "08:00"),
            ("wanted", "0"),
            ("units", "101"),
            ("until_day", "2020-01-01"),
        ] {
            let refused = director.refused(&form.clone().with(field, value));
            assert!(refused.field_error(field).is_some(), "{field}");
        }
        assert_eq!(director.post(&form).location, "/office/shifts");
        let page = director.page("/office/shifts");
        assert!(page.says("mardi"));
        let end = page.form("form[action$=\"/end\"]");
        let too_early = director.post(&end.clone().with("last_day", "2020-01-01"));
        assert!(director.follow(&too_early).says("Le dernier jour vient avant"));
        assert_eq!(director.post(&end).location, "/office/shifts");
        world.days_pass(8);
        assert!(director.page("/office/shifts").says("Écrivez la première"));
        assert_eq!(world.desk().get("/office/shifts").status, StatusCode::FORBIDDEN);
    });
}

#[test]
fn the_last_place_of_a_shift_is_taken_once() {
    both_engines(|db| {
        let world = World::new(db);
        let day = today(&world).plus_days(3);
        let people = [world.lucie, world.karim];
        for _ in 0..rounds("TRIBU_RACES", 10) {
            let id = shift(&world, day, 1, 0);
            let answers = together(4, |number| {
                let (system, person) = (Actor::system(world.place), people[number % 2]);
                world
                    .db
                    .write_blocking(move |tx| {
                        Ok::<_, Fault>(stewardship::take_duty(tx, &system, id, day, person))
                    })
                    .unwrap()
            });
            assert_eq!(
                answers.iter().filter(|answer| answer.is_ok()).count(),
                1,
                "{answers:?}"
            );
        }
    });
}
