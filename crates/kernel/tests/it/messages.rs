//! Every refusal and every name has its message in both languages.

use kernel::{
    Audience, BicRefused, CurrencyRefused, Day, DayRefused, EmailRefused, EmptyPeriod, Forbidden, HalfDay,
    Hat, IbanRefused, IdRefused, InstantRefused, Locale, MESSAGES, MinuteOfDayRefused, MoneyRefused, Month,
    MonthRefused, NameRefused, PhoneRefused, PostalCodeRefused, RateRefused, Refusal, ReversedDays, Role,
    SirenRefused, SiretRefused, UnknownCode, VatNumberRefused, Weekday, ZoneRefused,
};
use std::collections::BTreeMap;

/// The messages of one Fluent text: one line each.
fn messages(text: &str) -> BTreeMap<&str, &str> {
    let lines = text
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    let pairs: Vec<_> = lines.map(|line| line.split_once(" = ").unwrap()).collect();
    let unique: BTreeMap<_, _> = pairs.iter().copied().collect();
    assert_eq!(unique.len(), pairs.len(), "a key is there twice");
    unique
}

fn expected() -> Vec<&'static str> {
    let refusals = [
        BicRefused::KEYS,
        CurrencyRefused::KEYS,
        DayRefused::KEYS,
        EmailRefused::KEYS,
        EmptyPeriod::KEYS,
        IbanRefused::KEYS,
        IdRefused::KEYS,
        InstantRefused::KEYS,
        MinuteOfDayRefused::KEYS,
        MoneyRefused::KEYS,
        MonthRefused::KEYS,
        NameRefused::KEYS,
        PhoneRefused::KEYS,
        PostalCodeRefused::KEYS,
        RateRefused::KEYS,
        ReversedDays::KEYS,
        SirenRefused::KEYS,
        SiretRefused::KEYS,
        UnknownCode::KEYS,
        VatNumberRefused::KEYS,
        ZoneRefused::KEYS,
    ];
    let january = Month::parse("2026-01").unwrap();
    let mut keys = refusals.concat();
    keys.push(Forbidden.key());
    keys.extend(Weekday::ALL.iter().map(|weekday| weekday.message()));
    keys.extend((0..12).map(|number| january.plus(number).message()));
    keys.extend(HalfDay::ALL.iter().map(|half| half.message()));
    keys.extend(Role::ALL.iter().map(|role| role.message()));
    keys.extend(Hat::ALL.iter().map(|hat| hat.message()));
    keys.extend(Audience::ALL.iter().map(|audience| audience.message()));
    keys.sort_unstable();
    keys
}

#[test]
fn both_languages_have_exactly_the_messages_of_the_kernel() {
    for (locale, text) in MESSAGES {
        let found: Vec<_> = messages(text).into_keys().collect();
        assert_eq!(found, expected(), "{locale}");
    }
}

#[test]
fn every_language_of_the_program_has_its_messages_once() {
    let locales: Vec<_> = MESSAGES.iter().map(|(locale, _)| *locale).collect();
    assert_eq!(locales, Locale::ALL);
}

#[test]
fn a_message_shows_the_values_that_its_refusal_carries() {
    let first = Day::parse("2026-03-02").unwrap();
    let refusals: [Box<dyn Refusal>; 5] = [
        Box::new(ReversedDays::Reversed {
            first,
            last: first.previous(),
        }),
        Box::new(NameRefused::TooLong { maximum: 200 }),
        Box::new(UnknownCode::Unknown {
            code: "boss".to_owned(),
        }),
        Box::new(ZoneRefused::Unknown {
            name: "Mars".to_owned(),
        }),
        Box::new(VatNumberRefused::UnknownCountry {
            country: "ZZ".to_owned(),
        }),
    ];
    for (_, text) in MESSAGES {
        let messages = messages(text);
        for refusal in &refusals {
            let message = messages.get(refusal.key()).unwrap();
            assert_eq!(message.matches("{ $").count(), refusal.arguments().len());
            for (name, _) in refusal.arguments() {
                assert!(message.contains(&format!("{{ ${name} }}")), "{}", refusal.key());
            }
        }
    }
}

#[test]
fn a_refusal_displays_its_key() {
    assert_eq!(MoneyRefused::TooPrecise.to_string(), "refused-money-too-precise");
    let source: Box<dyn std::error::Error> = Box::new(Forbidden);
    assert_eq!(source.to_string(), "refused-forbidden");
}
