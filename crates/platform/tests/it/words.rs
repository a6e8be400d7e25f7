use kernel::{Currency, Day, Locale, MinuteOfDay, Period, Zone};
use platform::messages::Catalogue;
use platform::web::Words;
use std::sync::Arc;

fn words(locale: Locale) -> Words {
    let catalogue = Arc::new(Catalogue::new(&[]).unwrap());
    Words::new(catalogue, locale, paris(), Currency::EUR)
}

fn paris() -> Zone {
    Zone::parse("Europe/Paris").unwrap()
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn period(from: &str, until: &str) -> Period {
    let at = |text: &str| {
        let (on, time) = text.split_once('T').unwrap();
        paris().instant(day(on), MinuteOfDay::parse(time).unwrap())
    };
    Period::new(at(from), at(until)).unwrap()
}

fn plain(text: String) -> String {
    text.replace('\u{a0}', " ")
}

#[test]
fn whole_days_are_said_without_hours() {
    let fr = words(Locale::Fr);
    let christmas = period("2026-12-25T00:00", "2026-12-26T00:00");
    assert_eq!(plain(fr.period(christmas)), "vendredi 25 décembre 2026");
    assert_eq!(plain(fr.hours(christmas)), "toute la journée");
    let break_ = period("2026-12-26T00:00", "2027-01-01T00:00");
    assert_eq!(
        plain(fr.period(break_)),
        "samedi 26 décembre 2026 – jeudi 31 décembre 2026"
    );
    // The day on which the clocks change has 25 hours and is a day all the same.
    let change = period("2026-10-25T00:00", "2026-10-26T00:00");
    assert_eq!(plain(fr.hours(change)), "toute la journée");
}

#[test]
fn midnight_ends_the_evening_it_belongs_to() {
    let evening = period("2026-11-23T20:00", "2026-11-24T00:00");
    assert_eq!(plain(words(Locale::Fr).hours(evening)), "20 h – minuit");
    assert_eq!(
        plain(words(Locale::Fr).period(evening)),
        "lundi 23 novembre 2026, 20 h – minuit"
    );
    assert_eq!(plain(words(Locale::En).hours(evening)), "20:00 – midnight");
    let night = period("2026-11-23T22:00", "2026-11-24T02:00");
    assert_eq!(
        plain(words(Locale::Fr).period(night)),
        "lundi 23 novembre 2026, 22 h – mardi 24 novembre 2026, 2 h"
    );
}

#[test]
fn what_two_days_share_is_said_once() {
    let fr = words(Locale::Fr);
    let said = |first, last| fr.days(day(first), day(last));
    assert_eq!(said("2026-11-23", "2026-11-29"), "23 – 29 novembre 2026");
    assert_eq!(said("2026-11-30", "2026-12-06"), "30 novembre – 6 décembre 2026");
    assert_eq!(
        said("2026-12-28", "2027-01-03"),
        "28 décembre 2026 – 3 janvier 2027"
    );
    assert_eq!(said("2026-06-01", "2026-06-07"), "1er – 7 juin 2026");
    assert_eq!(said("2026-06-07", "2026-06-07"), "7 juin 2026");
}
