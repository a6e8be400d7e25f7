//! Prices, lengths and hours as these pages say them.

use crate::rules::booking::{Booking, Price};
use crate::rules::resource::ResourceFacts;
use billing::Basis;
use kernel::{Money, PersonId, Rate};
use offers::Relief;
use platform::web::Shell;
use std::collections::BTreeMap;

/// "45,00 € HT", or that it is free.
pub(super) fn price(shell: &Shell, price: &Price) -> String {
    amount(shell, price.amount, price.basis)
}

/// "45,00 € HT"; nothing to pay is said in words.
pub(super) fn amount(shell: &Shell, amount: Money, basis: Basis) -> String {
    if amount.is_zero() {
        return shell.t("spaces-free");
    }
    format!("{}\u{a0}{}", shell.money(&amount), shell.t(basis.message()))
}

/// "8 places"; nothing for what holds nobody.
#[must_use]
pub fn seats(shell: &Shell, facts: &ResourceFacts) -> String {
    facts
        .seats()
        .map(|seats| shell.t1("spaces-seats", "count", seats))
        .unwrap_or_default()
}

/// "Garance · 8 places".
pub(super) fn named(shell: &Shell, facts: &ResourceFacts) -> String {
    match seats(shell, facts) {
        seats if seats.is_empty() => facts.name.to_string(),
        seats => format!("{} · {seats}", facts.name),
    }
}

/// "1 h 30", "45 min".
pub(super) fn length(minutes: i64) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes}\u{a0}min"),
        (hours, 0) => format!("{hours}\u{a0}h"),
        (hours, minutes) => format!("{hours}\u{a0}h\u{a0}{minutes:02}"),
    }
}

/// For whom a booking is: a name, a caller, or the house.
pub(super) fn holder(shell: &Shell, booking: &Booking, names: &BTreeMap<PersonId, String>) -> String {
    match booking.person {
        Some(person) => names.get(&person).cloned().unwrap_or_default(),
        None if booking.caller_name.is_empty() => shell.t("spaces-house"),
        None => booking.caller_name.clone(),
    }
}

/// What makes a booking cheaper, one thing a line: "Convention : 2 h, il reste 10 h".
pub fn relief(shell: &Shell, relief: Option<&Relief>) -> Vec<String> {
    let Some(relief) = relief else {
        return vec![];
    };
    let drawn = relief.drawn.iter().map(|drawn| {
        let told = shell.t2(
            "spaces-relief-drawn",
            "hours",
            length(drawn.minutes),
            "left",
            length(drawn.left),
        );
        let due = if drawn.due == Rate::ZERO {
            String::new()
        } else {
            format!(
                " ({})",
                shell.t1("spaces-relief-due", "rate", shell.rate(&drawn.due))
            )
        };
        shell.t2(
            "spaces-relief-of",
            "name",
            drawn.name.as_str(),
            "told",
            format!("{told}{due}"),
        )
    });
    let discount = relief.discount.iter().map(|discount| {
        let told = format!("\u{2212}{}", shell.rate(&discount.rate));
        shell.t2("spaces-relief-of", "name", discount.name.as_str(), "told", told)
    });
    let coupon = relief.coupon.iter().map(|with| {
        let told = format!("\u{2212}{}", shell.money(&with.off));
        shell.t2("spaces-relief-of", "name", with.code.as_str(), "told", told)
    });
    drawn.chain(discount).chain(coupon).collect()
}
