use super::{Cast, Part};
use crate::demo::house::House;
use crate::demo::year::Year;
use kernel::{Day, Role, Zone};
use std::collections::BTreeSet;

fn cast(seed: u64) -> (Year, Cast) {
    let year = Year::ending(
        Day::parse("2026-11-23").unwrap(),
        Zone::parse("Europe/Paris").unwrap(),
        12,
    );
    let cast = Cast::draw(&year, &House::read().unwrap().town, seed).unwrap();
    (year, cast)
}

fn names(cast: &Cast) -> Vec<String> {
    cast.people
        .iter()
        .map(|character| format!("{:?}", character))
        .collect()
}

#[test]
fn the_cast_has_the_size_of_the_reference_place() {
    let (year, cast) = cast(1);
    let members = cast
        .people
        .iter()
        .filter(|one| one.is_member() && one.is_about(year.today()));
    assert_eq!(members.count(), 75);
    let of = |role| {
        cast.people
            .iter()
            .filter(|one| one.part == Part::Team(role))
            .count()
    };
    assert_eq!(of(Role::Facilitator), 6);
    assert_eq!(
        [
            of(Role::ManagingDirector),
            of(Role::Accountant),
            of(Role::Administrator)
        ],
        [1, 1, 1]
    );
    let teams: BTreeSet<_> = cast
        .people
        .iter()
        .filter(|one| one.part == Part::Teammate)
        .map(|one| one.house)
        .collect();
    assert_eq!(teams.len(), 2);
}

#[test]
fn the_same_seed_draws_the_same_cast() {
    assert_eq!(names(&cast(1).1), names(&cast(1).1));
    assert_ne!(names(&cast(1).1), names(&cast(2).1));
}

#[test]
fn no_two_people_share_an_address_or_a_number() {
    let (_, cast) = cast(1);
    let emails: Vec<_> = cast.people.iter().filter_map(|one| one.email.clone()).collect();
    assert_eq!(emails.iter().collect::<BTreeSet<_>>().len(), emails.len());
    assert!(emails.iter().all(|email| email.domain() == "example.org"));
    let phones: BTreeSet<_> = cast.people.iter().map(|one| one.phone.clone()).collect();
    assert_eq!(phones.len(), cast.people.len());
    let sirens: BTreeSet<_> = cast.houses.iter().map(|house| house.siren.clone()).collect();
    assert_eq!(sirens.len(), cast.houses.len());
    assert!(sirens.iter().all(|siren| siren.as_str().starts_with("000000")));
}

#[test]
fn each_role_has_one_easy_login() {
    let (_, cast) = cast(1);
    let easy = ["membre", "facilitation", "gerance", "comptable", "admin"];
    for local in easy {
        let address = format!("{local}@example.org");
        let found = cast
            .people
            .iter()
            .filter(|one| one.email.as_ref().is_some_and(|email| email.as_str() == address));
        assert_eq!(found.count(), 1, "{address}");
    }
}

#[test]
fn people_come_and_go_within_the_year_on_open_days() {
    let (year, cast) = cast(3);
    for one in &cast.people {
        assert!(
            year.days.contains(one.from) && one.until.is_none_or(|until| year.days.contains(until)),
            "{one:?}"
        );
        assert!(one.from == year.first() || year.is_open(one.from), "{one:?}");
        assert!(one.until.is_none_or(|until| until > one.from), "{one:?}");
    }
    let left = cast.people.iter().filter(|one| one.until.is_some()).count();
    let joined = cast
        .people
        .iter()
        .filter(|one| one.is_member() && one.from > year.first())
        .count();
    assert_eq!((left, joined), (8, 14));
}
