//! Prices, lengths and hours as these pages say them.

use crate::rules::booking::{Booking, Price};
use billing::Basis;
use kernel::{Money, PersonId};
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
