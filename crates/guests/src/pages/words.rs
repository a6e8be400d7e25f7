//! Prices, hours and rules as these pages say them.

use crate::rules::price::Both;
use kernel::{Rate, Weekday};
use platform::web::{Shell, Words};
use spaces::{BookingWindow, Term, WeeklyHours};

/// "45,00 € HT (54,00 € TTC)"; nothing to pay is said in words.
pub(super) fn both(shell: &Shell, price: &Both) -> String {
    if price.net.is_zero() {
        return shell.t("spaces-free");
    }
    if price.rate == Rate::ZERO {
        return shell.t1("guests-price-no-vat", "amount", shell.money(&price.net));
    }
    shell.t2(
        "guests-price-both",
        "net",
        shell.money(&price.net),
        "gross",
        shell.money(&price.gross),
    )
}

/// "9 h – 12 h, 14 h – 18 h" for one day of the week; empty when it is closed.
pub(super) fn hours_on(words: &Words, hours: &[WeeklyHours], weekday: Weekday) -> String {
    let lines: Vec<String> = hours
        .iter()
        .filter(|line| line.weekday == weekday)
        .map(|line| words.span(line.opens, line.closes))
        .collect();
    lines.join(", ")
}

/// "1 h 30", "45 min", "2 jours".
pub(super) fn length(shell: &Shell, minutes: i64) -> String {
    match (minutes / 1_440, minutes / 60, minutes % 60) {
        (days, _, _) if days > 0 && minutes % 1_440 == 0 => shell.t1("guests-days", "count", days),
        (_, 0, minutes) => format!("{minutes}\u{a0}min"),
        (_, hours, 0) => format!("{hours}\u{a0}h"),
        (_, hours, minutes) => format!("{hours}\u{a0}h\u{a0}{minutes:02}"),
    }
}

/// What holds for people outside, in sentences: lengths, notice, approval, what giving up costs.
pub(super) fn rules(shell: &Shell, window: &BookingWindow, terms: &[Term]) -> Vec<String> {
    let mut said = vec![shell.t2(
        "guests-rule-lengths",
        "shortest",
        length(shell, window.minimum_minutes),
        "longest",
        length(shell, window.maximum_minutes),
    )];
    if window.minimum_notice > 0 {
        said.push(shell.t1(
            "guests-rule-notice",
            "notice",
            length(shell, window.minimum_notice),
        ));
    }
    said.push(shell.t1("guests-rule-horizon", "days", window.maximum_horizon_days));
    if window.needs_approval {
        said.push(shell.t("guests-rule-approval"));
    }
    said.extend(terms.iter().map(|term| {
        let notice = length(shell, term.notice_minutes);
        match (term.fee == Rate::ZERO, term.notice_minutes) {
            (true, 0) => shell.t("guests-rule-cancel-always"),
            (true, _) => shell.t1("guests-rule-cancel-free", "notice", notice),
            (false, 0) => shell.t1("guests-rule-cancel-late", "fee", shell.rate(&term.fee)),
            (false, _) => shell.t2(
                "guests-rule-cancel-fee",
                "notice",
                notice,
                "fee",
                shell.rate(&term.fee),
            ),
        }
    }));
    if terms.is_empty() {
        said.push(shell.t("guests-rule-cancel-always"));
    }
    said
}
