//! Units, days and prices in the words people use.

use crate::history::{Movement, MovementKind};
use crate::rules::coupon::CouponCut;
use crate::rules::lot::PassLot;
use crate::rules::reduction::{Reduction, TariffTerms};
use billing::Basis;
use kernel::{Day, Money};
use platform::web::Shell;

/// `17 unités`.
pub(super) fn units(shell: &Shell, count: i64) -> String {
    shell.t1("offers-units", "count", count)
}

/// `5 jours ou 8 demi-journées`; half-days alone when they make no day.
pub(super) fn days_or_half_days(shell: &Shell, days: i64, half_days: i64) -> String {
    if half_days == 0 {
        return shell.t("offers-nothing-left");
    }
    let half_days_told = shell.t1("offers-half-days", "count", half_days);
    if days == 0 {
        return half_days_told;
    }
    let days_told = shell.t1("offers-days", "count", days);
    shell.t2(
        "offers-days-or-half-days",
        "days",
        days_told,
        "halves",
        half_days_told,
    )
}

/// `150,00 € HT`.
pub(super) fn price(shell: &Shell, amount: Money, basis: Basis) -> String {
    let basis = shell.t(basis.message());
    shell.t2("offers-price", "amount", shell.money(&amount), "basis", basis)
}

/// `jusqu’au 14 juin 2027 inclus`, or that it never lapses.
pub(super) fn expiry(shell: &Shell, expires_on: Option<Day>) -> String {
    match expires_on {
        Some(day) => shell.t1("offers-until", "day", shell.day_short(&day)),
        None => shell.t("offers-for-ever"),
    }
}

/// The kind of badge and the key of its text that say in which state a lot is.
pub(super) fn state(lot: &PassLot, today: Day) -> (&'static str, &'static str) {
    match (lot.remaining, lot.has_expired_on(today)) {
        (0, _) => ("neutral", "offers-lot-empty"),
        (_, true) => ("warning", "offers-lot-lapsed"),
        (_, false) => ("success", "offers-lot-usable"),
    }
}

/// What a movement was.
pub(super) fn movement(shell: &Shell, movement: &Movement) -> String {
    match &movement.kind {
        MovementKind::Used => shell.t("offers-movement-used"),
        MovementKind::Returned => shell.t("offers-movement-returned"),
        MovementKind::Settled => shell.t("offers-movement-settled"),
        MovementKind::GivenBack(reason) => shell.t1("offers-movement-given-back", "reason", reason.as_str()),
    }
}

/// `+3` or `−3`, as seen by the one whose units they are.
pub(super) fn signed(movement: &Movement) -> String {
    if movement.gives {
        format!("+{}", movement.units)
    } else {
        format!("\u{2212}{}", movement.units)
    }
}

/// What a reduced tariff is off: "Forfaits, carnets".
pub(super) fn off_what(shell: &Shell, terms: &TariffTerms) -> String {
    let off = [
        (terms.on_plans, "offers-plans"),
        (terms.on_passes, "offers-passes"),
        (terms.on_bookings, "offers-tariff-bookings"),
    ];
    let told: Vec<String> = off
        .iter()
        .filter(|(meant, _)| *meant)
        .map(|(_, key)| shell.t(key))
        .collect();
    told.join(", ")
}

/// From when to when a reduced tariff holds; when it was asked for, before.
pub(super) fn reduction_days(shell: &Shell, reduction: &Reduction) -> String {
    match reduction.days {
        Some(days) => {
            let (from, until) = (shell.day_short(&days.first()), shell.day_short(&days.last()));
            shell.t2("offers-from-until", "from", from, "until", until)
        }
        None => shell.t1(
            "offers-reduction-asked-on",
            "when",
            shell.when(&reduction.asked_at),
        ),
    }
}

/// What a coupon takes off: `−10 %`, `−20,00 €`.
pub(super) fn cut(shell: &Shell, cut: CouponCut) -> String {
    let cut = match cut {
        CouponCut::Rate(rate) => shell.rate(&rate),
        CouponCut::Amount(amount) => shell.money(&amount),
    };
    format!("\u{2212}{cut}")
}
