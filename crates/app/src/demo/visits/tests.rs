use super::{Stay, Visit, draw};
use crate::demo::cast::{Cast, Part};
use crate::demo::house::House;
use crate::demo::year::Year;
use kernel::{Day, Zone};
use std::collections::BTreeSet;

fn drawn(today: &str, seed: u64) -> (Year, Cast, Vec<Visit>) {
    let year = Year::ending(
        Day::parse(today).unwrap(),
        Zone::parse("Europe/Paris").unwrap(),
        12,
    );
    let cast = Cast::draw(&year, &House::read().unwrap().town, seed).unwrap();
    let visits = draw(&year, &cast, 2_500, seed);
    (year, cast, visits)
}

#[test]
fn as_many_visits_as_asked_for_are_drawn() {
    for today in ["2026-11-23", "2026-01-01", "2026-08-14", "2028-02-29"] {
        assert_eq!(drawn(today, 1).2.len(), 2_500, "{today}");
    }
}

#[test]
fn people_come_on_open_days_of_the_year_while_they_are_about_and_once_a_day() {
    let (year, cast, visits) = drawn("2026-11-23", 2);
    let mut seen = BTreeSet::new();
    for visit in &visits {
        let day = year.zone.day_of(visit.arrives);
        let who = cast.get(visit.who).unwrap();
        assert!(year.is_open(day) && who.is_about(day), "{visit:?}");
        assert!(seen.insert((day, visit.who)), "{visit:?}");
        assert!(who.is_member() || who.part == Part::Visitor);
    }
}

#[test]
fn a_stay_goes_forward_in_time() {
    let (year, _, visits) = drawn("2026-11-23", 2);
    for visit in &visits {
        assert!(
            visit.leaves.is_none_or(|leaves| leaves > visit.arrives),
            "{visit:?}"
        );
        assert!(
            visit
                .widens
                .is_none_or(|widens| visit.stay == Stay::Morning && widens > visit.arrives),
            "{visit:?}"
        );
        assert!(
            visit
                .leaves
                .zip(visit.widens)
                .is_none_or(|(leaves, widens)| leaves > widens),
            "{visit:?}"
        );
    }
    let today = visits
        .iter()
        .filter(|visit| year.zone.day_of(visit.arrives) == year.today());
    assert!(today.clone().count() > 4 && today.clone().all(|visit| visit.arrives < year.end()));
}
